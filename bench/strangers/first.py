"""The first stranger's set: twenty documents made of nothing but the printed grids of a report.

It uses means that the generator of `tests/corpus` does not have.
"""

import csv
import io
from collections.abc import Callable, Mapping
from html import escape

from bench.strangers.page import Grid, Page, Row, is_figure, once, turned

SEED = 4711


def _html(page: Page, table: Callable[[Grid], str], before: str = "", behind: str = "") -> bytes:
    body = "".join(
        table(content) if not isinstance(content, str) else f"<{tag}>{escape(content)}</{tag}>" for tag, content in page
    )
    return f"<!DOCTYPE html><html><meta charset=utf-8><body>{before}{body}{behind}</body></html>".encode()


def _plain(grid: Grid, cell: Callable[[str], str] = escape) -> str:
    rows = ("".join(f"<td>{cell(text)}</td>" for text in row) for row in grid)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _full_width(text: str) -> str:
    return text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789."}) if is_figure(text) else text


def _text(page: Page, row: Callable[[Row], str]) -> bytes:
    lines = (content if isinstance(content, str) else "\n".join(map(row, content)) for _, content in page)
    return "\n".join(lines).encode()


def _numbered(grid: Grid) -> Grid:
    return [[str(n) if any(map(is_figure, row)) else "序号", *row] for n, row in enumerate(grid, 1)]


def _remarked(grid: Grid) -> Grid:
    return [[*row, "" if any(map(is_figure, row)) else "备注"] for row in grid]


def _units(text: str) -> str:
    return f"<span>{text}</span><em>&nbsp;件</em>" if text.isdigit() else escape(text)


def _commas(text: str) -> str:
    return f"{int(text):,}" if text.isdigit() else escape(text)


def _broken(text: str) -> str:
    return "<br>".join(escape(text[n : n + 4]) for n in range(0, len(text), 4)) if not is_figure(text) else text


def _in_layout(page: Page) -> bytes:
    inner = _html(page, _plain).decode().split("<body>")[1].split("</body>")[0]
    menu = "<ul><li>首页</li><li>要闻</li><li>公开</li></ul>"
    cell = f"<td width=20%>{menu}</td><td>{inner}</td>"
    rows = f"<tr>{cell}</tr><tr><td colspan=2>版权所有</td></tr>"
    return f"<html><meta charset=utf-8><body><table>{rows}</table></body></html>".encode()


def _divs(grid: Grid) -> str:
    rows = ("".join(f'<div style="display:table-cell">{escape(t)}</div>' for t in row) for row in grid)
    inner = "".join(f'<div style="display:table-row">{row}</div>' for row in rows)
    return f'<div style="display:table">{inner}</div>'


def _halves(grid: Grid) -> str:
    """A long table that is cut in two, the header repeated."""
    if len(grid) < 20:
        return _plain(grid)
    return _plain(grid[:15]) + "<p>（续表）</p>" + _plain(grid[:3] + grid[15:])


def _nested(grid: Grid) -> str:
    return f"<table><tr><td><table><tr><td>{_plain(grid)}</td></tr></table></td></tr></table>"


def _csv(page: Page) -> bytes:
    target = io.StringIO()
    for _, content in page:
        csv.writer(target).writerows([[content]] if isinstance(content, str) else content)
    return target.getvalue().encode("gb18030")


def _markdown(page: Page) -> bytes:
    lines = []
    for tag, content in page:
        if isinstance(content, str):
            lines.append({"h1": "# ", "h2": "## "}.get(tag, "") + content + "\n")
            continue
        for n, row in enumerate(content):
            lines.append("| " + " | ".join(f"**{t}**" if t and not is_figure(t) else t for t in row) + " |")
            if n == 0:
                lines.append("|" + ":-:|" * len(row))
        lines.append("")
    return "\n".join(lines).encode()


def _word(page: Page, is_centred: bool) -> bytes:
    import docx

    from bench.strangers.office import fill

    document = docx.Document()
    for tag, content in page:
        if isinstance(content, str):
            document.add_paragraph(content, style="Title" if tag == "h1" else None)
            continue
        table = document.add_table(rows=len(content), cols=len(content[0]))
        fill(table, [[f"  {text}\n" for text in row] for row in content] if is_centred else content)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _sheets(page: Page, as_text: bool) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for number, (tag, content) in enumerate(page):
        if tag == "h2":
            sheet = book.create_sheet(f"表{number}")
        for row in [[content]] if isinstance(content, str) else content:
            sheet.append([None, None, *(t if as_text or not t.isdigit() else int(t) for t in row)])
        sheet.append([])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


SHAPES: Mapping[str, Callable[[Page], bytes]] = {
    "html, all spans filled up": lambda page: _html(page, _plain),
    "html, a row of every column": lambda page: _html(page, lambda grid: _plain(turned(grid))),
    "html, inside a table for layout": lambda page: _in_layout(page),
    "html, boxes instead of tables": lambda page: _html(page, _divs),
    "html, a number before each row": lambda page: _html(page, lambda grid: _plain(_numbered(grid))),
    "html, a column for remarks": lambda page: _html(page, lambda grid: _plain(_remarked(grid))),
    "html, figures with a unit beside": lambda page: _html(page, lambda grid: _plain(grid, _units)),
    "html, thousands parted by commas": lambda page: _html(page, lambda grid: _plain(grid, _commas)),
    "html, full-width figures": lambda page: _html(
        page, lambda grid: _plain(grid, lambda text: escape(_full_width(text)))
    ),
    "html, labels broken every four signs": lambda page: _html(page, lambda grid: _plain(grid, _broken)),
    "html, the long table cut in two": lambda page: _html(page, _halves),
    "html, tables nested twice": lambda page: _html(page, _nested),
    "text, tabs between": lambda page: _text(page, "\t".join),
    "text, labels once, wide blanks between": lambda page: _text(page, lambda row: "　　".join(once(row))),
    "text, bars of box drawing between": lambda page: _text(page, lambda row: "│" + "│".join(row) + "│"),
    "markdown, bold labels": lambda page: _markdown(page),
    "csv in GB 18030, as a spreadsheet saves it": lambda page: _csv(page),
    "docx, no spans": lambda page: _word(page, is_centred=False),
    "docx, blanks and empty lines in cells": lambda page: _word(page, is_centred=True),
    "xlsx, a sheet for each section, figures as text": lambda page: _sheets(page, as_text=True),
}
