"""XML as office files are written in, read by the parser of the standard library: no entities, no bottomless depth."""

import re
from xml.etree.ElementTree import Element
from xml.parsers import expat

from govreport.documents.limits import UnreadableDocument

DEEPEST = 256
_HEAD = 4096
# Encodings of many bytes for a character, which the parser does not know.
_CHINESE = re.compile(rb"""<\?xml[^<>]*?\sencoding\s*=\s*["'](gb2312|gbk|gb18030)["']""", re.IGNORECASE)


class TooManyElements(Exception):
    """A text of XML holds more elements than the caller allows; `found` says after how many the reading ended."""

    def __init__(self, found: int) -> None:
        super().__init__(found)
        self.found = found


class _Declared(Exception):
    """The text declares a document type."""


def parse_xml(data: bytes, most: int | None = None) -> Element:
    """Return the root of an XML text; names are written `{namespace}name`, comments and instructions left out.

    Raises UnreadableDocument where the text is broken, nested too deep or declares a document type, which office
    files never do; TooManyElements where it holds more than `most`.
    """
    return _parsed(data, _Building(most))


def parse_placed(text: str, most: int | None = None) -> tuple[Element, dict[Element, tuple[int, int]]]:
    """Return what `parse_xml` does, and for each element where it begins and ends in the text as UTF-8.

    The end of one that holds something is where its last tag begins; of one that is written `<a/>`, it is behind that.
    """
    building = _Placing(most)
    root = _parsed(text, building)
    del building.parser  # each holds the other
    return root, building.places


def _parsed(text: bytes | str, building: "_Building") -> Element:
    # A name before the sign is that of the namespace, which the opening brace is put before.
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    if isinstance(building, _Placing):
        building.parser = parser
    parser.StartElementHandler, parser.EndElementHandler = building.start, building.end
    parser.CharacterDataHandler = building.text
    parser.StartDoctypeDeclHandler = _refuse_declaration
    try:
        parser.Parse(text if isinstance(text, str) else _known(text), True)
    except _Declared as error:
        raise UnreadableDocument("document-entities") from error
    # What is broken before the parser comes to a declaration may still declare; an unknown encoding is a LookupError.
    except (expat.ExpatError, ValueError, LookupError) as error:
        head = text[:_HEAD].encode() if isinstance(text, str) else text[:_HEAD]
        if b"<!DOCTYPE" in head.replace(b"\x00", b""):
            raise UnreadableDocument("document-entities") from error
        raise UnreadableDocument("document-damaged", reason=str(error)) from error
    return building.root


def _known(data: bytes) -> bytes | str:
    """Return a text in an encoding that the parser knows."""
    declared = _CHINESE.match(data)
    return data.decode("gb18030") if declared else data


def _refuse_declaration(*_: object) -> None:
    raise _Declared


class _Building:
    """Puts the tree together; text is gathered in pieces, for a long one comes in thousands."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._count = 0
        self._open: list[Element] = []
        self._last: Element | None = None  # the element that ended last, whose tail comes
        self._pieces: list[str] = []
        self._names: dict[str, str] = {}

    @property
    def root(self) -> Element:
        assert self._last is not None  # a text without an element is broken
        return self._last

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._pieces:
            self._place_text()
        names = self._names
        tag = names.get(name) or names.setdefault(name, _braced(name))
        if attributes:
            attributes = {names.get(n) or names.setdefault(n, _braced(n)): v for n, v in attributes.items()}
        element = Element(tag, attributes)
        if self._open:
            self._open[-1].append(element)
        self._open.append(element)
        self._last = None
        self._count += 1
        if len(self._open) > DEEPEST:
            raise UnreadableDocument("document-damaged", reason=f"elements nested deeper than {DEEPEST}")
        if self._most is not None and self._count > self._most:
            raise TooManyElements(self._count)

    def end(self, _: str) -> None:
        if self._pieces:
            self._place_text()
        self._last = self._open.pop()

    def text(self, piece: str) -> None:
        self._pieces.append(piece)

    def _place_text(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if self._last is not None:
            self._last.tail = text
        elif self._open:
            self._open[-1].text = text


class _Placing(_Building):
    """Puts the tree together and keeps where each element stands."""

    parser: expat.XMLParserType

    def __init__(self, most: int | None) -> None:
        super().__init__(most)
        self.places: dict[Element, tuple[int, int]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        super().start(name, attributes)
        self.places[self._open[-1]] = (self.parser.CurrentByteIndex, 0)

    def end(self, _: str) -> None:
        super().end(_)
        self.places[self.root] = (self.places[self.root][0], self.parser.CurrentByteIndex)


def _braced(name: str) -> str:
    return "{" + name if "}" in name else name
