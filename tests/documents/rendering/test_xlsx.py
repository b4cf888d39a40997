"""The workbook: numbers that are numbers to the digit, texts that are texts, totals that add up."""

import io
import re
import warnings
import zipfile
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from govreport.documents.extraction import extract
from govreport.documents.rendering.render import render
from govreport.documents.text import GOES_ON
from govreport.model.registry import Report

from .samples import FORMULA_LIKE, SAMPLES, blank, report, sample, with_amount, with_undivided

# Two Chinese blanks, as paragraphs begin in print.
INDENT = "\u3000\u3000"


def book(given: Report, **options: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(render(given, "xlsx", **options)))


def sheet_xml(given: Report, number: int) -> str:
    with zipfile.ZipFile(io.BytesIO(render(given, "xlsx"))) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def cells(given: Report, sheet: int, **options: Any) -> dict[str, Any]:
    return {cell.coordinate: cell for row in book(given, **options).worksheets[sheet].iter_rows() for cell in row}


def test_there_is_a_sheet_for_the_text_and_one_for_each_table() -> None:
    assert book(sample("clean")).sheetnames == [
        "政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]


@pytest.mark.parametrize(
    "amount", ["52.29", "59237.2449", "9.95", "0.1", "0.000001", "123456789.123456", "7545", "52.50", "999999999999"]
)
def test_amounts_are_numbers_with_just_their_digits(amount: str) -> None:
    assert f"<v>{amount}</v>" in sheet_xml(with_amount(amount), 2)


def test_an_amount_that_a_spreadsheet_would_round_is_written_as_text() -> None:
    given = with_amount("99999999999.123456")
    assert "99999999999.123456" not in re.findall(r"<v>([^<]*)</v>", sheet_xml(given, 2))
    assert cells(given, 1)["B15"].value == "99999999999.123456"


def test_a_unit_and_the_number_of_a_note_are_shown_beside_a_number() -> None:
    cell = cells(sample("amount-in-yuan"), 1)["B15"]
    assert (cell.value, cell.number_format) == (251000, '0"元"')
    noted = cells(sample("noted"), 1)["B4"]
    assert noted.number_format.endswith('"注2"')


@pytest.mark.parametrize("name", SAMPLES)
def test_no_cell_is_a_formula_unless_formulas_are_asked_for(name: str) -> None:
    for sheet in book(sample(name), findings=True).worksheets:
        assert not [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_texts_stay_texts_whatever_they_begin_with() -> None:
    values = {cell.value for cell in cells(sample("hostile"), 0).values()}
    assert {f"{INDENT}{text}" for text in FORMULA_LIKE} <= values


def test_paragraphs_and_notes_are_indented_and_titles_are_not() -> None:
    found = [cell for cell in cells(sample("noted"), 0).values() if cell.value]
    indented = {cell.value.startswith(INDENT) for cell in found if cell.font.name == "FangSong"}
    assert indented == {True}
    assert not any(cell.value.startswith(INDENT) for cell in found if cell.font.name == "SimHei")
    below = [cell.value for cell in cells(sample("noted"), 2).values() if "第2个说明" in str(cell.value)]
    assert [value.startswith(f"{INDENT}注") for value in below] == [True]


def sums(given: Report, sheet: int) -> dict[str, str]:
    found = cells(given, sheet, formulas=True).items()
    return {place: cell.value for place, cell in found if str(cell.value).startswith("=IF(COUNT(")}


def test_formulas_stand_in_the_totals_that_the_rules_sum_up() -> None:
    found = sums(sample("clean"), 2)
    assert found["D28"] == '=IF(COUNT(D7:D27)=0,"",SUM(D7:D27))'
    assert found["J5"] == '=IF(COUNT(D5:I5)=0,"",SUM(D5:I5))'
    # Seven columns have a total, and the column 总计 one in each of 25 rows; they share a cell.
    assert len(found) == 7 + 25 - 1
    disputes = list(sums(sample("clean"), 3).values())
    assert disputes == [f'=IF(COUNT({run})=0,"",SUM({run}))' for run in ("A5:D5", "F5:I5", "K5:N5")]


def test_a_wrong_total_keeps_its_figure() -> None:
    found = cells(sample("disputes-2023"), 3, formulas=True)
    assert [found[place].value for place in ("E5", "O5")] == [0, 0]
    assert found["J5"].data_type == "f"


def test_a_blank_form_has_all_its_formulas_and_shows_no_zeros() -> None:
    data = render(blank(), "xlsx", formulas=True)
    shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[2]
    assert shown["D28"].value is None or shown["D28"].value == ""
    assert cells(blank(), 2, formulas=True)["D28"].data_type == "f"


def test_a_total_that_is_printed_as_a_mark_stays_a_mark() -> None:
    cell = "/disputes/litigation/direct"
    blanks = {f"{cell}/{name}": None for name in ("upheld", "corrected", "other", "pending", "total")}
    given = report({**blanks, "/marks": [{"pointer": f"{cell}/total", "mark": "slash"}]})
    assert cells(given, 3, formulas=True)["J5"].value == "/"


def test_a_merged_figure_is_added_once_or_not_at_all() -> None:
    column = "/requests/natural_person/outcomes"
    given = with_undivided(f"{column}/denied", value=0)
    found = sums(given, 2)
    assert found["D28"] == '=IF(COUNT(D7:D9,D17:D27)=0,"",SUM(D7:D9,D17:D27))'
    # The row of one reason cannot be added up: one of its figures stands for eight rows.
    assert "J9" not in found


def test_formulas_give_the_figures_that_were_there() -> None:
    given = sample("huaian-2024")
    data = render(given, "xlsx", formulas=True)
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[2]
    formulas = sums(given, 2)
    for place, formula in formulas.items():
        run = re.search(r"SUM\((\w+):(\w+)\)", formula)
        assert run
        added = sum(Decimal(str(c.value)) for line in values[f"{run[1]}:{run[2]}"] for c in line)
        assert values[place].value == added
    assert len(formulas) == 31


@pytest.mark.parametrize("sheet", [1, 2, 3])
def test_tables_print_on_one_page_in_width(sheet: int) -> None:
    found = book(sample("clean")).worksheets[sheet]
    assert found.page_setup.paperSize == 9
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert (found.page_setup.fitToWidth or 1, found.page_setup.fitToHeight) == (1, 0)
    assert found.freeze_panes == {1: "B2", 2: "D5", 3: "A5"}[sheet]


@pytest.mark.parametrize("text", ["公" * 60_000, "word " * 9_000 + "end", "公开 " * 3_000 + "。", "x" * 40_000])
def test_a_paragraph_longer_than_a_row_goes_on_in_the_next_and_is_read_as_one(text: str) -> None:
    note = {"pointer": "/requests/total", "text": text[:4_000].strip()}
    given = report({"/overview": text, "/notes": [note]})
    sheet = book(given).worksheets[0]
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.value and cell.font.name == "FangSong"]
    pieces = [value for value in values if value.startswith(GOES_ON)]
    assert len(pieces) > 9
    assert max(row.height for row in sheet.row_dimensions.values() if row.height) <= 409
    read = extract(render(given, "xlsx")).report
    assert read is not None
    assert read.overview == text
    assert [found.text for found in read.notes] == [note["text"]]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(sample("noted"), "xlsx") == render(sample("noted"), "xlsx")
