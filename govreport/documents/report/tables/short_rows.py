"""Rows with fewer figures than columns: whether their last figure is the total, wherever the others stand."""

from collections import Counter
from collections.abc import Iterable

# So many other rows of the table must prove it, each with figures of its own that are not all 0.
_FEWEST_PROOFS = 2

Figures = tuple[int | None, ...]


class ShortRows:
    """The short rows of one table.

    A row that was cut off may by chance end in a figure that is the sum of those before it, above all if they are 0;
    where all rows of as many figures end so, it is no chance.
    """

    def __init__(self, rows: Iterable[Figures]) -> None:
        self._by_length: dict[int, Counter[Figures]] = {}
        for row in rows:
            self._by_length.setdefault(len(row), Counter())[row] += 1
        self._summed = {length for length, alike in self._by_length.items() if all(map(_is_summed, alike))}

    def ends_in_total(self, figures: Figures) -> bool:
        """Tell whether the last figure of one of the rows is the sum of the others, and other rows prove it must be."""
        if len(figures) not in self._summed:
            return False
        alike = self._by_length[len(figures)]
        is_counted = any(figures) and alike[figures] == 1
        return sum(1 for other in alike if any(other)) - int(is_counted) >= _FEWEST_PROOFS


def _is_summed(figures: Figures) -> bool:
    if not figures:
        return False
    *parts, last = figures
    known = [part for part in parts if part is not None]
    return last is not None and len(known) == len(parts) and sum(known) == last
