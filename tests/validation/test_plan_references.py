"""The reference layer of a work plan that the conformance suite does not reach: pointers of every kind."""

import pytest

from govreport import validate
from tests.plans.samples import TASK, plan

MARKED = f"{TASK}/time/printed"
BLANK = {f"{TASK}/time": {"printed": None, "kind": None, "month": None}}


def mark_at(pointer: str) -> list[tuple[str, str]]:
    changes = {**BLANK, "/marks": [{"pointer": pointer, "mark": "ambiguous"}]}
    return [(f.code, f.pointer) for f in validate(plan(changes)).findings if f.code != "task-time"]


@pytest.mark.parametrize("pointer", [MARKED, f"{TASK}/time/kind", f"{TASK}/time/month", "/groups/2/name"])
def test_a_mark_may_stand_on_any_null(pointer: str) -> None:
    assert mark_at(pointer) == []


@pytest.mark.parametrize(
    "pointer",
    ["/groups/-1/name", "/groups/3/name", "/groups/00/name", "/groups/name", "/title/0", "/nothing", "/organ/name/x"],
)
def test_a_mark_leads_to_a_place_of_the_plan(pointer: str) -> None:
    # A pointer with a hyphen is no pointer of this standard at all.
    assert mark_at(pointer)[0][0] == ("wrong-form" if "-" in pointer else "pointer-nowhere")


@pytest.mark.parametrize("pointer", ["/year", "/organ", "/sections", f"{TASK}/units/names"])
def test_a_mark_stands_on_no_value(pointer: str) -> None:
    assert mark_at(pointer) == [("mark-on-figure", "/marks/0/pointer")]


@pytest.mark.parametrize("member", ["source", "marks", "notes", "explanations", "extensions"])
def test_what_is_said_about_a_plan_is_no_place_of_it(member: str) -> None:
    value = {"source": {"url": "x"}, "extensions": {"a.b": 1}}.get(member)
    changes = {} if value is None else {f"/{member}": value}
    findings = validate(plan({**changes, "/notes": [{"pointer": f"/{member}", "text": "x"}]})).findings
    assert [(f.code, f.pointer) for f in findings] == [("pointer-nowhere", "/notes/0/pointer")]
