"""What is read of published documents, by shape and by the fault planted in them: cells, and findings.

The documents are those of `tests/corpus`, whose truth is known; most are in shapes that others print. A cell is *wrong*
if another figure was read than is printed, or one where none is printed; *unread* if none was read.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor

import attrs

from bench.measuring import Figure
from tests.corpus.documents import Entry, entries
from tests.corpus.measuring import IDENTITY, Reading, measure
from tests.corpus.shapes import SHAPES

SEED = 20260131  # not that of the expected findings: what is tuned to those is seen here
ROUNDS = 6
_LEAST_READ = 0.97
_COLUMNS = "{:<32} {:>5} {:>8} {:>8} {:>7} {:>6}"


@attrs.frozen(kw_only=True)
class Result:
    """One document and what was read of it."""

    entry: Entry
    reading: Reading

    @property
    def name(self) -> str:
        """The name of the document."""
        return f"{self.entry.shape}.{self.entry.change}.{self.entry.number}"


def results(seed: int = SEED, rounds: int = ROUNDS, jobs: int = 2) -> list[Result]:
    """Read every document of the corpus."""
    chosen = list(entries(seed, rounds))
    with ProcessPoolExecutor(jobs) as pool:
        return [
            Result(entry=entry, reading=reading)
            for entry, reading in zip(chosen, pool.map(_read, chosen, chunksize=8), strict=True)
        ]


def _read(entry: Entry) -> Reading:
    return measure(entry.make())


def figures(found: Iterable[Result]) -> Iterator[Figure]:
    """Yield what the project promises: no cell wrong, and nearly all read."""
    found = list(found)
    others = sum(not SHAPES[result.entry.shape].ours for result in found)
    cells, read, wrong, _ = _sums(found)
    yield Figure(
        what=f"documents read, {others} of them not of our own printing", value=len(found), unit="", at_least=400
    )
    yield Figure(what="cells read wrongly", value=wrong, unit="", at_most=0)
    yield Figure(what=f"share read of {cells:,} cells", value=read / cells, unit="", at_least=_LEAST_READ)


def lines(found: Iterable[Result]) -> Iterator[str]:
    """Yield the tables: by shape, by change, the names of wrong cells, and what was read of organ, year and so on."""
    found = list(found)
    yield from _table("shape", found, lambda result: result.entry.shape)
    yield from _table("fault planted", found, lambda result: result.entry.change)
    yield from ("", "cells read wrongly")
    for result in found:
        if result.reading.wrong:
            yield f"  {result.name}: {' '.join(result.reading.wrong[:6])}" + (
                " …" if len(result.reading.wrong) > 6 else ""
            )
    yield from ("", "identity: documents of which it was read wrongly, and not read")
    for name in IDENTITY:
        wrong = sum(name in result.reading.identity_wrong for result in found)
        unread = sum(name in result.reading.identity_unread for result in found)
        yield f"  {name:<12} {wrong:>4} {unread:>4}"
    yield from ("", "findings that a planted fault must give and that were not there")
    missed = Counter(f"{result.entry.change}: {code}" for result in found for code in result.reading.missed)
    for what, number in sorted(missed.items()):
        yield f"  {what:<60} {number:>4}"


def _table(title: str, found: list[Result], key: Callable[[Result], str]) -> Iterator[str]:
    yield from ("", _COLUMNS.format(title, "docs", "cells", "read", "%", "wrong"))
    groups: dict[str, list[Result]] = {}
    for result in found:
        groups.setdefault(key(result), []).append(result)
    for name, group in [*groups.items(), ("all", found)]:
        cells, read, wrong, number = _sums(group)
        yield _COLUMNS.format(name, number, cells, read, f"{100 * read / max(cells, 1):.1f}", wrong or "")


def _sums(group: Iterable[Result]) -> tuple[int, int, int, int]:
    readings = [result.reading for result in group]
    return (
        sum(reading.cells for reading in readings),
        sum(reading.read for reading in readings),
        sum(len(reading.wrong) for reading in readings),
        len(readings),
    )
