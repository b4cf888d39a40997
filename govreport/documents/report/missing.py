"""What of the tables was not read: a whole table, rows that are not printed, single cells."""

from collections.abc import Iterable, Sequence

from govreport.documents.report.section_ranges import SectionRanges
from govreport.documents.report.tables.form import Block, Form
from govreport.documents.report.tables.readings import Readings
from govreport.documents.wording.labels import fold, own_words
from govreport.findings import Severity
from govreport.form.layout import Node

# A table is printed where so many of its labels stand, and digits for half of its cells: a sentence has fewer.
_FEWEST_LABELS = 2
_CELLS_TO_DIGIT = 2
_SHORTEST_LABEL = 4


def tell_missing(readings: Readings, regions: SectionRanges, not_found: Sequence[str]) -> None:
    """Say which cells were not read: a table that is printed all the same, rows that are not, and what is left."""
    for table in readings.form.layout.tables:
        missing = [pointer for pointer in not_found if pointer.startswith(f"{table.pointer}/")]
        if not missing:
            continue
        if not any(pointer.startswith(f"{table.pointer}/") for pointer in (*readings.cells, *readings.undivided)):
            code = "table-unread" if _is_printed(readings.form, regions, table, len(missing)) else "cells-not-found"
            severity = Severity.ERROR if code == "table-unread" else Severity.WARNING
            readings.tell_rows_once(table.pointer)
            readings.say(code, table.pointer, severity, blanks=tuple(missing))
            continue
        rest = set(missing)
        for block, row in _rows(readings.form, table, rest):
            pointers = readings.pointers(block, row)
            rest.difference_update(pointers)
            # Of a table that kept its grid, and of which every printed row was read, no row was overlooked.
            severity = Severity.WARNING if table.pointer in readings.doubtful else Severity.ERROR
            readings.say("row-missing", pointers[0], severity, row=block.rows[row].titles[-1], blanks=tuple(pointers))
        left = tuple(pointer for pointer in missing if pointer in rest)
        if left:
            readings.say("cells-not-found", table.pointer, Severity.WARNING, blanks=left)


def _rows(form: Form, table: Node, missing: set[str]) -> Iterable[tuple[Block, int]]:
    """Yield the rows of a table with a label of their own, of which no cell was read."""
    for block in form.blocks:
        for row, line in enumerate(block.rows):
            cells = {block.cells[row, x] for x in range(len(block.columns))}
            if block.table == table.pointer and line.labels and cells <= missing:
                yield block, row


def _is_printed(form: Form, regions: SectionRanges, table: Node, missing: int) -> bool:
    """Tell whether labels of a table, and digits, stand where it should."""
    texts = [item.text for item in regions.lines(table)]
    for grid, rows in regions.grids():
        kept = {y for y, tables in rows if table.pointer in tables}
        texts += [box.text for box in grid.boxes if box.row in kept]
    printed = "".join(map(fold, texts))
    lines = (line for block in form.blocks if block.table == table.pointer for line in (*block.rows, *block.columns))
    labels = {own_words(title) for line in lines for title in line.titles}
    found = sum(1 for label in labels if len(label) >= _SHORTEST_LABEL and label in printed)
    digits = sum(letter.isdecimal() for letter in printed)
    return found >= _FEWEST_LABELS and digits * _CELLS_TO_DIGIT >= missing
