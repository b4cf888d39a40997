"""The places that a rule's pattern stands for in one document: `*` is every item of a list."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from govreport.form.naming import ANY
from govreport.pointers import tokens
from govreport.rules.sheet import Sheet


@attrs.frozen(kw_only=True)
class Place:
    """A place of a document: its pointer, the value that it holds, and the number of the item around it, if any."""

    pointer: str
    value: Any
    number: int | None = None

    @property
    def task(self) -> Mapping[str, Any]:
        """The parameter of a finding that names the item, `?` where it has no number."""
        return {"task": "?" if self.number is None else self.number}


def listed(pattern: str, sheet: Sheet) -> Iterator[Place]:
    """Yield the places that a pattern stands for; members that are absent, or not known whole, have none."""
    places = _descend(sheet.members, tokens(pattern), "", None)
    return (p for p in places if not sheet.unknown.touches(p.pointer)) if sheet.unknown else places


def _descend(value: Any, rest: tuple[str, ...], pointer: str, number: int | None) -> Iterator[Place]:
    if not rest:
        yield Place(pointer=pointer, value=value, number=number)
    elif rest[0] == ANY:
        for place, item in enumerate(value):
            yield from _descend(item, rest[1:], f"{pointer}/{place}", number)
    elif isinstance(value, Mapping) and rest[0] in value:
        own = value.get("number")  # of an item a whole number; that of a notice is a text
        known = own if isinstance(own, int) else number
        yield from _descend(value[rest[0]], rest[1:], f"{pointer}/{rest[0]}", known)
