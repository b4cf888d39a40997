"""What whoever reads a document says of it: the organ, its kind and level, the year, the day of publication.

A published document often does not print them all. What is given counts, whatever the document says.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

KINDS = ("government", "department", "other")
LEVELS = ("state", "province", "city", "county", "township")
FIRST_YEAR, LAST_YEAR = 2019, 2100
_LONGEST_NAME = 1000
_OF_ORGAN = {"organ": "name", "kind": "kind", "level": "level"}


class Given(NamedTuple):
    """What is given; None where it is not. A plain tuple: it goes along with every document to its process."""

    organ: str | None = None
    kind: str | None = None
    level: str | None = None
    year: int | None = None
    published: str | None = None

    @property
    def pointers(self) -> tuple[str, ...]:
        """The members that are given, by their pointers."""
        return tuple(_pointer(name) for name, value in self._asdict().items() if value is not None)

    def fill(self, members: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return decoded members with those that are given in them; the argument is not changed."""
        given = {name: value for name, value in self._asdict().items() if value is not None}
        if not given:
            return members
        filled = dict(members)
        organ = {_OF_ORGAN[name]: value for name, value in given.items() if name in _OF_ORGAN}
        if organ:
            before = members.get("organ", {})
            filled["organ"] = {**before, **organ} if isinstance(before, Mapping) else before
        return filled | {name: value for name, value in given.items() if name not in _OF_ORGAN}


NOTHING = Given()


def check_given(given: Given) -> Given:
    """Return what is given; raises ValueError where the standard does not allow a value."""
    if given.organ is not None and not 0 < len(given.organ.strip()) <= _LONGEST_NAME:
        raise ValueError("organ must be a name")
    if given.kind is not None and given.kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}")
    if given.level is not None and given.level not in LEVELS:
        raise ValueError(f"level must be one of {', '.join(LEVELS)}")
    if given.year is not None and not FIRST_YEAR <= given.year <= LAST_YEAR:
        raise ValueError(f"year must be from {FIRST_YEAR} to {LAST_YEAR}")
    if given.published is not None and not is_day(given.published):
        raise ValueError("published must be a day, YYYY-MM-DD")
    return given


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar, written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _pointer(name: str) -> str:
    return f"/organ/{_OF_ORGAN[name]}" if name in _OF_ORGAN else f"/{name}"
