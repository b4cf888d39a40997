"""The tables of one report as they are printed: the boxes of the form with the report's figures in them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from math import lcm

import attrs

from govreport.documents.rendering.report.merging import merged, singles
from govreport.documents.rendering.report.printable import clean, marks_as_printed
from govreport.documents.wording.signs import FINDING, UNITS
from govreport.form.drawing import DrawnBlock, Role, draw
from govreport.form.layout import Node
from govreport.form.roles import unit_of
from govreport.rules.sheet import Figure, Sheet, group_cells

# Hundredths of the table's width, as official prints divide it; figures share what the labels leave.
_LABEL_WIDTHS: Mapping[int, tuple[int, ...]] = {0: (), 1: (25,), 3: (5, 16, 29)}

Markers = Mapping[str, tuple[str, ...]]


@attrs.frozen(kw_only=True)
class PrintedCell:
    """One box of a printed table.

    `text` is what stands in it, without `unit` and `markers`; `figure` is the same as a number, where it
    is one. `pointers` are the places that it shows: its cell, or a group and all the cells that it covers.
    """

    role: Role
    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    block: str
    pointers: tuple[str, ...] = ()
    figure: Figure = None
    unit: str = ""
    markers: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """What follows the figure in the cell."""
        return self.unit + "".join(self.markers)

    @property
    def is_failing(self) -> bool:
        """A finding points at the cell."""
        return any(marker.startswith(FINDING) for marker in self.markers)


@attrs.frozen(kw_only=True)
class PrintedGrid:
    """A printed table: its cells in the order of print, without gaps or overlaps.

    `header_rows` rows at the top may be repeated on each page. `widths` are relative.
    """

    pointer: str
    height: int
    width: int
    header_rows: int
    header_columns: int
    widths: tuple[Decimal, ...]
    cells: tuple[PrintedCell, ...] = attrs.field(repr=False)

    @property
    def ends(self) -> Mapping[str, int]:
        """The row behind the last of each block."""
        return {cell.block: cell.row + cell.rowspan for cell in self.cells}

    def rows(self) -> list[list[PrintedCell]]:
        """Return the cells by the row in which they begin."""
        rows: list[list[PrintedCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return rows


def draw_grids(table: Node, sheet: Sheet, markers: Markers) -> tuple[PrintedGrid, ...]:
    """Return the blocks of a table of the report, from top to bottom."""
    marks = marks_as_printed(sheet)
    return tuple(_fill(block, sheet, marks, markers) for block in draw(table))


def stack(grids: Sequence[PrintedGrid], pointer: str) -> PrintedGrid:
    """Return the blocks of a table as one grid, each block as wide as the whole."""
    if len(grids) == 1:
        return grids[0]
    left = max(grid.header_columns for grid in grids)
    columns = lcm(*(grid.width - grid.header_columns for grid in grids))
    cells: list[PrintedCell] = []
    top = 0
    for grid in grids:
        step = columns // (grid.width - grid.header_columns)
        edges = [*range(grid.header_columns), *range(left, left + columns + 1, step)]
        for cell in grid.cells:
            start, end = edges[cell.column], edges[cell.column + cell.colspan]
            cells.append(attrs.evolve(cell, row=top + cell.row, column=start, colspan=end - start))
        top += grid.height
    return PrintedGrid(
        pointer=pointer,
        height=top,
        width=left + columns,
        header_rows=0,
        header_columns=left,
        widths=_widths(left, columns),
        cells=tuple(cells),
    )


def _fill(block: DrawnBlock, sheet: Sheet, marks: Mapping[str, tuple[str, str]], markers: Markers) -> PrintedGrid:
    dropped = {row for single in singles(block, sheet) for row in single.dropped}
    rows = {row: n for n, row in enumerate(row for row in range(block.height) if row not in dropped)}
    cells = []
    for cell in (*_labels(block, sheet), *_figures(block, sheet, marks, markers)):
        kept = [rows[row] for row in range(cell.row, cell.row + cell.rowspan) if row in rows]
        if kept:
            cells.append(attrs.evolve(cell, row=kept[0], rowspan=len(kept)))
    return PrintedGrid(
        pointer=block.pointer,
        height=len(rows),
        width=block.width,
        header_rows=block.header_rows,
        header_columns=block.header_columns,
        widths=_widths(block.header_columns, block.width - block.header_columns),
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
    )


def _labels(block: DrawnBlock, sheet: Sheet) -> Iterator[PrintedCell]:
    joined = {single.box.row: single for single in singles(block, sheet)}
    for box in block.boxes:
        if box.role == "cell":
            continue
        text, colspan = box.text, box.colspan
        single = joined.get(box.row) if box.role == "row" else None
        if single is not None and box.column > single.box.column:
            continue
        if single is not None and box == single.box:
            text, colspan = single.label, block.header_columns - box.column
        yield PrintedCell(
            role=box.role,
            text=clean(text),
            row=box.row,
            column=box.column,
            rowspan=box.rowspan,
            colspan=colspan,
            block=block.pointer,
            pointers=() if box.pointer is None else (box.pointer,),
        )


def _figures(
    block: DrawnBlock, sheet: Sheet, marks: Mapping[str, tuple[str, str]], markers: Markers
) -> Iterator[PrintedCell]:
    rectangles = merged(block, sheet)
    for group, rectangle in rectangles.items():
        pointers = (group, *group_cells(sheet.layout, group))
        figure = sheet.undivided[group]
        yield PrintedCell(
            role="cell",
            text=printed_figure(figure),
            row=rectangle.row,
            column=rectangle.column,
            rowspan=rectangle.rowspan,
            colspan=rectangle.colspan,
            block=block.pointer,
            pointers=pointers,
            figure=figure,
            markers=tuple(marker for pointer in pointers for marker in markers.get(pointer, ())),
        )
    for box in block.boxes:
        if box.role == "cell" and box.pointer is not None and sheet.covered.get(box.pointer) not in rectangles:
            held = sheet.figures[box.pointer]
            yield PrintedCell(
                role="cell",
                text=marks[box.pointer][1] if held is None else printed_figure(held),
                row=box.row,
                column=box.column,
                block=block.pointer,
                pointers=(box.pointer,),
                figure=held,
                unit="" if held is None else printed_unit(box.pointer, sheet),
                markers=markers.get(box.pointer, ()),
            )


def printed_figure(figure: int | Decimal) -> str:
    """Return a figure with all its digits and no exponent."""
    return format(figure, "f") if isinstance(figure, Decimal) else str(figure)


def printed_unit(pointer: str, sheet: Sheet) -> str:
    """Return the unit that is printed in the cell of an amount, "" where none is."""
    place = unit_of(sheet.layout.cells[pointer])
    unit = sheet.member(place.pointer) if place is not None else None
    return UNITS[unit] if unit is not None else ""


def _widths(left: int, columns: int) -> tuple[Decimal, ...]:
    labels = _LABEL_WIDTHS.get(left, (51 // max(left, 1),) * left)
    return (*map(Decimal, labels), *[Decimal(100 - sum(labels)) / columns] * columns)
