"""The order of columns where figures have no places: a header, or sums of rows, may say that it is not the form's."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from govreport.documents.report.tables.form import Block, is_sum
from govreport.documents.report.tables.joined_labels import joined_column
from govreport.documents.wording.labels import fold

Figures = Sequence[int | None]


def is_in_order(layout: str, block: Block, texts: Sequence[str]) -> bool:
    """Tell whether the labels of columns stand among the texts of a header in the order of the form.

    The label of a sum may stand in a row of the header above the others, and so before them: sums tell where it is.
    """
    places: dict[str, int] = {}
    for place, text in enumerate(texts):
        column = joined_column(block, text)
        places.setdefault(block.columns[column].label if column is not None else fold(text), place)
    sums = {block.columns[x].label for x in range(len(block.columns)) if _is_total(layout, block, x)}
    deepest = max(len(line.labels) for line in block.columns)
    for depth in range(deepest):
        labels = dict.fromkeys(line.labels[depth] for line in block.columns if len(line.labels) > depth)
        found = [places[label] for label in labels if label in places and (label not in sums or deepest == 1)]
        if found != sorted(found):
            return False
    return True


def is_total_first(layout: str, block: Block, rows: Iterable[Figures]) -> bool:
    """Tell whether the first figure of rows is the sum of the others, where the form has the sum in the last column."""
    if not _is_total(layout, block, len(block.columns) - 1):
        return False
    last = first = 0
    for row in rows:
        figures = [figure or 0 for figure in row]
        if any(figures):
            total = sum(figures)
            is_last = total == 2 * figures[-1]
            last += is_last
            first += total == 2 * figures[0] and not is_last
    return first > last


@cache
def _is_total(layout: str, block: Block, column: int) -> bool:
    cells: Mapping[int, str] = {x: block.cells[0, x] for x in range(len(block.columns))}
    return is_sum(layout, cells[column], (cell for x, cell in cells.items() if x != column))
