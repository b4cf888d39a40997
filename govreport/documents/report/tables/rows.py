"""Rows: what a row of a grid is called in the form, and which of its boxes are labels."""

from collections.abc import Sequence
from operator import attrgetter

import attrs

from govreport.documents.paper import Box, Evidence, Grid
from govreport.documents.report.tables.columns import Headers
from govreport.documents.report.tables.form import Block, Fit, Form, RowAt
from govreport.documents.wording.cells import is_figure_or_mark
from govreport.documents.wording.labels import fold

_ROW = attrgetter("row")
_LONGEST_NUMBER = 3
_FEWEST_FIGURES = 3
# The labels of a row are so many at most, those broken into several boxes included.
_MOST_PIECES = 16


@attrs.frozen(kw_only=True)
class DataRow:
    """A row with figures or room for them: its labels, and all other boxes from left to right."""

    grid: Grid
    labels: tuple[Box, ...]
    rest: tuple[Box, ...]
    header: tuple[Box, ...]
    block: Block | None  # the block whose caption or rows stood last before it
    at: RowAt | None
    part: str = ""  # the innermost label where the form has no rows inside of the row `at`, but the print has
    is_headed: bool = False  # its header told its labels from its figures

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


class RowFinder:
    """Tells rows of the form from headers and running text."""

    def __init__(self, form: Form, headers: Headers) -> None:
        self._form = form
        self._headers = headers
        self._bare = [block for block in form.blocks if len(block.rows) == 1 and not block.rows[0].labels]

    def find(
        self, grid: Grid, boxes: Sequence[Box], header: tuple[Box, ...], block: Block | None, tables: frozenset[str]
    ) -> DataRow | None:
        """Return a row that holds figures or room for them, None for headers and running text.

        `block` is the one that stood last before it; only rows of `tables` may stand there.
        """
        texts = [box for box in boxes if box.text]
        if not texts:
            at = self._unlabelled(0, header, tables)
            has_room = at is not None and len(boxes) >= len(at.block.columns)
            return (
                DataRow(grid=grid, labels=(), rest=tuple(boxes), header=header, block=block, at=at)
                if has_room
                else None
            )
        headed = self._under_header(texts, header, tables)
        labels, at = headed or self._labels(texts, tables)
        last = max((box.column for box in labels), default=-1)
        rest = tuple(box for box in boxes if box.column > last)
        labels = _without_number(labels)
        if at is not None and at.group is None and len(rest) > len(at.block.columns):
            part = next((box for box in rest if box.text), rest[0])
            inside = tuple(box for box in rest if box.column > part.column)
            if not is_figure_or_mark(part.text) and _is_complete(inside, len(at.block.columns)):
                return DataRow(grid=grid, labels=labels, rest=inside, header=header, block=block, at=at, part=part.text)
        figures = sum(1 for box in rest if box.text)
        if figures == 0:
            # Room for figures is there where the labels lead to a row, from the outer to the inner, and to none else.
            if at is None or at.group is not None or len(rest) < len(at.block.columns):
                return None
            path = "".join(at.block.rows[at.row].labels)
            if any(fold(box.text) not in path for box in labels[:-1] if box.row == labels[-1].row):
                return None
        elif at is None:
            # One figure may stand for several columns.
            at = self._unlabelled(sum(box.colspan for box in rest if box.text), header, tables)
            if at is None and (block is None or (not labels and figures < 2)):
                return None
        is_headed = headed is not None
        return DataRow(grid=grid, labels=labels, rest=rest, header=header, block=block, at=at, is_headed=is_headed)

    def _under_header(
        self, texts: Sequence[Box], header: tuple[Box, ...], tables: frozenset[str]
    ) -> tuple[tuple[Box, ...], RowAt | None] | None:
        """Return labels and row where the header tells them from what stands under its columns, readable or not."""
        for number in range(min(len(texts), _MOST_PIECES + 1)):
            labels = _outer_first(texts[:number])
            at = self._exact(labels, tables) if labels else self._without_labels(texts, tables)
            columns = self._headers.columns(at.block, header) if at is not None and at.group is None else None
            if at is None or columns is None or len(columns) < len(at.block.columns):
                continue
            first = min(start for start, _ in columns.values())
            is_parted = all(box.column + box.colspan <= first for box in labels)
            if is_parted and all(box.column >= first for box in texts[number:]):
                return labels, at
        return None

    def _labels(self, texts: Sequence[Box], tables: frozenset[str]) -> tuple[tuple[Box, ...], RowAt | None]:
        """Return the labels of a row, which stand before its figures, and the row of the form that they name.

        A text that no label agrees with may stand in the place of the first figure, and the number of the row before
        its label.
        """
        start = 1 if is_figure_or_mark(texts[0].text) and len(texts[0].text) <= _LONGEST_NUMBER else 0
        end = next((n for n, box in enumerate(texts) if n >= start and is_figure_or_mark(box.text)), len(texts))
        for number in range(end, start, -1) if end - start <= _MOST_PIECES else ():
            labels = _outer_first(texts[start:number])
            at = self._resolve(labels, tables)
            if at is not None and (number == end or (at.group is None and end < len(texts))):
                return labels, at
        if start and end == len(texts):
            return (), None
        return _outer_first(texts[start:end]), None

    def _resolve(self, labels: tuple[Box, ...], tables: frozenset[str]) -> RowAt | None:
        found = self._exact(labels, tables)
        if found is None and len(labels) > 1:
            found = self._form.exact_row("".join(box.text for box in labels))
        found = found or self._form.row(labels[-1].text)
        return found if found is not None and found.block.table in tables else None

    def _exact(self, labels: tuple[Box, ...], tables: frozenset[str]) -> RowAt | None:
        found = self._form.exact_row(labels[-1].text)
        return found if found is not None and found.block.table in tables else None

    def _without_labels(self, texts: Sequence[Box], tables: frozenset[str]) -> RowAt | None:
        """Return the one row of the block without row labels, if texts are more than another header."""
        if not any(is_figure_or_mark(box.text) for box in texts):
            return None
        return next((RowAt(block=block, row=0) for block in self._bare_blocks(tables)), None)

    def _unlabelled(self, figures: int, header: tuple[Box, ...], tables: frozenset[str]) -> RowAt | None:
        """Return the row of the block without row labels, where figures stand under its columns or are as many."""
        for block in self._bare_blocks(tables):
            columns = self._headers.columns(block, header)
            is_headed = columns is not None and len(columns) == len(block.columns)
            if (is_headed and figures == 0) or (columns is not None and _FEWEST_FIGURES <= figures <= len(columns)):
                return RowAt(block=block, row=0, fit=Fit.PLACE)
            if figures == len(block.columns):
                return RowAt(block=block, row=0, fit=Fit.PLACE)
        return None

    def _bare_blocks(self, tables: frozenset[str]) -> list[Block]:
        return [block for block in self._bare if block.table in tables]


def _outer_first(labels: Sequence[Box]) -> tuple[Box, ...]:
    """Return labels from the outer to the inner: what begins in the row itself is inside of what covers it from above.

    Where a span is too long by one, the label of the next group stands to the right of its rows.
    """
    return tuple(sorted(labels, key=_ROW)) if len(labels) > 1 else tuple(labels)


def _is_complete(boxes: Sequence[Box], wanted: int) -> bool:
    return len(boxes) == wanted and all(is_figure_or_mark(box.text) or not box.text for box in boxes)


def _without_number(labels: tuple[Box, ...]) -> tuple[Box, ...]:
    """Return labels without the number of the row in a column of its own."""
    return tuple(box for box in labels if not is_figure_or_mark(box.text))
