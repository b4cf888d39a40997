"""A rule that is broken is found, with all that must be found besides it, and nothing else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import resources, validate
from govreport.form.layout import load_layout
from govreport.rules.data import load_rules
from govreport.strategies import BrokenReport, broken_reports, decoded_reports
from govreport.strategies.expecting import expected

from .changing import a_fraction, at, put, triples

RULES = [
    (layout, name)
    for layout in resources.layouts()
    for name, rule in load_rules(layout).items()
    if rule.kind != "stated"
]


@pytest.mark.parametrize(("layout", "rule"), RULES)
@a_fraction(of=10)
@given(data=st.data())
def test_a_broken_report_gives_exactly_its_findings(data: st.DataObject, layout: str, rule: str) -> None:
    broken: BrokenReport = data.draw(broken_reports(rule, layout))
    assert broken.rule == rule
    assert broken.report.layout == layout
    assert (rule, broken.pointer, load_rules(layout)[rule].severity) in broken.findings
    assert triples(validate(broken.report).findings) == broken.findings


@given(broken=broken_reports())
def test_most_equations_of_requests_never_fail_alone(broken: BrokenReport) -> None:
    # Each figure of table three stands in its column and in its row; the 42 equations have rank 40.
    if broken.rule in ("requests-identity", "requests-outcomes", "requests-columns"):
        assert len(broken.findings) > 1


@st.composite
def _whole_reports_with_any_figures(draw: st.DrawFn) -> dict[str, Any]:
    report = draw(decoded_reports())
    for name in ("marks", "undivided", "explanations"):
        report.pop(name, None)
    cells = [cell for cell in load_layout(report["layout"]).cells.values() if cell.kind == "count"]
    for cell in cells:
        if at(report, cell.pointer) is None:
            put(report, cell.pointer, draw(st.integers(0, 9)))
    for cell in draw(st.lists(st.sampled_from(cells), max_size=5)):
        put(report, cell.pointer, draw(st.integers(0, 10**8)))
    report["year"] = draw(st.integers(2019, 2025))
    return report


@given(report=_whole_reports_with_any_figures())
def test_the_engine_reads_the_rules_as_a_plain_reading_does(report: dict[str, Any]) -> None:
    assert triples(validate(report).findings) == expected(report["layout"], report)
