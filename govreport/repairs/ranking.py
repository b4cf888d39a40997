"""From candidates to repairs: tables that share no figure are mended apart, witnesses decide, the cheapest wins."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import islice

import attrs

from govreport.findings import Change, Repair, Witness
from govreport.repairs.costs import Costs, load_costs
from govreport.repairs.search import SEVERAL, Candidate, candidates
from govreport.repairs.single import single_figures
from govreport.repairs.system import System, read_system
from govreport.repairs.voices import Voice, listen
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
    all_failing = system.failing
    apart = _apart(system, all_failing)
    pieces = []
    for failing in apart:
        found = single_figures(system, failing, costs) or candidates(system, failing, costs, costs.near)
        if not found:
            return ()
        if len(apart) == 1 and not witnesses:
            return tuple(_unheard(system, failing, found, costs))
        others = [other for other in apart if other != failing]
        pieces.append(_heard(system, found, listen(system, failing, others, witnesses) if witnesses else (), costs))
    return tuple(_repairs(system, all_failing, pieces, costs)) if pieces else ()


def _unheard(system: System, failing: Sequence[int], found: Sequence[Candidate], costs: Costs) -> Iterator[Repair]:
    """Yield what `_repairs` does where all that fails is linked, and no witness speaks."""
    structure = system.structure
    mends = _mended(system, failing)
    for c in found[: costs.told]:
        if len(c.after) <= costs.cells or c.kind == SHIFTED:
            yield Repair(
                changes=tuple([_change(system, v, figure) for v, figure in c.after]),
                kind=c.kind,
                mends=mends,
                cost=c.cost,
                unique=len(found) == 1 and structure.confirmed.issuperset([v for v, _ in c.after]),
                of=len(found),
            )


def _mended(system: System, failing: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """Return rule and pointer of each of these equations."""
    instances = (system.structure.equations[e].instance for e in failing)
    return tuple([(instance.rule.id, instance.at) for instance in instances])


def _apart(system: System, failing: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the failing equations in groups that no figure links."""
    groups: dict[int, list[int]] = {}
    for equation in failing:
        groups.setdefault(system.structure.island_of[equation], []).append(equation)
    return [tuple(groups[island]) for island in sorted(groups)]


@attrs.frozen(kw_only=True)
class _Option:
    """A candidate with the witnesses that speak for it; those that they speak against are `behind` the others."""

    candidate: Candidate
    witnesses: tuple[Witness, ...] = ()
    is_proven: bool
    behind: bool = False


_Piece = tuple[_Option, ...]


def _heard(system: System, found: Sequence[Candidate], voices: Sequence[Voice], costs: Costs) -> _Piece:
    """Return the candidates that agree with all that the witnesses say, before or without the others.

    What agrees with none says nothing, nor does what agrees with all and with the print. Where no candidate agrees with
    all the rest, one of the witnesses means something else, and nobody knows which: then the sums alone count.
    """
    speaking = [voice for voice in voices if voice.speaks(found)]
    favoured = [c for c in found if speaking and all(voice.agrees(c) for voice in speaking)]
    telling = [voice for voice in speaking if voice.lacking]
    # A text that denies everything has many a 0: it makes no difference how many.
    small = len({voice.weights for voice in telling if voice.witness.value})
    is_strong = any(abs(voice.witness.value) >= costs.chance for voice in telling) or small > 1
    said = {v for voice in telling for v, _ in voice.weights} if is_strong and favoured else set()
    options = (
        _Option(
            candidate=c,
            witnesses=tuple(voice.witness for voice in speaking) if c in favoured else (),
            is_proven=all(v in said or v in system.structure.confirmed for v, _ in c.after),
            behind=bool(favoured) and c not in favoured,
        )
        for c in found
    )
    ordered = sorted(options, key=lambda option: option.behind)
    return tuple(option for option in ordered if not (is_strong and option.behind))


def _repairs(system: System, failing: Sequence[int], pieces: Sequence[_Piece], costs: Costs) -> Iterator[Repair]:
    of = 1
    for piece in pieces:
        of *= len(piece)
    mends = _mended(system, failing)
    for chosen in islice(_cheapest_first(pieces), costs.told):
        cost = sum(option.candidate.cost for option in chosen)
        after = {v: figure for option in chosen for v, figure in option.candidate.after}
        kinds = {option.candidate.kind for option in chosen}
        if len(after) - sum(len(o.candidate.after) - 1 for o in chosen if o.candidate.kind == SHIFTED) > costs.cells:
            continue
        yield Repair(
            changes=tuple(_change(system, v, after[v]) for v in sorted(after)),
            kind=kinds.pop() if len(kinds) == 1 else SEVERAL,
            mends=mends,
            cost=cost,
            unique=of == 1 and all(option.is_proven for option in chosen),
            of=of,
            witnesses=tuple(w for option in chosen for w in option.witnesses),
        )


def _cheapest_first(pieces: Sequence[_Piece]) -> Iterator[tuple[_Option, ...]]:
    """Yield one option of each piece in every combination, the cheapest first."""
    if len(pieces) == 1:
        # They are in this order, each with a cost of its own.
        yield from ((option,) for option in pieces[0])
        return
    start = (0,) * len(pieces)
    ahead = [(_cost(pieces, start), start)]
    seen = {start}
    while ahead:
        _, numbers = heappop(ahead)
        yield tuple(piece[n] for piece, n in zip(pieces, numbers, strict=True))
        for position, piece in enumerate(pieces):
            following = (*numbers[:position], numbers[position] + 1, *numbers[position + 1 :])
            if following[position] < len(piece) and following not in seen:
                seen.add(following)
                heappush(ahead, (_cost(pieces, following), following))


def _cost(pieces: Sequence[_Piece], numbers: tuple[int, ...]) -> tuple[int, int]:
    chosen = [piece[n] for piece, n in zip(pieces, numbers, strict=True)]
    return sum(option.behind for option in chosen), sum(option.candidate.cost for option in chosen)


def _change(system: System, variable: int, after: int) -> Change:
    return Change(pointer=system.structure.pointers[variable], before=system.values[variable], after=after)
