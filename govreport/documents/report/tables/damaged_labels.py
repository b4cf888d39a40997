"""Damaged labels: a row that says too little of itself is told by the rows before and after it, and that is said."""

from collections.abc import Mapping, Sequence

import attrs

from govreport.documents.report.tables.form import Block, Fit, RowAt, is_excluded
from govreport.documents.report.tables.readings import Readings
from govreport.documents.report.tables.rows import DataRow
from govreport.documents.wording.cells import read_cell
from govreport.documents.wording.labels import is_remnant, legible, readable
from govreport.findings import Severity, cut
from govreport.rules.data import load_instances


def with_damaged(read: Sequence[DataRow], readings: Readings) -> list[DataRow]:
    """Return the rows, those whose label is damaged found by the rows before and after them."""
    own = {(r.at.block.pointer, r.at.row): r.at for r in read if r.at is not None and r.at.group is None}
    rows = [_told_apart(row, own, readings) for row in read]
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
            damaged = _without_lost_label(rows[start + number], at)
            figures = [box for box in damaged.rest if box.text]
            is_lost = damaged is not rows[start + number]
            letters = legible(damaged.labels[-1].text) if damaged.labels and not is_lost else ""
            if len(figures) != len(at.block.columns) or (not letters and not is_lost and _speaks(damaged)):
                continue
            if not letters:
                # Sums may say whether it is this row; they are known when the other rows are read.
                rows[start + number] = attrs.evolve(damaged, at=attrs.evolve(at, fit=Fit.PLACE))
            elif is_remnant(letters, at.block.rows[at.row].label) and not is_excluded(at, damaged.labels[-1].text):
                rows[start + number] = attrs.evolve(damaged, at=attrs.evolve(at, fit=Fit.LIKE))
                say_inferred(damaged, at, readings)
    return rows


def _speaks(row: DataRow) -> bool:
    """Tell whether the label of a row has letters, though all in brackets: they say what the row is not."""
    return any(readable(box.text) for box in row.labels[-1:])


def _without_lost_label(row: DataRow, at: RowAt) -> DataRow:
    """Return a row without a sign like ？？？ before its figures: what is left of a label has no letters."""
    figures = [box for box in row.rest if box.text]
    if len(figures) != len(at.block.columns) + 1 or read_cell(figures[0].text, "count").mark != "illegible":
        return row
    if any(letter.isalnum() for letter in figures[0].text):
        return row
    return attrs.evolve(row, rest=tuple(box for box in row.rest if box is not figures[0]))


_Own = Mapping[tuple[str, int], RowAt]


def is_told_by_place(row: DataRow) -> bool:
    """Tell whether nothing but its place says which row of the form a row is."""
    return row.at is not None and row.at.fit is Fit.PLACE and bool(row.at.block.rows[row.at.row].labels)


def fills_gap(row: DataRow, readings: Readings) -> bool:
    """Tell whether the figures of a row are what its columns lack for their sums; true where there are no sums."""
    at = row.at
    assert at is not None
    pointers = readings.pointers(at.block, at.row)
    figures = [read_cell(box.text, "count").value or 0 for box in row.rest if box.text]
    for pointer, figure in zip(pointers, figures, strict=True):
        for instance in load_instances(readings.form.layout.id):
            cells = (*instance.left, *instance.right)
            # A sum over the row itself says nothing of which row it is.
            is_asked = instance.is_arithmetic and instance.rule.relation == "=" and pointer in cells
            if not is_asked or not set(cells).isdisjoint(other for other in pointers if other != pointer):
                continue
            known = {cell: readings.cells[cell].printed for cell in cells if cell != pointer and cell in readings.cells}
            if len(known) < len(cells) - 1 or any(printed.mark == "ambiguous" for printed in known.values()):
                return False
            left, right = (
                sum(figure if cell == pointer else known[cell].value or 0 for cell in side)
                for side in (instance.left, instance.right)
            )
            if left != right:
                return False
    return True


def _told_apart(row: DataRow, own: _Own, readings: Readings) -> DataRow:
    """Return a row whose innermost label is that of a group, as what it is where the group's rows are printed, too.

    It is the first of them if that one is missing and the figures are complete: its own label is lost. Anything
    else is no row of the form.
    """
    at = row.at
    if at is None or at.group is None or not _has_own_rows(at, own):
        return row
    first = RowAt(block=at.block, row=at.row)
    is_there = (at.block.pointer, at.row) in own
    if is_there or len([box for box in row.rest if box.text]) != len(at.block.columns):
        return attrs.evolve(row, at=None, block=at.block)
    say_inferred(row, first, readings)
    return attrs.evolve(row, at=first)


def _has_own_rows(at: RowAt, own: _Own) -> bool:
    """Tell whether the rows of a group are printed one by one."""
    labels = at.block.rows[at.row].labels[: at.group]
    return any(
        other.block is at.block and at.block.rows[other.row].labels[: at.group] == labels for other in own.values()
    )


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


def say_inferred(row: DataRow, at: RowAt, readings: Readings) -> None:
    """Say that a row was told by its place."""
    readings.say(
        "row-inferred",
        readings.pointers(at.block, at.row)[0],
        Severity.INFO,
        label=cut(row.label or "—"),
        row=at.block.rows[at.row].titles[-1],
    )
