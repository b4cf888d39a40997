"""Which cell of the form labels lead to, wherever each of them stands: beside a figure, above it, in one text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from govreport.documents.report.tables.form import Block

# More labels than this lead to no cell.
_MOST_LABELS = 12


class _Cell(NamedTuple):
    pointer: str
    known: Mapping[str, int]
    asked: Mapping[str, int]


class LabelSets:
    """The cells of some blocks by the labels of their row and column, in any order.

    Labels lead to a cell if all of them are its own, the innermost of its row and of its column among them; where a
    block has one column, that of the row is enough. A label that row and column share is asked for twice.
    """

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._by_label = _by_label(tuple(blocks))
        self._led: dict[tuple[str, ...], str | None] = {}

    def led_to(self, labels: Sequence[str]) -> str | None:
        """Return the pointer of the one cell that labels lead to, None where they lead to none or to several."""
        if not labels or len(labels) > _MOST_LABELS:
            return None
        key = tuple(sorted(labels))
        if key not in self._led:
            counted = Counter(labels)
            near = {id(cell): cell for label in counted for cell in self._by_label.get(label, ())}
            found = {cell.pointer for cell in near.values() if _is_led(counted, cell)}
            self._led[key] = found.pop() if len(found) == 1 else None
        return self._led[key]


def _is_led(labels: Mapping[str, int], cell: _Cell) -> bool:
    is_known = all(count <= cell.known.get(label, 0) for label, count in labels.items())
    return is_known and all(labels.get(label, 0) >= count for label, count in cell.asked.items())


@lru_cache(maxsize=64)
def _by_label(blocks: tuple[Block, ...]) -> Mapping[str, Sequence[_Cell]]:
    """Return the cells of some blocks by a label that each of their sets of labels has."""
    found: dict[str, list[_Cell]] = {}
    for block in blocks:
        for (row, column), pointer in block.cells.items():
            beside, above = block.rows[row].labels, block.columns[column].labels
            last = above[-1:] if len(block.columns) > 1 or not beside else ()
            cell = _Cell(pointer, Counter((*beside, *above)), Counter((*beside[-1:], *last)))
            found.setdefault((*beside, *above)[-1], []).append(cell)
            if beside and not last:
                found.setdefault(beside[-1], []).append(cell)
    return found
