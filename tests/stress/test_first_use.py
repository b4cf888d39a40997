"""First use by many at once neither crashes nor gives anything else than first use by one.

What a class is to msgspec, the generated gates, the schema and the readers are all loaded at first use. Each run is a
process of its own, so that each is the first.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.cli.publishing import published
from tests.reports import EXAMPLES, ROOT
from tests.stress.first_use import FUNCTIONS

pytestmark = pytest.mark.stress

PROGRAM = Path(__file__).with_name("first_use.py")
REPORT = EXAMPLES / "reports" / "shanghai-2021.json"
# As Python has it, and as it shows most.
INTERVALS = ("0.005", "0.00001")
FORMATS = ("html", "csv", "md", "docx", "xlsx")
PATIENCE = 120
# How many runs: of each function in threads and in forked processes, of all functions at once, of what crashed.
THREADED_RUNS, FORKED_RUNS, RUNS_OF_ALL, RUNS_OF_LOADS = 6, 4, 4, 140
THREADED = ("threads", "executor", "asyncio")
FORKED = ("fork", "processes")
MANNERS = THREADED if os.name == "nt" else (*THREADED, *FORKED)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("documents")
    paths = [folder / f"report.{form}" for form in FORMATS]
    for path in paths:
        path.write_bytes(published(path.suffix[1:]))
    return paths


@pytest.fixture(scope="module")
def alone(documents: list[Path]) -> dict[tuple[str, Path], str]:
    """Return what each function gives for each document where nobody else calls it."""
    lines = {path: run("alone", ",".join(FUNCTIONS), INTERVALS[0], path).splitlines() for path in documents}
    return {(line.split()[0], path): line for path, told in lines.items() for line in told}


def run(manner: str, functions: str, interval: str, document: Path) -> str:
    command = [sys.executable, str(PROGRAM), manner, functions, interval, str(REPORT), str(document)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    done = subprocess.run(command, capture_output=True, env=environment, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, f"{manner} {functions} {interval} {document.name}: {done.returncode}\n{done.stderr}"
    return done.stdout


def runs(manner: str, functions: str, number: int, documents: list[Path]) -> Iterator[tuple[Path, str]]:
    """Yield the document and the output of so many runs, two at a time."""
    chosen = list(islice(zip(cycle(INTERVALS), cycle(documents), strict=False), number))
    with ThreadPoolExecutor(2) as executor:
        outputs = executor.map(lambda one: run(manner, functions, *one), chosen)
        yield from zip((path for _, path in chosen), outputs, strict=True)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("function", FUNCTIONS)
def test_first_use_of_a_function(
    function: str, manner: str, documents: list[Path], alone: dict[tuple[str, Path], str]
) -> None:
    number = FORKED_RUNS if manner in FORKED else THREADED_RUNS
    for path, output in runs(manner, function, number, documents):
        assert output.splitlines() == [alone[function, path]]


@pytest.mark.parametrize("manner", MANNERS)
def test_first_use_of_all_functions_at_once(
    manner: str, documents: list[Path], alone: dict[tuple[str, Path], str]
) -> None:
    for path, output in runs(manner, ",".join(FUNCTIONS), RUNS_OF_ALL, documents):
        assert output.splitlines() == [alone[function, path] for function in sorted(FUNCTIONS)]


def test_loads_in_threads_where_it_crashed(documents: list[Path], alone: dict[tuple[str, Path], str]) -> None:
    for path, output in runs("threads", "loads", RUNS_OF_LOADS, documents):
        assert output.splitlines() == [alone["loads", path]]
