"""The tables of a paper: as grids, and in other ways where these give nothing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from govreport.documents.paper import Grid, Paragraph
from govreport.documents.report.lines.shared_lines import lines_by_table
from govreport.documents.report.lines.spelled_tables import grid_from_lines
from govreport.documents.report.named.crossed import read_crossed
from govreport.documents.report.named.long_reading import read_long
from govreport.documents.report.named.reading import Printed, read_named
from govreport.documents.report.section_ranges import SectionRanges
from govreport.documents.report.sums.reading import read_run_together
from govreport.documents.report.tables.broken_labels import with_line_above
from govreport.documents.report.tables.form import Form
from govreport.documents.report.tables.grids import GridMatcher
from govreport.documents.report.tables.known_shapes import keep, read_as_before, shape_of
from govreport.documents.report.tables.readings import Readings
from govreport.documents.report.tables.turned import upright, with_rows
from govreport.documents.report.tables.units import header_unit, line_unit
from govreport.findings import Severity
from govreport.form.layout import Node

# Rows of a grid by their numbers, each with the tables that may stand there.
Rows = Sequence[tuple[int, frozenset[str]]]


def read_tables(form: Form, regions: SectionRanges) -> Readings:
    """Return what is read of the tables of a form."""
    return _TableReader(form, regions).run()


class _TableReader:
    """Tries way after way; each has only the tables of which no figure was read before."""

    def __init__(self, form: Form, regions: SectionRanges) -> None:
        self._form = form
        self._layout = form.layout
        self._regions = regions
        self._readings = Readings(form)
        self._long: list[Grid] = []

    def run(self) -> Readings:
        self._read_long()
        self._read_grids(self._readings)
        self._look_elsewhere()
        for tables in self._together(self._without_figures()):
            self._read_named(tables)
        for tables in self._together(self._without_figures()):
            self._read_crossed(tables)
        for table in self._layout.tables:
            self._read_lines(table)
            self._take_unit_of_line(table)
        return self._readings

    def _read_long(self) -> None:
        """Read the grids that have a row for each figure; nothing else reads these."""
        for table in self._regions.long_tables():
            readings = Readings(self._form)
            if not table.rows:
                self._long.append(table.grid)
            elif read_long(readings, [node.pointer for node in self._layout.tables], table):
                self._long.append(table.grid)
                if table.is_first:
                    readings.say("reports-several", "", Severity.WARNING)
                self._readings.take_over(readings, ["", *(node.pointer for node in self._layout.tables)])

    def _read_grids(self, readings: Readings, everywhere: bool = False) -> None:
        placed = [
            (with_line_above(self._form, grid, self._regions.above(grid), rows[0][1]), rows)
            for grid, rows in self._regions.grids(everywhere)
            if all(grid is not long for long in self._long)
        ]
        shape = shape_of(self._layout.id, placed)
        if shape is not None and read_as_before(shape, placed, readings):
            return
        matcher = GridMatcher(readings)
        pieces = [piece for grid, rows in placed for piece in self._upright(grid, rows)]
        for grid, rows in pieces:
            matcher.add(grid, rows)
        found = matcher.finish()
        if shape is not None and all(piece is one for (piece, _), (one, _) in zip(pieces, placed, strict=False)):
            keep(shape, placed, found, readings)

    def _upright(self, grid: Grid, rows: Rows) -> Iterator[tuple[Grid, Rows]]:
        """Yield a grid with its rows, what has a column for each row of the form turned back.

        Such a table must not be read as it is: labels that name a row as well as a column would lead astray.
        """
        pieces: list[tuple[Grid, Rows]] = []
        is_turned = False
        for tables, run in groupby(rows, key=lambda row: row[1]):
            here = list(run)
            found = upright(self._form, with_rows(grid, [y for y, _ in here]), tables)
            is_turned = is_turned or found is not None
            pieces.append((grid, here) if found is None else (found, [(y, tables) for y in range(found.height)]))
        yield from pieces if is_turned else [(grid, rows)]

    def _look_elsewhere(self) -> None:
        """Read the tables of which nothing is found under their heading where they stand under another."""
        lost = [table for table in self._layout.tables if not self._has_cells(table)]
        if not lost or len(lost) >= len(self._regions.titles):
            return
        elsewhere = Readings(self._form)
        self._read_grids(elsewhere, everywhere=True)
        moved = [table for table in lost if elsewhere.has_cells(table.pointer)]
        if moved and len(elsewhere.cells) > len(self._readings.cells):
            self._readings = elsewhere
            for table in moved:
                self._readings.say("table-misplaced", table.pointer, Severity.WARNING, title=table.title)

    def _read_crossed(self, tables: list[Node]) -> None:
        """Read tables that stand in one place if labels beside and above a figure lead to its cell, in any order."""
        readings = Readings(self._form)
        standing, parts = self._regions.parts([table.pointer for table in tables])
        found = read_crossed(readings, standing, [table.pointer for table in tables], parts)
        self._readings.take_over(readings, found)

    def _read_named(self, tables: list[Node]) -> None:
        """Read tables that stand in one place if their figures are named one by one."""
        pointers = [table.pointer for table in tables]
        readings = Readings(self._form)
        if read_named(readings, pointers, self._printed(frozenset(pointers))):
            self._readings.take_over(readings, pointers)

    def _printed(self, tables: frozenset[str]) -> Iterator[Printed]:
        for one in self._regions.printed(tables):
            if isinstance(one, Paragraph):
                yield Printed([(one.text, one.evidence)])
            else:
                grid, boxes = one
                texts = [(box.text, grid.evidence_of(box)) for box in boxes if box.text]
                yield Printed(texts, is_row=len(texts) > 1)

    def _read_lines(self, table: Node) -> None:
        """Read a table that running lines spell out, or whose figures run together."""
        cells = self._form.cells[table.pointer]
        if cells <= self._readings.cells.keys() or all(map(self._is_read, cells)):
            return
        lines = self._lines_of(table)
        spelled = grid_from_lines(self._form, table.pointer, lines)
        if spelled is not None:
            grid, headers = spelled
            again = GridMatcher(self._readings, headers)
            again.add(grid, [(y, frozenset({table.pointer})) for y in range(grid.height)])
            again.finish()
        if not self._has_cells(table):
            read_run_together(self._readings, table.pointer, lines)

    def _take_unit_of_line(self, table: Node) -> None:
        """Take the unit of money that a line of its own says of a table, where no header of this names one."""
        cells = {cell: self._readings.cells.get(cell) for cell in self._form.cells[table.pointer]}
        amounts = {
            cell: reading
            for cell, reading in cells.items()
            if reading is not None and reading.printed.value and self._form.node(cell).kind == "amount"
        }
        texts = [item.text for item in self._regions.lines(table)] if amounts else []
        units = {unit for text in texts if (unit := line_unit(text)) is not None}
        rest = [text for text in texts if line_unit(text) is None]
        if len(units) != 1 or any(header_unit((text,)) for text in (*rest, *self._texts_of_boxes(table))):
            return
        (unit,) = units
        for cell, reading in amounts.items():
            titles = (
                title for at in self._form.blocks if cell in at.cells.values() for c in at.columns for title in c.titles
            )
            if header_unit(titles) != unit:
                self._readings.take(cell, reading.printed, reading.evidence, unit)

    def _texts_of_boxes(self, table: Node) -> Iterator[str]:
        for grid, rows in self._regions.grids():
            here = {y for y, tables in rows if table.pointer in tables}
            yield from (box.text for box in grid.boxes if box.row in here)

    def _lines_of(self, table: Node) -> Sequence[Paragraph]:
        """Return the lines among which a table may be spelled out."""
        items = self._regions.lines(table)
        lines = [item.paragraph for item in items if item.paragraph is not None]
        together = next(group for group in self._together(self._layout.tables) if table in group)
        if len(together) == 1:
            return lines
        pointers = [one.pointer for one in together]
        return lines_by_table(self._layout.id, pointers, lines).get(table.pointer, lines)

    def _without_figures(self) -> list[Node]:
        return [table for table in self._layout.tables if not self._readings.has_figures(table.pointer)]

    def _together(self, tables: Iterable[Node]) -> list[list[Node]]:
        """Return tables in groups that stand under one heading."""
        groups: dict[str, list[Node]] = {}
        for table in tables:
            groups.setdefault(self._regions.heading_of(table), []).append(table)
        return list(groups.values())

    def _has_cells(self, table: Node) -> bool:
        return self._readings.has_cells(table.pointer)

    def _is_read(self, pointer: str) -> bool:
        return pointer in self._readings.cells or any(
            pointer.startswith(f"{group}/") for group in self._readings.undivided
        )
