"""The strategy of work plans: what it draws is valid, and goes through the codec unchanged."""

from hypothesis import given

from govreport.model.codec import dumps, loads
from govreport.model.workplan import WorkPlan
from govreport.strategies import work_plans
from govreport.validating import validate


@given(plan=work_plans())
def test_no_rule_finds_anything_in_a_valid_plan(plan: WorkPlan) -> None:
    assert validate(plan).findings == ()


@given(plan=work_plans(gaps=True))
def test_gaps_are_found_by_the_rules_and_break_no_law_of_the_document(plan: WorkPlan) -> None:
    assert loads(dumps(plan), WorkPlan) == plan
    result = validate(plan)
    assert {finding.rule for finding in result.findings} <= {
        "task-number",
        "task-numbers",
        "task-text",
        "task-units",
        "task-time",
    }
    missing = [task.time.printed for group in plan.groups for task in group.tasks].count(None)
    assert [finding.code for finding in result.findings].count("task-time") == missing
