"""Bytes to JSON values: quickly where nothing is wrong with the text, exactly where something is."""

import re
from decimal import Decimal
from typing import Any

import attrs
import msgspec

from govreport.validation.gate import LARGEST_DOCUMENT, count_colons, escapes_a_colon
from govreport.validation.scanner import DEEPEST, TOO_LONG, Defect, Exponential, Scan, is_too_long, number, scan

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")


@attrs.frozen(kw_only=True)
class Decoded:
    """A document as JSON values (int, Decimal, str, bool, None, list, dict), or why there are none.

    `text` is None where the bytes are no text; `scan` is there where the text was read exactly. Only
    if `is_readable` does `value` mean anything.
    """

    value: Any = None
    is_readable: bool
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
        if text_is_sound or _is_sound(data, value):
            return Decoded(value=value, is_readable=True)
    # Any refusal or doubt, whatever its reason: the exact reader finds what it is, if it is anything.
    except Exception:
        pass
    return _decode_exactly(data)


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

    That is no member twice, nothing too deep, and no whole number too long. Written out again without a blank, the
    value has one colon for each member and those in its texts: as many as the text, unless a member came twice. A colon
    that the text writes as an escape could stand in for one too many, so there may be none.
    """
    inner = [value]
    for _ in range(DEEPEST + 1):
        inner = [
            child
            for held in inner
            for child in (held.values() if type(held) is dict else held)
            if type(child) not in _PLAIN
        ]
        if not inner:
            return count_colons(data) == count_colons(_ENCODER.encode(value)) and not escapes_a_colon(data)
        whole = [child for child in inner if type(child) is int]
        if whole:
            if min(whole) <= -_LONG or max(whole) >= _LONG:
                return False
            inner = [child for child in inner if type(child) is not int]
    return False


_LONG = TOO_LONG // 10
_PLAIN = frozenset({str, bool, type(None), Decimal, Exponential})
_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=str)
_DECODER = msgspec.json.Decoder(float_hook=_number)
