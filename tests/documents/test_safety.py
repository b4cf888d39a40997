"""Hostile and broken documents: each is refused with a reason, in short time, and none is guessed at."""

import io
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import govreport
from govreport import UnreadableDocument
from govreport.documents.limits import Limits
from govreport.documents.paper import Paragraph

DOCX = "word/document.xml"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def refused(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        govreport.extract(data, limits=limits)
    assert caught.value.finding.message("zh") != caught.value.finding.message("en")
    return caught.value.finding.code


@pytest.mark.parametrize("name", [DOCX, "xl/workbook.xml"])
def test_a_zip_bomb_is_refused_unpacked(name: str) -> None:
    bomb = zipped({name: b" " * (64 << 20)})
    assert len(bomb) < 1 << 20
    assert refused(bomb) == "limit-exceeded"


def test_many_large_files_inside_are_refused_together() -> None:
    noise = bytes(range(256)) * 8
    data = zipped({DOCX: noise, "b": noise, "c": noise})
    assert refused(data, Limits(unpacked_size=5000)) == "limit-exceeded"


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "inside", ["]><x>&j;</x>", "]>" + WORD.format(""), "<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&f;</x>"]
)
def test_xml_that_declares_entities_is_refused(encoding: str, inside: str) -> None:
    assert refused(zipped({DOCX: (BOMB + inside).encode(encoding)})) == "document-entities"


def test_a_workbook_that_declares_entities_is_refused() -> None:
    parts = {"xl/workbook.xml": BOMB + "]><x>&j;</x>", "[Content_Types].xml": "<x/>"}
    assert refused(zipped(parts)) == "document-entities"


@pytest.mark.pages
def test_a_hundred_megabytes_of_html_are_refused() -> None:
    assert refused(b"<html><body>" + b"<p>x</p>" * (100 << 17)) == "limit-exceeded"


@pytest.mark.pages
def test_a_table_of_a_million_cells_is_refused_in_time() -> None:
    started = time.process_time()
    page = b"<html><body><table>" + (b"<tr>" + b"<td>0</td>" * 1000 + b"</tr>") * 1000 + b"</table></body></html>"
    assert refused(page) == "limit-exceeded"
    assert refused(b"<html><table>" + b"<tr><td colspan=1000 rowspan=65534>0<td>1</tr>" * 1000 + b"</table>") == (
        "limit-exceeded"
    )
    assert time.process_time() - started < 30


def test_a_million_cells_of_other_formats_are_refused() -> None:
    sheet = b"<worksheet><sheetData>" + b'<c r="A1"><v>0</v></c>' * 1_000_000 + b"</sheetData></worksheet>"
    book = zipped({"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": sheet})
    assert refused(book, Limits(unpacking_ratio=10_000)) == "limit-exceeded"
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 1000 + "</w:tr>"
    document = WORD.format(f"<w:body><w:tbl>{row * 300}</w:tbl></w:body>")
    assert refused(zipped({DOCX: document}), Limits(unpacking_ratio=10_000)) == "limit-exceeded"
    assert refused(b"0\t" * 1_000_000) == "limit-exceeded"


@pytest.mark.pages
@pytest.mark.parametrize("tag", ["div", "table><tr><td", "span", "b"])
def test_deep_nesting_is_refused_or_read_but_never_lost_in_silence(tag: str) -> None:
    table = "<table><tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr></table>"
    page = f"<html><body>{f'<{tag}>' * 100_000}{table}</body></html>".encode()
    assert refused(page) == "nested-too-deep"
    started = time.process_time()
    page = f"<html><body>{f'<{tag}>' * 500}<p>本年制发件数</p><p>本年废止件数</p>{table}</body></html>".encode()
    extraction = govreport.extract(page)
    assert extraction.value["proactive_disclosure"]["documents"]["government_rules"]["issued"] == 1
    assert time.process_time() - started < 5


def test_deep_nesting_in_office_files_is_refused() -> None:
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    assert refused(zipped({DOCX: WORD.format(f"<w:body>{deep}</w:body>")})) == "document-damaged"


def test_encrypted_documents_are_refused() -> None:
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, encrypt="secret")
    canvas.drawString(100, 100, "x")
    canvas.save()
    assert refused(target.getvalue()) == "document-encrypted"
    office = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert refused(office) == "document-encrypted"


def test_truncated_documents_are_refused() -> None:
    from .variations.as_pdf import Page

    page = Page(ruled=True, turned=False, repeated=False)
    page.text("政府信息公开工作年度报告")
    whole = page.bytes()
    assert refused(whole[: len(whole) // 2]) in ("document-damaged", "document-without-text")
    archive = zipped({DOCX: WORD.format("<w:body/>")})
    assert refused(archive[: len(archive) // 2]) == "document-damaged"
    assert refused(zipped({DOCX: WORD.format("<w:body/>")[:-9]})) == "document-damaged"


def test_a_pdf_of_pictures_is_refused() -> None:
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.rect(100, 100, 50, 50)
    canvas.save()
    assert refused(target.getvalue()) == "document-without-text"


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target)
    for _ in range(5):
        canvas.drawString(100, 100, "x")
        canvas.showPage()
    canvas.save()
    assert refused(target.getvalue(), Limits(pages=4)) == "limit-exceeded"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document-empty"),
        (b" \n ", "document-empty"),
        (b"{\\rtf1 x}", "format-unknown"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "format-unknown"),
        (zipped({"content.xml": "<x/>"}), "format-unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "format-old"),
    ],
)
def test_what_no_reader_knows_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_the_content_tells_the_format_and_not_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"<html><body><p>x</p></body></html>")
    assert govreport.extract(path).format == "html"
    document = zipped({DOCX: WORD.format("<w:body/>")})
    (tmp_path / "report.html").write_bytes(document)
    assert govreport.extract(tmp_path / "report.html").format == "docx"


def test_a_check_tells_what_cannot_be_read_and_never_raises(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(zipped({DOCX: b" " * (64 << 20)}))
    assert [f.code for f in govreport.check(path).findings] == ["limit-exceeded"]
    assert [f.code for f in govreport.check(tmp_path / "none.html").findings] == ["file-missing"]
    unknown = govreport.check(b'{"layout": 1}').findings
    assert [f.code for f in unknown] == ["unknown-layout", "rules-not-checked"]
    assert [f.code for f in govreport.check("没有表格".encode()).findings] == ["layout-not-found"]


@pytest.mark.pages
def test_scripts_and_hidden_texts_are_no_text() -> None:
    from govreport.documents.readers.html import read

    page = "<body><p>一<script>alert('x')</script><style>p{}</style>二</p><p style='display:none'>三</p></body>"
    assert [part.text for part in read(page.encode(), Limits()).parts if isinstance(part, Paragraph)] == ["一二"]
