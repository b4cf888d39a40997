"""Tables of the form in grids: each row by its labels, each figure by the column it stands under."""

from collections.abc import Iterable

from govreport.documents.paper import Box, Grid
from govreport.documents.report.tables.columns import Headers
from govreport.documents.report.tables.damaged_labels import with_damaged
from govreport.documents.report.tables.form import Block
from govreport.documents.report.tables.placing_figures import Placer
from govreport.documents.report.tables.readings import Readings
from govreport.documents.report.tables.rows import DataRow, RowFinder
from govreport.documents.report.tables.transposed import read_crosswise
from govreport.documents.wording.grid_rows import rows_of
from govreport.documents.wording.labels import fold_numbered
from govreport.findings import Severity, cut


class GridMatcher:
    """Reads grid after grid: a table may be split over several of them, with or without a repeated header."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._form = readings.form
        headers = Headers()
        self._finder = RowFinder(self._form, headers)
        self._placer = Placer(readings, headers)
        self._block: Block | None = None
        # The header that stood last, and how wide its grid was: a grid of the same width may go on under it.
        self._header: tuple[Box, ...] = ()
        self._width = 0
        self._rows: list[DataRow] = []

    def add(self, grid: Grid, rows: Iterable[tuple[int, frozenset[str]]]) -> None:
        """Read some rows of a grid, each with the tables that stand where it does."""
        header: list[Box] = []
        above = self._header if grid.width == self._width else ()
        is_after_data = False
        covering = rows_of(grid)
        for y, tables in rows:
            boxes = covering[y]
            texts = [box for box in boxes if box.text]
            caption = self._form.captions.get(fold_numbered(texts[0].text)) if len(texts) == 1 else None
            if caption is not None and caption.table in tables:
                self._block, header, is_after_data, self._header, above = caption, [], False, (), ()
                continue
            row = self._finder.find(grid, boxes, above, self._block, tables)
            if row is not None:
                if header:
                    self._header, self._width = above, grid.width
                is_after_data = True
                if row.at is not None:
                    self._block = row.at.block
                self._rows.append(row)
            elif len(texts) > 1 or (texts and not is_after_data):
                # A single text among rows of figures is a label that goes on, no header.
                if is_after_data:
                    header, is_after_data = [], False
                header.extend(box for box in texts if box.row == y)
                above = tuple(header)

    def finish(self) -> None:
        """Put every row that was read into the cells of the form."""
        for row in with_damaged(self._without_crosswise(), self._readings):
            if row.at is not None:
                self._placer.place(row, row.at)
            elif any(box.text for box in row.rest):
                self._readings.say(
                    "row-unknown",
                    row.block.table if row.block else "",
                    Severity.WARNING,
                    label=cut(row.label or "—"),
                    printed=cut(row.printed),
                )
        self._placer.finish()

    def _without_crosswise(self) -> list[DataRow]:
        """Return the rows without those of a table that is printed crosswise, whose cells are read here."""
        rows = self._rows
        for block in self._form.blocks:
            if any(line.labels for line in block.rows) or any(row.at and row.at.block is block for row in rows):
                continue
            grids: list[Grid] = []
            grids.extend(row.grid for row in rows if row.at is None and all(row.grid is not grid for grid in grids))
            for grid in grids:
                found = read_crosswise(block, grid)
                if found is not None:
                    for pointer, box in found.items():
                        self._readings.put(pointer, box.text, grid.evidence_of(box))
                    return [row for row in rows if row.grid is not grid]
        return rows
