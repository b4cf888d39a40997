"""Tables of the form in grids: each row by its labels, each figure by the column it stands under."""

from collections.abc import Iterable, Mapping, Sequence

from govreport.documents.paper import Box, Grid
from govreport.documents.report.tables.claims import settle_claims
from govreport.documents.report.tables.column_order import is_total_first
from govreport.documents.report.tables.columns import MOST_LABELS, Headers
from govreport.documents.report.tables.damaged_labels import fills_gap, is_told_by_place, say_inferred, with_damaged
from govreport.documents.report.tables.form import Block
from govreport.documents.report.tables.placing_figures import Placer, counts
from govreport.documents.report.tables.readings import Readings
from govreport.documents.report.tables.rows import DataRow, RowFinder
from govreport.documents.wording.grid_rows import rows_of
from govreport.documents.wording.labels import fold_numbered
from govreport.findings import Severity, cut


class GridMatcher:
    """Reads grid after grid: a table may be split over several of them, with or without a repeated header."""

    def __init__(self, readings: Readings, spelled: Mapping[str, Sequence[str]] | None = None) -> None:
        """Read into `readings`; `spelled` are by block the texts that lines have in place of a header."""
        self._readings = readings
        self._form = readings.form
        headers = Headers()
        self._finder = RowFinder(self._form, headers)
        self._placer = Placer(readings, headers, spelled or {})
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
            row = self._finder.find(grid, boxes, above, self._block_in(tables), tables)
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
                del header[:-MOST_LABELS]
                above = tuple(header)
        if header and not is_after_data:
            # A header may have a grid of its own.
            self._header, self._width = above, grid.width

    def _block_in(self, tables: frozenset[str]) -> Block | None:
        """Return the block that stood last; behind the heading of another table, the first of that."""
        if self._block is None or self._block.table in tables:
            return self._block
        return next((block for block in self._form.blocks if block.table in tables), self._block)

    def finish(self) -> list[DataRow]:
        """Put every row that was read into the cells of the form; return the rows."""
        rows = with_damaged(settle_claims(self._rows), self._readings)
        self._doubt(rows)
        self._note_order(rows)
        by_place = [row for row in rows if is_told_by_place(row)]
        for row in rows:
            if row.at is None:
                self._quote(row)
            elif not is_told_by_place(row):
                self._placer.place(row, row.at)
        for row in by_place:
            if row.at is not None and fills_gap(row, self._readings):
                say_inferred(row, row.at, self._readings)
                self._placer.place(row, row.at)
            else:
                self._quote(row)
        self._placer.finish()
        return rows

    def _note_order(self, rows: Iterable[DataRow]) -> None:
        """Note the blocks whose rows say by their sums that the columns are in another order."""
        complete: dict[str, tuple[Block, list[DataRow]]] = {}
        for row in rows:
            if row.at is not None and len([box for box in row.rest if box.text]) == len(row.at.block.columns):
                complete.setdefault(row.at.block.pointer, (row.at.block, []))[1].append(row)
        for pointer, (block, found) in complete.items():
            if is_total_first(self._form.layout.id, block, map(counts, found)):
                self._placer.other_order.add(pointer)

    def _doubt(self, rows: Iterable[DataRow]) -> None:
        """Note the tables of which a row may have been overlooked."""
        doubtful = self._readings.doubtful
        for row in rows:
            block = row.at.block if row.at is not None else row.block
            # A printed page may break a row, or end before it.
            is_sure = row.at is not None and row.grid.is_aligned and row.grid.evidence.page is None
            if block is None:
                doubtful.update(table.pointer for table in self._form.layout.tables)
            elif not is_sure:
                doubtful.add(block.table)

    def _quote(self, row: DataRow) -> None:
        """Say that a row with figures is no row of the form."""
        if any(box.text for box in row.rest):
            self._readings.say(
                "row-unknown",
                row.block.table if row.block else "",
                Severity.WARNING,
                label=cut(row.label or "—"),
                printed=cut(row.printed),
            )
