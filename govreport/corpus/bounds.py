"""What cells can hold: a printed figure is itself, and a blank whatever the sums of the form leave it.

Every equation of the layout is used in which the printed figures can be right; one that fails says nothing of blanks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import attrs

from govreport.form.layout import load_layout
from govreport.rules.data import load_instances
from govreport.rules.sheet import group_cells

# So often bounds are handed on from sum to sum; the form's are settled after three or four times.
_ROUNDS = 20


@attrs.frozen
class Bounds:
    """The least and the most that a figure can be; `upper` is None where nothing bounds it."""

    lower: int
    upper: int | None

    @property
    def is_exact(self) -> bool:
        """Only one value is possible."""
        return self.lower == self.upper

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(self.lower + other.lower, _add(self.upper, other.upper))


NOTHING = Bounds(0, 0)
_ANYTHING = Bounds(0, None)


@attrs.frozen
class Equation:
    """Cells whose sum is the sum of other cells."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class Cells:
    """The bounds of all cells of a report, and of any sum of them.

    `figures` are the printed ones by pointer, `undivided` those printed once for a group of cells.
    """

    def __init__(self, layout: str, figures: Mapping[str, int | None], undivided: Mapping[str, int]) -> None:
        form = load_layout(layout)
        self._groups = {group: (group_cells(form, group), Bounds(n, n)) for group, n in undivided.items()}
        self._printed = {c: _ANYTHING if n is None else Bounds(n, n) for c, n in figures.items()}
        for cells, whole in self._groups.values():
            self._printed |= {cell: Bounds(0, whole.upper) for cell in cells if cell in self._printed}
        self._failed = tuple(e for e in equations(layout) if not self._can_hold(e, self._printed))
        self._equations = tuple(e for e in equations(layout) if e not in self._failed)
        self._known = self._settled()

    def sum(self, cells: Sequence[str]) -> Bounds:
        """Return what the sum of cells can be."""
        whole = self._plain(cells, self._known)
        if whole.is_exact:
            return whole
        for equation in self._equations:
            for side, other in ((equation.left, equation.right), (equation.right, equation.left)):
                if set(cells) <= set(side):
                    rest = self._plain([cell for cell in side if cell not in cells], self._known)
                    whole = _within(whole, _minus(self._plain(other, self._known), rest)) or whole
        return whole

    def sums_hold(self, cells: Iterable[str]) -> bool:
        """Return whether every equation can hold that any of the cells is part of."""
        if not self._failed:
            return True
        asked = set(cells)
        return all(asked.isdisjoint((*failed.left, *failed.right)) for failed in self._failed)

    def _plain(self, cells: Iterable[str], known: Mapping[str, Bounds]) -> Bounds:
        """Return the sum of the bounds of cells, a group printed as one figure taken as that."""
        lower, upper = 0, 0
        is_bounded = True
        for whole in self._wholes(cells, known):
            lower += whole.lower
            if whole.upper is None:
                is_bounded = False
            else:
                upper += whole.upper
        return Bounds(lower, upper if is_bounded else None)

    def _wholes(self, cells: Iterable[str], known: Mapping[str, Bounds]) -> Iterator[Bounds]:
        left = cells
        if self._groups:
            left = set(cells)
            for parts, whole in self._groups.values():
                if parts and left >= set(parts):
                    left -= set(parts)
                    yield whole
        for cell in left:
            yield known[cell]

    def _can_hold(self, equation: Equation, known: Mapping[str, Bounds]) -> bool:
        return _within(self._plain(equation.left, known), self._plain(equation.right, known)) is not None

    def _settled(self) -> Mapping[str, Bounds]:
        """Return the bounds of cells once all sums are used; those of print where sums contradict each other."""
        known = dict(self._printed)
        open_ones = {cell for cell, bounds in known.items() if not bounds.is_exact}
        asked = [e for e in self._equations if not open_ones.isdisjoint((*e.left, *e.right))]
        for _ in range(_ROUNDS):
            before = dict(known)
            for equation in asked:
                for side, other in ((equation.left, equation.right), (equation.right, equation.left)):
                    for cell in open_ones.intersection(side):
                        rest = self._plain([c for c in side if c != cell], known)
                        narrowed = _within(known[cell], _minus(self._plain(other, known), rest))
                        if narrowed is None:
                            return self._printed
                        known[cell] = narrowed
            if known == before:
                break
        return known


@cache
def equations(layout: str) -> tuple[Equation, ...]:
    """Return the equations of a layout."""
    instances = (i for i in load_instances(layout) if i.rule.kind == "equation")
    return tuple(Equation(tuple(i.left), tuple(i.right)) for i in instances)


def _add(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _minus(whole: Bounds, part: Bounds) -> Bounds:
    lower = 0 if part.upper is None else max(0, whole.lower - part.upper)
    return Bounds(lower, None if whole.upper is None else whole.upper - part.lower)


def _within(one: Bounds, other: Bounds) -> Bounds | None:
    """Return what both allow, None where that is nothing."""
    uppers = [upper for upper in (one.upper, other.upper) if upper is not None]
    lower, upper = max(one.lower, other.lower), min(uppers, default=None)
    return None if upper is not None and lower > upper else Bounds(lower, upper)
