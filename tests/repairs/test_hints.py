"""Repair hints on the real contradictions told in the design, and their limits."""

import json
from typing import Any

from govreport import Hint, validate
from tests.reports import EXAMPLES, changed, figures

PERSON, TOTAL = "/requests/natural_person/outcomes", "/requests/total/outcomes"


def steps(hint: Hint) -> list[tuple[str, int | None, int]]:
    return [(c.pointer, c.before, c.after) for c in hint.changes]


def hints_of(report: Any, rule: str, pointer: str) -> list[list[tuple[str, int | None, int]]]:
    (finding,) = [f for f in validate(report).findings if (f.code, f.pointer) == (rule, pointer)]
    return [steps(hint) for hint in finding.hints]


def test_a_total_of_zero_under_outcomes_of_ten_and_one_is_mended_by_the_total() -> None:
    report = json.loads((EXAMPLES / "contradictions/disputes-2023.json").read_bytes())
    hints = hints_of(report, "disputes-totals", "/disputes/reconsideration/total")
    assert hints == [[("/disputes/reconsideration/total", 0, 11)]]


def test_outcomes_beyond_their_total_in_two_columns_are_mended_by_a_cell_and_the_total_of_its_row() -> None:
    report = json.loads((EXAMPLES / "contradictions/outcomes-2020.json").read_bytes())
    expected = [
        [(f"{PERSON}/granted", 6, 0), (f"{TOTAL}/granted", 7, 1)],
        [(f"{PERSON}/partially_granted", 6, 0), (f"{TOTAL}/partially_granted", 6, 0)],
    ]
    assert hints_of(report, "requests-outcomes", f"{PERSON}/total") == expected
    assert hints_of(report, "requests-outcomes", f"{TOTAL}/total") == expected


def test_a_hint_that_mends_more_comes_first() -> None:
    report = changed(figures("natural_person", received=8))
    (first, *_) = validate(report).findings
    mended = [len(hint.mends) for hint in first.hints]
    assert mended == sorted(mended, reverse=True)
    assert mended[0] > 1


def test_there_are_at_most_five_hints_and_none_makes_a_figure_negative() -> None:
    rows = ("granted", "partially_granted", "denied__state_secret", "denied__internal_affairs")
    outcomes = {f"outcomes__{row}": 50 for row in rows}
    report = changed(figures("natural_person", **outcomes) | figures("total", **outcomes))
    for finding in validate(report).findings:
        assert len(finding.hints) <= 5
        assert all(change.after >= 0 for hint in finding.hints for change in hint.changes)


def test_what_is_open_gets_no_hint() -> None:
    report = changed({"/disputes/reconsideration/upheld": 2, "/disputes/reconsideration/total": None})
    findings = validate(report).findings
    assert [f.code for f in findings] == ["table-blanks", "undetermined"]
    assert not any(f.hints for f in findings)


def test_a_hint_leaves_a_blank_blank_and_counts_it_as_zero() -> None:
    block = "/disputes/litigation/direct"
    report = changed({f"{block}/upheld": 4, f"{block}/other": None, f"{block}/total": 1})
    assert hints_of(report, "disputes-totals", f"{block}/total") == [
        [(f"{block}/upheld", 4, 1)],
        [(f"{block}/total", 1, 4)],
    ]
