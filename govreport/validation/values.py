"""Python values given in place of a document: turned into the values that decoding gives, without change."""

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from govreport.findings import Finding, Severity, cut
from govreport.pointers import escape
from govreport.validation.scanner import DEEPEST, LONGEST_NUMBER, TOO_LONG, unsigned_zero


def plain(value: object, findings: list[Finding], pointer: str = "", depth: int = DEEPEST) -> Any:
    """Return a copy of `value` made of JSON values, appending a finding for each part that is none.

    A `float`, which `json.loads` gives for an amount, becomes the decimal that it prints as. Parts
    that are no JSON become None. Never raises, whatever it is given, and never changes it.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value, findings, pointer)
    if isinstance(value, int):
        return _whole(int(value), findings, pointer)
    if isinstance(value, float):
        if math.isfinite(value):
            return unsigned_zero(Decimal(repr(float(value))))
        return _refuse("not-a-number", findings, pointer, found=cut(value))
    if isinstance(value, Decimal):
        if value.is_finite():
            return unsigned_zero(value)
        return _refuse("not-a-number", findings, pointer, found=cut(value))
    if isinstance(value, Mapping | list | tuple):
        if not depth:
            return _refuse("too-deep", findings, pointer, limit=DEEPEST)
        if isinstance(value, Mapping):
            return _members(value, findings, pointer, depth)
        return [plain(v, findings, f"{pointer}/{n}", depth - 1) for n, v in enumerate(value)]
    return _refuse("not-json", findings, pointer, found=cut(type(value).__name__))


def _members(value: Mapping[Any, Any], findings: list[Finding], pointer: str, depth: int) -> dict[str, Any]:
    members = {}
    for name, child in value.items():
        if isinstance(name, str):
            key = _text(name, findings, pointer)
            members[key] = plain(child, findings, f"{pointer}/{escape(key)}", depth - 1)
        else:
            _refuse("not-json", findings, pointer, found=cut(type(name).__name__))
    return members


def _text(value: str, findings: list[Finding], pointer: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        _refuse("lone-surrogate", findings, pointer, found=f"\\u{ord(value[error.start]):04x}")
        return value.encode("utf-8", "replace").decode("utf-8")
    return str(value)


def _whole(value: int, findings: list[Finding], pointer: str) -> int:
    # The sign counts as a character, as it does in a document.
    if -TOO_LONG // 10 < value < TOO_LONG:
        return value
    # The decimal digits of a huge number are never written out: that alone could take minutes.
    _refuse("number-too-long", findings, pointer, length=f"> {LONGEST_NUMBER}")
    return TOO_LONG


def _refuse(code: str, findings: list[Finding], pointer: str, /, **parameters: Any) -> None:
    findings.append(Finding(code=code, severity=Severity.ERROR, pointer=pointer, parameters=parameters))
