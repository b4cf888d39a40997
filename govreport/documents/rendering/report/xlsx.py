"""The printed form as a workbook: a sheet of text and one for each table, ready for print on A4.

Figures are numbers with the digits they have in the report; what is no figure is text, whatever it begins
with. The workbook to fill in, `fillable.py` of this package, is this one with more on it.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

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
FIRST_ROW = 1


def write(page: Page) -> bytes:
    """Return the page as a workbook for Excel, WPS and LibreOffice. The same page gives the same bytes."""
    return workbook(page.title, page.organ, lambda book: Printer(book, page).write())


class Printer(Sheets):
    """Writes the sheets of one page."""

    def __init__(self, book: Workbook, page: Page) -> None:
        super().__init__(book)
        self.page = page

    def write(self) -> None:
        """Write all sheets."""
        self.write_text(self.add_sheet(self.page.sheet.layout.root.title, landscape=False))
        for part in self.page.parts:
            if part.table is not None:
                self.write_table(self.add_sheet(part.node.title, landscape=_is_wide(part.table)), part, part.table)

    def texts(self) -> list[Part]:
        """Return the parts of the first sheet, in the order of print."""
        preamble = (self.page.preamble,) if self.page.preamble else ()
        return [*preamble, *(part for part in self.page.parts if part.table is None)]

    def write_text(self, sheet: Worksheet) -> int:
        """Write the title, the head and the running text, and return the next free row."""
        sheet.set_column(0, 0, WIDTH)
        page = self.page
        row = self.lines(sheet, 0, 0, [page.title], 18, font_name=SONG, font_size=18, bold=True, align="center")
        facts = [f"{label}：{value}" for label, value in page.facts]
        row = self.lines(sheet, row, 0, facts, 12, font_name=SONG, font_size=11, align="center")
        row = self.remarks(sheet, row, 0, page.remarks)
        for part in self.texts():
            if part.has_heading:
                row = self.lines(sheet, row, 0, [part.node.title], 14, font_name=HEI, font_size=14)
            row = self.write_paragraphs(sheet, row, part)
            row = self.notes(sheet, row, 0, part.legend, part.notes, part.remarks)
        return row

    def write_paragraphs(self, sheet: Worksheet, row: int, part: Part) -> int:
        """Write the running text of a section, and return the next free row."""
        texts = [INDENT + text for text in part.paragraphs]
        return self.lines(sheet, row, 0, texts, 13, font_name=FANG, font_size=13)

    def write_table(self, sheet: Worksheet, part: Part, grid: PrintedGrid) -> int:
        """Write a table under its heading, with what stands below it, and return the next free row."""
        widths = widths_of(grid)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        last = grid.width - 1
        self.lines(sheet, 0, last, [part.node.title], 14, font_name=HEI, font_size=14)
        sheet.freeze_panes(FIRST_ROW + grid.header_rows, grid.header_columns)
        if grid.header_rows:
            sheet.repeat_rows(0, grid.header_rows)
        for number in range(grid.height):
            cells = [cell for cell in grid.cells if cell.row == number and cell.rowspan == 1]
            lines = [lines_in(cell.text, sum(widths[cell.column : cell.column + cell.colspan]), SIZE) for cell in cells]
            sheet.set_row(FIRST_ROW + number, 4 + 14 * max(lines, default=1))
        for cell in grid.cells:
            look = self.look(cell, grid)
            row, column = FIRST_ROW + cell.row, cell.column
            if cell.rowspan * cell.colspan > 1:
                shape = self.format(look)
                sheet.merge_range(row, column, row + cell.rowspan - 1, column + cell.colspan - 1, "", shape)
            self.write_cell(sheet, row, column, cell, look)
        return self.notes(sheet, FIRST_ROW + grid.height, last, part.legend, part.notes, part.remarks, sum(widths))

    def write_cell(self, sheet: Worksheet, row: int, column: int, cell: PrintedCell, look: Mapping[str, Any]) -> None:
        """Write what stands in a box of a table."""
        shape = self.format(look)
        if _is_number(cell):
            # A Decimal is written digit by digit, without a detour over binary fractions.
            sheet.write_number(row, column, cell.figure, shape)
        elif cell.text + cell.suffix:
            sheet.write_string(row, column, cell.text + cell.suffix, shape)
        else:
            sheet.write_blank(row, column, None, shape)

    def look(self, cell: PrintedCell, grid: PrintedGrid) -> dict[str, Any]:
        """Return how a box of a table is set."""
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
        return look


def widths_of(grid: PrintedGrid) -> list[int]:
    """Return how wide the columns of a table are, in digits of the default typeface."""
    return [max(6, round(share * WIDTH / sum(grid.widths))) for share in grid.widths]


def _is_wide(grid: PrintedGrid) -> bool:
    """Tell whether a table has no labels at its side; then there are many columns."""
    return grid.header_columns == 0


def _is_number(cell: PrintedCell) -> bool:
    """Tell whether a spreadsheet keeps every digit of what the cell holds."""
    return cell.figure is not None and len(Decimal(cell.figure).as_tuple().digits) <= _DIGITS


def _number_format(cell: PrintedCell) -> str:
    """Return the format that shows the digits of a figure and, quoted, what follows it."""
    exponent = Decimal(cell.figure or 0).as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "0" + ("." + "0" * places if places else "") + (f'"{cell.suffix}"' if cell.suffix else "")
