"""Placing: each figure of a row to the cell of the form that it is printed for, or none where that is unknown."""

from collections import Counter
from collections.abc import Mapping, Sequence

from govreport.documents.paper import Box, Evidence, Grid
from govreport.documents.report.tables.column_order import is_in_order
from govreport.documents.report.tables.columns import Headers, Range
from govreport.documents.report.tables.foreign_columns import foreign_columns
from govreport.documents.report.tables.form import Block, RowAt, is_sum
from govreport.documents.report.tables.readings import Readings, common_parent
from govreport.documents.report.tables.rows import DataRow
from govreport.documents.report.tables.short_rows import ShortRows
from govreport.documents.report.tables.units import header_unit
from govreport.documents.text import trim
from govreport.documents.wording.cells import is_figure_or_mark, read_cell
from govreport.documents.wording.label_pieces import label_pieces
from govreport.documents.wording.labels import fold
from govreport.findings import Severity, cut
from govreport.rules.sheet import group_cells

# A text of more characters joins no labels.
_LONGEST_JOINED = 150


class Placer:
    """Puts the figures of rows into the cells; a box over several cells is settled when all rows are placed."""

    def __init__(self, readings: Readings, headers: Headers, spelled: Mapping[str, Sequence[str]]) -> None:
        self._readings = readings
        self._form = readings.form
        self._headers = headers
        self._shared: dict[tuple[Evidence, Box], tuple[list[str], Grid]] = {}
        self._divided: dict[tuple[str, int], list[DataRow]] = {}
        self._unplaced: list[tuple[DataRow, RowAt]] = []
        self._spelled = spelled
        # By the header, which is kept with it, and where the figures below it begin.
        self._foreign: dict[tuple[str, int, int], tuple[tuple[Box, ...], Mapping[int, str]]] = {}
        # The texts of each header that rows stand under, for each block; the header is kept with them.
        self._texts: dict[tuple[str, int], tuple[tuple[Box, ...], tuple[str, ...]]] = {}
        self._told: set[str] = set()
        self._in_order: dict[tuple[str, tuple[str, ...]], bool] = {}
        # Blocks whose columns are in another order by the sums of their rows.
        self.other_order: set[str] = set()

    def place(self, row: DataRow, at: RowAt) -> None:
        """Put the figures of a row into its cells."""
        if row.part:
            self._divided.setdefault((at.block.pointer, at.row), []).append(row)
            return
        columns = self._headers.columns(at.block, row.header)
        is_headed = columns is not None and len(columns) == len(at.block.columns)
        placed = by_header(row, columns) if columns is not None and is_headed else None
        if placed is None and self._has_form_order(row, at) and not any(map(self._is_label, row.rest)):
            placed = _by_count(row, len(at.block.columns), is_headed=is_headed and row.grid.is_aligned)
        if placed is None and columns is not None and not is_headed:
            placed = by_header(row, columns)
        if placed is None and len(at.block.columns) == 1:
            placed = _all_alike(row)
        if placed is None:
            self._unplaced.append((row, at))
            return
        readings = self._readings
        pointers = readings.pointers(at.block, at.row)
        # Boxes that are the same stand in the same column.
        is_repeated = len({box.column for box in placed.values()}) < len(placed)
        times = Counter(placed.values()) if is_repeated else {}
        foreign = self._foreign_columns(row, at)
        for x, box in placed.items():
            evidence = row.grid.evidence_of(box)
            if x in foreign:
                self._leave_column_open(foreign[x], pointers[x], box, evidence)
            elif at.group is not None:
                readings.put_group(at, x, box.text, trim(row.labels[-1].text.replace("\n", "")), evidence)
            elif box.rowspan > 1 or (is_repeated and times[box] > 1):
                self._shared.setdefault((row.grid.evidence, box), ([], row.grid))[0].append(pointers[x])
            else:
                self._put(row, at, pointers[x], box, evidence)

    def _is_label(self, box: Box) -> bool:
        """Tell whether a box holds words of the form: the row tells each figure's column itself."""
        if not box.text or is_figure_or_mark(box.text):
            return False
        if fold(box.text) in self._form.words:
            return True
        # Those of a row may be joined in one box: 第二十条第（一）项/本年制发件数.
        return len(box.text) <= _LONGEST_JOINED and not self._form.words.isdisjoint(label_pieces(box.text))

    def _foreign_columns(self, row: DataRow, at: RowAt) -> Mapping[int, str]:
        """Return the columns under which the print has another label, by the header or what lines say before a row."""
        key = at.block.pointer, id(row.header), row.rest[0].column if row.rest else 0
        if key not in self._foreign:
            texts = tuple(self._spelled.get(at.block.pointer) or header_texts(self._without_corner(row, at)))
            found = foreign_columns(self._form.layout.id, at.block, texts) if texts else {}
            self._foreign[key] = row.header, found
        return self._foreign[key][1]

    def _without_corner(self, row: DataRow, at: RowAt) -> Sequence[Box]:
        """Return the header of a row without what stands above its labels, where columns stand above its figures."""
        columns = self._headers.columns(at.block, row.header)
        first = row.rest[0].column if row.rest and row.grid.is_aligned else 0
        if not columns or min(start for start, _ in columns.values()) < first:
            return row.header
        return [box for box in row.header if box.column + box.colspan > first]

    def _has_form_order(self, row: DataRow, at: RowAt) -> bool:
        """Tell whether nothing says that the columns of a row stand in another order than those of the form."""
        if at.block.pointer in self.other_order:
            return False
        if row.evidence.page is not None:
            # On a printed page the lines of broken labels stand beside and below each other.
            return True
        texts = self._header_texts(row, at)
        key = at.block.pointer, texts
        if key not in self._in_order:
            self._in_order[key] = is_in_order(self._form.layout.id, at.block, texts)
        return self._in_order[key]

    def _header_texts(self, row: DataRow, at: RowAt) -> tuple[str, ...]:
        key = at.block.pointer, id(row.header)
        if key not in self._texts:
            texts = tuple(self._spelled.get(at.block.pointer) or header_texts(row.header))
            self._texts[key] = row.header, texts
        return self._texts[key][1]

    def _put(self, row: DataRow, at: RowAt, pointer: str, box: Box, evidence: Evidence) -> None:
        """Take the figure of a box for a cell; an amount whose header names another unit than the form's has that."""
        is_amount = self._form.node(pointer).kind == "amount"
        unit = unit_under(at.block, self._header_texts(row, at), row.labels) if is_amount else None
        self._readings.put(pointer, box.text, evidence, unit)

    def _leave_column_open(self, label: str, pointer: str, box: Box, evidence: Evidence) -> None:
        """Leave a cell open that is printed under another label than its column has."""
        self._readings.mark([pointer], "ambiguous", "", evidence)
        self._readings.remarks.append((pointer, f"{trim(label)} {box.text}"))
        if label not in self._told:
            self._told.add(label)
            self._readings.say("column-unknown", pointer, Severity.WARNING, label=cut(label))

    def finish(self) -> None:
        """Settle what is said of several cells at once, or of one cell several times."""
        blocks = {at.block.pointer for _, at in self._unplaced}
        short = {b: ShortRows(counts(row) for row, at in self._unplaced if at.block.pointer == b) for b in blocks}
        for row, at in self._unplaced:
            self._readings.doubtful.add(at.block.table)
            self._leave_open(row, at, short)
        for rows in self._divided.values():
            self._divide(rows)
        self._share()

    def _divide(self, rows: list[DataRow]) -> None:
        """Leave the cells of a row open that the print divides into several rows, and keep their figures in notes.

        Their sum is what the cell would hold, but it is not what is printed.
        """
        at = rows[0].at
        assert at is not None
        for x, pointer in enumerate(self._readings.pointers(at.block, at.row)):
            evidence = rows[0].grid.evidence_of(rows[0].rest[x])
            self._readings.mark([pointer], "ambiguous", "", evidence)
            printed = "；".join(f"{trim(row.part)} {row.rest[x].text}" for row in rows)
            self._readings.remarks.append((pointer, printed))
        title = at.block.rows[at.row].titles[-1]
        first = self._readings.pointers(at.block, at.row)[0]
        self._readings.say("row-divided", first, Severity.WARNING, row=title, count=len(rows))

    def _share(self) -> None:
        """Settle the boxes that reach over several cells: a mark is said of each, a figure of their group."""
        readings = self._readings
        for (_, box), (pointers, grid) in self._shared.items():
            evidence = grid.evidence_of(box)
            figure = read_cell(box.text, "count").value
            if len(pointers) == 1 or figure is None:
                for pointer in pointers:
                    readings.put(pointer, box.text, evidence)
                continue
            parent = common_parent(pointers)
            if isinstance(figure, int) and sorted(group_cells(self._form.layout, parent)) == sorted(pointers):
                readings.undivide(parent, figure, self._form.node(parent).title, evidence)
            else:
                readings.leave_open(pointers, box.text, evidence, "figure-shared", count=len(pointers))

    def _leave_open(self, row: DataRow, at: RowAt, short: Mapping[str, ShortRows]) -> None:
        """Leave the cells of a row open whose figures are fewer than its columns, but for a total that tells itself.

        Where the last of the figures is the sum of the others, and the last column the sum of the other columns,
        that figure is the total whichever columns the others stand in, if other rows prove that rows end in it.
        """
        readings = self._readings
        figures = [box for box in row.rest if box.text]
        pointers = readings.pointers(at.block, at.row)
        total = None
        is_short = 1 < len(figures) < len(pointers)
        has_total = at.group is None and is_short and is_sum(self._form.layout.id, pointers[-1], pointers[:-1])
        if has_total and short[at.block.pointer].ends_in_total(counts(row)):
            total = pointers.pop()
            readings.put(total, figures[-1].text, row.grid.evidence_of(figures[-1]))
        if at.group is not None:
            pointers = [p for x in range(len(at.block.columns)) for p in readings.group(at, x)[1]]
        column = at.block.columns[-1].titles[-1]
        code = "figures-unplaced" if total is None else "figures-unplaced-but-total"
        more = {"total": column} if total is not None else {}
        readings.leave_open(pointers, row.printed, row.evidence, code, at=total, count=len(figures), **more)


def unit_under(block: Block, texts: Sequence[str], labels: Sequence[Box]) -> str | None:
    """Return the unit of money that a header or the labels of a row name, None where it is that of the form.

    Where both name one and not the same, it is neither.
    """
    above, beside = header_unit(texts), header_unit(box.text for box in labels)
    form = header_unit(title for line in block.columns for title in line.titles)
    if above is not None and beside is not None and above != beside:
        return "".join(box.text for box in labels)
    unit = above or beside
    return unit if unit is not None and unit != form else None


def header_texts(header: Sequence[Box]) -> list[str]:
    """Return the texts of a header, one that is repeated right below itself once: a converter filled up its span."""
    ends = {(box.text, box.column, box.row + box.rowspan) for box in header}
    return [box.text for box in header if (box.text, box.column, box.row) not in ends]


def counts(row: DataRow) -> tuple[int | None, ...]:
    """Return the counts that the boxes of a row hold, None for marks and all else; empty boxes aside."""
    values = (read_cell(box.text, "count").value for box in row.rest if box.text)
    return tuple(value if isinstance(value, int) else None for value in values)


def by_header(row: DataRow, columns: dict[int, Range]) -> dict[int, Box] | None:
    """Return the box under each column label, None where labels and figures do not stand as they should."""
    placed: dict[int, Box] = {}
    if all(box.colspan == 1 for box in row.rest) and all(end - start == 1 for start, end in columns.values()):
        # Nothing reaches over several columns, as in most tables: each box stands where its column does.
        single = {box.column: box for box in row.rest}
        if len(single) == len(row.rest):
            for x, (start, _) in columns.items():
                if start not in single:
                    return None
                placed[x] = single[start]
            used_columns = {start for start, _ in columns.values()}
            left = [box for box in row.rest if box.text and box.column not in used_columns]
            return placed if all(_is_foreign(box, row.header, columns) for box in left) else None
    used: set[Box] = set()
    for x, (start, end) in columns.items():
        boxes = [box for box in row.rest if box.column < end and start < box.column + box.colspan]
        written = [box for box in boxes if box.text]
        if len({box.text for box in written}) > 1 or not boxes:
            return None
        placed[x] = written[0] if written else boxes[0]
        used.update(written)
    others = [box for box in row.rest if box.text and box not in used]
    return placed if all(_is_foreign(box, row.header, columns) for box in others) else None


def _all_alike(row: DataRow) -> dict[int, Box] | None:
    """Return the first figure of a row for the only column if all are the same: one that reached over several slots."""
    figures = [box for box in row.rest if box.text]
    is_same = len({box.text for box in figures}) == 1 and all(is_figure_or_mark(box.text) for box in figures)
    return {0: figures[0]} if is_same else None


def _is_foreign(box: Box, header: Sequence[Box], columns: dict[int, Range]) -> bool:
    """Tell whether a box stands among the labels, or under a label of its own, such as 备注 or last year's figures."""
    if box.column + box.colspan <= min(start for start, _ in columns.values()):
        return True
    above = [label for label in header if label.text and _overlaps(label, box.column, box.column + box.colspan)]
    leaves = [label for label in above if label.row == max(other.row for other in above)]
    return bool(leaves) and not any(_overlaps(label, *place) for label in leaves for place in columns.values())


def _overlaps(box: Box, start: int, end: int) -> bool:
    return box.column < end and start < box.column + box.colspan


def _by_count(row: DataRow, wanted: int, *, is_headed: bool) -> dict[int, Box] | None:
    """Return the boxes after the labels if they are as many as there are columns, empty ones around them aside.

    Under a header that names every column an empty box stands for a cell: there are as many boxes or nothing is told.
    """
    rest = row.rest
    is_uneven = len({box.colspan for box in rest if box.text}) > 1
    if is_uneven and not is_headed and any(not box.text for box in rest):
        # One of them may stand for several cells, and blank boxes must not make up for these.
        return None
    if len(rest) == wanted or is_headed:
        return dict(enumerate(rest)) if len(rest) == wanted else None
    figures = [box for box in rest if box.text]
    if len(figures) == wanted and all(is_figure_or_mark(box.text) for box in figures):
        return dict(enumerate(figures))
    if len(rest) > wanted:
        is_before = not any(box.text for box in rest[:-wanted])
        is_after = not any(box.text for box in rest[wanted:])
        if is_before and is_after and figures:
            return None
        rest = rest[-wanted:] if is_before else rest[:wanted] if is_after else ()
    return dict(enumerate(rest)) if len(rest) == wanted else None
