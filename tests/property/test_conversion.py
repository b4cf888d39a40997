"""A report in another layout is a report, and leads back to its original."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govreport import Report, Severity, convert, dumps, loads, resources, restore, validate
from govreport.conversion.convert import Conversion
from govreport.conversion.record import read_losses, write_losses
from govreport.model.codec import structure
from govreport.rules.data import load_instances
from govreport.strategies import broken_reports, reports

from .changing import a_fraction, unbalanced_reports

_ANY_REPORT: st.SearchStrategy[Any] = st.one_of(
    reports(), unbalanced_reports().map(structure), broken_reports().map(lambda broken: broken.report)
)
_LAYOUTS = st.sampled_from(resources.layouts())


@a_fraction(of=2)
@given(report=_ANY_REPORT, layout=_LAYOUTS)
def test_restore_is_the_inverse_of_convert(report: Report, layout: str) -> None:
    restored = restore(convert(report, layout))
    assert restored == report
    assert dumps(restored) == dumps(report)


@a_fraction(of=2)
@given(report=_ANY_REPORT, layout=_LAYOUTS)
def test_the_file_of_losses_leads_back_to_the_original(report: Report, layout: str) -> None:
    conversion = convert(report, layout)
    document = dumps(conversion.report)
    again = read_losses(write_losses(conversion), loads(document))
    assert dumps(restore(again)) == dumps(report)


@a_fraction(of=2)
@given(report=_ANY_REPORT, layout=_LAYOUTS)
def test_a_converted_report_is_written_byte_for_byte_the_same(report: Report, layout: str) -> None:
    document = dumps(convert(report, layout).report)
    assert dumps(convert(report, layout).report) == document
    assert dumps(loads(document)) == document


@a_fraction(of=2)
@given(report=reports(), layout=_LAYOUTS)
def test_a_valid_report_stays_without_errors(report: Report, layout: str) -> None:
    # Warnings may come: the year of the other layout, the fees that it asks for. Errors only of sums that miss a
    # figure which the other layout has no row for.
    conversion = convert(report, layout)
    errors = validate(conversion.report).reaching(Severity.ERROR)
    assert {error.code for error in errors} <= _rules_of_dropped(conversion)


def _rules_of_dropped(conversion: Conversion) -> set[str]:
    """Return the rules whose sums take in a cell that was dropped."""
    dropped = {(loss.layout, loss.pointer) for loss in conversion.losses if loss.kind == "dropped"}
    layouts = {layout for layout, _ in dropped}
    instances = ((layout, i) for layout in layouts for i in load_instances(layout) if i.is_arithmetic)
    return {i.rule.id for layout, i in instances if any((layout, cell) in dropped for cell in i.left + i.right)}
