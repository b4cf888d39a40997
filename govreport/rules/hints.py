"""Repair hints: the smallest changes of figures that mend failed equations and break nothing.

A hint changes one cell, or one cell together with the 总计 of its row. Both are worked out from the
rules alone: what an equation lacks is what one of its figures would have to gain, and a rule marked
`paired` names the 总计 that may move along.
"""

from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from govreport.findings import Change, Hint
from govreport.rules.arithmetic import Relation, Term, Verdict, Weighing, load_relations, settle, weigh
from govreport.rules.sheet import Sheet

MOST_HINTS = 5
_LARGEST = 999_999_999_999

Steps = tuple[tuple[str, int], ...]


def propose(sheet: Sheet, differences: Mapping[int, int | None]) -> tuple[Hint, ...]:
    """Return every repair of the failed equations, the best first.

    `differences` gives, by number of the instance, the difference of each relation that was asked, None
    for those with a blank. Ranked by equations mended, then by cells changed, then by the order of
    print. Blanks count as 0.
    """
    search = _Search(sheet, differences)
    hints = [hint for steps in dict.fromkeys(search.candidates()) if (hint := search.hint(steps)) is not None]
    order = sheet.layout.nodes
    return tuple(
        sorted(
            hints,
            key=lambda h: (-len(h.mends), len(h.changes), [order[c.pointer].order for c in h.changes]),
        )
    )


@cache
def _uses(layout: str) -> Mapping[str, tuple[int, ...]]:
    """Return the numbers of the relations that each cell stands in."""
    uses: dict[str, tuple[int, ...]] = {}
    for number, relation in load_relations(layout).items():
        for cell in relation.weights:
            uses[cell] = (*uses.get(cell, ()), number)
    return uses


class _Search:
    """Tries changes of figures on one sheet.

    A relation without a blank is judged by its difference alone. Only those with a blank are weighed
    term by term: a figure that a change puts in the place of a blank leaves one unknown less.
    """

    def __init__(self, sheet: Sheet, differences: Mapping[int, int | None]) -> None:
        self._sheet = sheet
        self._differences = differences
        self._relations: Mapping[int, Relation] = load_relations(sheet.layout.id)
        self._failed = {n for n, d in differences.items() if d is not None and not self._relations[n].allows(d)}
        self._weighings: dict[int, Weighing] = {}
        self._uses = dict(_uses(sheet.layout.id))
        for number, difference in differences.items():
            if difference is None:
                self._weighings[number] = weighing = weigh(self._relations[number].instance, sheet)
                for term in weighing.terms:
                    # A figure printed undivided stands in the sums in place of its cells.
                    if number not in self._uses.get(term.pointer, ()):
                        self._uses[term.pointer] = (*self._uses.get(term.pointer, ()), number)

    def candidates(self) -> Iterator[Steps]:
        """Yield each change that makes a failed equation hold."""
        for number, difference in self._differences.items():
            relation = self._relations[number]
            if relation.instance.rule.kind != "equation":
                continue
            if difference is None:
                weighing = self._weighings[number]
                if weighing.verdict is Verdict.FAILS:
                    lacking = weighing.right_sum - weighing.left_sum
                    yield from self._steps([(t.pointer, lacking) for t in weighing.left])
                    yield from self._steps([(t.pointer, -lacking) for t in weighing.right])
            elif difference:
                yield from self._steps([(cell, -difference) for cell in relation.instance.left])
                yield from self._steps([(cell, difference) for cell in relation.instance.right])

    def _steps(self, changes: list[tuple[str, int]]) -> Iterator[Steps]:
        for pointer, step in changes:
            yield ((pointer, step),)
            for number in self._uses[pointer]:
                instance = self._relations[number].instance
                if instance.rule.paired and number in self._differences and pointer != instance.at:
                    yield ((pointer, step), (instance.at, step))

    def hint(self, steps: Steps) -> Hint | None:
        """Return the hint that takes these steps, or None if it mends nothing, breaks something or is no figure."""
        mended = self._mended(steps)
        changes = [self._change(pointer, step) for pointer, step in steps] if mended else []
        if not mended or None in changes:
            return None
        instances = [self._relations[number].instance for number in sorted(mended)]
        return Hint(
            changes=tuple(change for change in changes if change is not None),
            mends=tuple((instance.rule.id, instance.at) for instance in instances),
        )

    def _mended(self, steps: Steps) -> list[int]:
        """Return the relations that these steps make hold, none if they make one fail."""
        mended = []
        touched = self._uses[steps[0][0]] if len(steps) == 1 else {n: None for p, _ in steps for n in self._uses[p]}
        for number in touched:
            if number not in self._differences:
                continue
            difference = self._differences[number]
            if difference is None:
                before, after = self._reweighed(number, steps)
                failed, fails, holds = before is Verdict.FAILS, after is Verdict.FAILS, after is Verdict.HOLDS
            else:
                relation = self._relations[number]
                for pointer, step in steps:
                    if pointer in relation.weights:
                        difference += relation.weights[pointer] * step
                holds = relation.allows(difference)
                failed, fails = number in self._failed, not holds
            if fails and not failed:
                return []
            if holds and failed:
                mended.append(number)
        return mended

    def _reweighed(self, number: int, steps: Steps) -> tuple[Verdict, Verdict]:
        weighing = self._weighings[number]
        after = {pointer: int(self._figure(pointer) or 0) + step for pointer, step in steps}
        instance = self._relations[number].instance
        changed = settle(instance, _changed(weighing.left, after), _changed(weighing.right, after))
        return weighing.verdict, changed.verdict

    def _figure(self, pointer: str) -> int | None:
        undivided = self._sheet.undivided
        figure = undivided[pointer] if pointer in undivided else self._sheet.figure(pointer)
        return None if figure is None else int(figure)

    def _change(self, pointer: str, step: int) -> Change | None:
        if pointer in self._sheet.covered:
            # It stays blank as long as an undivided figure stands for it.
            return None
        before = self._figure(pointer)
        after = (before or 0) + step
        signed = self._sheet.layout.nodes[pointer].kind == "change"
        within = (-_LARGEST if signed else 0) <= after <= _LARGEST
        return Change(pointer=pointer, before=before, after=after) if within else None


def _changed(terms: tuple[Term, ...], after: Mapping[str, int]) -> tuple[Term, ...]:
    return tuple(attrs.evolve(t, figure=after[t.pointer]) if t.pointer in after else t for t in terms)
