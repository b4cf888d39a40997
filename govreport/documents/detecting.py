"""Which format bytes are in: told by what they hold, never by what their file is called."""

import re
import struct
import zipfile
import zlib

from govreport.documents.bars import is_delimiter
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.separated import find_separator
from govreport.documents.text import decode
from govreport.documents.zipped import opened
from govreport.formats import Format

_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|div|p|span|meta|article|section|tr|td)[\s>/]", re.IGNORECASE
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|span|meta|article|section)[\s>/]", re.IGNORECASE)
# So begins nothing else, in whatever encoding it goes on.
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHORTEST_RULE = 3
_CSV_HEAD = re.compile(r'pointer,|"pointer",')
_HEAD = 1 << 16
_OPEN_DOCUMENTS: dict[bytes, Format] = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_LONGEST_MIMETYPE = 200


def detect_format(data: bytes, limits: Limits | None = None) -> Format:
    """Return the format of a document; raises UnreadableDocument for one that no reader knows."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        (limits or Limits()).check_files(data)
        return _zipped(data)
    if data.startswith(_OLD_OFFICE):
        raise UnreadableDocument("document-encrypted" if _ENCRYPTED in data else "format-old")
    if data.startswith(b"{\\rtf") or (b"\x00" in data[:_HEAD] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise UnreadableDocument("format-unknown")
    if _BEGINS.match(data):
        return "html"
    text, _ = decode(data[:_HEAD])
    if not text.strip():
        raise UnreadableDocument("document-empty")
    if _CSV_HEAD.match(text):
        return "csv"
    if _TAG.search(text):
        # Markdown may hold tables as HTML, but it is no page and does not begin with a tag.
        is_markdown = not _PAGE.search(text) and _HEADING.search(text) and not text.lstrip().startswith("<")
        return "markdown" if is_markdown else "html"
    if find_separator(text):
        return "csv"
    # Bars alone are no Markdown: text that was copied out of tables has them, too.
    if any(is_delimiter(line, _SHORTEST_RULE) for line in text.splitlines()) or len(_HEADING.findall(text)) > 1:
        return "markdown"
    return "text"


def _zipped(data: bytes) -> Format:
    archive = opened(data)
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "OFD.xml" in {name.lstrip("/\\") for name in names}:
        return "ofd"
    if "content.xml" in names and (kind := _open_document(archive)) is not None:
        return kind
    raise UnreadableDocument("format-unknown")


def _open_document(archive: zipfile.ZipFile) -> Format | None:
    """Return of which format an OpenDocument says that it is."""
    try:
        info = archive.getinfo("mimetype")
        told = archive.read(info) if info.file_size < _LONGEST_MIMETYPE else b""
    # Whatever a broken archive raises.
    except (KeyError, ValueError, RuntimeError, EOFError, OSError, zlib.error, struct.error, zipfile.BadZipFile):
        return None
    return next((format for kind, format in _OPEN_DOCUMENTS.items() if told.startswith(kind)), None)
