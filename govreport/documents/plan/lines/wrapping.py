"""Lines of a narrow column: which go on with the line before, told by the room that was left there."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from govreport.documents.text import join_lines
from govreport.form.stops import CLOSING, NARROW, STOPS

_WORD = re.compile(r"[0-9A-Za-z.,%/:_-]+")
_CLOSING = frozenset("，。、；：！？”’」』）)》〉】〕,.;:!?%…—")
_OPENING = frozenset("“‘「『（(《〈【〔")
_SENTENCE_END = re.compile(rf"[{STOPS}{NARROW}；;][{CLOSING}]*$")
_DIGIT_GAP = re.compile(r"(?<=[0-9]) +(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) +(?=[0-9])")
# So many of a hundred lines reach the edge of their column at least; a single line beyond it tells nothing.
_REACHING = 5
# Where punctuation is squeezed, a line holds a little more than others.
_SQUEEZED = 1
# So much is added to the width of a column in which nothing is squeezed: what fits exactly had room there.
EXACTLY = 2


def width(text: str) -> int:
    """Return how wide a text is, in halves of a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def column_width(lines: Iterable[str]) -> int:
    """Return how wide the column is that lines were broken in, 0 where there are none."""
    widths = sorted(map(width, lines), reverse=True)
    return widths[len(widths) * _REACHING // 100] if widths else 0


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends where a sentence does."""
    return _SENTENCE_END.search(text) is not None


def wraps(before: str, line: str, column: int) -> bool:
    """Tell whether the break between two lines is one of layout: what the second begins with had no more room."""
    return width(before) + width(_first_piece(line)) >= column - _SQUEEZED


def _first_piece(line: str) -> str:
    """Return the beginning of a line that cannot be parted: a word or a character, with the signs that cling to it."""
    start = 0
    while start < len(line) and line[start] in _OPENING:
        start += 1
    word = _WORD.match(line, start)
    end = word.end() if word else start + 1
    while end < len(line) and line[end] in _CLOSING:
        end += 1
    return line[:end]


def joined(lines: Sequence[str], column: int) -> str:
    """Return running text whose lines were broken by layout; a sentence that leaves room ends a paragraph."""
    text = lines[0] if lines else ""
    for before, line in pairwise(lines):
        is_break = ends_sentence(before) and not wraps(before, line, column)
        text += "\n" + line if is_break else _between(before, line) + line
    return "\n".join(map(join_lines, text.split("\n")))


def _between(before: str, line: str) -> str:
    """Return the blank that parted two words of Latin letters, which a line break takes the place of."""
    return " " if _WORD.match(line[:1]) and _WORD.match(before[-1:]) else ""


def compact(text: str) -> str:
    """Return a short text on one line, without the blanks that set digits apart from Chinese characters."""
    return _DIGIT_GAP.sub("", join_lines(text.replace("\n", " ")))
