"""Rows as Arrow record batches, with exact decimals, and the columns as an Arrow schema that says what they mean.

Needs pyarrow (`govreport[arrow]`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import Any

import pyarrow as pa

from govreport.corpus.columns import LANGUAGES, Column, Shape, columns
from govreport.corpus.figures import Cell
from govreport.corpus.rows import Row
from govreport.form.figures import MOST_DECIMALS, MOST_DIGITS

# An amount of yuan has four decimals more in 万元.
_CONVERTED = MOST_DECIMALS + 4
# So many rows fill a batch: about as much memory in each shape.
_ROWS: dict[Shape, int] = {"wide": 1_000, "long": 20_000, "findings": 20_000, "indicators": 20_000}


@cache
def schema(layout: str, shape: Shape = "wide", labels: str | None = None) -> pa.Schema:
    """Return the schema of a table; `labels` names the columns by their titles in a language ("zh", "en")."""
    return pa.schema([_field(column, labels) for column in columns(layout, shape)])


def batches_of(rows: Iterable[Row], layout: str, shape: Shape = "wide", labels: str | None = None) -> Iterator[Any]:
    """Yield the rows as record batches of a bounded size."""
    stream = iter(rows)
    while piece := list(islice(stream, _ROWS[shape])):
        yield batch_of(piece, schema(layout, shape, labels))


def batch_of(rows: Sequence[Row], schema: pa.Schema) -> pa.RecordBatch:
    """Return rows as one record batch of a schema."""
    by_column: Any = zip(*rows, strict=True) if rows else ((),) * len(schema)
    arrays = [_array(values, field.type) for values, field in zip(by_column, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _array(values: Sequence[Cell], type_: Any) -> Any:
    exact: Sequence[Any] = values
    if pa.types.is_date(type_):
        exact = [None if value is None else date.fromisoformat(str(value)) for value in values]
    elif pa.types.is_decimal(type_):
        exact = [None if value is None else Decimal(value) for value in values]
    return pa.array(exact, type=type_)


def _field(column: Column, labels: str | None) -> pa.Field:
    said = {f"title_{language}": column.title[language] for language in LANGUAGES}
    said |= {f"definition_{language}": column.definition[language] for language in LANGUAGES}
    if column.pointer is not None:
        said["pointer"] = column.pointer
    if column.unit is not None:
        said["unit"] = column.unit
    if column.comparable:
        said["comparable"] = " ".join(column.comparable)
    name = column.name if labels is None else column.title[labels]
    return pa.field(name, _type(column), metadata=said)


def _type(column: Column) -> pa.DataType:
    if column.type == "decimal":
        decimals = MOST_DECIMALS if "ten_thousand_yuan" not in column.name else _CONVERTED
        return pa.decimal128(MOST_DIGITS + decimals, decimals)
    return {"text": pa.string(), "date": pa.date32(), "integer": pa.int64(), "boolean": pa.bool_()}[column.type]
