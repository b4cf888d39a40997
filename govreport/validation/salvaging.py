"""What is sound of a document whose structure is not: the rules are asked of it, and of the rest nothing is known.

`schema/LEXICAL.md` (§2) says what counts as absent and what as unknown; it is normative.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from govreport.findings import Finding
from govreport.form.layout import Layout, Node, load_layout
from govreport.form.roles import unit_of
from govreport.pointers import Tokens, tokens, value_at
from govreport.rules.sheet import Sheet, group_cells, read_sheet
from govreport.rules.unknown import Unknown

# What is written about a document, entry by entry. One of them with a defect gives way to one that says nothing.
_ABOUT = ("marks", "undivided", "notes", "explanations")
_OF_CELLS = ("marks", "undivided")
_NOTHING_SAID: Mapping[str, Any] = {"pointer": "", "mark": "blank", "value": 0, "label": "", "rule": "", "text": ""}


@attrs.frozen(kw_only=True)
class Salvaged:
    """What is sound of a document, as its sheet; the `entries` about it that say nothing there have a defect."""

    sheet: Sheet
    entries: frozenset[Tokens]

    def without_entries(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """Yield findings, save those about an entry that has a defect."""
        return (finding for finding in findings if tokens(finding.pointer)[:2] not in self.entries)


def salvage(layout: Layout, value: Mapping[str, Any], defects: Sequence[Finding]) -> Salvaged:
    """Return what is sound of a decoded document in which these defects of structure were found.

    A member with a defect is absent from it, or null if it is a cell. The document itself is not changed.
    """
    lacking = {(*tokens(d.pointer), d.parameters["member"]) for d in defects if d.code == "missing-member"}
    foreign = {tokens(d.pointer) for d in defects if d.code == "unknown-member"}
    wrong = {tokens(d.pointer) for d in defects if d.code not in ("missing-member", "unknown-member")}
    entries = {place[:2] for place in lacking | wrong if place[0] in _ABOUT and len(place) > 1}
    unknown = _unknown(layout, value, lacking | wrong)
    members = _without(value, foreign | wrong)
    if not layout.cells:
        # Only of a document without a form it depends on what it holds whether a pointer leads somewhere.
        entries |= set(_about_unknown(members, unknown))
    for name, number in entries:
        if name in members:
            members[name] = list(members[name])
            members[name][int(number)] = _NOTHING_SAID
    for table in layout.tables:
        if unknown.touches(table.pointer):
            members[table.name] = _whole(table, members.get(table.name), unknown)
    return Salvaged(sheet=read_sheet(layout, members, unknown), entries=frozenset(entries))


def _unknown(layout: Layout, value: Any, places: set[Tokens]) -> Unknown:
    """Return what is unknown: what has a defect, and the cells of which something is said that has one."""
    unknown = Unknown(frozenset(place for place in places if place[0] not in _ABOUT))
    cells = {*_of_units(layout, unknown), *_of_entries(layout, value, places)}
    return Unknown(unknown.places.union(map(tokens, cells))) if cells else unknown


def _of_units(layout: Layout, unknown: Unknown) -> Iterator[str]:
    """Yield the amounts whose unit is unknown."""
    return (cell for cell, unit in _units(layout.id) if unknown.touches(unit))


@cache
def _units(layout: str) -> tuple[tuple[str, str], ...]:
    """Return the amounts of a layout, each with the place of its unit."""
    units = ((cell, unit_of(node)) for cell, node in load_layout(layout).cells.items())
    return tuple((cell, unit.pointer) for cell, unit in units if unit is not None)


def _of_entries(layout: Layout, value: Any, places: set[Tokens]) -> Iterator[str]:
    """Yield the null cells at which a mark or an undivided figure stands that cannot be read, if it says where."""
    entries = {place[:2] for place in places if place[0] in _OF_CELLS and len(place) > 1}
    said = {(entry[0], value_at(value, (*entry, "pointer"))) for entry in entries if (*entry, "pointer") not in places}
    for name, pointer in said:
        cells = (pointer,) if name == "marks" else group_cells(layout, pointer or "")
        yield from (cell for cell in cells if cell in layout.cells and value_at(value, cell) is None)


def _without(value: Any, dropped: Iterable[Tokens]) -> Any:
    """Return a value without some of its places; an item of a list gives way to an empty object.

    What holds such a place is copied, as is the whole; all else is the same as in the value.
    """
    gone, below = set(), dict[str, list[Tokens]]()
    for name, *rest in dropped:
        if rest:
            below.setdefault(name, []).append(tuple(rest))
        else:
            gone.add(name)
    if isinstance(value, dict):
        return {
            name: _without(child, below[name]) if name in below else child
            for name, child in value.items()
            if name not in gone
        }
    if isinstance(value, list):
        items = ((str(number), child) for number, child in enumerate(value))
        return [{} if n in gone else _without(child, below[n]) if n in below else child for n, child in items]
    return value


def _about_unknown(members: Mapping[str, Any], unknown: Unknown) -> Iterator[Tokens]:
    """Yield the entries that speak of something unknown."""
    for name in _ABOUT:
        for number, entry in enumerate(members.get(name, ())):
            if unknown.touches(entry.get("pointer", "")):
                yield name, str(number)


def _whole(node: Node, value: Any, unknown: Unknown) -> Any:
    """Return a table, or part of one, with all its cells: those that are unknown are null."""
    if not node.children:
        return None if unknown.touches(node.pointer) else value
    held = value if isinstance(value, dict) else {}
    if held is value and not unknown.touches(node.pointer):
        return held
    children = (child for child in node.children if child.name in held or child.is_cell or child.children)
    return {child.name: _whole(child, held.get(child.name), unknown) for child in children}
