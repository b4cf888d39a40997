"""XML that is added to without touching what is there: every byte of the text stays, and new ones come in between."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from govreport.documents.limits import UnreadableDocument
from govreport.documents.trees.xml import parse_placed

_START = re.compile(rb"""<([^\s/>"'=]++)(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
_DECLARED = re.compile(r"""<\?xml[^<>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")
_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_HEAD = 200
# Encodings in which office files are written, by the names that their declarations give them.
_ENCODINGS: Mapping[str, str] = {
    "utf-8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "iso-8859-1": "latin-1",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
}
# Characters that no text of XML holds.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Splice:
    """A text of XML with what is put in. Several pieces at one place stay in the order in which they were given."""

    def __init__(self, data: bytes, most: int | None = None) -> None:
        """Read a text; raises UnreadableDocument like `parse_xml`, and for an encoding that no office file has."""
        self._encoding = _encoding(data)
        try:
            text = data.decode(self._encoding)
        except UnicodeDecodeError as error:
            raise UnreadableDocument("document-damaged", reason=str(error)) from error
        self._text = text.encode()
        self.root, self._places = parse_placed(text, most)
        self._pieces: dict[int, list[bytes]] = {}
        self._opened: dict[int, bytes] = {}  # where elements without content end, and by what name they are closed

    def prefix(self, element: Element) -> str:
        """Return what stands before the colon in the name of an element, "" where there is none."""
        return self._start(element)[1].decode().rpartition(":")[0]

    def before(self, element: Element, piece: str) -> None:
        """Put a piece before an element."""
        self._put(self._places[element][0], piece)

    def after(self, element: Element, piece: str) -> None:
        """Put a piece behind an element."""
        end = self._places[element][1]
        self._put(end if _is_empty(self._start(element)) else self._text.index(b">", end) + 1, piece)

    def first(self, element: Element, piece: str) -> None:
        """Put a piece at the beginning of what an element holds."""
        tag = self._start(element)
        if _is_empty(tag):
            self._open(tag, piece)
        else:
            self._put(tag.end(), piece)

    def last(self, element: Element, piece: str) -> None:
        """Put a piece at the end of what an element holds."""
        tag = self._start(element)
        if _is_empty(tag):
            self._open(tag, piece)
        else:
            self._put(self._places[element][1], piece)

    def written(self) -> bytes:
        """Return the text with all pieces, in the encoding that it had."""
        parts: list[bytes] = []
        at = 0
        for place in sorted(self._pieces.keys() | self._opened.keys()):
            inside = b"".join(self._pieces.get(place, ()))
            if place in self._opened:
                # `<a/>` becomes `<a>…</a>`.
                parts += [self._text[at:place], b">", inside, b"</", self._opened[place], b">"]
                at = place + 2
            else:
                parts += [self._text[at:place], inside]
                at = place
        parts.append(self._text[at:])
        return b"".join(parts).decode().encode(self._encoding, "xmlcharrefreplace")

    def _start(self, element: Element) -> "re.Match[bytes]":
        tag = _START.match(self._text, self._places[element][0])
        assert tag is not None  # the parser has read it
        return tag

    def _open(self, tag: "re.Match[bytes]", piece: str) -> None:
        self._opened[tag.end() - 2] = tag[1]
        self._put(tag.end() - 2, piece)

    def _put(self, place: int, piece: str) -> None:
        self._pieces.setdefault(place, []).append(piece.encode())


def plain(text: str) -> str:
    """Return a text as XML can hold it, for the content of an element or an attribute in double quotes."""
    return escape(_FORBIDDEN.sub("\ufffd", text), {'"': "&quot;"})


def _is_empty(tag: "re.Match[bytes]") -> bool:
    return tag[0].endswith(b"/>")


def _encoding(data: bytes) -> str:
    if data[:2] in _BYTE_ORDER_MARKS:
        return _BYTE_ORDER_MARKS[data[:2]]
    if data[:2] in (b"<\x00", b"\x00<"):
        return "utf-16-le" if data[:1] == b"<" else "utf-16-be"
    declared = _DECLARED.search(data[:_HEAD].decode("latin-1"))
    name = declared[1].lower() if declared else "utf-8"
    if name not in _ENCODINGS:
        raise UnreadableDocument("document-damaged", reason=f"XML in the encoding {name}")
    return _ENCODINGS[name]
