"""Slots: rectangles on a page as boxes of a grid, whose columns and rows begin where rectangles do."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

Rectangle = tuple[Any, Any, Any, Any]  # left, top, right, bottom
_SAME_EDGE = 2


class Slot(NamedTuple):
    """Where a rectangle stands in a grid, and how far it reaches."""

    row: int
    column: int
    rowspan: int
    colspan: int


class Slots:
    """The grid of some rectangles."""

    def __init__(self, rectangles: Sequence[Rectangle]) -> None:
        self._columns, self._rows = _edges(rectangles, 0), _edges(rectangles, 1)
        self.height, self.width = len(self._rows) - 1, len(self._columns) - 1

    def of(self, rectangle: Rectangle) -> Slot:
        """Return the slot of one of the rectangles."""
        column, row = _index(self._columns, rectangle[0]), _index(self._rows, rectangle[1])
        return Slot(
            row,
            column,
            max(1, _index(self._rows, rectangle[3]) - row),
            max(1, _index(self._columns, rectangle[2]) - column),
        )


def _edges(rectangles: Sequence[Rectangle], axis: int) -> list[Any]:
    """Return the places of the edges along an axis, from the first to the last."""
    edges: list[Any] = []
    for edge in sorted({r[axis] for r in rectangles} | {r[axis + 2] for r in rectangles}):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return edges


def _index(edges: list[Any], place: Any) -> int:
    return max(0, bisect_right(edges, place + _SAME_EDGE / 2) - 1)
