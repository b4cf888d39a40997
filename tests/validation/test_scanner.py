"""The exact reader: what is wrong with a text, and where."""

import json
from decimal import Decimal

import pytest

from govreport import validate
from govreport.validation.scanner import Exponential, scan
from tests.reports import clean, document


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("", "empty", 0),
        (" \n", "empty", 0),
        ("{", "truncated", 1),
        ('{"a"', "truncated", 4),
        ('{"a":', "truncated", 5),
        ('{"a":1', "truncated", 6),
        ('{"a":"b', "truncated", 7),
        ("[1,", "truncated", 3),
        ('{"a":1,}', "syntax", 7),
        ("[1,]", "syntax", 3),
        ("[1 2]", "syntax", 3),
        ('{"a" 1}', "syntax", 5),
        ("{a:1}", "syntax", 1),
        ('["a\nb"]', "syntax", 3),
        ('["\\x"]', "syntax", 2),
        ("[01]", "syntax", 2),
        ("[1.]", "syntax", 2),
        ("[+1]", "syntax", 1),
        ("[tru]", "syntax", 1),
        ("['a']", "syntax", 1),
        ("[1}", "syntax", 2),
        ("{} {}", "trailing-content", 3),
        ("1]", "trailing-content", 1),
        ("[NaN]", "not-a-number", 1),
        ("[-Infinity]", "not-a-number", 1),
        ("[" * 65, "too-deep", 64),
        ('{"a":' * 65, "too-deep", 320),
    ],
)
def test_reading_stops_at_the_place_of_the_defect(text: str, code: str, offset: int) -> None:
    result = scan(text)
    assert not result.is_readable
    assert [(d.code, d.offset) for d in result.defects] == [(code, offset)]


@pytest.mark.parametrize(
    ("text", "code", "offset", "pointer"),
    [
        ('{"a":1,"a":2}', "duplicate-member", 7, "/a"),
        ('{"a":1,"\\u0061":2}', "duplicate-member", 7, "/a"),
        ('[{"x/~":1,"x/~":1}]', "duplicate-member", 10, "/0/x~1~0"),
        ('["\\ud800"]', "lone-surrogate", 1, "/0"),
        ('["\\udc00\\ud800"]', "lone-surrogate", 1, "/0"),
        ("[" + "9" * 41 + "]", "number-too-long", 1, "/0"),
        ("[0." + "0" * 39 + "]", "number-too-long", 1, "/0"),
    ],
)
def test_reading_goes_on_after_a_defect_that_leaves_the_text_readable(
    text: str, code: str, offset: int, pointer: str
) -> None:
    result = scan(text)
    assert result.is_readable
    assert [(d.code, d.offset, d.pointer) for d in result.defects] == [(code, offset, pointer)]


def test_the_last_of_duplicate_members_is_kept() -> None:
    assert scan('{"a":1,"a":2}').value == {"a": 2}


def test_sixty_four_levels_are_read() -> None:
    text = "[" * 64 + "]" * 64
    assert scan(text).is_readable
    assert scan(text).value == json.loads(text)


def test_a_hundred_thousand_levels_and_a_number_of_five_thousand_digits_are_findings() -> None:
    assert [f.code for f in validate(b"[" * 100_000).findings] == ["too-deep"]
    huge = document(clean()).replace(b'"upheld": 0', b'"upheld": ' + b"9" * 5000, 1)
    assert [f.code for f in validate(huge).findings][:2] == ["number-too-long", "out-of-range"]


def test_numbers_are_exact() -> None:
    value = scan("[0.1, 1.10, -0, 12345678901234567890, 1e2]").value
    assert value == [Decimal("0.1"), Decimal("1.10"), 0, 12345678901234567890, Decimal(100)]
    assert str(value[1]) == "1.10"
    assert isinstance(value[4], Exponential)
    assert not isinstance(value[1], Exponential)


def test_every_value_and_every_name_has_its_offset() -> None:
    text = '{"a": [1, {"b": null}], "c": ""}'
    result = scan(text)
    assert {p: text[o] for p, o in result.values_at.items()} == {
        "": "{",
        "/a": "[",
        "/a/0": "1",
        "/a/1": "{",
        "/a/1/b": "n",
        "/c": '"',
    }
    assert {p: text[o : o + 3] for p, o in result.names_at.items()} == {"/a": '"a"', "/a/1/b": '"b"', "/c": '"c"'}
