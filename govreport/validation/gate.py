"""The fast path: it may only accept. Whatever it refuses or doubts, the exact path decides and explains.

What makes an acceptance sound:

- closed msgspec structs check types, ranges, patterns, required and unknown members;
- every parser keeps the last of duplicate members silently, so the colons of the text are counted: one
  for each member that the structure has, plus those in decoded texts, leaves none for a duplicate;
- amounts are matched as bytes, since msgspec would take a text for a decimal number.
"""

import re
from collections.abc import Callable
from enum import IntEnum
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from govreport import resources
from govreport.form.figures import AMOUNT
from govreport.validation.telling import agrees

LARGEST_DOCUMENT = 16 * 1024 * 1024
_LAYOUT = re.compile(rb'"layout"[ \t\r\n]*:[ \t\r\n]*"([^"\\]{1,32})"')
_FEW_ESCAPES = 100
_ESCAPED_COLON = re.compile(rb"\\u003[aA]")
_AMOUNT = re.compile(AMOUNT)


class Judgement(IntEnum):
    """What the gate knows of a document: nothing, that its structure is sound, or that nothing is found in it."""

    DOUBT = 0
    SOUND = 1
    CLEAN = 2


class Judged(NamedTuple):
    """What the gate says of a document, the document as it decodes it, and the words in which it refuses to do so.

    Of what was decoded amounts are the bytes that are written, dates are dates, and what is absent is None or ().
    It is None where the structure is in doubt.
    """

    judgement: Judgement
    decoded: Any = None
    refusal: str = ""


def judge(data: bytes, ignored: frozenset[str] = frozenset()) -> Judgement:
    """Return what can be said of a document at first sight. Never raises.

    Of the rules that are `ignored` those about statements are not asked.
    """
    return judge_decoded(data, ignored).judgement


def judge_decoded(data: bytes, ignored: frozenset[str] = frozenset()) -> Judged:
    """Return what `judge` does, and the document as the gate decodes it."""
    module = gate_of(data)
    if module is None or len(data) > LARGEST_DOCUMENT:
        return _IN_DOUBT
    try:
        report = module.decode(data)
    # Any refusal at all sends the document to the exact path, which says what is wrong with it.
    except Exception as error:
        return Judged(Judgement.DOUBT, refusal=str(error))
    if report.extensions is not None or not is_written_once(data, module.members(report), module.colons, report):
        return _IN_DOUBT
    complete = is_complete(report, module)
    for amount in () if complete else module.amounts(report):
        if not _AMOUNT.fullmatch(amount) and bytes(amount) != b"null":
            return _IN_DOUBT
    try:
        clean = complete and module.balances(report) and module.reads_well(report) and agrees(report, module, ignored)
    except TypeError:  # a blank cell
        return Judged(Judgement.SOUND, report)
    # To make it so takes half the time.
    return tuple.__new__(Judged, (Judgement.CLEAN if clean else Judgement.SOUND, report, ""))


_IN_DOUBT = Judged(Judgement.DOUBT)


def is_complete(report: Any, module: ModuleType) -> bool:
    """Tell whether every amount of a decoded report is a figure, and nothing is written about the report."""
    if report.marks or report.undivided or report.notes or report.explanations:
        return False
    return all(map(_AMOUNT.fullmatch, module.amounts(report)))


def is_written_once(data: bytes, members: int, colons: Callable[[Any], int], decoded: Any) -> bool:
    """Tell whether a text holds just the members that were decoded from it.

    Each member has its colon; there must be none to spare but those that stand in texts. `colons` counts these
    in what was decoded, where an escaped one could stand in for a member too many, so there may be none.
    """
    spare = count_colons(data) - members
    if spare == 0 or _in_addresses(data, spare):
        return True
    return spare == colons(decoded) and not escapes_a_colon(data)


def count_colons(data: bytes) -> int:
    """Return how many colons a text holds."""
    # The same as data.count(b":") in two thirds of the time: replace() looks for bytes with memchr, count() does not.
    return len(data) - len(data.replace(b":", b""))


def _in_addresses(data: bytes, number: int) -> bool:
    """Tell whether at least so many colons stand before "//": in texts for certain, for no value begins with a slash.

    This spares most reports that name their source a look through all their texts.
    """
    at = -1
    while number > 0:
        at = data.find(b"://", at + 1)
        if at < 0:
            return False
        number -= 1
    return number == 0


def escapes_a_colon(data: bytes) -> bool:
    """Tell whether a text may write a colon as an escape."""
    # One byte is found many times faster than a pattern, and texts have few escapes, most of them line feeds.
    at = -2
    for _ in range(_FEW_ESCAPES):
        at = data.find(b"\\", at + 2)
        if at < 0:
            return False
        if data.startswith((b"u003a", b"u003A"), at + 1):
            return True
    return _ESCAPED_COLON.search(data) is not None


def gate_of(data: bytes) -> ModuleType | None:
    """Return the generated gate of the layout that a document declares, None where there is none."""
    found = _LAYOUT.search(data)
    return gate_module(found[1]) if found else None


@cache
def gate_module(layout: bytes) -> ModuleType | None:
    """Return the generated gate of a layout, None where the layout is unknown or has none."""
    name = layout.decode("ascii", "replace")
    if name not in resources.documents():
        return None
    try:
        return import_module(f"govreport.validation.gate_{name}")
    except ModuleNotFoundError:
        return None


def declared_layout(data: bytes) -> str | None:
    """Return the layout that a document declares, as the gate reads it."""
    found = _LAYOUT.search(data)
    return found[1].decode("ascii", "replace") if found else None
