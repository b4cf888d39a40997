"""Word documents, workbooks and their open twins of the second set."""

import io
import zipfile
from collections.abc import Callable
from html import escape
from typing import Any

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.shared import Pt

from bench.strangers.page import Cell, Grid, Page, is_data, labels_of, merged, once

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def word(content: Page, table: Callable[[Any, Grid], None]) -> bytes:
    """Return a Word document whose tables `table` puts into it."""
    document = docx.Document()
    for _, inside in content:
        if isinstance(inside, str):
            document.add_paragraph(inside)
        else:
            table(document, inside)
    return _saved(document)


def tabbed(document: Any, grid: Grid) -> None:
    """Add rows as paragraphs with tabs between."""
    for row in grid:
        document.add_paragraph("\t".join(row))


def fill(table: Any, grid: Grid) -> None:
    """Write rows into a table of Word."""
    # Asked for a row each: the library goes through the whole table for each cell that it is asked for.
    for row, texts in zip(table.rows, grid, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def nested(document: Any, grid: Grid) -> None:
    """Add a table inside the only box of another one, in a content control."""
    outer = document.add_table(rows=1, cols=1)
    fill(outer.cell(0, 0).add_table(rows=len(grid), cols=len(grid[0])), grid)
    control = parse_xml(f"<w:sdt {_W}><w:sdtContent/></w:sdt>")
    outer._tbl.addprevious(control)
    control[0].append(outer._tbl)


def boxed(document: Any, grid: Grid) -> None:
    """Add a table inside a text box."""
    table = document.add_table(rows=len(grid), cols=len(grid[0]))
    fill(table, grid)
    run = document.add_paragraph().add_run()
    picture = parse_xml(
        f'<w:pict {_W} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:400pt;height:300pt">'
        "<v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict>"
    )
    run._r.append(picture)
    picture[0][0][0].append(table._tbl)
    picture[0][0][0].append(parse_xml(f"<w:p {_W}/>"))


def halves(document: Any, grid: Grid) -> None:
    """Add a wide table as two below each other: the columns to the left, then those to the right, labels in both."""
    start = labels_of([next(row for row in grid if is_data(row))])
    middle = start + (len(grid[0]) - start + 1) // 2
    pieces = (
        [grid]
        if len(grid[0]) - start < 6
        else [
            [row[:middle] for row in grid],
            [row[:start] + row[middle:] for row in grid],
        ]
    )
    for piece in pieces:
        table = document.add_table(rows=len(piece), cols=len(piece[0]))
        fill(table, piece)
        table.style.font.size = Pt(8)
        document.add_paragraph("")


def joined(content: Page) -> bytes:
    """Return a Word document whose tables are one, their titles rows of it."""
    document = docx.Document()
    width = max(len(inside[0]) for _, inside in content if not isinstance(inside, str))
    number = next(n for n, (_, inside) in enumerate(content) if not isinstance(inside, str))
    last = max(n for n, (_, inside) in enumerate(content) if not isinstance(inside, str))
    for _, inside in content[: number - 1]:
        document.add_paragraph(str(inside))
    table = document.add_table(rows=0, cols=width)
    for _, inside in content[number - 1 : last + 1]:
        for row in [[inside] * width] if isinstance(inside, str) else inside:
            cells = table.add_row().cells
            if isinstance(inside, str):
                cells[0].merge(cells[-1]).text = inside
            else:
                for cell, text in zip(cells, row, strict=False):
                    cell.text = text
    for _, inside in content[last + 1 :]:
        document.add_paragraph(str(inside))
    return _saved(document)


def one_sheet(content: Page) -> bytes:
    """Return a workbook of one sheet that begins far from its corner, spans merged, figures as texts."""
    book = openpyxl.Workbook()
    sheet = book.active
    y = 4
    for _, inside in content:
        if isinstance(inside, str):
            sheet.cell(y, 3, inside)
            y += 1
            continue
        for box in merged(inside):
            sheet.cell(y + box.row, 3 + box.column, box.text)
            if box.height * box.width > 1:
                bottom, right = y + box.row + box.height - 1, 2 + box.column + box.width
                sheet.merge_cells(start_row=y + box.row, start_column=3 + box.column, end_row=bottom, end_column=right)
        y += len(inside) + 2
    return _saved(book)


def with_hidden(content: Page) -> bytes:
    """Return a workbook with a sheet for each table, last year's figures in hidden rows and columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "说明"
    for tag, inside in content:
        if isinstance(inside, str):
            if tag == "h2":
                sheet = book.create_sheet(inside[:20])
            sheet.append([inside])
            continue
        start = sheet.max_row
        for row in inside:
            sheet.append([*row[:-1], "7", row[-1]])
            sheet.append([*row[:-1], "9", "9"])
            sheet.row_dimensions[sheet.max_row].hidden = True
        sheet.column_dimensions[sheet.cell(start, len(inside[0])).column_letter].hidden = True
    return _saved(book)


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(f'xmlns:{n}="{_OFFICE}{n}:1.0"' for n in ("office", "text", "table", "draw"))


def open_document(kind: str, body: str) -> bytes:
    """Return a file of OpenDocument with this body."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}><office:body>'
            f"<office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        )
    return target.getvalue()


def open_cells(grid: Grid) -> str:
    """Return the rows of a table with its spans."""
    boxes = {(box.row, box.column): box for box in merged(grid)}
    rows = ("".join(_open_cell(boxes.get((y, x))) for x in range(len(row))) for y, row in enumerate(grid))
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)


def _open_cell(box: Cell | None) -> str:
    if box is None:
        return "<table:covered-table-cell/>"
    spans = f'table:number-columns-spanned="{box.width}" table:number-rows-spanned="{box.height}"'
    return f"<table:table-cell {spans}><text:p>{escape(box.text)}</text:p></table:table-cell>"


def open_text(content: Page) -> bytes:
    """Return a text of OpenDocument whose tables stand in frames."""
    pieces = (
        f"<text:p>{escape(inside)}</text:p>"
        if isinstance(inside, str)
        else f"<text:p><draw:frame><draw:text-box><table:table>{open_cells(inside)}</table:table></draw:text-box>"
        "</draw:frame></text:p>"
        for _, inside in content
    )
    return open_document("text", "".join(pieces))


def open_sheet(content: Page) -> bytes:
    """Return a workbook of OpenDocument with one sheet, labels once, blanks instead of spans."""
    rows: list[str] = []
    for _, inside in content:
        for row in [[inside]] if isinstance(inside, str) else inside:
            cells = (
                f"<table:table-cell><text:p>{escape(t)}</text:p></table:table-cell>"
                if x == 0 or t.isdigit() or t != row[x - 1]
                else "<table:table-cell/>"
                for x, t in enumerate(row)
            )
            rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return open_document("spreadsheet", f"<table:table>{''.join(rows)}</table:table>")


def spoken_rows(document: Any, grid: Grid) -> None:
    """Add a paragraph for each row: labels once, wide blanks between."""
    for row in grid:
        document.add_paragraph("　　".join(once(row)))
