"""Explanations in a line of the document: read as what they are, suggested as they are read."""

import io
from typing import Any

import attrs
import docx
import pytest

import govreport
from govreport.documents.rendering.render import render
from govreport.documents.wording.explaining import line_for, strip_explanations
from govreport.findings import Finding, Severity
from govreport.form.layout import load_layout
from tests.reports import EXAMPLES

FORM = load_layout("2021")
TOTAL = "/disputes/reconsideration/total"


def draft(changes: dict[str, Any], *lines: str, name: str = "contradictions/disputes-2023") -> bytes:
    """Return an example as a Word document with paragraphs behind its last table."""
    report = govreport.load(EXAMPLES / f"{name}.json")
    document = docx.Document(io.BytesIO(render(attrs.evolve(report, **changes), "docx")))
    for line in reversed(lines):
        paragraph = document.add_paragraph(line)
        document.tables[-1]._tbl.addnext(paragraph._p)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def told(data: bytes) -> list[tuple[str, str, str | None]]:
    return [(f.code, f.pointer, f.explained) for f in govreport.check(data).findings]


def test_the_line_that_is_suggested_explains_the_finding() -> None:
    findings = govreport.check(draft({})).findings
    assert len(findings) == 2
    lines = [line_for(FORM, finding) for finding in findings]
    explained = govreport.check(draft({}, *(f"{line}以登记为准。" for line in lines)))
    assert [f.explained for f in explained.findings] == ["以登记为准。"] * 2
    assert explained.ok


@pytest.mark.parametrize(
    "line",
    [
        "核对说明（行政复议 › 总计〔disputes-totals〕）：甲",
        "核对说明(行政复议 › 总计〔disputes-totals〕):甲",
        "核对说明（表四 › 行政复议 › 总计〔disputes-totals〕）：甲",
        "  核对说明（行政复议 › 总计〔disputes-totals〕）： 甲 ",
    ],
)
def test_however_it_is_typed(line: str) -> None:
    assert strip_explanations(FORM, ["前", line]) == (
        ["前"],
        [{"rule": "disputes-totals", "pointer": TOTAL, "text": "甲"}],
    )


@pytest.mark.parametrize(
    "text",
    [
        "核对说明",
        "核对说明：数字无误。",
        "核对说明（没有的格〔disputes-totals〕）：甲",
        "核对说明（行政复议 › 总计）：甲",
        "另作核对说明（行政复议 › 总计〔disputes-totals〕）：甲",
        f"核对说明（行政复议 › 总计〔disputes-totals〕）：{'甲' * 10_001}",
    ],
)
def test_other_texts_stay_texts(text: str) -> None:
    assert strip_explanations(FORM, [text]) == ([text], [])


def test_a_quotation_tells_two_sentences_apart() -> None:
    overview = "2023年，共公开政府信息  条，其中规范性文件×× 件。"
    plain = govreport.check(draft({"overview": overview}))
    first, second = (f for f in plain.findings if f.code == "hole-unfilled")
    assert first.parameters["quote"] != second.parameters["quote"]
    line = line_for(FORM, second)
    assert line is not None
    again = govreport.check(draft({"overview": overview}, f"{line}排版如此。"))
    assert [f.explained for f in again.findings if f.code == "hole-unfilled"] == [None, "排版如此。"]


def test_what_no_longer_explains_anything_is_told() -> None:
    line = "核对说明（行政诉讼 › 未经复议直接起诉 › 总计〔disputes-totals〕）：甲"
    assert ("explanation-stale", "/explanations/0", None) in told(draft({}, line))


def test_an_empty_reason_explains_nothing() -> None:
    found = told(draft({}, "核对说明（行政复议 › 总计〔disputes-totals〕）："))
    assert ("disputes-totals", TOTAL, None) in found
    assert "explanation-empty" in [code for code, _, _ in found]


@pytest.mark.parametrize("code", ["missing-member", "table-unread", "cells-not-found", "section-not-found"])
def test_defects_of_structure_and_reading_are_never_explained(code: str) -> None:
    finding = Finding(code=code, severity=Severity.ERROR, pointer="/disputes")
    assert line_for(FORM, finding) is None
    line = f"核对说明（四、政府信息公开行政复议、行政诉讼情况〔{code}〕）：甲"
    assert "explanation-unknown-rule" in [found for found, _, _ in told(draft({}, line))]


def test_what_blanks_leave_open_is_not_explained() -> None:
    assert line_for(FORM, Finding(code="undetermined", rule="disputes-totals", severity=Severity.INFO)) is None
