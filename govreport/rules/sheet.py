"""What the rules read of a report: its figures by pointer, its blanks, and what is known of them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from govreport.form.layout import Layout, Node

Figure = int | Decimal | None
DOUBTFUL_MARKS = frozenset({"illegible", "ambiguous"})


@attrs.frozen(kw_only=True)
class Sheet:
    """The figures of one report.

    `figures` has every cell of the layout, None where no figure is printed. `doubtful` are the blanks
    behind which a figure is printed that could not be read. `undivided` gives the figure printed once
    for a group of cells, `covered` the group of each such cell. `members` is the whole report, decoded.
    """

    layout: Layout
    members: Mapping[str, Any] = attrs.field(repr=False)
    figures: Mapping[str, Figure] = attrs.field(repr=False)
    doubtful: frozenset[str] = frozenset()
    undivided: Mapping[str, int] = attrs.field(factory=dict)
    covered: Mapping[str, str] = attrs.field(factory=dict)

    def member(self, pointer: str) -> Any:
        """Return the value at a pointer, None where there is none."""
        value: Any = self.members
        for name in pointer.split("/")[1:]:
            if not isinstance(value, Mapping) or name not in value:
                return None
            value = value[name]
        return value

    def blanks(self, table: str) -> tuple[str, ...]:
        """Return the cells below a pointer that hold no figure and that no undivided figure covers."""
        below = table + "/"
        return tuple(p for p, f in self.figures.items() if f is None and p not in self.covered and p.startswith(below))


def read_sheet(layout: Layout, members: Mapping[str, Any]) -> Sheet:
    """Return the sheet of a report whose structure is sound.

    A mark or an undivided figure that the reference layer refuses (on a filled cell, on no group) has
    no effect here: the figures that stand in the cells count.
    """
    figures: dict[str, Figure] = {}
    for table in layout.tables:
        _collect(table, members[table.name], figures)
    # Of two marks on one cell, which is a finding, the first counts.
    marks = {mark["pointer"]: mark["mark"] for mark in reversed(members.get("marks", ()))}
    doubtful = frozenset(pointer for pointer, mark in marks.items() if mark in DOUBTFUL_MARKS)
    undivided: dict[str, int] = {}
    covered: dict[str, str] = {}
    for entry in members.get("undivided", ()):
        cells = group_cells(layout, entry["pointer"])
        if cells and all(figures[c] is None and c not in covered for c in cells):
            undivided[entry["pointer"]] = entry["value"]
            covered.update(dict.fromkeys(cells, entry["pointer"]))
    return Sheet(
        layout=layout,
        members=members,
        figures=figures,
        doubtful=doubtful,
        undivided=undivided,
        covered=covered,
    )


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


def _collect(node: Node, value: Any, figures: dict[str, Figure]) -> None:
    for child in node.children:
        if child.children:
            _collect(child, value[child.name], figures)
        elif child.is_cell:
            figures[child.pointer] = value[child.name]
