"""Text for a terminal: safe to print, measured in columns, wrapped where it is too long."""

import re
import unicodedata
from collections.abc import Iterator

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_NARROW_NAMES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_HANGING = " " * 6
# A wide character or a word of others, with the punctuation that may not be parted from it; or a gap.
# Compiled where it is used, since most runs wrap nothing.
_PIECE = r"[（【《“‘(\[]*(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef]+)(?:[，。、；：？！）】》”’…]|[,.;:)\]])*|\s+"


def shown(text: str) -> str:
    """Return `text` without anything that could steer a terminal or hide: such characters are escaped.

    Control and formatting characters (also those that turn the direction of writing), line
    separators and lone surrogates come out as `\\x1b` or `\\u202e`.
    """
    if text.isprintable():
        return text
    return "".join(_escaped(c) if unicodedata.category(c) in _HIDDEN else c for c in text)


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal: two for each wide Chinese character."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def pad(text: str, columns: int) -> str:
    """Return `text` filled up with spaces to a number of columns."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Return the lines of a text, broken where they are wider than `columns`; Chinese breaks anywhere."""
    lines = []
    for paragraph in text.splitlines() or [""]:
        line, used = "", 0
        for piece in re.findall(_PIECE, paragraph):
            size = width(piece)
            if used and used + size > columns and not piece.isspace():
                lines.append(line.rstrip())
                line, used = "", 0
            if line or not piece.isspace():
                line, used = line + piece, used + size
        lines.append(line.rstrip())
    return lines


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _escaped(character: str) -> str:
    number = ord(character)
    if character in _NARROW_NAMES:
        return _NARROW_NAMES[character]
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def folded(line: str, columns: int) -> Iterator[str]:
    """Yield a line of a table; where it is too wide, its last column stands below the others, indented more."""
    if width(line) <= columns:
        yield line
        return
    head, _, last = line.rpartition("  ")
    first, *rest = wrap(head.strip(), columns - len(_HANGING))
    yield line[: len(line) - len(line.lstrip(" "))] + first
    yield from (_HANGING + part for part in (*rest, last))
