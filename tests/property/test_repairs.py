"""Laws of repairs: each makes all sums hold that failed, breaks none, and is the same every time."""

from functools import partial
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from govreport import Result, resources, validate
from govreport.findings import Finding, Repair, Severity
from govreport.form.layout import load_layout
from govreport.model.codec import dumps, structure
from govreport.repairs.applying import apply
from govreport.repairs.costs import load_costs
from govreport.repairs.mending import MOST_HINTS
from govreport.rules.data import load_rules
from govreport.strategies import decoded_reports
from govreport.strategies.reports import members

from .changing import at, defects, put, repaired, unbalanced_reports

_GENERATING = settings(database=None, phases=[Phase.generate])


def failed_sums(report: dict[str, Any], findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    """Return rule and pointer of every equation that fails."""
    rules = load_rules(report["layout"])
    return {(f.code, f.pointer) for f in findings if f.code in rules and rules[f.code].kind == "equation"}


def _a_repair_makes_every_failed_sum_hold_and_breaks_nothing(report: dict[str, Any], result: Result) -> None:
    before = defects(result.findings)
    for repair in result.repairs:
        assert set(repair.mends) == failed_sums(report, result.findings)
        after = validate(repaired(report, repair.changes))
        assert failed_sums(report, after.findings) == set()
        assert after.repairs == ()
        assert defects(after.findings) <= before


def _a_repair_is_a_few_figures_none_of_them_negative(report: dict[str, Any], result: Result) -> None:
    for repair in result.repairs:
        assert len(repair.changes) <= load_costs().cells or "row-shifted" in _kinds(repair)
        assert all(change.after >= 0 and change.before != change.after for change in repair.changes)


def _kinds(repair: Repair) -> set[str]:
    return {repair.kind} if repair.kind != "several" else {"several", "row-shifted"}


def _repairs_are_ordered_alike_every_time_and_say_how_many_there_are(report: dict[str, Any], result: Result) -> None:
    repairs = result.repairs
    assert repairs == validate(report).repairs
    assert [repair.cost for repair in repairs] == sorted(repair.cost for repair in repairs)
    assert len({repair.changes for repair in repairs}) == len(repairs)
    for repair in repairs:
        assert repair.of >= len(repairs)
        assert not repair.unique or repair.of == len(repairs) == 1


def _a_hint_is_the_part_of_a_repair_that_mends_a_finding(report: dict[str, Any], result: Result) -> None:
    before = defects(result.findings)
    changed = [set(repair.changes) for repair in result.repairs]
    for finding in result.findings:
        assert len(finding.hints) <= MOST_HINTS
        assert all((finding.code, finding.pointer) in hint.mends for hint in finding.hints)
        assert bool(finding.hints) == (
            (finding.code, finding.pointer) in set().union(*(r.mends for r in result.repairs))
        )
    for hint in dict.fromkeys(hint for finding in result.findings for hint in finding.hints):
        assert any(set(hint.changes) <= changes for changes in changed)
        after = defects(validate(repaired(report, hint.changes)).findings)
        assert after.isdisjoint(hint.mends)
        assert set(hint.mends) <= before
        assert after <= before


def _a_report_with_a_repair_made_passes_and_says_what_stood_there(report: dict[str, Any], result: Result) -> None:
    for repair in result.repairs[:3]:
        fixed = apply(report, repair, lambda change: f"{change.before} → {change.after}")
        texts = {note["pointer"]: note["text"] for note in fixed["notes"]}
        assert all(f"{c.before} → {c.after}" in texts[c.pointer] for c in repair.changes)
        left = {f.code for f in validate(dumps(structure(fixed))).reaching(Severity.ERROR)}
        assert left == {f.code for f in result.reaching(Severity.ERROR)} - {rule for rule, _ in repair.mends}


# Drawn and validated once for all of these laws.
@given(report=unbalanced_reports())
def test_of_an_unbalanced_report_every_repair_and_hint_keeps_its_promise(report: dict[str, Any]) -> None:
    result = validate(report)
    _a_repair_makes_every_failed_sum_hold_and_breaks_nothing(report, result)
    _a_repair_is_a_few_figures_none_of_them_negative(report, result)
    _repairs_are_ordered_alike_every_time_and_say_how_many_there_are(report, result)
    _a_hint_is_the_part_of_a_repair_that_mends_a_finding(report, result)
    _a_report_with_a_repair_made_passes_and_says_what_stood_there(report, result)


@given(report=decoded_reports())
def test_a_report_whose_sums_hold_has_no_repair(report: dict[str, Any]) -> None:
    assert validate(report).repairs == ()


# Blanks leave sums open, which costs something besides the figures.
@given(report=st.sampled_from(resources.layouts()).flatmap(lambda layout: members(layout, whole=True)), data=st.data())
def test_no_repair_is_dearer_than_the_truth(report: dict[str, Any], data: st.DataObject) -> None:
    report.pop("explanations", None)
    cells = [p for p in load_layout(report["layout"]).cells if p.startswith(("/requests/", "/disputes/"))]
    wrong = data.draw(st.lists(st.sampled_from(cells), min_size=1, max_size=load_costs().cells, unique=True))
    truth = {p: at(report, p) for p in wrong}
    for pointer in wrong:
        put(report, pointer, data.draw(st.integers(0, 30) | st.integers(0, 10**6)))
    result = validate(report)
    if not failed_sums(report, result.findings):
        return
    dearest = max(load_costs().figures.values())
    cost = sum(dearest for p, figure in truth.items() if at(report, p) != figure)
    assert result.repairs
    assert result.repairs[0].cost <= cost


def test_an_undivided_figure_stays_undivided() -> None:
    total = "/requests/total/outcomes"
    report = find(decoded_reports("2021"), lambda report: True, settings=_GENERATING)
    report["undivided"] = [{"pointer": f"{total}/other", "value": 3, "label": "（六）其他处理"}]
    at(report, f"{total}/other").update(dict.fromkeys(at(report, f"{total}/other")))
    for column in ("natural_person", "total"):
        put(report, f"/requests/{column}/received", 3)
        put(report, f"/requests/{column}/outcomes/total", 3)
    repairs = validate(report).repairs
    assert repairs
    assert not [c for repair in repairs for c in repair.changes if c.pointer.startswith(f"{total}/other/")]


@pytest.mark.slow
def test_there_are_repairs_of_every_size() -> None:
    for size in (1, 2, 3):
        find(unbalanced_reports(), partial(has_repair_of, size), settings=_GENERATING)


def has_repair_of(size: int, report: dict[str, Any]) -> bool:
    return any(len(repair.changes) == size for repair in validate(report).repairs)
