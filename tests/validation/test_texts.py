"""Bytes that are no proper text, and the places of findings in those that are."""

import pytest

from govreport import validate
from govreport.validation.gate import LARGEST_DOCUMENT
from tests.reports import changed, clean, document

CLEAN = document(clean())


def found(data: bytes | str) -> list[tuple[str, int | None, int | None]]:
    return [(f.code, f.line, f.column) for f in validate(data).findings]


def test_bytes_that_are_no_utf8_are_told_with_their_place() -> None:
    (finding,) = validate(CLEAN[:40] + b"\xff" + CLEAN[40:]).findings
    assert finding.code == "not-utf8"
    assert finding.parameters["offset"] == 41


def test_chinese_in_the_old_encoding_is_recognised() -> None:
    assert [f.code for f in validate(CLEAN.decode().encode("gb18030")).findings] == ["gb18030"]
    assert [f.code for f in validate(CLEAN.decode().encode("utf-16")).findings] != ["gb18030"]


def test_encoded_surrogates_are_no_utf8() -> None:
    assert [f.code for f in validate(b'{"a": "\xed\xa0\x80"}').findings] == ["not-utf8"]


def test_a_byte_order_mark_is_a_finding_and_the_rest_is_still_checked() -> None:
    data = b"\xef\xbb\xbf" + document(changed({"/disputes/reconsideration/upheld": 5}))
    assert [code for code, _, _ in found(data)] == ["byte-order-mark", "disputes-totals"]


def test_a_document_that_is_too_large_is_not_read() -> None:
    assert [f.code for f in validate(CLEAN + b" " * LARGEST_DOCUMENT).findings] == ["too-large"]


def test_a_text_with_a_lone_surrogate_is_a_finding_not_a_crash() -> None:
    assert [f.code for f in validate(CLEAN.decode() + "\ud800").findings] == ["not-utf8"]


def test_a_place_is_given_by_line_and_column_in_characters() -> None:
    text = '{"layout": "2021", "标题很长": 1}'
    (unknown,) = [f for f in validate(text).findings if f.code == "unknown-member"]
    assert (unknown.line, unknown.column) == (1, text.index('"标题') + 1)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_are_counted_by_line_feeds(newline: str) -> None:
    data = document(changed({"/disputes/reconsideration/upheld": 5})).replace(b"\n", newline.encode())
    (finding,) = validate(data).findings
    lines = data.decode().split(newline)
    assert finding.line is not None
    assert finding.column is not None
    assert lines[finding.line - 1][finding.column - 1 :].rstrip(",") == "1"
    assert '"total"' in lines[finding.line - 1]


def test_the_place_of_a_missing_member_is_the_object_that_lacks_it() -> None:
    report = clean()
    del report["organ"]["name"]
    data = document(report)
    (finding,) = validate(data).findings
    line = data.decode().split("\n")[(finding.line or 0) - 1]
    assert (finding.code, finding.pointer) == ("missing-member", "/organ")
    assert line[(finding.column or 0) - 1] == "{"


def test_an_absent_member_gives_the_place_of_the_object_around_it() -> None:
    assert found("[]")[0] == ("wrong-type", 1, 1)
    assert found("{}")[0] == ("unknown-layout", 1, 1)
