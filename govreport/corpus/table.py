"""Reports as rows of one flat table, whatever layout they are in.

The columns come from the schema: a cell is named by its pointer, the names joined by dots. A figure
printed once for a group of cells has a column of its own, named for the group.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

import attrs

from govreport.conversion.convert import carry
from govreport.conversion.tables import load_route, neighbours
from govreport.form.layout import Layout, Node, load_layout
from govreport.formats import no_formula
from govreport.model import codec
from govreport.model.registry import Report
from govreport.pointers import Tokens, tokens, value_at

PATH, UNDIVIDED = "path", "undivided"

Cell = str | int | Decimal | None


@attrs.frozen(kw_only=True)
class _Columns:
    """The columns of a table: what every report says of itself, then the cells and groups in the order of print."""

    leading: tuple[Node, ...]
    places: tuple[tuple[Node, Tokens | None], ...]


def header(layout: str) -> tuple[str, ...]:
    """Return the names of the columns for reports brought to a layout."""
    columns = _columns(layout)
    nodes = (*columns.leading, *(node for node, _ in columns.places))
    return (PATH, *(_name(node.pointer) for node in nodes), UNDIVIDED)


def rows(reports: Iterable[tuple[str, Report]], layout: str) -> Iterator[tuple[Cell, ...]]:
    """Yield one row for each report, given with its path, under the columns of `header`.

    Reports of another layout are converted; the leading columns say what the report itself says, its own
    layout above all. None stands for what is not there. The last column holds figures printed once
    for groups that have no column, as `group=figure`. Raises NoConversion like `convert`.
    """
    columns = _columns(layout)
    for path, report in reports:
        original = codec.unstructure(report)
        members, _ = carry(original, layout)
        figures = {entry["pointer"]: entry["value"] for entry in members.get(UNDIVIDED, ())}
        row = [
            figures.pop(node.pointer, None) if path_of_cell is None else value_at(members, path_of_cell)
            for node, path_of_cell in columns.places
        ]
        rest = " ".join(f"{_name(pointer)}={figure}" for pointer, figure in figures.items())
        leading = (value_at(original, tokens(node.pointer)) for node in columns.leading)
        yield (path, *leading, *row, rest or None)


def written(cell: Cell) -> str:
    """Return a value as a table in CSV holds it: blanks empty, and no text that a spreadsheet would calculate."""
    if isinstance(cell, str):
        return no_formula(cell)
    return "" if cell is None else str(cell)


@cache
def _columns(layout: str) -> _Columns:
    form = load_layout(layout)
    grouped = _grouped(form)
    below_tables = (node for table in form.tables for node in table.walk())
    places = (
        (node, None if node.children else tokens(node.pointer))
        for node in below_tables
        if not node.children or node.pointer in grouped
    )
    leading = (node for node in form.root.walk() if _is_leading(node))
    return _Columns(leading=tuple(leading), places=tuple(places))


def _is_leading(node: Node) -> bool:
    """Tell whether a member says in few words what every report must say of itself."""
    is_short = node.kind in ("text", "count") and not node.children
    return is_short and not node.is_cell and all(n.required and n.axis is None for n in node.lineage())


def _grouped(layout: Layout) -> set[str]:
    """Return the groups that mapping tables give a figure of their own: one cell in another layout."""
    passages = [load_route(other, layout.id) for other in neighbours(layout.id)]
    return {group for passage in passages for group in passage.split.values()}


def _name(pointer: str) -> str:
    return ".".join(tokens(pointer))
