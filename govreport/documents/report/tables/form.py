"""The form as a reader needs it: its tables as rows and columns of folded labels, derived from the schema."""

from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache

import attrs

from govreport import resources
from govreport.documents.wording.labels import (
    closest,
    excludes,
    fold,
    fold_numbered,
    is_of_other_year_in_brackets,
    own_words,
)
from govreport.form.drawing import DrawnBlock, draw
from govreport.form.layout import Layout, Node, load_layout
from govreport.pointers import parent
from govreport.rules.data import load_instances

# The labels of the form are shorter; one that is cut off or has a remark behind it has no more letters than this.
_LONGEST_LABEL = 400
# Labels so long are kept in mind.
_LONGEST_KEPT = 200


@attrs.frozen(kw_only=True)
class FormLine:
    """A row or a column of a block: the labels that lead to it, from the outer to the inner, as printed and folded."""

    titles: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def label(self) -> str:
        """The innermost label, "" for a line that has none."""
        return self.labels[-1] if self.labels else ""


@attrs.frozen(kw_only=True, eq=False)
class Block:
    """A block of a table. `cells` maps (row, column) to the pointer of a cell.

    There is one object for each block of a layout, by which it is known.
    """

    table: str
    pointer: str
    caption: str
    rows: tuple[FormLine, ...]
    columns: tuple[FormLine, ...]
    cells: dict[tuple[int, int], str] = attrs.field(repr=False)


class Fit(IntEnum):
    """How well a printed label fits the row that it is taken for; less is better."""

    EXACT = 0
    OWN_WORDS = 1  # without what stands in brackets, or as another layout names the row
    LIKE = 2  # a misprint
    PLACE = 3  # other words, or no label at all


@attrs.frozen(kw_only=True)
class RowAt:
    """A row of the form; with `group` set, the innermost label of the print is that group's of several rows."""

    block: Block = attrs.field(repr=False)
    row: int
    group: int | None = None  # how many labels of the row's path name the group
    fit: Fit = attrs.field(default=Fit.EXACT, eq=False)


@attrs.frozen(kw_only=True)
class Form:
    """A layout, prepared for matching."""

    layout: Layout = attrs.field(repr=False)
    blocks: tuple[Block, ...] = attrs.field(repr=False)
    rows: dict[str, RowAt] = attrs.field(repr=False)
    own: dict[str, RowAt] = attrs.field(repr=False)  # rows by their own words, and by their names in other layouts
    captions: dict[str, Block] = attrs.field(repr=False)
    cells: dict[str, frozenset[str]] = attrs.field(repr=False)  # of each table
    words: frozenset[str] = attrs.field(repr=False)  # all labels of rows and columns, and captions of blocks

    def exact_row(self, text: str) -> RowAt | None:
        """Return the row or group that a printed label names, whatever it explains in brackets."""
        # The same labels are printed in every report.
        return _exact_row(self.layout.id, text) if len(text) <= _LONGEST_KEPT else self.find_exactly(text)

    def find_exactly(self, text: str) -> RowAt | None:
        """Return what `exact_row` returns, found anew."""
        own = own_words(text)
        if not own:
            # All of it stands in brackets.
            return None
        found = self.rows.get(fold(text)) or self.own.get(own)
        return None if found is not None and is_excluded(found, text) else found

    def row(self, text: str) -> RowAt | None:
        """Return the row or group that a printed label names, a misprint of it included."""
        found = self.exact_row(text)
        own = own_words(text)
        if found is None and 2 <= len(own) <= _LONGEST_LABEL:
            found = _closest_row(self.layout.id, own)
        return None if found is not None and is_excluded(found, text) else found

    def node(self, pointer: str) -> Node:
        """Return the node at a pointer."""
        return self.layout.nodes[pointer]


def is_excluded(at: RowAt, text: str) -> bool:
    """Tell whether a label says in brackets that the very row is not counted: 规范性文件（不含行政规范性文件）.

    Or that another year is: 行政许可（上年）.
    """
    label = at.block.rows[at.row].label
    told = fold(text)
    if told == label:
        return False
    return is_of_other_year_in_brackets(text) or (excludes(text) and label in told.removeprefix(own_words(text)))


@cache
def load_form(layout: str) -> Form:
    """Return the form of a layout."""
    loaded = load_layout(layout)
    blocks = tuple(block for table in loaded.tables for block in _blocks(table))
    rows: dict[str, RowAt] = {}
    for block in blocks:
        for number, line in enumerate(block.rows):
            for label in _spellings(line.labels):
                rows.setdefault(label, RowAt(block=block, row=number))
    for block in blocks:
        for number, line in enumerate(block.rows):
            for depth in range(1, len(line.labels)):
                for label in _spellings(line.labels[:depth]):
                    rows.setdefault(label, RowAt(block=block, row=number, group=depth))
    captions = {block.caption: block for block in blocks if block.caption}
    own = {label: attrs.evolve(at, fit=Fit.OWN_WORDS) for label, at in rows.items()}
    for label, at in _own_names(blocks):
        own.setdefault(label, at)
    for label, holder in _named_elsewhere(layout):
        for block in blocks:
            for row in range(len(block.rows)):
                if _parent(block, row) == holder:
                    own.setdefault(label, RowAt(block=block, row=row, fit=Fit.OWN_WORDS))
    cells = {table.pointer: frozenset(node.pointer for node in table.walk() if node.is_cell) for table in loaded.tables}
    lines = [line for block in blocks for line in (*block.rows, *block.columns)]
    words = frozenset((*captions, *(label for line in lines for label in line.labels)))
    return Form(layout=loaded, blocks=blocks, rows=rows, own=own, captions=captions, cells=cells, words=words)


def _own_names(blocks: Iterable[Block]) -> Iterable[tuple[str, RowAt]]:
    """Yield the names of rows without what the form itself explains in brackets."""
    for block in blocks:
        for number, line in enumerate(block.rows):
            for start in range(len(line.titles)):
                yield "".join(map(own_words, line.titles[start:])), RowAt(block=block, row=number)


@cache
def _named_elsewhere(layout: str) -> tuple[tuple[str, str], ...]:
    """Return (label, pointer) of rows that are an object of their own and may have another name in other layouts."""
    others = [load_layout(other) for other in resources.layouts() if other != layout]
    blocks = [block for other in others for table in other.tables for block in _blocks(table)]
    named = [(line.label, _parent(block, row)) for block in blocks for row, line in enumerate(block.rows)]
    return tuple((label, parent) for label, parent in named if label and parent)


def _parent(block: Block, row: int) -> str:
    """Return the pointer of the object that holds the cells of a row, "" where they stand in several."""
    parents = {parent(block.cells[row, x]) for x in range(len(block.columns))}
    return parents.pop() if len(parents) == 1 and block.rows[row].labels else ""


def _blocks(table: Node) -> Iterable[Block]:
    return (_block(table, drawn) for drawn in draw(table))


@cache
def _sums(layout: str) -> frozenset[tuple[str, frozenset[str]]]:
    """Return (total, parts) of each rule that says a cell is the sum of others."""
    return frozenset(
        (instance.right[0], frozenset(instance.left))
        for instance in load_instances(layout)
        if instance.is_arithmetic and instance.rule.relation == "=" and len(instance.right) == 1
    )


def is_sum(layout: str, total: str, parts: Iterable[str]) -> bool:
    """Tell whether the rules of a layout say that a cell is the sum of exactly these others."""
    return (total, frozenset(parts)) in _sums(layout)


def _block(table: Node, drawn: DrawnBlock) -> Block:
    height, width = drawn.height - drawn.header_rows, drawn.width - drawn.header_columns
    rows: list[list[str]] = [[] for _ in range(height)]
    columns: list[list[str]] = [[] for _ in range(width)]
    cells, caption = {}, ""
    for box in drawn.boxes:
        if box.role == "caption":
            caption = fold_numbered(box.text)
        elif box.role == "row":
            for y in range(box.row, box.row + box.rowspan):
                rows[y - drawn.header_rows].append(box.text)
        elif box.role == "column":
            for x in range(box.column, box.column + box.colspan):
                columns[x - drawn.header_columns].append(box.text)
        elif box.role == "cell" and box.pointer is not None:
            cells[box.row - drawn.header_rows, box.column - drawn.header_columns] = box.pointer
    return Block(
        table=table.pointer,
        pointer=drawn.pointer,
        caption=caption,
        rows=tuple(map(_line, rows)),
        columns=tuple(map(_line, columns)),
        cells=cells,
    )


def _line(titles: list[str]) -> FormLine:
    return FormLine(titles=tuple(titles), labels=tuple(map(fold, titles)))


def _spellings(labels: tuple[str, ...]) -> list[str]:
    """Return how a line may be named in print: by its label alone, or with any of the labels around it before it."""
    return ["".join((*labels[start:-1], labels[-1])) for start in range(len(labels) - 1, -1, -1)] if labels else []


@lru_cache(maxsize=1 << 12)
def _exact_row(layout: str, label: str) -> RowAt | None:
    return load_form(layout).find_exactly(label)


@lru_cache(maxsize=1 << 14)
def _closest_row(layout: str, label: str) -> RowAt | None:
    form = load_form(layout)
    # Names of one and the same row do not compete with each other: only innermost labels stand for election.
    own: dict[str, RowAt] = {}
    for block in form.blocks:
        for line in block.rows:
            if line.labels:
                own[line.label] = form.rows[line.label]
                for depth in range(1, len(line.labels)):
                    own.setdefault(line.labels[depth - 1], form.rows[line.labels[depth - 1]])
    name = closest(label, own, _tails(layout))
    return attrs.evolve(own[name], fit=Fit.LIKE) if name is not None else None


@cache
def _tails(layout: str) -> frozenset[str]:
    """Return the words in which all column labels of a block end: behind a row's label they add nothing."""
    tails: set[str] = set()
    for block in load_form(layout).blocks:
        labels = [own_words(line.titles[-1]) for line in block.columns]
        first = labels[0]
        ends = (first[start:] for start in range(len(first) - 1))
        tails.update(end for end in ends if all(label.endswith(end) for label in labels))
    return frozenset(tails)
