"""Reads tables that have a row for each figure: it is stored where the labels of its row lead to one cell alone."""

from collections.abc import Mapping, Sequence
from itertools import groupby

import attrs

from govreport.documents.paper import Box, Grid
from govreport.documents.report.named.label_sets import LabelSets
from govreport.documents.report.named.long_tables import LongTable, Row
from govreport.documents.report.named.vocabulary import Vocabulary, vocabulary
from govreport.documents.report.tables.readings import Readings
from govreport.documents.report.tables.units import header_unit
from govreport.documents.wording.cells import UNITS
from govreport.documents.wording.labels import is_of_other_year

# Of the rows so many parts of a hundred lead to a cell; of a column of labels so many say what the form says.
_LEAST_PLACED, _LEAST_KNOWN = 90, 50
# 上年同期数 is what a year is called; a longer text is a remark.
_LONGEST_YEAR = 6
# What an amount is in where nothing else is said.
_OF_FORM = UNITS["万元"]


@attrs.frozen(kw_only=True)
class _Placed:
    figure: Box
    grid: Grid
    unit: str | None


class _Words:
    """What texts say, which come again and again."""

    def __init__(self, words: Vocabulary) -> None:
        self.vocabulary = words
        self._paths: dict[str, tuple[str, ...] | None] = {}

    def path(self, text: str) -> tuple[str, ...] | None:
        if text not in self._paths:
            self._paths[text] = self.vocabulary.path(text)
        return self._paths[text]


def read_long(readings: Readings, tables: Sequence[str], table: LongTable) -> bool:
    """Read a table with a row for each figure; tell whether it is one of the form, as nearly all of its rows say.

    Cells for which it prints different figures stay open; where it does so throughout, nothing is read.
    """
    words = _Words(vocabulary(readings.form, tables))
    cells = LabelSets(words.vocabulary.blocks)
    asides = _asides(words, table.rows)
    placed: dict[str, list[_Placed]] = {}
    strange: list[Row] = []
    rows = [row for row in table.rows if not _is_of_other_year(words, row, table.rows[0].labels)]
    for row in rows:
        cell = _cell(words, cells, row, asides)
        if cell is None:
            strange.append(row)
        else:
            unit = UNITS.get(row.unit) or header_unit(row.labels.values())
            placed.setdefault(cell, []).append(_Placed(figure=row.figure, grid=table.grid, unit=unit))
    found = len(rows) - len(strange)
    if not placed or found * 100 < len(rows) * _LEAST_PLACED:
        return False
    doubled = sum(len({one.figure.text for one in several}) > 1 for several in placed.values())
    if doubled * 100 > len(placed) * (100 - _LEAST_PLACED):
        # Rows of several bodies, or of several times, that no column tells apart.
        return True
    for cell, several in placed.items():
        _put(readings, cell, several)
    if strange:
        readings.say_unknown("", [("/".join(row.labels.values()) or "—", row.figure.text) for row in strange])
        readings.doubtful.update(tables)
    return True


def _put(readings: Readings, cell: str, several: Sequence[_Placed]) -> None:
    node = readings.form.node(cell)
    for one in several:
        unit = one.unit if node.kind == "amount" else None
        readings.put(cell, one.figure.text, one.grid.evidence_of(one.figure), unit if unit != _OF_FORM else None)


def _asides(words: _Words, rows: Sequence[Row]) -> frozenset[int]:
    """Return the columns most of whose texts are no labels of the form: they name sections, sources, sorts."""
    columns = {x for row in rows for x in row.labels}
    told = {x: [row.labels[x] for row in rows if x in row.labels] for x in columns}
    return frozenset(
        x
        for x, texts in told.items()
        if sum(words.path(text) is not None for text in texts) * 100 < len(texts) * _LEAST_KNOWN
    )


def _is_of_other_year(words: _Words, row: Row, first: Mapping[int, str]) -> bool:
    """Tell whether a column names another year for a row: 上年, in the row or above its blanks.

    Only a column that begins with a text, that of the `first` row, says the same of the blanks below; remarks do not.
    """
    return any(
        len(text) <= _LONGEST_YEAR and is_of_other_year(text) and words.path(text) is None
        for x, text in row.filled.items()
        if x in row.labels or x in first
    )


def _cell(words: _Words, cells: LabelSets, row: Row, asides: frozenset[int]) -> str | None:
    """Return the cell that the labels of a row lead to, those of all its columns taken together.

    Where they lead to none, a label that a row has not may be that of the row above.
    """
    if row.labels.keys() <= asides or any(is_of_other_year(row.labels[x]) for x in asides & row.labels.keys()):
        return None
    return _led_to(words, cells, row.labels, asides) or _led_to(words, cells, row.filled, asides)


def _led_to(words: _Words, cells: LabelSets, texts: Mapping[int, str], asides: frozenset[int]) -> str | None:
    paths = [words.path(text) for x, text in texts.items() if x not in asides]
    if None in paths:
        return None
    labels = [label for path in paths for label in path or ()]
    return cells.led_to(labels) or cells.led_to([label for label, _ in groupby(labels)])
