"""Reads grids in which the labels of a figure stand beside it and above it, whichever of the form's are where.

So table four may have a row for each way of review, and table two a column for each of its figures. A label may be left
out where the others lead to one cell alone, and one text may join several. A figure below or beside words that the form
does not have is left unread.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import attrs

from govreport.documents.paper import Box, Grid, Paragraph
from govreport.documents.report.named.label_sets import LabelSets
from govreport.documents.report.named.vocabulary import Vocabulary, vocabulary
from govreport.documents.report.tables.readings import Readings
from govreport.documents.report.tables.units import header_unit
from govreport.documents.wording.cells import is_figure_or_mark
from govreport.documents.wording.grid_rows import rows_of
from govreport.documents.wording.labels import is_of_other_year

# Of the figures of such a table so many parts of a hundred have a place, and of its cells so many have a figure.
_LEAST_PLACED, _LEAST_FILLED = 90, 40
# A grid with more boxes than this is no table of the form.
_MOST_BOXES = 3_000
_LONGEST_CAPTION = 40


@attrs.frozen(kw_only=True)
class _Found:
    """A figure, or a blank box, and the cell to which its labels lead; None if they lead to none or to several."""

    box: Box
    grid: Grid
    cell: str | None
    unit: str | None


def read_crossed(
    readings: Readings, tables: Sequence[str], lost: Iterable[str], parts: Iterable[Paragraph | Grid]
) -> list[str]:
    """Read what of the `lost` tables stands in some parts, where any of `tables` may stand; return those read."""
    words = vocabulary(readings.form, tables)
    cells = LabelSets(words.blocks)
    found: list[_Found] = []
    captions: list[str] = []
    for part in parts:
        if isinstance(part, Paragraph):
            captions.append(part.text)
            continue
        if len(part.boxes) <= _MOST_BOXES and _keeps_columns(part) and not is_of_other_year("".join(captions[-1:])):
            found += _Crossed(words, cells, part, _captions(words, captions)).found()
        captions = []
    return [table for table in lost if _take(readings, table, found)]


def _keeps_columns(grid: Grid) -> bool:
    """Tell whether boxes stand under each other: in copied text they do where no row lacks a box, a corner aside."""
    if grid.is_aligned:
        return True
    rows = [[box for box in row if box.text] for row in rows_of(grid)]
    rows = [row for row in rows if len(row) > 1]
    ends = {row[-1].column for row in rows}
    return len(ends) == 1 and all(row[-1].column - row[0].column == len(row) - 1 and row[0].column <= 1 for row in rows)


def _captions(words: Vocabulary, texts: Sequence[str]) -> list[str]:
    """Return the labels that the lines right above a grid name, and nothing else: （一）行政复议情况."""
    found: list[str] = []
    for text in reversed(texts):
        labels = words.path(text) if len(text) <= _LONGEST_CAPTION else None
        if not labels:
            break
        found = [*labels, *found]
    return found


def _take(readings: Readings, table: str, found: Sequence[_Found]) -> bool:
    """Put the figures of a table into its cells if nearly all lead to one by their labels; tell whether they do."""
    placed: dict[str, _Found] = {}
    for one in found:
        if one.cell is None or not one.cell.startswith(f"{table}/"):
            continue
        before = placed.setdefault(one.cell, one)
        if before.box.text and one.box.text and before.box.text != one.box.text:
            return False
        placed[one.cell] = before if before.box.text else one
    loose = _loose(found)
    wanted = sum(pointer.startswith(f"{table}/") for pointer in readings.form.layout.cells)
    filled = sum(bool(one.box.text) for one in placed.values())
    if filled * 100 < wanted * _LEAST_FILLED or filled * 100 < (filled + loose) * _LEAST_PLACED:
        return False
    for pointer, one in placed.items():
        unit = one.unit if readings.form.node(pointer).kind == "amount" else None
        readings.put(pointer, one.box.text, one.grid.evidence_of(one.box), unit)
    return True


def _loose(found: Sequence[_Found]) -> int:
    """Return how many figures lead to no cell beside others that do; a row of its own may be a sum not asked for."""
    told = {(id(one.grid), one.box.row) for one in found if one.cell is not None}
    return sum(one.cell is None and (id(one.grid), one.box.row) in told for one in found)


class _Crossed:
    """A grid, slot by slot."""

    def __init__(self, words: Vocabulary, cells: LabelSets, grid: Grid, captions: Sequence[str]) -> None:
        self._words = words
        self._cells = cells
        self._grid = grid
        self._paths: dict[str, tuple[str, ...] | None] = {}
        self._slots: dict[tuple[int, int], Box] = {}
        self._labels_above: dict[int, Sequence[Box]] = {}
        self._labels_beside: dict[int, Sequence[Box]] = {}
        for box in grid.boxes:
            for y in range(box.row, min(box.row + box.rowspan, grid.height)):
                for x in range(box.column, min(box.column + box.colspan, grid.width)):
                    self._slots[y, x] = box
        # Texts that have a row of their own; they may reach over any columns.
        self._alone: set[int] = set()
        self._captions = list(self._captions_by_row(captions))

    def found(self) -> Iterator[_Found]:
        """Yield the figures and blank boxes whose labels are all of the form."""
        for box in self._grid.boxes:
            captions = self._captions[box.row]
            if captions is None or not _is_value(box):
                continue
            above, beside = self._above(box), self._beside(box)
            paths = [[self._path(other) for other in side] for side in (above, beside)]
            if any(None in side for side in paths):
                continue
            # Spans that were filled up repeat a label.
            labels = [label for side in paths for label, _ in groupby(label for path in side for label in path or ())]
            cell = self._cells.led_to(labels)
            if cell is None and labels and captions:
                cell = self._cells.led_to([*captions, *labels])
            if cell is not None or (labels and box.text):
                unit = header_unit(other.text for other in (*above, *beside))
                yield _Found(box=box, grid=self._grid, cell=cell, unit=unit)

    def _captions_by_row(self, above: Sequence[str]) -> Iterator[Sequence[str] | None]:
        """Yield the labels of the captions above each row, None below one that names another year.

        A caption stands above a header: a row of its own above figures is one that has none.
        """
        captions: Sequence[str] | None = above
        pending: list[tuple[Box, bool]] = []
        is_header = False
        for row in rows_of(self._grid):
            texts = [box for box in row if box.text]
            if any(is_figure_or_mark(box.text) for box in texts):
                self._keep_rows(pending)
                pending, is_header = [], False
            elif len(texts) == 1:
                pending.append((texts[0], len(row) > 1))
                self._alone.add(id(texts[0]))
            elif texts:
                if pending:
                    boxes = [box for box, _ in pending]
                    is_other = any(is_of_other_year(box.text) and not self._path(box) for box in boxes)
                    captions = None if is_other else [label for box in boxes for label in self._path(box) or ()]
                elif not is_header and captions is not above:
                    captions = ()
                pending, is_header = [], True
            yield captions
        self._keep_rows(pending)

    def _keep_rows(self, pending: Iterable[tuple[Box, bool]]) -> None:
        """Take back what stands alone but for blank boxes: the label of a row in which nothing is filled in."""
        self._alone -= {id(box) for box, has_others in pending if has_others and box.colspan == 1}

    def _path(self, box: Box) -> tuple[str, ...] | None:
        if box.text not in self._paths:
            self._paths[box.text] = self._words.path(box.text)
        return self._paths[box.text]

    def _above(self, box: Box) -> Sequence[Box]:
        # Below a figure as wide as itself stands what stands below that: the way up need not be gone again.
        before = self._slots.get((box.row - 1, box.column))
        known = self._labels_above.get(id(before)) if before is not None and _is_value(before) else None
        if known is None or before is None or (before.column, before.colspan) != (box.column, box.colspan):
            columns = range(box.column, box.column + box.colspan)
            known = list(self._labels([(y, x) for x in columns] for y in range(box.row - 1, -1, -1)))
        self._labels_above[id(box)] = known
        return known

    def _beside(self, box: Box) -> Sequence[Box]:
        before = self._slots.get((box.row, box.column - 1))
        known = self._labels_beside.get(id(before)) if before is not None and _is_value(before) else None
        if known is None or before is None or (before.row, before.rowspan) != (box.row, box.rowspan):
            rows = range(box.row, box.row + box.rowspan)
            known = list(self._labels([(y, x) for y in rows] for x in range(box.column - 1, -1, -1)))
        self._labels_beside[id(box)] = known
        return known

    def _labels(self, lines: Iterable[Sequence[tuple[int, int]]]) -> Iterator[Box]:
        """Yield the labels nearest to a box, from the inside to the outside, up to figures that stand beyond them."""
        before: set[int] = set()
        has_label = False
        for line in lines:
            boxes = {id(box): box for place in line if (box := self._slots.get(place)) is not None}
            for key, box in boxes.items():
                if key in before or key in self._alone:
                    continue
                if not _is_value(box):
                    has_label = True
                    yield box
                elif box.text and has_label:
                    return
            before = set(boxes)


def _is_value(box: Box) -> bool:
    return not box.text or is_figure_or_mark(box.text)
