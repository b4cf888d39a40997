"""Slips that put several figures wrong at once: exchanges, a figure and its total, stale totals, a shifted row.

Each is worked out from the figures as they are printed; what they cost is in `schema/repairs.json`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

import attrs

from govreport.repairs.costs import Costs
from govreport.repairs.system import System


@attrs.frozen
class Slip:
    """A group of figures put right together: the new figure of each variable, what it costs, and its kind."""

    after: dict[int, int]
    cost: int
    kind: str


Allows = Callable[[int], bool]
"""Tells whether slips of a cost may still be told: what costs more is not worked out."""


def slips(system: System, failing: Sequence[int], costs: Costs, allows: Allows) -> Iterator[Slip]:
    """Yield every slip of more than one figure that bears on the failing equations and is not too dear."""
    hot = {v for e in failing for v, _ in system.structure.equations[e].terms}
    yield from _exchanges(system, hot, costs, allows)
    if allows(2 * costs.least + costs.groups["with-total"]):
        yield from _with_totals(system, frozenset(failing), hot, costs)
    if allows(costs.groups["totals-stale"]):
        yield from _stale_totals(system, failing, costs)


def _rows(system: System, hot: set[int]) -> Iterator[tuple[int, ...]]:
    """Yield the printed rows in which two figures or more may be wrong."""
    row_of = system.structure.row_of
    counts = Counter(row_of[v] for v in hot if v in row_of)
    return (system.structure.rows[number] for number in sorted(counts) if counts[number] > 1)


def _exchanges(system: System, hot: set[int], costs: Costs, allows: Allows) -> Iterator[Slip]:
    structure = system.structure
    groups = costs.groups
    for row in _rows(system, hot):
        for a, b in pairwise(row):
            if a in hot and b in hot:
                kind = "exchanged-in-total" if b in structure.totals else "exchanged-in-row"
                if allows(groups[kind]):
                    yield from _exchange(system, a, b, groups[kind], kind)
        if not allows(groups["misplaced"]):
            continue
        filled = [v for v in row[:-1] if v in hot]
        for a, b in combinations(filled, 2):
            if bool(system.values[a]) != bool(system.values[b]) and row.index(b) - row.index(a) > 1:
                yield from _exchange(system, a, b, groups["misplaced"], "misplaced")
    below = structure.below
    for a in sorted(hot):
        b = below.get(a, -1)
        if b in hot:
            kind = "exchanged-in-total" if b in structure.totals else "exchanged-in-column"
            if allows(groups[kind]):
                yield from _exchange(system, a, b, groups[kind], kind)


def _exchange(system: System, a: int, b: int, cost: int, kind: str) -> Iterator[Slip]:
    first, second = system.values[a] or 0, system.values[b] or 0
    if first != second and min(first, second) >= 0:
        yield Slip({a: second, b: first}, cost, kind)


def _with_totals(system: System, failing: frozenset[int], hot: set[int], costs: Costs) -> Iterator[Slip]:
    """A cell and its total off by the same, which the sum of the two does not show, but others do."""
    structure = system.structure
    for part, total, shared in structure.parts:
        if part not in hot or total not in hot or shared in failing:
            continue
        steps = {
            -system.differences[e] * w
            for v in (part, total)
            for e, w in structure.uses[v]
            if e in failing and e != shared
        }
        for step in sorted(steps):
            after = {v: (system.values[v] or 0) + step for v in (part, total)}
            if all(figure >= structure.lowest[v] for v, figure in after.items()):
                single = sum(costs.figures[system.kind(v, figure)] for v, figure in after.items())
                yield Slip(after, single + costs.groups["with-total"], "with-total")


def _stale_totals(system: System, failing: Sequence[int], costs: Costs) -> Iterator[Slip]:
    """Several totals of one rule off by the same, each set to the sum of its parts."""
    structure = system.structure
    totals = structure.total_of
    by_rule: dict[tuple[str, int], dict[int, int]] = {}
    for e in failing:
        if e in totals:
            # The total stands on the right: it lacks what the left has more.
            total, step = totals[e], system.differences[e]
            rule = structure.equations[e].instance.rule.id
            by_rule.setdefault((rule, step), {})[total] = (system.values[total] or 0) + step
    for after in by_rule.values():
        if 1 < len(after) <= costs.cells and all(f >= structure.lowest[v] for v, f in after.items()):
            yield Slip(after, costs.groups["totals-stale"], "totals-stale")


def shifted_rows(system: System, failing: Sequence[int], costs: Costs, allows: Allows) -> Iterator[Slip]:
    """Yield every row put back by one column, unless that is too dear.

    The figure that was pushed out follows from the sum of the row.
    """
    if not allows(costs.groups["row-shifted"]):
        return
    hot = {v for e in failing for v, _ in system.structure.equations[e].terms}
    for row in _rows(system, hot):
        total = system.values[row[-1]] or 0
        figures = [system.values[v] or 0 for v in row]
        for width in (len(row), len(row) - 1):
            for after in _put_back(figures[:width], total if width < len(row) else None):
                changes = {v: new for v, old, new in zip(row, figures, after, strict=False) if old != new}
                if len(changes) > 2 and min(after) >= 0:
                    yield Slip(changes, costs.groups["row-shifted"], "row-shifted")


def _put_back(figures: list[int], total: int | None) -> Iterator[list[int]]:
    """Both ways back; with `total` the figures add up to it, without it the last is the sum of the others."""
    left, right = figures[1:], figures[:-1]
    if total is None:
        yield [*left, sum(left)]
        # The first is what the last lacks.
        yield [right[-1] - sum(right[:-1]), *right]
    else:
        yield [*left, total - sum(left)]
        yield [total - sum(right), *right]
