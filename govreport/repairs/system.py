"""The equations of a report over its figures, as the search for repairs needs them: numbers in lists.

A figure may change where it stands in an equation, whether printed or blank; one that is covered by an
undivided figure may not, and the undivided figure takes its place. What an unread cell holds nobody knows: it stays.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from operator import itemgetter
from typing import Any

import attrs

from govreport.form.layout import load_layout
from govreport.repairs.costs import kind_of
from govreport.rules.arithmetic import Relation, Term, Verdict, Weighing, load_relations, settle, weigh
from govreport.rules.data import Instance
from govreport.rules.sheet import Figure, Sheet, cell_numbers

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


@attrs.frozen(kw_only=True, eq=False)
class System:
    """The equations of one report, with the figures as they are and the difference of each equation."""

    structure: Structure
    values: tuple[int | None, ...]
    differences: tuple[int, ...]

    def fails(self, equation: int, difference: int) -> bool:
        """Return whether an equation fails at this difference."""
        relation = self.structure.equations[equation]
        return (difference < 0 and not relation.allows_below) or (difference > 0 and not relation.allows_above)

    def kind(self, variable: int, after: int) -> str:
        """Return in what way the figure of a variable was written wrong if this one belongs there."""
        return kind_of(self.values[variable], after, is_total=variable in self.structure.sums)

    @property
    def failing(self) -> tuple[int, ...]:
        """The numbers of the equations that fail."""
        found = self.differences
        return tuple([n for n, difference in enumerate(found) if difference and self.fails(n, difference)])

    def left_open(self, after: Mapping[int, int]) -> int | None:
        """Return how many failed equations these figures leave open for want of a figure in a blank that is plain.

        None if the blanks do not bear the figures: an equation fails, or one that held is open.
        """
        structure = self.structure
        new: dict[str, int] | None = None
        left_open = 0
        for number in {n for v in after for n, _ in structure.uses[v]}:
            weighing = structure.equations[number].weighing
            if weighing is None:
                continue
            new = new or {structure.pointers[v]: figure for v, figure in after.items()}
            left, right = (_changed(side, new) for side in (weighing.left, weighing.right))
            verdict = settle(structure.equations[number].instance, left, right).verdict
            if verdict is Verdict.FAILS or (verdict is Verdict.OPEN and weighing.verdict is Verdict.HOLDS):
                return None
            if verdict is Verdict.OPEN and weighing.verdict is Verdict.FAILS:
                left_open += not any(term.doubtful and term.figure is None for term in left + right)
        return left_open


def read_system(
    sheet: Sheet, differences: Mapping[int, int | None], explained: Collection[tuple[str, str]] = ()
) -> System:
    """Return the system of a report.

    `differences` gives, by the number of the instance, the difference of each relation that was asked, None for
    those with a blank. Relations that fail and are `explained`, by rule and pointer, bind nothing.
    """
    relations = load_relations(sheet.layout.id)
    binding = frozenset[int]() if explained else _equations(sheet.layout.id)
    asked = tuple([n for n in differences if n in binding or _binds(relations[n], differences[n], sheet, explained)])
    if None not in differences.values() or all(differences[n] is not None for n in asked):
        structure, take = _plain_structure(sheet.layout.id, asked)
        values = tuple(map(int, take(sheet.row)))
        return System(structure=structure, values=values, differences=tuple([int(differences[n] or 0) for n in asked]))
    return _with_blanks(sheet, differences, [relations[n] for n in asked], asked)


@cache
def _equations(layout: str) -> frozenset[int]:
    """Return the numbers of the relations that bind whether they hold or not, unless they are explained."""
    return frozenset(n for n, relation in load_relations(layout).items() if relation.instance.rule.kind == "equation")


def _binds(relation: Relation, difference: int | None, sheet: Sheet, explained: Collection[tuple[str, str]]) -> bool:
    """Return whether a repair must respect a relation: not if it fails and is explained, or is no equation."""
    instance = relation.instance
    if instance.rule.kind == "equation" and (instance.rule.id, instance.at) not in explained:
        return True
    if difference is None:
        return weigh(instance, sheet).verdict is not Verdict.FAILS
    return relation.allows(difference)


@cache
def _plain_structure(layout: str, asked: tuple[int, ...]) -> tuple[Structure, Callable[[Any], tuple[Any, ...]]]:
    """Return the structure where no cell is blank, and what takes the values of its variables from a row."""
    relations = load_relations(layout)
    sides = [(relations[n].instance.left, relations[n].instance.right) for n in asked]
    structure = _structure(layout, [relations[n].instance for n in asked], sides, {})
    numbers = [cell_numbers(layout)[pointer] for pointer in structure.pointers]
    return structure, itemgetter(*numbers) if len(numbers) > 1 else lambda row: tuple(row[n] for n in numbers)


def _with_blanks(
    sheet: Sheet, differences: Mapping[int, int | None], relations: Sequence[Relation], asked: tuple[int, ...]
) -> System:
    weighings: dict[int, Weighing] = {}
    sides = []
    for position, (number, relation) in enumerate(zip(asked, relations, strict=True)):
        if differences[number] is None:
            weighings[position] = weighing = weigh(relation.instance, sheet)
            left, right = (
                tuple(t.pointer for t in side if t.pointer not in sheet.covered and t.pointer not in sheet.unread)
                for side in (weighing.left, weighing.right)
            )
            sides.append((left, right))
        else:
            sides.append((relation.instance.left, relation.instance.right))
    structure = _structure(sheet.layout.id, [r.instance for r in relations], sides, weighings)
    values = tuple(_whole(sheet.undivided[p] if p in sheet.undivided else sheet.figure(p)) for p in structure.pointers)
    found = tuple(
        weighings[n].left_sum - weighings[n].right_sum if n in weighings else int(differences[number] or 0)
        for n, number in enumerate(asked)
    )
    return System(structure=structure, values=values, differences=found)


def _structure(
    layout: str,
    instances: Sequence[Instance],
    sides: Sequence[tuple[tuple[str, ...], tuple[str, ...]]],
    weighings: Mapping[int, Weighing],
) -> Structure:
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


def _changed(terms: tuple[Term, ...], new: Mapping[str, int]) -> tuple[Term, ...]:
    return tuple(attrs.evolve(t, figure=new[t.pointer]) if t.pointer in new else t for t in terms)


def _whole(figure: Figure) -> Any:
    return None if figure is None else int(figure)
