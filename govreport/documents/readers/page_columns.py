"""Columns of a page: two texts beside each other, as where two pages are printed on one sheet."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from govreport.documents.readers.ruled import Cell

Char = dict[str, Any]
Table = Sequence[Cell]
# Between the columns of a page is so much room, in points, from its top to its bottom.
_LEAST_ROOM = 14
# What stands so near to the edge of the page may run over both.
_EDGE = 60
_FEWEST_LINES = 5


def columns(
    height: float, chars: Sequence[Char], tables: Sequence[Table]
) -> list[tuple[Sequence[Char], Sequence[Table]]]:
    """Return the characters and the tables of each column of a page, from left to right; a page may have one.

    Where no lines draw a table nobody can tell the columns of a page from those of a table.
    """
    middle = _gutter(height, chars, tables) if tables else None
    if middle is None:
        return [(chars, tables)]
    sides: list[tuple[Sequence[Char], Sequence[Table]]] = []
    for is_right in (False, True):
        own = [char for char in chars if ((char["x0"] + char["x1"]) / 2 > middle) == is_right]
        sides.append((own, [table for table in tables if (table[0][0] > middle) == is_right]))
    return sides if all(_is_column(own, inside) for own, inside in sides) else [(chars, tables)]


def _gutter(height: float, chars: Sequence[Char], tables: Sequence[Table]) -> float | None:
    """Return the middle of the widest room that nothing reaches into, None where there is none."""
    inner = ((char["x0"], char["x1"]) for char in chars if char["bottom"] > _EDGE and char["top"] < height - _EDGE)
    covered = [*inner, *((min(map(itemgetter(0), table)), max(map(itemgetter(2), table))) for table in tables)]
    widest, middle, reached = float(_LEAST_ROOM), None, None
    for start, end in sorted(covered):
        if reached is not None and start - reached > widest:
            widest, middle = start - reached, (start + reached) / 2
        reached = end if reached is None else max(reached, end)
    return middle


def _is_column(chars: Iterable[Char], tables: Sequence[Table]) -> bool:
    """Tell whether one side of a page has a table of its own, and several lines."""
    return bool(tables) and len({round(char["top"] / _LEAST_ROOM) for char in chars}) >= _FEWEST_LINES
