"""What the equations of a report are, whatever its figures: their variables, and how these lie in print."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import combinations, pairwise

import attrs

from govreport.form.layout import load_layout
from govreport.rules.arithmetic import Verdict, Weighing
from govreport.rules.data import Instance

LARGEST = 999_999_999_999


@attrs.frozen(kw_only=True)
class Equation:
    """One relation: its variables with their weights, and which differences it bears without failing.

    `weighing` is given where one of its cells is blank.
    """

    instance: Instance
    terms: tuple[tuple[int, int], ...]
    allows_below: bool = False
    allows_above: bool = False
    weighing: Weighing | None = None

    @property
    def is_exact(self) -> bool:
        """Only one difference is right: the equation proves its figures."""
        return not (self.allows_below or self.allows_above)


@attrs.frozen(kw_only=True, eq=False)
class Structure:
    """What the equations are, whatever the figures: of each variable its pointer and its equations.

    `rows` are the printed rows, each with its total last, from the top down; `totals` are the last of each. `sums`
    are all figures that others add up to, `parts` each part with its sum and the equation of both.
    """

    pointers: tuple[str, ...]
    equations: tuple[Equation, ...]
    uses: tuple[tuple[tuple[int, int], ...], ...]
    lowest: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    totals: frozenset[int]
    sums: frozenset[int]
    parts: tuple[tuple[int, int, int], ...]

    @cached_property
    def below(self) -> Mapping[int, int]:
        """The figure right below each figure of the printed rows but the last."""
        return {a: b for upper, lower in pairwise(self.rows) for a, b in zip(upper, lower, strict=True)}

    @cached_property
    def row_of(self) -> Mapping[int, int]:
        """The number of the printed row that a figure stands in."""
        return {v: number for number, row in enumerate(self.rows) for v in row}

    @cached_property
    def touching(self) -> tuple[frozenset[int], ...]:
        """The numbers of the equations that each variable stands in."""
        return tuple(frozenset(e for e, _ in uses) for uses in self.uses)

    @cached_property
    def bearing(self) -> frozenset[int]:
        """The numbers of the relations that bear some difference without failing."""
        return frozenset(n for n, equation in enumerate(self.equations) if not equation.is_exact)

    @cached_property
    def total_of(self) -> Mapping[int, int]:
        """The variable that an equation makes the sum of others, by the number of the equation."""
        return {equation: total for _, total, equation in self.parts}

    @cached_property
    def island_of(self) -> tuple[int, ...]:
        """The number of the group that each equation is in."""
        numbers = {equation: number for number, island in enumerate(self.islands) for equation in island}
        return tuple(numbers[equation] for equation in range(len(self.equations)))

    @cached_property
    def confirmed(self) -> frozenset[int]:
        """The variables that more than one equation proves; where only one does, any of its figures may be wrong."""
        exact = (sum(self.equations[e].is_exact for e, _ in uses) for uses in self.uses)
        return frozenset(v for v, number in enumerate(exact) if number > 1)

    @cached_property
    def is_plain(self) -> bool:
        """Whether no equation has a blank cell."""
        return all(equation.weighing is None for equation in self.equations)

    @cached_property
    def exchanges(self) -> frozenset[frozenset[int]]:
        """What an exchange of two figures of a printed row, or of neighbours in a column, may put wrong: equations.

        Those are the exact ones in which the two do not weigh the same.
        """
        pairs = [pair for row in self.rows for pair in combinations(row, 2)]
        weights = [{e: w for e, w in uses if self.equations[e].is_exact} for uses in self.uses]
        return frozenset(
            frozenset(e for e in {**weights[a], **weights[b]} if weights[a].get(e) != weights[b].get(e))
            for a, b in (*pairs, *self.below.items())
        )

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The rule of each equation."""
        return tuple(equation.instance.rule.id for equation in self.equations)

    @cached_property
    def islands(self) -> tuple[frozenset[int], ...]:
        """The equations in groups that no figure links, however many equations lie between."""
        left = set(range(len(self.equations)))
        found = []
        while left:
            reached = {min(left)}
            ahead = list(reached)
            while ahead:
                linked = {e for v, _ in self.equations[ahead.pop()].terms for e, _ in self.uses[v]} - reached
                reached |= linked
                ahead += linked
            found.append(frozenset(reached))
            left -= reached
        return tuple(found)


def build(
    layout: str,
    instances: Sequence[Instance],
    sides: Sequence[tuple[tuple[str, ...], tuple[str, ...]]],
    weighings: Mapping[int, Weighing],
) -> Structure:
    """Return the structure of these relations, given the figures on each side; `weighings` of those with a blank."""
    nodes = load_layout(layout).nodes
    pointers = sorted({p for left, right in sides for p in left + right}, key=lambda p: nodes[p].order)
    numbers = {pointer: n for n, pointer in enumerate(pointers)}
    equations, rows, totals, parts = [], [], set(), []
    uses: list[list[tuple[int, int]]] = [[] for _ in pointers]
    for n, (instance, (left, right)) in enumerate(zip(instances, sides, strict=True)):
        weights: dict[int, int] = {}
        for side, sign in ((left, 1), (right, -1)):
            for pointer in side:
                weights[numbers[pointer]] = weights.get(numbers[pointer], 0) + sign
        terms = tuple((v, w) for v, w in weights.items() if w)
        for v, w in terms:
            uses[v].append((n, w))
        equations.append(_equation(instance, terms, weighings.get(n)))
        if instance.rule.kind == "equation" and len(right) == 1:
            total = numbers[right[0]]
            parts += [(numbers[p], total, n) for p in left]
            if _is_row(instance):
                rows.append(tuple(numbers[p] for p in left + right))
                totals.add(total)
    return Structure(
        pointers=tuple(pointers),
        equations=tuple(equations),
        uses=tuple(map(tuple, uses)),
        lowest=tuple(-LARGEST if nodes[p].kind == "change" else 0 for p in pointers),
        rows=_rows_in_print_order(rows),
        totals=frozenset(totals),
        sums=frozenset(total for _, total, _ in parts),
        parts=tuple(parts),
    )


def _is_row(instance: Instance) -> bool:
    """The sum runs along a printed row: its total may move along, or it is the row of an undivided figure."""
    return instance.rule.paired or any(condition.undivided for condition in instance.when)


def _rows_in_print_order(rows: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    # Of the table that has the most of them, the wider if two have as many: rows are compared column by column.
    widths = Counter(map(len, rows))
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    return tuple(sorted(row for row in rows if len(row) == width))


def _equation(instance: Instance, terms: tuple[tuple[int, int], ...], weighing: Weighing | None) -> Equation:
    relation = instance.rule.relation
    below, above = relation == "<=", relation == ">="
    # Of an equation that holds with its blanks as 0 nothing may move; any other may stay open.
    if weighing is not None and weighing.verdict is not Verdict.HOLDS:
        unknown_left = [t for t in weighing.left if t.figure is None]
        unknown_right = [t for t in weighing.right if t.figure is None]
        below |= bool(unknown_left) or any(t.signed for t in unknown_right)
        above |= bool(unknown_right) or any(t.signed for t in unknown_left)
    return Equation(instance=instance, terms=terms, allows_below=below, allows_above=above, weighing=weighing)
