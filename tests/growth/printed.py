"""Published documents with room for hostile content: a real report, printed, and small files made by hand."""

import io
import json
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Any

import govreport

from ..reports import EXAMPLES

HERE = "此处有待填写的内容"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
_BOOK = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
 Target="{}"/></Relationships>"""
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""


def members() -> dict[str, Any]:
    """Return a real report as JSON values."""
    value: dict[str, Any] = json.loads((EXAMPLES / "reports" / "shanghai-2021.json").read_bytes())
    return value


@cache
def _printed(format: str) -> str:
    value = members()
    value["overview"] = HERE
    return govreport.render(govreport.loads(json.dumps(value).encode()), format).decode()


def within(format: str, content: str) -> bytes:
    """Return the printed form of a report ("html", "md", "csv") with a content as the text of its first section."""
    return _printed(format).replace(HERE, content).encode("utf-8", "surrogatepass")


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def word(body: str) -> bytes:
    """Return a DOCX file with this body."""
    return zipped({"word/document.xml": WORD.format(body)})


def workbook(inside: str, **more: str) -> bytes:
    """Return an XLSX file whose only sheet has this inside, and other files by names with __ for /."""
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS.format("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": _BOOK,
            "xl/_rels/workbook.xml.rels": _RELATIONS.format("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": _SHEET.format(inside),
        }
        | {name.replace("__", "/"): content for name, content in more.items()}
    )


def pdf(objects: Mapping[int, str | bytes], *, root: int = 1) -> bytes:
    """Return a PDF file of numbered objects, with a table of their places."""
    written = io.BytesIO()
    written.write(b"%PDF-1.4\n")
    places: dict[int, int] = {}
    for number, content in objects.items():
        places[number] = written.tell()
        inside = content.encode("latin-1") if isinstance(content, str) else content
        written.write(b"%d 0 obj\n%b\nendobj\n" % (number, inside))
    data = written.getvalue()
    size = max(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size))
    end = b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, root, len(data))
    return data + b"xref\n0 %d\n" % size + table + end


def stream(content: bytes, more: str = "") -> bytes:
    """Return a stream object of PDF."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), more.encode(), content)


def drawn(content: bytes, more: str = "", **objects: str | bytes) -> bytes:
    """Return a PDF of one page with a content, which may use the font F1; `objects` are more of them, as o7=…."""
    numbered: dict[int, str | bytes] = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 4000 4000]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>{more}>>>>",
        4: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        5: stream(content),
    }
    for name, inside in objects.items():
        numbered[int(name[1:])] = inside
    return pdf(numbered)


_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)
_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def opendocument(kind: str, body: str) -> bytes:
    """Return an OpenDocument of a kind, "text" or "spreadsheet", with XML inside."""
    content = (
        f"<office:document-content {_ODF}><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    kept = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped({"mimetype": kept, "content.xml": content.encode("utf-8", "surrogatepass")})


def ofd(layer: str) -> bytes:
    """Return an OFD of one page with objects on it."""
    document = f'<ofd:Document {_OFD}><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>'
    root = f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    page = (
        f"<ofd:Page {_OFD}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content>"
        f'<ofd:Layer ID="2">{layer}</ofd:Layer></ofd:Content></ofd:Page>'
    )
    files = {"OFD.xml": root, "D.xml": document, "P.xml": page}
    return zipped({name: text.encode("utf-8", "surrogatepass") for name, text in files.items()})


def ofd_text(text: str, x: float, y: float) -> str:
    """Return an object of text at a place of the page, in millimetres."""
    steps = " ".join(["4"] * (len(text) - 1))
    return (
        f'<ofd:TextObject ID="4" Boundary="{x} {y} {len(text) * 4} 4" Font="3" Size="4">'
        f'<ofd:TextCode X="0" Y="3" DeltaX="{steps}">{text}</ofd:TextCode></ofd:TextObject>'
    )
