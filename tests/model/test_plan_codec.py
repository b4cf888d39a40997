"""Work plans as objects and as text: exact inverses, and never taken for reports."""

import json
from pathlib import Path

import attrs
import pytest

from govreport import InvalidReport, WorkPlan, dump, dumps, load, loads, validate
from tests.plans.samples import EXAMPLE, TASK, document, plan
from tests.reports import clean
from tests.reports import document as report_document

FULL = {
    "/source": {"url": "https://example.cn/a:b", "sha256": "0" * 64},
    f"{TASK}/time": {"printed": None, "kind": None, "month": None},
    "/marks": [{"pointer": f"{TASK}/time/printed", "mark": "ambiguous"}],
    "/notes": [{"pointer": "/groups/0/name", "text": "注"}],
    "/explanations": [{"rule": "task-time", "pointer": f"{TASK}/time/printed", "text": "同上"}],
    "/extensions": {"cn.example": {"n": [1, 1.5, None]}},
}


@pytest.mark.parametrize("changes", [{}, FULL], ids=["base", "full"])
def test_reading_and_writing_are_inverse(changes: dict[str, object]) -> None:
    read = loads(document(changes), WorkPlan)
    assert json.loads(dumps(read)) == plan(changes)
    assert loads(dumps(read), WorkPlan) == read
    assert dumps(loads(dumps(read), WorkPlan)) == dumps(read)


def test_the_example_is_written_canonically(tmp_path: Path) -> None:
    example = load(EXAMPLE, WorkPlan)
    dump(example, tmp_path / "plan.json")
    assert (tmp_path / "plan.json").read_bytes() == EXAMPLE.read_bytes()
    assert validate(example) == attrs.evolve(
        validate(EXAMPLE), findings=tuple(attrs.evolve(f, line=None, column=None) for f in validate(EXAMPLE).findings)
    )


def test_lists_that_are_required_are_written_when_they_are_empty() -> None:
    members = plan({"/groups": [], "/sections": []})
    assert json.loads(dumps(loads(json.dumps(members), WorkPlan))) == members


def test_a_plan_is_no_report_and_a_report_is_no_plan() -> None:
    with pytest.raises(InvalidReport) as error:
        loads(document())
    assert [(f.code, f.pointer) for f in error.value.result.findings] == [("unknown-layout", "/layout")]
    with pytest.raises(InvalidReport):
        loads(report_document(clean()), WorkPlan)


def test_an_object_that_no_document_may_hold_is_not_written() -> None:
    read = loads(document(), WorkPlan)
    with pytest.raises(InvalidReport):
        dumps(attrs.evolve(read, year=1))
