"""Markdown: headings and paragraphs between blank lines, and tables of bars."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape

import attrs

from govreport.documents.bars import is_delimiter
from govreport.documents.limits import Limits
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph, Part
from govreport.documents.readers import html
from govreport.documents.text import MAIN, decode, raised, tidy

_BREAK = re.compile(r"\s*+(?:(?:-\s*+){3,}+|(?:\*\s*+){3,}+|(?:_\s*+){3,}+)")
_BAR = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_ITEM = re.compile(r"\s*+[-*+] +\S")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_OPENS = re.compile(r"(?<!\\)(?:\*\*|__)(?=\S)")
_CLOSES = {mark: re.compile(rf"(?<=\S)(?<!\\)(?={re.escape(mark)})") for mark in ("**", "__")}
_TAG = re.compile(r"(?<!\\)</?(?:br|b|strong|i|em|u|sub|sup|span|div|p|font|center)\b[^<>]*+>", re.IGNORECASE)
_RAISED = re.compile(r"(?<!\\)<sup>([0-9,]{1,8})</sup>", re.IGNORECASE)
# Of a number as long as this no character has the code; Python refuses to read one of thousands of digits.
_NO_CHARACTER = re.compile(r"&#(?:[0-9]{8,}+|[xX][0-9a-fA-F]{8,}+);?")
# The signs of merged boxes, told from the same characters written as text by what no text holds.
_ABOVE, _LEFT = "\x00^^", "\x00<<"
_SPANS = {"^^": _ABOVE, "<<": _LEFT}


def read(data: bytes, limits: Limits) -> Paper:
    """Return what a Markdown text prints."""
    text, lost = decode(data)
    lines = text.strip().splitlines()
    is_bare = len(lines) > 1 and (lines[0], lines[-1]) == MAIN
    if is_bare:
        lines[0] = lines[-1] = ""
    return Paper(parts=tuple(_parts(lines, limits)), lost=lost, is_bare=is_bare)


def _parts(lines: list[str], limits: Limits) -> Iterator[Part]:
    tables = cells = number = 0
    while number < len(lines):
        line = lines[number]
        start = number
        number += 1
        if not line.strip():
            continue
        if _is_row(line) and number < len(lines) and is_delimiter(lines[number]):
            rows = [_boxes(line)]
            number += 1
            while number < len(lines) and _is_row(lines[number]):
                if not is_delimiter(lines[number]):
                    rows.append(_boxes(lines[number]))
                number += 1
            cells += sum(map(len, rows))
            limits.check("cells", cells)
            tables += 1
            yield _grid(rows, Evidence(table=tables, line=start + 1))
            continue
        if line.lstrip().lower().startswith("<table"):
            while number < len(lines) and "</table" not in lines[number - 1].lower():
                number += 1
            for part in html.read("\n".join(lines[start:number]).encode("utf-8", "replace"), limits).parts:
                is_grid = isinstance(part, Grid)
                tables += is_grid
                yield attrs.evolve(part, evidence=Evidence(table=tables if is_grid else None, line=start + 1))
            continue
        if _is_barred(line):
            rows = [_boxes(line)]
            while number < len(lines) and _is_barred(lines[number]):
                if not is_delimiter(lines[number]):
                    rows.append(_boxes(lines[number]))
                number += 1
            cells += sum(map(len, rows))
            limits.check("cells", cells)
            tables += 1
            # Without a header nothing says that boxes in one column stand under each other.
            yield attrs.evolve(_grid(rows, Evidence(table=tables, line=start + 1)), is_aligned=False)
            continue
        block = [line]
        if not line.startswith("#"):
            while number < len(lines) and lines[number].strip() and not _begins(lines, number):
                block.append(lines[number])
                number += 1
        for piece in "\n".join(block).replace("<br>", "  \n").split("  \n"):
            if not _BREAK.fullmatch(piece) and (words := _plain(piece.replace("\n", " "))):
                yield Paragraph(text=words, evidence=Evidence(line=start + 1))


def _begins(lines: list[str], number: int) -> bool:
    """Tell whether a line begins a heading, an item of a list or a table, so that it ends the paragraph before it."""
    is_table = _is_row(lines[number]) and number + 1 < len(lines) and is_delimiter(lines[number + 1])
    is_html = lines[number].lstrip().lower().startswith("<table")
    is_item = _ITEM.match(lines[number]) is not None
    return lines[number].startswith("#") or is_item or bool(is_table) or is_html or _is_barred(lines[number])


def _is_row(line: str) -> bool:
    return bool(_BAR.search(line))


def _is_barred(line: str) -> bool:
    """Tell whether a line is framed by bars, as a row is even where no header stands above it."""
    bare = line.strip()
    return bare.startswith("|") and bare.endswith("|") and len(_BAR.findall(bare)) > 1


def _boxes(line: str) -> list[str]:
    pieces = _BAR.sub(r"\1" + "\x00", line.strip()).split("\x00")
    inner = pieces[(not pieces[0].strip()) : len(pieces) - (not pieces[-1].strip())]
    return [_SPANS.get(piece.strip()) or _plain(piece) for piece in inner]


def _plain(text: str) -> str:
    """Return text without the signs of Markdown."""
    text = re.sub(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?=\S))", "", text)
    bare = text.rstrip("#")
    if bare != text and bare[-1:].isspace():
        text = bare.rstrip()
    text = _RAISED.sub(lambda m: raised(m[1]), text)
    text = _ESCAPED.sub(lambda m: f"&#{ord(m[1])};", _TAG.sub("", _without_emphasis(text)))
    return tidy(unescape(_NO_CHARACTER.sub("\ufffd", text)))


def _without_emphasis(text: str) -> str:
    """Return text without the signs around what is emphasised: each closes with the nearest of its kind."""
    closing = {mark: [place.start() for place in closes.finditer(text)] for mark, closes in _CLOSES.items()}
    pieces: list[str] = []
    done = 0
    while (opening := _OPENS.search(text, done)) is not None:
        mark, start = opening[0], opening.end()
        # Between the two there is a character at least.
        number = bisect_left(closing[mark], start + 1)
        if number < len(closing[mark]):
            end = closing[mark][number]
            pieces.extend((text[done : opening.start()], text[start:end]))
            done = end + len(mark)
        else:
            pieces.append(text[done : opening.start() + 1])
            done = opening.start() + 1
    return "".join((*pieces, text[done:]))


def _grid(rows: list[list[str]], evidence: Evidence) -> Grid:
    """Return rows as a grid; `^^` goes on with the box above, `<<` with the one to the left."""
    width = max(map(len, rows))
    boxes: dict[tuple[int, int], list[int]] = {}
    origin: dict[tuple[int, int], tuple[int, int]] = {}
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            before = (y - 1, x) if text == _ABOVE else (y, x - 1) if text == _LEFT else None
            start = origin.get(before, (y, x)) if before else (y, x)
            origin[y, x] = start
            if start == (y, x):
                boxes[start] = [1, 1]
            else:
                boxes[start] = [
                    max(boxes[start][0], y - start[0] + 1),
                    max(boxes[start][1], x - start[1] + 1),
                ]
    is_even = len({len(row) for row in rows}) == 1
    return Grid(
        boxes=tuple(
            Box(text="" if rows[y][x] in (_ABOVE, _LEFT) else rows[y][x], row=y, column=x, rowspan=h, colspan=w)
            for (y, x), (h, w) in sorted(boxes.items())
        ),
        height=len(rows),
        width=width,
        evidence=evidence,
        is_aligned=is_even,
    )
