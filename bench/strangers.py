"""`python -m bench.strangers`: twenty documents in shapes of a stranger's own choosing, and what is read of them.

They are made of nothing but the printed grids of a report, by means that the generator of `tests/corpus` does not
have. Cells read, unread and wrong are counted against the report.
"""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from typing import Any

from lxml import etree

from bench.data import reports
from govreport import extract, loads, render
from govreport.form.layout import load_layout
from govreport.pointers import value_at

_SEED = 4711
_LEAST = 0.97
Row = list[str]
Grid = list[Row]
Page = list[tuple[str, str | Grid]]


def page_of(document: bytes) -> Page:
    """Return a report as headings, paragraphs and grids whose spans are filled up."""
    root = etree.fromstring(render(loads(document), "html"), etree.HTMLParser(encoding="utf-8"))
    found: Page = []
    for element in root.iter("h1", "h2", "p", "table"):
        if element.tag == "table":
            found.append(("table", _filled(element)))
        elif not any(above.tag == "table" for above in element.iterancestors()):
            found.append((element.tag, "".join(element.itertext()).strip()))
    return found


def _filled(table: Any) -> Grid:
    slots: dict[tuple[int, int], str] = {}
    for y, row in enumerate(table.iter("tr")):
        x = 0
        for cell in row:
            while (y, x) in slots:
                x += 1
            width, height = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
            text = "".join(cell.itertext()).strip()
            slots |= {(y + dy, x + dx): text for dy in range(height) for dx in range(width)}
            x += width
    height, width = (max(place[axis] for place in slots) + 1 for axis in (0, 1))
    return [[slots.get((y, x), "") for x in range(width)] for y in range(height)]


def _html(page: Page, table: Callable[[Grid], str], before: str = "", behind: str = "") -> bytes:
    body = "".join(
        table(content) if not isinstance(content, str) else f"<{tag}>{escape(content)}</{tag}>" for tag, content in page
    )
    return f"<!DOCTYPE html><html><meta charset=utf-8><body>{before}{body}{behind}</body></html>".encode()


def _plain(grid: Grid, cell: Callable[[str], str] = escape) -> str:
    rows = ("".join(f"<td>{cell(text)}</td>" for text in row) for row in grid)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _is_figure(text: str) -> bool:
    return text.replace(".", "").isdigit()


def _turned(grid: Grid) -> Grid:
    return [list(row) for row in zip(*grid, strict=True)]


def _full_width(text: str) -> str:
    return text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789."}) if _is_figure(text) else text


def _text(page: Page, row: Callable[[Row], str]) -> bytes:
    lines = (content if isinstance(content, str) else "\n".join(map(row, content)) for _, content in page)
    return "\n".join(lines).encode()


def _once(row: Sequence[str]) -> Row:
    """Return a row whose repeated labels, the traces of spans, are told once."""
    return [text for n, text in enumerate(row) if n == 0 or _is_figure(text) or text != row[n - 1]]


def _numbered(grid: Grid) -> Grid:
    return [[str(n) if any(map(_is_figure, row)) else "序号", *row] for n, row in enumerate(grid, 1)]


def _remarked(grid: Grid) -> Grid:
    return [[*row, "" if any(map(_is_figure, row)) else "备注"] for row in grid]


def _units(text: str) -> str:
    return f"<span>{text}</span><em>&nbsp;件</em>" if text.isdigit() else escape(text)


def _commas(text: str) -> str:
    return f"{int(text):,}" if text.isdigit() else escape(text)


def _broken(text: str) -> str:
    return "<br>".join(escape(text[n : n + 4]) for n in range(0, len(text), 4)) if not _is_figure(text) else text


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
            lines.append("| " + " | ".join(f"**{t}**" if t and not _is_figure(t) else t for t in row) + " |")
            if n == 0:
                lines.append("|" + ":-:|" * len(row))
        lines.append("")
    return "\n".join(lines).encode()


def _word(page: Page, is_centred: bool) -> bytes:
    import docx

    document = docx.Document()
    for tag, content in page:
        if isinstance(content, str):
            document.add_paragraph(content, style="Title" if tag == "h1" else None)
            continue
        table = document.add_table(rows=len(content), cols=len(content[0]))
        for y, row in enumerate(content):
            for x, text in enumerate(row):
                table.cell(y, x).text = f"  {text}\n" if is_centred else text
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


def documents(page: Page) -> Iterator[tuple[str, bytes]]:
    """Yield each shape with its document."""
    yield "html, all spans filled up", _html(page, _plain)
    yield "html, a row of every column", _html(page, lambda grid: _plain(_turned(grid)))
    yield "html, inside a table for layout", _in_layout(page)
    yield "html, boxes instead of tables", _html(page, _divs)
    yield "html, a number before each row", _html(page, lambda grid: _plain(_numbered(grid)))
    yield "html, a column for remarks", _html(page, lambda grid: _plain(_remarked(grid)))
    yield "html, figures with a unit beside", _html(page, lambda grid: _plain(grid, _units))
    yield "html, thousands parted by commas", _html(page, lambda grid: _plain(grid, _commas))
    yield "html, full-width figures", _html(page, lambda grid: _plain(grid, lambda text: escape(_full_width(text))))
    yield "html, labels broken every four signs", _html(page, lambda grid: _plain(grid, _broken))
    yield "html, the long table cut in two", _html(page, _halves)
    yield "html, tables nested twice", _html(page, _nested)
    yield "text, tabs between", _text(page, "\t".join)
    yield "text, labels once, wide blanks between", _text(page, lambda row: "　　".join(_once(row)))
    yield "text, bars of box drawing between", _text(page, lambda row: "│" + "│".join(row) + "│")
    yield "markdown, bold labels", _markdown(page)
    yield "csv in GB 18030, as a spreadsheet saves it", _csv(page)
    yield "docx, no spans", _word(page, is_centred=False)
    yield "docx, blanks and empty lines in cells", _word(page, is_centred=True)
    yield "xlsx, a sheet for each section, figures as text", _sheets(page, as_text=True)


def counted(document: bytes, members: Mapping[str, Any]) -> tuple[int, int, list[str]]:
    """Return how many cells print holds, how many were read, and which were read wrongly."""
    found = extract(document).value or {}
    cells = [cell for cell in load_layout(members["layout"]).cells if value_at(members, cell) is not None]
    read = [cell for cell in cells if value_at(found, cell) is not None]
    return len(cells), len(read), [cell for cell in read if value_at(found, cell) != value_at(members, cell)]


def main() -> int:
    """Print what is read of each document; return 1 where a cell is wrong or too many are not read."""
    total = reading = 0
    wrongs: list[str] = []
    sources = list(reports(20, _SEED, "2021"))
    for number, source in enumerate(sources):
        name, document = list(documents(page_of(source)))[number]
        cells, read, wrong = counted(document, json.loads(source, parse_float=Decimal))
        print(f"{name:<52} {cells:>4} cells {read:>4} read {len(wrong):>3} wrong {' '.join(wrong[:3])}")
        total, reading = total + cells, reading + read
        wrongs += wrong
    print(f"\nread {reading / total:.4f} (at least {_LEAST}), wrong {len(wrongs)}")
    return 0 if not wrongs and reading >= _LEAST * total else 1


if __name__ == "__main__":
    sys.exit(main())
