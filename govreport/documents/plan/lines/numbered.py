"""A table of tasks whose columns are lost: its lines, parted into tasks by the numbers that stand alone."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from govreport.documents.paper import Evidence
from govreport.documents.plan.tables.columns import header_in_lines
from govreport.documents.wording.items import Item
from govreport.documents.wording.pages import PAGE_NUMBER
from govreport.documents.wording.stops import CLOSING, STOPS

_NUMBER = re.compile(r"([0-9]{1,4})[.．、]?")
_NUMBERED = re.compile(r"([0-9]{1,4})[.．、 ]\s*(\S.*)")
# A blank never follows a full stop, but where the next column begins.
_NEXT_COLUMN = re.compile(rf"(?<=[{STOPS}]) +|(?<=[{STOPS}][{CLOSING}]) +")
_STOP = re.compile(rf"[{STOPS}][{CLOSING}]*$")
_FIRST = 1
_GAP = 2


class Line(NamedTuple):
    """A line of the table and where it is printed; `words` are its pieces where gaps set them apart."""

    text: str
    evidence: Evidence
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
        header = header_in_lines(plan, texts[number:])
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
            Line(piece, item.evidence, words if len(words) > 1 else ())
            for piece in _NEXT_COLUMN.split(item.text)
            if piece
        )
    return kept


def _pieces(item: Item) -> tuple[str, ...]:
    """Return the pieces of a line that gaps set apart: on a page any gap, in a text file more than one blank."""
    words = item.paragraph.words if item.paragraph is not None else ()
    least = 1 if item.evidence.page is not None else _GAP
    pieces = [word.text for word in words[:1]]
    for before, word in pairwise(words):
        if word.start - before.end >= least:
            pieces.append(word.text)
        else:
            pieces[-1] += " " + word.text
    return tuple(pieces)


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
    begun, expected, in_rows, at = -1, _FIRST, False, 0
    while at < len(lines):
        before, run = lines[begun + 1 : at], list(takewhile(_is_number, lines[at:]))
        if run:
            # Of numbers below each other one may be that of a page.
            chosen = max((n for n in range(len(run)) if _number(run[n]) == expected), default=len(run) - 1)
            number, end = _number(run[chosen]), at + len(run)
            after = list(takewhile(lambda line: not _is_number(line), lines[end:]))
            is_again = _number(run[chosen]) in map(_number, lines[end + len(after) : end + len(after) + 1])
            is_between = (begun < 0 or _is_task(before)) and _is_task(after)
            if is_between or (number == expected and after and (begun < 0 or before) and not is_again):
                yield at + chosen, str(number), ""
                begun, expected, in_rows = end - 1, number + 1, False
            at = end
            continue
        match = _NUMBERED.match(lines[at].text)
        # In a table printed row by row the task before may have no line but its own.
        is_row = bool(lines[at].words) and (begun < 0 or (in_rows and not before))
        if match is not None and int(match[1]) == expected and (is_row or _is_task(before)):
            yield at, match[1], match[2]
            begun, expected, in_rows = at, expected + 1, True
        at += 1


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line.text) is not None


def _number(line: Line) -> int:
    return int(line.text.rstrip(".．、"))


def _is_task(lines: Sequence[Line]) -> bool:
    """Tell whether lines hold a whole task: a text up to a full stop, and something behind it."""
    ends = [number for number, line in enumerate(lines) if _STOP.search(line.text)]
    return bool(ends) and ends[-1] + 1 < len(lines)
