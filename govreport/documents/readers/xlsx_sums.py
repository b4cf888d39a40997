"""Sums in a workbook that no spreadsheet has worked out yet: one that a program filled in, or one not touched since.

Only what is a plain sum is worked out, `=SUM(D7:D27,D30)`, and such a sum that is blank while all its cells are,
`=IF(COUNT(D7:D27)=0,"",SUM(D7:D27))`. Any other formula shows nothing that could be read.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from openpyxl.utils.cell import range_boundaries

from govreport.documents.limits import Limits

_CELLS = r"\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}(?::\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6})?"
_LIST = rf"{_CELLS}(?:,{_CELLS}){{0,99}}"
_SUM = re.compile(rf'=(?:SUM\((?P<all>{_LIST})\)|IF\(COUNT\((?P<any>{_LIST})\)=0,"",SUM\((?P=any)\)\))', re.IGNORECASE)
# Sums of sums of sums: the form has two levels.
_DEEPEST = 20


class Sums:
    """Works out the sums of one sheet; `values` is the sheet as it was saved, `formulas` the same with its formulas."""

    def __init__(self, values: Any, formulas: Any, limits: Limits) -> None:
        self._values = values
        self._formulas = formulas
        self._height, self._width = formulas.max_row, formulas.max_column
        self._left = limits.cells
        self._known: dict[tuple[int, int], Decimal | str | None] = {}

    def shown(self, row: int, column: int) -> Decimal | str:
        """Return what a cell without a value shows: a sum, "" where it is blank; any other formula as it is written."""
        formula = self._formulas.cell(row, column).value
        if not isinstance(formula, str) or not formula.startswith("="):
            return ""
        found = self._value(row, column, formula, 0)
        return formula if found is None else found

    def _value(self, row: int, column: int, formula: str, depth: int) -> Decimal | str | None:
        place = row, column
        if place not in self._known:
            # One that asks for itself has no sum.
            self._known[place] = None
            match = _SUM.fullmatch(formula.replace(" ", "")) if depth < _DEEPEST else None
            self._known[place] = None if match is None else self._sum(match, depth)
        return self._known[place]

    def _sum(self, match: re.Match[str], depth: int) -> Decimal | str | None:
        figures = []
        for row, column in self._cells(match["all"] or match["any"]):
            self._left -= 1
            if self._left < 0:
                return None
            value = self._values.cell(row, column).value
            formula = self._formulas.cell(row, column).value if value is None else None
            if isinstance(formula, str):
                value = self._value(row, column, formula, depth + 1)
                if value is None:
                    return None
            if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
                figures.append(Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value))
        return sum(figures, Decimal(0)) if figures or match["all"] else ""

    def _cells(self, areas: str) -> Iterator[tuple[int, int]]:
        for area in areas.split(","):
            left, top, right, bottom = range_boundaries(area)
            for row in range(top, min(bottom, self._height) + 1):
                for column in range(left, min(right, self._width) + 1):
                    yield row, column
