"""Turned tables: grids with a column for each row of the form, turned back."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from govreport.documents.paper import Box, Grid
from govreport.documents.report.tables.form import Block, Form
from govreport.documents.report.tables.joined_labels import joined_column
from govreport.documents.wording.labels import fold

# A grid with more boxes than this is no table of the form, nor is one with more labels.
_MOST_BOXES, _MOST_LABELS = 5_000, 400


def upright(form: Form, grid: Grid, tables: Iterable[str]) -> Grid | None:
    """Return a grid turned back if labels of rows stand above figures and those of columns beside them, else None."""
    if len(grid.boxes) > _MOST_BOXES:
        return None
    wanted = frozenset(tables)
    lines = [block for block in form.blocks if block.table in wanted]
    rows = {line.label for block in lines for line in block.rows if line.labels}
    columns = {line.label for block in lines for line in block.columns if line.labels}
    # What names both says nothing.
    rows, columns = rows - columns, columns - rows
    known = rows | columns
    folded = [
        (box, label if label in known else _joined(lines, box.text))
        for box in grid.boxes
        if (label := fold(box.text)) and not label.isdecimal()
    ]
    if sum(label in rows or label in columns for _, label in folded) > _MOST_LABELS:
        return None
    across = _crossings([b for b, label in folded if label in columns], [b for b, label in folded if label in rows])
    straight = _crossings([b for b, label in folded if label in rows], [b for b, label in folded if label in columns])
    return _turned(grid) if across > straight else None


def _joined(blocks: Iterable[Block], text: str) -> str:
    """Return the label of the column that a text names together with its group, "" for any other text."""
    joined = ((block, joined_column(block, text)) for block in blocks)
    return next((block.columns[x].label for block, x in joined if x is not None), "")


def with_rows(grid: Grid, rows: Sequence[int]) -> Grid:
    """Return the part of a grid that some rows, one behind the other, are; boxes keep their places in the paper."""
    first, last = rows[0], rows[-1]
    if len(rows) == grid.height:
        return grid
    boxes = (
        box._replace(row=box.row - first, evidence=grid.evidence_of(box))
        for box in grid.boxes
        if first <= box.row and box.row + box.rowspan <= last + 1
    )
    return attrs.evolve(grid, boxes=tuple(boxes), height=len(rows))


def _crossings(beside: Iterable[Box], above: Iterable[Box]) -> int:
    """Return how many pairs of labels stand so that a figure may be to the right of one and below the other."""
    tops = [(box.row, box.column) for box in above]
    return sum(1 for box in beside for row, column in tops if row < box.row and box.column < column)


def _turned(grid: Grid) -> Grid:
    return attrs.evolve(
        grid,
        boxes=tuple(sorted(_boxes(grid), key=lambda box: (box.row, box.column))),
        height=grid.width,
        width=grid.height,
    )


def _boxes(grid: Grid) -> Iterator[Box]:
    for box in grid.boxes:
        text, row, column, rowspan, colspan, _ = box
        yield Box(text, column, row, colspan, rowspan, grid.evidence_of(box))
