"""Reports as objects, as JSON values and as documents: three forms of the same."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from govreport import InvalidReport, Report, dump, dumps, load, loads, resources
from govreport.model.codec import _read_quickly, structure, unstructure
from govreport.strategies import decoded_reports, documents, near_miss_documents, reports
from govreport.strategies.writing import Style, written
from govreport.validation import exact


@given(report=reports())
def test_loads_is_the_inverse_of_dumps(report: Report) -> None:
    assert loads(dumps(report)) == report


@given(document=documents())
def test_dumps_is_a_fixpoint(document: bytes) -> None:
    canonical = dumps(loads(document))
    assert dumps(loads(canonical)) == canonical


@given(document=documents())
def test_a_document_is_loaded_with_the_digits_it_has(document: bytes) -> None:
    decoded = json.loads(document, parse_float=Decimal)
    canonical = json.loads(dumps(loads(document)), parse_float=Decimal)
    # As text, 1.50 and 1.5 differ, as do members in another order.
    assert written(canonical, Style.COMPACT) == written(decoded, Style.COMPACT)


@given(value=decoded_reports())
def test_unstructure_is_the_inverse_of_structure(value: dict[str, Any]) -> None:
    report = structure(value)
    assert unstructure(report) == value
    assert list(unstructure(report)) == list(value)
    assert structure(unstructure(report)) == report


@given(data=near_miss_documents())
def test_what_is_read_quickly_is_read_exactly_as_the_same(data: bytes) -> None:
    report = _read_quickly(data, resources.layouts())
    if report is not None:
        value, result = exact.read(data, resources.layouts())
        assert result.findings == ()
        assert structure(value) == report


@given(data=near_miss_documents())
def test_what_cannot_be_loaded_is_refused_with_its_findings(data: bytes) -> None:
    _, result = exact.read(data, resources.layouts())
    if result.ok:
        report = loads(data)
        assert loads(dumps(report)) == report
        return
    with pytest.raises(InvalidReport) as refusal:
        loads(data)
    assert refusal.value.result == result


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(report=reports())
def test_load_is_the_inverse_of_dump(report: Report, tmp_path: Path) -> None:
    dump(report, tmp_path / "report.json", replace=True)
    assert load(tmp_path / "report.json") == report
