"""A table in a DuckDB database: its columns carry what they mean as comments."""

import shutil
from collections.abc import Iterable
from typing import BinaryIO

import duckdb

from govreport.corpus.arrow import batches_of, schema
from govreport.corpus.columns import Column, columns
from govreport.corpus.rows import Row
from govreport.corpus.writing import TABLES, Target
from govreport.files import temporary_folder


def write(file: BinaryIO, rows: Iterable[Row], target: Target) -> None:
    """Write a database with one table, named for what a row is."""
    # It makes its files itself, and one more beside them while it writes.
    with temporary_folder() as folder:
        place = folder / "table.duckdb"
        with duckdb.connect(str(place)) as database:
            table = TABLES[target.shape]
            empty = schema(*target).empty_table()
            # As one change: else the disk is waited for after each comment.
            database.begin()
            database.register("given", empty)
            database.execute(f"CREATE TABLE {table} AS SELECT * FROM given")
            database.unregister("given")
            for batch in batches_of(rows, *target):
                database.register("given", batch)
                database.execute(f"INSERT INTO {table} SELECT * FROM given")
                database.unregister("given")
            for column in columns(target.layout, target.shape):
                name = column.name if target.labels is None else column.title[target.labels]
                database.execute(f"COMMENT ON COLUMN {table}.{_quoted(name)} IS {_text(_comment(column))}")
            database.commit()
        with place.open("rb") as written:
            shutil.copyfileobj(written, file)


def _comment(column: Column) -> str:
    return " / ".join((column.title["zh"], column.title["en"], column.definition["zh"], column.definition["en"]))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
