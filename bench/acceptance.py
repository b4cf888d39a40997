"""A thousand made documents through the command, as an office would: what must be found is, and which rules never fire.

    python -m bench.acceptance [NUMBER]

The documents are those of `tests/corpus`, drawn from a seed that nothing was tuned to, in every shape and with every
fault planted. `govreport validate --format json FOLDER` judges them in one run. Of a document with a fault that has to
be found, it is; what is above a remark in a clean one of our own printing is told. Rules that never fire are listed:
what no document shows, no run can prove.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from bench.measuring import Figure
from govreport import resources
from tests.corpus.documents import Entry, entries
from tests.corpus.shapes import SHAPES

SEED = 20270131  # neither that of the kept findings nor that of the reading bench
NUMBER = 1_000
MOST_SECONDS = 90.0
Found = Mapping[str, Any]


def main() -> int:
    """Print what was found; exit with 1 where a planted fault was missed, or a goal."""
    parser = argparse.ArgumentParser(prog="python -m bench.acceptance", description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=NUMBER, metavar="NUMBER", help="how many documents")
    number = parser.parse_args().number
    chosen = list(islice(entries(SEED), number))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with ProcessPoolExecutor(2) as pool:
            musts = dict(pool.map(partial(_write, folder), chosen, chunksize=8))
        begun = time.perf_counter()
        results = _validate(folder)
        seconds = time.perf_counter() - begun
    told = list(lines(musts, results))
    print("\n".join(told))
    goals = list(figures(musts, results, seconds))
    for goal in goals:
        print(f"{goal.what:<60} {goal.value:>10,.1f} {goal.unit:<3} {'holds' if goal.holds else 'falls short'}")
    return 0 if all(goal.holds for goal in goals) else 1


def _write(folder: Path, entry: Entry) -> tuple[str, list[tuple[str, str]]]:
    """Write a document; return its file's name and the findings that it must give."""
    document = entry.make()
    (folder / document.file).write_bytes(document.data)
    return document.file, [(code, pointer) for code, pointer in document.truth["must"]]


def _validate(folder: Path) -> dict[str, Found]:
    """Return by file name what the command says of each document."""
    command = [sys.executable, "-m", "govreport", "validate", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1, 2, 3):
        raise RuntimeError(done.stderr[-2000:])
    return {Path(result["path"]).name: result for result in json.loads(done.stdout)["files"]}


def figures(
    musts: Mapping[str, list[tuple[str, str]]], results: Mapping[str, Found], seconds: float
) -> Iterator[Figure]:
    """Yield what is promised of such a run."""
    yield Figure(what="documents judged", value=len(results), unit="", at_least=len(musts))
    yield Figure(
        what="planted findings missed", value=sum(len(gone) for _, gone in _missed(musts, results)), unit="", at_most=0
    )
    yield Figure(what="seconds of the run", value=seconds, unit="s", at_most=MOST_SECONDS * max(1, len(musts) / NUMBER))


def lines(musts: Mapping[str, list[tuple[str, str]]], results: Mapping[str, Found]) -> Iterator[str]:
    """Yield the planted findings that were missed, what was found in clean documents, and rules that never fired."""
    for name, gone in _missed(musts, results):
        yield f"missed in {name}: {' '.join(f'{code} {pointer}' for code, pointer in gone)}"
    clean = Counter(
        (finding["severity"], finding["code"], name.split(".")[0])
        for name, result in results.items()
        if name.split(".")[1] == "clean" and SHAPES[name.split(".")[0]].ours
        for finding in result["findings"]
        if finding["severity"] != "info"
    )
    for (severity, code, shape), count in sorted(clean.items()):
        yield f"in clean documents of our own printing: {severity} {code}, {shape}: {count}"
    fired = Counter(finding["code"] for result in results.values() for finding in result["findings"])
    yield f"{len(fired)} codes were given, the most frequent {', '.join(f'{c} {n}' for c, n in fired.most_common(6))}"
    silent = sorted(set(_rules()) - set(fired))
    yield f"{len(silent)} rules never fired: {', '.join(silent)}"


def _missed(
    musts: Mapping[str, list[tuple[str, str]]], results: Mapping[str, Found]
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for name, wanted in musts.items():
        found = (
            {(finding["code"], finding["pointer"]) for finding in results[name]["findings"]}
            if name in results
            else set()
        )
        gone = [must for must in wanted if must not in found]
        if gone:
            yield name, gone


def _rules() -> Iterable[str]:
    """Return the names of all rules of both layouts."""
    return dict.fromkeys(
        rule["id"] for layout in resources.layouts() for rule in resources.read(f"{layout}/rules.json")["rules"]
    )


if __name__ == "__main__":
    sys.exit(main())
