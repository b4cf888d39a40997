"""Sums that no spreadsheet has worked out: added up when a workbook is read, where they are plain sums."""

from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from govreport.documents.limits import Limits
from govreport.documents.readers.xlsx_sums import Sums


def shown(cells: dict[str, Any], place: str, limits: Limits | None = None) -> Decimal | str:
    """Return what a cell shows in a sheet that no spreadsheet has opened."""
    values, formulas = openpyxl.Workbook().active, openpyxl.Workbook().active
    for name, value in cells.items():
        formulas[name] = value
        if not str(value).startswith("="):
            values[name] = value
    cell = formulas[place]
    return Sums(values, formulas, limits or Limits()).shown(cell.row, cell.column)


BLANK_OR_SUM = '=IF(COUNT(A1:A3)=0,"",SUM(A1:A3))'


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"B1": "=SUM(A1:A3)", "A1": 1, "A3": 2.5}, Decimal("3.5")),
        ({"B1": "=sum( $A$1, A3 )", "A1": 1, "A2": 100, "A3": 2}, 3),
        ({"B1": "=SUM(A1:A3)"}, 0),
        ({"B1": BLANK_OR_SUM}, ""),
        ({"B1": BLANK_OR_SUM, "A2": "/"}, ""),
        ({"B1": BLANK_OR_SUM, "A2": 0}, 0),
        ({"B1": BLANK_OR_SUM, "A1": "=SUM(C1:C2)", "C1": 4, "C2": 5, "A3": 1}, 10),
        ({"B1": BLANK_OR_SUM, "A1": '=IF(COUNT(C1:C2)=0,"",SUM(C1:C2))'}, ""),
        ({"B1": "=SUM(A1:A3)", "A1": 0.1, "A2": 0.2}, Decimal("0.3")),
        ({"B1": "=SUM(A1:A3)", "A1": True, "A2": "２"}, 0),
        ({"B1": 3}, ""),
    ],
)
def test_plain_sums_are_added_up(cells: dict[str, Any], expected: Decimal | str) -> None:
    assert shown(cells, "B1") == expected


@pytest.mark.parametrize(
    "formula",
    [
        "=A1+A2",
        "=SUM(A1:A2)*2",
        '=IF(COUNT(A1:A2)=0,"",SUM(A1:A3))',
        "=SUM(Sheet2!A1:A2)",
        "=SUM(A:A)",
        "=SUM(A1:A2",
        "=AVERAGE(A1:A2)",
        "=SUM(B1,A1)",
        "=SUM(C1,A1)",
    ],
)
def test_any_other_formula_shows_itself(formula: str) -> None:
    # C1 and B1 ask for each other, or for themselves.
    assert shown({"A1": 1, "A2": 2, "B1": formula, "C1": "=SUM(B1,A1)"}, "B1") == formula


def test_a_sum_of_something_else_than_sums_shows_itself() -> None:
    assert shown({"A1": "=TODAY()", "B1": "=SUM(A1:A2)"}, "B1") == "=SUM(A1:A2)"


def test_many_sums_of_many_cells_are_given_up() -> None:
    cells: dict[str, Any] = {f"A{row}": 1 for row in range(1, 101)} | {"B1": "=SUM(A1:A100)"}
    assert shown(cells, "B1", Limits(cells=100)) == 100
    assert shown(cells, "B1", Limits(cells=99)) == "=SUM(A1:A100)"
