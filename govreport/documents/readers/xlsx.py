"""Workbooks (XLSX): each visible sheet as a grid, figures with the digits that a spreadsheet shows."""

import io
import re
import warnings
from datetime import datetime
from decimal import Decimal
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles import Border, Side
from openpyxl.utils.indexed_list import IndexedList

from govreport.documents.archives import Archive
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph, Part
from govreport.documents.readers.guides import guides, is_within
from govreport.documents.readers.raised import are_numbers
from govreport.documents.readers.xlsx_sums import Sums
from govreport.documents.readers.xlsx_survey import survey
from govreport.documents.text import GOES_ON, raised, tidy

# What a number format puts beside the number: a text in quotes, or a Chinese character that a program wrote without.
_BESIDE = re.compile(r'\[[^\]]*\]|"([^"]*)"|([\u4e00-\u9fff])')
# No program writes a longer one.
_LONGEST_FORMAT = 255
_LAST_WHOLE = 1 << 53
# Only of a side without a style nothing is drawn anew.
_BARE = Border(left=Side(), right=Side(), top=Side(), bottom=Side())


def read(data: bytes, limits: Limits) -> Paper:
    """Return what a workbook shows, sheet by sheet."""
    archive = Archive(data, limits)
    found = survey(archive, limits)
    values = _open(data, values=True, rich=found.has_looks)
    formulas = _open(data, values=False) if found.has_formulas else None
    parts: list[Part] = []
    for number, sheet in enumerate(values.worksheets, 1):
        if sheet.sheet_state == "visible":
            sums = Sums(sheet, formulas.worksheets[number - 1], limits) if formulas else None
            parts.extend(_parts(sheet, sums, number, limits))
    return Paper(parts=tuple(parts), is_bare=True)


class _Reader(ExcelReader):  # type: ignore[misc]  # openpyxl tells nothing of its types
    """Reads a workbook without its borders: those of merged cells are drawn anew, which takes most of the time."""

    def read_worksheets(self) -> None:
        # A name of the library's own: another version without it reads as well, only more slowly.
        if hasattr(self.wb, "_borders"):
            self.wb._borders = IndexedList([_BARE] * len(self.wb._borders))
        super().read_worksheets()


def _open(data: bytes, *, values: bool, rich: bool = False) -> Any:
    try:
        with warnings.catch_warnings():
            # What it does not know of styles and extensions is of no concern here.
            warnings.simplefilter("ignore")
            reader = _Reader(io.BytesIO(data), data_only=values, keep_links=False, rich_text=rich)
            reader.read()
            return reader.wb
    # The library raises whatever its parts raise, and documents none of it.
    except Exception as error:
        raise UnreadableDocument("document-damaged", reason=f"{type(error).__name__}: {error}") from error


def _parts(sheet: Any, sums: Sums | None, number: int, limits: Limits) -> list[Part]:
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        height, width = area.max_row - area.min_row + 1, area.max_col - area.min_col + 1
        spans[area.min_row, area.min_col] = (height, width)
        covered.update((y, x) for y, x in area.cells if (y, x) != (area.min_row, area.min_col))
    limits.check("cells", sheet.max_row * sheet.max_column)
    rows, columns = _hidden(sheet)
    aside = guides((name, str(named.attr_text)) for name, named in sheet.defined_names.items())
    boxes: list[Box] = []
    last: dict[int, int] = {}  # column -> index of the last box with a text
    going_on: dict[int, list[str]] = {}  # index of a box -> what follows in boxes below
    for row in sheet.iter_rows():
        for cell in row:
            y, x = cell.row, cell.column
            if (y, x) not in covered:
                height, width = spans.get((y, x), (1, 1))
                is_hidden = (height == 1 and y in rows) or (width == 1 and x in columns)
                text = "" if is_hidden or is_within(aside, y, x) else _text(cell, sums)
                if x in last and isinstance(cell.value, str) and cell.value.startswith(GOES_ON):
                    going_on.setdefault(last[x], []).append(text)
                    text = ""
                elif text:
                    last[x] = len(boxes)
                boxes.append(Box(text=text, row=y - 1, column=x - 1, rowspan=height, colspan=width))
    for index, texts in going_on.items():
        boxes[index] = boxes[index]._replace(text="".join((boxes[index].text, *texts)))
    used = [box for box in boxes if box.text]
    if not used:
        return []
    evidence = Evidence(table=number)
    # A sheet of running text has one column.
    if len({box.column for box in used}) == 1:
        return [
            Paragraph(text=line, evidence=Evidence(table=number, row=box.row + 1, column=box.column + 1))
            for box in used
            for line in filter(None, map(tidy, box.text.split("\n")))
        ]
    return [Grid(boxes=tuple(boxes), height=sheet.max_row, width=sheet.max_column, evidence=evidence)]


def _hidden(sheet: Any) -> tuple[set[int], set[int]]:
    """Return the numbers of the rows and of the columns that the sheet does not show."""
    rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    columns: set[int] = set()
    known = 0
    for column in sorted((c for c in sheet.column_dimensions.values() if c.hidden), key=lambda c: int(c.min)):
        last = min(column.max, sheet.max_column)
        columns.update(range(max(column.min, known + 1), last + 1))
        known = max(known, last)
    return rows, columns


def _figure(value: Any) -> str:
    """Return a number as spreadsheets show it: they keep binary fractions, of which fifteen digits mean something."""
    exact = Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)
    is_whole = exact == exact.to_integral() and abs(exact) < _LAST_WHOLE
    return format(exact.quantize(Decimal(1)) if is_whole else exact, "f")


def _beside(number_format: str) -> str:
    """Return what a number format shows beside a number: in each program other characters stand in quotes."""
    return "".join(quoted or bare for quoted, bare in _BESIDE.findall(number_format[:_LONGEST_FORMAT].split(";")[0]))


def _plain(value: CellRichText) -> str:
    """Return the text of a cell of several parts: raised numbers of notes as such, without what is struck out."""
    return "".join(map(_part, value))


def _part(part: TextBlock | str) -> str:
    text = str(part)
    if isinstance(part, TextBlock) and part.font.strike:
        return ""
    is_raised = isinstance(part, TextBlock) and part.font.vertAlign == "superscript" and are_numbers(text)
    return raised(text) if is_raised else text


def _text(cell: Cell, sums: Sums | None) -> str:
    value = cell.value
    if isinstance(value, CellRichText):
        value = _plain(value)
    # A formula that a spreadsheet has worked out to a blank text says so.
    if value is None and sums is not None and cell.data_type != "str":
        value = sums.shown(cell.row, cell.column)
    if value is None:
        return ""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        # What the format of a number puts behind it, such as a unit, is printed with it.
        return _figure(value) + _beside(cell.number_format)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d")
    return "\n".join(filter(None, map(tidy, str(value).split("\n"))))
