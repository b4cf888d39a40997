"""The order of members means nothing."""

import json
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from govreport import Finding, validate
from govreport.form.layout import load_layout
from govreport.strategies import near_miss_documents
from govreport.strategies.writing import Style, written

from .changing import shuffled, unbalanced_reports

_SEEDS = st.integers(0, 2**32)


def _unplaced(findings: tuple[Finding, ...]) -> list[Finding]:
    return [attrs.evolve(finding, line=None, column=None) for finding in findings]


@given(report=unbalanced_reports(), seed=_SEEDS)
def test_findings_of_rules_do_not_depend_on_the_order_of_members(report: dict[str, Any], seed: int) -> None:
    findings = validate(report).findings
    assert validate(shuffled(report, seed)).findings == findings
    text = written(shuffled(report, seed), Style.COMPACT)
    assert _unplaced(validate(text).findings) == list(findings)


@given(data=near_miss_documents(), seed=_SEEDS)
def test_findings_of_structure_come_in_the_order_of_print_whatever_that_of_members(data: bytes, seed: int) -> None:
    _they_come_in_the_order_of_print(data)
    _they_do_not_depend_on_the_order_of_members(data, seed)


def _they_do_not_depend_on_the_order_of_members(data: bytes, seed: int) -> None:
    try:
        value = json.loads(data.decode(), parse_float=Decimal, parse_int=_whole)
    except (ValueError, RecursionError):
        return
    if isinstance(value, dict):
        assert validate(shuffled(value, seed)) == validate(value)


def _they_come_in_the_order_of_print(data: bytes) -> None:
    result = validate(data)
    if result.layout is not None:
        found = [f.pointer for f in result.findings]
        assert found == sorted(found, key=load_layout(result.layout).order)


def _whole(digits: str) -> int:
    # Python refuses to read integers of thousands of digits; any that is too long does as well.
    return int(digits[:100])
