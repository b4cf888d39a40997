"""A table as Parquet, batch by batch; what the columns mean stands in the schema of the file."""

from collections.abc import Iterable
from typing import BinaryIO

from pyarrow import parquet

from govreport.corpus.arrow import batches_of, schema
from govreport.corpus.rows import Row
from govreport.corpus.writing import Target


def write(file: BinaryIO, rows: Iterable[Row], target: Target) -> None:
    """Write the rows, a group of rows for each batch."""
    with parquet.ParquetWriter(file, schema(*target), compression="zstd") as table:
        for batch in batches_of(rows, *target):
            table.write_batch(batch)
