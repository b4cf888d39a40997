"""The sums of the reports of several bodies, cell by cell, and why a cell does not add.

Reports stream through: of a body nothing is kept but what its figures add to the sums.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from govreport import resources
from govreport.between.data import counterparts
from govreport.conversion.convert import carry
from govreport.form.figures import MOST_DECIMALS
from govreport.form.layout import load_layout
from govreport.rules.sheet import Figure, Sheet, group_cells, read_sheet
from govreport.rules.stated import unit

FILE = "levels.json"
Members = Mapping[str, Any]
# Of the bodies that are the reason for something so many are named.
_NAMED = 5


@attrs.define(kw_only=True)
class Sum:
    """The sum of one cell over the bodies counted so far.

    `figure` is the sum of the figures that are printed, None where none is. `blanks` counts the bodies that leave the
    cell blank and may mean any figure. `reason` is a code of `levels.json` where the cell does not add, and `bodies`
    names some of those that are the reason.
    """

    figure: Figure = None
    blanks: int = 0
    reason: str | None = None
    bodies: list[str] = attrs.field(factory=list)

    def refuse(self, reason: str, body: str) -> None:
        """Note that the cell does not add, since a body prints no figure that could be added."""
        if self.reason in (None, reason) and len(self.bodies) < _NAMED:
            self.bodies.append(body)
        self.reason = self.reason or reason


class Total:
    """The sums over bodies of all cells of a layout; `bodies` counts them."""

    def __init__(self, layout: str) -> None:
        self.layout = load_layout(layout)
        self.bodies = 0
        self._undivided: dict[str, int] = {}
        self.sums = {cell: Sum(reason=_apart(layout).get(cell)) for cell in adding_cells(layout, with_apart=True)}

    def add(self, members: Members, sheet: Sheet | None = None) -> None:
        """Count the report of a body, given as decoded members of sound structure.

        `sheet` is its sheet in the layout of the sums, where it is at hand. Raises NoConversion where no mapping table
        leads to that layout.
        """
        body = members["organ"]["name"]
        sheet = brought(members, self.layout.id) if sheet is None else sheet
        known = counterparts(members["layout"], self.layout.id)
        nothing = stated_as_nothing(sheet)
        for cell, total in self.sums.items():
            figure = amount_of(sheet, cell)
            if figure is not None:
                total.figure = figure if total.figure is None else total.figure + figure
            elif sheet.figure(cell) is not None:
                total.refuse("unit", body)
            elif cell not in known and cell not in sheet.covered:
                total.refuse("no-counterpart", body)
            elif cell in sheet.doubtful:
                total.refuse("unread", body)
            elif cell in sheet.covered:
                total.refuse("undivided", body)
            elif cell not in nothing:
                total.blanks += 1
        for group, value in sheet.undivided.items():
            self._undivided[group] = self._undivided.get(group, 0) + value
        self.bodies += 1

    @property
    def undivided(self) -> Mapping[str, int]:
        """The sums of the groups for whose cells a body prints one figure, where nothing else is against it."""
        sums = {group: self.of_group(group) for group in self._undivided}
        return {group: int(added.figure or 0) for group, added in sums.items() if added.reason is None}

    def of_group(self, group: str) -> Sum:
        """Return the sum of a group of cells, for some of which bodies may print one figure."""
        parts = [self.sums[cell] for cell in group_cells(self.layout, group)]
        reason = next((part.reason for part in parts if part.reason not in (None, "undivided")), None)
        figure = self._undivided.get(group, 0) + sum(int(part.figure or 0) for part in parts)
        return Sum(figure=figure, blanks=sum(part.blanks for part in parts), reason=reason)

    def open_cells(self) -> Iterator[tuple[str, Sum]]:
        """Yield each cell that has no sum, in the order of print; its reason is told, "blank" where all leave it so."""
        for cell, total in self.sums.items():
            if total.reason is not None:
                yield cell, total
            elif total.figure is None:
                yield cell, Sum(reason="blank")


def amount_of(sheet: Sheet, cell: str) -> Figure:
    """Return the figure of a cell; an amount in ten thousand yuan, None where nobody knows its unit."""
    figure = sheet.figure(cell)
    if figure is None or sheet.layout.cells[cell].kind != "amount" or not figure:
        return figure
    printed = unit(sheet, cell)
    if printed == "ten_thousand_yuan":
        return figure
    in_ten_thousands = Decimal(figure).scaleb(-4).normalize()
    exponent = in_ten_thousands.as_tuple().exponent
    return in_ten_thousands if printed == "yuan" and exponent >= -MOST_DECIMALS else None  # type: ignore[operator]


def brought(members: Members, layout: str) -> Sheet:
    """Return the sheet of a report in a layout; raises NoConversion where no mapping table leads to it."""
    carried, _ = carry({**members}, layout)
    return read_sheet(load_layout(layout), carried)


def stated_as_nothing(sheet: Sheet) -> frozenset[str]:
    """Return the blank cells whose mark says that there is nothing to count, such as "/"."""
    marks = resources.read(FILE)["nothing"]
    return frozenset(m["pointer"] for m in sheet.members.get("marks", ()) if m["mark"] in marks)


@cache
def adding_cells(layout: str, *, with_apart: bool = False) -> tuple[str, ...]:
    """Return the cells of a layout that the sums are about, in the order of print; those apart do not add."""
    tables = tuple(f"{place}/" for rule in resources.read(FILE)["rules"] for place in rule["at"])
    cells = (cell for cell in load_layout(layout).cells if cell.startswith(tables))
    return tuple(cell for cell in cells if with_apart or cell not in _apart(layout))


def why(reason: str, language: str) -> str:
    """Return the sentence for a reason why a cell does not add."""
    sentence: str = resources.read(FILE)["reasons"][reason][language]
    return sentence


@cache
def _apart(layout: str) -> Mapping[str, str]:
    """Return the reason of each cell that does not add in any report."""
    return {
        cell: entry["reason"]
        for entry in resources.read(FILE)["apart"]
        for cell in load_layout(layout).cells
        if f"{cell}/".startswith(f"{entry['at']}/")
    }
