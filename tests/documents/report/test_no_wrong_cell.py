"""Rows and columns that the form has not, in every shape: no figure of theirs becomes a cell of the form."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

import govreport
from tests.corpus.changes import CHANGES
from tests.corpus.changes.kinds import Change, Touches
from tests.corpus.documents import Document, make
from tests.corpus.measuring import as_file, measure
from tests.corpus.report import ExtraRow, Grid, Report
from tests.corpus.shapes import SHAPES, text
from tests.corpus.shapes.kinds import Shape
from tests.documents.variations.source import CHECKOUT, OUTCOMES

CASES: Path = CHECKOUT / "tests" / "data" / "cases" / "reading"
IN_SHAPES = ("text-barred", "text-cell-a-line", "text-raw", "text-tabbed-ragged", "html-word-export", "docx-plain")
SEVEN = ["3", "1", "0", "0", "0", "2", "6"]
NORMATIVE = {"2019": "规范性文件", "2021": "行政规范性文件"}


def document(shape: str, apply: Callable[[Report, random.Random], None], layout: str = "2021") -> Document:
    return make(SHAPES[shape], Change("attack", apply, Touches.LABELS, (layout,)), 0, 5)


def codes(made: Document) -> list[str]:
    return [problem.code for problem in as_file(made, govreport.extract).problems]


def unprint(report: Report, part: str) -> None:
    for pointer in report.drawn.values:
        if part in pointer:
            report.drawn.values[pointer] = None


@pytest.mark.parametrize("layout", ["2019", "2021"])
@pytest.mark.parametrize("shape", IN_SHAPES)
@pytest.mark.parametrize(
    "label", ["其他文件（不含行政规范性文件）", "党委规范性文件", "规范性文件（不含行政规范性文件）"]
)
def test_a_row_of_other_documents_is_quoted_and_the_true_one_is_missed(label: str, shape: str, layout: str) -> None:
    def apply(report: Report, choose: random.Random) -> None:
        report.extra_rows.append(ExtraRow(NORMATIVE[layout], [label], ["5", "0", "9"], instead=True))
        unprint(report, "/normative_documents/")

    made = document(shape, apply, layout)
    assert measure(made).wrong == ()
    assert "row-unknown" in codes(made)
    assert "row-missing" in codes(made)


@pytest.mark.parametrize("shape", IN_SHAPES)
@pytest.mark.parametrize("label", ["9.其他", "小计", "2.重复申请", "其中：属于国家秘密"])
def test_a_row_among_the_reasons_takes_the_place_of_none(label: str, shape: str) -> None:
    def apply(report: Report, choose: random.Random) -> None:
        report.extra_rows.append(ExtraRow("8.属于行政查询事项", [OUTCOMES, "（三）不予公开", label], SEVEN))

    made = document(shape, apply)
    assert measure(made).wrong == ()


@pytest.mark.parametrize("shape", IN_SHAPES)
@pytest.mark.parametrize("label", ["上年制发件数", "累计制发件数", "本年废止件数"])
def test_a_column_under_another_label_is_left_open(label: str, shape: str) -> None:
    def apply(report: Report, choose: random.Random) -> None:
        report.labels["本年制发件数"] = label
        unprint(report, "/issued")
        if label == "本年废止件数":
            unprint(report, "/repealed")

    made = document(shape, apply)
    assert measure(made).wrong == ()
    assert "column-unknown" in codes(made)


@pytest.mark.parametrize("shape", IN_SHAPES)
def test_a_row_without_a_legible_label_is_told_by_the_sums_of_its_columns(shape: str) -> None:
    def lost(report: Report, choose: random.Random) -> None:
        report.labels["3.危及“三安全一稳定”"] = "口口口口"

    made = document(shape, lost)
    reading = measure(made)
    assert (reading.wrong, reading.cells - reading.read) == ((), 0)

    def lost_and_wrong(report: Report, choose: random.Random) -> None:
        lost(report, choose)
        pointer = "/requests/total/outcomes/denied/security_and_stability"
        report.set(pointer, report.figure(pointer) + 1)

    made = document(shape, lost_and_wrong)
    reading = measure(made)
    assert (reading.wrong, reading.cells - reading.read) == ((), 7)


@pytest.mark.parametrize("shape", ["html-word-export", "docx-plain", "xlsx-sheet"])
def test_a_row_that_is_not_printed_is_an_error_where_the_grid_is_kept(shape: str) -> None:
    made = make(SHAPES[shape], _missing(), 0, 5)
    found = as_file(made, govreport.check).findings
    assert [f.severity.value for f in found if f.code == "row-missing"] == ["error"]


def test_a_row_that_is_not_printed_is_a_warning_in_text() -> None:
    found = as_file(make(SHAPES["text-barred"], _missing(), 0, 5), govreport.check).findings
    assert [f.severity.value for f in found if f.code == "row-missing"] == ["warning"]


def _missing() -> Change:
    return CHANGES["row-missing"]


def test_a_table_that_is_printed_and_was_not_read_is_not_called_empty() -> None:
    made = document("text-columnwise", lambda report, choose: None)
    found = [f.code for f in as_file(made, govreport.check).findings]
    assert "table-unread" in found
    assert "table-empty" not in found


@pytest.mark.parametrize("name", ["extra-row.txt", "extra-row-beside-the-true-one.html"])
def test_the_cases_of_extra_rows(name: str) -> None:
    extraction = govreport.extract(CASES / name)
    rows = extraction.value["proactive_disclosure"]["documents"]["normative_documents"]
    true = {"issued": 77, "repealed": 132, "in_force": 470}
    assert rows == (true if "beside" in name else dict.fromkeys(true))
    assert [problem.parameters["printed"] for problem in extraction.problems if problem.code == "row-unknown"] == [
        "5 0 9"
    ]


def reordered(grid: Grid) -> Grid:
    """Return a table whose first two columns of figures, label and all, stand in each other's place."""
    rows = [list(row) for row in grid.rows]
    if grid.name == "two":
        for row in rows[1:4]:
            row[1], row[2] = row[2], row[1]
    elif grid.name == "three":
        rows[2][0], rows[2][1] = rows[2][1], rows[2][0]
        for row in rows[3:]:
            row[-6], row[-5] = row[-5], row[-6]
    else:
        for at, start in ((1, 0), (2, 0), (2, 5), (3, 0), (3, 5), (3, 10)):
            rows[at][start], rows[at][start + 1] = rows[at][start + 1], rows[at][start]
    return Grid(grid.name, rows, grid.head)


def with_total_first(grid: Grid) -> Grid:
    rows = [list(row) for row in grid.rows]
    if grid.name == "three":
        rows[1] = [rows[1][2], rows[1][0], rows[1][1]]
        for row in rows[3:]:
            row[-7:] = [row[-1], *row[-7:-1]]
    return Grid(grid.name, rows, grid.head)


@pytest.mark.parametrize("change", [reordered, with_total_first])
@pytest.mark.parametrize("draw", [text.cell_a_line, text.barred, text.raw, text.spaced, text.tabbed_ragged])
def test_columns_in_another_order_are_not_counted_off(
    draw: Callable[[Grid], list[str]], change: Callable[[Grid], Grid]
) -> None:
    shape = Shape(
        name="other", write=lambda report, _: text.written(report, lambda g: draw(change(g))).encode(), suffix="txt"
    )
    assert measure(make(shape, CHANGES["large-figures"], 1, 8)).wrong == ()


def test_a_label_whose_words_are_all_in_brackets_is_not_lost() -> None:
    made = make(SHAPES["text-barred"], CHANGES["clean"], 1, 777)
    text = made.data.decode()
    assert "行政规范性文件 |" in text
    broken = text.replace("行政规范性文件 |", "其他文件（不含\n行政规范性文件） |")
    documents = govreport.extract(broken.encode()).value["proactive_disclosure"]["documents"]
    assert set(documents["normative_documents"].values()) == {None}
