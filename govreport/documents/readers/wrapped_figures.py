"""Figures that a narrow box breaks over two lines of a text: 6541 printed as 654 and, right below it, 1.

What stands in the second line may as well be the figures of a row of its own. So neither line is believed: such a
figure is read as what cannot be read, with both of its parts.
"""

import re
from collections.abc import Callable, Iterable, Iterator

import attrs

from govreport.documents.paper import Paragraph, Part, Word

# What stands between the two parts of such a figure: no figure has it.
BREAK = "⏎"
_PART = re.compile(r"[\d０-９]{1,4}")
_PARTS = re.compile(r"[ \xa0\u3000]{10,}[\d０-９]{1,4}(?:[ \xa0\u3000]{3,}[\d０-９]{1,4}){0,40}[ \xa0\u3000]*")
_FIGURE = re.compile(r"(?<![^ \xa0\u3000])[\d０-９][\d０-９,，]*(?![^ \xa0\u3000])")
# So many figures make a row.
_FEWEST = 3
_Span = tuple[int, int]


def with_breaks(parts: Iterable[tuple[Part, str]], width: Callable[[str], int]) -> Iterator[Part]:
    """Yield the parts of a text, those of figures joined to the line above; the text of a line stands beside it.

    `width` tells how wide a text is in print. Programs that write a page as text count either that or the characters.
    """
    above: tuple[Paragraph, str] | None = None
    for part, line in parts:
        joined = _joined(*above, part, line, width) if above is not None else None
        if joined is not None:
            yield joined
            above = None
            continue
        if above is not None:
            yield above[0]
        above = (part, line) if isinstance(part, Paragraph) and part.words else None
        if above is None:
            yield part
    if above is not None:
        yield above[0]


def _joined(above: Paragraph, line: str, part: Part, below: str, width: Callable[[str], int]) -> Paragraph | None:
    """Return the line above with what stands right below its figures, None where that is anything else."""
    if not isinstance(part, Paragraph) or not _PARTS.fullmatch(below):
        return None
    if (part.evidence.line or 0) != (above.evidence.line or 0) + 1:
        return None
    figures, pieces = list(_FIGURE.finditer(line)), list(_PART.finditer(below))
    if not max(len(pieces) + 1, _FEWEST) <= len(figures):
        return None
    for measure in (len, width):
        spans = [(measure(line[: f.start()]), measure(line[: f.end()])) for f in figures]
        starts = [measure(below[: piece.start()]) for piece in pieces]
        places = [next((n for n, (start, end) in enumerate(spans) if start <= x < end), None) for x in starts]
        if None not in places and len(set(places)) == len(places):
            return _with_parts(above, {n or 0: p[0] for n, p in zip(places, pieces, strict=True)})
    return None


def _with_parts(above: Paragraph, parts: dict[int, str]) -> Paragraph | None:
    """Return a line whose figures with these numbers have their other parts."""
    words, number = [], 0
    for word in above.words:
        text = word.text
        if _FIGURE.fullmatch(text):
            text += f"{BREAK}{parts[number]}" if number in parts else ""
            number += 1
        words.append(Word(text=text, start=word.start, end=word.end))
    return attrs.evolve(above, words=tuple(words), text=" ".join(word.text for word in words))
