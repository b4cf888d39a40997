"""Structural findings: each departure from the schema, once, with its place and parameters."""

from decimal import Decimal
from typing import Any

import pytest

from govreport import Severity, validate
from tests.reports import changed, clean, document

UPHELD = "/disputes/reconsideration/upheld"
AMOUNT = "/proactive_disclosure/charges/administrative_fees/amount"


def errors(report: Any) -> list[tuple[str, str, dict[str, Any]]]:
    found = validate(report).reaching(Severity.ERROR)
    return [(f.code, f.pointer, dict(f.parameters)) for f in found]


@pytest.mark.parametrize(
    ("pointer", "value", "code", "parameters"),
    [
        (UPHELD, "3", "wrong-type", {"expected": ("integer", "null"), "found": "string"}),
        (UPHELD, True, "wrong-type", {"expected": ("integer", "null"), "found": "boolean"}),
        (UPHELD, [], "wrong-type", {"expected": ("integer", "null"), "found": "array"}),
        (UPHELD, Decimal("1.0"), "fractional-count", {"found": "1.0"}),
        (UPHELD, Decimal("2.5"), "fractional-count", {"found": "2.5"}),
        (UPHELD, -1, "negative-figure", {"found": "-1"}),
        (UPHELD, 10**12, "out-of-range", {"found": "1000000000000", "minimum": 0, "maximum": 10**12 - 1}),
        ("/year", 2018, "out-of-range", {"found": "2018", "minimum": 2019, "maximum": 2100}),
        ("/year", None, "wrong-type", {"expected": ("integer",), "found": "null"}),
        (AMOUNT, Decimal("0.1234567"), "too-many-decimals", {"found": "0.1234567"}),
        (AMOUNT, Decimal("-0.5"), "negative-figure", {"found": "-0.5"}),
        (AMOUNT, "52.29", "wrong-type", {"expected": ("number", "null"), "found": "string"}),
        (
            "/organ/kind",
            "bureau",
            "not-allowed-value",
            {"allowed": ("government", "department", "other"), "found": "bureau"},
        ),
        ("/published", "2024-1-31", "wrong-form", {"found": "2024-1-31"}),
        ("/published", "2024-01-31\n", "wrong-form", {"found": "2024-01-31\n"}),
        ("/title", "", "wrong-length", {"length": 0, "minimum": 1, "maximum": 1000}),
        ("/marks", [], "wrong-length", {"length": 0, "minimum": 1, "maximum": 10000}),
        ("/overview", None, "wrong-type", {"expected": ("string",), "found": "null"}),
        ("/requests", 3, "wrong-type", {"expected": ("object",), "found": "number"}),
        ("/requests/total/unknown", 1, "unknown-member", {"member": "unknown"}),
    ],
)
def test_a_departure_gives_one_finding_with_its_parameters(
    pointer: str, value: Any, code: str, parameters: dict[str, Any]
) -> None:
    assert errors(changed({pointer: value})) == [(code, pointer, parameters)]


def test_an_exponent_is_no_way_to_write_an_amount() -> None:
    data = document(clean()).replace(b'"amount": ', b'"amount": 1e1, "x": ', 1)
    assert ("too-many-decimals", AMOUNT, {"found": "1E+1"}) in errors(data)


def test_each_missing_member_is_named() -> None:
    report = clean()
    del report["disputes"]["litigation"]["direct"]["upheld"]
    del report["disputes"]["litigation"]["direct"]["total"]
    place = "/disputes/litigation/direct"
    assert errors(report) == [
        ("missing-member", place, {"member": "upheld"}),
        ("missing-member", place, {"member": "total"}),
    ]


def test_with_structural_errors_the_rules_are_asked_of_the_rest() -> None:
    codes = [f.code for f in validate(changed({"/year": "2023", "/other_matters": ""})).findings]
    assert codes == ["wrong-type", "section-empty"]


def test_long_values_are_cut_in_messages() -> None:
    ((_, _, parameters),) = errors(changed({"/published": "x" * 500}))
    assert len(parameters["found"]) == 64


def test_names_are_escaped_in_pointers() -> None:
    report = changed({"/organ/a~b": 1}) | {"c/d": 1}
    assert [pointer for _, pointer, _ in errors(report)] == ["/c~1d", "/organ/a~0b"]


def test_a_floating_point_amount_from_json_loads_is_read_as_it_prints() -> None:
    assert errors(changed({AMOUNT: 52.29})) == []
    assert errors(changed({UPHELD: 1.0})) == [("fractional-count", UPHELD, {"found": "1.0"})]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (float("nan"), "not-a-number"),
        (Decimal("Infinity"), "not-a-number"),
        (object(), "not-json"),
        (b"1", "not-json"),
        pytest.param(10**5000, "number-too-long", id="huge"),
        ("\ud800", "lone-surrogate"),
    ],
)
def test_python_values_that_are_no_json_are_findings(value: object, code: str) -> None:
    assert code in [f.code for f in validate(changed({"/title": value})).findings]


@pytest.mark.parametrize(("value", "is_too_long"), [(-(10**39) + 1, False), (-(10**39), True), (10**40 - 1, False)])
def test_a_whole_number_is_as_long_as_it_is_in_a_document(value: int, is_too_long: bool) -> None:
    report = changed({"/extensions": {"cn.example": value}})
    for source in (report, document(report)):
        assert ("number-too-long" in [f.code for f in validate(source).findings]) is is_too_long


def test_a_name_that_is_no_text_is_a_finding() -> None:
    report: dict[Any, Any] = clean()
    report[3] = 1
    assert [f.code for f in validate(report).findings] == ["not-json"]


def test_a_value_that_holds_itself_is_too_deep() -> None:
    loop: dict[str, Any] = {}
    loop["extensions"] = loop
    assert "too-deep" in [f.code for f in validate(changed({"/extensions": {"cn.example": loop}})).findings]


@pytest.mark.parametrize("argument", [3, None, object()])
def test_an_argument_of_a_foreign_type_is_refused(argument: Any) -> None:
    with pytest.raises(TypeError, match="cannot validate"):
        validate(argument)
