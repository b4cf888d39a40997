"""The printed form as a Word document: real tables, Chinese typefaces, A4 with the margins of official documents.

The package is written part by part: what is in it is exactly what the form needs, and the same page gives
the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from govreport.documents.rendering.report.page import Page, Part
from govreport.documents.rendering.wordml import FANG, HEI, MAIN, RED, SONG, character, paragraph, run, table

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TWIPS_PER_MM = (1440 * 10, 254)
# GB/T 9704-2012, the format of official documents: on A4 the type area is 156 mm wide.
_PAPER, _TOP, _RIGHT, _BOTTOM, _LEFT, _FOOT = (210, 297), 37, 26, 35, 28, 28
# So many characters of the title's size fit into a line.
_TITLE_EMS = 18
NORMAL, TITLE, HEADING, HEAD = "Normal", "Title", "Heading1", "FormHead"
NOTE, _FINDING = "FormNote", "FormFinding"
# Of each style its id and name, what it does to paragraphs, and to characters (half-points: 三号 is 32).
_STYLES = (
    (NORMAL, "Normal", paragraph(line=560, first_line=2), character(FANG, 32)),
    (TITLE, "Title", paragraph(line=680, align="center", after=200, keep=True), character(SONG, 44, bold=True)),
    (
        HEADING,
        "heading 1",
        paragraph(line=560, first_line=2, before=120, after=80, keep=True, level=0),
        character(HEI, 32),
    ),
    (HEAD, "Form Head", paragraph(line=400, align="center", after=200, together=True), character(SONG, 24)),
    (NOTE, "Form Note", paragraph(line=280, before=40, first_line=2), character(SONG, 18)),
    (_FINDING, "Form Finding", paragraph(line=280, before=40, first_line=2, bar=RED), character(SONG, 18, colour=RED)),
)
_OF_LINES = {"heading": HEADING, "text": NORMAL, "note": NOTE}
# Other names of the typefaces and their kind, for programs that have to take the place of a missing one.
_FACES = ((SONG, "宋体", "roman"), (HEI, "黑体", "swiss"), (FANG, "仿宋", "roman"))


def write(page: Page) -> bytes:
    """Return the page as a document for Word, WPS and LibreOffice."""
    return package(page.title, page.organ, body(page))


def write_lines(title: str, lines: Iterable[tuple[str, str]]) -> bytes:
    """Return a document of a title and lines, each of a style ("heading", "text" or "note") and its text."""
    return package(title, "", (line(title, TITLE), *(line(text, _OF_LINES[style]) for style, text in lines)))


def package(title: str, organ: str, body: Iterable[str]) -> bytes:
    """Return a document of these paragraphs and tables, set on A4 with the styles of the form."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, text in _parts(title, organ, "".join(body)).items():
            # An entry made from its name alone carries no time of writing.
            archive.writestr(ZipInfo(name), (_HEADER + text).encode(), ZIP_DEFLATED)
    return target.getvalue()


def _parts(title: str, organ: str, body: str) -> Mapping[str, str]:
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
            f'<Override PartName="/word/fontTable.xml" ContentType="{_WORD}.fontTable+xml"/>'
            f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
            f'<Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/>'
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
        ),
        "_rels/.rels": _relations(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(organ)}</dc:creator>"
            "<dc:language>zh-CN</dc:language></cp:coreProperties>"
        ),
        "word/_rels/document.xml.rels": _relations(
            *((f"{_OFFICE}/{kind}", f"{kind}.xml") for kind in ("styles", "fontTable", "settings")),
            (f"{_OFFICE}/footer", "footer1.xml"),
        ),
        "word/document.xml": (
            f'<w:document {MAIN} xmlns:r="{_OFFICE}"><w:body>{body}{_section_properties()}</w:body></w:document>'
        ),
        "word/styles.xml": _styles(),
        "word/fontTable.xml": _fonts(),
        # Word lays out by the rules of its current versions, not by those of 2003.
        "word/settings.xml": (
            f'<w:settings {MAIN}><w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
        ),
        "word/footer1.xml": _footer(),
    }


def body(page: Page) -> Iterator[str]:
    """Yield the paragraphs and tables of the form."""
    yield _title(page)
    yield from (line(f"{label}：{value}", HEAD) for label, value in page.facts)
    yield from (line(remark.line, _FINDING) for remark in page.remarks)
    if page.preamble is not None:
        yield from _section(page.preamble)
    for part in page.parts:
        yield line(part.node.title, HEADING)
        yield from _section(part)


def _section_properties() -> str:
    width, height = map(_twips, _PAPER)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{_twips(_TOP)}" w:right="{_twips(_RIGHT)}" w:bottom="{_twips(_BOTTOM)}" '
        f'w:left="{_twips(_LEFT)}" w:header="{_twips(_LEFT)}" w:footer="{_twips(_FOOT)}" w:gutter="0"/></w:sectPr>'
    )


def _title(page: Page) -> str:
    """Return the title; one too long for a line is broken where the organ or the year ends, if two lines hold it."""
    pieces = page.title_pieces
    halves = [("".join(pieces[:n]), "".join(pieces[n:])) for n in range(1, len(pieces))]
    fitting = [(a, b) for a, b in halves if max(_ems(a), _ems(b)) <= _TITLE_EMS and _is_seamless(a[-1] + b[0])]
    if _ems(page.title) <= _TITLE_EMS or not fitting:
        return line(page.title, TITLE)
    first, second = min(fitting, key=lambda half: max(map(_ems, half)))
    return f'<w:p><w:pPr><w:pStyle w:val="{TITLE}"/></w:pPr>{run(first)}<w:r><w:br/></w:r>{run(second)}</w:p>'


def _is_seamless(pair: str) -> bool:
    """Tell whether two characters stand close together, as in no Latin words."""
    return not any(map(str.isspace, pair)) and not pair.isascii()


def _ems(text: str) -> int:
    """Return how wide a text is, in widths of a Chinese character."""
    return (sum(1 if character.isascii() else 2 for character in text) + 1) // 2


def _section(part: Part) -> Iterator[str]:
    yield from (line(text, NORMAL) for text in part.paragraphs)
    if part.table is not None:
        followed = bool(part.legend or part.notes or part.remarks)
        yield table(part.table, _twips(_PAPER[0] - _LEFT - _RIGHT), followed=followed)
    yield from (line(text, NOTE) for text in part.legend)
    yield from (line(note.line, NOTE) for note in part.notes)
    yield from (line(remark.line, _FINDING) for remark in part.remarks)


def line(text: str, style: str) -> str:
    """Return a paragraph in one of the styles."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'


def _relations(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _styles() -> str:
    entries = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"{" w:default=" + chr(34) + "1" + chr(34) if n == 0 else ""}>'
        f'<w:name w:val="{name}"/>{"" if n == 0 else "<w:basedOn w:val=" + chr(34) + "Normal" + chr(34) + "/>"}'
        f"<w:qFormat/>{layout}{look}</w:style>"
        for n, (key, name, layout, look) in enumerate(_STYLES)
    )
    # The language decides where lines may break and which glyphs are taken.
    default = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return (
        f"<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr>{default}</w:rPr></w:rPrDefault></w:docDefaults>"
        f"{entries}</w:styles>"
    )


def _fonts() -> str:
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/></w:font>'
        for name, other, family in _FACES
    )
    return f"<w:fonts {MAIN}>{entries}</w:fonts>"


def _footer() -> str:
    """Return the foot of the page: its number as GB/T 9704 prints it, — 1 —."""
    look = character(SONG, 28)
    number = f'<w:fldSimple w:instr=" PAGE ">{run("1", look)}</w:fldSimple>'
    pieces = (paragraph(line=400, align="center"), run("— ", look), number, run(" —", look))
    return f"<w:ftr {MAIN}><w:p>{''.join(pieces)}</w:p></w:ftr>"


def _twips(millimetres: int) -> int:
    per, of = _TWIPS_PER_MM
    return millimetres * per // of
