"""What a workbook would cost, asked of its files before the library makes an object of every cell."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govreport.documents.archives import Archive
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.trees.xml import parse_xml

_CELL = re.compile(rb"<(?:[\w.-]+:)?c[\s/>]")
_MERGE = re.compile(rb"<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*[\"']([^\"'<>]*)")
_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f(?:\s[^<>]*)?>([^<]*)")
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
_ENCODING = re.compile(rb"<\?xml[^<>]*?\sencoding\s*=\s*[\"']([\w.-]+)")
# Office files are written in these; in another encoding nothing of what is looked for here would be seen.
_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii"})
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Of what is no cell: styles, texts, drawings; for each the library makes an object or several.
_ELEMENTS_FOR_A_CELL = 10
# A formula that several cells share is put together anew for each of them.
_SHARED = 50_000_000
_HEAD = 1024


class Survey(NamedTuple):
    """Whether a workbook has formulas, and whether parts of its texts are raised or struck out."""

    has_formulas: bool
    has_looks: bool


def survey(archive: Archive, limits: Limits) -> Survey:
    """Return what a workbook has; raises UnreadableDocument for one that would cost too much."""
    cells = elements = 0
    has_formulas = has_looks = False
    for name in sorted(archive.names):
        if not name.lower().endswith((".xml", ".rels", ".vml")):
            continue
        text = _as_ascii(archive.read(name))
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            parse_xml(archive.read(name))
        elements += text.count(b"<")
        limits.check("cells", elements // _ELEMENTS_FOR_A_CELL)
        if name.lower().endswith(".rels"):
            _check_sheets(archive, name)
            continue
        is_content = not name.endswith("styles.xml")
        has_looks = has_looks or (is_content and (b"superscript" in text or b"strike" in text))
        own = sum(1 for _ in _CELL.finditer(text))
        cells += own
        limits.check("cells", cells)
        for area in _MERGE.finditer(text):
            cells += _size(area[1].decode("ascii", "replace"))
            limits.check("cells", cells)
        longest = max((len(match[1]) for match in _FORMULA.finditer(text)), default=None)
        if longest is not None:
            has_formulas = True
            limits.check("cells", longest * own * limits.cells // _SHARED)
    return Survey(has_formulas, has_looks)


def _as_ascii(text: bytes) -> bytes:
    """Return the markup of an XML text, whichever of the two encodings of office files it is written in."""
    for mark in _MARKS:
        text = text.removeprefix(mark)
    if b"\x00" in text[:_HEAD]:
        text = text.replace(b"\x00", b"")
    declared = _ENCODING.match(text[:_HEAD])
    if not text.lstrip().startswith(b"<") or (declared and declared[1].lower() not in _ENCODINGS):
        raise UnreadableDocument("document-damaged", reason="XML in an encoding that no office file is written in")
    return text


def _size(area: str) -> int:
    """Return how many cells an area has (A1:C3); one that is written in another way is refused by the library."""
    match = _AREA.fullmatch(area.strip())
    if match is None:
        return 0
    left, top, right, bottom = match[1], match[2], match[3] or match[1], match[4] or match[2]
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _check_sheets(archive: Archive, name: str) -> None:
    """Raise UnreadableDocument where several sheets are one and the same file: each would be read anew."""
    sheets = [target for kind, target in _relations(archive, name) if kind.endswith("/worksheet")]
    if len(set(sheets)) < len(sheets):
        raise UnreadableDocument("document-damaged", reason="several sheets in one file")


def _relations(archive: Archive, name: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the target of what a file refers to."""
    for element in archive.xml(name):
        yield element.get("Type", ""), element.get("Target", "").lower()
