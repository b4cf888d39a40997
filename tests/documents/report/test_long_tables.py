"""Open data with a row for each figure: columns that tell who reports, numbers, units, and what might mislead."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

import govreport
from bench.data import reports
from bench.strangers import fourth
from bench.strangers.__main__ import counted
from bench.strangers.page import Row, page_of

(SOURCE,) = reports(1, 41, "2021")
MEMBERS = json.loads(SOURCE, parse_float=Decimal)
ORGAN, YEAR, ROW, COLUMN, FIGURE, UNIT, REMARK = 1, 2, 4, 5, 6, 7, 8
ALL = list(fourth.with_all_columns(page_of(SOURCE, titles=True)))


def changed(change: Callable[[Row], Row | None]) -> list[Row]:
    """Return the rows, the header left alone, changed or left out."""
    rows = [change(list(row)) for row in ALL[1:]]
    return [ALL[0], *(row for row in rows if row is not None)]


def with_text(at: int, text: Callable[[Row], str]) -> Callable[[Row], Row]:
    """Return what puts another text into a column."""
    return lambda row: [*row[:at], text(row), *row[at + 1 :]]


def read(rows: list[Row]) -> tuple[int, list[str]]:
    _, found, wrong = counted(fourth.as_csv(rows), MEMBERS)
    return found, wrong


def codes(rows: list[Row]) -> list[str]:
    return [finding.code for finding in govreport.extract(fourth.as_csv(rows)).problems]


@pytest.mark.parametrize("left", [(), (0,), (ORGAN,), (YEAR,), (3,), (UNIT,), (REMARK,), (0, 1, 2, 3, 7, 8), (0, YEAR)])
def test_columns_beside_the_figures_may_be_there_or_not(left: tuple[int, ...]) -> None:
    rows = [[text for x, text in enumerate(row) if x not in left] for row in ALL]
    assert read(rows) == (200, [])
    found = govreport.extract(fourth.as_csv(rows))
    assert found.value.get("organ", {}).get("name") == (None if ORGAN in left else "青石县水利局")
    assert found.value.get("year") == (None if YEAR in left else 2023)
    for pointer, column in (("/organ/name", ORGAN), ("/year", YEAR)):
        if column not in left:
            place = found.evidence[pointer]
            assert (place.line, place.column) == (2, column + 1 - sum(x < column for x in left))


def test_columns_may_stand_in_any_order() -> None:
    assert read([row[::-1] for row in ALL]) == (200, [])


def test_nothing_is_read_of_the_year_before_alone() -> None:
    assert read([[*ALL[0][:FIGURE], "上年数", *ALL[0][FIGURE + 1 :]], *ALL[1:]]) == (0, [])


def test_of_two_columns_of_figures_none_is_guessed() -> None:
    rows = [[*row[:FIGURE], "甲" if n == 0 else row[FIGURE], *row[FIGURE + 1 :]] for n, row in enumerate(ALL)]
    doubled = [[*row, "乙" if n == 0 else str(7 * n % 13)] for n, row in enumerate(rows)]
    assert read(doubled)[1] == []
    assert read(doubled)[0] == 0


def test_of_two_years_the_first_is_read_and_that_is_said() -> None:
    other = [with_text(YEAR, lambda row: "2022年")(with_text(FIGURE, lambda row: "7")(row)) for row in ALL[1:]]
    rows = [*ALL, *other]
    assert read(rows) == (200, [])
    assert "reports-several" in codes(rows)


def once(*columns: int) -> list[Row]:
    """Return the rows, what a column says of several of them written in the first alone."""
    rows = [list(row) for row in ALL]
    for above, row in zip(ALL[-2:0:-1], rows[:1:-1], strict=True):
        for x in columns:
            if row[x] == above[x]:
                row[x] = ""
    return rows


@pytest.mark.parametrize("columns", [(ORGAN,), (YEAR,), (ORGAN, YEAR), (3,), (ROW,), (0, ORGAN, YEAR, 3, ROW, UNIT)])
def test_what_several_rows_share_may_be_written_in_the_first(columns: tuple[int, ...]) -> None:
    rows = once(*columns)
    assert rows != ALL
    assert read(rows) == (200, [])
    assert read([row[::-1] for row in rows]) == (200, [])
    assert "reports-several" not in codes(rows)


@pytest.mark.parametrize("is_once", [False, True])
@pytest.mark.parametrize(("this", "other"), [("本年", "上年"), ("本期数", "上年同期数"), ("甲", "去年")])
def test_of_two_years_side_by_side_that_of_the_report_is_read(this: str, other: str, is_once: bool) -> None:
    rows = [[*ALL[0], "时期"], *([*row, "" if is_once and n else this] for n, row in enumerate(ALL[1:]))]
    for n, row in enumerate(ALL[1:]):
        rows.append([*with_text(FIGURE, lambda row: f"{row[FIGURE]}1")(row), "" if is_once and n else other])
    assert read(rows) == (200, [])
    assert read([rows[0], *rows[201:], *rows[1:201]]) == (200, [])


@pytest.mark.parametrize("remark", ["较上年增加", "比上年减少较多"])
def test_a_remark_about_the_year_before_says_nothing_of_the_rows_below(remark: str) -> None:
    rows = [[*row, remark if n == 60 else "" if n else "情况"] for n, row in enumerate(ALL)]
    assert read(rows)[0] >= 199
    assert read(rows)[1] == []


def test_a_figure_without_any_label_is_not_that_of_the_row_above() -> None:
    unnamed = ["", *ALL[60][1:3], "", "", "", "999", "", ""]
    assert read([*ALL[:61], unnamed, *ALL[61:]]) == (200, [])


def test_a_year_may_be_written_in_two_ways() -> None:
    rows = [with_text(YEAR, lambda row: "2023")(row) if n % 2 else row for n, row in enumerate(ALL)]
    assert read(rows) == (200, [])
    assert "reports-several" not in codes(rows)


def test_figures_of_two_sorts_for_one_cell_stay_open() -> None:
    rows = [[*ALL[0], "口径"]]
    for row in ALL[1:]:
        rows += [[*row, "全市"], [*with_text(FIGURE, lambda row: f"{row[FIGURE]}1")(row), "本级"]]
    assert read(rows) == (0, [])
    same = [[*row[:-1], "乙县" if n else "区县"] for n, row in enumerate(rows)]
    again = [[*with_text(FIGURE, lambda row: "3")(row), "甲县"] for row in ALL[1:]]
    assert read([*same[:1], *([*row, "乙县"] for row in ALL[1:]), *again]) == (0, [])
    assert "cell-printed-twice" not in codes(rows)


def test_two_figures_for_one_cell_leave_it_open() -> None:
    assert read([*ALL, with_text(FIGURE, lambda row: f"{row[FIGURE]}1")(ALL[30])]) == (199, [])


def test_rows_of_the_year_before_are_passed_over() -> None:
    rows = [*ALL, *changed(with_text(COLUMN, lambda row: "上年" + row[COLUMN]))[1:11]]
    assert read(rows) == (200, [])


def test_rows_that_the_form_has_not_are_told_once() -> None:
    strange = [with_text(ROW, lambda row: "行政赔偿")(row) for row in ALL[1:9]]
    rows = [*ALL, *strange]
    assert read(rows) == (200, [])
    assert codes(rows).count("row-unknown") == 1


def test_a_row_in_other_words_gives_no_figure() -> None:
    rows = changed(with_text(ROW, lambda row: row[ROW].replace("行政许可", "其他行政许可（不含行政许可）")))
    assert read(rows) == (199, [])


def test_the_unit_beside_an_amount_is_kept() -> None:
    rows = changed(with_text(UNIT, lambda row: row[UNIT].replace("万元", "元")))
    fees = govreport.extract(fourth.as_csv(rows)).value["proactive_disclosure"]["charges"]["administrative_fees"]
    assert fees["unit"] == "yuan"
    asked = govreport.extract(fourth.as_csv(ALL)).value["proactive_disclosure"]["charges"]["administrative_fees"]
    assert "unit" not in asked


def test_the_column_whose_name_says_so_holds_the_figures() -> None:
    assert read([[*row, "2022年" if n == 0 else "7"] for n, row in enumerate(ALL)]) == (200, [])


def test_a_header_may_come_again() -> None:
    assert read([*ALL[:80], *ALL[:1], *ALL[80:]]) == (200, [])


def test_a_list_most_of_whose_rows_the_form_has_not_is_none_of_it() -> None:
    strange = [with_text(ROW, lambda row: f"行政赔偿{row[0]}")(row) for row in ALL[1:]]
    assert read([*ALL, *strange])[1] == []
    assert "row-unknown" not in codes([*ALL[:1], *strange])


def test_a_field_too_few_moves_no_figure() -> None:
    rows = [row if n != 50 else row[1:] for n, row in enumerate(ALL)]
    assert read(rows)[1] == []
