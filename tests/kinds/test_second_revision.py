"""A further revision of the work plan is a folder of data: it loads, validates, reads and prints beside the first."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.kinds.checkout import Checkout, copy
from tests.plans.samples import EXAMPLE

# What the second revision has and the first has not.
MEMBER = {
    "$ref": "#/$defs/line",
    "title": "联系电话",
    "description": "Telephone number for questions",
    "definition": {"zh": "联系电话。", "en": "Whom to call."},
}
PROGRAM = """
import json
from pathlib import Path
from govreport import InvalidReport, WorkPlan, check, dumps, extract, load, loads, render, validate
from govreport.kinds import KINDS, kind_of
from govreport.model.codec import load_any, loads_any
from govreport.model.registry import CLASSES
from govreport.documents.rendering.render import left_out

def told(source):
    return [[f.code, f.pointer] for f in validate(source).findings]

def read(data):
    found = extract(data)
    return [found.layout, found.completeness, type(found.document).__name__, type(found.plan).__name__]

def refused(data, kind):
    try:
        loads(data, kind)
    except InvalidReport as error:
        return [f.code for f in error.result.findings]

first, second = Path("first.json"), Path("second.json")
old, new = load(first, WorkPlan), load_any(second)
print(json.dumps({
    "classes": {layout: made.__name__ for layout, made in CLASSES.items()},
    "kinds": len({kind_of(layout) for layout in CLASSES}),
    "loaded": [type(old).__name__, type(new).__name__, new.contact],
    "inverse": [dumps(old) == dumps(loads_any(dumps(old))), dumps(new) == dumps(loads_any(dumps(new)))],
    "of a class": [type(loads(dumps(new), type(new))).__name__, refused(dumps(new), WorkPlan)],
    "told": [told(first), told(second), told(old), told(new)],
    "mixed": told({**json.loads(first.read_bytes()), "contact": "1"}),
    "read": {form: [read(render(document, form)) for document in (old, new)] for form in ("html", "xlsx")},
    "left out": [left_out(old), left_out(new)],
    "checked": [[f.code for f in check(render(document, "html")).findings] for document in (old, new)],
}))
"""


def second_revision(checkout: Checkout, *, required: bool) -> None:
    """Register a layout of the work plan with one member more."""
    schema = checkout.read("workplan/plan.schema.json")
    schema["$id"] = "urn:govreport:workplan-2"
    schema["properties"]["layout"]["const"] = "workplan-2"
    schema["properties"]["contact"] = MEMBER
    schema["required"] += ["contact"] if required else []
    checkout.write("workplan-2/plan.schema.json", schema)
    checkout.write("workplan-2/rules.json", checkout.read("workplan/rules.json") | {"layout": "workplan-2"})
    checkout.write("workplan-2/terms.json", checkout.read("workplan/terms.json"))

    def register(versions: Any) -> None:
        plans = versions["work_plans"]
        plans["workplan-2"] = plans["workplan"] | {"schema": "urn:govreport:workplan-2", "revision": 2}

    checkout.change("versions.json", register)


@pytest.mark.parametrize("required", [False, True], ids=["optional", "required"])
def test_a_second_revision_of_the_work_plan_is_used_beside_the_first(required: bool, tmp_path: Path) -> None:
    checkout = copy(tmp_path)
    second_revision(checkout, required=required)
    checkout.generate()
    old = json.loads(EXAMPLE.read_bytes())
    (tmp_path / "first.json").write_bytes(EXAMPLE.read_bytes())
    new = {**old, "layout": "workplan-2", "contact": "59533300"}
    (tmp_path / "second.json").write_text(json.dumps(new, ensure_ascii=False), encoding="utf-8")
    found = checkout.run(PROGRAM)
    assert found["classes"]["workplan"] == "WorkPlan"
    assert found["classes"]["workplan-2"] == "WorkPlan2"
    assert len(set(found["classes"].values())) == len(found["classes"]) == 4
    assert found["kinds"] == 2
    assert found["loaded"] == ["WorkPlan", "WorkPlan2", "59533300"]
    assert found["inverse"] == [True, True]
    # Whoever asks for one class gets that one.
    assert found["of a class"] == ["WorkPlan2", ["unknown-layout"]]
    assert found["told"] == [[["task-time", "/groups/7/tasks/1/time/printed"]]] * 4
    assert ["unknown-member", "/contact"] in found["mixed"]
    # Neither print has the number: what a plan must have and does not say makes it one of the first revision.
    layout, made = ("workplan", "WorkPlan") if required else ("workplan-2", "WorkPlan2")
    for of_form in found["read"].values():
        assert [(name, of) for name, _, of, _ in of_form] == [(layout, made)] * 2
        assert [plan for _, _, _, plan in of_form] == [made] * 2
    assert "/contact" not in found["left out"][0]
    assert "/contact" in found["left out"][1]
    assert found["checked"][0] == found["checked"][1]
    assert "missing-member" not in found["checked"][0]
