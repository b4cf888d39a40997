"""An exact reader of JSON text that knows where everything stands and what is wrong with it.

Used only for documents that the quick decoder refuses or doubts, and to find places for findings. It
reads RFC 8259 without recursion, so depth cannot exhaust the stack, and goes on after a defect where
the text stays readable (a duplicate member, say), so that one run tells all.
"""

import json
import re
from decimal import Decimal
from typing import Any

import attrs

from govreport.findings import cut
from govreport.pointers import escape

DEEPEST = 64
LONGEST_NUMBER, LONGEST_EXPONENT = 40, 17
TOO_LONG: int = 10**LONGEST_NUMBER  # stands for a number that is too long to be read; no figure is as large

# A report has some thousand places, and no pointer in it has a hundred and fifty characters.
_MOST_PLACES, _LONGEST_PATH = 300_000, 256

_SPACE = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_STRING_START = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?+([eE][+-]?[0-9]++)?+")
_LITERAL = re.compile(r"true|false|null")
_NOT_A_NUMBER = re.compile(r"-?(?:NaN|Infinity)")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LITERALS = {"true": True, "false": False, "null": None}


class Exponential(Decimal):
    """A number that was written with an exponent; equal to the plain one, but not written as the form asks."""

    __slots__ = ()


@attrs.frozen(kw_only=True)
class Defect:
    """Something wrong with the text itself, at an offset in characters."""

    code: str
    offset: int
    pointer: str = ""
    parameters: dict[str, Any] = attrs.field(factory=dict)


@attrs.define(kw_only=True)
class Scan:
    """What was read: the value, the defects, and the offset of each value and of each member's name.

    `is_readable` is False where reading stopped; `value` is then meaningless. Of duplicate members the
    last one is kept, as JSON parsers do.
    """

    value: Any = None
    is_readable: bool = True
    defects: list[Defect] = attrs.field(factory=list)
    values_at: dict[str, int] = attrs.field(factory=dict)
    names_at: dict[str, int] = attrs.field(factory=dict)


class _Stop(Exception):
    """Reading cannot go on."""


def scan(text: str) -> Scan:
    """Read one JSON document. Never raises."""
    reader = _Reader(text)
    try:
        reader.read()
    except _Stop:
        reader.result.is_readable = False
    return reader.result


def is_too_long(text: str) -> bool:
    """Tell whether a number is longer than a document may hold, or its exponent is, beyond all arithmetic."""
    return len(text) > LONGEST_NUMBER or len(text.lower().partition("e")[2].lstrip("+-")) > LONGEST_EXPONENT


def number(text: str) -> int | Decimal:
    """Return the value of a JSON number: whole numbers as int, all others as exact decimals."""
    if "e" not in text and "E" not in text:
        return unsigned_zero(Decimal(text)) if "." in text else int(text)
    return Exponential(unsigned_zero(Decimal(text)))


def unsigned_zero(value: Decimal) -> Decimal:
    """Return the value itself, but 0 for -0: there is one nought, with the digits it was given."""
    return value if value else value.copy_abs()


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._places = 0
        self.result = Scan()

    def read(self) -> None:
        self._skip()
        if self.at == len(self.text):
            self._stop("empty", 0)
        root: list[Any] = []
        # Each open container: itself, its pointer, and for an object the name that waits for its value.
        stack: list[tuple[list[Any] | dict[str, Any], str]] = [(root, "")]
        pointer, name = "", ""
        while True:
            value, opened = self._value(pointer)
            container, path = stack[-1]
            if isinstance(container, dict):
                container[name] = value
            else:
                container.append(value)
            if opened:
                if len(stack) > DEEPEST:
                    self._stop("too-deep", self.at - 1, limit=DEEPEST)
                stack.append((value, pointer))
            # Close what ends here, then go on to the next value.
            first = opened
            while len(stack) > 1:
                container, path = stack[-1]
                closing = "}" if isinstance(container, dict) else "]"
                self._skip()
                if self._peek() == closing:
                    self.at += 1
                    stack.pop()
                    first = False
                    continue
                if not first:
                    self._expect(",", "comma-or-close")
                break
            if len(stack) == 1:
                break
            container, path = stack[-1]
            if isinstance(container, dict):
                name = self._name(path, container)
                pointer = self._below(path, name)
            else:
                pointer = self._below(path, str(len(container)))
        self.result.value = root[0]
        self._skip()
        if self.at < len(self.text):
            self._stop("trailing-content", self.at)

    def _value(self, pointer: str) -> tuple[Any, bool]:
        """Read one value, or open a container; return it and whether it was opened."""
        self._skip()
        start = self.at
        if self._is_kept(pointer):
            self.result.values_at[pointer] = start
        mark = self._peek()
        if mark == "{" or mark == "[":
            self.at += 1
            return ({} if mark == "{" else []), True
        if mark == '"':
            return self._string(pointer), False
        match = _NOT_A_NUMBER.match(self.text, start)
        if match:
            self._stop("not-a-number", start, pointer, found=match[0])
        match = _NUMBER.match(self.text, start)
        if match:
            self.at = match.end()
            if is_too_long(match[0]):
                self._note("number-too-long", start, pointer, length=len(match[0]))
                return TOO_LONG, False
            return number(match[0]), False
        match = _LITERAL.match(self.text, start)
        if match:
            self.at = match.end()
            return _LITERALS[match[0]], False
        self._unexpected("value")
        raise AssertionError  # _unexpected always stops

    def _name(self, path: str, container: dict[str, Any]) -> str:
        self._skip()
        start = self.at
        if self._peek() != '"':
            self._unexpected("name")
        name = self._string(path)
        pointer = self._below(path, name)
        if name in container:
            self._note("duplicate-member", start, pointer, member=cut(name))
        if self._is_kept(pointer):
            self.result.names_at[pointer] = start
        self._skip()
        self._expect(":", "colon")
        return name

    def _below(self, path: str, name: str) -> str:
        """Return the pointer of a member or an item; what lies inside of one with a very long pointer shares that."""
        return f"{path}/{escape(name)}" if len(path) <= _LONGEST_PATH else path

    def _is_kept(self, pointer: str) -> bool:
        """Tell whether to note a place: of the many places of a hostile text only the first are noted."""
        self._places += 1
        return self._places <= _MOST_PLACES and len(pointer) <= _LONGEST_PATH

    def _string(self, pointer: str) -> str:
        match = _STRING.match(self.text, self.at)
        if match is None:
            self._broken_string()
            raise AssertionError  # _broken_string always stops
        start, self.at = self.at, match.end()
        raw = match[0]
        value: str = json.loads(raw) if "\\" in raw else raw[1:-1]
        lone = _SURROGATE.search(value)
        if lone:
            self._note("lone-surrogate", start, pointer, found=f"\\u{ord(lone[0]):04x}")
            value = _SURROGATE.sub("\ufffd", value)
        return value

    def _broken_string(self) -> None:
        match = _STRING_START.match(self.text, self.at)
        self.at = match.end() if match else self.at
        following = self._peek()
        if not following:
            self._stop("truncated", self.at, expected="quote")
        self._unexpected("escape" if following == "\\" else "quote")

    def _expect(self, mark: str, word: str) -> None:
        self._skip()
        if self._peek() != mark:
            self._unexpected(word)
        self.at += 1

    def _unexpected(self, expected: str) -> None:
        if self.at >= len(self.text):
            self._stop("truncated", self.at, expected=expected)
        found = self.text[self.at : self.at + 20].split("\n")[0]
        self._stop("syntax", self.at, expected=expected, found=found or "control-character")

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self.at)
        assert match is not None  # the pattern matches the empty text
        self.at = match.end()

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _note(self, code: str, offset: int, pointer: str = "", **parameters: Any) -> None:
        self.result.defects.append(Defect(code=code, offset=offset, pointer=pointer, parameters=parameters))

    def _stop(self, code: str, offset: int, pointer: str = "", **parameters: Any) -> None:
        self._note(code, offset, pointer, **parameters)
        raise _Stop
