"""Tables written to files: CSV, Parquet, DuckDB and workbooks, each as its suffix says."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO, NamedTuple

from govreport.corpus.columns import Shape
from govreport.corpus.rows import Row
from govreport.formats import suffix


class Target(NamedTuple):
    """What is written: for reports brought to which layout, in which shape, with columns named in which language."""

    layout: str
    shape: Shape = "wide"
    labels: str | None = None


# What a table is called, for what a row of it is.
TABLES: Mapping[Shape, str] = {"wide": "reports", "long": "cells", "findings": "findings", "indicators": "indicators"}
# Each format by its suffix, with the module that writes it and the packages that it takes; any other file is CSV.
_FORMATS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    ".parquet": ("parquet", ("pyarrow",), "parquet"),
    ".duckdb": ("database", ("pyarrow", "duckdb"), "duckdb"),
    ".xlsx": ("workbook", ("xlsxwriter",), "xlsx"),
}
Write = Callable[[BinaryIO, Iterable[Row], Target], None]


def missing(path: Path) -> str | None:
    """Return the extra that must be installed to write a file, None where nothing is missing."""
    _, packages, extra = _FORMATS.get(suffix(str(path)), ("", (), ""))
    return None if all(find_spec(package) is not None for package in packages) else extra


def writer(path: Path) -> Write:
    """Return what writes rows to an open file of the format that a path names."""
    module, _, _ = _FORMATS.get(suffix(str(path)), ("delimited", (), ""))
    write: Write = import_module(f"{__name__}.{module}").write
    if module == "delimited" and suffix(str(path)) == ".csv":
        marked: Write = import_module(f"{__name__}.{module}").write_marked
        return marked
    return write
