"""Claims: of several rows that might be one and the same row of the form, the one whose label fits best has it."""

from collections.abc import Sequence

import attrs

from govreport.documents.report.tables.rows import DataRow
from govreport.documents.wording.labels import own_words


def settle_claims(rows: Sequence[DataRow]) -> list[DataRow]:
    """Return the rows, those that claim a row of the form which another one fits better as no rows of the form.

    Rows that fit equally well keep their claims: a table may be printed twice.
    """
    best: dict[tuple[str, int], tuple[int, int, int]] = {}
    for row in rows:
        if row.at is not None and row.at.group is None:
            place = (row.at.block.pointer, row.at.row)
            best[place] = min(best.get(place, _fit(row)), _fit(row))
    return [attrs.evolve(row, at=None, block=row.at.block) if row.at and _is_beaten(row, best) else row for row in rows]


def _is_beaten(row: DataRow, best: dict[tuple[str, int], tuple[int, int, int]]) -> bool:
    assert row.at is not None
    return row.at.group is None and _fit(row) > best[row.at.block.pointer, row.at.row]


def _fit(row: DataRow) -> tuple[int, int, int]:
    """Return how well a row fits: whether it is a part of the form's row, its own label, the labels around it."""
    assert row.at is not None
    path = "".join(row.at.block.rows[row.at.row].labels)
    foreign = sum(1 for box in row.labels[:-1] if own_words(box.text) not in path)
    return int(bool(row.part)), int(row.at.fit), foreign
