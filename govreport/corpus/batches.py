"""Reports to columns for engines: Arrow record batches in, Arrow record batches out, nothing kept in between.

This is what Spark's `mapInArrow`, DuckDB, Polars and pandas take. Needs pyarrow (`govreport[arrow]`).
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow as pa

from govreport import resources
from govreport.corpus.arrow import batches_of, schema
from govreport.corpus.columns import PATH, Shape
from govreport.corpus.reading import Reading, read, read_published
from govreport.corpus.rows import Row, rows_of, rows_without
from govreport.documents.limits import Limits
from govreport.errors import NoConversion
from govreport.formats import PUBLISHED_SUFFIXES, suffix
from govreport.results import Result
from govreport.validation.reading import read_document

COLUMN = "report"


def mapper(
    *, layout: str | None = None, shape: Shape = "wide", words: bool = False, limits: Limits | None = None
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Return the function from batches of reports to batches of a table of a shape, for reports brought to a layout.

    A batch has a column `report` with JSON documents (binary or text), and beside it, if one likes, `path` with a name
    for each; or `path` alone, with the files to read, JSON or published documents. There is a row for each report
    ("wide"), each cell ("long") or each finding ("findings"). What is no report has rows of the last shape alone. The
    newest layout is taken unless one is named. Raises KeyError where a batch has neither column.
    """
    chosen = layout or resources.layouts()[-1]
    allowed = limits or Limits()

    def table(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        rows = (
            row
            for batch in batches
            for path, given in _documents(batch)
            for row in _rows(path, _read(path, given, allowed, words), chosen, shape)
        )
        return batches_of(rows, chosen, shape)

    return table


def table_schema(*, layout: str | None = None, shape: Shape = "wide") -> pa.Schema:
    """Return the schema of the batches that `mapper` gives."""
    return schema(layout or resources.layouts()[-1], shape)


def _documents(batch: pa.RecordBatch) -> Iterator[tuple[str, bytes | None]]:
    """Yield the name of each document and its bytes, None where it is a file to be read."""
    names = batch.schema.names
    if COLUMN not in names:
        yield from ((str(path), None) for path in batch.column(PATH).to_pylist())
        return
    paths: Iterable[Any] = batch.column(PATH).to_pylist() if PATH in names else [""] * batch.num_rows
    for path, report in zip(paths, batch.column(COLUMN), strict=True):
        held = report.as_py()
        yield path or "", held.encode("utf-8", "surrogatepass") if isinstance(held, str) else held or b""


def _read(path: str, given: bytes | None, limits: Limits, words: bool) -> Reading | Result:
    if given is None and suffix(path) in PUBLISHED_SUFFIXES:
        return read_published(path, limits, words=words)
    data = read_document(path, limits.file_size) if given is None else given
    return read(data, words=words) if isinstance(data, bytes) else Result(findings=(data,))


def _rows(path: str, found: Reading | Result, layout: str, shape: Shape) -> Iterator[Row]:
    if isinstance(found, Reading):
        try:
            yield from rows_of(path, found, layout, shape)
        except NoConversion:
            return
    elif shape == "findings":
        yield from rows_without(path, None, found.findings, layout)
