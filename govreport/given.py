"""What whoever reads a document says of it: the organ, its kind and level, the year, the day of publication.

A published document often does not print them all. What is given counts, whatever the document says.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from govreport.normalizing import plain_name

KINDS = ("government", "department", "other")
LEVELS = ("state", "province", "city", "county", "township")
FIRST_YEAR, LAST_YEAR = 2019, 2100
_LONGEST_NAME = 1000
_OF_ORGAN = {"organ": "name", "kind": "kind", "level": "level"}
# What is given of every document, whatever its organ.
STATED = ("organ", "kind", "level", "year", "published")


class OfOrgan(NamedTuple):
    """What is given of an organ by its name: kind and level."""

    kind: str | None = None
    level: str | None = None


class Given(NamedTuple):
    """What is given; None where it is not. A plain tuple: it goes along with every document to its process.

    `organs` has kind and level of organs by their plain names, for documents whose own kind and level are not
    given.
    """

    organ: str | None = None
    kind: str | None = None
    level: str | None = None
    year: int | None = None
    published: str | None = None
    organs: Mapping[str, OfOrgan] | None = None

    @property
    def values(self) -> dict[str, str | int]:
        """The values that are given of every document, by their names."""
        return {name: value for name in STATED if (value := getattr(self, name)) is not None}

    @property
    def pointers(self) -> tuple[str, ...]:
        """The members that are given of every document, by their pointers."""
        return tuple(map(_pointer, self.values))

    @property
    def is_nothing(self) -> bool:
        """Nothing is given of any document."""
        return self == NOTHING

    def of(self, members: Any) -> "Given":
        """Return what is given of the document with these members: without `organs`, but with what they say of it."""
        if not self.organs:
            return self
        organ = members.get("organ") if isinstance(members, Mapping) else None
        name = self.organ or (organ.get("name") if isinstance(organ, Mapping) else None)
        found = self.organs.get(plain_name(name), OfOrgan()) if isinstance(name, str) else OfOrgan()
        return self._replace(kind=self.kind or found.kind, level=self.level or found.level, organs=None)

    def fill(self, members: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return decoded members with those that are given in them; the argument is not changed."""
        given = self.of(members).values
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
