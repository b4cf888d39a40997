"""Equations and inequalities over sums of cells, in which a blank is an unknown figure.

A blank is any figure from 0 up (any figure at all for 本年增/减), unless an undivided figure gives
it. A relation *holds* if it holds with blanks as 0 and none of them hides a figure that could not be
read; it *fails* if no figures in place of the blanks could satisfy it; otherwise it is *open*.
"""

from collections.abc import Iterator
from enum import Enum, auto

import attrs

from govreport.rules.data import Instance
from govreport.rules.sheet import Figure, Sheet


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


def weigh(instance: Instance, sheet: Sheet) -> Weighing:
    """Return both sides of an arithmetic rule with the verdict over this sheet."""
    return settle(instance, tuple(_terms(instance.left, sheet)), tuple(_terms(instance.right, sheet)))


def settle(instance: Instance, left: tuple[Term, ...], right: tuple[Term, ...]) -> Weighing:
    """Return the weighing of the given terms under the relation of the rule."""
    left_sum = sum(int(t.figure) for t in left if t.figure is not None)
    right_sum = sum(int(t.figure) for t in right if t.figure is not None)
    blanks = [t for t in left + right if t.figure is None]
    difference = left_sum - right_sum
    # How far the blanks can move the difference up and down, without bound.
    rises = any(t.figure is None for t in left) or any(t.figure is None and t.signed for t in right)
    falls = any(t.figure is None for t in right) or any(t.figure is None and t.signed for t in left)
    relation = instance.rule.relation
    too_small = difference < 0 and relation != "<=" and not rises
    too_great = difference > 0 and relation != ">=" and not falls
    satisfied = difference == 0 or (difference > 0 and relation == ">=") or (difference < 0 and relation == "<=")
    if too_small or too_great:
        verdict = Verdict.FAILS
    elif satisfied and not any(t.doubtful for t in blanks):
        verdict = Verdict.HOLDS
    else:
        verdict = Verdict.OPEN
    return Weighing(left=left, right=right, left_sum=left_sum, right_sum=right_sum, verdict=verdict)


def _terms(cells: tuple[str, ...], sheet: Sheet) -> Iterator[Term]:
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
            figure=sheet.figures[cell],
            doubtful=cell in sheet.doubtful,
            signed=sheet.layout.cells[cell].kind == "change",
        )


def _whole(group: str, cells: tuple[str, ...], sheet: Sheet) -> bool:
    """An undivided figure stands for a group only where the sum takes in the whole group."""
    return all(cell in cells for cell, owner in sheet.covered.items() if owner == group)
