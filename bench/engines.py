"""The columns through engines: the same reports through the command, pandas, Polars, DuckDB and Spark, byte for byte.

    python -m bench.engines                 100,000 reports, all engines that are installed
    python -m bench.engines --number 2000   fewer

Every engine calls the function of `govreport.corpus.batches`. Beside them stands the loop that one writes without it:
`json.loads` and `pandas.json_normalize`, which checks nothing and makes floats of amounts. What Spark needs beside
PySpark is Java; where either is missing, that is said.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from pyarrow import parquet

from bench.data import mix
from bench.measuring import Figure
from govreport.corpus.batches import mapper, table_schema

# So many reports stand in one batch: some 14 MB.
BATCH = 1_000


def write_reports(folder: Path, number: int) -> tuple[Path, Path]:
    """Write generated reports, some of them with defects, as NDJSON and as Parquet; return both places."""
    lines, stored = folder / "reports.ndjson", folder / "reports.parquet"
    schema = pa.schema([("path", pa.string()), ("report", pa.binary())])
    with lines.open("wb") as file, parquet.ParquetWriter(stored, schema) as writer:
        for batch in batches_of(mix(number), str(lines)):
            file.writelines(report + b"\n" for report in batch.column("report").to_pylist())
            writer.write_batch(batch)
    return lines, stored


def batches_of(reports: Iterable[bytes], name: str) -> Iterator[pa.RecordBatch]:
    """Yield reports as batches, each named as the command names the lines of a file."""
    stream = enumerate(reports, 1)
    while piece := list(islice(stream, BATCH)):
        compact = [json.dumps(json.loads(report), ensure_ascii=False, separators=(",", ":")) for _, report in piece]
        yield pa.record_batch(
            {
                "path": [f"{name}:{number}" for number, _ in piece],
                "report": pa.array([text.encode() for text in compact], pa.binary()),
            }
        )


def by_command(lines: Path, folder: Path) -> pa.Table:
    """Return the table that `govreport table` writes."""
    place = folder / "command.parquet"
    command = [sys.executable, "-m", "govreport", "table", str(lines), "-o", str(place), "--quiet", "--force"]
    # Some of the reports are none, which it tells.
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)
    return parquet.read_table(place)


def by_pandas(stored: Path) -> pa.Table:
    """Return the table by way of a pandas frame whose columns keep their types."""
    found = pa.Table.from_batches(mapper()(parquet.ParquetFile(stored).iter_batches(BATCH)), table_schema())
    frame = found.to_pandas(types_mapper=pd.ArrowDtype)
    return pa.Table.from_pandas(frame, preserve_index=False)


def by_polars(stored: Path) -> pa.Table:
    """Return the table by way of a Polars frame."""
    found = mapper()(parquet.ParquetFile(stored).iter_batches(BATCH))
    frame = pl.from_arrow(pa.Table.from_batches(found, table_schema()))
    assert isinstance(frame, pl.DataFrame)
    return frame.to_arrow()


def by_duckdb(stored: Path) -> pa.Table:
    """Return the table by way of DuckDB, which reads the reports and takes their columns in as a stream."""
    with duckdb.connect() as source, duckdb.connect() as database:
        query = "SELECT path, report FROM read_parquet(?)"
        given = source.sql(query, params=[str(stored)]).to_arrow_reader(BATCH)
        database.register("given", pa.RecordBatchReader.from_batches(table_schema(), mapper()(given)))
        database.execute("CREATE TABLE reports AS SELECT * FROM given")
        return database.sql("SELECT * FROM reports").to_arrow_table()


def by_spark(stored: Path) -> pa.Table:
    """Return the table by way of Spark on this machine, with its start; raises RuntimeError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "spark.parquet"
        done = subprocess.run(
            [sys.executable, "-m", "bench.spark", str(stored), str(place)], check=False, capture_output=True, text=True
        )
        if done.returncode:
            raise RuntimeError(done.stderr)
        return parquet.read_table(place)


def by_loop(lines: Path) -> pd.DataFrame:
    """Return what one gets without this library: nothing is checked, and amounts are floats."""
    with lines.open("rb") as file:
        return pd.json_normalize([json.loads(line) for line in file], sep=".")


def why_no_spark() -> str | None:
    """Return what keeps Spark from running here, None where nothing does."""
    if shutil.which("java") is None:
        return "there is no Java (Debian: default-jre-headless)"
    if find_spec("pyspark") is None:
        return 'PySpark is not installed (pip install "govreport[spark]")'
    return None


def digest(table: pa.Table) -> str:
    """Return the hash of a table's bytes once its rows are sorted: the same for the same rows, however they came."""
    plain = pa.schema([pa.field(field.name, field.type) for field in table_schema()])
    # Engines differ in how they hold texts and in nothing else that a cast would hide: it refuses to lose digits.
    ordered = table.select(plain.names).cast(plain).sort_by("path").combine_chunks()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, plain) as stream:
        stream.write_table(ordered, max_chunksize=BATCH)
    return hashlib.sha256(sink.getvalue()).hexdigest()


def measure(number: int) -> Iterator[Figure]:
    """Yield how many reports each engine turns into columns in a second, by the clock, and whether all agree."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines, stored = write_reports(folder, number)
        engines: dict[str, Callable[[], pa.Table]] = {
            "govreport table, to Parquet": lambda: by_command(lines, folder),
            "pandas": lambda: by_pandas(stored),
            "Polars": lambda: by_polars(stored),
            "DuckDB": lambda: by_duckdb(stored),
        }
        missing = why_no_spark()
        if missing is None:
            engines["Spark, local, with its start"] = lambda: by_spark(stored)
        else:
            print(f"  Spark is left out: {missing}")
        yield from _compared(engines, number)
        start = time.perf_counter()
        frame = by_loop(lines)
        rate = number / _since(start)
        yield Figure(what="a loop over json.loads and json_normalize, unchecked", value=rate, unit="/s")
        del frame


def _compared(engines: Mapping[str, Callable[[], pa.Table]], number: int) -> Iterator[Figure]:
    digests = set()
    for engine, call in engines.items():
        start = time.perf_counter()
        table = call()
        yield Figure(what=engine, value=number / _since(start), unit="/s")
        digests.add(digest(table))
        del table
    yield Figure(what="different results among them", value=len(digests) - 1, unit="", at_most=0)


def _since(start: float) -> float:
    return time.perf_counter() - start


def main() -> int:
    """Print the figures; exit with 1 where two engines differ."""
    parser = argparse.ArgumentParser(prog="python -m bench.engines", description=__doc__)
    parser.add_argument("--number", type=int, default=100_000)
    number = parser.parse_args().number
    print(f"{number:,} reports, 2.5 % of them broken and 2.5 % with a wrong sum\n")
    missed = 0
    for figure in measure(number):
        print(f"  {figure.what:<60} {figure.value:>10,.0f} {figure.unit}", flush=True)
        missed += not figure.holds
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
