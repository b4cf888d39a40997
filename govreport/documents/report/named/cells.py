"""Which cell of the form the labels before a figure lead to."""

from collections.abc import Iterable, Iterator, Sequence

from govreport.documents.report.named.vocabulary import Vocabulary
from govreport.documents.report.tables.form import Block

Path = Sequence[str]


class Cells:
    """The cells of some blocks by their labels: those of the row, then of the column, or the reverse."""

    def __init__(self, words: Vocabulary, *, is_row_first: bool) -> None:
        self._by_last: dict[str, list[tuple[Path, Path, str]]] = {}
        for block in words.blocks:
            for outer, inner, pointer in _paths(block, is_row_first):
                for last in {(inner or outer)[-1], *outer[-1:]}:
                    self._by_last.setdefault(last, []).append((outer, inner, pointer))

    def led_to(self, labels: Path) -> set[str]:
        """Return the pointers of the cells to which labels lead, all of them and in their order."""
        found = self._by_last.get(labels[-1], ()) if labels else ()
        return {pointer for outer, inner, pointer in found if _leads(labels, outer, inner)}


def _paths(block: Block, is_row_first: bool) -> Iterator[tuple[Path, Path, str]]:
    """Yield every cell with its outer and its inner labels; where there is but one column its label says nothing."""
    is_single = len(block.columns) == 1
    for (row, column), pointer in block.cells.items():
        beside, above = block.rows[row].labels, block.columns[column].labels
        yield (beside, above, pointer) if is_row_first or not beside else (above, beside, pointer)
        if is_single and beside:
            yield beside, (), pointer


def _leads(labels: Path, outer: Path, inner: Path) -> bool:
    """Tell whether labels are some of the outer, the innermost of them included, and then some of the inner ones."""
    return any(_is_part(labels[:cut], outer) and _is_part(labels[cut:], inner) for cut in range(len(labels) + 1))


def _is_part(labels: Path, path: Path) -> bool:
    """Tell whether labels are some of a path, in its order, its last one included; none of an empty path."""
    if not path or not labels:
        return not path and not labels
    if labels[-1] != path[-1]:
        return False
    rest: Iterable[str] = iter(path[:-1])
    return all(label in rest for label in labels[:-1])
