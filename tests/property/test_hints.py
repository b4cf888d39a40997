"""A repair that is proposed does what it says, and no harm."""

from typing import Any

from hypothesis import Phase, find, given, settings

from govreport import validate
from govreport.rules.hints import MOST_HINTS
from govreport.strategies import decoded_reports

from .changing import at, defects, put, repaired, unbalanced_reports

_GENERATING = settings(database=None, phases=[Phase.generate])


@given(report=unbalanced_reports())
def test_a_hint_mends_what_it_says_and_breaks_nothing(report: dict[str, Any]) -> None:
    findings = validate(report).findings
    before = defects(findings)
    for finding in findings:
        assert len(finding.hints) <= MOST_HINTS
        assert all((finding.code, finding.pointer) in hint.mends for hint in finding.hints)
    for hint in dict.fromkeys(hint for finding in findings for hint in finding.hints):
        assert all(change.after >= 0 and change.before != change.after for change in hint.changes)
        after = defects(validate(repaired(report, hint.changes)).findings)
        assert after.isdisjoint(hint.mends)
        assert set(hint.mends) <= before
        assert after <= before


def test_a_hint_leaves_blank_what_an_undivided_figure_stands_for() -> None:
    total = "/requests/total/outcomes"
    report = find(decoded_reports("2021"), lambda report: True, settings=_GENERATING)
    report["undivided"] = [{"pointer": f"{total}/other", "value": 3, "label": "（六）其他处理"}]
    at(report, f"{total}/other").update(dict.fromkeys(at(report, f"{total}/other")))
    for column in ("natural_person", "total"):
        put(report, f"/requests/{column}/received", 3)
        put(report, f"/requests/{column}/outcomes/total", 3)
    hints = [hint for finding in validate(report).findings for hint in finding.hints]
    assert hints
    assert not [c for hint in hints for c in hint.changes if c.pointer.startswith(f"{total}/other/")]


def test_there_are_hints() -> None:
    find(
        unbalanced_reports(),
        lambda report: any(len(finding.hints) > 1 for finding in validate(report).findings),
        settings=_GENERATING,
    )
