"""A report in another layout is a report, and leads back to its original."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govreport import Report, Severity, convert, dumps, loads, resources, restore, validate
from govreport.conversion.record import read_losses, write_losses
from govreport.model.codec import structure
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
    # Warnings may come: the year of the other layout, the fees that it asks for.
    assert validate(convert(report, layout).report).reaching(Severity.ERROR) == ()
