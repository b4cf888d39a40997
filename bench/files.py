"""`govreport validate` as a process, beside `check-jsonschema` on the same files."""

import os
import statistics
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.data import NEWEST, mix, reports
from bench.measuring import Figure, Run, run
from govreport import resources

_LAYOUT = NEWEST
_COLD_ROUNDS = 15
_SHORT_ROUNDS = 6
# Runs over thousands of files start worker processes, which adds their machinery once, however many there are.
_FLAT = 1.25


def write_all(documents: Iterable[bytes], folder: Path) -> None:
    """Write each document to a file of its own."""
    folder.mkdir()
    for number, document in enumerate(documents):
        (folder / f"{number:06}.json").write_bytes(document)


def measure(number: int, most: int) -> Iterator[Figure]:
    """Yield time and memory of both programs over `number` files, and memory up to `most` files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.schema.json").write_bytes(
            (resources.schema_root() / _LAYOUT / "report.schema.json").read_bytes()
        )
        write_all(reports(number, layout=_LAYOUT), folder / "valid")
        write_all(mix(number, layout=_LAYOUT), folder / "mix")
        yield from _many(folder, number)
        yield from _memory(folder, number, most)
        yield from _cold(folder)


def _many(folder: Path, number: int) -> Iterator[Figure]:
    files = sorted(f"valid/{name}" for name in os.listdir(folder / "valid"))
    ours, single, mixed = [], [], []
    # The peer takes a minute: runs before and after it meet the same machine, should its load change.
    for position in range(_SHORT_ROUNDS):
        if position == _SHORT_ROUNDS // 2:
            peer = run(["check_jsonschema", "--schemafile", "report.schema.json", *files], folder)
        ours.append(run(["govreport", "validate", "valid"], folder))
        single.append(run(["govreport", "validate", "--jobs", "1", "valid"], folder))
        mixed.append(run(["govreport", "validate", "mix"], folder, expected=1))
    yield Figure(what=f"check-jsonschema over {number:,} files", value=peer.wall, unit="s")
    yield Figure(what=f"govreport validate over {number:,} files", value=_wall(ours), unit="s")
    yield Figure(what="the same, one process", value=_wall(single), unit="s")
    yield Figure(what="times faster than check-jsonschema, on the clock", value=peer.wall / _wall(ours), at_least=50)
    yield Figure(what="the same, one process", value=peer.wall / _wall(single))
    yield Figure(what="times less processor time than check-jsonschema", value=peer.cpu / _cpu(ours), at_least=50)
    yield Figure(what="the mix, every finding printed: share of the throughput", value=_wall(ours) / _wall(mixed))


def _memory(folder: Path, number: int, most: int) -> Iterator[Figure]:
    """Look whether memory grows with the number of files; links make many files of few."""
    sizes = [1_000, 10_000, 100_000]
    peaks = []
    for size in (size for size in sizes if size <= most):
        many = folder / f"many-{size}"
        for copy in range(-(-size // number)):
            (many / f"{copy:03}").mkdir(parents=True)
            for position in range(min(number, size - copy * number)):
                name = f"{position:06}.json"
                os.link(folder / "valid" / name, many / f"{copy:03}" / name)
        peaks.append(run(["govreport", "validate", many.name], folder).peak)
        yield Figure(
            what=f"peak memory of the largest process over {size:,} files", value=peaks[-1], unit="MB", at_most=150
        )
    yield Figure(what="peak memory, most files to fewest", value=peaks[-1] / peaks[0], at_most=_FLAT)


def _cold(folder: Path) -> Iterator[Figure]:
    one = "valid/000000.json"
    ours, peer = [], []
    for _ in range(_COLD_ROUNDS):
        ours.append(run(["govreport", "validate", one], folder))
        peer.append(run(["check_jsonschema", "--schemafile", "report.schema.json", one], folder))
    yield Figure(what="check-jsonschema on one file, cold", value=_wall(peer), unit="s")
    yield Figure(what="govreport validate on one file, cold", value=_wall(ours), unit="s")
    ratios = statistics.median(a.wall / b.wall for a, b in zip(ours, peer, strict=True))
    yield Figure(what="one file from a cold start, relative to check-jsonschema", value=ratios, at_most=0.35)


def _wall(runs: list[Run]) -> float:
    return statistics.median(run.wall for run in runs)


def _cpu(runs: list[Run]) -> float:
    return statistics.median(run.cpu for run in runs)
