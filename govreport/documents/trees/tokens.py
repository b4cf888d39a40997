"""The tags and texts of a page, one after the other, in time that grows with its length alone."""

import html
import re
import string
from collections.abc import Iterator
from typing import NamedTuple

BLANKS = " \t\n\f\r"
_PLAIN = re.compile(rf"<(/?)([A-Za-z][^{BLANKS}/>]*+)>")
_OPENING = re.compile(rf"<(/?)([A-Za-z][^{BLANKS}/>]*+)")
_BETWEEN = re.compile(rf"[{BLANKS}/]*+")
_ATTRIBUTE = re.compile(
    rf"""(=?[^{BLANKS}/>=]*+)(?:[{BLANKS}]*+=[{BLANKS}]*+(?:"([^"]*+)("?)|'([^']*+)('?)|([^{BLANKS}>]*+)))?"""
)
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#[0-9]++;?|#[xX][0-9A-Fa-f]++;?|[A-Za-z][A-Za-z0-9]*+;?)")
# No reference to a character is longer.
_LONGEST_REFERENCE = 40
# Names differ in capitals of ASCII alone.
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
# What these hold is text to their end, whatever it looks like; in the first ones no references stand for characters.
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_TEXTUAL = _RAW | {"title", "textarea"}


class Token(NamedTuple):
    """A tag or a text of a page. Of a text the name is empty and `text` says it; of an end the name begins with `/`."""

    name: str
    line: int
    text: str = ""
    attributes: dict[str, str] | None = None
    is_closed: bool = False


def tokens(source: str) -> Iterator[Token]:
    """Yield the tags and texts of a page; comments, declarations and instructions are left out."""
    position, line, counted = 0, 1, 0
    length = len(source)
    while position < length:
        start = source.find("<", position)
        if start < 0:
            start = length
        if start > position:
            yield Token("", line, unescape(source[position:start]))
        if start == length:
            return
        tag = _PLAIN.match(source, start)
        attributes: dict[str, str] | None = None
        is_closed = False
        if tag is not None:
            position = tag.end()
        elif (tag := _OPENING.match(source, start)) is not None:
            position, attributes, is_closed = _attributes(source, tag.end())
        else:
            position, text = _other(source, start)
            if text:
                yield Token("", line, text)
            continue
        if position < 0:
            return
        line += source.count("\n", counted, position)
        counted = position
        name = tag[2].translate(_SMALL)
        if tag[1]:
            yield Token(f"/{name}", line)
            continue
        yield Token(name, line, "", attributes, is_closed)
        if name in _TEXTUAL and not is_closed:
            end = re.compile(rf"</{name}(?=[{BLANKS}/>])", re.IGNORECASE).search(source, position)
            stop = end.start() if end is not None else length
            if stop > position:
                text = source[position:stop]
                yield Token("", line, text if name in _RAW else unescape(text))
            position = stop
        elif name == "plaintext":
            yield Token("", line, source[position:])
            return


def _attributes(source: str, position: int) -> tuple[int, dict[str, str], bool]:
    """Return where a tag ends, its attributes, and whether it closes itself; -1 for a tag that does not end."""
    attributes: dict[str, str] = {}
    while True:
        between = _BETWEEN.match(source, position)
        assert between is not None  # it matches the empty text
        position = between.end()
        if position == len(source):
            return -1, attributes, False
        if source[position] == ">":
            return position + 1, attributes, source[position - 1] == "/" and between.end() > between.start()
        found = _ATTRIBUTE.match(source, position)
        assert found is not None
        name, double, double_end, single, single_end, bare = found.groups()
        if double_end == "" or single_end == "":
            return -1, attributes, False
        position = found.end()
        value = double if double is not None else single if single is not None else bare or ""
        attributes.setdefault(name.translate(_SMALL), unescape(value))


def _other(source: str, start: int) -> tuple[int, str]:
    """Return where what is no tag ends, and the text that it is."""
    if source.startswith("<!--", start):
        if source.startswith((">", "->"), start + 4):
            return source.index(">", start) + 1, ""
        found = _COMMENT_END.search(source, start + 4)
        return (found.end() if found is not None else len(source)), ""
    if source.startswith(("<!", "<?", "</"), start):
        if start + 2 == len(source) and source[start + 1] == "/":
            return len(source), "</"
        end = source.find(">", start + 2)
        return (end + 1 if end >= 0 else len(source)), ""
    return start + 1, "<"


def unescape(text: str) -> str:
    """Return a text with the characters that references stand for."""
    return _REFERENCE.sub(_character, text) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
    if reference.end() - reference.start() > _LONGEST_REFERENCE:
        return "\ufffd" if reference[0][1] == "#" else reference[0]
    return html.unescape(reference[0])
