"""Plain text: lines, and grids where tabs or bars part the boxes of tables that were copied out of a page."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from govreport.documents.limits import Limits
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph, Part, Word
from govreport.documents.readers.wrapped_figures import with_breaks
from govreport.documents.text import decode, tidy

_PIECE = re.compile(r"[^ \xa0\u3000]+")
_BLANKS = " \xa0\u3000"
# What a cell holds: a figure, perhaps with its sign, or a mark for none.
_FIGURE = re.compile(r"[-+−－]?[\d０-９][\d０-９,，.．]*|[-—－/]+|无|不适用|不涉及")
_RULE = re.compile(r"[\s|:+=_\-─━┌┐└┘├┤┬┴┼═]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# So many blank lines may part two rows of one table, as where a page ends.
_PAGE_GAP = 2
# So many rows of one box each are no table.
_FEWEST_LINES = 4


def read(data: bytes, limits: Limits) -> Paper:
    """Return the lines of a text; rows with tabs or bars that follow each other are a grid."""
    text, lost = decode(data)
    return Paper(parts=tuple(parts_of(text, limits)), lost=lost)


def parts_of(text: str, limits: Limits, *, first: int = 1, tables: int = 0) -> Iterator[Part]:
    """Yield the lines and grids of a text whose first line has the number `first`, behind so many other tables."""
    return with_breaks(_parts(text, limits, first, tables), _width)


def _parts(text: str, limits: Limits, first: int, tables: int) -> Iterator[tuple[Part, str]]:
    """Yield the parts of a text, beside each line what it is written as."""
    rows: list[tuple[int, list[str]]] = []
    cells = gap = 0
    for number, line in enumerate(_BREAK.split(text), first):
        boxes = _boxes(line)
        if boxes is not None:
            cells += len(boxes)
            limits.check("cells", cells)
            rows.append((number, boxes))
            gap = 0
        elif not line.strip():
            gap += 1
        elif not _RULE.fullmatch(line) or line.strip("-— \t") == "":
            if rows:
                tables += 1
                yield from ((part, "") for part in _rows(rows, tables))
                rows = []
            gap = 0
            evidence = Evidence(line=number)
            yield Paragraph(text=tidy(line), evidence=evidence, is_line=True, words=_words(line)), line
        if rows and gap > _PAGE_GAP:
            tables += 1
            yield from ((part, "") for part in _rows(rows, tables))
            rows, gap = [], 0
    if rows:
        yield from ((part, "") for part in _rows(rows, tables + 1))


def _rows(rows: list[tuple[int, list[str]]], number: int) -> Iterator[Part]:
    """Yield rows as a grid, or as lines where each box stands on a line of its own: then the bars part nothing."""
    if len(rows) < _FEWEST_LINES or any(sum(map(bool, boxes)) > 1 for _, boxes in rows):
        yield grid(rows, number)
        return
    for line, boxes in rows:
        text = "".join(boxes)
        if text:
            yield Paragraph(text=text, evidence=Evidence(line=line), is_line=True, words=_words(text))


def _boxes(line: str) -> list[str] | None:
    """Return the boxes of a table row, None for any other line."""
    if _RULE.fullmatch(line):
        return None
    if "\t" in line:
        boxes = [tidy(box) for box in line.split("\t")]
        # One tab before a text indents it.
        return boxes if len(boxes) > 2 or (boxes[0] and boxes[1]) else None
    for bar in ("|", "｜", "│", "┃"):
        if line.count(bar) >= 2 or (bar in line and bar != "|"):
            boxes = [tidy(box) for box in line.split(bar)]
            # Bars that frame the row part nothing.
            return boxes[(not boxes[0] and line.lstrip().startswith(bar)) : len(boxes) - (not boxes[-1])]
    if line.count("|") == 1 and line.rstrip().endswith("|"):
        return [tidy(line.rstrip()[:-1])]
    return None


def grid(rows: list[tuple[int, list[str]]], number: int) -> Grid:
    """Return rows of boxes, each with its line number, as a grid that promises no columns."""
    width = max(len(boxes) for _, boxes in rows)
    return Grid(
        boxes=tuple(
            Box(text=text, row=y, column=x, evidence=Evidence(table=number, row=y + 1, column=x + 1, line=line))
            for y, (line, boxes) in enumerate(rows)
            for x, text in enumerate(boxes)
        ),
        height=len(rows),
        width=width,
        evidence=Evidence(table=number, line=rows[0][0]),
        is_aligned=False,
    )


def _words(line: str) -> tuple[Word, ...]:
    """Return the words of a line with their columns where blanks set them apart, none for running text."""
    words: list[tuple[int, int, int]] = []  # where in the line a word begins, and its columns
    column = place = 0
    was_figure = False
    for match in _PIECE.finditer(line):
        gap, piece = line[place : match.start()], match[0]
        column += _width(gap)
        end = column + _width(piece)
        is_figure = _FIGURE.fullmatch(piece) is not None
        # A single blank belongs to a word, except beside a figure.
        if len(gap) == 1 and words and not is_figure and not was_figure:
            words[-1] = (words[-1][0], words[-1][1], end)
        else:
            words.append((match.start(), column, end))
        column, place, was_figure = end, match.end(), is_figure
    if len(words) < 2:
        return ()
    ends = [start for start, _, _ in words[1:]] + [len(line)]
    return tuple(
        Word(text=line[begin:stop].rstrip(_BLANKS), start=start, end=end)
        for (begin, start, end), stop in zip(words, ends, strict=True)
    )


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
