"""The report as OpenDocument texts and spreadsheets, written as XML. Does not import the library."""

import io
import re
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from .as_html import Cells
from .as_office import placed, tables
from .source import Doc

_DAY = (1980, 1, 1, 0, 0, 0)
_KIND = "application/vnd.oasis.opendocument."
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def as_odt(doc: Doc) -> bytes:
    """Return the report as a text: paragraphs in spans, a deletion that is tracked, headings, tables."""
    parts = ["<text:tracked-changes><text:p>删去的话</text:p></text:tracked-changes>"]
    parts += [paragraph(line) for line in doc.head]
    for title, content in _contents(doc):
        parts.append(f'<text:h text:outline-level="1">{escape(title)}</text:h>')
        parts += [paragraph(item) if isinstance(item, str) else table(item) for item in content]
    return packed("text", f"<office:text>{''.join(parts)}</office:text>")


def as_ods(doc: Doc) -> bytes:
    """Return the report as a workbook of one sheet, with the blank cells that fill it, and a sheet that is hidden."""
    rows = [f"<table:table-row>{cell(line)}</table:table-row>" for line in doc.head]
    for title, content in _contents(doc):
        rows.append(f"<table:table-row>{cell(title)}{_filling(16000)}</table:table-row>")
        for item in content:
            rows += [f"<table:table-row>{cell(item)}</table:table-row>"] if isinstance(item, str) else _rows(item)
    rows.append(f'<table:table-row table:number-rows-repeated="1048000">{_filling(16384)}</table:table-row>')
    style = (
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    hidden = (
        f'<table:table table:style-name="h"><table:table-row>{cell("旧数")}{cell("99")}</table:table-row></table:table>'
    )
    sheet = f'<table:table table:name="年报">{"".join(rows)}</table:table>'
    return packed("spreadsheet", f"<office:spreadsheet>{sheet}{hidden}</office:spreadsheet>", style)


def packed(kind: str, body: str, styles: str = "") -> bytes:
    """Return an OpenDocument with a body."""
    stream = io.BytesIO()
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body>{body}</office:body></office:document-content>"
    )
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _DAY), _KIND + kind)
        archive.writestr(zipfile.ZipInfo("content.xml", _DAY), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def paragraph(text: str) -> str:
    """Return a paragraph whose text is cut into spans, with a blank that is an element."""
    middle = len(text) // 2
    pieces = [text[:middle], text[middle:]]
    spans = "".join(f'<text:span text:style-name="T1">{escape(piece)}</text:span>' for piece in pieces if piece)
    return f"<text:p>{spans.replace('  ', ' <text:s/>')}</text:p>"


def table(rows: list[Cells]) -> str:
    """Return a table."""
    return f"<table:table>{''.join(_rows(rows))}</table:table>"


def cell(text: str, rowspan: int = 1, colspan: int = 1) -> str:
    """Return a cell; a figure says its value as well."""
    spans = f' table:number-rows-spanned="{rowspan}"' if rowspan > 1 else ""
    spans += f' table:number-columns-spanned="{colspan}"' if colspan > 1 else ""
    value = f' office:value-type="float" office:value="{text}"' if re.fullmatch(r"\d+(\.\d+)?", text) else ""
    inside = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell{spans}{value}>{inside}</table:table-cell>"


def _filling(number: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{number}"/>'


def _rows(rows: list[Cells]) -> list[str]:
    """Return rows in which each place that a span covers is an element of its own."""
    boxes = {(y, x): (height, width, text) for y, x, height, width, text in placed(rows)}
    width = max(x + box[1] for (_, x), box in boxes.items())
    written = []
    for y in range(len(rows)):
        cells = []
        for x in range(width):
            if (y, x) in boxes:
                height, across, text = boxes[y, x]
                cells.append(cell(text, min(height, len(rows) - y), across))
            else:
                cells.append("<table:covered-table-cell/>")
        written.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return written


def _contents(doc: Doc) -> list[tuple[str, list[Any]]]:
    first, middle, last = tables(doc)
    texts = list(doc.texts.values())
    return list(zip(doc.titles, [texts[0], [first], [middle], [last], texts[1], texts[2]], strict=True))
