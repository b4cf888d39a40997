"""Equations and inequalities over sums of cells, in which a blank is an unknown figure.

A blank is any figure from 0 up (any figure at all for 本年增/减), unless an undivided figure gives
it. A relation *holds* if it holds with blanks as 0 and none of them hides a figure that could not be
read; it *fails* if no figures in place of the blanks could satisfy it; otherwise it is *open*.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache
from operator import itemgetter
from typing import Any

import attrs

from govreport.form.layout import Node, load_layout
from govreport.rules.data import Instance, load_instances
from govreport.rules.sheet import Figure, Sheet, cell_numbers


class Verdict(Enum):
    """What can be said of a relation, given the figures that are printed."""

    HOLDS = auto()
    FAILS = auto()
    OPEN = auto()


@attrs.frozen(kw_only=True)
class Term:
    """One figure of a sum: a cell, or the group whose figure is printed undivided. None is a blank."""

    pointer: str
    figure: Figure
    doubtful: bool = False
    signed: bool = False


@attrs.frozen(kw_only=True)
class Weighing:
    """Both sides of a relation with their sums, blanks counted as 0, and the verdict."""

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    left_sum: int
    right_sum: int
    verdict: Verdict

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of both sides."""
        return self.left + self.right

    @property
    def blanks(self) -> tuple[str, ...]:
        """The cells of both sides that hold no figure."""
        return tuple(term.pointer for term in self.terms if term.figure is None)


@attrs.frozen(kw_only=True, eq=False)
class Relation:
    """An arithmetic rule made ready for the common case, in which none of its cells is blank.

    `weights` says how often a cell counts: 1 on the left, -1 on the right. `left` and `right` take the figures of
    their side out of the row of a sheet. Its cells `are_counts` if none of them is signed or an amount.
    """

    instance: Instance
    weights: Mapping[str, int] = attrs.field(repr=False)
    left: Callable[[Sequence[Figure]], tuple[Any, ...]] = attrs.field(repr=False)
    right: Callable[[Sequence[Figure]], tuple[Any, ...]] = attrs.field(repr=False)
    are_counts: bool
    _at_least: bool
    _at_most: bool

    def allows(self, difference: int | None) -> bool:
        """Tell whether the relation is satisfied at this difference; with a blank, None, that is not known."""
        if difference is None:
            return False
        return difference == 0 or (difference > 0 and self._at_least) or (difference < 0 and self._at_most)


@cache
def load_relations(layout: str) -> Mapping[int, Relation]:
    """Return the relations of a layout by the number of their instance in `load_instances`."""
    cells, kinds = cell_numbers(layout), load_layout(layout).cells
    return {n: _relation(i, cells, kinds) for n, i in enumerate(load_instances(layout)) if i.is_arithmetic}


def _relation(instance: Instance, numbers: Mapping[str, int], kinds: Mapping[str, Node]) -> Relation:
    weights = dict.fromkeys(instance.left + instance.right, 0)
    for cell in instance.left:
        weights[cell] += 1
    for cell in instance.right:
        weights[cell] -= 1
    return Relation(
        instance=instance,
        weights=weights,
        left=_taking([numbers[cell] for cell in instance.left]),
        right=_taking([numbers[cell] for cell in instance.right]),
        are_counts=all(kinds[cell].kind == "count" for cell in weights),
        at_least=instance.rule.relation == ">=",
        at_most=instance.rule.relation == "<=",
    )


def _taking(numbers: Sequence[int]) -> Callable[[Sequence[Figure]], tuple[Any, ...]]:
    """Return what takes the figures of these cells out of a row."""
    if len(numbers) > 1:
        return itemgetter(*numbers)
    # An item getter of one number gives the bare figure, but a slice of a row is a row.
    return itemgetter(slice(numbers[0], numbers[0] + 1) if numbers else slice(0))


def weigh(instance: Instance, sheet: Sheet) -> Weighing:
    """Return both sides of an arithmetic rule with the verdict over this sheet."""
    return settle(instance, tuple(terms_of(instance.left, sheet)), tuple(terms_of(instance.right, sheet)))


def settle(instance: Instance, left: tuple[Term, ...], right: tuple[Term, ...]) -> Weighing:
    """Return the weighing of the given terms under the relation of the rule."""
    left_sum = sum(int(t.figure) for t in left if t.figure is not None)
    right_sum = sum(int(t.figure) for t in right if t.figure is not None)
    blanks = [t for t in left + right if t.figure is None]
    # How far the blanks can move the difference up and down, without bound.
    rises = any(t.figure is None for t in left) or any(t.figure is None and t.signed for t in right)
    falls = any(t.figure is None for t in right) or any(t.figure is None and t.signed for t in left)
    doubts = any(t.doubtful for t in blanks)
    verdict = verdict_of(instance.rule.relation, left_sum - right_sum, rises=rises, falls=falls, doubts=doubts)
    return Weighing(left=left, right=right, left_sum=left_sum, right_sum=right_sum, verdict=verdict)


def verdict_of(relation: str, difference: int, *, rises: bool, falls: bool, doubts: bool) -> Verdict:
    """Return what can be said of a relation at this difference, which blanks may let rise or fall without bound.

    There are `doubts` where one of the blanks hides a figure that could not be read.
    """
    too_small = difference < 0 and relation != "<=" and not rises
    too_great = difference > 0 and relation != ">=" and not falls
    if too_small or too_great:
        return Verdict.FAILS
    satisfied = difference == 0 or (difference > 0 and relation == ">=") or (difference < 0 and relation == "<=")
    return Verdict.HOLDS if satisfied and not doubts else Verdict.OPEN


def terms_of(cells: tuple[str, ...], sheet: Sheet) -> Iterator[Term]:
    """Yield the figures of cells that are added up; an undivided one once, in place of all the cells of its group."""
    replaced = set()
    for cell in cells:
        group = sheet.covered.get(cell)
        if group is not None and _whole(group, cells, sheet):
            if group not in replaced:
                replaced.add(group)
                yield Term(pointer=group, figure=sheet.undivided[group])
            continue
        yield Term(
            pointer=cell,
            figure=sheet.figure(cell),
            doubtful=cell in sheet.doubtful,
            signed=sheet.layout.cells[cell].kind == "change",
        )


def _whole(group: str, cells: tuple[str, ...], sheet: Sheet) -> bool:
    """An undivided figure stands for a group only where the sum takes in the whole group."""
    return all(cell in cells for cell, owner in sheet.covered.items() if owner == group)
