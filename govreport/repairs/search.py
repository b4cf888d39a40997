"""The search: every way of few changes in which the failing equations hold and none of the others fails.

A set of figures that no smaller one makes needless has an equation that only one of them stands in: there the
step of that figure is what the equation lacks. So the search takes a failing equation, gives one of its figures
what is lacking, and goes on with what fails then. A figure stands in one equation of a rule at most, so as many
changes are needed as equations of one rule fail: that bounds the search.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from govreport.repairs.costs import Costs
from govreport.repairs.slips import Slip, shifted_rows, slips
from govreport.repairs.structure import LARGEST
from govreport.repairs.system import System

SEVERAL = "several"
# The work on one report is bounded, whatever is wrong with it: about a tenth of a second.
_MOST_STEPS = 40_000


class Candidate(NamedTuple):
    """A way to put figures right: the new figure of each variable, in order, with its cost and kind."""

    after: tuple[tuple[int, int], ...]
    cost: int
    kind: str


def candidates(system: System, failing: Sequence[int], costs: Costs, slack: int) -> tuple[Candidate, ...]:
    """Return the cheapest ways to mend the failing equations and those that cost up to `slack` more, in that order."""
    return _Search(system, failing, costs, slack).run()


class _Search:
    """The state of one search: the differences as they are after the changes that are being tried."""

    def __init__(self, system: System, failing: Sequence[int], costs: Costs, slack: int) -> None:
        self._system = system
        self._structure = system.structure
        self._failing = tuple(failing)
        self._costs = costs
        self._slack = slack
        self._differences = list(system.differences)
        self._open = set(failing)
        self._rules = system.structure.rules
        self._touching = system.structure.touching
        self._least = costs.least
        self._after: dict[int, int] = {}
        self._found: dict[tuple[tuple[int, int], ...], tuple[int, str]] = {}
        self._best: int | None = None
        self._seen: set[frozenset[tuple[int, int]]] = set()
        self._steps = 0

    def run(self) -> tuple[Candidate, ...]:
        least, most = self._least, self._costs.cells
        self._singles(1, 0, "")
        # Where one figure mends all, hardly a slip of several is cheap enough to be told beside it.
        groups = [*slips(self._system, self._failing, self._costs, self._allows)]
        groups.sort(key=lambda slip: slip.cost)
        for slip in (*groups, *shifted_rows(self._system, self._failing, self._costs, self._allows)):
            self._with_slip(slip, 0)
        # Two slips, or a slip and a change besides, cost at least this much.
        dearer = min((slip.cost for slip in groups), default=0) + least
        helpful = [slip for slip in groups if self._helps(slip)] if self._allows(dearer) else []
        for changes in range(2, most + 1):
            if self._allows(changes * least):
                self._seen.clear()
                self._singles(changes, 0, "")
            if changes <= most - 1:
                self._combine(helpful, changes - 1)
        return self._result()

    def _helps(self, slip: Slip) -> bool:
        """Return whether fewer equations fail after a slip is put right: only then other changes may do the rest."""
        before = len(self._open)
        changed = self._apply(slip.after)
        after = len(self._open)
        self._undo(changed)
        return after < before

    def _combine(self, groups: Sequence[Slip], singles: int) -> None:
        """Try each slip together with single changes, and, once, two slips."""
        for slip in groups:
            if not self._allows(slip.cost + singles * self._least):
                break
            self._seen.clear()
            self._with_slip(slip, min(singles, self._costs.cells - len(slip.after)))
        if singles == 1:
            for n, slip in enumerate(groups):
                if not self._allows(2 * slip.cost):
                    break
                self._pairs(slip, groups[n + 1 :])

    def _pairs(self, slip: Slip, others: Sequence[Slip]) -> None:
        changed = self._apply(slip.after)
        for other in others:
            if not self._allows(slip.cost + other.cost):
                break
            if len(slip.after) + len(other.after) <= self._costs.cells and slip.after.keys().isdisjoint(other.after):
                self._with_slip(other, 0, slip.cost, slip.kind)
        self._undo(changed)

    def _with_slip(self, slip: Slip, singles: int, cost: int = 0, kind: str = "") -> None:
        cost += slip.cost
        if not self._allows(cost + singles * self._least):
            return
        if not singles and not self._open.issubset(self._touched(slip.after)):
            return
        changed = self._apply(slip.after)
        kind = _joined(kind, slip.kind)
        if singles:
            self._singles(singles, cost, kind)
        elif not self._open:
            self._record(cost, kind)
        self._undo(changed)

    def _singles(self, left: int, cost: int, kind: str) -> None:
        """Mend all that is open by up to so many changes of one figure each."""
        if not self._open:
            self._record(cost, kind)
            return
        counts: dict[str, list[int]] = {}
        for e in self._open:
            counts.setdefault(self._rules[e], []).append(e)
        needed = max(map(len, counts.values()))
        if needed > left or not self._allows(cost + needed * self._least):
            return
        state = frozenset(self._after.items())
        if state in self._seen or self._steps > _MOST_STEPS:
            return
        self._seen.add(state)
        equations: Sequence[int]
        if needed == left:
            # Each change has to mend one equation of this rule, so any one of them will do.
            full = [e for found in counts.values() if len(found) == left for e in found]
            equations = (min(full, key=lambda e: (len(self._structure.equations[e].terms), e)),)
        else:
            equations = sorted(self._open)
        for e in equations:
            for v, figure in self._steps_of(e):
                if left == 1 and not self._open.issubset(self._touching[v]):
                    continue
                name = self._system.kind(v, figure)
                price = cost + self._costs.figures[name]
                if self._allows(price):
                    changed = self._apply({v: figure})
                    self._singles(left - 1, price, _joined(kind, name))
                    self._undo(changed)

    def _touched(self, after: Iterable[int]) -> frozenset[int]:
        """Return the equations in which these figures stand: no others are mended."""
        return frozenset().union(*(self._touching[v] for v in after))

    def _steps_of(self, e: int) -> Iterator[tuple[int, int]]:
        lacking = -self._differences[e]
        for v, weight in self._structure.equations[e].terms:
            if v in self._after or lacking % weight:
                continue
            figure = (self._system.values[v] or 0) + lacking // weight
            if self._structure.lowest[v] <= figure <= LARGEST:
                self._steps += 1
                yield v, figure

    def _apply(self, after: Mapping[int, int]) -> Mapping[int, int]:
        for v, figure in after.items():
            self._after[v] = figure
            self._move(v, figure - (self._system.values[v] or 0))
        return after

    def _undo(self, after: Mapping[int, int]) -> None:
        for v, figure in after.items():
            del self._after[v]
            self._move(v, (self._system.values[v] or 0) - figure)

    def _move(self, v: int, step: int) -> None:
        differences, still_open, bearing = self._differences, self._open, self._structure.bearing
        for e, weight in self._structure.uses[v]:
            differences[e] = difference = differences[e] + weight * step
            # Most equations bear no difference at all.
            if difference and not (e in bearing and not self._system.fails(e, difference)):
                still_open.add(e)
            else:
                still_open.discard(e)

    def _allows(self, cost: int) -> bool:
        return self._best is None or cost <= self._best + self._slack

    def _record(self, cost: int, kind: str) -> None:
        key = tuple(sorted(self._after.items()))
        known = self._found.get(key)
        if known is not None and known[0] <= cost:
            return
        left_open = self._system.left_open(self._after)
        if left_open is None:
            return
        cost += left_open * self._costs.open
        self._found[key] = (cost, kind)
        if self._best is None or cost < self._best:
            self._best = cost

    def _result(self) -> tuple[Candidate, ...]:
        found = [Candidate(after=key, cost=cost, kind=kind) for key, (cost, kind) in self._found.items()]
        near = [c for c in found if self._allows(c.cost)]
        return tuple(sorted(near, key=lambda c: (c.cost, len(c.after), c.after)))


def _joined(first: str, second: str) -> str:
    return second if first in ("", second) else SEVERAL
