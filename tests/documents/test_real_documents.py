"""Real reports, their sentences replaced by ours: every cell as the examples have it.

The published ones are read as well where they lie beside this checkout.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import govreport

from .variations.accuracy import measure
from .variations.source import DOCUMENTS, PAGES, SEEDS, document, published, truth

NAMES = (*SEEDS, *PAGES)
# The example, and the document that prints it.
FILES = [(name, path) for name in NAMES for path in (document(name), *published(name))]
both = pytest.mark.parametrize(("name", "path"), FILES, ids=[f"{name}-{path.parent.name}" for name, path in FILES])


@cache
def read_of(path: Path) -> govreport.Extraction:
    """Return what is read of a file; nobody may change it."""
    return govreport.extract(path)


def read(name: str) -> govreport.Extraction:
    return read_of(document(name))


@both
def test_every_cell_mark_and_undivided_figure_is_exact(name: str, path: Path) -> None:
    accuracy = measure(read_of(path).value, truth(name))
    assert (accuracy.wrong, accuracy.unread) == ((), ())


@both
def test_year_organ_and_period_are_those_of_the_report(name: str, path: Path) -> None:
    value, expected = read_of(path).value, truth(name)
    assert (value["year"], value["organ"]["name"]) == (expected["year"], expected["organ"]["name"])
    assert value["title"].replace(" ", "") == expected["title"].replace(" ", "")
    assert value.get("period") == expected.get("period")
    assert bool(value.get("preamble")) == bool(expected.get("preamble"))


@both
def test_what_is_read_is_a_report_with_evidence_for_every_cell(name: str, path: Path) -> None:
    extraction = read_of(path)
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
    assert text.startswith("2023年没有收取政府信息公开信息处理费。")
    assert text.endswith("。")


def test_lines_of_a_page_are_put_together_to_paragraphs() -> None:
    text = str(read("jiading-2019").value["overview"])
    # Nine lines, of which one is stretched; and the number of a page between two lines of a sentence.
    assert "和《上海市政府信息公开规定》，统计期限为 2019 年 1 月 1 日至 12 月 31 日。" in text
    assert "材料当月归档，年底装订成册。" in text
    assert "培训讲的是真实的答复书，错在哪里一句一句看。" in text
    assert "\n6\n" not in text


def test_the_evidence_of_a_page_tells_page_box_and_cell() -> None:
    place = read("huaian-2024").evidence["/requests/total/outcomes/total"]
    assert (place.page, place.table, place.row, place.column) == (5, 4, 11, 10)
    assert place.box is not None


def test_a_work_plan_is_no_report() -> None:
    extraction = govreport.extract(DOCUMENTS / "jiading-hr-2022.txt")
    assert (extraction.layout, extraction.report) == ("workplan", None)
    assert extraction.plan is not None


def _cells(value: Any) -> list[str]:
    from govreport.form.layout import load_layout

    return list(load_layout(value["layout"]).cells)


def test_the_documents_are_of_both_layouts_and_of_both_formats() -> None:
    assert {truth(name)["year"] for name in NAMES} >= {2019, 2021, 2023}
    assert {document(name).suffix for name in NAMES} == {".txt", ".pdf"}
