"""The group `statements`: every figure of every clause is read and held against the tables as the case says."""

from collections import Counter
from typing import Any

import pytest

from govreport import read_statements, validate
from govreport.model.codec import loads
from govreport.statements.records import Statement

from .suite import Case, cases, document, written
from .test_suite import assert_found

CASES = cases("statements")


def _document(case: Case) -> Any:
    base = document({"base": case.data["base"]})
    change = {"pointer": "/overview", "value": f"{case.data['text']}\n{base['overview']}"}
    return document({"base": case.data["base"], "changes": [change, *case.data.get("changes", ())]})


def _shape(statement: Statement) -> dict[str, Any]:
    """Return a statement as a case writes it."""
    shape: dict[str, Any] = {
        "figure": statement.figure,
        "start": statement.figure_start,
        "end": statement.figure_end,
        "kind": statement.kind,
        "verdict": statement.verdict,
    }
    if statement.readings:
        shape["readings"] = sorted(_reading(r.cells, r.minus, r.base, r.relation) for r in statement.readings)
    else:
        shape["reason"] = statement.reason
    if not statement.is_certain:
        shape["certain"] = False
    return shape if statement.scope == "table" else {**shape, "scope": statement.scope}


def _reading(cells: Any, minus: Any = (), base: Any = (), relation: str = "=") -> tuple[Any, ...]:
    return sorted(cells), sorted(minus), sorted(base), relation


def _wanted(statement: dict[str, Any]) -> dict[str, Any]:
    if "readings" not in statement:
        return statement
    return {**statement, "readings": sorted(_reading(**reading) for reading in statement["readings"])}


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_figure_is_read_as_the_case_says(case: Case) -> None:
    report = loads(written(_document(case)))
    found = [_shape(s) for s in read_statements(report) if s.pointer == "/overview"]
    assert found == [_wanted(s) for s in case.data["statements"]]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_contradiction_is_found_and_nothing_else(case: Case) -> None:
    value = _document(case)
    assert_found(validate(written(value)).findings, case.data["expected"])
    # The fast path and the exact one agree on every case.
    assert_found(validate(value).findings, case.data["expected"])


def test_the_figures_stand_where_the_cases_say() -> None:
    for case in CASES:
        for statement in case.data["statements"]:
            assert case.data["text"][statement["start"] : statement["end"]] == statement["figure"], case.name


def test_the_group_reaches_every_code_and_every_verdict() -> None:
    assert len(CASES) >= 150
    codes = Counter(finding["code"] for case in CASES for finding in case.data["expected"])
    verdicts = Counter(s["verdict"] for case in CASES for s in case.data["statements"])
    assert set(verdicts) == {"agrees", "contradicts", "excused", "open", "silent"}
    assert {code for code in codes if code.startswith("text-")} >= {
        "text-received",
        "text-outcomes",
        "text-disputes",
        "text-documents",
        "text-decisions",
        "text-fees",
        "text-percentage",
        "text-parts",
    }
