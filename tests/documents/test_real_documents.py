"""The real reports: every cell as the examples have it."""

import json
from typing import Any

import pytest

import govreport

from .variations.accuracy import measure
from .variations.source import EXAMPLES, PUBLISHED, SEEDS, SHARED, WHY_SKIPPED, truth

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=WHY_SKIPPED)
FILES = {name: SHARED / "seeds" / file for name, file in SEEDS.items()}
FILES |= {name: SHARED / "published" / file for name, file in PUBLISHED.items()}


def read(name: str) -> govreport.Extraction:
    return govreport.extract(FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_every_cell_mark_and_undivided_figure_is_exact(name: str) -> None:
    accuracy = measure(read(name).value, truth(name))
    assert (accuracy.wrong, accuracy.unread) == ((), ())


@pytest.mark.parametrize("name", FILES)
def test_year_organ_and_period_are_those_of_the_report(name: str) -> None:
    value, expected = read(name).value, truth(name)
    assert (value["year"], value["organ"]["name"]) == (expected["year"], expected["organ"]["name"])
    assert value["title"].replace(" ", "") == expected["title"].replace(" ", "")
    assert value.get("period") == expected.get("period")
    assert bool(value.get("preamble")) == bool(expected.get("preamble"))


@pytest.mark.parametrize("name", FILES)
def test_what_is_read_is_a_report_with_evidence_for_every_cell(name: str) -> None:
    extraction = read(name)
    assert extraction.report is not None
    placed = extraction.evidence
    groups = tuple(f"{entry['pointer']}/" for entry in extraction.value.get("undivided", ()))
    for pointer in _cells(extraction.value):
        assert pointer in placed or pointer.startswith(groups), pointer
    assert extraction.completeness == ("part" if name == "jiading-2019" else "whole")


def test_of_the_report_that_lost_its_blanks_the_totals_are_read_and_the_rest_is_ambiguous() -> None:
    value, expected = read("jiading-2019").value, truth("jiading-2019")
    assert [m["pointer"] for m in value["marks"]] == [m["pointer"] for m in expected["marks"]]
    assert {m["mark"] for m in value["marks"]} == {"ambiguous"}
    assert [n["pointer"] for n in value["notes"]] == [n["pointer"] for n in expected["notes"]]
    assert all("“" in n["text"] and "总计" in n["text"] for n in value["notes"])


def test_the_hybrid_keeps_its_single_row_undivided() -> None:
    assert read("hongze-2024").value["undivided"] == truth("hongze-2024")["undivided"]


def test_the_feedback_form_below_a_report_stays_out() -> None:
    text = str(read("jingan-2023").value["other_matters"])
    assert text.startswith("2023年本机关未依据")
    assert text.endswith("收取过信息处理费。")


def test_lines_of_a_page_are_put_together_to_paragraphs() -> None:
    text = str(read("jiading-2019").value["overview"])
    assert "局办公室联系（地址：上海市嘉定区金沙路 68 号 1508 室，邮编：201899，电话：59534035）。" in text
    assert "\n6\n" not in text


def test_the_evidence_of_a_page_tells_page_box_and_cell() -> None:
    place = read("huaian-2024").evidence["/requests/total/outcomes/total"]
    assert (place.page, place.table, place.row, place.column) == (5, 4, 11, 10)
    assert place.box is not None


def test_a_work_plan_is_no_report() -> None:
    extraction = govreport.extract(SHARED / "seeds" / "001_dde5885ee5fb5128.txt")
    assert (extraction.layout, extraction.report) == ("workplan", None)
    assert extraction.plan is not None


def _cells(value: Any) -> list[str]:
    from govreport.form.layout import load_layout

    return list(load_layout(value["layout"]).cells)


def test_the_examples_are_there() -> None:
    assert {json.loads((EXAMPLES / f"{name}.json").read_bytes())["year"] for name in FILES} >= {2019, 2021, 2023}
