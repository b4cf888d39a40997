"""Reports in every form in which they are published, made of the real ones: each cell is read as it was printed."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

import govreport

from .variations import changes
from .variations.accuracy import measure
from .variations.catalogue import CHANGES, FORMS, NAMES, make
from .variations.source import document, load

# Where neither boxes nor places are left, a blank row whose label is broken into lines cannot be told from a label.
LOSSES = {"text-laid-out-blanks": 7, "pdf-unruled-blanks": 14}
CELLS = 200
LEAST_READ = 99  # of a hundred


@cache
def read(name: str) -> tuple[govreport.Extraction, Mapping[str, Any]]:
    """Return what is read of a variation, and the truth."""
    data, truth = make(name)
    return govreport.extract(data), truth


def test_there_are_enough_variations_of_real_reports() -> None:
    assert len(NAMES) >= 50


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_read_wrongly_and_none_is_missed_without_need(name: str) -> None:
    extraction, truth = read(name)
    accuracy = measure(extraction.value, truth)
    assert accuracy.wrong == ()
    assert len(accuracy.unread) == LOSSES.get(name, 0)
    assert accuracy.cells == CELLS


def test_of_all_cells_nearly_all_are_read() -> None:
    """The test above holds every variation to its cells and its losses, so that the losses are all there is to add."""
    assert set(LOSSES) <= set(NAMES)
    assert sum(LOSSES.values()) * 100 <= CELLS * len(NAMES) * (100 - LEAST_READ)


@pytest.mark.parametrize("name", NAMES)
def test_title_organ_year_and_sections_are_read(name: str) -> None:
    extraction, truth = read(name)
    value = extraction.value
    assert (value["year"], value["organ"]["name"]) == (truth["year"], truth["organ"]["name"])
    assert value["title"] == truth["title"]
    assert value.get("period") == truth.get("period")
    assert all(value[section] for section in ("overview", "problems_and_improvements", "other_matters"))


@pytest.mark.parametrize("name", ["html-navigation", "html-navigation-flat", "html-nested-tables"])
def test_what_stands_around_a_report_on_its_page_stays_out(name: str) -> None:
    data, _ = make(name)
    value = govreport.extract(data).value
    text = "\n".join(str(value.get(key, "")) for key in ("preamble", "overview", "other_matters", "title"))
    for word in ("当前位置", "上一篇", "浏览次数", "ICP备", "技术支持", "指南\n", "打印", "附件：", "分享到"):
        assert word not in text


def test_the_day_of_publication_is_that_of_the_page() -> None:
    assert govreport.extract(make("html-navigation")[0]).value["published"] == "2024-01-26"


def test_a_wrong_total_is_read_as_printed_and_found_by_the_check() -> None:
    data, _ = make("html-wrong-total")
    assert govreport.extract(data).value["requests"]["total"]["received"] == 99
    errors = [f for f in govreport.check(data).findings if f.severity == "error"]
    assert [(f.code, f.pointer) for f in errors] == [
        ("requests-columns", "/requests/total/received"),
        ("requests-identity", "/requests/total/outcomes/total"),
    ]
    assert errors[0].parameters["evidence"] == {"table": 2, "row": 4, "column": 10}


def test_remarks_in_cells_are_notes() -> None:
    value = govreport.extract(make("html-remarks")[0]).value
    pointer = "/proactive_disclosure/documents/normative_documents/issued"
    assert value["notes"] == [{"pointer": pointer, "text": "（其中修订1件）"}]


def test_a_row_for_a_whole_group_makes_a_hybrid() -> None:
    extraction = govreport.extract(make("docx-hybrid")[0])
    assert extraction.completeness == "whole"
    assert [(problem.code, problem.severity) for problem in extraction.problems] == [("layout-mixed", "warning")]


def test_a_damaged_label_is_told_by_its_neighbours_and_that_is_said() -> None:
    data, truth = make("html")
    damaged = data.replace("2.没有现成信息需要另行制作".encode(), "2.没有口口口口需要口口制口".encode())
    extraction = govreport.extract(damaged)
    assert measure(extraction.value, truth).wrong == ()
    assert extraction.completeness == "whole"
    assert [note.code for note in extraction.notes] == ["row-inferred"]


def test_a_row_that_is_not_in_the_form_is_left_out_and_said() -> None:
    data, truth = make("html")
    row = "<tr><td colspan=3>小计</td>" + "<td>7</td>" * 7 + "</tr>"
    at = data.index('<tr><td colspan="3">四、结转'.encode())
    extraction = govreport.extract(data[:at] + row.encode() + data[at:])
    assert measure(extraction.value, truth).right == 200
    assert [problem.code for problem in extraction.problems] == ["row-unknown"]


def test_figures_without_a_column_leave_their_cells_open() -> None:
    data, truth = make("text-one-by-one")
    text = data.decode()
    start = text.index("一、本年新收")
    row = "一、本年新收政府信息公开申请数量\n413\n19\n0\n1\n5\n13\n451\n"
    assert text[start:].startswith(row)
    extraction = govreport.extract(text.replace(row, row.replace("0\n1\n", "")).encode())
    assert extraction.completeness == "part"
    accuracy = measure(extraction.value, truth)
    assert accuracy.wrong == ()
    assert len(accuracy.unread) == 7
    marks = [m["mark"] for m in extraction.value["marks"]]
    assert marks == ["ambiguous"] * 7


def test_a_table_printed_twice_with_other_figures_leaves_the_cell_open() -> None:
    data, _ = make("html")
    text = data.decode()
    start = text.index("<table", text.index("三、收到"))
    table = text[start : text.index("</table>", start) + 8]
    changed = table.replace("<td>15</td>", "<td>16</td>", 1)
    extraction = govreport.extract(text.replace(table, table + changed).encode())
    assert extraction.value["requests"]["natural_person"]["received"] is None
    assert "cell-printed-twice" in [problem.code for problem in extraction.problems]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_in_whatever_form_no_cell_is_read_wrongly(change: str) -> None:
    # Names that differ in report and change alone are one form here.
    for name in FORMS:
        if not name.startswith(("pdf", "ofd")):
            data, truth = make(name, source="shanghai-2021", change=change)
            assert measure(govreport.extract(data).value, truth).wrong == (), name


@pytest.mark.parametrize("name", ["shanghai-2021", "minhang-2025"])
def test_boxes_whose_spans_are_lost_are_not_told_by_their_place(name: str) -> None:
    """The real files have rows of different length: blanks in them must not shift figures to other columns."""
    text = document(name).read_text(encoding="utf-8")
    start, end = text.index("\n三、收到"), text.index("\n四、政府信息公开行政复议")
    table = re.sub(r"(?<=\t)0(?=\t|\n)", "", text[start:end])
    extraction = govreport.extract((text[:start] + table + text[end:]).encode())
    _, truth = changes.blank(load(name))
    assert measure(extraction.value, truth).wrong == ()


def test_more_figures_than_columns_tell_no_total() -> None:
    data, _ = make("text-one-by-one")
    text = data.decode()
    row = "2.重复申请\n2\n0\n0\n0\n0\n0\n2\n"
    assert row in text
    value = govreport.extract(text.replace(row, row + "4\n").encode()).value
    assert value["requests"]["total"]["outcomes"]["declined"]["repeated"] is None
