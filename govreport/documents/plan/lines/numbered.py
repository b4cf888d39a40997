"""A table of tasks whose columns are lost: its lines, parted into tasks by the numbers that stand alone."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.documents.paper import Evidence
from govreport.documents.plan.tables.columns import header_in_lines
from govreport.documents.wording.items import Item
from govreport.documents.wording.pages import PAGE_NUMBER
from govreport.form.stops import CLOSING, STOPS

_NUMBER = re.compile(r"([0-9]{1,4})[.．、]?")
_NUMBERED = re.compile(r"([0-9]{1,4})[.．、 ]\s*(\S.*)")
# A blank never follows a full stop, but where the next column begins.
_NEXT_COLUMN = re.compile(rf"(?<=[{STOPS}]) +|(?<=[{STOPS}][{CLOSING}]) +")
_STOP = re.compile(rf"[{STOPS}][{CLOSING}]*$")
_FIRST = 1
# A header takes so many lines at most.
_MOST_LINES = 24
_GAP = 2


class Line(NamedTuple):
    """A line of the table and where it is printed; `words` are its pieces where gaps set them apart.

    `item` is the number of the item that it is taken from, among those of the table.
    """

    text: str
    evidence: Evidence
    item: int
    words: tuple[str, ...] = ()


class Block(NamedTuple):
    """The lines of one task, without its number."""

    number: str
    evidence: Evidence
    lines: tuple[Line, ...]


def lines_of(plan: str, items: Sequence[Item], repeated: Collection[str]) -> list[Line]:
    """Return the lines of a table without what its pages repeat: the header, the title in its lines, page numbers."""
    kept: list[Line] = []
    texts = [item.text for item in items]
    number = 0
    while number < len(items):
        header = header_in_lines(plan, texts[number : number + _MOST_LINES])
        if header is not None:
            number += header[1]
            continue
        item = items[number]
        number += 1
        is_bare = _NUMBER.fullmatch(item.text) is not None
        if item.text in repeated or (PAGE_NUMBER.fullmatch(item.text) and not is_bare):
            continue
        words = _pieces(item)
        kept.extend(
            Line(piece, item.evidence, number - 1, words if len(words) > 1 else ())
            for piece in _NEXT_COLUMN.split(item.text)
            if piece
        )
    return kept


def _pieces(item: Item) -> tuple[str, ...]:
    """Return the pieces of a line that gaps set apart: on a page any gap, in a text file more than one blank."""
    words = item.paragraph.words if item.paragraph is not None else ()
    least = 1 if item.evidence.page is not None else _GAP
    pieces = [[word.text] for word in words[:1]]
    for before, word in pairwise(words):
        if word.start - before.end >= least:
            pieces.append([word.text])
        else:
            pieces[-1].append(word.text)
    return tuple(map(" ".join, pieces))


def blocks_of(lines: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """Return the lines before the first task, and the blocks of the tasks in their order."""
    starts = list(_starts(lines))
    if not starts:
        return list(lines), []
    blocks = []
    for (at, number, rest), end in zip(starts, [*(at for at, _, _ in starts[1:]), len(lines)], strict=True):
        first = [lines[at]._replace(text=rest)] if rest else []
        blocks.append(Block(number, lines[at].evidence, (*first, *_without_page_numbers(lines[at + 1 : end]))))
    return list(lines[: starts[0][0]]), blocks


def _without_page_numbers(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of a task without numbers at their ends, which are those of pages."""
    start, end = 0, len(lines)
    while start < end and _is_number(lines[start]):
        start += 1
    while start < end and _is_number(lines[end - 1]):
        end -= 1
    return lines[start:end]


def _starts(lines: Sequence[Line]) -> Iterator[tuple[int, str, str]]:
    """Yield where a task begins: the line, its number as printed, and what else stands on the line.

    A number that is the next one is believed, unless it stands there again; any other, such as that of a page,
    only where what stands before it and behind it are tasks for themselves. So a wrong number stays what it is.
    """
    survey = _Survey(lines)
    begun, expected, in_rows, at = -1, _FIRST, False, 0
    while at < len(lines):
        end = survey.end_of_numbers(at)
        if end > at:
            # Of numbers below each other one may be that of a page.
            run = [_number(line) for line in lines[at:end]]
            chosen = max((n for n in range(len(run)) if run[n] == expected), default=len(run) - 1)
            number, following = run[chosen], survey.next_number(end)
            is_again = following < len(lines) and _number(lines[following]) == number
            is_between = (begun < 0 or survey.is_task(begun + 1, at)) and survey.is_task(end, following)
            has_text = following > end and (begun < 0 or at > begun + 1)
            if is_between or (number == expected and has_text and not is_again):
                yield at + chosen, str(number), ""
                begun, expected, in_rows = end - 1, number + 1, False
            at = end
            continue
        match = _NUMBERED.match(lines[at].text)
        # In a table printed row by row the task before may have no line but its own.
        is_row = bool(lines[at].words) and (begun < 0 or (in_rows and at == begun + 1))
        if match is not None and int(match[1]) == expected and (is_row or survey.is_task(begun + 1, at)):
            yield at, match[1], match[2]
            begun, expected, in_rows = at, expected + 1, True
        at += 1


class _Survey:
    """Where among lines numbers stand alone and where texts end, looked up once for all."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._next_number = [len(lines)] * (len(lines) + 1)
        self._next_text = [len(lines)] * (len(lines) + 1)
        for at in range(len(lines) - 1, -1, -1):
            is_number = _is_number(lines[at])
            self._next_number[at] = at if is_number else self._next_number[at + 1]
            self._next_text[at] = self._next_text[at + 1] if is_number else at
        # The last line before each that ends a text.
        self._last_end = [-1]
        for at, line in enumerate(lines):
            self._last_end.append(at if _STOP.search(line.text) else self._last_end[-1])

    def next_number(self, at: int) -> int:
        """Return the first line from here on that is a number."""
        return self._next_number[at]

    def end_of_numbers(self, at: int) -> int:
        """Return the line behind the numbers that stand below each other here."""
        return self._next_text[at]

    def is_task(self, start: int, end: int) -> bool:
        """Tell whether lines hold a whole task: a text up to a full stop, and something behind it."""
        return start <= self._last_end[end] < end - 1


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line.text) is not None


def _number(line: Line) -> int:
    return int(line.text.rstrip(".．、"))
