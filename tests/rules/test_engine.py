"""The engine: conditions, order among rules, explanations, undivided figures."""

from typing import Any

import pytest

from govreport import Severity, validate
from govreport.form.layout import load_layout
from govreport.form.patterns import expand
from govreport.rules.data import load_instances, load_rules
from govreport.rules.engine import evaluate
from govreport.rules.sheet import read_sheet
from tests.reports import changed, clean

OTHER = ("correction_overdue", "fee_overdue", "other")


def codes(report: Any) -> list[tuple[str, str]]:
    return [(f.code, f.pointer) for f in validate(report).findings]


def undivided(figures: dict[str, int]) -> dict[str, Any]:
    """Return the clean report as a hybrid: （六）其他处理 undivided, with these figures by column (0 elsewhere)."""
    columns = [c.split("/", 2)[2] for c in (i.at.rsplit("/outcomes", 1)[0] for i in identities())]
    changes = {f"/requests/{c}/outcomes/other/{row}": None for c in columns for row in OTHER}
    report = changed(changes)
    report["undivided"] = [
        {"pointer": f"/requests/{c}/outcomes/other", "value": figures.get(c, 0), "label": "（六）其他处理"}
        for c in columns
    ]
    return report


def identities() -> list[Any]:
    return [i for i in load_instances("2021") if i.rule.id == "requests-identity"]


def test_an_unbound_set_stands_for_all_its_members_in_order() -> None:
    assert list(expand("/a/{x}/{y}", {"x": ["1", "2"], "y": ["p"]})) == ["/a/1/p", "/a/2/p"]


@pytest.mark.parametrize(("layout", "equations"), [("2019", 7 + 7 + 23 + 3), ("2021", 7 + 7 + 25 + 3)])
def test_a_layout_has_the_equations_of_the_form(layout: str, equations: int) -> None:
    instances = [i for i in load_instances(layout) if i.rule.kind == "equation" and not i.when]
    assert len(instances) == equations


def test_an_equation_points_at_the_total_and_tells_what_it_should_be() -> None:
    report = changed({"/disputes/litigation/direct/corrected": 3})
    (finding,) = validate(report).findings
    assert (finding.code, finding.pointer) == ("disputes-totals", "/disputes/litigation/direct/total")
    told = {k: finding.parameters[k] for k in ("left", "right", "difference", "expected", "actual")}
    assert told == {"left": 3, "right": 0, "difference": 3, "expected": 3, "actual": 0}
    assert [(c["side"], c["figure"]) for c in finding.parameters["cells"]] == [
        ("left", 0),
        ("left", 3),
        ("left", 0),
        ("left", 0),
        ("right", 0),
    ]


def test_a_rule_is_asked_only_under_its_condition() -> None:
    figures = {"/proactive_disclosure/documents/government_rules/in_force": 2}
    assert ("rules-power-local", "/proactive_disclosure/documents/government_rules/in_force") in codes(changed(figures))
    for level in ("province", "state"):
        organ = {"/organ/level": level, "/organ/kind": "government"}
        assert not [c for c, _ in codes(changed(figures | organ)) if c.startswith("rules-power")]


def test_a_rule_is_not_asked_after_the_one_that_says_the_same_better() -> None:
    report = changed({"/problems_and_improvements": " \u3000\n", "/other_matters": ""})
    assert codes(report) == [("section-empty", "/problems_and_improvements"), ("section-empty", "/other_matters")]


@pytest.mark.parametrize("text", ["无", "无。", "　没有。", "暂无；"])
def test_a_section_five_that_says_none_is_not_enough(text: str) -> None:
    assert codes(changed({"/problems_and_improvements": text})) == [("problems-unstated", "/problems_and_improvements")]


def test_a_section_five_that_says_more_than_none_is_enough() -> None:
    assert codes(changed({"/problems_and_improvements": "无重大问题，解读形式仍需丰富，将增加图解。"})) == []


def test_full_width_digits_are_read_as_digits() -> None:
    year = str(clean()["year"])
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in year)
    assert codes(changed({"/title": f"{wide}年政府信息公开工作年度报告"})) == []
    assert codes(changed({"/title": "１９９９年政府信息公开工作年度报告"})) == [("title-year", "/title")]


def test_an_explained_finding_is_listed_but_does_not_fail_the_report() -> None:
    pointer = "/disputes/reconsideration/total"
    report = changed({"/disputes/reconsideration/upheld": 5})
    assert not validate(report).ok
    report["explanations"] = [{"rule": "disputes-totals", "pointer": pointer, "text": "系统导出时漏计，已更正网页。"}]
    result = validate(report)
    assert [(f.code, f.explained is not None) for f in result.findings] == [("disputes-totals", True)]
    assert result.ok


def test_an_explanation_without_a_reason_explains_nothing() -> None:
    report = changed({"/disputes/reconsideration/upheld": 5})
    report["explanations"] = [{"rule": "disputes-totals", "pointer": "/disputes/reconsideration/total", "text": "　"}]
    result = validate(report)
    assert not result.ok
    assert [f.code for f in result.findings] == ["disputes-totals", "explanation-empty"]


def test_an_undivided_figure_stands_for_its_cells() -> None:
    assert codes(undivided({})) == []
    assert ("requests-undivided", "/requests/total/outcomes/other") in codes(undivided({"natural_person": 4}))


def test_blanks_are_one_info_for_each_table() -> None:
    report = changed({"/disputes/reconsideration/other": None, "/requests/total/outcomes/declined/excessive": None})
    findings = validate(report).findings
    assert [(f.code, f.pointer, f.severity) for f in findings] == [
        ("table-blanks", "/requests", Severity.INFO),
        ("table-blanks", "/disputes", Severity.INFO),
    ]


def test_the_rules_of_both_layouts_differ_only_where_the_forms_do() -> None:
    only_2021 = {"requests-undivided", "documents-stock", "fee-overdue-unexplained", "fees-unmentioned", "fees-denied"}
    only_2021 |= {"fees-unit"}
    assert set(load_rules("2021")) - set(load_rules("2019")) == only_2021
    assert not set(load_rules("2019")) - set(load_rules("2021"))


def test_an_explanation_that_quotes_the_words_counts_before_one_of_the_place() -> None:
    number = "110101199003078515"
    report = changed({"/overview": f"{clean()['overview']}\n甲的身份证号{number}。"})
    found = [f for f in validate(report).findings if number[:3] in str(f.parameters.get("quote"))]
    assert found
    first = found[0]
    # What is found is told without the number, and may be quoted so.
    assert number not in first.parameters["quote"]
    entry = {"rule": first.code, "pointer": first.pointer}
    quoting = {**entry, "quote": first.parameters["quote"], "text": "引用"}
    printed = (
        f.parameters.get("quote") for f in evaluate(read_sheet(load_layout("2021"), report)) if f.code == first.code
    )
    whole = {**entry, "quote": next(printed), "text": "全文"}
    assert number in str(whole["quote"])

    def reason(*entries: dict[str, Any]) -> str | None:
        explained = validate({**report, "explanations": list(entries)}).findings
        return next(f.explained for f in explained if (f.code, f.pointer) == (first.code, first.pointer))

    plain = {**entry, "text": "该处"}
    assert reason(plain) == "该处"
    assert reason(quoting) == "引用"
    assert reason(plain, quoting) == reason(quoting, plain) == "引用"
    assert reason(whole, plain) == "全文"
    assert reason({**quoting, "quote": "别的"}) is None


def test_of_two_marks_on_a_cell_the_first_counts() -> None:
    place = "/requests/natural_person/received"
    marks = [{"pointer": place, "mark": mark} for mark in ("slash", "illegible")]
    for order in (marks, marks[::-1]):
        sheet = read_sheet(load_layout("2021"), changed({place: None, "/marks": order}))
        assert sheet.marks[place] == order[0]["mark"]
        assert (place in sheet.doubtful) == (order[0]["mark"] == "illegible")
