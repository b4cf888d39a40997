"""Grids row by row."""

from operator import attrgetter

from govreport.documents.paper import Box, Grid

_COLUMN = attrgetter("column")


def rows_of(grid: Grid) -> list[list[Box]]:
    """Return for each row the boxes that cover it, from left to right."""
    rows: list[list[Box]] = [[] for _ in range(grid.height)]
    for box in grid.boxes:
        if box.rowspan == 1:
            if box.row < grid.height:
                rows[box.row].append(box)
            continue
        for y in range(box.row, min(box.row + box.rowspan, grid.height)):
            rows[y].append(box)
    for row in rows:
        row.sort(key=_COLUMN)
    return rows
