"""The printed form as a Word document: real tables, Chinese typefaces, A4 with the margins of official documents."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from govreport.documents.rendering.page import Page, Part
from govreport.documents.rendering.wordml import FANG, HEI, RED, SONG, character, paragraph, table

if TYPE_CHECKING:
    from docx.document import Document

# GB/T 9704-2012, the format of official documents: the type area of an A4 page is 156 mm wide.
_WIDTH, _TOP, _BOTTOM, _LEFT, _RIGHT = 156, 37, 35, 28, 26
_TWIPS_PER_MM = Mm(1).twips
# Name of a style, what it does to a paragraph, and to its characters (sizes in half-points: 三号 is 32).
_STYLES = (
    ("Normal", paragraph(line=560, first_line=2), character(FANG, 32)),
    ("Title", paragraph(line=680, centred=True, after=240, keep=True), character(SONG, 44, bold=True)),
    ("Heading 1", paragraph(line=560, first_line=2, before=120, after=80, keep=True, level=0), character(HEI, 32)),
)
_HEAD, _NOTE, _FINDING = "Form Head", "Form Note", "Form Finding"
_OWN_STYLES = (
    (_HEAD, paragraph(line=400, centred=True), character(SONG, 24)),
    (_NOTE, paragraph(line=280, before=40), character(SONG, 18)),
    (_FINDING, paragraph(line=280, before=40, bar=RED), character(SONG, 18, colour=RED)),
)


def write_docx(page: Page) -> bytes:
    """Return the page as a document for Word, WPS and LibreOffice. The same page gives the same bytes."""
    document = docx.Document()
    _prepare(document, page)
    document.add_paragraph(page.title, style="Title")
    for label, value in page.facts:
        document.add_paragraph(f"{label}：{value}", style=_HEAD)
    _lines(document, [remark.line for remark in page.remarks], _FINDING)
    if page.preamble is not None:
        _section(document, page.preamble)
    for part in page.parts:
        document.add_paragraph(part.node.title, style="Heading 1")
        _section(document, part)
    file = BytesIO()
    document.save(file)
    return _undated(file)


def _section(document: "Document", part: Part) -> None:
    _lines(document, part.paragraphs, "Normal")
    if part.table is not None:
        drawn = parse_xml(table(part.table, round(_WIDTH * _TWIPS_PER_MM)))
        document.element.body.sectPr.addprevious(drawn)
    _lines(document, part.legend, _NOTE)
    _lines(document, [note.line for note in part.notes], _NOTE)
    _lines(document, [remark.line for remark in part.remarks], _FINDING)


def _lines(document: "Document", lines: Sequence[str], style: str) -> None:
    for line in lines:
        document.add_paragraph(line, style=style)


def _prepare(document: "Document", page: Page) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.footer_distance = Mm(_BOTTOM - 7)
    for name, layout, look in (*_STYLES, *_OWN_STYLES):
        if name in document.styles:
            element = document.styles[name].element
        else:
            made = document.styles.add_style(name, 1)
            made.base_style = document.styles["Normal"]
            element = made.element
        # Nothing of what the library's empty document gives the style stays.
        for old in (element.pPr, element.rPr):
            if old is not None:
                element.remove(old)
        element.append(parse_xml(layout))
        element.append(parse_xml(look))
    # The language decides where lines may break and which glyphs are taken.
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _number_pages(document)
    properties = document.core_properties
    properties.title, properties.author, properties.language = page.title[:255], page.organ[:255], "zh-CN"
    properties.comments = properties.last_modified_by = ""
    for name in ("created", "modified"):
        # The dates are those of the library's empty document.
        for date in properties._element.findall(f"{{http://purl.org/dc/terms/}}{name}"):
            properties._element.remove(date)


def _number_pages(document: "Document") -> None:
    """Print the page number at the foot as GB/T 9704 has it: — 1 —."""
    look = character(SONG, 28)
    pieces = (
        '<w:r>{look}<w:t xml:space="preserve">— </w:t></w:r>',
        '<w:fldSimple w:instr=" PAGE "><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>',
        '<w:r>{look}<w:t xml:space="preserve"> —</w:t></w:r>',
    )
    runs = "".join(pieces).replace("{look}", look)
    foot = document.sections[0].footer
    old = foot.paragraphs[0]._p
    old.getparent().replace(
        old, parse_xml(f"<w:p {nsdecls('w')}>{paragraph(line=400, centred=True)}{runs}</w:p>")
    )


def _undated(file: BytesIO) -> bytes:
    """Return the archive without the time at which it was written."""
    target = BytesIO()
    with ZipFile(file) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return target.getvalue()
