"""Explanations in a file beside a published document count as if it printed them; what is wrong with them is told."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import govreport
from govreport import resources
from govreport.documents.sidecars import LARGEST, SCHEMA, read_sidecar, sidecar_beside
from govreport.documents.wording.explaining import entry_for, line_for
from govreport.findings import Finding, Severity
from govreport.form.layout import load_layout
from tests.documents.wording.test_explaining import FORM, TOTAL, draft
from tests.reports import EXAMPLES

LITIGATION = "/disputes/litigation/after_reconsideration/total"
FIRST = {"rule": "disputes-totals", "pointer": TOTAL, "text": "甲"}
SECOND = {"rule": "disputes-totals", "pointer": LITIGATION, "text": "乙"}


def beside(*entries: Any, **members: Any) -> bytes:
    return json.dumps({"version": 1, "explanations": list(entries), **members}, ensure_ascii=False).encode()


def told(data: bytes, explanations: Any) -> list[tuple[str, str, str | None]]:
    return [(f.code, f.pointer, f.explained) for f in govreport.check(data, explanations=explanations).findings]


def defects(explanations: bytes) -> list[tuple[str, int, int, str]]:
    """Return code, line, column and place of whatever is wrong with a file."""
    found = read_sidecar(explanations).problems
    assert {finding.code for finding in found} <= {"sidecar-damaged"}
    return [(p["defect"]["code"], p["line"], p["column"], p["at"]) for p in (finding.parameters for finding in found)]


def test_the_entry_that_is_suggested_explains_the_finding() -> None:
    findings = govreport.check(draft({})).findings
    entries = [entry_for(finding) for finding in findings]
    assert None not in entries
    result = govreport.check(draft({}), explanations=[{**(e or {}), "text": "以登记为准。"} for e in entries])
    assert [f.explained for f in result.findings] == ["以登记为准。"] * 2
    assert result.ok


@pytest.mark.parametrize("form", ["path", "text", "bytes", "entries"])
def test_whatever_they_are_given_as(tmp_path: Path, form: str) -> None:
    path = tmp_path / "any name.json"
    path.write_bytes(beside(FIRST, SECOND))
    given = {"path": path, "text": str(path), "bytes": path.read_bytes(), "entries": [FIRST, SECOND]}[form]
    assert [reason for _, _, reason in told(draft({}), given)] == ["甲", "乙"]


@pytest.mark.parametrize("format", ["html", "docx", "md", "csv"])
def test_for_every_format(format: Any) -> None:
    report = govreport.load(EXAMPLES / "contradictions" / "disputes-2023.json")
    found = told(govreport.render(report, format), [FIRST, SECOND])
    assert [reason for code, _, reason in found if code == "disputes-totals"] == ["甲", "乙"]


def test_a_quotation_tells_two_sentences_apart() -> None:
    data = draft({"overview": "2023年，共公开政府信息  条，其中规范性文件×× 件。"})
    first, second = (f for f in govreport.check(data).findings if f.code == "hole-unfilled")
    entry = entry_for(second)
    assert entry is not None
    assert entry["quote"] == second.parameters["quote"] != first.parameters["quote"]
    found = told(data, [{**entry, "text": "排版如此。"}])
    assert [reason for code, _, reason in found if code == "hole-unfilled"] == [None, "排版如此。"]


def test_a_stale_one_is_told_with_its_line_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "draft.govreport.json"
    path.write_text(json.dumps({"version": 1, "explanations": [FIRST, {**SECOND, "pointer": "/disputes"}]}, indent=1))
    (stale,) = (f for f in govreport.check(draft({}), explanations=path).findings if f.code == "explanation-stale")
    lines = path.read_text().splitlines()
    assert stale.pointer == "/explanations/1"
    assert stale.line is None
    assert stale.parameters["evidence"]["file"] == path.name
    assert '"/disputes"' in "".join(lines[stale.parameters["evidence"]["line"] - 1 :][:4])


def test_the_line_in_the_document_comes_first_and_the_repetition_is_told() -> None:
    line = "核对说明（行政复议 › 总计〔disputes-totals〕）：文中所写"
    found = told(draft({}, line), [FIRST, SECOND, SECOND])
    assert ("disputes-totals", TOTAL, "文中所写") in found
    assert ("disputes-totals", LITIGATION, "乙") in found
    assert [code for code, _, _ in found].count("explanation-repeated") == 2
    assert not any(code == "explanation-stale" for code, _, _ in found)


@pytest.mark.parametrize(
    "code", ["missing-member", "table-unread", "cells-not-found", "section-not-found", "undetermined"]
)
def test_defects_of_structure_and_reading_are_never_explained(code: str) -> None:
    assert entry_for(Finding(code=code, severity=Severity.ERROR, pointer="/disputes")) is None
    found = told(draft({}), [{"rule": code, "pointer": "/disputes", "text": "甲"}])
    assert [c for c, _, _ in found if c == "explanation-unknown-rule"]
    assert not any(reason for _, _, reason in found)


def test_an_empty_reason_explains_nothing() -> None:
    found = told(draft({}), [{**FIRST, "text": " "}])
    assert ("disputes-totals", TOTAL, None) in found
    assert "explanation-empty" in [code for code, _, _ in found]


def test_an_entry_with_a_defect_is_told_with_its_place_and_the_others_count() -> None:
    data = beside({**FIRST, "why": 1}, SECOND)
    assert defects(data) == [("unknown-member", 1, data.decode().index('"why"') + 1, "/explanations/0/why")]
    found = told(draft({}), data)
    assert ("disputes-totals", LITIGATION, "乙") in found
    assert ("disputes-totals", TOTAL, None) in found


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (beside({"rule": "disputes-totals", "pointer": TOTAL}), "missing-member"),
        (beside({**FIRST, "rule": "A"}), "wrong-form"),
        (beside({**FIRST, "pointer": "disputes"}), "wrong-form"),
        (beside({**FIRST, "text": 1}), "wrong-type"),
        (beside({**FIRST, "text": "甲" * 10_001}), "wrong-length"),
        (beside({**FIRST, "quote": ""}), "wrong-length"),
        (beside("甲"), "wrong-type"),
        (beside(), "wrong-length"),
        (beside(FIRST, version=2), "not-allowed-value"),
        (b'{"version": 1}', "missing-member"),
        (b"[]", "wrong-type"),
        (b"", "empty"),
        (beside(FIRST)[:-1], "truncated"),
        (beside(FIRST) + b"x", "trailing-content"),
        (b'{"version": 1, "version": 1, "explanations": []}', "duplicate-member"),
    ],
)
def test_whatever_is_wrong_with_a_file_is_told(data: bytes, code: str) -> None:
    assert code in [found for found, *_ in defects(data)]
    result = govreport.check(draft({}), explanations=data)
    assert not any(finding.explained for finding in result.findings)
    assert not result.ok


def test_what_windows_writes_before_a_text_is_told_and_the_entries_count() -> None:
    data = b"\xef\xbb\xbf" + beside(FIRST)
    assert [code for code, *_ in defects(data)] == ["byte-order-mark"]
    assert ("disputes-totals", TOTAL, "甲") in told(draft({}), data)


@pytest.mark.parametrize(
    ("data", "code"),
    [("{甲乙}".encode("gb18030"), "gb18030"), (b"\xff\xfe{\x00", "not-utf8"), (b" " * (LARGEST + 1), "too-large")],
)
def test_what_cannot_be_read_at_all_is_told(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "draft.govreport.json"
    path.write_bytes(data)
    (problem,) = read_sidecar(path).problems
    assert (problem.code, problem.parameters["defect"]["code"]) == ("sidecar-unreadable", code)
    for language in ("zh", "en"):
        assert path.name in problem.message(language)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only systems like Unix have pipes with names")
def test_a_pipe_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "draft.govreport.json")
    (problem,) = read_sidecar(tmp_path / "draft.govreport.json").problems
    assert problem.parameters["defect"]["parameters"] == {"reason": "not-regular-file"}


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = read_sidecar(tmp_path / "none.govreport.json").problems
    assert problem.parameters["defect"]["code"] == "file-missing"
    assert "sidecar-unreadable" in [code for code, _, _ in told(draft({}), tmp_path / "none.govreport.json")]


def test_a_report_in_json_has_a_member_for_them() -> None:
    report = (EXAMPLES / "contradictions" / "disputes-2023.json").read_bytes()
    assert [code for code, _, _ in told(report, [FIRST])].count("sidecar-needless") == 1


def test_a_place_that_only_another_kind_of_document_has_is_told() -> None:
    found = told(draft({}), [{**FIRST, "pointer": "/tasks/0"}, SECOND])
    assert [code for code, _, _ in found].count("sidecar-damaged") == 1
    assert ("disputes-totals", LITIGATION, "乙") in found


def test_what_is_beside_a_document_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.govreport.json").write_bytes(beside(FIRST))
    assert sidecar_beside(str(tmp_path / "a.docx")) == str(tmp_path / "a.govreport.json")
    assert sidecar_beside(str(tmp_path / "a.PDF")) == str(tmp_path / "a.govreport.json")
    assert sidecar_beside(str(tmp_path / "b.docx")) is None
    assert sidecar_beside(str(tmp_path / "a.json")) is None


def test_the_file_has_the_entries_of_reports() -> None:
    schema = resources.read(SCHEMA)
    Draft202012Validator.check_schema(schema)
    entry = schema["$defs"]["explanation"]
    for layout in resources.layouts():
        of_reports = load_layout(layout).schema["$defs"]["explanation"]
        assert entry["required"] == of_reports["required"]
        for name, member in of_reports["properties"].items():
            laws = {key: value for key, value in member.items() if key not in ("title", "description", "$ref")}
            assert laws == {k: v for k, v in entry["properties"][name].items() if k not in ("description", "$ref")}


def test_line_and_entry_are_suggested_for_the_same_findings() -> None:
    for finding in govreport.check(draft({})).findings:
        assert (line_for(FORM, finding) is None) == (entry_for(finding) is None)


def test_words_with_a_number_of_a_person_are_quoted_as_they_are_told() -> None:
    data = draft({"overview": "甲的身份证号110101199003078515。乙的身份证号110101199003078515。"})
    first, second = (f for f in govreport.check(data).findings if f.code == "identity-number")
    line, entry = line_for(FORM, first), entry_for(second)
    assert line is not None
    assert entry is not None
    assert "110101199003078515" not in line + entry["quote"]
    again = draft({"overview": "甲的身份证号110101199003078515。乙的身份证号110101199003078515。"}, f"{line}笔名。")
    found = told(again, [{**entry, "text": "样例。"}])
    assert [reason for code, _, reason in found if code == "identity-number"] == ["笔名。", "样例。"]
    assert "explanation-stale" not in [code for code, _, _ in found]
