"""Where on a paper words stand."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby

from govreport.documents.paper import Evidence, Grid, Paper, Paragraph, Printed
from govreport.findings import Finding

_BLANK = re.compile(r"\s+")
_CUT = "…"
# What stands for a figure of a number that is hidden.
_HIDDEN = "*"
# To look in vain takes a whole text each time; whoever reads so many findings looks for none of the others.
_MOST_IN_VAIN = 200


def folded(text: str) -> str:
    """Return a text as it is compared: without blanks, each character in its plain shape."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def words_of(finding: Finding) -> str:
    """Return the words of a text that a finding of a rule is about, "" where it is about none."""
    quote, found = finding.parameters.get("quote"), finding.parameters.get("found")
    if isinstance(quote, str) and quote:
        return quote
    return found if finding.rule is not None and isinstance(found, str) else ""


def find_words(paper: Paper, words: str, start: Evidence | None) -> Evidence | None:
    """Return where words stand: first behind the place where their section begins, then anywhere; None if nowhere.

    Words may be cut, which an ellipsis at their end says, and figures of a number hidden.
    """
    pattern = _pattern(words)
    if pattern is None:
        return None
    texts = list(_texts(paper))
    first = next((number for number, (_, place) in enumerate(texts) if _is_same(place, start)), 0)
    return next((place for text, place in (*texts[first:], *texts[:first]) if pattern.search(folded(text))), None)


class Passage:
    """A text that is printed in pieces: paragraphs, or lines over which its words may go."""

    def __init__(self, pieces: Sequence[Printed]) -> None:
        plain = [folded(text) for text, _ in pieces]
        self._text = "".join(plain)
        self._ends = list(accumulate(map(len, plain)))
        self._places = [place for _, place in pieces]

    def find(self, words: str, start: int = 0) -> tuple[Evidence | None, int]:
        """Return where words begin, the first behind a position if there are any, and their own position."""
        pattern = _pattern(words)
        found = None if pattern is None else pattern.search(self._text, start) or pattern.search(self._text)
        if found is None:
            return None, start
        return self._places[bisect_right(self._ends, found.start())], found.start() + 1


class Finder:
    """Finds the words of one finding after the other: the same words again are those that come next."""

    def __init__(self, texts: Mapping[str, Sequence[Printed]]) -> None:
        self._texts = texts
        self._passages: dict[str, Passage] = {}
        self._reached: dict[tuple[str, str], int] = {}
        self._in_vain = 0

    def place(self, finding: Finding) -> Evidence | None:
        """Return where the words stand that a finding is about, None where it is about none of a text."""
        pieces, words = self._texts.get(finding.pointer), words_of(finding)
        if not pieces or not words or self._in_vain >= _MOST_IN_VAIN:
            return None
        passage = self._passages.get(finding.pointer)
        if passage is None:
            passage = self._passages[finding.pointer] = Passage(pieces)
        kind = finding.code, finding.pointer
        place, self._reached[kind] = passage.find(words, self._reached.get(kind, 0))
        self._in_vain += place is None
        return place


def _pattern(words: str) -> re.Pattern[str] | None:
    """Return what finds words in a folded text, None without any."""
    wanted = folded(words).removesuffix(folded(_CUT))
    if not wanted:
        return None
    return re.compile("".join("." if sign == _HIDDEN else re.escape(sign) for sign in wanted))


def _texts(paper: Paper) -> Iterator[Printed]:
    """Yield what is printed at each place; the lines of one paragraph are one text."""
    for place, parts in groupby(paper.parts, key=lambda part: part.evidence):
        for is_running, alike in groupby(parts, key=lambda part: isinstance(part, Paragraph)):
            if is_running:
                yield "".join(part.text for part in alike if isinstance(part, Paragraph)), place
            else:
                for grid in alike:
                    if isinstance(grid, Grid):
                        yield from ((box.text, grid.evidence_of(box)) for box in grid.boxes)


def _is_same(place: Evidence, other: Evidence | None) -> bool:
    """Tell whether two places are one, by whatever their values are known."""
    return other is not None and all(
        getattr(place, name) == getattr(other, name) for name in ("table", "row", "column", "paragraph")
    )
