"""Repairs: how often the true error is found, and how fast, beside the smallest set of cells by integer programming.

python -m bench.repairs [--faults N]    print the table of bench/README.md
"""

import argparse
import json
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time

import attrs

from bench.data import reports
from bench.faults import FAULTS, TABLE_3, TABLE_4, Figures, Plant, planted, sheet_of
from bench.faults import Sheet as Faulty
from bench.fellegi_holt import smallest_set
from bench.measuring import Figure
from bench.narrative import disputes
from govreport.findings import Repair, Witness
from govreport.form.layout import load_layout
from govreport.repairs.ranking import find_repairs
from govreport.repairs.system import System, read_system
from govreport.repairs.witnesses import witnesses
from govreport.rules.relations import differences
from govreport.rules.sheet import Sheet, cell_numbers, read_sheet

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "reports"
_GENERATED = 30
# The peer takes far longer; so many faults of each kind are enough to know it.
_PEER = 24
_WITH_STATEMENT = "the same, with a statement"
_WITH_TEXT = "the same, with a sentence that is read"
# The goals: how often the truth comes first, itself or among truths that look alike.
GOALS: Mapping[str, float] = {
    "one typo, table three": 0.99,
    "two typos": 0.97,
    "three typos": 0.90,
    "exchange in a row": 0.95,
    "exchange in a column": 0.95,
    "row shifted": 0.95,
    _WITH_STATEMENT: 0.90,
    _WITH_TEXT: 0.90,
}
MOST_WRONG, MOST_MS, MEDIAN_MS, LEAST_TOP_3 = 0.01, 100.0, 5.0, 0.97


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of one fault; it `is_proven` if two whole sums at least take in each of its cells."""

    truth: Mapping[str, int]
    is_caught: bool
    is_proven: bool
    repairs: tuple[Repair, ...]
    seconds: float

    @property
    def rank(self) -> int | None:
        """The number of the true repair, from 0."""
        solved = [{c.pointer: c.after for c in repair.changes} for repair in self.repairs]
        return solved.index(dict(self.truth)) if self.truth in solved else None

    @property
    def is_first(self) -> bool:
        """The best repair is the truth."""
        return self.rank == 0

    @property
    def is_alone(self) -> bool:
        """The truth is the best repair, and no other costs as little."""
        return self.is_first and (len(self.repairs) == 1 or self.repairs[1].cost > self.repairs[0].cost)

    @property
    def has_double(self) -> bool:
        """Another repair comes first that costs as much as the truth: two true reports, one print."""
        return bool(self.rank) and self.repairs[0].cost == self.repairs[self.rank or 0].cost

    @property
    def is_unproven(self) -> bool:
        """The truth does not come first, and blanks, or table four, leave one of its cells in a single whole sum."""
        return not self.is_first and not self.has_double and not self.is_proven

    @property
    def is_lost(self) -> bool:
        """The truth does not come first, and neither a look-alike nor a want of sums explains it."""
        return not (self.is_first or self.has_double or self.is_unproven)

    @property
    def is_wrongly_unique(self) -> bool:
        """A repair is called unique that is not the truth."""
        return bool(self.repairs) and self.repairs[0].unique and not self.is_first


@attrs.frozen(kw_only=True)
class Row:
    """The outcomes of a kind of fault, and of the peer how often it found the truth, and its seconds."""

    kind: str
    outcomes: tuple[Outcome, ...]
    peer_first: float | None
    peer_seconds: float | None

    def share(self, name: str) -> float:
        """Return in what share of the faults something holds."""
        return sum(bool(getattr(o, name)) for o in self.outcomes) / len(self.outcomes)

    @property
    def milliseconds(self) -> list[float]:
        """The time of each search, the shortest first."""
        return sorted(o.seconds * 1000 for o in self.outcomes)


def run(number: int) -> Iterator[Row]:
    """Yield the outcomes of so many faults of each kind."""
    sheets = _sources()
    faulty = [
        sheet_of({p: _whole(v) for p, v in s.figures.items() if p.startswith((TABLE_3, TABLE_4))}) for s in sheets
    ]
    owners = {id(f): s for f, s in zip(faulty, sheets, strict=True)}
    # The words of each layout are loaded once, which is not the time of any report.
    for sheet in sheets:
        witnesses(sheet)
    for kind, plant in FAULTS.items():
        yield _row(kind, plant, faulty, owners, number)
        if kind == "one typo, table four":
            yield _row(kind, plant, faulty, owners, number, speaking=_WITH_STATEMENT)
            yield _row(kind, plant, faulty, owners, number, speaking=_WITH_TEXT)


def _row(
    kind: str, plant: Plant, faulty: Sequence[Faulty], owners: Mapping[int, Sheet], number: int, *, speaking: str = ""
) -> Row:
    """Return the outcomes of one kind of fault; the rows in which witnesses are `speaking` plant the same faults."""
    outcomes: list[Outcome] = []
    peer: list[tuple[bool, float]] = []
    for source, wrong in planted(plant, faulty, number, kind):
        sheet = _with(owners[id(source)], wrong)
        truth = {pointer: source.at(pointer) for pointer in wrong}
        made = [Witness(cells=(p,), value=v) for p, v in truth.items()] if speaking == _WITH_STATEMENT else []
        if speaking == _WITH_TEXT:
            sheet = _telling(sheet, source)
        start = process_time()
        said = witnesses(sheet) if speaking == _WITH_TEXT else made
        found = find_repairs(sheet, differences(sheet), witnesses=said)
        seconds = process_time() - start
        system = read_system(sheet, differences(sheet))
        outcome = Outcome(
            truth=truth,
            is_caught=bool(system.failing),
            is_proven=all(_sums(system, pointer) > 1 for pointer in truth),
            repairs=found,
            seconds=seconds,
        )
        outcomes.append(outcome)
        if len(peer) < _PEER and not speaking:
            start = process_time()
            changes = smallest_set(system)
            peer.append((changes == truth, process_time() - start))
    return Row(
        kind=speaking or kind,
        outcomes=tuple(outcomes),
        peer_first=statistics.mean(right for right, _ in peer) if peer else None,
        peer_seconds=statistics.median(seconds for _, seconds in peer) if peer else None,
    )


def _sums(system: System, pointer: str) -> int:
    """Return how many equations without a blank, or with blanks that count as 0, take in a cell."""
    structure = system.structure
    uses = structure.uses[structure.pointers.index(pointer)]
    return sum(structure.equations[e].is_exact for e, _ in uses)


def measure(number: int) -> Iterator[Figure]:
    """Yield what the repairs promise, over all kinds."""
    rows = list(run(number))
    every = [o for row in rows for o in row.outcomes]
    for row in rows:
        if row.kind in GOALS:
            judged = [o for o in row.outcomes if o.is_proven or row.kind in (_WITH_STATEMENT, _WITH_TEXT)]
            value = sum(o.is_first or o.has_double for o in judged) / len(judged)
            what = f"repairs, {row.kind}: the truth first, or a look-alike"
            yield Figure(what=what, value=100 * value, unit="%", at_least=100 * GOALS[row.kind])
    top = _ranked(every, 3)
    yield Figure(what="repairs: the truth among the first three", value=100 * top, unit="%", at_least=100 * LEAST_TOP_3)
    wrong = sum(o.is_wrongly_unique for o in every) / len(every)
    yield Figure(
        what="repairs called unique that are not the truth", value=100 * wrong, unit="%", at_most=100 * MOST_WRONG
    )
    times = sorted(o.seconds * 1000 for o in every)
    yield Figure(what="repairs of one report, median", value=statistics.median(times), unit="ms", at_most=MEDIAN_MS)
    yield Figure(what="repairs of one report, worst", value=times[-1], unit="ms", at_most=MOST_MS)


def _sources() -> list[Sheet]:
    """Return the sheets of the examples and of generated reports whose sums all hold."""
    documents = [json.loads(path.read_bytes()) for path in sorted(EXAMPLES.glob("*.json"))]
    documents += [json.loads(data) for data in reports(_GENERATED)]
    sheets = [read_sheet(load_layout(d["layout"]), d) for d in documents]
    return [s for s in sheets if not read_system(s, differences(s)).failing]


def _with(sheet: Sheet, wrong: Figures) -> Sheet:
    numbers = cell_numbers(sheet.layout.id)
    row = list(sheet.row)
    for pointer, figure in wrong.items():
        row[numbers[pointer]] = figure
    blank = tuple(p for p in sheet.blank if row[numbers[p]] is None)
    return attrs.evolve(sheet, row=tuple(row), blank=blank)


def _telling(sheet: Sheet, truth: Faulty) -> Sheet:
    """Return a sheet whose report says in its running text, besides all else, what table four should."""
    said = disputes({p.removeprefix(TABLE_4): truth.at(p) for p in truth.figures if p.startswith(TABLE_4)})
    members = {**sheet.members, "overview": f"{sheet.members['overview']}\n{said}"}
    return attrs.evolve(sheet, members=members)


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value))


_HEADS = (
    "fault",
    "n",
    "caught",
    "truth alone best",
    "truth first",
    "among the first three",
    "told",
    "look-alike first",
    "unproven",
    "lost",
    "wrongly unique",
    "ms",
    "worst",
    "peer: truth",
    "peer: ms",
)


def _table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table: shares of all faults, numbers of those that the truth did not come first in."""
    yield "| " + " | ".join(_HEADS) + " |"
    yield "|---" * len(_HEADS) + "|"
    for row in rows:
        times, outcomes = row.milliseconds, row.outcomes
        shares = [row.share("is_caught"), row.share("is_alone"), row.share("is_first")]
        shares += [_ranked(outcomes, 3), _ranked(outcomes, len(outcomes))]
        counts = (sum(bool(getattr(o, name)) for o in outcomes) for name in ("has_double", "is_unproven", "is_lost"))
        cells = [row.kind, str(len(outcomes)), *(f"{100 * share:.1f}" for share in shares), *map(str, counts)]
        cells += [f"{100 * row.share('is_wrongly_unique'):.1f}", f"{statistics.median(times):.1f}", f"{times[-1]:.0f}"]
        has_peer = row.peer_first is not None and row.peer_seconds is not None
        cells += (
            [f"{100 * (row.peer_first or 0):.0f}", f"{1000 * (row.peer_seconds or 0):.0f}"] if has_peer else ["–", "–"]
        )
        yield "| " + " | ".join(cells) + " |"


def _ranked(outcomes: Sequence[Outcome], among: int) -> float:
    """Return in what share of the faults the truth is among the first repairs."""
    return sum(o.rank is not None and o.rank < among for o in outcomes) / len(outcomes)


def main() -> int:
    """Print the table and the figures over all kinds."""
    parser = argparse.ArgumentParser(prog="python -m bench.repairs", description=__doc__)
    parser.add_argument("--faults", type=int, default=300, help="of each kind")
    rows = list(run(parser.parse_args().faults))
    print("\n".join(_table(rows)))
    every = [o for row in rows for o in row.outcomes]
    wrong = sum(o.is_wrongly_unique for o in every)
    top = _ranked(every, 3)
    times = sorted(o.seconds * 1000 for o in every)
    print(
        f"\n{len(every)} faults; called unique and not the truth: {wrong} ({100 * wrong / len(every):.2f} %); ", end=""
    )
    print(f"truth among the first three: {100 * top:.1f} %; ", end="")
    print(f"median {statistics.median(times):.1f} ms, worst {times[-1]:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
