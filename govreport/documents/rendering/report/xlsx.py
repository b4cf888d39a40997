"""The printed form as a workbook: a sheet of text and one for each table, ready for print on A4.

Figures are numbers with the digits they have in the report; what is no figure is text, whatever it begins
with. With `formulas` the totals that the rules sum up are formulas, for a clerk who fills the form in.
"""

from decimal import Decimal
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govreport.documents.rendering.report.formulas import Addends, formula, totals
from govreport.documents.rendering.report.grids import PrintedCell, PrintedGrid
from govreport.documents.rendering.report.page import Page, Part
from govreport.documents.rendering.workbook import (
    FANG,
    GREY,
    HEI,
    INDENT,
    PALE,
    RED,
    SIZE,
    SONG,
    WIDTH,
    Sheets,
    lines_in,
    workbook,
)

# How many digits of a number a spreadsheet keeps.
_DIGITS = 15
# A label over so many rows is set upright, as the print has it: a rotation of 270 stacks its characters.
_UPRIGHT, _STACKED = 10, 270
# The heading stands above each table.
_FIRST_ROW = 1


def write(page: Page, *, formulas: bool = False) -> bytes:
    """Return the page as a workbook for Excel, WPS and LibreOffice. The same page gives the same bytes."""
    return workbook(page.title, page.organ, lambda book: _Writer(book, page, formulas).write())


class _Writer(Sheets):
    """Writes the sheets of one page."""

    def __init__(self, book: Workbook, page: Page, formulas: bool) -> None:
        super().__init__(book)
        self._page = page
        self._formulas = formulas
        self._name = page.sheet.layout.root.title

    def write(self) -> None:
        """Write all sheets."""
        self._write_text()
        for part in self._page.parts:
            if part.table is not None:
                self._write_table(part, part.table)

    def _write_text(self) -> None:
        sheet = self.add_sheet(self._name, landscape=False)
        sheet.set_column(0, 0, WIDTH)
        page = self._page
        row = self.lines(sheet, 0, 0, [page.title], 18, font_name=SONG, font_size=18, bold=True, align="center")
        facts = [f"{label}：{value}" for label, value in page.facts]
        row = self.lines(sheet, row, 0, facts, 12, font_name=SONG, font_size=11, align="center")
        row = self.remarks(sheet, row, 0, page.remarks)
        for part in (*((page.preamble,) if page.preamble else ()), *page.parts):
            if part.table is not None:
                continue
            if part is not page.preamble:
                row = self.lines(sheet, row, 0, [part.node.title], 14, font_name=HEI, font_size=14)
            texts = [INDENT + text for text in part.paragraphs]
            row = self.lines(sheet, row, 0, texts, 13, font_name=FANG, font_size=13)
            row = self.notes(sheet, row, 0, part.legend, part.notes, part.remarks)

    def _write_table(self, part: Part, grid: PrintedGrid) -> None:
        landscape = grid.header_columns == 0
        sheet = self.add_sheet(part.node.title, landscape=landscape)
        widths = [max(6, round(share * WIDTH / sum(grid.widths))) for share in grid.widths]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        last = grid.width - 1
        self.lines(sheet, 0, last, [part.node.title], 14, font_name=HEI, font_size=14)
        sheet.freeze_panes(_FIRST_ROW + grid.header_rows, grid.header_columns)
        if grid.header_rows:
            sheet.repeat_rows(0, grid.header_rows)
        for number in range(grid.height):
            cells = [cell for cell in grid.cells if cell.row == number and cell.rowspan == 1]
            lines = [lines_in(cell.text, sum(widths[cell.column : cell.column + cell.colspan]), SIZE) for cell in cells]
            sheet.set_row(_FIRST_ROW + number, 4 + 14 * max(lines, default=1))
        addends = totals(grid, self._page.sheet) if self._formulas else {}
        for cell in grid.cells:
            self._write_cell(sheet, cell, grid, addends)
        self.notes(sheet, _FIRST_ROW + grid.height, last, part.legend, part.notes, part.remarks, sum(widths))

    def _write_cell(self, sheet: Worksheet, cell: PrintedCell, grid: PrintedGrid, addends: Addends) -> None:
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

    def _look(self, cell: PrintedCell, grid: PrintedGrid) -> Format:
        look: dict[str, Any] = {"font_name": SONG, "font_size": SIZE, "border": 1, "valign": "vcenter"}
        deep = grid.header_columns > 1
        upright = cell.role == "row" and cell.rowspan >= _UPRIGHT
        look["align"] = "left" if (cell.role == "row" and not upright) or (cell.role == "corner" and deep) else "center"
        look |= {"rotation": _STACKED} if upright else {"text_wrap": True}
        if cell.role in ("caption", "column", "heading", "corner"):
            look["bg_color"] = GREY
        if cell.role == "caption" or (cell.role == "row" and cell.column == 0 and deep):
            look["bold"] = True
        if cell.is_failing:
            look |= {"bg_color": PALE, "bold": True, "border": 6, "border_color": RED}
        if _is_number(cell):
            look["num_format"] = _number_format(cell)
        return self.format(look)


def _is_number(cell: PrintedCell) -> bool:
    """Tell whether a spreadsheet keeps every digit of what the cell holds."""
    return cell.figure is not None and len(Decimal(cell.figure).as_tuple().digits) <= _DIGITS


def _number_format(cell: PrintedCell) -> str:
    """Return the format that shows the digits of a figure and, quoted, what follows it."""
    exponent = Decimal(cell.figure or 0).as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "0" + ("." + "0" * places if places else "") + (f'"{cell.suffix}"' if cell.suffix else "")
