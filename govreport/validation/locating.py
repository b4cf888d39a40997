"""Line and column of the places that findings point to, found only when there are findings."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

import msgspec

from govreport.findings import Finding, placed_later
from govreport.findings import placed as set_place
from govreport.pointers import Tokens, tokens
from govreport.validation.decoding import Decoded
from govreport.validation.landmarks import Landmark, landmark
from govreport.validation.scanner import Scan

_BLOCK = 1 << 12
_FEW = 8
# The bytes of UTF-8 with which no character begins.
_CONTINUING = bytes(range(0x80, 0xC0))
# Findings about a member as such point to its name, all others to its value.
_ABOUT_THE_NAME = frozenset({"unknown-member", "duplicate-member", "extension-name"})


def locate(findings: Sequence[Finding], decoded: Decoded, data: bytes) -> tuple[Finding, ...]:
    """Return the findings with the line and column of their places in the text, both counted from 1.

    A place that the text does not have (an optional member that is absent) gives that of the nearest
    object around it.
    """
    if not findings:
        return ()
    if decoded.scan is None or decoded.text is None:
        return placed(findings, Places(data))
    text, where = Lines(decoded.text), decoded.scan
    return tuple(set_place(finding, *text.line_and_column(_offset(finding, where))) for finding in findings)


def placed(findings: Sequence[Finding], places: "Places") -> tuple[Finding, ...]:
    """Return what `locate` does, given the places of a text with which nothing is wrong: they are looked up later."""
    return tuple([placed_later(finding, places) for finding in findings])


class Lines:
    """Where the lines of a text begin, found once for all places that are asked for."""

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset; columns count characters."""
        line = bisect_left(self._ends, offset)
        return line + 1, offset - (self._ends[line - 1] if line else -1)


class _Bytes:
    """Lines and columns of a UTF-8 text.

    The first few places are looked up in the text itself; for more of them it is worth knowing where all lines begin,
    and behind the first block of a line how many characters lie before each block.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._asked = 0
        self._last = 0, 0

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in re.finditer(b"\n", self._data)]

    @cached_property
    def _before(self) -> list[int]:
        lengths = (self._length(start, start + _BLOCK) for start in range(0, len(self._data), _BLOCK))
        return list(accumulate(lengths, initial=0))

    def _length(self, start: int, end: int) -> int:
        """Return how many characters begin in a stretch of bytes."""
        return len(self._data[start:end].translate(None, _CONTINUING))

    def _characters(self, offset: int) -> int:
        block = offset // _BLOCK
        return self._before[block] + self._length(block * _BLOCK, offset)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset in bytes; columns count characters."""
        self._asked += 1
        if self._asked > _FEW:
            line = bisect_left(self._ends, offset)
            start = self._ends[line - 1] + 1 if line else 0
        else:
            last, line = self._last if self._last[0] <= offset else (0, 0)
            line += self._data.count(b"\n", last, offset)
            self._last = offset, line
            start = self._data.rfind(b"\n", 0, offset) + 1
        if offset - start <= _BLOCK:
            return line + 1, self._length(start, offset) + 1
        return line + 1, self._characters(offset) - self._characters(start) + 1


def _offset(finding: Finding, where: Scan) -> int:
    pointer = finding.pointer
    if finding.code in _ABOUT_THE_NAME and pointer in where.names_at:
        return where.names_at[pointer]
    while pointer and pointer not in where.values_at:
        pointer = pointer[: pointer.rfind("/")]
    return where.values_at.get(pointer, 0)


def region(data: bytes, pointer: str, value: str) -> tuple[int, int, int] | None:
    """Return line, column and the column behind the end, from 1, of a number in a text with which nothing is wrong.

    None where the text has no such place, or another value there.
    """
    places = Places(data)
    found = places.extent(pointer)
    if found is None or data[slice(*found)] != value.encode():
        return None
    start, end = found
    line = data.rfind(b"\n", 0, start) + 1
    first, last = (len(data[line:offset].decode("utf-8")) + 1 for offset in (start, end))
    return data.count(b"\n", 0, start) + 1, first, last


# Where the name of a value's member begins, where the value does, in bytes, and the value itself.
_Place = tuple[int, int, msgspec.Raw]


class Lost(LookupError):
    """Something is wrong with a text that was taken for sound: its members do not stand where they should."""


class Places:
    """The places of a text with which nothing is wrong, found by opening only what lies on the way.

    The decoder takes an object apart without reading what its members hold; their lengths tell where
    they stand. To scan the text from its beginning would take many times longer. Where the structure is sound, too, the
    landmarks of the `layout` lead the way.
    """

    def __init__(self, data: bytes, layout: str | None = None) -> None:
        self._data = data
        self._layout = layout
        self._lines = _Bytes(data)
        self._opened: dict[int, _Opened] = {}

    def line_and_column(self, finding: Finding) -> tuple[int, int]:
        """Return line and column, from 1, of the place of a finding."""
        (name_at, value_at, _), is_there = self._find(finding.pointer)
        offset = name_at if is_there and finding.code in _ABOUT_THE_NAME else value_at
        return self._lines.line_and_column(offset)

    def extent(self, pointer: str) -> tuple[int, int] | None:
        """Return where the value at a pointer begins and ends, in bytes, None where there is none."""
        (_, at, raw), is_there = self._find(pointer)
        return (at, at + memoryview(raw).nbytes) if is_there else None

    def member(self, pointer: str) -> tuple[int, int] | None:
        """Return where the name of a member and its value begin, in bytes, None where there is no such member."""
        (name_at, value_at, _), is_there = self._find(pointer)
        return (name_at, value_at) if is_there else None

    def _find(self, pointer: str) -> tuple[_Place, bool]:
        """Return the place of a pointer, or the nearest around it, and whether it is the place itself."""
        place, rest = self._landed(pointer) or (self._root, tokens(pointer))
        for token in rest:
            at = place[1]
            opened = self._opened.get(at)
            if opened is None:
                opened = self._opened[at] = _Opened(self._data, at, place[2])
            inner = opened.place(token)
            if inner is None:
                return place, False
            place = inner
        return place, True

    @cached_property
    def _root(self) -> _Place:
        at = _BEFORE_ITEM.match(self._data).end()  # type: ignore[union-attr]  # it matches the empty text
        return at, at, msgspec.Raw(self._data)

    def _landed(self, pointer: str) -> tuple[_Place, Tokens] | None:
        """Return the place of the last landmark on the way to a pointer, opened, and the rest of the way.

        None where there is none, or members stand in another order than the landmark expects.
        """
        way = landmark(self._layout, pointer) if self._layout is not None else None
        name_at = -1 if way is None else self._data.find(way.name)
        match = None if way is None or name_at < 0 else _BEFORE_VALUE.match(self._data, name_at + len(way.name))
        if way is None or match is None:
            return None
        at = match.end()
        if way.rest and at not in self._opened:
            try:
                self._opened[at] = _Opened(self._data, at, self._held(at, way))
            except msgspec.DecodeError:
                return None
        return (name_at, at, _UNREAD), way.rest

    def _held(self, at: int, way: Landmark) -> msgspec.Raw:
        """Return what lies between a landmark and the next one: one value, if members stand in the order of print."""
        for name, ends in way.following:
            end = self._data.find(name, at)
            if end >= 0:
                held = self._data[at:end].rstrip(_BETWEEN)
                for _ in range(ends):
                    held = held.removesuffix(b"}").rstrip(_BETWEEN)
                return msgspec.Raw(held)
        return msgspec.Raw()


class _Opened:
    """An object or a list of which the members or items are placed as far as they were asked for, from the first on."""

    def __init__(self, data: bytes, at: int, raw: msgspec.Raw) -> None:
        kind = data[at : at + 1]
        self._data = data
        self._at = at + 1
        self._held: dict[str, msgspec.Raw] = {}
        self._before = _BEFORE_MEMBER
        if kind == b"{":
            self._held = _MEMBERS.decode(raw)
        elif kind == b"[":
            self._held = {str(number): inner for number, inner in enumerate(_ITEMS.decode(raw))}
            self._before = _BEFORE_ITEM
        self._ahead = iter(self._held.items())
        self._known: dict[str, _Place] = {}

    def place(self, token: str) -> _Place | None:
        """Return the place of a member or an item, None where there is none."""
        if token not in self._held:
            return None
        known, at = self._known, self._at
        while token not in known:
            name, inner = next(self._ahead)
            match = self._before.match(self._data, at)
            if match is None:
                raise Lost
            at = match.end()
            known[name] = (match.start(1), at, inner)
            at += memoryview(inner).nbytes
        self._at = at
        return known[token]


_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ITEMS = msgspec.json.Decoder(list[msgspec.Raw])
_BETWEEN = b" \t\r\n,"
_UNREAD = msgspec.Raw()
_BEFORE_ITEM = re.compile(rb"[ \t\r\n,]*+()")
_BEFORE_VALUE = re.compile(rb"[ \t\r\n]*+:[ \t\r\n]*+")
_BEFORE_MEMBER = re.compile(rb'[ \t\r\n,]*+("(?:[^"\\]++|\\.)*+")[ \t\r\n]*+:[ \t\r\n]*+')
