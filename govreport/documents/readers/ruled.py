"""The tables that ruling lines draw on a page: lines become boxes, and boxes tables.

The way that the library for PDF goes takes a time that grows with the fourth power of the number of lines, this one
hardly more than the number of places where they cross. Both find the same boxes.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from govreport.documents.limits import Limits

Cell = tuple[Any, Any, Any, Any]
Edge = dict[str, Any]
_Point = tuple[Any, Any]
# Lines cross that miss each other by this much.
_TOLERANCE = 3
# A page has at most this part of the boxes that a document may have: so small that nobody could read them.
_PAGES = 20
# Where boxes are not drawn side by side, so many pairs of places are held against each other for each box at most.
_STEPS = 20


def find_tables(edges: Sequence[Edge], limits: Limits) -> list[list[Cell]]:
    """Return the boxes of each table that lines draw, from top to bottom; raises UnreadableDocument for too many.

    A line has its `orientation`, "h" or "v", and `x0`, `x1`, `top`, `bottom`.
    """
    crossings = _Crossings(limits)
    crossings.add(edges)
    return _tables(crossings.cells())


class _Crossings:
    """The places where lines cross, each with the lines that do."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._steps = 0
        self._upright: dict[_Point, set[int]] = defaultdict(set)
        self._level: dict[_Point, set[int]] = defaultdict(set)

    def _step(self, count: int = 1) -> None:
        self._steps += count
        self._check(self._steps // _STEPS)

    def _check(self, boxes: int) -> None:
        self._limits.check("cells", boxes * _PAGES)

    def add(self, edges: Sequence[Edge]) -> None:
        """Find the places where the lines cross; lines that lie upon each other are one."""
        upright = sorted((e for e in edges if e["orientation"] == "v"), key=itemgetter("x0", "top"))
        level = sorted((e for e in edges if e["orientation"] == "h"), key=itemgetter("top", "x0"))
        heights = [edge["top"] for edge in level]
        numbers: dict[Cell, int] = {}
        for edge in upright:
            first = bisect_left(heights, edge["top"] - _TOLERANCE)
            last = bisect_right(heights, edge["bottom"] + _TOLERANCE)
            self._step(last - first)
            for other in level[first:last]:
                if other["x0"] - _TOLERANCE <= edge["x0"] <= other["x1"] + _TOLERANCE:
                    place = (edge["x0"], other["top"])
                    self._upright[place].add(numbers.setdefault(_box(edge), len(numbers)))
                    self._level[place].add(numbers.setdefault(_box(other), len(numbers)))
            self._check(len(self._upright))

    def cells(self) -> list[Cell]:
        """Return the smallest box that begins at each place to the right and down, if lines close one."""
        points = sorted(self._upright)
        in_column: dict[Any, list[Any]] = defaultdict(list)
        in_row: dict[Any, list[Any]] = defaultdict(list)
        for x, y in points:
            in_column[x].append(y)
            in_row[y].append(x)
        found = (self._cell(point, in_column[point[0]], in_row[point[1]]) for point in points)
        return [cell for cell in found if cell is not None]

    def _cell(self, point: _Point, column: Sequence[Any], row: Sequence[Any]) -> Cell | None:
        x, y = point
        for bottom in column[bisect_right(column, y) :]:
            self._step()
            if self._upright[point].isdisjoint(self._upright[x, bottom]):
                continue
            for right in row[bisect_right(row, x) :]:
                self._step()
                corner = (right, bottom)
                if (
                    not self._level[point].isdisjoint(self._level[right, y])
                    and corner in self._upright
                    and not self._upright[corner].isdisjoint(self._upright[right, y])
                    and not self._level[corner].isdisjoint(self._level[x, bottom])
                ):
                    return x, y, right, bottom
        return None


def _box(edge: Edge) -> Cell:
    return edge["x0"], edge["top"], edge["x1"], edge["bottom"]


def _tables(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Return the boxes that hang together by their corners, from top to bottom; a single box is no table."""
    leader = list(range(len(cells)))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    at_corner: dict[_Point, int] = {}
    for number, (left, top, right, bottom) in enumerate(cells):
        for corner in ((left, top), (left, bottom), (right, top), (right, bottom)):
            leader[lead(number)] = lead(at_corner.setdefault(corner, number))
    tables: dict[int, list[Cell]] = defaultdict(list)
    for number, cell in enumerate(cells):
        tables[lead(number)].append(cell)
    ordered = sorted(tables.values(), key=lambda table: min((cell[1], cell[0]) for cell in table))
    return [table for table in ordered if len(table) > 1]
