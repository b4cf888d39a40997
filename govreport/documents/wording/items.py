"""A paper as items in reading order: paragraphs, and rows of grids that hold a single text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from govreport.documents.paper import Evidence, Grid, Paper, Paragraph
from govreport.documents.text import join_lines
from govreport.documents.wording import signs
from govreport.documents.wording.cells import is_figure_or_mark
from govreport.documents.wording.grid_rows import rows_of
from govreport.documents.wording.pages import PAGE_NUMBER
from govreport.form.numerals import NUMERAL, SIGNS
from govreport.form.stops import CLOSING, NARROW, STOPS

_SENTENCE_END = re.compile(rf"[{STOPS}{NARROW}：:；;][{CLOSING}]?$")
_OPENING = re.compile(rf"[（(]?{NUMERAL}[）)、]|\d{{1,2}}[.．、]|[①-⑳]|第[{SIGNS}]+[，、]|{signs.NOTE}[:：\d]")
# A note or a finding below a rendered table: what it names is no title.
NUMBERED = re.compile(rf"{signs.NOTE}\d+（|{signs.FINDING}\d+\s")
_FULL_STOP = re.compile(rf"[{STOPS}{NARROW}][{CLOSING}]?$")
_LATIN = re.compile(r"[A-Za-z0-9]")
_INDENT = 14
_SEVERAL = 3
_SHORTEST_LINE = 12
_LONGEST_HEADING = 30


@attrs.frozen(kw_only=True)
class Item:
    """A text of the paper: paragraph number `part`, or row `row` of the grid that is part `part`."""

    text: str
    part: int
    row: int
    evidence: Evidence
    container: tuple[int, ...] = ()
    paragraph: Paragraph | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among all items and rows."""
        return self.part, self.row


def items_of(paper: Paper) -> Sequence[Item]:
    """Return the texts of a paper in reading order."""
    return paper.keep("items", lambda: tuple(_items(paper)))


def _items(paper: Paper) -> Iterator[Item]:
    for number, part in enumerate(paper.parts):
        if isinstance(part, Paragraph):
            yield Item(
                text=part.text,
                part=number,
                row=0,
                evidence=part.evidence,
                container=part.container,
                paragraph=part,
            )
        else:
            yield from _single_texts(part, number)


def _single_texts(grid: Grid, number: int) -> Iterator[Item]:
    for y, boxes in enumerate(rows_of(grid)):
        texts = [box for box in boxes if box.text]
        if len(texts) == 1 and texts[0].row == y and not is_figure_or_mark(texts[0].text):
            for line in texts[0].text.split("\n"):
                yield Item(text=line, part=number, row=y, evidence=grid.evidence_of(texts[0]), container=grid.container)


def text_margin(items: Sequence[Item]) -> int | None:
    """Return how far to the left several lines of printed pages begin, None where there are no pages."""
    starts = Counter(item.paragraph.words[0].start for item in items if item.paragraph and item.paragraph.words)
    return min((start for start, lines in starts.items() if lines >= _SEVERAL), default=None)


def text_edge(items: Sequence[Item]) -> int:
    """Return how far to the right the lines of running text reach on printed pages."""
    return max((i.paragraph.words[-1].end for i in items if i.paragraph and i.paragraph.words), default=0)


def paragraphs(items: Sequence[Item], margin: int | None = None, edge: int = 0) -> list[str]:
    """Return running text as paragraphs: lines of a page or a text file are put together again.

    `margin` is where the lines of the pages begin: a text whose lines are all alike does not tell. `edge` is where
    they end: a sentence that ends before it ends its paragraph.
    """
    found: list[list[str]] = []
    starts = [item.paragraph.words[0].start for item in items if item.paragraph and item.paragraph.words]
    left = min(starts, default=0)
    if margin is not None and max(starts, default=0) - left < _INDENT:
        left = min(left, margin)
    before: Item | None = None
    for item in items:
        is_line = item.paragraph is not None and item.paragraph.is_line
        if is_line and PAGE_NUMBER.fullmatch(item.text):
            continue
        if is_line and before is not None and _goes_on(before, item, left, edge):
            both_latin = _LATIN.match(item.text) and _LATIN.match(found[-1][-1][-1:])
            found[-1].append((" " if both_latin else "") + join_lines(item.text))
        else:
            found.append([join_lines(item.text) if is_line else item.text])
        before = item if is_line else None
    return list(map("".join, found))


def _goes_on(before: Item, item: Item, margin: int, edge: int) -> bool:
    """Tell whether a line goes on with the paragraph of the line before it."""
    assert item.paragraph is not None
    words = item.paragraph.words
    if item.evidence.page is not None and words:
        if _FULL_STOP.search(before.text) and _is_short(before, edge):
            return False
        # On a printed page the indent opens a paragraph, and so does the number of a note.
        return words[0].start - margin < _INDENT and not NUMBERED.match(item.text)
    if _OPENING.match(item.text):
        return False
    if _SENTENCE_END.search(before.text):
        return False
    is_heading = _OPENING.match(before.text) is not None and len(before.text) <= _LONGEST_HEADING
    return not is_heading and len(before.text) >= _SHORTEST_LINE


def _is_short(line: Item, edge: int) -> bool:
    """Tell whether a line of a page leaves room for two more characters."""
    words = line.paragraph.words if line.paragraph is not None else ()
    letters = sum(len(word.text) for word in words)
    return bool(words) and edge - words[-1].end > 2 * (words[-1].end - words[0].start) // max(letters, 1)
