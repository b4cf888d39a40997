"""Line and column of a finding lead to the text that it speaks of."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govreport import Finding, dumps, validate
from govreport.strategies import BrokenReport, broken_reports, near_miss_documents
from govreport.strategies.writing import Style, written

from .changing import at

_ABOUT_NAMES = {"unknown-member", "duplicate-member", "extension-name"}
# These tell of the text, at the character where it goes wrong, not of a value.
_ABOUT_TEXT = {
    *("byte-order-mark", "empty", "gb18030", "not-a-number", "not-utf8", "syntax"),
    *("too-deep", "too-large", "trailing-content", "truncated", "lone-surrogate", "number-too-long"),
}
_DECODER = json.JSONDecoder(parse_float=Decimal)


def _text_at(text: str, finding: Finding) -> str:
    assert finding.line is not None
    assert finding.column is not None
    line = text.split("\n")[finding.line - 1]
    assert 1 <= finding.column <= len(line) + 1
    return "\n".join([line[finding.column - 1 :], *text.split("\n")[finding.line :]])


def _named(document: Any, pointer: str) -> Any:
    """Return the value at a pointer, or the nearest object around a member that is absent."""
    while True:
        try:
            return at(document, pointer)
        except (KeyError, IndexError, ValueError, TypeError):
            pointer = pointer.rpartition("/")[0]


def _assert_places(data: bytes) -> None:
    findings = validate(data).findings
    if any(finding.line is None for finding in findings):
        # Only bytes that are no text have no places.
        assert {finding.code for finding in findings} <= {"not-utf8", "gb18030"}
        return
    text = data.decode()
    for finding in findings:
        if finding.code in _ABOUT_TEXT:
            assert finding.line is not None
            continue
        there, _ = _DECODER.raw_decode(_text_at(text, finding))
        if finding.code in _ABOUT_NAMES:
            assert there == finding.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        else:
            # Of two members with one name either may be the place of what is below it.
            last = json.loads(text, parse_float=Decimal)
            first = json.loads(text, parse_float=Decimal, object_pairs_hook=lambda pairs: dict(pairs[::-1]))
            assert there in (_named(last, finding.pointer), _named(first, finding.pointer))


@given(data=near_miss_documents())
def test_a_place_in_a_near_miss_holds_what_its_finding_names(data: bytes) -> None:
    _assert_places(data)


@given(broken=broken_reports(), style=st.sampled_from(Style))
def test_a_place_in_a_broken_report_holds_what_its_finding_names(broken: BrokenReport, style: Style) -> None:
    _assert_places(written(json.loads(dumps(broken.report), parse_float=Decimal), style).encode())
