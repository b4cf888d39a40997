"""Laws of the rules between the years, over drawn series of reports of one organ."""

from copy import deepcopy
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import Finding, Report, check, convert, dumps, load, validate
from govreport.between.data import counterparts, ids
from govreport.errors import InvalidReport
from govreport.model.codec import unstructure
from govreport.pointers import put, value_at
from govreport.strategies import series
from tests.property.changing import a_fraction
from tests.reports import EXAMPLES, changed, clean

EQUATIONS = {"years-carried-over", "years-in-force", "years-items"}
CARRIED = ("/requests/natural_person/carried_over", "/requests/natural_person/carried_forward")


def between(report: Any, previous: Any) -> list[Finding]:
    """Return what the rules between the years find."""
    return [f for f in validate(report, previous=previous).findings if f.rule in ids() or f.code.startswith("previous")]


def codes(report: Any, previous: Any) -> list[str]:
    return [finding.code for finding in between(report, previous)]


@a_fraction(of=3)
@given(series())
def test_figures_that_are_carried_over_break_no_rule(reports: tuple[Report, ...]) -> None:
    for before, after in pairwise(reports):
        assert EQUATIONS.isdisjoint(codes(after, before))


@a_fraction(of=3)
@given(series(), st.integers(1, 10**6))
def test_a_figure_more_than_was_carried_forward_is_found_just_there(reports: tuple[Report, ...], more: int) -> None:
    before, after = reports[-2:]
    members = unstructure(before)
    put(members, CARRIED[1], value_at(members, CARRIED[1]) + more)
    found = [f for f in between(after, members) if f.rule in EQUATIONS]
    assert [(f.code, f.pointer, f.parameters["difference"]) for f in found] == [
        ("years-carried-over", CARRIED[0], more)
    ]
    assert found[0].parameters["expected"] == value_at(members, CARRIED[1])


@a_fraction(of=3)
@given(series())
def test_the_layout_of_last_years_report_changes_no_verdict_on_cells_that_both_have(
    reports: tuple[Report, ...],
) -> None:
    before, after = reports[-2:]
    other = next(layout for layout in ("2019", "2021") if layout != before.layout)
    converted = convert(before, other).report
    assert EQUATIONS.isdisjoint(codes(after, converted))


@a_fraction(of=3)
@given(series())
def test_earlier_reports_in_any_order_and_form_give_the_same_findings(reports: tuple[Report, ...]) -> None:
    *earlier, last = reports
    found = between(last, earlier)
    assert between(dumps(last), [dumps(report) for report in reversed(earlier)]) == [
        attrs.evolve(f, line=g.line, column=g.column) for f, g in zip(found, between(dumps(last), earlier), strict=True)
    ]


@a_fraction(of=3)
@given(series())
def test_a_report_of_another_year_is_not_compared(reports: tuple[Report, ...]) -> None:
    last = reports[-1]
    # One that corrects another asks for that, too; the hash that it names may be drawn to be its own.
    of_corrections = ("superseded-not-found", "years-nothing-corrected")
    assert [code for code in codes(last, last) if code not in of_corrections] == ["previous-not-found"]


def test_what_is_found_without_other_reports_is_found_with_them_too() -> None:
    report = changed({"/disputes/reconsideration/total": 99})
    alone = validate(report).findings
    assert alone
    assert [f for f in validate(report, previous=[]).findings if f.code != "previous-not-found"] == list(alone)


def test_neither_report_is_changed() -> None:
    report, previous = clean(), {**clean(), "year": clean()["year"] - 1}
    copies = deepcopy((report, previous))
    validate(report, previous=previous)
    assert (report, previous) == copies


def test_cells_of_another_measure_have_no_counterpart() -> None:
    assert CARRIED[1] in counterparts("2019", "2021")
    assert "/proactive_disclosure/documents/normative_documents/in_force" not in counterparts("2019", "2021")
    # A sum of three cells is one cell there; three cells out of one sum are none.
    assert "/requests/total/outcomes/other" in counterparts("2021", "2019")
    assert "/requests/total/outcomes/other/other" not in counterparts("2019", "2021")


def test_a_report_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidReport):
        validate(clean(), previous=b"{}")
    with pytest.raises(TypeError, match="cannot compare with int"):
        validate(clean(), previous=[3])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="cannot validate int"):
        validate(3, previous=clean())  # type: ignore[arg-type]


def test_a_work_plan_is_compared_with_nothing() -> None:
    plan = EXAMPLES / "plans" / "jiading-hr-2022.json"
    assert validate(plan, previous=clean(), bodies=[clean()]) == validate(plan)


def test_last_years_report_may_be_a_published_document() -> None:
    this_year = load(EXAMPLES / "reports" / "hongze-2024.json")
    next_year = attrs.evolve(this_year, year=2025)
    document = EXAMPLES.parent / "tests" / "data" / "documents" / "hongze-2024.pdf"
    found = {f.code for f in check(dumps(next_year), previous=document).findings if f.rule in ids()}
    assert "years-figures-repeated" in found
    assert found >= {f.code for f in between(next_year, this_year)} - {"years-text-repeated"}
