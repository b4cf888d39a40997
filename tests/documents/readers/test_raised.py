"""A raised number beside a figure numbers a note: 21 with a raised 1 is 21 with a note, not 211, in every format."""

import io
from collections.abc import Callable
from html import escape
from typing import Any

import docx
import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import govreport
from bench.strangers.office import open_document
from govreport.documents.readers.raised import with_raised
from tests.documents.variations.as_ofd import as_ofd

TITLE = "青石县水利局2023年政府信息公开工作年度报告"
SECTION = "二、主动公开政府信息情况"
HEAD = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
ROWS = (("规章", "1", "0", "21"), ("行政规范性文件", "12", "3", "405"))
NOTE = "2"


def html(before: str, behind: str) -> bytes:
    rows = "".join(
        f"<tr><td>{label}</td>{''.join(f'<td>{figure}{before}{NOTE}{behind}</td>' for figure in figures)}</tr>"
        for label, *figures in ROWS
    )
    head = "".join(f"<td>{text}</td>" for text in HEAD)
    return f"<h1>{TITLE}</h1><p>{SECTION}</p><table><tr>{head}</tr>{rows}</table>".encode()


def word(raise_run: Callable[[Any], None]) -> bytes:
    document = docx.Document()
    document.add_paragraph(TITLE)
    document.add_paragraph(SECTION)
    table = document.add_table(rows=0, cols=4)
    for row in (HEAD, *ROWS):
        for x, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            cell.text = text
            if x and text.isdigit():
                raise_run(cell.paragraphs[0].add_run(NOTE))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def raised_by_align(run: Any) -> None:
    run.font.superscript = True


def raised_by_position(run: Any) -> None:
    run._r.get_or_add_rPr().append(docx.oxml.parse_xml(f'<w:position {docx.oxml.ns.nsdecls("w")} w:val="6"/>'))


def raised_by_style(run: Any) -> None:
    run._r.get_or_add_rPr().append(
        docx.oxml.parse_xml(f'<w:rStyle {docx.oxml.ns.nsdecls("w")} w:val="FootnoteReference"/>')
    )


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in ((TITLE,), (SECTION,), HEAD):
        book.active.append(list(row))
    for label, *figures in ROWS:
        raising = InlineFont(vertAlign="superscript")
        book.active.append([label, *(CellRichText(figure, TextBlock(raising, NOTE)) for figure in figures)])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def open_text(look: str) -> bytes:
    rows = "".join(
        "<table:table-row>"
        + f"<table:table-cell><text:p>{row[0]}</text:p></table:table-cell>"
        + "".join(
            f'<table:table-cell><text:p>{text}<text:span text:style-name="T1">{NOTE if text.isdigit() else ""}'
            "</text:span></text:p></table:table-cell>"
            for text in row[1:]
        )
        + "</table:table-row>"
        for row in (HEAD, *ROWS)
    )
    style = (
        '<style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" style:name="T1">'
        f"<style:text-properties style:{look}/></style:style>"
    )
    lines = f"{style}<text:p>{TITLE}</text:p><text:p>{SECTION}</text:p>"
    return open_document("text", f"{lines}<table:table>{rows}</table:table>")


def page(*, is_ruled: bool) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(600, 400))
    canvas.setFont("STSong-Light", 10)
    canvas.drawString(50, 350, TITLE)
    canvas.drawString(50, 330, SECTION)
    for y, row in enumerate((HEAD, *ROWS)):
        for x, text in enumerate(row):
            left, foot = 50 + 120 * x, 300 - 20 * y
            if is_ruled:
                canvas.rect(left - 5, foot - 6, 120, 20)
            canvas.setFont("STSong-Light", 10)
            canvas.drawString(left, foot, text)
            if text.isdigit():
                width = pdfmetrics.stringWidth(text, "STSong-Light", 10)
                canvas.setFont("STSong-Light", 6)
                canvas.drawString(left + width, foot + 4, NOTE)
    canvas.save()
    return target.getvalue()


def lines(sign: str, join: str) -> bytes:
    rows = (f"{label}{join}{join.join(figure + sign for figure in figures)}" for label, *figures in ROWS)
    return "\n".join((TITLE, SECTION, join.join(HEAD), *rows)).encode()


def markdown() -> bytes:
    rows = (f"| {label} | {' | '.join(f'{f}<sup>{NOTE}</sup>' for f in figures)} |" for label, *figures in ROWS)
    return "\n".join((f"# {TITLE}", "", f"## {SECTION}", "", f"| {' | '.join(HEAD)} |", "|-|-|-|-|", *rows)).encode()


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "html": lambda: html("<sup>", "</sup>"),
    "html, a link": lambda: html('<SUP><a href="#n"><b>', "</b></a></SUP>"),
    "html, a style": lambda: html('<span style="vertical-align: super">', "</span>"),
    "html, a class": lambda: b"<style>.note{vertical-align: super}</style>" + html('<a class="note">', "</a>"),
    "html, lowered": lambda: html("<sub>", "</sub>"),
    "html, circled": lambda: html("②<i hidden>", "</i>"),
    "docx": lambda: word(raised_by_align),
    "docx, by its position": lambda: word(raised_by_position),
    "docx, by its style": lambda: word(raised_by_style),
    "xlsx": workbook,
    "odt": lambda: open_text('text-position="super 58%"'),
    "odt, by its height": lambda: open_text('text-position="33% 58%"'),
    "pdf": lambda: page(is_ruled=True),
    "pdf, no lines": lambda: page(is_ruled=False),
    "ofd": lambda: as_ofd(page(is_ruled=True), apart=True),
    "markdown": markdown,
    "text, tabs": lambda: lines("²", "\t"),
    "text, blanks": lambda: lines("②", "   "),
}


def found(document: bytes) -> list[int | None]:
    value = govreport.extract(document).value
    rows = value["proactive_disclosure"]["documents"]
    return [figure for name in ("government_rules", "normative_documents") for figure in rows[name].values()]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_raised_number_is_no_digit_of_the_figure(name: str) -> None:
    assert found(DOCUMENTS[name]()) == [int(figure) for _, *figures in ROWS for figure in figures]


@pytest.mark.parametrize("inside", ["12", "<b>12</b>", escape("1,2")])
def test_a_figure_that_is_raised_as_a_whole_is_not_guessed(inside: str) -> None:
    page = html("", "").decode().replace(f"<td>21{NOTE}</td>", f"<td><sup>{inside}</sup></td>")
    assert found(page.encode())[2] is None


def test_other_raised_words_stay_what_they_are() -> None:
    assert found(html("<sup>（", "）</sup>")) == [int(figure) for _, *figures in ROWS for figure in figures]


def test_small_characters_at_the_foot_of_a_line_are_not_raised() -> None:
    large: dict[str, Any] = {"text": "2", "size": 10, "bottom": 100}
    for small, is_raised in (((6, 96), True), ((6, 99.5), False), ((9.5, 96), False)):
        line = [large, {"text": "1", "size": small[0], "bottom": small[1]}]
        assert [char["text"] for char in with_raised(line)] == ["2", "¹" if is_raised else "1"]
