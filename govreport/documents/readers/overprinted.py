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
        text, x, y = char["text"], float(char["x0"]), float(char["bottom"])
        # Of the squares around its own, those on the nearer sides; sizes above the square's are those of titles.
        reach = min(_SAME * float(char["size"]), _SQUARE / 2)
        columns = {int((x - reach) // _SQUARE), int((x + reach) // _SQUARE)}
        rows = {int((y - reach) // _SQUARE), int((y + reach) // _SQUARE)}
        near = (place for column in columns for row in rows for place in known.get((text, column, row), ()))
        if text.strip() and any(abs(x - left) < reach and abs(y - foot) < reach for left, foot in near):
            continue
        places = known.setdefault((text, int(x // _SQUARE), int(y // _SQUARE)), [])
        if len(places) < _MOST_IN_A_SQUARE:
            places.append((x, y))
        yield char
