"""PDF with a text layer: ruled tables as grids, all other text as lines whose words have their places."""

import io
import logging
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph, Part, Word
from govreport.documents.text import tidy, without_radicals

# A rectangle thicker than this that is filled but not outlined is a background, no rule of a table.
_THICKEST_RULE = 3
_SAME_EDGE = 2
_DIGITS = frozenset("0123456789,.")

# What the library thinks of a font is nothing to print to whoever has set up no logging.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

_Char = dict[str, Any]
_Cell = tuple[Any, Any, Any, Any]


def read(data: bytes, limits: Limits) -> Paper:
    """Return what the pages of a PDF print."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            limits.check("pages", len(pdf.pages))
            reader = _Reader(limits)
            for page in pdf.pages:
                reader.add(page)
                page.close()
    except UnreadableDocument:
        raise
    # The library raises whatever its parts raise on broken files, and documents none of it.
    except Exception as error:
        raise _refusal(error) from error
    if not reader.parts:
        raise UnreadableDocument("document-without-text")
    return Paper(parts=tuple(reader.parts))


def _refusal(error: Exception) -> UnreadableDocument:
    causes = (error, *error.args) if isinstance(error, PdfminerException) else (error,)
    if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
        return UnreadableDocument("document-encrypted")
    if any(isinstance(cause, PDFSyntaxError) for cause in causes):
        return UnreadableDocument("document-damaged", reason="not a complete PDF")
    return UnreadableDocument("document-damaged", reason=f"{type(error).__name__}: {error}"[:200])


class _Reader:
    """Gathers the parts of page after page."""

    def __init__(self, limits: Limits) -> None:
        self.parts: list[Part] = []
        self._limits = limits
        self._tables = self._cells = self._lines = 0

    def add(self, page: Any) -> None:
        """Read one page, from top to bottom."""
        found: list[tuple[Any, Part]] = []
        chars = [{**char, "text": without_radicals(char["text"])} for char in page.chars]
        for table in page.filter(_is_visible).find_tables():
            cells = sorted(table.cells, key=itemgetter(1, 0))
            self._cells += len(cells)
            self._limits.check("cells", self._cells)
            columns, rows = _edges(cells, 0), _edges(cells, 1)
            if len(columns) < 3 or not chars:
                continue
            self._tables += 1
            inside, chars = _sorted_into(cells, chars)
            found.append((table.bbox[1], self._grid(page.page_number, cells, inside, columns, rows)))
        found.extend(self._text(page.page_number, chars))
        self.parts.extend(part for _, part in sorted(found, key=itemgetter(0)))

    def _grid(
        self, page: int, cells: list[_Cell], inside: list[list[_Char]], columns: list[Any], rows: list[Any]
    ) -> Grid:
        boxes = []
        for cell, chars in zip(cells, inside, strict=True):
            row, column = _index(rows, cell[1]), _index(columns, cell[0])
            where = Evidence(page=page, box=_points(cell), table=self._tables, row=row + 1, column=column + 1)
            boxes.append(
                Box(
                    text=_cell_text(cell, chars),
                    row=row,
                    column=column,
                    rowspan=max(1, _index(rows, cell[3]) - row),
                    colspan=max(1, _index(columns, cell[2]) - column),
                    evidence=where,
                )
            )
        evidence = Evidence(page=page, table=self._tables)
        return Grid(boxes=tuple(boxes), height=len(rows) - 1, width=len(columns) - 1, evidence=evidence)

    def _text(self, page: int, chars: list[_Char]) -> Iterator[tuple[Any, Part]]:
        # Words in a Chinese line stand apart where a column ends, not where a letter ends.
        words = extract_words(chars, x_tolerance_ratio=0.7, y_tolerance=3, keep_blank_chars=False)
        for line in _lines(words):
            text = tidy(" ".join(word["text"] for word in line))
            if text:
                self._lines += 1
                first, last = line[0], line[-1]
                box = (first["x0"], min(w["top"] for w in line), last["x1"], max(w["bottom"] for w in line))
                yield (
                    box[1],
                    Paragraph(
                        text=text,
                        evidence=Evidence(page=page, box=_points(box), line=self._lines),
                        is_line=True,
                        words=tuple(Word(text=w["text"], start=round(w["x0"]), end=round(w["x1"])) for w in line),
                    ),
                )


def _is_visible(item: dict[str, Any]) -> bool:
    if item["object_type"] not in ("rect", "curve"):
        return True
    return bool(item.get("stroke")) or item["width"] <= _THICKEST_RULE or item["height"] <= _THICKEST_RULE


def _edges(cells: list[_Cell], axis: int) -> list[Any]:
    """Return the places of the rules along an axis, from the first to the last."""
    edges: list[Any] = []
    for edge in sorted({cell[axis] for cell in cells} | {cell[axis + 2] for cell in cells}):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return edges


def _index(edges: list[Any], place: Any) -> int:
    return max(0, bisect_right(edges, place + _SAME_EDGE / 2) - 1)


def _sorted_into(cells: list[_Cell], chars: list[_Char]) -> tuple[list[list[_Char]], list[_Char]]:
    """Return the characters inside each cell, and those outside of all."""
    inside: list[list[_Char]] = [[] for _ in cells]
    outside = []
    left, top = min(c[0] for c in cells), min(c[1] for c in cells)
    right, bottom = max(c[2] for c in cells), max(c[3] for c in cells)
    for char in chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if left <= x <= right and top <= y <= bottom:
            for number, cell in enumerate(cells):
                if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                    inside[number].append(char)
                    break
            else:
                outside.append(char)
        else:
            outside.append(char)
    return inside, outside


def _cell_text(cell: _Cell, chars: list[_Char]) -> str:
    chars = [char for char in chars if char["text"].strip()]
    if not chars:
        return ""
    if not any(char["upright"] for char in chars):
        # Turned text runs up or down its cell.
        is_upwards = chars[0]["matrix"][1] > 0
        return "".join(c["text"] for c in sorted(chars, key=itemgetter("top"), reverse=is_upwards))
    size = max(char["size"] for char in chars)
    text, is_full = "", False
    for line in _lines(chars):
        pieces = [line[0]["text"]]
        for before, char in pairwise(line):
            pieces.append(" " if char["x0"] - before["x1"] > size * 3 / 4 else "")
            pieces.append(char["text"])
        words = "".join(pieces)
        # A long figure that fills a narrow cell goes on in the next line; one that leaves room has ended.
        goes_on = bool(text) and text[-1] in _DIGITS and words[0] in _DIGITS and is_full
        text += ("" if goes_on or not text else "\n") + words
        is_full = cell[2] - line[-1]["x1"] < size * 5 / 4 and line[0]["x0"] - cell[0] < size * 5 / 4
    return text


def _lines(items: list[_Char]) -> list[list[_Char]]:
    """Return characters or words in lines, from top to bottom, each from left to right."""
    lines: list[list[_Char]] = []
    for item in sorted(items, key=lambda i: i["top"] + i["bottom"]):
        middle = (item["top"] + item["bottom"]) / 2
        if (
            lines
            and middle < lines[-1][0]["bottom"]
            and (middle - (lines[-1][0]["top"] + lines[-1][0]["bottom"]) / 2 < (item["bottom"] - item["top"]) / 2)
        ):
            lines[-1].append(item)
        else:
            lines.append([item])
    return [sorted(line, key=itemgetter("x0")) for line in lines]


def _points(box: _Cell) -> tuple[int, int, int, int]:
    return (round(box[0]), round(box[1]), round(box[2]), round(box[3]))
