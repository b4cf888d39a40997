"""Repair hints: the smallest changes of figures that mend failed equations and break nothing.

A hint changes one cell, or one cell together with the 总计 of its row. Both are worked out from the
rules alone: what an equation lacks is what one of its figures would have to gain, and a rule marked
`paired` names the 总计 that may move along.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from govreport.findings import Change, Hint
from govreport.rules.arithmetic import Term, Verdict, Weighing, settle
from govreport.rules.data import Instance
from govreport.rules.sheet import Sheet

MOST_HINTS = 5
_LARGEST = 999_999_999_999

Weighed = tuple[Instance, Weighing]
Steps = tuple[tuple[str, int], ...]


def propose(sheet: Sheet, weighed: Iterable[Weighed]) -> tuple[Hint, ...]:
    """Return every repair of the failed equations among `weighed`, the best first.

    Ranked by equations mended, then by cells changed, then by the order of print. Blanks count as 0.
    """
    all_weighed = tuple(weighed)
    uses: dict[str, list[Weighed]] = {}
    for pair in all_weighed:
        for term in pair[1].terms:
            uses.setdefault(term.pointer, []).append(pair)
    hints = []
    for steps in dict.fromkeys(_candidates(all_weighed, uses)):
        hint = _try(steps, uses, sheet)
        if hint is not None:
            hints.append(hint)
    order = sheet.layout.nodes
    return tuple(
        sorted(
            hints,
            key=lambda h: (-len(h.mends), len(h.changes), [order[c.pointer].order for c in h.changes]),
        )
    )


def _candidates(weighed: tuple[Weighed, ...], uses: Mapping[str, list[Weighed]]) -> Iterator[Steps]:
    for instance, weighing in weighed:
        if instance.rule.kind != "equation" or weighing.verdict is not Verdict.FAILS:
            continue
        lacking = weighing.right_sum - weighing.left_sum
        sides = [(term, lacking) for term in weighing.left] + [(term, -lacking) for term in weighing.right]
        for term, step in sides:
            yield ((term.pointer, step),)
            for other, _ in uses[term.pointer]:
                if other.rule.paired and term.pointer != other.at:
                    yield ((term.pointer, step), (other.at, step))


def _try(steps: Steps, uses: Mapping[str, list[Weighed]], sheet: Sheet) -> Hint | None:
    """Return the hint that takes these steps, or None if it mends nothing, breaks something or is no figure."""
    after: dict[str, int] = {}
    changes = []
    for pointer, step in steps:
        before = sheet.undivided.get(pointer, sheet.figures.get(pointer))
        then = int(before or 0) + step
        signed = sheet.layout.nodes[pointer].kind == "change"
        if not (-_LARGEST if signed else 0) <= then <= _LARGEST:
            return None
        after[pointer] = then
        changes.append(Change(pointer=pointer, before=None if before is None else int(before), after=then))
    mends = []
    touched = {id(instance): (instance, w) for pointer, _ in steps for instance, w in uses.get(pointer, ())}
    for instance, weighing in touched.values():
        verdict = settle(instance, _changed(weighing.left, after), _changed(weighing.right, after)).verdict
        if verdict is Verdict.FAILS and weighing.verdict is not Verdict.FAILS:
            return None
        if verdict is Verdict.HOLDS and weighing.verdict is Verdict.FAILS:
            mends.append((instance.rule.id, instance.at))
    return Hint(changes=tuple(changes), mends=tuple(mends)) if mends else None


def _changed(terms: tuple[Term, ...], after: Mapping[str, int]) -> tuple[Term, ...]:
    return tuple(attrs.evolve(t, figure=after[t.pointer]) if t.pointer in after else t for t in terms)
