"""Reports as offices make them: Word documents written as XML, workbooks by a library that only writes."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from typing import Any

import xlsxwriter

from tests.documents.variations import word
from tests.documents.variations.as_office import placed

from ..report import Grid, Heading, Report
from .kinds import Shape

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DAY = (1980, 1, 1, 0, 0, 0)
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
Text = Callable[[str], str]


def archive(parts: dict[str, str]) -> bytes:
    """Return a ZIP of these parts, the same bytes on every day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def document(body: str, **parts: str) -> bytes:
    """Return a Word document with this body and further parts."""
    text = f'<w:document xmlns:w="{_WORD}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    others = {f"word/{name}.xml": part for name, part in parts.items()}
    return archive({"[Content_Types].xml": _TYPES, "word/document.xml": text, **others})


def wrapped(report: Report, text: Text, heading: Text, box: Text) -> str:
    """Return the paragraphs and tables of a report."""
    parts = [text(line) for line in report.before]
    for item in report.flow():
        if isinstance(item, Grid):
            parts.append(word.table(item.rows, box))
        else:
            parts.append(heading(item.text) if isinstance(item, Heading) else text(item.text))
    return "".join(parts)


def plain(report: Report, choose: random.Random) -> bytes:
    """Paragraphs and tables without any dress."""
    return document(wrapped(report, word.paragraph, word.paragraph, word.paragraph))


def styled(report: Report, choose: random.Random) -> bytes:
    """Titles of a style, runs cut where spelling was checked, a header and a page number."""

    def cut(text: str) -> str:
        pieces = re.findall(r".{1,5}", text) or [""]
        return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{"".join(map(word.run, pieces))}</w:p>'

    def titled(text: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="2"/><w:outlineLvl w:val="0"/></w:pPr>{word.run(text)}</w:p>'

    header = f'<w:hdr xmlns:w="{_WORD}">{word.paragraph("政府信息公开")}</w:hdr>'
    footer = f'<w:ftr xmlns:w="{_WORD}">{word.paragraph("— 1 —")}</w:ftr>'
    return document(wrapped(report, cut, titled, cut), header1=header, footer1=footer)


def numbered(report: Report, choose: random.Random) -> bytes:
    """The numbers of the sections are those of a list: no text holds them."""

    def listed(text: str) -> str:
        number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        return f"<w:p><w:pPr>{number}</w:pPr>{word.run(text.partition('、')[2] or text)}</w:p>"

    numbering = (
        f'<w:numbering xmlns:w="{_WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    return document(wrapped(report, word.paragraph, listed, word.paragraph), numbering=numbering)


def broken_labels(report: Report, choose: random.Random) -> bytes:
    """Labels inside boxes are broken into paragraphs and lines, those at the side letter by letter."""

    def box(text: str) -> str:
        if len(text) > 8:
            return word.paragraph(text[:8]) + word.paragraph(text[8:])
        return (
            f"<w:p>{'<w:r><w:br/></w:r>'.join(map(word.run, text))}</w:p>" if "，" not in text else word.paragraph(text)
        )

    def figure_or_label(text: str) -> str:
        return word.paragraph(text) if not re.search("[\u4e00-\u9fff]", text) else box(text)

    return document(wrapped(report, word.paragraph, word.paragraph, figure_or_label))


def late_rows(report: Report, choose: random.Random) -> bytes:
    """Rows under a side label begin late instead of going on with it."""
    parts = []
    for item in report.flow():
        is_three = isinstance(item, Grid) and item.name == "three"
        parts.append(word.table(item.rows, late=is_three) if isinstance(item, Grid) else word.paragraph(item.text))
    return document("".join(map(word.paragraph, report.before)) + "".join(parts))


def workbook(report: Report, choose: random.Random, *, sheets: bool, texts: bool, formulas: bool) -> bytes:
    """Return the report as a workbook: a sheet for each table, figures as texts, totals that formulas calculated."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("年报")
    top = 0
    for line in report.before:
        sheet.write_string(top, 0, line)
        top += 1
    title = ""
    for item in report.flow():
        if isinstance(item, Grid) and sheets:
            target = book.add_worksheet(f"表{'二三四'[('two', 'three', 'four').index(item.name)]}")
            target.write_string(0, 0, title)
            _fill(target, item, 1, texts=texts, formulas=formulas)
        elif isinstance(item, Grid):
            top = _fill(sheet, item, top, texts=texts, formulas=formulas)
        else:
            title = item.text
            sheet.write_string(top, 0, item.text)
            top += 1
    book.set_properties({"created": None})
    book.close()
    return _timeless(stream.getvalue())


def _fill(sheet: Any, grid: Grid, top: int, *, texts: bool, formulas: bool) -> int:
    """Write a table below a row; return the first row below it."""
    for y, x, height, width, text in placed(grid.rows):
        height = min(height, len(grid.rows) - y)
        if height > 1 or width > 1:
            sheet.merge_range(top + y, x, top + y + height - 1, x + width - 1, "")
        if not text:
            continue
        if texts or not re.fullmatch(r"\d+(\.\d+)?", text):
            sheet.write_string(top + y, x, text)
        elif formulas and grid.name == "three" and x == 9:
            sheet.write_formula(top + y, x, f"=SUM(D{top + y + 1}:I{top + y + 1})", None, int(text))
        else:
            sheet.write_number(top + y, x, float(text) if "." in text else int(text))
    return top + len(grid.rows)


def _timeless(data: bytes) -> bytes:
    """Return a workbook without the moment at which it was written."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(r">\d{4}-\d\d-\d\dT[\d:]+Z<", ">2024-01-01T00:00:00Z<", core)
    return archive(parts)


def _book(name: str, **options: bool) -> Shape:
    chosen = {"sheets": False, "texts": False, "formulas": False} | options
    return Shape(name=f"xlsx-{name}", write=lambda report, choose: workbook(report, choose, **chosen), suffix="xlsx")


SHAPES = (
    *(
        Shape(name=f"docx-{write.__name__.replace('_', '-')}", write=write, suffix="docx")
        for write in (plain, styled, numbered, broken_labels, late_rows)
    ),
    _book("sheet"),
    _book("sheets", sheets=True),
    _book("texts", texts=True),
    _book("formulas", formulas=True),
)
