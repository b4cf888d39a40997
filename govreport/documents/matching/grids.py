"""Tables of the form in grids: each row by its labels, each figure by the column it stands under."""

from collections.abc import Iterable, Sequence

import attrs

from govreport.documents.matching.cells import is_figure_or_mark, read_cell
from govreport.documents.matching.columns import Range, find_columns
from govreport.documents.matching.form import Block, RowAt, is_sum
from govreport.documents.matching.labels import fold, fold_numbered, similarity
from govreport.documents.matching.readings import Readings, common_parent
from govreport.documents.paper import Box, Evidence, Grid
from govreport.documents.text import trim
from govreport.findings import Severity, cut
from govreport.rules.sheet import group_cells


@attrs.frozen(kw_only=True)
class DataRow:
    """A row with figures or room for them: its labels, and all other boxes from left to right."""

    grid: Grid
    labels: tuple[Box, ...]
    rest: tuple[Box, ...]
    header: tuple[Box, ...]
    block: Block | None  # the block whose caption or rows stood last before it
    at: RowAt | None

    @property
    def label(self) -> str:
        """The labels of the row as printed, from the outer to the inner."""
        return "".join(box.text for box in self.labels)

    @property
    def printed(self) -> str:
        """The figures and marks of the row as printed."""
        return " ".join(box.text for box in self.rest if box.text)

    @property
    def evidence(self) -> Evidence:
        """Where the row is printed."""
        return self.grid.evidence_of(self.rest[0] if self.rest else self.labels[0])


class GridMatcher:
    """Reads grid after grid: a table may be split over several of them, with or without a repeated header."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings
        self._form = readings.form
        self._block: Block | None = None
        # The header that stood last, and how wide its grid was: a grid of the same width may go on under it.
        self._header: tuple[Box, ...] = ()
        self._width = 0
        self._rows: list[DataRow] = []
        self._known: dict[tuple[str, int], tuple[tuple[Box, ...], dict[int, Range] | None]] = {}
        self._shared: dict[int, tuple[Box, list[str], Grid]] = {}

    def add(self, grid: Grid, rows: Iterable[int]) -> None:
        """Read some rows of a grid."""
        header: list[Box] = []
        above = self._header if grid.width == self._width else ()
        is_after_data = False
        covering = rows_of(grid)
        for y in rows:
            boxes = covering[y]
            texts = [box for box in boxes if box.text]
            if not texts:
                continue
            if len(texts) == 1 and (caption := self._form.captions.get(fold_numbered(texts[0].text))) is not None:
                self._block, header, is_after_data, self._header, above = caption, [], False, (), ()
                continue
            row = self._data_row(grid, boxes, texts, above)
            if row is not None:
                if header:
                    self._header, self._width = above, grid.width
                is_after_data = True
                if row.at is not None:
                    self._block = row.at.block
                self._rows.append(row)
            elif len(texts) > 1 or not is_after_data:
                # A single text among rows of figures is a label that goes on, no header.
                if is_after_data:
                    header, is_after_data = [], False
                header.extend(box for box in texts if box.row == y)
                above = tuple(header)

    def finish(self) -> None:
        """Put every row that was read into the cells of the form."""
        for row in self._with_damaged():
            if row.at is not None:
                self._place(row, row.at)
            elif any(box.text for box in row.rest):
                self._readings.say(
                    "row-unknown",
                    row.block.table if row.block else "",
                    Severity.WARNING,
                    label=cut(row.label or "—"),
                    printed=cut(row.printed),
                )
        for box, pointers, grid in self._shared.values():
            self._share(box, pointers, grid)

    def _data_row(
        self, grid: Grid, boxes: Sequence[Box], texts: Sequence[Box], header: tuple[Box, ...]
    ) -> DataRow | None:
        """Return a row that holds figures or room for them, None for headers and running text."""
        labels, at = self._under_header(texts, header) or self._labels(texts)
        last = max((box.column for box in labels), default=-1)
        rest = tuple(box for box in boxes if box.column > last)
        figures = sum(1 for box in rest if box.text)
        if figures == 0:
            # Room for figures is there where the labels lead to a row, from the outer to the inner, and to none else.
            if at is None or at.group is not None or len(rest) < len(at.block.columns):
                return None
            path = "".join(at.block.rows[at.row].labels)
            if any(fold(box.text) not in path for box in labels[:-1]):
                return None
        elif at is None:
            # One figure may stand for several columns.
            at = self._unlabelled(sum(box.colspan for box in rest if box.text), header)
            if at is None and (self._block is None or (not labels and figures < 2)):
                return None
        return DataRow(grid=grid, labels=labels, rest=rest, header=header, block=self._block, at=at)

    def _under_header(
        self, texts: Sequence[Box], header: tuple[Box, ...]
    ) -> tuple[tuple[Box, ...], RowAt | None] | None:
        """Return labels and row where the header tells them from what stands under its columns, readable or not."""
        for number in range(len(texts)):
            labels = tuple(texts[:number])
            at = self._form.rows.get(fold(labels[-1].text)) if labels else self._without_labels(texts)
            columns = self._columns(at.block, header) if at is not None and at.group is None else None
            if at is None or columns is None or len(columns) < len(at.block.columns):
                continue
            first = min(start for start, _ in columns.values())
            is_parted = all(box.column + box.colspan <= first for box in labels)
            if is_parted and all(box.column >= first for box in texts[number:]):
                return labels, at
        return None

    def _without_labels(self, texts: Sequence[Box]) -> RowAt | None:
        """Return the one row of the block without row labels, if texts are more than another header."""
        if not any(is_figure_or_mark(box.text) for box in texts):
            return None
        blocks = (block for block in self._form.blocks if len(block.rows) == 1 and not block.rows[0].labels)
        return next((RowAt(block=block, row=0) for block in blocks), None)

    def _labels(self, texts: Sequence[Box]) -> tuple[tuple[Box, ...], RowAt | None]:
        """Return the labels of a row, which stand before its figures, and the row of the form that they name.

        A text that no label agrees with may stand in the place of the first figure.
        """
        end = next((n for n, box in enumerate(texts) if is_figure_or_mark(box.text)), len(texts))
        labels = tuple(texts[:end])
        for number in range(len(labels), 0, -1):
            at = self._resolve(labels[:number])
            if at is not None and (number == len(labels) or (at.group is None and end < len(texts))):
                return labels[:number], at
        return labels, None

    def _resolve(self, labels: tuple[Box, ...]) -> RowAt | None:
        inner = fold(labels[-1].text)
        found = self._form.rows.get(inner)
        if found is None and len(labels) > 1:
            found = self._form.rows.get(fold("".join(box.text for box in labels)))
        return found or self._form.row(inner)

    def _unlabelled(self, figures: int, header: tuple[Box, ...]) -> RowAt | None:
        """Return the row of the block without row labels, where figures stand under its columns or are as many."""
        for block in self._form.blocks:
            if len(block.rows) == 1 and not block.rows[0].labels:
                columns = self._columns(block, header)
                if (columns is not None and 3 <= figures <= len(columns)) or figures == len(block.columns):
                    return RowAt(block=block, row=0)
        return None

    def _with_damaged(self) -> list[DataRow]:
        """Return the rows, those whose label is damaged found by the rows before and after them."""
        rows = [self._told_apart(row) for row in self._rows]
        known = {(r.at.block.pointer, r.at.row) for r in rows if r.at is not None and r.at.group is None}
        for start, row in enumerate(rows):
            if row.at is not None or row.block is None or (start and rows[start - 1].at is None):
                continue
            end = start
            while end < len(rows) and rows[end].at is None:
                end += 1
            before = rows[start - 1].at if start else None
            after = rows[end].at if end < len(rows) else None
            for number, at in enumerate(_between(row.block, before, after, end - start, known)):
                damaged = rows[start + number]
                title = at.block.rows[at.row].label
                figures = [box for box in damaged.rest if box.text]
                likeness = similarity(fold(damaged.labels[-1].text) if damaged.labels else "", title)
                if len(figures) == len(at.block.columns) and (likeness > 25 or not fold(damaged.label)):
                    rows[start + number] = attrs.evolve(damaged, at=at)
                    self._say_inferred(damaged, at)
        return rows

    def _columns(self, block: Block, header: tuple[Box, ...]) -> dict[int, Range] | None:
        """Return the columns that a header gives a block; the rows under one header ask for the same again."""
        if not header:
            return None
        known = self._known.get((block.pointer, id(header)))
        if known is None or known[0] is not header:
            known = self._known[block.pointer, id(header)] = (header, find_columns(block, header))
        return known[1]

    def _place(self, row: DataRow, at: RowAt) -> None:
        placed = self._by_header(row, at.block) or _by_count(row, len(at.block.columns))
        placed = placed or self._by_header(row, at.block, is_partial=True)
        if placed is None:
            self._leave_open(row, at)
            return
        readings = self._readings
        pointers = readings.pointers(at.block, at.row)
        for x, box in placed.items():
            evidence = row.grid.evidence_of(box)
            if at.group is not None:
                readings.put_group(at, x, box.text, trim(row.labels[-1].text.replace("\n", "")), evidence)
            elif box.rowspan > 1 or sum(other is box for other in placed.values()) > 1:
                self._shared.setdefault(id(box), (box, [], row.grid))[1].append(pointers[x])
            else:
                readings.put(pointers[x], box.text, evidence)

    def _leave_open(self, row: DataRow, at: RowAt) -> None:
        """Leave the cells of a row open whose figures are fewer than its columns, but for a total that tells itself.

        Where the last of the figures is the sum of the others, and the last column the sum of the other columns,
        that figure is the total whichever columns the others stand in.
        """
        readings = self._readings
        figures = [box for box in row.rest if box.text]
        pointers = readings.pointers(at.block, at.row)
        total = None
        is_short = 1 < len(figures) < len(pointers)
        if at.group is None and is_short and is_sum(self._form.layout.id, pointers[-1], pointers[:-1]):
            *parts, last = (read_cell(box.text, "count").value for box in figures)
            known = [part for part in parts if part is not None]
            if len(known) == len(parts) and sum(known) == last:
                total = pointers.pop()
                readings.put(total, figures[-1].text, row.grid.evidence_of(figures[-1]))
        if at.group is not None:
            pointers = [p for x in range(len(at.block.columns)) for p in readings.group(at, x)[1]]
        column = at.block.columns[-1].titles[-1]
        code = "figures-unplaced" if total is None else "figures-unplaced-but-total"
        more = {"total": column} if total is not None else {}
        readings.leave_open(pointers, row.printed, row.evidence, code, at=total, count=len(figures), **more)

    def _told_apart(self, row: DataRow) -> DataRow:
        """Return a row whose innermost label is that of a group, as what it is where the group's rows are printed, too.

        It is the first of them if that one is missing and the figures are complete: its own label is lost. Anything
        else is no row of the form.
        """
        at = row.at
        if at is None or at.group is None or not self._has_own_rows(at):
            return row
        first = RowAt(block=at.block, row=at.row)
        is_there = any(
            o.at is not None and (o.at.block, o.at.row, o.at.group) == (at.block, at.row, None) for o in self._rows
        )
        if is_there or len([box for box in row.rest if box.text]) != len(at.block.columns):
            return attrs.evolve(row, at=None, block=at.block)
        self._say_inferred(row, first)
        return attrs.evolve(row, at=first)

    def _say_inferred(self, row: DataRow, at: RowAt) -> None:
        self._readings.say(
            "row-inferred",
            self._readings.pointers(at.block, at.row)[0],
            Severity.INFO,
            label=cut(row.label or "—"),
            row=at.block.rows[at.row].titles[-1],
        )

    def _has_own_rows(self, at: RowAt) -> bool:
        """Tell whether the rows of a group are printed one by one."""
        labels = at.block.rows[at.row].labels[: at.group]
        return any(
            other.at is not None
            and other.at.group is None
            and other.at.block is at.block
            and at.block.rows[other.at.row].labels[: at.group] == labels
            for other in self._rows
        )

    def _by_header(self, row: DataRow, block: Block, *, is_partial: bool = False) -> dict[int, Box] | None:
        """Return the box under each column label, None where labels and figures do not stand as they should."""
        columns = self._columns(block, row.header)
        if columns is None or (len(columns) < len(block.columns) and not is_partial):
            return None
        placed: dict[int, Box] = {}
        used: set[int] = set()
        for x, (start, end) in columns.items():
            boxes = [box for box in row.rest if box.column < end and start < box.column + box.colspan]
            written = [box for box in boxes if box.text]
            if len(written) > 1 or not boxes:
                return None
            placed[x] = written[0] if written else boxes[0]
            used.update(id(box) for box in written)
        return placed if all(id(box) in used for box in row.rest if box.text) else None

    def _share(self, box: Box, pointers: list[str], grid: Grid) -> None:
        """Settle a box that reaches over several cells: a mark is said of each, a figure of their group."""
        readings, evidence = self._readings, grid.evidence_of(box)
        figure = read_cell(box.text, "count").value
        if len(pointers) == 1 or figure is None:
            for pointer in pointers:
                readings.put(pointer, box.text, evidence)
            return
        parent = common_parent(pointers)
        if isinstance(figure, int) and sorted(group_cells(self._form.layout, parent)) == sorted(pointers):
            readings.undivide(parent, figure, self._form.node(parent).title, evidence)
        else:
            readings.leave_open(pointers, box.text, evidence, "figure-shared", count=len(pointers))


def rows_of(grid: Grid) -> list[list[Box]]:
    """Return for each row the boxes that cover it, from left to right."""
    rows: list[list[Box]] = [[] for _ in range(grid.height)]
    for box in grid.boxes:
        for y in range(box.row, min(box.row + box.rowspan, grid.height)):
            rows[y].append(box)
    for row in rows:
        row.sort(key=lambda box: box.column)
    return rows


def _by_count(row: DataRow, wanted: int) -> dict[int, Box] | None:
    """Return the boxes after the labels if they are as many as there are columns, empty ones around them aside."""
    rest = row.rest
    figures = [box for box in rest if box.text]
    if len(figures) == wanted:
        return dict(enumerate(figures))
    if len(rest) > wanted:
        is_before = not any(box.text for box in rest[:-wanted])
        is_after = not any(box.text for box in rest[wanted:])
        if is_before and is_after and figures:
            return None
        rest = rest[-wanted:] if is_before else rest[:wanted] if is_after else ()
    return dict(enumerate(rest)) if len(rest) == wanted else None


def _between(
    block: Block, before: RowAt | None, after: RowAt | None, count: int, known: set[tuple[str, int]]
) -> list[RowAt]:
    """Return the rows of the form between two others if exactly so many are missing there."""
    if after is not None and after.block.pointer != block.pointer:
        after = None
    if before is not None and before.block.pointer != block.pointer:
        before = None
    first = before.row + 1 if before is not None else 0
    last = after.row if after is not None else len(block.rows)
    missing = [y for y in range(first, last) if (block.pointer, y) not in known]
    return [RowAt(block=block, row=y) for y in missing] if len(missing) == count else []
