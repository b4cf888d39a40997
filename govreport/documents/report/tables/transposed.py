"""Crosswise: a table printed with some of its columns as rows, each figure told by all labels beside and above it."""

from govreport.documents.paper import Box, Grid
from govreport.documents.report.tables.form import Block
from govreport.documents.wording.cells import is_figure_or_mark
from govreport.documents.wording.labels import fold

# So many labels has a table that is printed crosswise at most, each of them once for every row or column.
_MOST_LABELS = 60


def read_crosswise(block: Block, grid: Grid) -> dict[str, Box] | None:
    """Return the box of every cell of a block by its pointer, None unless each is found, and found once.

    The labels of a cell lead to it whichever of them stand beside it and which above.
    """
    wanted = {
        frozenset((*block.rows[row].labels, *block.columns[column].labels)): pointer
        for (row, column), pointer in block.cells.items()
    }
    if len(wanted) < len(block.cells) or not grid.is_aligned:
        return None
    known = {label for labels in wanted for label in labels}
    labels = [(box, label) for box in grid.boxes if (label := fold(box.text)) in known]
    if len(labels) > _MOST_LABELS:
        return None
    found: dict[str, Box] = {}
    for box in grid.boxes:
        if box.text and not is_figure_or_mark(box.text):
            continue
        pointer = wanted.get(frozenset(label for other, label in labels if _leads(other, box)))
        if pointer in found:
            return None
        if pointer is not None:
            found[pointer] = box
    return found if len(found) == len(wanted) else None


def _leads(label: Box, box: Box) -> bool:
    """Tell whether a label stands to the left of a box or above it."""
    is_beside = label.row < box.row + box.rowspan and box.row < label.row + label.rowspan
    is_above = label.column < box.column + box.colspan and box.column < label.column + label.colspan
    return (is_beside and label.column < box.column) or (is_above and label.row < box.row)
