"""Formulas for the totals of a workbook, taken from the rules of the layout.

An equation whose right side is the one cell that its finding points to says how that cell is summed up.
"""

from collections.abc import Iterator, Mapping

from govreport.documents.rendering.report.grids import PrintedGrid
from govreport.rules.data import Instance, load_instances
from govreport.rules.sheet import Sheet

Position = tuple[int, int]
Addends = Mapping[str, tuple[Position, ...]]


def totals(grid: PrintedGrid, sheet: Sheet) -> Addends:
    """Return the positions (row, column) in the grid of the addends of each total that the rules sum up.

    A total whose printed figure is not the sum, or that is printed as a mark, is left out: a wrong sum stays
    wrong, and nothing is corrected silently.
    """
    places = {p: (c.row, c.column) for c in grid.cells if c.role == "cell" for p in c.pointers}
    blank = {cell.pointers[0] for cell in grid.cells if cell.role == "cell" and not cell.text}
    found: dict[str, tuple[Position, ...]] = {}
    for instance in load_instances(sheet.layout.id):
        at = instance.at
        if not _sums_up(instance) or at not in places or at in sheet.covered or at in found:
            continue
        addends = _addends(instance, sheet)
        if addends is None or not all(addend in places for addend in addends):
            continue
        figures = [sheet.undivided.get(a, sheet.figures.get(a)) for a in addends]
        known = [figure for figure in figures if figure is not None]
        if (at in blank and not known) or (known and sheet.figures[at] == sum(known)):
            found[at] = tuple(places[addend] for addend in addends)
    return found


def formula(addends: tuple[Position, ...], first_row: int) -> str:
    """Return the formula that adds up cells of a sheet, blank as long as they all are.

    `first_row` is the row of the sheet, from 0, in which the grid begins.
    """
    cells = ",".join(
        _name(start, first_row) if start == end else f"{_name(start, first_row)}:{_name(end, first_row)}"
        for start, end in _runs(addends)
    )
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def _sums_up(instance: Instance) -> bool:
    return instance.rule.kind == "equation" and not instance.when and instance.right == (instance.at,)


def _addends(instance: Instance, sheet: Sheet) -> tuple[str, ...] | None:
    """Return the places to add up, a group in place of its cells; None where a group is only partly in the sum."""
    groups = {sheet.covered.get(cell, cell) for cell in instance.left}
    for cell, group in sheet.covered.items():
        if group in groups and cell not in instance.left:
            return None
    return tuple(dict.fromkeys(sheet.covered.get(cell, cell) for cell in instance.left))


def _runs(positions: tuple[Position, ...]) -> Iterator[tuple[Position, Position]]:
    """Yield the first and last position of each run of neighbours below or beside each other."""
    rest = list(positions)
    while rest:
        start = end = rest.pop(0)
        for step in ((1, 0), (0, 1)):
            while rest and rest[0] == (end[0] + step[0], end[1] + step[1]):
                end = rest.pop(0)
            if end != start:
                break
        yield start, end


def _name(position: Position, first_row: int) -> str:
    row, column = position
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{first_row + row + 1}"
