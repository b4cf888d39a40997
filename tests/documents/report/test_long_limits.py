"""From how many rows, columns and figures on a table has a row for each figure, and what else may stand in it."""

import pytest

import govreport
from bench.strangers import fourth
from bench.strangers.page import Row
from govreport.documents.wording.cells import is_figure_or_mark

from .test_long_tables import ALL, COLUMN, FIGURE, ORGAN, ROW, YEAR, once, read, with_text

NUMBER = 0


def beside(rows: list[Row], header: str, text: str, count: int = 1) -> list[Row]:
    """Return rows with so many columns more."""
    return [[*row, *[header if n == 0 else text] * count] for n, row in enumerate(rows)]


def headed(rows: list[Row], headers: dict[int, str]) -> list[Row]:
    return [[headers.get(x, text) for x, text in enumerate(rows[0])], *rows[1:]]


def strange(count: int) -> list[Row]:
    """Return rows of which the form has none."""
    return [with_text(ROW, lambda row: "行政赔偿")(row) for row in ALL[1 : 1 + count]]


def with_outer(row: Row) -> Row:
    """Return a row with the outermost label once more, in a column before."""
    return [*row[:ROW], row[ROW].split("/")[0], *row[ROW:]]


@pytest.mark.parametrize(("rows", "found"), [(8, 0), (9, 8)])
def test_a_list_has_nine_rows(rows: int, found: int) -> None:
    assert read(ALL[:rows]) == (found, [])
    # A line that has one text alone is none of them.
    assert read([["2023年度数据", *[""] * 8], *ALL[:rows]]) == (found, [])


def test_a_row_may_have_a_label_and_a_figure_alone() -> None:
    rows = [[text for x, text in enumerate(row) if x in (ROW, COLUMN, FIGURE)] for row in once(ROW, COLUMN)]
    assert sum(sum(map(bool, row)) == 2 for row in rows) > 20
    assert read(rows) == (200, [])


@pytest.mark.parametrize(("width", "found"), [(60, 200), (61, 0)])
def test_a_list_has_at_most_sixty_columns(width: int, found: int) -> None:
    assert read(beside(ALL, "说明", "见网站", width - len(ALL[0]))) == (found, [])


@pytest.mark.parametrize(("figures", "found"), [(6, 200), (7, 0)])
def test_a_row_has_at_most_six_figures(figures: int, found: int) -> None:
    rows = beside(ALL, "编码", "7", figures - sum(map(is_figure_or_mark, filter(None, ALL[-1]))))
    assert read(rows) == (found, [])
    assert read([*rows, ["注：数据截至年底", *[""] * (len(rows[0]) - 1)]]) == (found, [])


def test_the_column_of_figures_is_the_one_that_numbers_no_rows_and_tells_no_years() -> None:
    plain = {FIGURE: "甲", NUMBER: "乙", YEAR: "丙"}
    assert read(headed([with_text(YEAR, lambda row: "2023")(row) for row in ALL], plain)) == (200, [])
    numbered = [with_text(NUMBER, lambda row: str(int(row[0]) * 2))(row) for row in ALL[1:]]
    assert read(headed([ALL[0], *numbered], {FIGURE: "甲", NUMBER: "编码"})) == (200, [])
    assert read(headed([ALL[0], *numbered], plain)) == (0, [])


def test_a_column_without_a_header_that_names_a_body_tells_who_reports() -> None:
    data = fourth.as_csv(headed(ALL, {ORGAN: ""}))
    assert govreport.extract(data).value["organ"]["name"] == "青石县水利局"


@pytest.mark.parametrize(("unknown", "found"), [(10, 90), (11, 0)])
def test_nine_rows_of_ten_lead_to_a_cell(unknown: int, found: int) -> None:
    assert read([*ALL[: 101 - unknown], *strange(unknown)]) == (found, [])


@pytest.mark.parametrize(("cells", "found"), [(10, 9), (9, 0)])
def test_one_cell_of_ten_may_have_two_figures(cells: int, found: int) -> None:
    other = with_text(FIGURE, lambda row: f"{row[FIGURE]}1")(ALL[3])
    assert read([*ALL[: cells + 1], other]) == (found, [])


@pytest.mark.parametrize(("known", "found"), [(49, 100), (50, 0)])
def test_a_column_of_labels_half_of_which_the_form_has_is_one_of_them(known: int, found: int) -> None:
    rows = [with_outer(row) if n > 100 - known else [*row[:ROW], "合并", *row[ROW:]] for n, row in enumerate(ALL[:101])]
    assert read(rows) == (found, [])


def test_a_label_may_be_said_once_more_before_what_it_is_around() -> None:
    found, wrong = read(list(map(with_outer, ALL)))
    assert wrong == []
    assert found >= 199


@pytest.mark.parametrize(("text", "found"), [("上一年同期数", 200), ("上一年度同期数", 0)])
def test_what_a_year_is_called_is_short(text: str, found: int) -> None:
    rows = [*beside(ALL, "时期", "本年"), *([*with_text(FIGURE, lambda row: "7")(row), text] for row in ALL[1:])]
    assert read(rows) == (found, [])


def test_a_label_of_the_form_that_names_the_year_before_is_no_other_year() -> None:
    rows = [
        with_text(ROW, lambda row: row[ROW].replace("上年结转政府信息公开申请数量", "上年结转"))(row) for row in ALL
    ]
    assert read(rows) == (200, [])


def test_beside_rows_that_the_form_has_not_a_missing_row_may_be_there() -> None:
    def severities(rows: list[Row]) -> set[str]:
        findings = govreport.check(fourth.as_csv(rows)).findings
        return {finding.severity for finding in findings if finding.code == "row-missing"}

    without = [ALL[0], *ALL[4:]]
    assert severities(without) == {"error"}
    assert severities([*without, *strange(8)]) == {"warning"}
