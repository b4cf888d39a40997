"""Reports as objects, as JSON values and as documents: three forms of the same."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govreport import InvalidReport, Report, dump, dumps, load, loads, resources
from govreport.model.codec import _read_quickly, structure, unstructure
from govreport.strategies import decoded_reports, near_miss_documents
from govreport.strategies.writing import Style, written
from govreport.validation import exact


def _loads_is_the_inverse_of_dumps(report: Report, folder: Path) -> None:
    assert loads(dumps(report)) == report
    dump(report, folder / "report.json", replace=True)
    assert load(folder / "report.json") == report


def _dumps_is_a_fixpoint(document: bytes) -> None:
    canonical = dumps(loads(document))
    assert dumps(loads(canonical)) == canonical


def _a_document_is_loaded_with_the_digits_it_has(document: bytes) -> None:
    decoded = json.loads(document, parse_float=Decimal)
    canonical = json.loads(dumps(loads(document)), parse_float=Decimal)
    # As text, 1.50 and 1.5 differ, as do members in another order.
    assert written(canonical, Style.COMPACT) == written(decoded, Style.COMPACT)


def _unstructure_is_the_inverse_of_structure(value: dict[str, Any], report: Report) -> None:
    assert unstructure(report) == value
    assert list(unstructure(report)) == list(value)
    assert structure(unstructure(report)) == report


# Drawn once for all of these laws: that takes longer than to look at them.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(value=decoded_reports(), style=st.sampled_from(Style))
def test_the_three_forms_of_a_report_are_the_same(value: dict[str, Any], style: Style, tmp_path: Path) -> None:
    report, document = structure(value), written(value, style).encode()
    _unstructure_is_the_inverse_of_structure(value, report)
    _loads_is_the_inverse_of_dumps(report, tmp_path)
    _dumps_is_a_fixpoint(document)
    _a_document_is_loaded_with_the_digits_it_has(document)


@given(data=near_miss_documents())
def test_a_near_miss_is_read_quickly_as_exactly_or_refused_with_its_findings(data: bytes) -> None:
    _what_is_read_quickly_is_read_exactly_as_the_same(data)
    _what_cannot_be_loaded_is_refused_with_its_findings(data)


def _what_is_read_quickly_is_read_exactly_as_the_same(data: bytes) -> None:
    report = _read_quickly(data, resources.layouts())
    if report is not None:
        value, result = exact.read(data, resources.layouts())
        assert result.findings == ()
        assert structure(value) == report


def _what_cannot_be_loaded_is_refused_with_its_findings(data: bytes) -> None:
    _, result = exact.read(data, resources.layouts())
    if result.ok:
        report = loads(data)
        assert loads(dumps(report)) == report
        return
    with pytest.raises(InvalidReport) as refusal:
        loads(data)
    assert refusal.value.result == result
