"""Tables whose figures run together: each row by its label, its figures where digits and sums allow one way only."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import lcm

import attrs

from govreport.documents.paper import Paragraph
from govreport.documents.report.sums.agreeing import Part, parts_of
from govreport.documents.report.sums.equations import Equation, equations
from govreport.documents.report.sums.figures_first import name_backwards
from govreport.documents.report.sums.labels import Named, header_texts, name
from govreport.documents.report.sums.runs import evidence_of, runs_of
from govreport.documents.report.sums.ways import Row, mark_width
from govreport.documents.report.tables.column_order import is_in_order
from govreport.documents.report.tables.foreign_columns import foreign_columns
from govreport.documents.report.tables.form import Block, RowAt
from govreport.documents.report.tables.readings import Readings
from govreport.documents.report.tables.units import header_unit
from govreport.documents.text import trim
from govreport.documents.wording.pages import FRAMED_PAGE_NUMBER
from govreport.findings import Severity, cut
from govreport.form.figures import MOST_DIGITS

# So many rows with fewer characters than cells show that print leaves cells empty: then no row says how many it has.
_FEWEST_SHORT = 2
# A row of figures that is no row of the form: a sentence is longer.
_LONGEST_LABEL = 60
# A table has some thirty rows; of more lines than this nothing is read.
_MOST_RUNS = 400


@attrs.frozen(kw_only=True)
class _Found:
    """A row of the form with the run printed for it, and the texts of the header above it."""

    named: Named
    at: RowAt
    row: Row
    header: tuple[str, ...]


def read_run_together(readings: Readings, table: str, lines: Sequence[Paragraph]) -> None:
    """Read the rows of a table of which no cell was read, from lines in which figures run together."""
    lines = [line for line in lines if not FRAMED_PAGE_NUMBER.fullmatch(line.text)]
    runs = runs_of(lines)
    if len(runs) > _MOST_RUNS:
        return
    form = readings.form
    blocks = [block for block in form.blocks if block.table == table]
    backwards = name_backwards(form, blocks, runs)
    named = backwards or _bare(blocks, [name(form, table, run) for run in runs])
    if not _is_in_form_order(blocks, named) or _has_bare_label(readings, table, blocks, named):
        return
    found = list(_found(readings, table, named))
    if not found or _leaves_cells_empty(found, blocks):
        return
    cells = [cell for one in found for cell in one.row.cells]
    every = equations(form.layout.id, list(form.layout.cells), _groups(readings, found))
    known = set(cells)
    asked = [one for one in every if one.keys() <= known]
    parts = parts_of([one.row for one in found], asked, [one for one in every if not known.isdisjoint(one)])
    if not parts or (backwards is not None and not _all_hold(found, parts, every)):
        return
    readings.doubtful.add(table)
    for one in found:
        _put(readings, lines, one, parts)
    for other in named:
        if other.at is None and other.run.characters and other is not named[0]:
            _quote(readings, table, other)


def _bare(blocks: Sequence[Block], named: Sequence[Named]) -> list[Named]:
    """Return the runs, that of the one row of a block without row labels named: the longest behind its columns."""
    for block in blocks:
        if all(not line.labels for line in block.rows) and len(block.rows) == 1:
            able = [n for n, one in enumerate(named) if len(one.run.characters) >= len(block.columns)]
            if len(able) == 1:
                at = RowAt(block=block, row=0)
                one = named[able[0]]
                whole = attrs.evolve(one, at=at, label="", before=one.run.texts)
                return [whole if n == able[0] else other for n, other in enumerate(named)]
    return list(named)


def _is_in_form_order(blocks: Sequence[Block], named: Sequence[Named]) -> bool:
    """Tell whether figures follow the labels of rows in the order of the form, and none comes before the first."""
    filled = [one for one in named if one.run.characters]
    places = [(blocks.index(one.at.block), one.at.row) for one in filled if one.at is not None]
    is_first = bool(filled) and filled[0].at is not None
    return is_first and all(a < b for a, b in pairwise(places))


def _has_bare_label(readings: Readings, table: str, blocks: Sequence[Block], named: Sequence[Named]) -> bool:
    """Tell whether a row of a table without sums has no figures behind its label: then they may stand before it.

    In a table with sums a row may be empty; sums show what has been taken for another row's.
    """
    if any(len(block.rows) > _FEWEST_SHORT or not block.rows[0].labels for block in blocks):
        return False
    columns = {line.label for block in blocks for line in block.columns}
    rows = {line.label for block in blocks for line in block.rows if line.labels} - columns
    for one in named:
        own = one.at.block.rows[one.at.row].label if one.at is not None and one.run.characters else ""
        pieces = header_texts(readings.form, table, one.run.texts)
        if any(piece in rows and piece != own for piece in pieces):
            return True
    return False


def _found(readings: Readings, table: str, named: Sequence[Named]) -> Iterator[_Found]:
    """Yield the rows whose columns stand as the form has them; a row that was read by its labels stays as it is."""
    form = readings.form
    header: tuple[str, ...] = ()
    block: Block | None = None
    is_sure = True
    rows = [one for one in named if one.at is not None and one.run.characters]
    widths = {n: len(one.at.block.columns) for n, one in enumerate(rows) if one.at is not None}
    width = mark_width({n: one.run for n, one in enumerate(rows)}, widths)
    for one in rows:
        at = one.at
        assert at is not None
        if at.block is not block:
            block, header = at.block, one.before
            texts = header_texts(form, table, header)
            is_sure = not foreign_columns(form.layout.id, block, texts) and is_in_order(form.layout.id, block, texts)
        if not is_sure:
            continue
        if at.group is None:
            cells = readings.pointers(at.block, at.row)
        else:
            cells = [readings.group(at, x)[0] for x in range(len(at.block.columns))]
        if any(cell in readings.cells or cell in readings.undivided for cell in cells):
            continue
        kinds = tuple(form.node(cell).kind if at.group is None else "count" for cell in cells)
        row = Row(run=one.run, cells=tuple(cells), kinds=kinds, width=width)
        yield _Found(named=one, at=at, row=row, header=header)


def _leaves_cells_empty(found: Sequence[_Found], blocks: Sequence[Block]) -> bool:
    """Tell whether the table leaves cells empty: rows have fewer characters than cells, or none at all."""
    bare = 0
    for one, after in pairwise(found):
        if one.at.block is after.at.block and after.at.row > one.at.row + 1:
            texts = "".join(after.named.before)
            skipped = one.at.block.rows[one.at.row + 1 : after.at.row]
            bare += sum(1 for line in skipped if line.titles[-1] in texts)
    short = sum(one.row.is_short for one in found)
    has_sums = any(len(block.rows) > _FEWEST_SHORT or not block.rows[0].labels for block in blocks)
    return short + bare >= (_FEWEST_SHORT if has_sums else 1)


def _all_hold(found: Sequence[_Found], parts: Mapping[str, Part], every: Sequence[Equation]) -> bool:
    """Tell whether every figure is plain digits and stands in sums, all of which hold: then no figure is misplaced."""
    figures: dict[str, int] = {}
    for one in found:
        for cell in one.row.cells:
            part = parts.get(cell)
            text = "" if part is None else one.row.run.text[part.start : part.end]
            if not text.isdigit() or one.row.run.units:
                return False
            figures[cell] = int(text)
    sums = [equation for equation in every if not figures.keys().isdisjoint(equation)]
    summed = {cell for equation in sums for cell in equation}
    return summed == figures.keys() and all(
        sum(sign * figures[cell] for cell, sign in equation.items()) == 0 for equation in sums
    )


def _groups(readings: Readings, found: Sequence[_Found]) -> list[str]:
    return [cell for one in found if one.at.group is not None for cell in one.row.cells]


def _put(readings: Readings, lines: Sequence[Paragraph], one: _Found, parts: Mapping[str, Part]) -> None:
    """Take what is sure of a row, and leave the rest open."""
    at, run, form = one.at, one.row.run, readings.form
    by_form = (title for line in at.block.columns for title in line.titles)
    unit = header_unit((*one.header, one.named.label))
    unit = unit if unit != header_unit(by_form) else None
    left = []
    for x, cell in enumerate(one.row.cells):
        part = parts.get(cell)
        if part is None or _may_be_repeated(readings, one):
            left.append(cell)
            continue
        characters = run.characters[part.start : part.end]
        text = "".join(c.sign for c in characters) + run.units.get(part.end, "")
        evidence = evidence_of(lines, characters, part.by if len(one.row.cells) > 1 else None)
        if at.group is not None:
            readings.put_group(at, x, text, trim(one.named.label), evidence)
        else:
            readings.put(cell, text, evidence, unit if form.node(cell).kind == "amount" else None)
    if left:
        evidence = evidence_of(lines, run.characters, None)
        cells = left if at.group is None else [c for x in range(len(one.row.cells)) for c in readings.group(at, x)[1]]
        readings.leave_open(cells, run.text, evidence, "figures-together", count=len(left))


def _may_be_repeated(readings: Readings, one: _Found) -> bool:
    """Tell whether the figures of a row may each be printed in all of the columns over which their boxes reached."""
    table = one.at.block.table
    wide = lcm(*(len(block.columns) for block in readings.form.blocks if block.table == table))
    count = len(one.row.cells)
    return wide > count and wide % count == 0 and _is_repeated(one.row.run.text, count, wide // count)


def _is_repeated(text: str, count: int, times: int) -> bool:
    """Tell whether a text is made of so many figures, each of them so many times."""
    if count == 1:
        size, rest = divmod(len(text), times)
        return size > 0 and not rest and text == text[:size] * times
    sizes = range(1, min(len(text) // times, MOST_DIGITS) + 1)
    return any(
        text.startswith(text[:size] * times) and _is_repeated(text[size * times :], count - 1, times) for size in sizes
    )


def _quote(readings: Readings, table: str, one: Named) -> None:
    """Say that a row with figures is no row of the form."""
    label = one.label.strip()
    if 0 < len(label) <= _LONGEST_LABEL and "。" not in label:
        readings.say("row-unknown", table, Severity.WARNING, label=cut(label), printed=cut(one.run.text))
