"""The rules of the work plan: what they find, in what order, and that they change nothing."""

from copy import deepcopy
from typing import Any

import pytest

from govreport import validate
from govreport.form.layout import load_layout
from govreport.kinds import WORK_PLAN
from govreport.rules.data import load_rules
from govreport.rules.engine import evaluate
from govreport.rules.sheet import read_sheet
from tests.conformance.suite import cases
from tests.plans.samples import EXAMPLE, TASK, document, plan

PLAN = load_layout(WORK_PLAN.layouts[0])


def found(changes: dict[str, Any]) -> list[tuple[str, str]]:
    return [(finding.code, finding.pointer) for finding in evaluate(read_sheet(PLAN, plan(changes)))]


def test_every_rule_has_a_failing_case_in_the_conformance_suite_and_holds_in_its_base() -> None:
    failing = {finding["code"] for case in cases("plans") for finding in case.data["expected"]}
    assert set(load_rules(PLAN.id)) <= failing
    assert found({}) == []


def test_the_example_lacks_the_time_of_task_15_and_nothing_else() -> None:
    findings = validate(EXAMPLE).findings
    assert [(f.code, f.severity, f.pointer) for f in findings] == [
        ("task-time", "warning", "/groups/7/tasks/1/time/printed")
    ]
    assert findings[0].parameters["task"] == 15
    assert findings[0].line is not None


def test_findings_come_in_the_order_of_print() -> None:
    changes: dict[str, Any] = {f"{TASK}/time": {"printed": None, "kind": None, "month": None}, "/title": "2023年要点"}
    changes["/groups/2/tasks/0/number"] = 9
    result = validate(document(changes))
    assert [(f.code, f.pointer) for f in result.findings] == [
        ("plan-title-year", "/title"),
        ("task-time", f"{TASK}/time/printed"),
        ("task-numbers", "/groups/2/tasks/0/number"),
        ("task-numbers", "/groups/2/tasks/1/number"),
    ]
    assert result.layout == PLAN.id


def test_an_error_makes_a_plan_wrong_and_a_warning_does_not() -> None:
    assert validate(plan({"/date": "2025-02-01"})).ok
    assert not validate(plan({f"{TASK}/number": 7})).ok


def test_rules_do_not_change_the_plan() -> None:
    members = plan({f"{TASK}/number": None, "/table_title": "2020年表"})
    before = deepcopy(members)
    assert evaluate(read_sheet(PLAN, members))
    assert members == before


@pytest.mark.parametrize(("number", "expected"), [(2, []), (3, [3, 3]), (0, [0, 3])])
def test_each_break_of_the_sequence_is_found_where_it_is(number: int, expected: list[int]) -> None:
    # The tasks are numbered 1, ?, 3, 4, 5: a wrong number breaks the sequence before it and behind it.
    findings = evaluate(read_sheet(PLAN, plan({f"{TASK}/number": number})))
    assert [finding.parameters["found"] for finding in findings] == expected


def test_a_task_without_a_number_is_called_unknown_in_messages() -> None:
    findings = evaluate(read_sheet(PLAN, plan({f"{TASK}/number": None, f"{TASK}/text": None})))
    assert {f.code: f.parameters for f in findings} == {"task-number": {"task": "?"}, "task-text": {"task": "?"}}
