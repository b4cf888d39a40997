"""What becomes of figures, texts and remarks, case by case."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from govreport import Conversion, GovReportError, InvalidReport, Loss, convert, dumps, loads, restore, validate
from govreport.errors import EditedReport, InvalidLosses, NoConversion
from govreport.form.layout import load_layout
from govreport.model.codec import structure, unstructure

from .samples import LARGEST, OTHER, at, put, random_members

OTHER_ROW = "/requests/natural_person/outcomes/other"
TOTAL_ROW = "/requests/total/outcomes/other"
PARTS = tuple(f"{OTHER_ROW}/{name}" for name in ("correction_overdue", "fee_overdue", "other"))
LABEL = "（六）其他处理"


def bare(layout: str, **more: Any) -> dict[str, Any]:
    """Return a report whose every cell is 0, or null where it is an amount, with no remarks."""
    members = {k: v for k, v in random_members(layout, 0).items() if k in load_layout(layout).schema["required"]}
    for pointer, cell in load_layout(layout).cells.items():
        put(members, pointer, None if cell.kind == "amount" else 0)
    for pointer, node in load_layout(layout).nodes.items():
        if node.name == "unit":
            holder = at(members, pointer.rpartition("/")[0])
            holder.pop("unit", None)
            if node.required:
                holder["unit"] = None
    return members | more


def converted(members: dict[str, Any]) -> tuple[dict[str, Any], dict[str, tuple[Any, str]]]:
    """Return the members of the converted report and its losses, having seen that the original comes back."""
    order = list(load_layout(members["layout"]).schema["properties"])
    report = structure({name: members[name] for name in order if name in members})
    conversion = convert(report, OTHER[members["layout"]])
    assert dumps(restore(conversion)) == dumps(report)
    losses = {loss.pointer: (loss.value, loss.reason.code) for loss in conversion.losses}
    return unstructure(conversion.report), losses


def test_a_figure_of_other_handling_goes_over_undivided_under_its_label() -> None:
    members = bare("2019")
    put(members, OTHER_ROW, 4)
    result, losses = converted(members)
    assert {"pointer": OTHER_ROW, "value": 4, "label": LABEL} in result["undivided"]
    assert len(result["undivided"]) == 7
    assert [at(result, part) for part in PARTS] == [None, None, None]
    assert OTHER_ROW not in losses


def test_a_blank_of_other_handling_goes_over_as_blanks_with_its_mark() -> None:
    members = bare("2019", marks=[{"pointer": OTHER_ROW, "mark": "dash", "printed": "——"}])
    put(members, OTHER_ROW, None)
    result, losses = converted(members)
    assert OTHER_ROW not in [entry["pointer"] for entry in result["undivided"]]
    assert result["marks"] == [{"pointer": part, "mark": "dash", "printed": "——"} for part in PARTS]
    assert "/marks/0" not in losses


def test_three_figures_of_other_handling_add_up() -> None:
    members = bare("2021")
    for part, figure in zip(PARTS, (1, 0, 5), strict=True):
        put(members, part, figure)
    result, losses = converted(members)
    assert at(result, OTHER_ROW) == 6
    assert [losses[part] for part in PARTS] == [(1, "summed"), (0, "summed"), (5, "summed")]


def test_a_sum_with_a_blank_is_blank_and_its_figures_are_lost() -> None:
    members = bare("2021")
    for part, figure in zip(PARTS, (1, None, 5), strict=True):
        put(members, part, figure)
    result, losses = converted(members)
    assert at(result, OTHER_ROW) is None
    assert losses[PARTS[0]] == (1, "part-blank")
    assert losses[PARTS[2]] == (5, "part-blank")
    assert PARTS[1] not in losses


def test_a_sum_that_no_cell_may_hold_is_left_blank() -> None:
    members = bare("2021")
    put(members, PARTS[0], LARGEST)
    assert at(converted(members)[0], OTHER_ROW) == LARGEST
    put(members, PARTS[1], 1)
    result, losses = converted(members)
    assert at(result, OTHER_ROW) is None
    assert losses[PARTS[0]] == (LARGEST, "sum-too-large")


def test_blanks_of_other_handling_are_no_loss() -> None:
    members = bare("2021")
    for part in PARTS:
        put(members, part, None)
    result, losses = converted(members)
    assert at(result, OTHER_ROW) is None
    assert not losses.keys() & set(PARTS)


@pytest.mark.parametrize(("label", "lost"), [(LABEL, False), ("其他", True)])
def test_an_undivided_figure_becomes_the_cell_and_loses_a_label_of_its_own(label: str, lost: bool) -> None:
    entry = {"pointer": OTHER_ROW, "value": 4, "label": label}
    members = bare("2021", undivided=[entry])
    for part in PARTS:
        put(members, part, None)
    result, losses = converted(members)
    assert at(result, OTHER_ROW) == 4
    assert "undivided" not in result
    assert ("/undivided/0" in losses) == lost


def test_an_undivided_figure_over_the_same_cells_is_carried_and_over_others_lost() -> None:
    carried, lost = "/requests/natural_person/outcomes", "/proactive_disclosure/licensing/licences"
    entries = [{"pointer": pointer, "value": 3, "label": "合计"} for pointer in (carried, lost)]
    members = bare("2019", undivided=entries)
    for pointer in load_layout("2019").cells:
        if pointer.startswith((carried + "/", lost + "/")):
            put(members, pointer, None)
    result, losses = converted(members)
    assert result["undivided"][0] == entries[0]
    assert lost not in [entry["pointer"] for entry in result["undivided"]]
    assert losses["/undivided/1"] == (entries[1], "group-differs")


def test_marks_that_are_alike_become_one_and_others_are_lost() -> None:
    marks = [{"pointer": part, "mark": "slash"} for part in PARTS]
    members = bare("2021", marks=marks)
    for part in PARTS:
        put(members, part, None)
    result, losses = converted(members)
    assert result["marks"] == [{"pointer": OTHER_ROW, "mark": "slash"}]
    assert "/marks/0" not in losses
    members["marks"] = marks[:2]
    result, losses = converted(members)
    assert "marks" not in result
    assert losses["/marks/1"] == (marks[1], "marks-differ")


@pytest.mark.parametrize("hiding", ["illegible", "ambiguous"])
def test_a_mark_that_hides_a_figure_wins(hiding: str) -> None:
    marks = [{"pointer": PARTS[0], "mark": "slash"}, {"pointer": PARTS[2], "mark": hiding, "printed": "？"}]
    members = bare("2021", marks=marks)
    for part in PARTS:
        put(members, part, None)
    result, losses = converted(members)
    assert result["marks"] == [{"pointer": OTHER_ROW, "mark": hiding, "printed": "？"}]
    assert losses["/marks/0"] == (marks[0], "marks-differ")
    assert losses["/marks/1"] == (marks[1], "place-shared")


def test_figures_and_remarks_of_cells_without_a_counterpart_are_lost_but_not_their_blanks() -> None:
    lost, blank = "/proactive_disclosure/procurement/central_procurement/amount", "/disputes/litigation/direct/other"
    note = {"pointer": "/proactive_disclosure/procurement", "text": "含部门集中采购"}
    mark = {"pointer": "/proactive_disclosure/licensing/other_services/change", "mark": "slash"}
    members = bare("2019", notes=[note], marks=[mark, {"pointer": blank, "mark": "blank"}])
    put(members, lost, Decimal("317802.80"))
    put(members, lost.replace("amount", "unit"), "yuan")
    put(members, lost.replace("amount", "projects"), None)
    put(members, mark["pointer"], None)
    put(members, blank, None)
    result, losses = converted(members)
    assert losses[lost] == (Decimal("317802.80"), "not-asked")
    assert losses[lost.replace("amount", "unit")] == ("yuan", "not-asked")
    assert lost.replace("amount", "projects") not in losses
    assert losses["/notes/0"] == (note, "not-asked")
    assert losses["/marks/0"] == (mark, "not-asked")
    assert result["marks"] == [{"pointer": blank, "mark": "blank"}]
    assert "notes" not in result


def test_a_figure_never_moves_into_a_cell_of_another_measure() -> None:
    members = bare("2019")
    for pointer in load_layout("2019").cells:
        if pointer.startswith("/proactive_disclosure/") and at(members, pointer) is not None:
            put(members, pointer, 7)
    result, losses = converted(members)
    documents = "/proactive_disclosure/documents/normative_documents"
    assert [at(result, f"{documents}/{name}") for name in ("issued", "repealed", "in_force")] == [7, None, None]
    assert at(result, "/proactive_disclosure/charges/administrative_fees") == {"amount": None}
    assert losses[f"{documents}/total_published"] == (7, "another-measure")
    assert losses["/proactive_disclosure/charges/administrative_fees/change"] == (7, "another-measure")
    assert losses["/proactive_disclosure/enforcement/coercion/items_last_year"] == (7, "not-asked")


def test_an_explanation_goes_where_its_finding_goes() -> None:
    explanations = [
        {"rule": "requests-columns", "pointer": TOTAL_ROW, "text": "同一申请由两类申请人共同提出"},
        {"rule": "disputes-totals", "pointer": "/disputes/reconsideration/total", "text": "一案两决"},
        {"rule": "layout-year", "pointer": "/year", "text": "沿用旧表"},
        {
            "rule": "rules-power-local",
            "pointer": "/proactive_disclosure/documents/government_rules/newly_published",
            "text": "代拟",
        },
    ]
    members = bare("2019", explanations=explanations, year=2022)
    put(members, TOTAL_ROW, 1)
    put(members, "/disputes/reconsideration/total", 1)
    result, losses = converted(members)
    assert result["explanations"] == [explanations[0] | {"rule": "requests-undivided"}, explanations[1]]
    assert losses["/explanations/2"][1] == "own-years"
    assert losses["/explanations/3"][1] == "another-measure"
    explained = {f.code for f in validate(result).findings if f.explained}
    assert explained == {"requests-undivided", "disputes-totals"}
    assert "explanation-stale" not in {f.code for f in validate(result).findings}


def test_an_explanation_of_a_rule_that_the_other_layout_does_not_have_is_lost() -> None:
    explanation = {"rule": "fees-unmentioned", "pointer": "/other_matters", "text": "未收费"}
    result, losses = converted(bare("2021", explanations=[explanation]))
    assert "explanations" not in result
    assert losses["/explanations/0"] == (explanation, "no-such-rule")


def test_a_remark_on_one_of_three_rows_is_carried_and_told() -> None:
    note = {"pointer": PARTS[1], "text": "均为 2023 年申请"}
    result, losses = converted(bare("2021", notes=[note]))
    assert result["notes"] == [note | {"pointer": OTHER_ROW}]
    assert losses["/notes/0"] == (note, "place-shared")


@pytest.mark.parametrize(
    ("address", "becomes"),
    [("urn:govreport:layout:2021", "urn:govreport:layout:2019"), ("../2021/report.schema.json", None)],
)
def test_the_address_of_the_schema_follows_the_layout_or_is_lost(address: str, becomes: str | None) -> None:
    result, losses = converted({"$schema": address, **bare("2021")})
    assert result.get("$schema") == becomes
    assert ("/$schema" in losses) == (becomes is None)


@pytest.mark.parametrize("layout", ["2019", "2021"])
def test_remarks_on_places_that_do_not_exist_are_lost_and_come_back(layout: str) -> None:
    nowhere = "/no/such/place"
    members = bare(
        layout,
        marks=[{"pointer": nowhere, "mark": "slash"}, {"pointer": nowhere, "mark": "dash"}],
        undivided=[
            {"pointer": OTHER_ROW, "value": 3, "label": "甲"},
            {"pointer": OTHER_ROW, "value": 4, "label": "乙"},
        ],
        notes=[{"pointer": nowhere, "text": "注"}],
        explanations=[{"rule": "no-such-rule", "pointer": nowhere, "text": ""}],
    )
    _, losses = converted(members)
    assert losses["/marks/0"][1] == losses["/notes/0"][1] == losses["/explanations/0"][1] == "no-such-place"
    assert losses["/marks/1"][1] == losses["/undivided/1"][1] == "named-twice"
    assert losses["/undivided/0"][1] == ("group-differs" if layout == "2019" else "cell-filled")


def test_a_mark_on_a_figure_does_not_become_right_by_conversion() -> None:
    mark = {"pointer": OTHER_ROW, "mark": "slash"}
    result, losses = converted(bare("2019", marks=[mark]))
    assert "marks" not in result
    assert losses["/marks/0"] == (mark, "cell-filled")


def test_a_report_of_the_layout_is_left_as_it_is() -> None:
    report = structure(bare("2021"))
    conversion = convert(report, "2021")
    assert conversion.report == report
    assert conversion.steps == ()
    assert conversion.losses == ()
    assert restore(conversion) == report


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(NoConversion) as refusal:
        convert(structure(bare("2021")), "2022")
    assert (refusal.value.source, refusal.value.target) == ("2021", "2022")
    assert isinstance(refusal.value, GovReportError)


def test_a_report_object_that_no_document_may_hold_is_refused() -> None:
    report: Any = loads(dumps(structure(bare("2021"))))
    wrong = attrs.evolve(report.disputes.reconsideration, upheld=-1)
    disputes = attrs.evolve(report.disputes, reconsideration=wrong)
    with pytest.raises(InvalidReport):
        convert(attrs.evolve(report, disputes=disputes), "2019")


def test_losses_that_do_not_fit_the_layout_are_refused() -> None:
    conversion = convert(structure(bare("2021")), "2019")
    assert isinstance(conversion, Conversion)
    (step,) = conversion.steps
    for pointer, value in (("/no/such/cell", 1), ("/requests", 1), (PARTS[0], "1"), (PARTS[0], -1)):
        loss = attrs.evolve(step.losses[0], pointer=pointer, value=value)
        with pytest.raises(InvalidLosses):
            restore(attrs.evolve(conversion, steps=(attrs.evolve(step, losses=(loss,)),)))
    wrong: tuple[dict[str, Any], ...] = ({"/requests": []}, {"/notes": [{"text": "没有位置"}]})
    for originals in wrong:
        with pytest.raises(InvalidLosses):
            restore(attrs.evolve(conversion, steps=(attrs.evolve(step, originals=originals),)))


def test_the_losses_of_one_report_do_not_fit_another() -> None:
    first, second = (convert(structure(bare("2021", year=year)), "2019") for year in (2022, 2023))
    with pytest.raises(EditedReport):
        restore(attrs.evolve(first, report=second.report))


def test_a_loss_is_told_in_words_of_the_print_in_both_languages() -> None:
    mark = {"pointer": "/proactive_disclosure/licensing/other_services/change", "mark": "slash"}
    members = bare("2019", marks=[mark])
    put(members, mark["pointer"], None)
    losses: tuple[Loss, ...] = convert(structure(members), "2021").losses
    assert losses[0].place() == "第二十条第（一）项 › 规章 · 本年新公开数量"
    assert losses[0].message("en").startswith("the other layout counts something else")
    assert losses[-1].place() == "空格标记：第二十条第（五）项 › 其他对外管理服务事项 · 本年增/减"
    assert "[第二十条第（五）项 › 其他对外管理服务事项 · 本年增/减]" in losses[-1].place("en")
