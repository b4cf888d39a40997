"""How the times and units of a work plan are read from print, as `schema/workplan/terms.json` says."""

import re
import unicodedata
from functools import cache
from typing import Any

import attrs

from govreport import resources

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
    return tuple(name for part in separator.split(printed) if (name := part.strip()))


def ends_a_unit(plan: str, text: str) -> bool:
    """Tell whether a text ends as the names of units do."""
    return _compiled(_terms(plan)["units"]["ending"]).search(text) is not None


def has_separator(plan: str, text: str) -> bool:
    """Tell whether units are parted in a text by anything but line feeds."""
    separator = _compiled(_terms(plan)["units"]["separator"])
    return any(match[0] != "\n" for match in separator.finditer(text))


def without_blanks(text: str) -> str:
    """Return a text in the form in which wordings are compared: NFKC, no white space."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


def _terms(plan: str) -> Any:
    return resources.read(f"{plan}/terms.json")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
