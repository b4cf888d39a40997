"""Drawn reports in the shapes of real sites, editors and printers: no cell is read wrongly, none is missed in vain."""

from functools import cache

import pytest

import govreport

from .variations.accuracy import Accuracy, measure
from .variations.drawn import ORGAN, draw
from .variations.drawn_catalogue import NAMES, make

SEEDS = (1, 2, 3)  # the first for all, the others by turns
# Text without boxes or places, where the figures of a row cannot be told to be its own, or of which column; and rows
# with a figure too many, which may have moved.
UNTOLD = {
    "text-columnwise": 185,
    "text-columnwise-blank": 200,
    "text-jostled-blank": 30,
    "site-stray-column-blank": 175,
}
READ_IN_PART = {"site-rows-gone", "site-pictures", "site-scripts", "site-2019-three-for-one", *UNTOLD}


@cache
def read(name: str, seed: int) -> tuple[govreport.Extraction, Accuracy]:
    data, truth = make(name, seed)
    extraction = govreport.extract(data)
    return extraction, measure(extraction.value, truth)


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_read_wrongly_and_every_cell_that_has_a_place_is_read(name: str) -> None:
    first, *others = SEEDS
    for accuracy in (read(name, seed)[1] for seed in (first, others[NAMES.index(name) % len(others)])):
        assert accuracy.wrong == ()
        assert len(accuracy.unread) <= UNTOLD.get(name, 0)
        assert accuracy.cells in (198, 200)


@pytest.mark.parametrize("name", NAMES)
def test_title_organ_year_period_and_sections_are_read(name: str) -> None:
    value = read(name, SEEDS[0])[0].value
    year = 2020 if "2019" in name or name == "markdown-html" else 2023
    assert (value["organ"], value["year"]) == ({"name": ORGAN}, year)
    assert value["title"] == f"{ORGAN}{year}年政府信息公开工作年度报告"
    assert value["period"] == {"start": f"{year}-01-01", "end": f"{year}-12-31"}
    texts = draw(1, value["layout"]).doc().texts
    sections = [value[section] for section in ("overview", "problems_and_improvements", "other_matters")]
    assert sections == ["\n".join(lines) for lines in texts.values()]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_whole_is_said_to_be(name: str) -> None:
    assert (read(name, SEEDS[0])[0].completeness == "whole") == (name not in READ_IN_PART)


def test_a_row_of_2019_printed_as_three_is_left_open_and_its_figures_are_noted() -> None:
    extraction, _ = read("site-2019-three-for-one", 1)
    printed = draw(1, "2019").printed["/requests/total/outcomes/other"]
    notes = {note["pointer"]: note["text"] for note in extraction.value["notes"]}
    assert notes["/requests/total/outcomes/other"].endswith(
        f"费用、行政机关不再处理其政府信息公开申请 0；3.其他 {min(int(printed), 1)}"
    )
    assert [problem.code for problem in extraction.problems] == ["row-divided"]
    assert [note.code for note in extraction.notes] == ["layout-mixed"]


@pytest.mark.parametrize("name", ["site-two-reports", "site-two-reports-flat"])
def test_of_two_reports_on_a_page_the_first_is_read_and_that_is_said(name: str) -> None:
    extraction, _ = read(name, 1)
    assert [note.code for note in extraction.notes] == ["reports-several"]


@pytest.mark.parametrize("name", ["site-pictures", "site-scripts"])
def test_what_is_no_text_is_said_to_be_a_picture(name: str) -> None:
    extraction, _ = read(name, 1)
    assert [problem.code for problem in extraction.problems] == ["cell-picture"] * 15


def test_figures_that_belong_to_no_column_of_the_form_are_no_hybrid() -> None:
    extraction, _ = read("site-merged-figure", 1)
    assert extraction.notes == ()
    assert [entry["pointer"] for entry in extraction.value["undivided"]] == ["/proactive_disclosure/enforcement"]
