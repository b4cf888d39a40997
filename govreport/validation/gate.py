"""The fast path: it may only accept. Whatever it refuses or doubts, the exact path decides and explains.

What makes an acceptance sound:

- closed msgspec structs check types, ranges, patterns, required and unknown members;
- every parser keeps the last of duplicate members silently, so the colons of the text are counted: one
  for each member that the structure has, plus those in decoded texts, leaves none for a duplicate;
- amounts are matched as bytes, since msgspec would take a text for a decimal number.
"""

import re
from enum import IntEnum
from functools import cache
from importlib import import_module
from types import ModuleType

from govreport import resources

LARGEST_DOCUMENT = 16 * 1024 * 1024
_LAYOUT = re.compile(rb'"layout"[ \t\r\n]*:[ \t\r\n]*"([^"\\]{1,32})"')
_ESCAPED_COLON = re.compile(rb"\\u003[aA]")
_AMOUNT = re.compile(rb"(?:0|[1-9][0-9]{0,10})(?:\.[0-9]{1,6})?")


class Judgement(IntEnum):
    """What the gate knows of a document: nothing, that its structure is sound, or that nothing is found in it."""

    DOUBT = 0
    SOUND = 1
    CLEAN = 2


def judge(data: bytes) -> Judgement:
    """Return what can be said of a document at first sight. Never raises."""
    found = _LAYOUT.search(data)
    module = gate_module(found[1]) if found else None
    if module is None or len(data) > LARGEST_DOCUMENT:
        return Judgement.DOUBT
    try:
        report = module.decode(data)
    # Any refusal at all sends the document to the exact path, which says what is wrong with it.
    except Exception:
        return Judgement.DOUBT
    if report.extensions is not None or not is_written_once(data, module.tally_report(report)):
        return Judgement.DOUBT
    if not module.dates_exist(report):
        return Judgement.DOUBT
    complete = not (report.marks or report.undivided or report.notes or report.explanations)
    for amount in module.amounts(report):
        if not _AMOUNT.fullmatch(amount):
            if bytes(amount) != b"null":
                return Judgement.DOUBT
            complete = False
    try:
        clean = complete and module.balances(report) and module.reads_well(report)
    except TypeError:  # a blank cell
        return Judgement.SOUND
    return Judgement.CLEAN if clean else Judgement.SOUND


def is_written_once(data: bytes, tally: tuple[int, int]) -> bool:
    """Tell whether a text holds just the members that were decoded from it, given their tally.

    An escaped colon in a text could make up for one of a member too many, so there may be none.
    """
    members, colons = tally
    return data.count(b":") == members + colons and (not colons or not _ESCAPED_COLON.search(data))


@cache
def gate_module(layout: bytes) -> ModuleType | None:
    """Return the generated gate of a layout, None where the layout is unknown or has none."""
    name = layout.decode("ascii", "replace")
    if name not in resources.layouts():
        return None
    try:
        return import_module(f"govreport.validation.gate_{name}")
    except ModuleNotFoundError:
        return None


def declared_layout(data: bytes) -> str | None:
    """Return the layout that a document declares, as the gate reads it."""
    found = _LAYOUT.search(data)
    return found[1].decode("ascii", "replace") if found else None
