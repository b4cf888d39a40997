"""Broken labels: a label that began on the line above its row, where a line of text ends the table before it."""

import attrs

from govreport.documents.paper import Grid, Paragraph
from govreport.documents.report.tables.form import Form

_LONGEST = 60


def with_line_above(form: Form, grid: Grid, above: Paragraph | None, tables: frozenset[str]) -> Grid:
    """Return a grid whose first label goes on with the line right above it, as one label; else the grid as it is.

    Together they must be the very label of a row, which the second part alone is not.
    """
    first = next((box for box in grid.boxes if box.text), None)
    if above is None or not above.is_line or first is None or first.row or len(above.text) > _LONGEST:
        return grid
    if grid.evidence.line is None or above.evidence.line != grid.evidence.line - 1:
        return grid
    whole = form.exact_row(above.text + first.text)
    alone = form.exact_row(first.text)
    if whole is None or whole.block.table not in tables or alone is not None:
        return grid
    boxes = tuple(box._replace(text=above.text + box.text) if box is first else box for box in grid.boxes)
    return attrs.evolve(grid, boxes=boxes)
