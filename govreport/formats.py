"""The formats that reports are kept and published in, and the suffixes of their files."""

import os
from typing import Literal, get_args

DOCUMENT_SUFFIXES = (".json",)
LINES_SUFFIXES = (".ndjson", ".jsonl")
# What conversion writes beside its output is no report; in a folder it is passed over.
LOSSES_SUFFIXES = (".losses.json", ".losses.ndjson")
# What is written beside a table tells of its columns, and is no report either.
CODEBOOK_SUFFIXES = ("-metadata.json", ".table-schema.json")
# Explanations beside a published document are told of with it, and are no report by themselves.
SIDECAR_SUFFIX = ".govreport.json"
_TABLES = (".csv", ".txt", ".parquet", ".duckdb", ".xlsx")
BESIDE_SUFFIXES = (*LOSSES_SUFFIXES, SIDECAR_SUFFIX, *(table + end for table in _TABLES for end in CODEBOOK_SUFFIXES))

Format = Literal["html", "docx", "xlsx", "pdf", "ofd", "odt", "ods", "csv", "markdown", "text"]
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
    ".ofd": "ofd",
    ".odt": "odt",
    ".ods": "ods",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
# Reports come in these formats too, but none of them can be read: such a file is told of, never passed over. Some
# hold something else than they say, web pages above all.
UNREADABLE_SUFFIXES = (".doc", ".xls", ".wps", ".et", ".rtf")

REPORT_SUFFIXES = frozenset(DOCUMENT_SUFFIXES + LINES_SUFFIXES)
PUBLISHED_SUFFIXES = frozenset((*SUFFIXES, *UNREADABLE_SUFFIXES))


_OBJECT_STARTS = (b"{", b"\xef\xbb\xbf{")
_JSON_STARTS = (*_OBJECT_STARTS, b"[")
_SPACE = b" \t\r\n"


def suffix(path: str) -> str:
    """Return the suffix of a file's name in small letters, with its point; "" where it has none."""
    return os.path.splitext(path)[1].lower()


def sidecar_name(path: str) -> str:
    """Return the path of the file that holds the explanations of a published document."""
    return os.path.splitext(path)[0] + SIDECAR_SUFFIX


def starts_as_json(data: bytes) -> bool:
    """Tell whether bytes of which nothing else is known begin as JSON does; without any they are no other document."""
    start = _start(data)
    return not start or start.startswith(_JSON_STARTS)


def is_json(path: str, data: bytes) -> bool:
    """Tell whether a file holds a document in JSON: its name says so, or else its bytes begin as JSON does.

    One that is named as a published document begins as an object does: a list is a link in Markdown. An empty file is
    in JSON only by its name.
    """
    named = suffix(path)
    return named in DOCUMENT_SUFFIXES or _start(data).startswith(
        _OBJECT_STARTS if named in PUBLISHED_SUFFIXES else _JSON_STARTS
    )


def _start(data: bytes) -> bytes:
    """Return bytes from the first that is no white space on; at least one, if there is one."""
    # Not a copy of all the bytes for the sake of a few.
    return data[:64].lstrip(_SPACE) or data.lstrip(_SPACE)


# A spreadsheet takes a text that begins so for a formula, in Chinese ones the full-width signs too. The apostrophe
# keeps it from that, and must be kept from being taken for such a one itself.
_FORMULA_SIGNS = tuple("=+-@＝＋－＠\t\r\n'")


def no_formula(text: str) -> str:
    """Return a text as a file for spreadsheets holds it, so that none calculates it."""
    return f"'{text}" if is_formula(text) else text


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet would take a text for a formula."""
    return text.startswith(_FORMULA_SIGNS)
