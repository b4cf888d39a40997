"""A table as CSV: exact figures, blanks empty, and no text that a spreadsheet would calculate."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from govreport.corpus.columns import columns
from govreport.corpus.figures import Cell
from govreport.corpus.rows import Row
from govreport.corpus.writing import Target
from govreport.formats import no_formula

# So many lines are written at once.
_LINES = 256
_BYTE_ORDER_MARK = "\ufeff".encode()


def write(file: BinaryIO, rows: Iterable[Row], target: Target) -> None:
    """Write the names of the columns and the rows."""
    for text in lines(rows, target):
        file.write(text.encode("utf-8", "backslashreplace"))


def write_marked(file: BinaryIO, rows: Iterable[Row], target: Target) -> None:
    """Write the same behind a byte order mark, without which Excel in Chinese takes the file for GBK."""
    file.write(_BYTE_ORDER_MARK)
    write(file, rows, target)


def lines(rows: Iterable[Row], target: Target) -> Iterator[str]:
    """Yield the lines of the table, some at once."""
    titles = (c.name if target.labels is None else c.title[target.labels] for c in columns(target.layout, target.shape))
    yield _written([tuple(titles)])
    stream = iter(rows)
    while piece := list(islice(stream, _LINES)):
        yield _written(piece)


def written(cell: Cell) -> Cell:
    """Return a value as CSV holds it: a text that no spreadsheet calculates, true and false in small letters."""
    if isinstance(cell, str):
        return no_formula(cell)
    return str(cell).lower() if isinstance(cell, bool) else cell


def _written(rows: Iterable[Row]) -> str:
    buffer = io.StringIO()
    # A row with nothing but figures and blanks needs no look at each of them.
    csv.writer(buffer).writerows([written(v) if isinstance(v, str | bool) else v for v in row] for row in rows)
    return buffer.getvalue()
