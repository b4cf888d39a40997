"""Reports to columns through engines: whatever calls the function, they are those of the command, byte for byte."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from bench.engines import by_command, by_duckdb, by_pandas, by_polars, by_spark, digest, why_no_spark, write_reports
from govreport.corpus.batches import mapper, table_schema
from govreport.corpus.columns import SHAPES, columns
from tests.cli.publishing import published
from tests.reports import EXAMPLES

NUMBER = 160
HUAIAN = EXAMPLES / "reports" / "huaian-2024.json"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return the place of reports in Parquet, some defective, and the hash of what the command makes of them."""
    folder = tmp_path_factory.mktemp("engines")
    lines, stored = write_reports(folder, NUMBER)
    table = by_command(lines, folder)
    # Of each 40 reports one is broken.
    assert table.num_rows == NUMBER - NUMBER // 40
    return stored, digest(table)


def given(**columns_: list[Any]) -> pa.RecordBatch:
    return pa.record_batch(columns_)


@pytest.mark.parametrize("engine", [by_pandas, by_polars, by_duckdb])
def test_an_engine_gives_what_the_command_gives(engine: Callable[[Path], pa.Table], written: tuple[Path, str]) -> None:
    stored, expected = written
    assert digest(engine(stored)) == expected


def test_the_order_and_size_of_batches_change_nothing_but_a_figure_does(written: tuple[Path, str]) -> None:
    stored, expected = written
    batches = list(parquet.ParquetFile(stored).iter_batches(7))
    table = pa.Table.from_batches(mapper()(reversed(batches)), table_schema())
    assert digest(table) == expected
    at = table.schema.names.index("requests.total.received")
    more = pa.compute.add(table.column(at), 1)
    assert digest(table.set_column(at, table.schema.field(at), more)) != expected


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")
def test_spark_gives_what_the_command_gives(written: tuple[Path, str]) -> None:
    missing = why_no_spark()
    if missing is not None:
        pytest.skip(f"SPARK IS NOT TESTED: {missing}")
    stored, expected = written
    assert digest(by_spark(stored)) == expected


@pytest.mark.parametrize("shape", SHAPES)
def test_the_columns_are_those_of_the_table(shape: Any) -> None:
    wrong = HUAIAN.read_bytes().replace(b'"total": 3050', b'"total": 3051')
    (batch,) = mapper(shape=shape)([given(report=[wrong])])
    assert batch.schema.equals(table_schema(shape=shape))
    assert batch.schema.names == [column.name for column in columns("2021", shape)]


def test_reports_may_be_bytes_texts_or_paths(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(published("html"))
    as_bytes, as_text, as_path = (
        pa.Table.from_batches(mapper()([batch]), table_schema()).drop_columns(["path"]).to_pylist()
        for batch in (
            given(report=[HUAIAN.read_bytes()]),
            given(report=[HUAIAN.read_text(encoding="utf-8")]),
            given(path=[str(HUAIAN), str(page)]),
        )
    )
    assert as_bytes == as_text == as_path[:1]
    assert len(as_path) == 2


def test_what_is_no_report_has_findings_and_no_columns(tmp_path: Path) -> None:
    broken = given(path=["a", "b", "c"], report=[b"{", HUAIAN.read_bytes(), None])
    (batch,) = mapper()([broken])
    assert batch.column("path").to_pylist() == ["b"]
    found = pa.Table.from_batches(mapper(shape="findings")([broken])).to_pylist()
    assert {(row["path"], row["code"]) for row in found} >= {("a", "truncated"), ("c", "empty")}
    nowhere = given(path=[str(tmp_path / "none.json")])
    assert [row["code"] for b in mapper(shape="findings")([nowhere]) for row in b.to_pylist()] == ["file-missing"]
    with pytest.raises(KeyError):
        list(mapper()([given(other=[1])]))


def test_no_more_is_read_than_is_asked_for() -> None:
    asked = 0

    def reports() -> Iterator[pa.RecordBatch]:
        nonlocal asked
        for _ in range(50):
            asked += 1
            yield given(report=[HUAIAN.read_bytes()] * 100)

    next(mapper()(reports()))
    # A batch of rows is a thousand.
    assert asked <= 11
