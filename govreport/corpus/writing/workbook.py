"""A table as a workbook: texts are texts whatever they begin with, and what a spreadsheet would round is text too."""

from collections.abc import Iterable
from decimal import Decimal
from typing import BinaryIO

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govreport.corpus.columns import columns
from govreport.corpus.figures import Cell
from govreport.corpus.rows import Row
from govreport.corpus.writing import TABLES, Target

# A sheet holds so many rows, its head with them, a text so many characters, and a number so many digits.
_ROWS, _CHARACTERS, _DIGITS = 1_048_576, 32_767, 15


def write(file: BinaryIO, rows: Iterable[Row], target: Target) -> None:
    """Write the rows, on further sheets where one is full."""
    shown = columns(target.layout, target.shape)
    titles = tuple(c.name if target.labels is None else c.title[target.labels] for c in shown)
    with Workbook(file, {"constant_memory": True}) as book:
        sheet, number = _sheet(book, TABLES[target.shape], titles), 1
        for row in rows:
            if number == _ROWS:
                sheet, number = _sheet(book, f"{TABLES[target.shape]} {len(book.worksheets()) + 1}", titles), 1
            for at, cell in enumerate(row):
                _put(sheet, number, at, cell)
            number += 1


def _sheet(book: Workbook, name: str, titles: tuple[str, ...]) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for at, title in enumerate(titles):
        sheet.write_string(0, at, title)
    return sheet


def _put(sheet: Worksheet, row: int, at: int, cell: Cell) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, at, cell)
    elif isinstance(cell, int | Decimal) and len(Decimal(cell).normalize().as_tuple().digits) <= _DIGITS:
        # The library writes a number with all the digits that it has.
        sheet.write_number(row, at, cell)
    else:
        sheet.write_string(row, at, str(cell)[:_CHARACTERS])
