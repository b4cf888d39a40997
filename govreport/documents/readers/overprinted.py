"""Characters that lie over others: watermarks across a page, and what is drawn twice to look bold or to be searched."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Char = dict[str, Any]
# A text that runs neither along the page nor up or down it: one of both directions has more than this of the other.
_SLANTED = 0.1
# The same character within so much of its size is drawn again: no two of one text stand as close.
_SAME = 0.2
# Places are kept in squares of so many points.
_SQUARE = 4
_MOST_IN_A_SQUARE = 32


def is_slanted(matrix: Sequence[float]) -> bool:
    """Tell whether a character with this matrix stands neither upright nor turned by a right angle."""
    along, up = abs(matrix[0]), abs(matrix[1])
    return min(along, up) > _SLANTED * max(along, up)


def without_overprinted(chars: Iterable[Char]) -> Iterator[Char]:
    """Yield the characters of a page, each once, those of slanted texts left out."""
    known: dict[tuple[str, int, int], list[tuple[float, float]]] = {}
    for char in chars:
        if is_slanted(char["matrix"]):
            continue
        text = char["text"]
        if text.isspace():
            yield char
            continue
        x, y, reach = float(char["x0"]), float(char["bottom"]), _SAME * float(char["size"])
        reach = min(reach, _SQUARE / 2)
        left, right, top, foot = (int(place // _SQUARE) for place in (x - reach, x + reach, y - reach, y + reach))
        here = known.setdefault((text, int(x // _SQUARE), int(y // _SQUARE)), [])
        if left == right and top == foot:
            near: Iterable[tuple[float, float]] = here
        else:
            # Of the squares around its own, those that it is near to.
            squares = ((text, column, row) for column in {left, right} for row in {top, foot})
            near = [place for square in squares for place in known.get(square, ())]
        if any(abs(x - other) < reach and abs(y - below) < reach for other, below in near):
            continue
        if len(here) < _MOST_IN_A_SQUARE:
            here.append((x, y))
        yield char
