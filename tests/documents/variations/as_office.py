"""The report as Word documents and workbooks, by other libraries than the one under test."""

import io
from typing import Any

import docx
import openpyxl

from .as_html import Cells, four, three_body, three_head, two
from .source import Doc

Tables = list[list[Cells]]


def placed(rows: list[Cells]) -> list[tuple[int, int, int, int, str]]:
    """Return (row, column, rowspan, colspan, text) of each box, as a browser would place them."""
    taken: set[tuple[int, int]] = set()
    found = []
    for y, row in enumerate(rows):
        x = 0
        for text, rowspan, colspan in row:
            while (y, x) in taken:
                x += 1
            taken.update((y + dy, x + dx) for dy in range(rowspan) for dx in range(colspan))
            found.append((y, x, rowspan, colspan, text))
    return found


def tables(doc: Doc) -> Tables:
    """Return the three tables."""
    return [two(doc), three_head(doc) + three_body(doc), four(doc)]


def as_docx(doc: Doc, parts: Tables | None = None) -> bytes:
    """Return the report as a Word document; tables that are given together follow table three's title."""
    first, *middle, last = parts or tables(doc)
    document = docx.Document()
    for line in doc.head:
        document.add_paragraph(line)
    texts = list(doc.texts.values())
    contents: list[list[Any]] = [texts[0], [first], middle, [last], texts[1], texts[2]]
    for title, content in zip(doc.titles, contents, strict=True):
        document.add_heading(title, level=1)
        for item in content:
            if isinstance(item, str):
                document.add_paragraph(item)
            else:
                _word_table(document, item)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _word_table(document: "docx.document.Document", rows: list[Cells]) -> None:
    boxes = placed(rows)
    width = max(x + w for _, x, _, w, _ in boxes)
    table = document.add_table(rows=len(rows), cols=width)
    # Asked once: the library goes through the whole table for each cell that it is asked for.
    grid = [row.cells for row in table.rows]
    for y, x, height, across, text in boxes:
        box = grid[y][x]
        if height > 1 or across > 1:
            box = box.merge(grid[min(y + height, len(rows)) - 1][x + across - 1])
        box.text = text


def as_xlsx(doc: Doc, *, sheets: bool = False) -> bytes:
    """Return the report as a workbook, on one sheet or with a sheet for each table."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    texts = list(doc.texts.values())
    top = 1
    for line in doc.head:
        sheet.cell(top, 1, line)
        top += 1
    contents: list[list[Any]] = [texts[0], *([t] for t in tables(doc)), texts[1], texts[2]]
    for title, content in zip(doc.titles, contents, strict=True):
        if sheets and not isinstance(content[0], str):
            target, start = book.create_sheet(title[2:12]), 1
        else:
            target, start = sheet, top
        target.cell(start, 1, title)
        start += 1
        for item in content:
            if isinstance(item, str):
                target.cell(start, 1, item)
                start += 1
            else:
                start = _sheet_table(target, item, start)
        if target is sheet:
            top = start
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet_table(sheet: "openpyxl.worksheet.worksheet.Worksheet", rows: list[Cells], top: int) -> int:
    for y, x, height, width, text in placed(rows):
        number = int(text) if text.isdigit() else float(text) if text.replace(".", "", 1).isdigit() else text
        sheet.cell(top + y, x + 1, number or (0 if number == 0 else None))
        if height > 1 or width > 1:
            sheet.merge_cells(start_row=top + y, start_column=x + 1, end_row=top + y + height - 1, end_column=x + width)
    return top + len(rows)
