"""Which format bytes are in: told by what they hold, never by what their file is called."""

import io
import os
import re
import zipfile
from typing import Literal, get_args

from govreport.documents.limits import UnreadableDocument
from govreport.documents.text import decode

Format = Literal["html", "docx", "xlsx", "pdf", "csv", "markdown", "text"]
FORMATS: tuple[Format, ...] = get_args(Format)
# The kinds of plain text: any of them may be read as any other.
PLAIN: frozenset[Format] = frozenset({"text", "markdown", "csv"})
SUFFIXES: dict[str, Format] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".pdf": "pdf",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
# Suffixes of files that are often something else than they say: web pages above all.
MAYBE = (".doc", ".xls", ".wps", ".et")
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|div|p|span|meta|article|section|tr|td)[\s>/]", re.IGNORECASE
)
_TABLE_OF_BARS = re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CSV_HEAD = re.compile(r'^"?pointer"?,')
_HEAD = 1 << 16


def is_supported(path: str) -> bool:
    """Tell whether a file's suffix is one that published documents have."""
    return os.path.splitext(path)[1].lower() in (*SUFFIXES, *MAYBE)


def detect_format(data: bytes) -> Format:
    """Return the format of a document; raises UnreadableDocument for one that no reader knows."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_OLD_OFFICE):
        raise UnreadableDocument("document-encrypted" if _ENCRYPTED in data else "format-old")
    if data.startswith(b"{\\rtf") or (b"\x00" in data[:_HEAD] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise UnreadableDocument("format-unknown")
    text, _ = decode(data[:_HEAD])
    if not text.strip():
        raise UnreadableDocument("document-empty")
    if _CSV_HEAD.match(text):
        return "csv"
    if _TAG.search(text):
        return "html"
    # Bars alone are no Markdown: text that was copied out of tables has them, too.
    if _TABLE_OF_BARS.search(text) or len(_HEADING.findall(text)) > 1:
        return "markdown"
    return "text"


def _zipped(data: bytes) -> Format:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise UnreadableDocument("document-damaged", reason=str(error)) from error
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    raise UnreadableDocument("format-unknown")
