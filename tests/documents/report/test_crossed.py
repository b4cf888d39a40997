"""Figures told by labels beside and above them, some left out or joined: each stands in its cell, or in none."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

import govreport
from bench.data import reports
from bench.strangers import fourth, web
from bench.strangers.__main__ import counted
from bench.strangers.page import Grid, page_of, turned
from govreport.documents.report.named.vocabulary import vocabulary
from govreport.documents.report.tables.form import load_form
from govreport.documents.report.tables.joined_labels import joined_column

(SOURCE,) = reports(1, 31, "2021")
MEMBERS = json.loads(SOURCE, parse_float=Decimal)
A_COLUMN = 25


def read(change: Callable[[Grid], list[object]], table: int) -> tuple[int, list[str], bytes]:
    """Return how many cells were read of a page in which another table stands in place of one, which wrongly, it."""
    page = fourth.replaced(page_of(SOURCE, titles=True), change, table)
    data = web.page(page, fourth.plain_table)
    _, found, wrong = counted(data, MEMBERS)
    return found, wrong, data


def ways(change: Callable[[Grid], Grid]) -> tuple[int, list[str]]:
    """Return what is read of a page whose table four has a row for each way, changed."""
    found, wrong, _ = read(lambda grid: [("table", change(fourth.by_way(grid)))], 2)
    return found, wrong


def test_a_row_for_each_way_of_review_is_read() -> None:
    assert ways(lambda grid: grid) == (200, [])
    assert ways(turned) == (200, [])


def test_columns_and_rows_in_another_order_are_told_by_their_labels() -> None:
    assert ways(lambda grid: [[row[0], *reversed(row[1:])] for row in grid]) == (200, [])
    assert ways(lambda grid: [grid[0], *reversed(grid[1:])]) == (200, [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("行政复议", "行政赔偿"),
        ("行政复议", "上年行政复议"),
        ("行政复议", "行政复议（上年）"),
        ("行政复议", "行政复议（不含上级机关的）"),
        ("行政复议", ""),
        ("未经复议直接起诉", "行政诉讼"),
    ],
)
def test_a_row_in_other_words_is_not_read(old: str, new: str) -> None:
    found, wrong = ways(lambda grid: [[new if text == old else text for text in row] for row in grid])
    assert wrong == []
    assert found < 200


@pytest.mark.parametrize("new", ["结果撤销", "上年结果维持", "结果纠正", ""])
def test_a_column_in_other_words_is_not_read(new: str) -> None:
    found, wrong = ways(lambda grid: [[new if text == "结果维持" else text for text in row] for row in grid])
    assert wrong == []
    assert found < 200


def test_two_rows_of_one_name_with_other_figures_are_read_nowhere() -> None:
    found, wrong = ways(lambda grid: [*grid, ["行政复议", *("7" for _ in grid[0][1:])]])
    assert (found, wrong) == (185, [])


@pytest.mark.parametrize("label", ["总计", "行政诉讼", "合计"])
def test_a_row_of_sums_that_the_form_has_not_takes_the_place_of_none(label: str) -> None:
    assert ways(lambda grid: [*grid, [label, *("9" for _ in grid[0][1:])]]) == (200, [])


def test_a_column_that_comes_twice_with_other_figures_is_read_nowhere() -> None:
    found, wrong = ways(lambda grid: [[*row, row[1] if n == 0 else "7"] for n, row in enumerate(grid)])
    assert (found, wrong) == (185, [])


def test_a_column_of_changes_is_passed_over() -> None:
    assert ways(lambda grid: [[*row, "同比" if n == 0 else "7"] for n, row in enumerate(grid)]) == (200, [])


def test_a_blank_row_is_no_caption_of_the_row_below_it() -> None:
    def unnamed(grid: Grid) -> list[object]:
        head, *rows = fourth.one_head(grid, "{}：{}")
        blank = [["（一）予以公开", *("" for _ in head[1:])], ["", *rows[3][1:]]]
        return [("table", [head, *rows[:2], *blank, *rows[4:]])]

    found, wrong, _ = read(unnamed, 1)
    assert wrong == []
    assert found < 200


@pytest.mark.parametrize("layout", ["2019", "2021"])
def test_table_two_in_one_row_is_read(layout: str) -> None:
    (source,) = reports(1, 32, layout)
    page = fourth.replaced(page_of(source, titles=True), lambda grid: [("table", fourth.lying(grid))], 0)
    cells, found, wrong = counted(web.page(page, fourth.plain_table), json.loads(source, parse_float=Decimal))
    assert (found, wrong) == (cells, [])


def test_a_unit_above_a_figure_is_kept() -> None:
    _, _, data = read(lambda grid: [("table", fourth.lying(grid))], 0)
    told = govreport.extract(data.replace("（单位：万元）".encode(), "（单位：元）".encode())).value
    assert told["proactive_disclosure"]["charges"]["administrative_fees"]["unit"] == "yuan"


@pytest.mark.parametrize("join", ["{1}", "{}：{}"])
def test_a_table_with_a_column_for_each_row_is_not_read_as_it_stands(join: str) -> None:
    # 其他 and 总计 name a row and a column.
    found, wrong, _ = read(lambda grid: [("table", turned(fourth.one_head(grid, join)))], 1)
    assert (found, wrong) == (200, [])


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("法人或其他组织：商业企业", 1),
        ("法人／商业企业", 1),
        ("法人或其他组织（商业企业）", 1),
        ("商业企业（法人或其他组织）", 1),
        ("法人和其他组织·科研机构", 2),
        ("其中：社会公益组织", 3),
        ("法人或其他组织—其他", 5),
        ("上年-商业企业", None),
        ("商业企业（上年）", None),
        ("法人或其他组织-总计", None),
        ("组织-其他", None),
        ("其他", None),
        ("总计", None),
    ],
)
def test_a_column_is_named_together_with_its_group(text: str, column: int | None) -> None:
    block = next(block for block in load_form("2021").blocks if block.pointer == "/requests")
    assert joined_column(block, text) == column


@pytest.mark.parametrize("change", ["法人或其他组织：企业", "上年：商业企业", "商业企业（上年）"])
def test_a_column_in_other_words_is_told_and_the_corner_is_not(change: str) -> None:
    def renamed(grid: Grid) -> list[object]:
        head, *rows = fourth.one_head(grid, "{}：{}")
        return [("table", [[change if "商业企业" in text else text for text in head], *rows])]

    found, wrong, data = read(renamed, 1)
    assert (found, wrong) == (200 - A_COLUMN, [])
    told = govreport.check(data).findings
    assert [f.parameters["label"] for f in told if f.code == "column-unknown"] == [change]


def test_figures_that_were_not_placed_are_no_blanks() -> None:
    def renamed(grid: Grid) -> list[object]:
        head, *rows = fourth.one_head(grid, "上年{}：{}")
        return [("table", [head, *rows])]

    _, _, data = read(renamed, 1)
    codes = [(f.code, f.pointer) for f in govreport.check(data).findings]
    assert "column-unknown" in [code for code, _ in codes]
    assert ("table-blanks", "/requests") not in codes


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("（二）行政诉讼（未经复议直接起诉）", ("行政诉讼", "未经复议直接起诉")),
        ("行政诉讼案件（复议后起诉）", ("行政诉讼", "复议后起诉")),
        ("表6　行政复议情况统计表", ("行政复议",)),
        ("行政复议（件）", ("行政复议",)),
        ("件数", ()),
        ("行政复议（上年）", None),
        ("行政复议（不含撤回的）", None),
        ("其他情况", None),
    ],
)
def test_a_text_may_join_labels(text: str, path: tuple[str, ...] | None) -> None:
    assert vocabulary(load_form("2021"), ["/disputes", "/requests"]).path(text) == path


@pytest.mark.parametrize(
    "row",
    [
        ["第二十条第（一）项", "本年制发件数", "5"],
        ["第二十条第（一）项/本年制发件数", "5", "件"],
        ["第二十条第（一）项 | 本年制发件数", "5", "件"],
        ["5", "件", "本年制发件数（第二十条第（一）项）"],
    ],
)
def test_labels_before_figures_are_no_figures(row: list[str]) -> None:
    # A listing has three boxes behind 规章, as table two has columns.
    _, _, data = read(lambda grid: [("table", [["规章", *row]])], 0)
    value = govreport.extract(data).value["proactive_disclosure"]["documents"]["government_rules"]
    assert value["repealed"] is value["in_force"] is None


@pytest.mark.parametrize("label", ["规章（上年）", "规章（较上年增减）"])
def test_a_row_of_another_year_in_brackets_is_none_of_the_form(label: str) -> None:
    assert load_form("2021").row(label) is None
    assert load_form("2021").row(label.split("（", maxsplit=1)[0]) is not None


def test_captions_below_tables_begin_no_section() -> None:
    page = fourth.captions_below(page_of(SOURCE, titles=True))
    data = web.page(page, web.spanned)
    assert counted(data, MEMBERS) == (200, 200, [])
    assert not [f for f in govreport.check(data).findings if f.code.startswith(("table-", "heading-"))]


@pytest.mark.parametrize(
    "figures", ["<td colspan=2>4</td>" + "<td>1</td>" * 5, "<td>4</td><td colspan=3>0</td>" + "<td>1</td>" * 3]
)
def test_boxes_that_reach_over_columns_are_not_counted_as_one(figures: str) -> None:
    blanks = "<td></td><td></td>"
    head = "".join(f"<td>{text}</td>" for text in ("项目", *"甲乙丙丁戊己庚"))
    row = f"<tr><td>一、本年新收政府信息公开申请数量</td>{figures}{blanks}</tr>"
    table = f"<table><tr>{head}{blanks}</tr>{row}</table>"
    page = page_of(SOURCE, titles=True)
    data = web.page(page, lambda grid: table if "自然人" in str(grid) else web.spanned(grid))
    value = govreport.extract(data).value["requests"]
    assert value["natural_person"]["received"] is None
    assert value["organizations"]["other"]["received"] is None


def test_the_rows_of_a_table_that_was_not_read_are_told_once() -> None:
    def renamed(grid: Grid) -> list[object]:
        head, *rows = fourth.by_way(grid)
        return [("table", [head, *([f"其他案件{n}", *row[1:]] for n, row in enumerate(rows))])]

    found, wrong, data = read(renamed, 2)
    assert (found, wrong) == (185, [])
    told = [f for f in govreport.check(data).findings if f.pointer == "/disputes"]
    assert [f.code for f in told] == ["row-unknown", "table-unread"]
    assert all(f"其他案件{n}" in told[0].parameters["label"] for n in range(3))
