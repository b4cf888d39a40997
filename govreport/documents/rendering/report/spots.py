"""Where the cells of the form stand in a workbook, and how formulas refer to them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from govreport.documents.rendering.report.grids import PrintedCell, PrintedGrid
from govreport.documents.rendering.report.page import Page
from govreport.documents.rendering.workbook import sheet_name


class Spot(NamedTuple):
    """A cell of a workbook: the name of its sheet, its row and its column from 0."""

    sheet: str
    row: int
    column: int


@attrs.frozen(kw_only=True)
class Box:
    """A box of a printed table that holds a figure, and where it stands."""

    spot: Spot
    cell: PrintedCell

    @property
    def is_group(self) -> bool:
        """It shows one figure for several cells."""
        return len(self.cell.pointers) > 1


Boxes = Mapping[str, Box]


def boxes_of(page: Page, first_row: int) -> Boxes:
    """Return the box of every cell, and of every group with one figure, by pointer.

    `first_row` is the row of each sheet in which its table begins.
    """
    return {
        pointer: Box(spot=Spot(sheet_name(part.node.title), first_row + cell.row, cell.column), cell=cell)
        for part in page.parts
        if part.table is not None
        for cell in figures_of(part.table)
        for pointer in cell.pointers
    }


def figures_of(grid: PrintedGrid) -> Iterator[PrintedCell]:
    """Yield the boxes of a table that hold figures or are to hold them."""
    return (cell for cell in grid.cells if cell.role == "cell")


def name(row: int, column: int, *, anchored: bool = False) -> str:
    """Return the name of a cell, such as `B3`, from its row and its column, both from 0; `anchored` gives `$B$3`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"${letters}${row + 1}" if anchored else f"{letters}{row + 1}"


def references(spots: Sequence[Spot], home: str) -> list[str]:
    """Return how a formula on the sheet `home` refers to cells: `D7:D27`, neighbours together, none twice."""
    return [
        _prefix(start.sheet, home) + (name(*start[1:]) if start == end else f"{name(*start[1:])}:{name(*end[1:])}")
        for start, end in _runs(spots)
    ]


def rectangles(spots: Sequence[Spot]) -> list[tuple[int, int, int, int]]:
    """Return cells of one sheet as rectangles: first row, first column, last row, last column."""
    across: list[list[int]] = []
    for _, row, column in sorted(spots):
        if across and across[-1][0] == row and across[-1][3] == column - 1:
            across[-1][3] = column
        else:
            across.append([row, column, row, column])
    joined: list[list[int]] = []
    for row, first, _, last in across:
        above = next((r for r in joined if r[2] == row - 1 and (r[1], r[3]) == (first, last)), None)
        if above is not None:
            above[2] = row
        else:
            joined.append([row, first, row, last])
    return [(top, left, bottom, right) for top, left, bottom, right in joined]


def _prefix(sheet: str, home: str) -> str:
    return "" if sheet == home else "'" + sheet.replace("'", "''") + "'!"


def _runs(spots: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Yield the first and last of each run of neighbours below or beside each other."""
    rest = list(spots)
    while rest:
        start = end = rest.pop(0)
        for down, right in ((1, 0), (0, 1)):
            while rest and rest[0] == (end.sheet, end.row + down, end.column + right):
                end = rest.pop(0)
            if end != start:
                break
        yield start, end
