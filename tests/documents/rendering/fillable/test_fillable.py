"""The workbook to fill in: what a cell takes, what is locked, what is said about it, and that none of it is read."""

import io
import warnings
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.cell import range_boundaries

import govreport
from govreport.cli.blank import blank_report
from govreport.documents.extraction import extract
from govreport.documents.rendering.render import render
from govreport.documents.rendering.report.printable import printable
from govreport.form.layout import load_layout
from govreport.model.codec import structure
from govreport.model.registry import Report
from govreport.resources import layouts

from ..differing import differences
from ..samples import SAMPLES, sample

ORGAN = {"name": "某县财政局", "kind": "department", "level": "county"}


def new(layout: str, **organ: str) -> Report:
    made: Report = structure(blank_report(layout, {"2019": 2020}.get(layout, 2025), ORGAN | organ))
    return made


def book(given: Report, language: str = "zh", *, values: bool = False) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = render(given, "xlsx", formulas=True, language=language)
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def saved(book: Any) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def printed_cells(sheet: Any) -> Iterator[Any]:
    """Yield the cells of a sheet that are printed, those of merged ranges once."""
    left, top, right, bottom = area(sheet.print_area)
    for row in sheet.iter_rows(top, bottom, left, right):
        yield from (cell for cell in row if type(cell).__name__ != "MergedCell")


def validations(sheet: Any) -> dict[str, Any]:
    """Return the validation of each cell that has one."""
    return {
        cell.coordinate: validation
        for validation in sheet.data_validations.dataValidation
        for area in validation.sqref.ranges
        for row in sheet[area.coord if ":" in area.coord else f"{area.coord}:{area.coord}"]
        for cell in row
    }


@pytest.mark.parametrize("layout", layouts())
def test_every_cell_of_the_form_is_either_calculated_and_locked_or_open_to_figures_only(layout: str) -> None:
    found = {"count": 0, "change": 0, "amount": 0, "calculated": 0}
    form = load_layout(layout)
    for sheet in book(new(layout)).worksheets[1:]:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        allowed = validations(sheet)
        for cell in printed_cells(sheet):
            if cell.coordinate in allowed:
                rule = allowed[cell.coordinate]
                assert not cell.protection.locked
                assert rule.type in ("decimal", "whole")
                assert int(rule.formula2) == 10**12 - 1
                assert "请填" in rule.error
                kind = "amount" if rule.type == "decimal" else "count" if rule.formula1 == "0" else "change"
                assert int(rule.formula1) == (1 - 10**12 if kind == "change" else 0)
                found[kind] += 1
            else:
                assert cell.protection.locked
                found["calculated"] += cell.data_type == "f"
    kinds = [cell.kind for cell in form.cells.values()]
    assert found["change"] == kinds.count("change")
    assert found["amount"] == kinds.count("amount")
    assert found["count"] + found["calculated"] == kinds.count("count")
    # The totals of the three kinds of disputes, of seven columns, and of as many rows as 总计 has.
    assert found["calculated"] == 3 + 7 + len([c for c in form.cells if c.startswith("/requests/total/")]) - 1


def test_an_amount_is_asked_for_in_ten_thousand_yuan_and_a_mark_only_where_it_is_right() -> None:
    (sheet,) = [s for s in book(new("2021")).worksheets if s.title.startswith("二")]
    rules = validations(sheet)
    assert "万元" in rules["B15"].error
    assert {place for place, rule in rules.items() if rule.errorStyle == "warning"} == {"B4", "C4", "D4"}
    assert "“—、不适用、/”" in rules["B4"].error
    province = book(new("2021", name="某省人民政府", kind="government", level="province"))
    assert all(rule.errorStyle in (None, "stop") for rule in validations(province.worksheets[1]).values())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("layout", layouts())
def test_the_definitions_of_the_schema_are_notes_on_the_labels(layout: str, language: str) -> None:
    notes = {
        cell.comment.text
        for sheet in book(new(layout), language).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    tables = load_layout(layout).tables
    leaves = {
        node.definition[language] for table in tables for node in table.walk() if node.is_cell and node.definition
    }
    assert leaves <= notes


# A guide is said in a language whatever the report says: each report is printed in one, in turn, some in both.
@pytest.mark.parametrize(
    ("name", "language"),
    [*zip(SAMPLES, cycle(("zh", "en")), strict=False), *(("disputes-2023", "en"), ("noted", "zh"), ("blank", "zh"))],
)
def test_nothing_of_the_guides_is_read_as_part_of_the_report(name: str, language: str) -> None:
    given = sample(name)
    read = extract(render(given, "xlsx", formulas=True, language=language))
    assert read.report is not None
    assert list(differences(printable(read.report), printable(given))) == []
    assert [f.code for f in read.problems] == [f.code for f in extract(render(given, "xlsx")).problems]


@pytest.mark.parametrize("layout", layouts())
def test_a_new_workbook_is_the_blank_report(layout: str) -> None:
    read = extract(render(new(layout), "xlsx", formulas=True))
    assert read.report is not None
    assert read.problems == ()
    assert {mark.mark for mark in read.report.marks} == {"blank"}
    assert len(read.report.marks) == len(load_layout(layout).cells)


def area(address: str) -> tuple[int, int, int, int]:
    """Return the first column and row and the last ones of a range, as `'sheet'!$A$1:$B$2`."""
    bounds: tuple[int, int, int, int] = range_boundaries(address.rpartition("!")[2].replace("$", ""))
    return bounds


def test_guides_lie_outside_of_what_is_printed() -> None:
    for sheet in book(new("2021")).worksheets:
        _, _, right, bottom = area(sheet.print_area)
        names = sheet.defined_names.items()
        guides = [area(named.attr_text) for name, named in names if name.startswith("govreport_guide_")]
        assert guides
        assert all(left > right or top > bottom for left, top, _, _ in guides)
        filled = [cell for row in sheet.iter_rows() for cell in row if cell.value]
        outside = [cell for cell in filled if cell.column > right or cell.row > bottom]
        assert outside
        assert all(any(a[0] <= c.column <= a[2] and a[1] <= c.row <= a[3] for a in guides) for c in outside)


def test_what_is_typed_into_a_workbook_is_read_though_no_spreadsheet_worked_it_out() -> None:
    filled = book(new("2021"))
    requests = filled.worksheets[2]
    requests["D7"], requests["E7"], requests["D8"] = 3, "４", "/"
    read = extract(saved(filled)).report
    assert read is not None
    own = read.requests.natural_person
    assert (own.outcomes.granted, own.outcomes.total) == (3, 3)
    assert read.requests.organizations.commercial_enterprise.outcomes.granted == 4
    # A text is no addend, in no spreadsheet.
    assert read.requests.total.outcomes.granted == 3
    assert [m.mark for m in read.marks if m.pointer == "/requests/natural_person/outcomes/partially_granted"] == [
        "slash"
    ]
    codes = [(f.code, f.pointer) for f in govreport.validate(read).findings if f.code == "requests-columns"]
    assert ("requests-columns", "/requests/total/outcomes/granted") in codes


def test_a_text_below_the_rows_for_it_is_read() -> None:
    filled = book(sample("clean"))
    filled.worksheets[0]["A40"] = "　　还有一段。"
    read = extract(saved(filled)).report
    assert read is not None
    assert read.other_matters.endswith("还有一段。")


def test_the_first_sheet_says_how_far_the_others_are_filled_in() -> None:
    given = book(sample("clean"), values=True)
    said = [given.worksheets[0].cell(row, 3).value for row in (2, 3, 4)]
    assert [text.partition("：")[2] for text in said] == ["已填 10/10 格", "已填 175/175 格", "已填 15/15 格"]
    wrong = book(sample("disputes-2023"), values=True)
    assert wrong.worksheets[0]["C4"].value.endswith("已填 15/15 格，2 处不平")
    assert [wrong.worksheets[3][place].value for place in ("E6", "J6", "O6")] == ["相差 11", None, "相差 5"]


def test_it_speaks_english() -> None:
    wrong = book(sample("disputes-2023"), "en", values=True)
    assert wrong.worksheets[0]["C4"].value.endswith("cells filled: 15 of 15, sums off: 2")
    assert wrong.worksheets[3]["E6"].value == "off by 11"
