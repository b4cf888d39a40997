"""The fast path may only accept, and whoever explains says the same."""

import json
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from govreport import resources, validate
from govreport.form.layout import load_layout
from govreport.model.codec import _read_quickly
from govreport.strategies import decoded_reports, documents, near_miss_documents
from govreport.strategies.writing import Members, Style, Token, written
from govreport.validation import exact
from govreport.validation.decoding import decode
from govreport.validation.explainers import fast_explainer, reference_explainer
from govreport.validation.gate import Judgement, declared_layout, judge

REFERENCE = {layout: reference_explainer(load_layout(layout).schema) for layout in resources.layouts()}
FAST = {layout: fast_explainer(load_layout(layout).schema) for layout in resources.layouts()}


def _what_the_gate_calls_clean_has_no_finding(data: bytes) -> None:
    if judge(data) is Judgement.CLEAN:
        result = exact.examine(data)
        assert result.findings == ()
        assert result.layout == declared_layout(data)


def _what_the_gate_calls_sound_is_sound_in_text_and_structure(data: bytes) -> None:
    if judge(data) is not Judgement.DOUBT:
        _, result = exact.read(data)
        assert result.findings == ()
        assert exact.examine(data, structure_is_sound=True) == exact.examine(data)


@st.composite
def _colons_that_make_up_for_each_other(draw: st.DrawFn) -> tuple[bytes, int]:
    """Draw a document in which as many colons of texts are written as escapes as members are given too often."""
    report = draw(decoded_reports())
    report.pop("extensions", None)
    number = draw(st.integers(0, 2))
    colons = [draw(st.sampled_from([r"\u003a", r"\u003A"])) for _ in range(number)]
    # The gate looks at the first hundred escapes one by one, and at what is behind them in another way.
    others = r"\n" * draw(st.sampled_from([0, 1, 99, 100, 150]))
    escaped = json.dumps(report["overview"], ensure_ascii=False)[:-1] + others + "".join(colons) + '"'
    pairs = [*report.items(), *([("year", report["year"])] * number)]
    members = Members(tuple((name, Token(escaped) if name == "overview" else value) for name, value in pairs))
    return written(members, draw(st.sampled_from(Style))).encode(), number


@given(case=_colons_that_make_up_for_each_other())
def test_no_escaped_colon_hides_a_member_given_too_often(case: tuple[bytes, int]) -> None:
    data, too_many = case
    if too_many:
        assert judge(data) is Judgement.DOUBT
        assert _read_quickly(data, resources.layouts()) is None
    assert [defect.code for defect in decode(data).defects] == ["duplicate-member"] * too_many


@given(data=documents())
def test_the_gate_takes_no_valid_report_without_extensions_for_a_doubtful_one(data: bytes) -> None:
    value = decode(data).value
    if "extensions" not in value:
        assert judge(data) is not Judgement.DOUBT


def _validation_is_what_the_exact_path_says(data: bytes) -> None:
    assert validate(data).findings == exact.examine(data).findings


def _a_dictionary_gets_the_findings_of_its_document(data: bytes) -> None:
    decoded = decode(data)
    if isinstance(decoded.value, dict) and not decoded.defects:
        findings = validate(data).findings
        assert validate(decoded.value).findings == tuple(attrs.evolve(f, line=None, column=None) for f in findings)


def _both_explainers_tell_the_same_violations(data: bytes) -> None:
    decoded = decode(data)
    if not decoded.is_readable:
        return
    value = _without_decimals(decoded.value)
    for layout in resources.layouts():
        assert FAST[layout](value) == REFERENCE[layout](value)


def _without_decimals(value: Any) -> Any:
    """Return a value as explainers are asked of it: decimals are judged before, and exactly."""
    if isinstance(value, dict):
        return {name: _without_decimals(child) for name, child in value.items()}
    if isinstance(value, list):
        return [_without_decimals(item) for item in value]
    return value if isinstance(value, str | int | None) else 0


# Drawn once for all of these laws: that takes longer than to look at it.
@given(data=near_miss_documents())
def test_of_a_near_miss_all_who_judge_it_say_the_same(data: bytes) -> None:
    _what_the_gate_calls_clean_has_no_finding(data)
    _what_the_gate_calls_sound_is_sound_in_text_and_structure(data)
    _validation_is_what_the_exact_path_says(data)
    _a_dictionary_gets_the_findings_of_its_document(data)
    _both_explainers_tell_the_same_violations(data)
