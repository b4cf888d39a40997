"""The printed form as a workbook: a sheet of text and one for each table, ready for print on A4.

Figures are numbers with the digits they have in the report; what is no figure is text, whatever it begins
with. With `formulas` the totals that the rules sum up are formulas, for a clerk who fills the form in.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govreport.documents.rendering.formulas import Addends, formula, totals
from govreport.documents.rendering.grids import Cell, Grid
from govreport.documents.rendering.page import Page, Part
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.rules.sheet import read_sheet

_SONG, _HEI, _FANG = "SimSun", "SimHei", "FangSong"
_RED, _PALE, _GREY = "#8F0000", "#FDEAEA", "#F2F4F7"
_A4, _MARGIN = 9, Decimal("0.7")
# In characters of the sheet: how wide a sheet is, a Chinese character taking two.
_WIDTH = 78
# What spreadsheets can hold: significant digits of a number, characters of a cell, points of a row.
_DIGITS, _CHARACTERS, _TALLEST = 15, 32_767, 400
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
# A label over so many rows is set upright, as the print has it: a rotation of 270 stacks its characters.
_UPRIGHT, _STACKED = 10, 270
# The heading stands above each table.
_FIRST_ROW = 1
# A file says when it was made, whether it should or not; this is the date that ZIP archives begin with.
_NO_DATE = datetime(1980, 1, 1)


def write(page: Page, *, formulas: bool = False) -> bytes:
    """Return the page as a workbook for Excel, WPS and LibreOffice. The same page gives the same bytes."""
    target = BytesIO()
    # The width of a column is counted in digits of the default typeface.
    default = {"font_name": _SONG, "font_size": 11}
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_format_properties": default})
    book.set_properties({"title": page.title[:255], "author": page.organ[:255], "created": _NO_DATE})
    _Writer(book, page, formulas).write()
    book.close()
    return target.getvalue()


class _Writer:
    """Writes one page; formats are made once for each look."""

    def __init__(self, book: Workbook, page: Page, formulas: bool) -> None:
        self._book = book
        self._page = page
        self._formulas = formulas
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        layout = load_layout(page.report.layout)
        self._name = layout.root.title
        self._sheet = read_sheet(layout, unstructure(page.report))

    def write(self) -> None:
        """Write all sheets."""
        self._write_text()
        for part in self._page.parts:
            if part.table is not None:
                self._write_table(part, part.table)

    def _write_text(self) -> None:
        sheet = self._add_sheet(self._name, landscape=False)
        sheet.set_column(0, 0, _WIDTH)
        page = self._page
        row = self._lines(sheet, 0, 0, [page.title], 22, font_name=_SONG, font_size=18, bold=True, align="center")
        facts = [f"{label}：{value}" for label, value in page.facts]
        row = self._lines(sheet, row, 0, facts, 12, font_name=_SONG, font_size=11, align="center")
        row = self._remarks(sheet, row, 0, [remark.line for remark in page.remarks])
        for part in (*((page.preamble,) if page.preamble else ()), *page.parts):
            if part.table is not None:
                continue
            if part is not page.preamble:
                row = self._lines(sheet, row, 0, [part.node.title], 14, font_name=_HEI, font_size=14)
            row = self._lines(sheet, row, 0, part.paragraphs, 13, font_name=_FANG, font_size=13)
            row = self._notes(sheet, row, 0, part)

    def _write_table(self, part: Part, grid: Grid) -> None:
        landscape = grid.header_columns == 0
        sheet = self._add_sheet(part.node.title, landscape=landscape)
        widths = [max(6, round(share * _WIDTH / sum(grid.widths))) for share in grid.widths]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        last = grid.width - 1
        self._lines(sheet, 0, last, [part.node.title], 14, font_name=_HEI, font_size=14)
        sheet.freeze_panes(_FIRST_ROW + grid.header_rows, grid.header_columns)
        if grid.header_rows:
            sheet.repeat_rows(0, grid.header_rows)
        for number in range(grid.height):
            cells = [cell for cell in grid.cells if cell.row == number and cell.rowspan == 1]
            lines = [
                _lines_in(cell.text, sum(widths[cell.column : cell.column + cell.colspan]) * 11 // 10) for cell in cells
            ]
            sheet.set_row(_FIRST_ROW + number, 4 + 14 * max(lines, default=1))
        addends = totals(grid, self._sheet) if self._formulas else {}
        for cell in grid.cells:
            self._write_cell(sheet, cell, grid, addends)
        self._notes(sheet, _FIRST_ROW + grid.height, last, part)

    def _write_cell(self, sheet: Worksheet, cell: Cell, grid: Grid, addends: Addends) -> None:
        look = self._look(cell, grid)
        row, column = _FIRST_ROW + cell.row, cell.column
        if cell.rowspan * cell.colspan > 1:
            sheet.merge_range(row, column, row + cell.rowspan - 1, column + cell.colspan - 1, "", look)
        pointer = cell.pointers[0] if cell.pointers else ""
        if pointer in addends and cell.role == "cell":
            value = "" if cell.figure is None else int(cell.figure)
            sheet.write_formula(row, column, formula(addends[pointer], _FIRST_ROW), look, value)
        elif _is_number(cell):
            # A Decimal is written digit by digit, without a detour over binary fractions.
            sheet.write_number(row, column, cell.figure, look)
        elif cell.text + cell.suffix:
            sheet.write_string(row, column, cell.text + cell.suffix, look)
        else:
            sheet.write_blank(row, column, None, look)

    def _look(self, cell: Cell, grid: Grid) -> Format:
        failing = any(marker.startswith("※") for marker in cell.markers)
        look: dict[str, Any] = {"font_name": _SONG, "font_size": 10, "border": 1, "text_wrap": True}
        look["valign"] = "vcenter"
        upright = cell.role == "row" and cell.rowspan >= _UPRIGHT
        look["align"] = "left" if cell.role == "row" and not upright else "center"
        if upright:
            look["rotation"] = _STACKED
        if cell.role in ("caption", "column", "heading", "corner"):
            look["bg_color"] = _GREY
        if cell.role == "caption" or (cell.role == "row" and cell.column == 0 and grid.header_columns > 1):
            look["bold"] = True
        if failing:
            look |= {"bg_color": _PALE, "bold": True, "border": 6, "border_color": _RED}
        if _is_number(cell):
            look["num_format"] = _number_format(cell)
        return self._format(look)

    def _notes(self, sheet: Worksheet, row: int, last: int, part: Part) -> int:
        lines = [*part.legend, *(note.line for note in part.notes)]
        row = self._lines(sheet, row, last, lines, 9, font_name=_SONG, font_size=9)
        return self._remarks(sheet, row, last, [remark.line for remark in part.remarks])

    def _remarks(self, sheet: Worksheet, row: int, last: int, lines: list[str]) -> int:
        return self._lines(sheet, row, last, lines, 9, font_name=_SONG, font_size=9, font_color=_RED, left=6)

    def _lines(self, sheet: Worksheet, row: int, last: int, lines: Any, size: int, **look: Any) -> int:
        """Write texts below each other, each over the columns up to `last`, and return the next free row."""
        shape = self._format({"text_wrap": True, "valign": "top", **look})
        for text in lines:
            for start in range(0, len(text), _CHARACTERS // 2):
                piece = text[start : start + _CHARACTERS // 2]
                height = (size * 3 // 2) * _lines_in(piece, _WIDTH * 11 // size) + 4
                rows = -(-height // _TALLEST)
                # Not every program fits the height of a row to a text that wraps, and none to one in merged cells.
                for number in range(row, row + rows):
                    sheet.set_row(number, height // rows)
                if rows > 1 or last:
                    sheet.merge_range(row, 0, row + rows - 1, last, "", shape)
                sheet.write_string(row, 0, piece, shape)
                row += rows
        return row

    def _format(self, look: Mapping[str, Any]) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(dict(look))
        return self._formats[key]

    def _add_sheet(self, name: str, *, landscape: bool) -> Worksheet:
        sheet = self._book.add_worksheet(_FORBIDDEN_IN_NAMES.sub("", name)[:31])
        sheet.set_paper(_A4)
        sheet.set_margins(left=_MARGIN, right=_MARGIN)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.set_footer("&C— &P —")
        sheet.hide_gridlines(2)
        return sheet


def _is_number(cell: Cell) -> bool:
    """Tell whether a spreadsheet keeps every digit of what the cell holds."""
    return cell.figure is not None and len(Decimal(cell.figure).as_tuple().digits) <= _DIGITS


def _number_format(cell: Cell) -> str:
    """Return the format that shows the digits of a figure and, quoted, what follows it."""
    exponent = Decimal(cell.figure or 0).as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "0" + ("." + "0" * places if places else "") + (f'"{cell.suffix}"' if cell.suffix else "")


def _lines_in(text: str, width: int) -> int:
    """Return how many lines a text takes in a column so many characters wide."""
    wide = sum(2 if character > "\u2e7f" else 1 for character in text)
    return max(1, -(-wide // max(width - 1, 1)))
