"""Where what is read, cut and placed ends: at its limits, whatever the way there."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from govreport import validate
from govreport.findings import LONGEST_VALUE, Finding, Severity, cut
from govreport.form.layout import load_layout
from govreport.pointers import value_at
from govreport.validation.decoding import decode
from govreport.validation.locating import Lines, Places, region
from govreport.validation.reading import read_document
from govreport.validation.scanner import TOO_LONG, scan
from govreport.validation.values import plain
from tests.reports import changed, clean, document


def test_a_value_of_sixty_four_characters_is_not_cut() -> None:
    assert LONGEST_VALUE == 64
    assert cut("甲" * 64) == "甲" * 64
    assert cut("甲" * 65) == "甲" * 63 + "…"


@pytest.mark.parametrize("most", [1, 3, 10, 100])
@pytest.mark.parametrize("limit", [0, 9, 10, 11, 50])
def test_a_file_is_read_up_to_one_byte_more_than_allowed(
    tmp_path: Path, most: int, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.json").write_bytes(b"0123456789")
    read = os.read
    # A read may give less than was asked for.
    monkeypatch.setattr(os, "read", lambda descriptor, size: read(descriptor, min(size, most)))
    assert read_document(tmp_path / "a.json", limit) == b"0123456789"[: limit + 1]


def test_what_lies_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    for path in (tmp_path / "b.json", tmp_path / "a.json" / "b.json"):
        found = read_document(path)
        assert isinstance(found, Finding)
        assert found.code == "file-missing"


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        (TOO_LONG - 1, []),
        (TOO_LONG, ["number-too-long"]),
        (-(TOO_LONG // 10) + 1, []),
        (-TOO_LONG // 10, ["number-too-long"]),
    ],
)
def test_a_whole_number_is_as_long_as_one_in_a_document_may_be(value: int, codes: list[str]) -> None:
    findings: list[Finding] = []
    plain(value, findings)
    assert [finding.code for finding in findings] == codes
    assert [f.code for f in decode(str(value).encode()).defects] == codes


def spaced() -> bytes:
    """Return a report with every sort of white space, and with texts of several bytes a character."""
    text = document(clean()).replace(b"\n", b"\r\n\t").replace(b'": ', b'"\r\n \t:\r \t\n')
    return text.replace(b",\r\n", b"\r\n,\t\r\n")


def test_places_are_the_same_in_whatever_order_they_are_asked_for() -> None:
    data = spaced()
    lines, at = Lines(data.decode()), scan(data.decode()).values_at
    pointers = list(at)
    expected = {pointer: lines.line_and_column(at[pointer]) for pointer in pointers}
    for order in (pointers, pointers[::-1], pointers[::37], pointers[::-53]):
        for layout in (None, "2021"):
            places = Places(data, layout)
            found = {p: places.line_and_column(Finding(code="x", severity=Severity.INFO, pointer=p)) for p in order}
            assert found == {pointer: expected[pointer] for pointer in order}


@pytest.mark.parametrize("code", ["unknown-member", "duplicate-member", "extension-name"])
def test_what_is_about_the_name_of_a_member_points_to_it(code: str) -> None:
    data = b'{"extensions":\n {"cn.gov":\n  5}}'
    finding = Finding(code=code, severity=Severity.ERROR, pointer="/extensions/cn.gov")
    assert Places(data).line_and_column(finding) == (2, 3)
    assert Places(data).line_and_column(Finding(code="x", severity=Severity.ERROR, pointer=finding.pointer)) == (3, 3)


def test_a_region_is_that_of_the_value_that_stands_there() -> None:
    data = document(clean())
    for pointer in list(load_layout("2021").cells)[:5]:
        value = json.dumps(value_at(clean(), pointer))
        found = region(data, pointer, value)
        assert found is not None
        line, first, last = found
        assert data.decode().splitlines()[line - 1][first - 1 : last - 1] == value
        assert region(data, pointer, f"{value}1") is None
    assert region(data, "/none", "1") is None


def test_what_is_open_is_not_explained() -> None:
    place = "/requests/natural_person/received"
    explained: dict[str, Any] = {"rule": "undetermined", "pointer": "", "text": "见附件。"}
    blank = changed({place: None})
    opened = [f for f in validate(blank).findings if f.code == "undetermined"]
    assert opened
    entries = [{**explained, "pointer": finding.pointer} for finding in opened]
    found = [f for f in validate({**blank, "explanations": entries}).findings if f.code == "undetermined"]
    assert [(f.pointer, f.explained) for f in found] == [(f.pointer, None) for f in opened]
