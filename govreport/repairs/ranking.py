"""From candidates to repairs: tables that share no figure are mended apart, witnesses decide, the cheapest wins."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import islice

import attrs

from govreport.findings import Change, Repair, Witness
from govreport.repairs.costs import Costs, load_costs
from govreport.repairs.search import SEVERAL, Candidate, candidates
from govreport.repairs.system import System, read_system
from govreport.rules.sheet import Sheet

SHIFTED = "row-shifted"


def find_repairs(
    sheet: Sheet,
    differences: Mapping[int, int | None],
    *,
    explained: Collection[tuple[str, str]] = (),
    witnesses: Sequence[Witness] = (),
    costs: Costs | None = None,
) -> tuple[Repair, ...]:
    """Return the likeliest repairs of a report, the best first; () where no sum fails, or no few changes mend them.

    `differences` gives the difference of each relation that was asked, by the number of its instance, None for
    those with a blank. `explained` findings, by rule and pointer, are no failures.
    """
    costs = costs or load_costs()
    system = read_system(sheet, differences, explained)
    slack = costs.reach if witnesses else costs.near
    pieces = []
    for failing in _apart(system):
        found = candidates(system, failing, costs, slack)
        if not found:
            return ()
        pieces.append(_judged(system, found, witnesses, costs))
    return tuple(_repairs(system, pieces, costs)) if pieces else ()


def _apart(system: System) -> list[tuple[int, ...]]:
    """Return the failing equations in groups that no figure links."""
    failing = system.failing
    groups = (tuple(e for e in failing if e in island) for island in system.structure.islands) if failing else ()
    return [group for group in groups if group]


@attrs.frozen(kw_only=True)
class _Option:
    """A candidate with the witnesses that speak for it."""

    candidate: Candidate
    witnesses: tuple[Witness, ...]
    is_proven: bool


@attrs.frozen(kw_only=True)
class _Piece:
    """The options of one group of equations; the first `near` of them are as good as the best, or nearly."""

    options: tuple[_Option, ...]
    near: int


def _judged(system: System, found: Sequence[Candidate], witnesses: Sequence[Witness], costs: Costs) -> _Piece:
    """Return the candidates that most witnesses agree with; where these tell none apart, all of them."""
    speaking = {c: tuple(w for w in witnesses if _agrees(w, system, c)) for c in found}
    most = max(map(len, speaking.values()))
    is_decided = any(len(agreeing) < most for agreeing in speaking.values())
    kept = [c for c in found if len(speaking[c]) == most]
    near = sum(c.cost <= kept[0].cost + costs.near for c in kept)
    options = (
        _Option(
            candidate=c,
            witnesses=speaking[c] if is_decided else (),
            is_proven=is_decided or all(_is_confirmed(system, v) for v, _ in c.after),
        )
        for c in kept
    )
    return _Piece(options=tuple(options), near=near)


def _agrees(witness: Witness, system: System, candidate: Candidate) -> bool:
    """Return whether a witness agrees with the figures after a repair; one that speaks of other figures does not."""
    after = dict(candidate.after)
    pointers = system.structure.pointers
    new = {pointers[v]: figure for v, figure in after.items()}
    old = dict(zip(pointers, system.values, strict=True))
    total = 0
    for sign, cells in ((1, witness.cells), (-1, witness.minus)):
        for cell in cells:
            if cell not in old:
                return False
            figure = new.get(cell, old[cell])
            total += sign * (figure or 0)
    return total == witness.value


def _is_confirmed(system: System, variable: int) -> bool:
    """More than one equation proves the figure; where only one does, any of its figures may be the wrong one."""
    return sum(system.structure.equations[e].is_exact for e, _ in system.structure.uses[variable]) > 1


def _repairs(system: System, pieces: Sequence[_Piece], costs: Costs) -> Iterator[Repair]:
    of = 1
    for piece in pieces:
        of *= piece.near
    for chosen in islice(_cheapest_first(pieces), costs.told):
        cost = sum(option.candidate.cost for option in chosen)
        after = {v: figure for option in chosen for v, figure in option.candidate.after}
        kinds = {option.candidate.kind for option in chosen}
        if len(after) - sum(len(o.candidate.after) - 1 for o in chosen if o.candidate.kind == SHIFTED) > costs.cells:
            continue
        yield Repair(
            changes=tuple(_change(system, v, after[v]) for v in sorted(after)),
            kind=kinds.pop() if len(kinds) == 1 else SEVERAL,
            mends=tuple((i.rule.id, i.at) for e in system.failing for i in (system.structure.equations[e].instance,)),
            cost=cost,
            unique=of == 1 and all(option.is_proven for option in chosen),
            of=of,
            witnesses=tuple(w for option in chosen for w in option.witnesses),
        )


def _cheapest_first(pieces: Sequence[_Piece]) -> Iterator[tuple[_Option, ...]]:
    """Yield one option of each piece in every combination, the cheapest first."""
    start = (0,) * len(pieces)
    ahead = [(_cost(pieces, start), start)]
    seen = {start}
    while ahead:
        _, numbers = heappop(ahead)
        yield tuple(piece.options[n] for piece, n in zip(pieces, numbers, strict=True))
        for position, piece in enumerate(pieces):
            following = (*numbers[:position], numbers[position] + 1, *numbers[position + 1 :])
            if following[position] < piece.near and following not in seen:
                seen.add(following)
                heappush(ahead, (_cost(pieces, following), following))


def _cost(pieces: Sequence[_Piece], numbers: tuple[int, ...]) -> int:
    return sum(piece.options[n].candidate.cost for piece, n in zip(pieces, numbers, strict=True))


def _change(system: System, variable: int, after: int) -> Change:
    return Change(pointer=system.structure.pointers[variable], before=system.values[variable], after=after)
