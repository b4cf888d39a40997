"""Reports as tables: `govreport table` over one file, against `validate` over the same, and against a naive loop."""

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.data import reports
from bench.engines import by_loop
from bench.measuring import Figure, Run, run

# Memory is flat if ten times the reports take little more.
_TIMES = 10
_FORMATS = ("csv", "parquet", "duckdb", "xlsx")


def measure(number: int) -> Iterator[Figure]:
    """Yield the time of each shape and format relative to `validate`, and the growth of memory with the reports."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many, few = _written(folder / "many.ndjson", number), _written(folder / "few.ndjson", number // _TIMES)
        whole = run(["govreport", "validate", str(many)], folder)
        arithmetic = run(["govreport", "validate", str(many), *_without_words()], folder)
        table = _table(many, folder, "csv")
        ratio = table.cpu / whole.cpu
        yield Figure(what="table, a row for each report, to CSV, relative to validate", value=ratio, at_most=2)
        yield Figure(what="the same, relative to validate without the rules on words", value=table.cpu / arithmetic.cpu)
        for suffix in _FORMATS[1:]:
            yield Figure(what=f"the same to {suffix}", value=_table(many, folder, suffix).cpu / whole.cpu)
        long = _table(many, folder, "parquet", "--shape", "long")
        yield Figure(what="a row for each cell, to Parquet", value=long.cpu / whole.cpu)
        indicators = _table(many, folder, "parquet", "--shape", "indicators")
        yield Figure(what="a row for each indicator, to Parquet", value=indicators.cpu / whole.cpu)
        start = time.process_time()
        by_loop(many)
        loop = time.process_time() - start
        yield Figure(what="a loop over json.loads and json_normalize, nothing checked", value=loop / whole.cpu)
        for suffix in ("csv", "parquet", "duckdb"):
            growth = _table(many, folder, suffix).peak / _table(few, folder, suffix).peak
            what = f"peak memory, most reports to a tenth of them, to {suffix}"
            yield Figure(what=what, value=growth, at_most=1.25)


def _written(place: Path, number: int) -> Path:
    with place.open("wb") as file:
        for report in reports(number):
            text = json.dumps(json.loads(report), ensure_ascii=False, separators=(",", ":"))
            file.write(text.encode() + b"\n")
    return place


def _without_words() -> list[str]:
    from govreport.corpus.reading import about_words

    return [word for rule in sorted(about_words()) for word in ("--ignore", rule)]


def _table(source: Path, folder: Path, suffix: str, *options: str) -> Run:
    target = str(folder / f"table.{suffix}")
    return run(["govreport", "table", str(source), "-o", target, "--force", "--quiet", *options], folder)
