"""Grids row by row."""

from govreport.documents.paper import Box, Grid


def rows_of(grid: Grid) -> list[list[Box]]:
    """Return for each row the boxes that cover it, from left to right."""
    rows: list[list[Box]] = [[] for _ in range(grid.height)]
    for box in grid.boxes:
        for y in range(box.row, min(box.row + box.rowspan, grid.height)):
            rows[y].append(box)
    for row in rows:
        row.sort(key=lambda box: box.column)
    return rows
