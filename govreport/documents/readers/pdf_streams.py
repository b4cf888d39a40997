"""The streams of a PDF, unpacked as far as is allowed, and how many characters its fonts map."""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import lzwdecode
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFObjRef,
    int_value,
)
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from govreport.documents.limits import UnreadableDocument

_PIECE = 1 << 12
_TIFF, _PNG = 2, 10
# What is predicted is worked out byte by byte, and the same goes for the old kinds of packing.
_MOST_PREDICTED = 8 << 20
# How much larger a byte may become at most.
_RUN_LENGTH, _LZW = 64, 1400
_MAP = re.compile(rb"begin(?:bf|cid)range(.*?)end(?:bf|cid)range", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*+)>|\[[^\[\]]*+\]|[^\s<>\[\]]++|\S")
_FONTS = (b"\x00\x01\x00\x00", b"true", b"OTTO", b"ttcf")
_SIGN = re.compile(rb"\\.|[()]", re.DOTALL)
_PICTURE_END = re.compile(rb"EI\s")
_DEEPEST = 20
UNBOUNDED = 1 << 40


def unpack(stream: Any, room: int) -> bytes | None:
    """Return the data of a stream, None for a kind of packing that holds no text.

    Raises UnreadableDocument if there is more than `room`.
    """
    data = stream.rawdata
    if stream.decipher and stream.objid is not None:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    for name, parameters in stream.get_filters():
        if name in LITERALS_FLATE_DECODE:
            data = _inflate(data, room)
        elif name in LITERALS_ASCII85_DECODE:
            data = ascii85decode(data)
        elif name in LITERALS_ASCIIHEX_DECODE:
            data = asciihexdecode(data)
        elif name in LITERALS_LZW_DECODE:
            _check(len(data) * _LZW, room)
            data = lzwdecode(data)
        elif name in LITERALS_RUNLENGTH_DECODE:
            _check(len(data) * _RUN_LENGTH, room)
            data = rldecode(data)
        else:
            return None
        if isinstance(parameters, dict) and "Predictor" in parameters:
            data = _predicted(data, parameters)
    return bytes(data)


def _check(size: int, room: int) -> None:
    if size > room:
        raise UnreadableDocument("limit-exceeded", limit="unpacked-size", found=size, allowed=room)


def _inflate(data: bytes, room: int) -> bytes:
    """Return what zlib unpacks, and of broken data what comes before the break."""
    try:
        unpacked = zlib.decompressobj().decompress(data, room + 1)
    except zlib.error:
        unpacked = b"".join(_up_to_break(data, room))
    _check(len(unpacked), room)
    return unpacked


def _up_to_break(data: bytes, room: int) -> Iterator[bytes]:
    reader, size = zlib.decompressobj(), 0
    for start in range(0, len(data), _PIECE):
        before = reader.copy()
        piece = data[start : start + _PIECE]
        try:
            unpacked = reader.decompress(piece, room + 1 - size)
        except zlib.error:
            try:
                for byte in range(len(piece)):
                    yield before.decompress(piece[byte : byte + 1], room + 1 - size)
            except zlib.error:
                return
            return
        size += len(unpacked)
        yield unpacked
        if size > room or reader.eof:
            return


def _predicted(data: bytes, parameters: Any) -> bytes:
    kind = int_value(parameters["Predictor"])
    colors, columns, bits = (
        int_value(parameters.get(name, default))
        for name, default in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
    )
    if kind < _TIFF:
        return data
    _check(len(data), _MOST_PREDICTED)
    _check(max(colors, 0) * max(columns, 0) * max(bits, 0), _MOST_PREDICTED)
    if kind >= _PNG:
        return bytes(apply_png_predictor(kind, colors, columns, bits, data))
    return bytes(apply_tiff_predictor(colors, columns, bits, data)) if kind == _TIFF else data


def count_mapped(data: bytes) -> int:
    """Return how many characters a map of codes, or the table of a font, gives; 0 for any other data."""
    if data[:4] in _FONTS:
        return _glyphs(data)
    if b"range" not in data:
        return 0
    return sum(_ranged(match[1]) for match in _MAP.finditer(data))


def _ranged(section: bytes) -> int:
    if b"(" in section or b"%" in section:
        # Codes are written in hexadecimal digits; what is not may be of any length.
        return UNBOUNDED
    tokens = list(_TOKEN.finditer(section))
    codes = [int(re.sub(rb"\s", b"", token[1])[-8:] or b"0", 16) if token[1] is not None else 0 for token in tokens]
    return sum(max(0, codes[n + 1] - codes[n] + 1) for n in range(0, len(codes) - 1, 3))


def _glyphs(data: bytes) -> int:
    """Return how many codes the segments of a font's table of characters have (format 12 counts them in 32 bits)."""
    total = 0
    for match in re.finditer(b"cmap", data[:4096]):
        try:
            (offset,) = struct.unpack_from(">L", data, match.start() + 8)
            _, count = struct.unpack_from(">HH", data, offset)
            for number in range(min(count, 100)):
                (place,) = struct.unpack_from(">L", data, offset + 4 + number * 8 + 4)
                (kind,) = struct.unpack_from(">H", data, offset + place)
                if kind >= 8:
                    (groups,) = struct.unpack_from(">L", data, offset + place + 12)
                    for group in range(min(groups, 1 << 20)):
                        first, last = struct.unpack_from(">LL", data, offset + place + 16 + group * 12)
                        total += max(0, last - first + 1)
        except struct.error:
            continue
    return total


def pieced_together(content: bytes) -> int:
    """Return how many bytes the library copies to put the texts and the pictures inside a content together."""
    copied = depth = signs = start = 0
    for match in _SIGN.finditer(content):
        if not depth:
            start, signs = match.start(), 0
        signs += 1
        depth = max(0, depth + (match[0] == b"(") - (match[0] == b")"))
        if not depth:
            copied += signs * (match.end() - start)
    if depth:
        copied += signs * (len(content) - start)
    if b"ID" in content:
        for piece in _PICTURE_END.split(content):
            picture = piece[piece.find(b"ID") :] if b"ID" in piece else b""
            copied += picture.count(b"E") * len(picture)
    return copied


def count_widths(found: object) -> int:
    """Return how many characters have a width of their own, by the lists (/W, /W2) of the fonts in an object."""
    total = 0
    stack: list[tuple[object, int]] = [(found, 0)]
    while stack:
        value, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            total += sum(_widths(value[name], step) for name, step in (("W", 3), ("W2", 5)) if name in value)
            stack.extend((inner, depth + 1) for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            stack.extend((inner, depth + 1) for inner in value if isinstance(inner, dict | list))
    return total


def _widths(value: object, step: int) -> int:
    """Return how many codes a list of widths covers: `first last width`, or `first [width width ...]`."""
    if isinstance(value, PDFObjRef):
        value = value.resolve()
    if not isinstance(value, list):
        return 0
    total = 0
    run: list[int | float] = []
    for entry in value:
        if isinstance(entry, PDFObjRef):
            entry = entry.resolve()
        if isinstance(entry, list):
            total, run = total + len(entry), []
        elif isinstance(entry, int | float):
            run.append(entry)
            if len(run) == step:
                total += max(0, int(run[1] - run[0]) + 1)
                run = []
    return total
