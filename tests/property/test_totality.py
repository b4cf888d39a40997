"""Validation answers whatever it is given, says the same each time, and leaves it as it was."""

import copy
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govreport import Result, messages, validate
from govreport.strategies import decoded_reports, near_miss_documents

from .changing import put, unbalanced_reports

_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(10**60), 10**60),
    st.floats(),
    st.decimals(),
    st.text(st.characters(), max_size=5),
    st.binary(max_size=3),
    st.dates(),
    st.sampled_from([object(), Decimal("1E+999999"), Decimal("sNaN"), 1j, ...]),
    # Python refuses to write out integers as long as these.
    st.sampled_from([1, -1]).map(lambda sign: sign * 10**5000),
)
# Of all these only the signalling NaN cannot name a member.
_NAMES = st.one_of(_SCALARS.filter(lambda name: not _signals(name)), st.sampled_from(["layout", "year"]))
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(_NAMES, inner, max_size=4),
        st.dictionaries(_NAMES, inner, max_size=4).map(MappingProxyType),
        st.just({1}),
    ),
    max_leaves=10,
)


def _signals(value: object) -> bool:
    return isinstance(value, Decimal) and value.is_snan()


def _said(result: Result) -> list[str]:
    """Return every sentence of a result: a finding that cannot be told is of no use."""
    return [finding.message(language) for finding in result.findings for language in messages.LANGUAGES]


@given(data=st.binary(max_size=200))
def test_any_bytes_have_a_result(data: bytes) -> None:
    result = validate(data)
    assert not result.ok
    assert _said(result)


@given(text=st.text(st.characters(), max_size=200))
def test_any_text_has_a_result(text: str) -> None:
    assert _said(validate(text))


@given(data=near_miss_documents())
def test_any_near_miss_has_a_result_and_the_same_each_time(data: bytes) -> None:
    result = validate(data)
    _said(result)
    assert validate(data) == result
    assert validate(bytearray(data)) == result


@given(value=st.dictionaries(_NAMES, _VALUES, max_size=4))
def test_any_dictionary_has_a_result(value: dict[Any, Any]) -> None:
    result = validate(value)
    assert not result.ok
    _said(result)


@given(
    report=decoded_reports(),
    pointer=st.sampled_from(["/year", "/organ", "/overview", "/requests", "/x"]),
    value=_VALUES,
)
def test_any_value_in_a_report_has_a_result(report: dict[str, Any], pointer: str, value: Any) -> None:
    put(report, pointer, value)
    _said(validate(report))


@given(report=unbalanced_reports())
def test_validation_does_not_change_what_it_checks(report: Mapping[str, Any]) -> None:
    before = copy.deepcopy(report)
    validate(report)
    assert report == before
    assert [*map(str, _leaves(report))] == [*map(str, _leaves(before))]


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for name, child in value.items() for leaf in (name, *_leaves(child))]
    if isinstance(value, list):
        return [leaf for child in value for leaf in _leaves(child)]
    return [value]


def test_a_value_that_holds_itself_has_a_result() -> None:
    endless: dict[str, Any] = {"layout": "2021"}
    endless["requests"] = endless
    assert "too-deep" in {finding.code for finding in validate(endless).findings}
