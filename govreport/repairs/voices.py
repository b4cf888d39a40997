"""Witnesses as the search for repairs needs them: figures by number, and what the printed ones lack."""

from collections.abc import Sequence

import attrs

from govreport.findings import Witness
from govreport.repairs.search import Candidate
from govreport.repairs.system import System


@attrs.frozen(kw_only=True)
class Voice:
    """A witness that speaks of one group of equations.

    `weights` gives the sign of each of its variables, `printed` the figures of those, a blank as 0. The printed figures
    have to grow by `lacking` to agree with it.
    """

    witness: Witness
    weights: tuple[tuple[int, int], ...]
    printed: tuple[int, ...]
    lacking: int

    def agrees(self, candidate: Candidate) -> bool:
        """Return whether it agrees with the figures after a repair."""
        after = dict(candidate.after)
        steps = (w * (after.get(v, old) - old) for (v, w), old in zip(self.weights, self.printed, strict=True))
        return sum(steps) == self.lacking

    def speaks(self, candidates: Sequence[Candidate]) -> bool:
        """Return whether it agrees with some candidates, and not with others or with what is printed."""
        agreeing = {self.agrees(c) for c in candidates}
        return True in agreeing and (self.lacking != 0 or False in agreeing)


def listen(
    system: System, failing: Sequence[int], others: Sequence[Sequence[int]], witnesses: Sequence[Witness]
) -> tuple[Voice, ...]:
    """Return the witnesses that speak of the figures linked with these failing equations.

    One that speaks of figures in no equation, or linked with `others` that fail, says nothing of this group alone.
    """
    numbers = {pointer: v for v, pointer in enumerate(system.structure.pointers)}
    own = _linked(system, failing)
    foreign = frozenset[int]().union(*(_linked(system, other) for other in others))
    found = []
    for witness in witnesses:
        signed = [*((p, 1) for p in witness.cells), *((p, -1) for p in witness.minus)]
        weights = tuple((numbers[p], sign) for p, sign in signed if p in numbers)
        variables = {v for v, _ in weights}
        if len(weights) < len(signed) or own.isdisjoint(variables) or not foreign.isdisjoint(variables):
            continue
        printed = tuple(system.values[v] or 0 for v, _ in weights)
        total = sum(w * figure for (_, w), figure in zip(weights, printed, strict=True))
        found.append(Voice(witness=witness, weights=weights, printed=printed, lacking=witness.value - total))
    return tuple(found)


def _linked(system: System, failing: Sequence[int]) -> frozenset[int]:
    """Return the variables of the equations that figures link with one of these, however many lie between."""
    structure = system.structure
    linked = {e for island in structure.islands if not island.isdisjoint(failing) for e in island}
    return frozenset(v for e in linked for v, _ in structure.equations[e].terms)
