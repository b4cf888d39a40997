"""Rules ask by what the name of an organ proves where kind and level are not stated; the gate never knows better."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import validate
from govreport.form.organs import infer
from govreport.validation.gate import Judgement, judge
from tests.reports import clean, document

RULES = "/proactive_disclosure/documents/government_rules"


def named(name: str, **members: Any) -> dict[str, Any]:
    report = clean()
    report["organ"] = {"name": name}
    report.pop("published", None)
    return {**report, **members}


def test_a_finding_says_what_the_name_decided() -> None:
    report = named("云溪县水利局", published=f"{clean()['year'] + 1}-02-01")
    found = {f.code: f for f in validate(report).findings}
    assert found["published-late-department"].parameters["inferred"] == {"/organ/kind": ("department",)}
    assert "政府部门" in found["published-late-department"].message("zh")
    assert "a department" in found["published-late-department"].message("en")
    report["organ"]["kind"] = "department"
    assert "inferred" not in validate(report).findings[0].parameters


@pytest.mark.parametrize("name", ["云溪县水利局", "云溪县柳林镇人民政府", "某市教育局", "某市人民政府", "某联络站"])
def test_the_gate_accepts_no_report_in_which_a_name_decides_for_a_finding(name: str) -> None:
    report = named(name, published=f"{clean()['year'] + 1}-05-20")
    is_clean = not validate(report).findings
    assert (judge(document(report)) is Judgement.CLEAN) <= is_clean


@given(st.text(alphabet="省市区县镇乡街道办事处人民政府局委员会云溪柳林城开发管理中心国家", max_size=14))
def test_a_name_never_raises_and_proves_the_same_with_blanks(name: str) -> None:
    found = infer(name)
    assert infer(f" {'　'.join(name)} ") == found
    assert (found.kind is None) == (len(found.kinds) != 1)
    assert (found.level is None) == (len(found.levels) != 1)


@given(
    st.sampled_from(["云溪县", "某市石湾区", "某省", "淮安市"]), st.sampled_from(["水利局", "教育局", "卫生健康委员会"])
)
def test_a_department_is_of_the_level_of_its_place(place: str, body: str) -> None:
    assert infer(place + body).kinds == ("department",)
    assert infer(place + body).levels == infer(place + "人民政府").levels == infer(place).levels
