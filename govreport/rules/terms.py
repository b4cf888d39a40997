"""How the times and units of a work plan are read from print, as `schema/workplan/terms.json` says."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs

from govreport import resources
from govreport.normalizing import nfkc

# A text that is no longer may be held against any pattern as it is.
_SHORT = 200
_BRACKET = re.compile(r"[（）()]")
_BLANKS = re.compile(r"\s+")


@attrs.frozen(kw_only=True)
class Wording:
    """A wording of times: its kind, and the month, or None where a group of the pattern gives it or there is none."""

    kind: str
    month: int | None
    pattern: re.Pattern[str]


@attrs.frozen(kw_only=True)
class Time:
    """What a printed time says: its kind, and the month that it names, if any."""

    kind: str
    month: int | None


@cache
def wordings(plan: str) -> tuple[Wording, ...]:
    """Return the known wordings of times, in the order in which they are tried."""
    return tuple(
        Wording(kind=entry["kind"], month=entry.get("month"), pattern=re.compile(entry["pattern"]))
        for entry in _terms(plan)["times"]
    )


def known_time(plan: str, printed: str) -> Time | None:
    """Return what a time says whose wording is known, else None."""
    text = without_blanks(printed)
    for wording in wordings(plan):
        match = wording.pattern.search(text)
        if match is not None:
            month = wording.month
            if month is None and wording.pattern.groups:
                month = int(match[1])
            return Time(kind=wording.kind, month=month)
    return None


def read_time(plan: str, printed: str) -> Time:
    """Return what a printed time says; a wording that is not known is of the kind other."""
    return known_time(plan, printed) or Time(kind="other", month=None)


def read_units(plan: str, printed: str) -> tuple[str, ...]:
    """Return the units that are printed one after the other, each trimmed."""
    separator = _compiled(_terms(plan)["units"]["separator"])
    parts = separator.split(printed) if len(printed) <= _SHORT else _split(separator, printed)
    return tuple(name for part in parts if (name := part.strip()))


def _split(separator: re.Pattern[str], printed: str) -> Iterator[str]:
    """Yield the parts of a long text: the pattern, which looks ahead to the next bracket each time, need not do so.

    Whether a character parts two names is decided by itself and by the bracket that comes next.
    """
    brackets = [(match.start(), match[0]) for match in _BRACKET.finditer(printed)]
    known: dict[tuple[str, str], bool] = {}
    start = number = 0
    for place, character in enumerate(printed):
        while number < len(brackets) and brackets[number][0] <= place:
            number += 1
        following = brackets[number][1] if number < len(brackets) else ""
        parts = known.get((character, following))
        if parts is None:
            parts = known[character, following] = separator.match(character + following) is not None
        if parts:
            yield printed[start:place]
            start = place + 1
    yield printed[start:]


def ends_a_unit(plan: str, text: str) -> bool:
    """Tell whether a text ends as the names of units do."""
    return _compiled(_terms(plan)["units"]["ending"]).search(text) is not None


def has_separator(plan: str, text: str) -> bool:
    """Tell whether units are parted in a text by anything but line feeds."""
    separator = _compiled(_terms(plan)["units"]["separator"])
    if len(text) <= _SHORT:
        return any(match[0] != "\n" for match in separator.finditer(text))
    return sum(1 for _ in _split(separator, text.replace("\n", " "))) > 1


def without_blanks(text: str) -> str:
    """Return a text in the form in which wordings are compared: NFKC, no white space."""
    return _BLANKS.sub("", nfkc(text))


def _terms(plan: str) -> Any:
    return resources.read(f"{plan}/terms.json")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
