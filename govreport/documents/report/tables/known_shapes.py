"""Shapes of tables that were read before: pages of one program differ in nothing but the figures of their tables.

Where each figure belongs is then known, and need not be found out again. A shape is kept only if it is certain that the
figures had no part in that: every row was told by its labels under a header that names all its columns, each figure
stands alone under its column, and nothing was to be said of any.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.documents.paper import Box, Evidence, Grid
from govreport.documents.report.tables.columns import Headers
from govreport.documents.report.tables.form import Fit
from govreport.documents.report.tables.placing_figures import by_header, header_texts, unit_under
from govreport.documents.report.tables.readings import Reading, Readings
from govreport.documents.report.tables.rows import DataRow
from govreport.documents.wording.cells import read_cell
from govreport.form.layout import Kind

Placed = Sequence[tuple[Grid, Sequence[tuple[int, frozenset[str]]]]]
"""Grids, and which of their rows stand where tables of the form do."""

_Shape = tuple[object, ...]
# One figure stands for all; each is a figure to whoever reads tables, whatever its digits.
_ANY = "0"
_LONGEST = 9
_DECIMAL = re.compile(r"[0-9]{1,9}\.[0-9]{1,6}")
# So many shapes are kept, of at most so many boxes and characters.
_MOST_SHAPES, _MOST_BOXES, _MOST_CHARACTERS = 64, 1_000, 20_000


class _Spot(NamedTuple):
    """Where the figure of a cell stands: the number of the grid and of the box, and its place on the paper.

    `unit` is what its header names.
    """

    grid: int
    box: int
    pointer: str
    kind: Kind
    unit: str | None
    evidence: Evidence


_new = tuple.__new__
_known: dict[_Shape, tuple[_Spot, ...]] = {}


def shape_of(layout: str, placed: Placed) -> _Shape | None:
    """Return all of some grids but their figures, None for what is not kept."""
    shape: list[object] = [layout]
    for grid, rows in placed:
        if not grid.boxes or len(grid.boxes) > _MOST_BOXES or not grid.is_aligned or grid.evidence.page is not None:
            return None
        texts, *places, evidence = zip(*grid.boxes, strict=True)
        words = tuple([_ANY if _is_figure(text) else text for text in texts])
        if sum(map(len, words)) > _MOST_CHARACTERS or any(evidence):
            return None
        shape += (grid.evidence.table, grid.evidence.line, grid.height, grid.width, tuple(rows), words, *places)
    return tuple(shape)


def read_as_before(shape: _Shape, placed: Placed, readings: Readings) -> bool:
    """Read tables of a shape that is known; tell whether it is."""
    spots = _known.get(shape)
    if spots is None:
        return False
    boxes = [grid.boxes for grid, _ in placed]
    cells = readings.cells
    for number, at, pointer, kind, unit, evidence in spots:
        printed = read_cell(boxes[number][at].text, kind)
        if unit is None:
            # A reading as its own constructor makes it, in half the time.
            cells[pointer] = _new(Reading, (printed, evidence))
        else:
            readings.take(pointer, printed, evidence, unit)
    return True


def keep(shape: _Shape, placed: Placed, rows: Sequence[DataRow], readings: Readings) -> None:
    """Keep where the figures of tables stand that were read for the first time, if figures had no part in that."""
    if readings.findings or readings.remarks or readings.undivided or readings.doubtful:
        return
    spots = tuple(_spots(placed, rows, readings))
    if {spot.pointer for spot in spots} == readings.cells.keys() and _are_all(spots, placed):
        if len(_known) >= _MOST_SHAPES:
            _known.clear()
        _known[shape] = spots


def _spots(placed: Placed, rows: Sequence[DataRow], readings: Readings) -> Iterator[_Spot]:
    """Yield the cells of all rows that labels and header tell alone."""
    numbers = {id(grid): number for number, (grid, _) in enumerate(placed)}
    boxes = {id(box): at for grid, _ in placed for at, box in enumerate(grid.boxes)}
    headers = Headers()
    for row in rows:
        at = row.at
        if at is None or at.group is not None or at.fit is Fit.PLACE or row.part or not row.is_headed:
            continue
        columns = headers.columns(at.block, row.header) or {}
        are_alone = all(_is_alone(row.rest, *place) for place in columns.values())
        for x, box in (by_header(row, columns) or {}).items() if columns and are_alone else ():
            pointer = at.block.cells[at.row, x]
            kind = readings.form.node(pointer).kind
            unit = unit_under(at.block, header_texts(row.header), row.labels) if kind == "amount" else None
            yield _Spot(numbers[id(row.grid)], boxes[id(box)], pointer, kind, unit, row.grid.evidence_of(box))


def _is_alone(boxes: Sequence[Box], start: int, end: int) -> bool:
    """Tell whether a single box stands under a column, and in one row."""
    under = [box for box in boxes if box.column < end and start < box.column + box.colspan]
    return len(under) == 1 and under[0].rowspan == 1


def _are_all(spots: Sequence[_Spot], placed: Placed) -> bool:
    """Tell whether each cell has one figure, and every figure of the grids is one of them."""
    told = {(spot.grid, spot.box) for spot in spots}
    figures = (
        (number, at)
        for number, (grid, rows) in enumerate(placed)
        for here in [dict(rows)]
        for at, box in enumerate(grid.boxes)
        if _is_figure(box.text) and not here.keys().isdisjoint(range(box.row, box.row + box.rowspan))
    )
    return len(told) == len(spots) == len({spot.pointer for spot in spots}) and all(one in told for one in figures)


def _is_figure(text: str) -> bool:
    if text.isdecimal():
        return len(text) <= _LONGEST and text.isascii()
    return "." in text and _DECIMAL.fullmatch(text) is not None
