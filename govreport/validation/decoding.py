"""Bytes to JSON values: quickly where nothing is wrong with the text, exactly where something is."""

import re
from decimal import Decimal
from typing import Any

import attrs
import msgspec

from govreport.validation.gate import LARGEST_DOCUMENT, count_colons, escapes_a_colon
from govreport.validation.scanner import DEEPEST, Defect, Scan, is_too_long, number, scan

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")


@attrs.frozen(kw_only=True)
class Decoded:
    """A document as JSON values (int, Decimal, str, bool, None, list, dict), or why there are none.

    `text` is None where the bytes are no text; `scan` is there where the text was read exactly. Only
    if `is_readable` does `value` mean anything. It `may_hold_decimals` unless it is known to hold none.
    """

    value: Any = None
    is_readable: bool
    may_hold_decimals: bool = True
    defects: tuple[Defect, ...] = ()
    text: str | None = attrs.field(default=None, repr=False)
    scan: Scan | None = attrs.field(default=None, repr=False)


def decode(data: bytes, text_is_sound: bool = False) -> Decoded:
    """Return the JSON value of a document with all defects of its text. Never raises.

    `text_is_sound` is what the gate has proven: then it need not be proven again.
    """
    if len(data) > LARGEST_DOCUMENT:
        return _refused("too-large", size=len(data), limit=LARGEST_DOCUMENT)
    try:
        value = _DECODER.decode(data)
        if text_is_sound:
            return Decoded(value=value, is_readable=True)
        is_deep, holds_decimals = _look_into(value)
        if not is_deep and _is_sound(data, value):
            return Decoded(value=value, is_readable=True, may_hold_decimals=holds_decimals)
    # Any refusal or doubt, whatever its reason: the exact reader finds what it is, if it is anything.
    except Exception:
        pass
    return _decode_exactly(data)


def scalar(data: bytes) -> tuple[Any] | None:
    """Return the value of a text, a word or a whole number of few digits, in which nothing is escaped; None if none."""
    try:
        return (_DECODER.decode(data),)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _decode_exactly(data: bytes) -> Decoded:
    marked = data.startswith(_BYTE_ORDER_MARK)
    try:
        text = data.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        return _refused("gb18030" if _is_gb18030(data) else "not-utf8", offset=error.start + 1)
    result = scan(text)
    defects = tuple(result.defects)
    if marked:
        defects = (Defect(code="byte-order-mark", offset=0), *defects)
    return Decoded(value=result.value, is_readable=result.is_readable, defects=defects, text=text, scan=result)


def _refused(code: str, **parameters: Any) -> Decoded:
    return Decoded(is_readable=False, defects=(Defect(code=code, offset=0, parameters=parameters),))


def _is_gb18030(data: bytes) -> bool:
    """Tell whether bytes that are not UTF-8 are Chinese text in the encoding that old programs use."""
    try:
        return _CHINESE.search(data.decode("gb18030")) is not None
    except UnicodeDecodeError:
        return False


def _number(text: str) -> int | Decimal:
    if is_too_long(text):
        raise ValueError(text)
    return number(text)


def _is_sound(data: bytes, value: Any) -> bool:
    """Tell whether a text says nothing but the value that was decoded from it, and nothing only an exact reader judges.

    That is no member twice, and no whole number too long; how deep it is was seen before. Written out again without a
    blank, the value has one colon for each member and those in its texts: as many as the text, unless a member came
    twice. A colon that the text writes as an escape could stand in for one too many, so there may be none.
    """
    return (
        _MEASURE.encode(value) is not None
        and count_colons(data) == count_colons(_ENCODER.encode(value))
        and not escapes_a_colon(data)
    )


def _look_into(value: Any) -> tuple[bool, bool]:
    """Return whether a value holds objects or lists more than 64 deep, and whether it holds decimals as far as that."""
    held, holds_decimals = [value], False
    for _ in range(DEEPEST):
        inner = []
        for outer in held:
            children = outer.values() if type(outer) is dict else outer
            # Most objects hold cells or texts alone, which is told quickest of all values at once.
            if PLAIN.issuperset(map(type, children)):
                continue
            for child in children:
                kind = type(child)
                if kind in _CONTAINERS:
                    inner.append(child)
                elif kind not in PLAIN:
                    holds_decimals = True
        if not inner:
            return False, holds_decimals
        held = inner
    return True, holds_decimals


PLAIN = frozenset({str, int, bool, type(None)})
"""The types of decoded values that hold no others and are no decimals."""
_CONTAINERS = frozenset({dict, list})
_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=str)
# It raises OverflowError for a whole number beyond 64 bits, whether or not that is too long.
_MEASURE = msgspec.msgpack.Encoder(enc_hook=str)
_DECODER = msgspec.json.Decoder(float_hook=_number)
