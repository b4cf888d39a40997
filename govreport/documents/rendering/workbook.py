"""Workbooks for print: sheets of A4 with lines of text, tables, and notes and findings below them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govreport.documents.rendering.remarks import Note, Remark
from govreport.documents.text import GOES_ON

SONG, HEI, FANG = "SimSun", "SimHei", "FangSong"
RED, PALE, GREY = "#8F0000", "#FDEAEA", "#F2F4F7"
# The size of type in the tables.
SIZE = 10
# Paragraphs begin as in print: by that a reader of the printed sheet tells them apart.
INDENT = "\u3000\u3000"
_A4, _MARGIN = 9, Decimal("0.7")
# In digits of the default typeface, which sheets are measured in: how wide a sheet is. A digit takes six points.
WIDTH, _DIGIT = 78, 6
# What spreadsheets can hold: points of a row. A page shows no more of a cell than of its row, so that longer texts go
# on in the next.
_TALLEST = 340
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# A file says when it was made, whether it should or not; this is the date that ZIP archives begin with.
_NO_DATE = datetime(1980, 1, 1)


def workbook(title: str, organ: str, write: Callable[[Workbook], None], *, by_rows: bool = False) -> bytes:
    """Return the workbook that `write` fills, for Excel, WPS and LibreOffice. The same content gives the same bytes.

    One that is written `by_rows`, from top to bottom, may be long: only a row at a time is held in memory.
    """
    target = BytesIO()
    # The width of a column is counted in digits of the default typeface.
    default = {"font_name": SONG, "font_size": 11}
    held = "constant_memory" if by_rows else "in_memory"
    book = xlsxwriter.Workbook(target, {held: True, "default_format_properties": default})
    book.set_properties({"title": title[:255], "author": organ[:255], "created": _NO_DATE})
    write(book)
    book.close()
    return target.getvalue()


class Sheets:
    """Writes the sheets of a workbook; formats are made once for each look."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.sheets: list[Worksheet] = []
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def notes(
        self,
        sheet: Worksheet,
        row: int,
        last: int,
        legend: Sequence[str],
        notes: Sequence[Note],
        remarks: Sequence[Remark],
        width: int = WIDTH,
    ) -> int:
        """Write what stands below a text or a table, and return the next free row."""
        lines = [INDENT + line for line in (*legend, *(note.line for note in notes))]
        row = self.lines(sheet, row, last, lines, 9, width, font_name=SONG, font_size=9)
        return self.remarks(sheet, row, last, remarks, width)

    def remarks(self, sheet: Worksheet, row: int, last: int, remarks: Sequence[Remark], width: int = WIDTH) -> int:
        """Write findings below each other, and return the next free row."""
        lines = [INDENT + remark.line for remark in remarks]
        return self.lines(sheet, row, last, lines, 9, width, font_name=SONG, font_size=9, font_color=RED, left=6)

    def lines(
        self, sheet: Worksheet, row: int, last: int, lines: Iterable[str], size: int, width: int = WIDTH, **look: Any
    ) -> int:
        """Write texts below each other, each over the columns up to `last`, and return the next free row."""
        shape = self.format({"text_wrap": True, "valign": "top", **look})
        for piece in (piece for text in lines for piece in _pieces(text, width, size)):
            # Not every program fits the height of a row to a text that wraps, and none to one in merged cells.
            sheet.set_row(row, row_height(lines_in(piece, width, size), size))
            if last:
                sheet.merge_range(row, 0, row, last, "", shape)
            sheet.write_string(row, 0, piece, shape)
            row += 1
        return row

    def format(self, look: Mapping[str, Any]) -> Format:
        """Return the format of a look."""
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(dict(look))
        return self._formats[key]

    def add_sheet(self, name: str, *, landscape: bool) -> Worksheet:
        """Return a new sheet, set up for print."""
        sheet = self.book.add_worksheet(sheet_name(name))
        self.sheets.append(sheet)
        sheet.set_paper(_A4)
        sheet.set_margins(left=_MARGIN, right=_MARGIN)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.set_footer("&C— &P —")
        sheet.hide_gridlines(2)
        return sheet


def sheet_name(title: str) -> str:
    """Return a title as spreadsheets allow it for the name of a sheet."""
    return _FORBIDDEN_IN_NAMES.sub("", title)[:31]


def _pieces(text: str, width: int, size: int) -> Iterator[str]:
    """Yield a text in pieces that each fit into a row; all but the first begin with the sign that they go on."""
    room = _room(width, size) * ((_TALLEST - row_height(0, size)) // (size * 3 // 2))
    start, taken = 0, 0
    for end, character in enumerate(text):
        taken += _halves(character)
        # A blank at the end of a cell would be lost.
        if taken > room and not text[end - 1 : end + 1].count(" "):
            yield (GOES_ON if start else "") + text[start:end]
            start, taken = end, 0
    yield (GOES_ON if start else "") + text[start:]


def lines_in(text: str, width: int, size: int) -> int:
    """Return how many lines a text of this size takes in a column so many digits wide."""
    return max(1, -(-sum(map(_halves, text)) // _room(width, size)))


def _halves(character: str) -> int:
    """Return the width of a character: a Chinese one is as wide as it is high, others are half as wide."""
    return 2 if character > "\u2e7f" else 1


def _room(width: int, size: int) -> int:
    return max(1, 2 * width * _DIGIT // size - 1)


def row_height(lines: int, size: int) -> int:
    """Return how many points so many lines of a size take."""
    return lines * (size * 3 // 2) + 4
