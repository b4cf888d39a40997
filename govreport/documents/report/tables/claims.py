"""Claims: of several rows that might be one and the same row of the form, the one whose label fits best has it."""

import re
from collections.abc import Sequence

import attrs

from govreport.documents.report.tables.form import RowAt
from govreport.documents.report.tables.rows import DataRow
from govreport.documents.text import narrow
from govreport.documents.wording.labels import own_words


def settle_claims(rows: Sequence[DataRow]) -> list[DataRow]:
    """Return the rows, those that claim a row of the form which another one fits better as no rows of the form.

    Rows that fit equally well keep their claims: a table may be printed twice. A label with another number than the
    form has, out of the order of the rows around it, is no label of the form: 9.其他 among the reasons of a group.
    """
    rows = _without_misnumbered(rows)
    claims: dict[tuple[str, int], list[tuple[int, RowAt]]] = {}
    for number, row in enumerate(rows):
        if row.at is not None and row.at.group is None:
            claims.setdefault((row.at.block.pointer, row.at.row), []).append((number, row.at))
    settled = list(rows)
    for claimed in claims.values():
        if len(claimed) < 2:
            # Most rows of the form are claimed once, and nothing is to be compared.
            continue
        fits = {number: _fit(rows[number], at) for number, at in claimed}
        best = min(fits.values())
        for number, fit in fits.items():
            if fit > best:
                settled[number] = _unclaimed(rows[number])
    return settled


def _unclaimed(row: DataRow) -> DataRow:
    return attrs.evolve(row, at=None, block=row.at.block if row.at is not None else row.block)


def _fit(row: DataRow, at: RowAt) -> tuple[int, int, int]:
    """Return how well a row fits: whether it is a part of the form's row, its own label, the labels around it."""
    path = "".join(at.block.rows[at.row].labels)
    foreign = sum(1 for box in row.labels[:-1] if own_words(box.text) not in path)
    return int(bool(row.part)), int(at.fit), foreign


_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.、]")


def _without_misnumbered(rows: Sequence[DataRow]) -> Sequence[DataRow]:
    numbers = [n for n, row in enumerate(rows) if row.at is not None and row.at.group is None]
    misnumbered = {
        middle
        for first, middle, last in zip(numbers, numbers[1:], numbers[2:], strict=False)
        if _is_odd(rows[first], rows[middle], rows[last])
    }
    return [_unclaimed(row) if n in misnumbered else row for n, row in enumerate(rows)] if misnumbered else rows


def _is_odd(before: DataRow, row: DataRow, after: DataRow) -> bool:
    """Tell whether a row is out of order where the rows around it are in order, and its number is not the form's."""
    if before.at is None or row.at is None or after.at is None:
        return False
    if not before.at.block is row.at.block is after.at.block or not row.labels:
        return False
    # Most rows are in order, and their numbers need not be looked at.
    if not before.at.row < after.at.row or before.at.row < row.at.row < after.at.row:
        return False
    printed = _NUMBER.match(narrow(row.labels[-1].text))
    known = _NUMBER.match(narrow(row.at.block.rows[row.at.row].titles[-1]))
    return printed is not None and (known is None or printed[1] != known[1])
