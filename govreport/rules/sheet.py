"""What the rules read of a report: its figures by pointer, its blanks, and what is known of them."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property
from operator import itemgetter
from typing import Any

import attrs

from govreport.form.layout import Layout, Node, load_layout
from govreport.form.naming import ANY
from govreport.form.organs import infer_members
from govreport.pointers import value_at
from govreport.rules.data import load_instances
from govreport.rules.slips import suspects
from govreport.rules.unknown import NOTHING_UNKNOWN, Unknown
from govreport.rules.voices import agreed_year

Figure = int | Decimal | None
DOUBTFUL_MARKS = frozenset({"illegible", "ambiguous"})


@attrs.frozen(kw_only=True)
class Sheet:
    """The figures of one report.

    `row` has the figure of every cell of the layout in the order of print, None where none is printed:
    those are the `blank` cells. `doubtful` are the cells without a figure behind which a figure is printed that could
    not be read. `undivided` gives the figure printed once for a group of cells, `covered` the group of each such
    cell. `members` is the whole report, decoded.

    Where the structure of the report is not sound, `members` are what is sound of it, and `unknown` tells the rest;
    `unread` are the cells among that: doubtful ones, but no blanks.
    """

    layout: Layout
    members: Mapping[str, Any] = attrs.field(repr=False)
    row: tuple[Figure, ...] = attrs.field(repr=False)
    blank: tuple[str, ...] = ()
    doubtful: frozenset[str] = frozenset()
    undivided: Mapping[str, int] = attrs.field(factory=dict)
    covered: Mapping[str, str] = attrs.field(factory=dict)
    unknown: Unknown = attrs.field(default=NOTHING_UNKNOWN, repr=False)
    unread: frozenset[str] = frozenset()

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The figure of every cell by pointer, in the order of print."""
        return dict(zip(self.layout.cells, self.row, strict=True))

    def figure(self, pointer: str) -> Figure:
        """Return the figure of a cell."""
        return self.row[cell_numbers(self.layout.id)[pointer]]

    def member(self, pointer: str) -> Any:
        """Return the value at a pointer, None where there is none."""
        return value_at(self.members, pointer)

    @cached_property
    def inferred(self) -> Mapping[str, tuple[str, ...]]:
        """What the name of the organ leaves possible of its kind and level, by pointer, where they are not stated."""
        return infer_members(self.members)

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The mark of each cell that bears one; of two on one cell, which is a finding, the first counts."""
        return {mark["pointer"]: mark["mark"] for mark in reversed(self.members.get("marks", ()))}

    @cached_property
    def year(self) -> int | None:
        """The year that rules ask for: the one that most of the report tells; None where it has none."""
        return agreed_year(self.layout.id, self.members, self.unknown)

    @cached_property
    def suspects(self) -> Mapping[str, Sequence[int]]:
        """Which entries of each list of slips may find something in the texts that the list is asked of.

        To look at all texts at once is many times quicker than at each.
        """
        found = {}
        for name, places in _slip_places(self.layout.id).items():
            texts = map(self.member, places)
            found[name] = suspects(name, "\n".join(text for text in texts if isinstance(text, str)))
        return found

    def blanks(self, table: str) -> tuple[str, ...]:
        """Return the cells below a pointer that hold no figure and that no undivided figure covers."""
        if not self.blank:
            return ()
        below = table + "/"
        return tuple(p for p in self.blank if p not in self.covered and p.startswith(below))


def read_sheet(layout: Layout, members: Mapping[str, Any], unknown: Unknown = NOTHING_UNKNOWN) -> Sheet:
    """Return the sheet of a report whose tables are whole; of what is `unknown` in it, the cells must be null.

    A mark or an undivided figure that the reference layer refuses (on a filled cell, on no group) has
    no effect here: the figures that stand in the cells count.
    """
    reading = _reading(layout.id)
    groups: list[Any] = [members]
    read: list[Figure] = []
    for outer, name, cells_of in reading.groups:
        group = groups[outer][name]
        groups.append(group)
        read += cells_of(group)
    row = reading.in_print_order(read)
    blank = [number for number, figure in enumerate(row) if figure is None] if None in row else []
    pointers = tuple(layout.cells) if blank else ()
    # Of two marks on one cell, which is a finding, the first counts.
    marks = {mark["pointer"]: mark["mark"] for mark in reversed(members.get("marks", ()))}
    unread = frozenset(pointers[n] for n in blank if unknown.touches(pointers[n])) if unknown else frozenset()
    doubtful = unread.union(pointer for pointer, mark in marks.items() if mark in DOUBTFUL_MARKS)
    undivided: dict[str, int] = {}
    covered: dict[str, str] = {}
    # A figure over cells of an earlier one is refused, even where the earlier one is refused itself.
    named: set[str] = set()
    for entry in members.get("undivided", ()):
        cells = group_cells(layout, entry["pointer"])
        if cells and named.isdisjoint(cells) and all(row[cell_numbers(layout.id)[c]] is None for c in cells):
            undivided[entry["pointer"]] = entry["value"]
            covered.update(dict.fromkeys(cells, entry["pointer"]))
        named.update(cells)
    return Sheet(
        layout=layout,
        members=members,
        row=row,
        blank=tuple(pointers[number] for number in blank if pointers[number] not in unread),
        doubtful=doubtful,
        undivided=undivided,
        covered=covered,
        unknown=unknown,
        unread=unread,
    )


@cache
def _slip_places(layout: str) -> Mapping[str, tuple[str, ...]]:
    """Return the places that each list of slips is asked of, save lists that are asked of items of lists."""
    places: dict[str, tuple[str, ...]] = {}
    for instance in load_instances(layout):
        name = instance.rule.slips
        if name is not None:
            places[name] = (*places.get(name, ()), instance.at)
    return {name: found for name, found in places.items() if not any(ANY in place for place in found)}


@cache
def cell_numbers(layout: str) -> Mapping[str, int]:
    """Return the number of each cell of a layout in the row of a sheet."""
    return {pointer: number for number, pointer in enumerate(load_layout(layout).cells)}


def group_cells(layout: Layout, pointer: str) -> tuple[str, ...]:
    """Return the cells of the group at `pointer`, or () where there is none.

    A group has at least two cells and nothing else.
    """
    node = layout.nodes.get(pointer)
    if node is None or node.kind != "object":
        return ()
    leaves = [n for n in node.walk() if not n.children]
    cells = tuple(n.pointer for n in leaves if n.pointer in layout.cells)
    return cells if len(cells) == len(leaves) > 1 else ()


@attrs.frozen(kw_only=True)
class _Reading:
    """How to read every cell of a layout, group by group, which takes a fraction of the time of cell by cell.

    For each group: which of the groups before it holds it (0 is the report itself), under what name, and
    what takes the figures of its own cells out of it at once. A group's own cells are read before those
    of the groups in it; `in_print_order` puts them right.
    """

    groups: tuple[tuple[int, str, Callable[[Any], tuple[Figure, ...]]], ...]
    in_print_order: Callable[[list[Figure]], tuple[Figure, ...]]


@cache
def _reading(layout: str) -> _Reading:
    groups = []
    read: list[str] = []

    def visit(node: Node, outer: int) -> None:
        cells = [child for child in node.children if child.is_cell]
        read.extend(cell.pointer for cell in cells)
        groups.append((outer, node.name, _taking([cell.name for cell in cells])))
        number = len(groups)
        for child in node.children:
            if child.children:
                visit(child, number)

    for table in load_layout(layout).tables:
        visit(table, 0)
    numbers = {pointer: number for number, pointer in enumerate(read)}
    return _Reading(groups=tuple(groups), in_print_order=_taking([numbers[p] for p in load_layout(layout).cells]))


def _taking(keys: Sequence[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what takes the values under these keys, or at these numbers, out of a container."""
    if len(keys) > 1:
        return itemgetter(*keys)
    # An item getter of one key gives the bare value, and there is none of no key.
    return lambda container: tuple(container[key] for key in keys)
