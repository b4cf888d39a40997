"""Reports as objects and as text: exact inverses, canonical writing, and what is refused."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from govreport import InvalidReport, Report2021, dump, dumps, load, loads, validate
from govreport.form.layout import load_layout
from govreport.model.codec import structure, unstructure
from tests.reports import changed, clean, document

AMOUNT = "/proactive_disclosure/charges/administrative_fees/amount"
FULL: dict[str, Any] = {
    "/title": "２０２３年度报告：“引号”、\\反斜杠\\、𠮷",
    "/published": "2024-01-20",
    "/scope": {"kind": "consolidated", "bodies": [{"name": "某局"}, {"name": "某办", "code": "11310000MB2F30456Q"}]},
    "/source": {"url": "https://example.cn/a:b?c", "sha256": "0" * 64, "retrieved": "2024-02-01"},
    AMOUNT: None,
    "/marks": [{"pointer": AMOUNT, "mark": "dash", "printed": "——"}],
    "/notes": [{"pointer": "/overview", "text": "注：\n第二行"}],
    "/extensions": {"cn.example": {"n": [1, 1.5, True, None, "x"], "deep": {"a": {"b": {}}}}},
}


def full() -> dict[str, Any]:
    return changed(FULL)


@pytest.mark.parametrize("report", [clean(), full()], ids=["clean", "full"])
def test_reading_and_writing_are_inverse(report: dict[str, Any]) -> None:
    read = loads(document(report))
    written = dumps(read)
    assert loads(written) == read
    assert dumps(loads(written)) == written
    assert json.loads(written) == report


def test_text_and_bytes_read_alike() -> None:
    assert loads(document(full()).decode()) == loads(document(full()))


def test_the_quick_way_and_the_exact_way_of_reading_agree() -> None:
    quick = loads(document(clean()))
    # An escaped colon sends the same report the exact way.
    exact = loads(document(changed({"/overview": "A:B"})).replace(b"A:B", b"A\\u003aB"))
    assert attrs.evolve(quick, overview="A:B") == exact


def test_writing_is_canonical_whatever_was_read() -> None:
    report = full()
    shuffled = dict(reversed(report.items()))
    assert dumps(loads(document(shuffled, ensure_ascii=True, indent=None))) == dumps(loads(document(report)))
    text = dumps(loads(document(report))).decode()
    assert text.startswith('{\n  "layout": "2021",\n  "year": ')
    assert text.endswith("\n}\n")
    assert "𠮷" in text


def test_the_member_that_names_the_schema_survives() -> None:
    report = {"$schema": "../schema/2021/report.schema.json", **clean()}
    read = loads(document(report))
    assert isinstance(read, Report2021)
    assert read.schema == report["$schema"]
    assert json.loads(dumps(read)) == report


def test_a_member_called_schema_is_unknown() -> None:
    with pytest.raises(InvalidReport) as refused:
        loads(document({"schema": "x", **clean()}))
    assert [f.code for f in refused.value.result.findings] == ["unknown-member"]


@pytest.mark.parametrize(
    ("written", "expected"), [("52.29", "52.29"), ("52.290", "52.290"), ("0.000001", "0.000001"), ("7", "7")]
)
def test_amounts_are_decimals_and_keep_their_digits(written: str, expected: str) -> None:
    data = document(changed({AMOUNT: 999_999_999})).replace(b"999999999", written.encode(), 1)
    report = loads(data)
    assert isinstance(report, Report2021)
    amount = report.proactive_disclosure.charges.administrative_fees.amount
    assert isinstance(amount, Decimal)
    assert str(amount) == expected
    assert f'"amount": {expected}'.encode() in dumps(report)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"{}", "unknown-layout"),
        (document(changed({"/year": "2023"})), "wrong-type"),
        (document(changed({AMOUNT: "52.29"})), "wrong-type"),
        (document(clean()).replace(b'"upheld": 1', b'"upheld": 1, "upheld": 1', 1), "duplicate-member"),
        (b"\xef\xbb\xbf" + document(clean()), "byte-order-mark"),
    ],
)
def test_what_is_no_report_is_refused_with_all_that_is_wrong(data: bytes, code: str) -> None:
    with pytest.raises(InvalidReport, match=code) as refused:
        loads(data)
    assert refused.value.result.findings[0].code == code


def test_a_report_whose_sums_are_wrong_is_a_report() -> None:
    report = loads(document(changed({"/disputes/reconsideration/upheld": 5})))
    assert isinstance(report, Report2021)
    assert report.disputes.reconsideration.upheld == 5


def test_an_object_that_no_document_may_hold_is_not_written() -> None:
    report = loads(document(clean()))
    with pytest.raises(InvalidReport, match="out-of-range"):
        dumps(attrs.evolve(report, year=1900))


def test_values_and_objects_are_inverse() -> None:
    report = loads(document(full()))
    assert structure(unstructure(report)) == report
    assert list(unstructure(report)) == [n.name for n in load_layout("2021").root.children if n.name in full()]


def test_a_report_is_frozen_and_has_no_room_for_more() -> None:
    report = loads(document(clean()))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        report.year = 1  # type: ignore[misc]
    assert not hasattr(report, "__dict__")


def test_a_file_is_written_whole_and_replaced_only_on_request(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    report = loads(document(clean()))
    dump(report, path)
    assert load(path) == report
    other = attrs.evolve(report, year=2022, title=None)
    with pytest.raises(FileExistsError):
        dump(other, path)
    assert load(path) == report
    dump(other, path, replace=True)
    assert load(path) == other
    assert [p.name for p in tmp_path.iterdir()] == ["report.json"]


def test_a_failed_writing_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    def fail(_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        dump(loads(document(clean())), tmp_path / "report.json")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_told_by_its_finding(tmp_path: Path) -> None:
    with pytest.raises(InvalidReport, match="file-missing"):
        load(tmp_path / "none.json")


@pytest.mark.parametrize("number", ["1e5", "-2.5E-3", "1e-10000000000000000"])
def test_a_number_with_an_exponent_in_an_extension_comes_back(number: str) -> None:
    text = document(clean()).decode().replace("{", '{"extensions": {"cn.gov": ' + number + "},", 1)
    read = loads(text)
    again = loads(dumps(read))
    assert again == read
    assert again.extensions == {"cn.gov": Decimal(number)}


def test_an_exponent_beyond_all_arithmetic_is_a_finding() -> None:
    text = document(clean()).decode().replace("{", '{"extensions": {"cn.gov": 9e9999999999999999999},', 1)
    assert [finding.code for finding in validate(text).findings] == ["number-too-long"]
