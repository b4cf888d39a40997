"""The equations of a report over its figures, as the search for repairs needs them: numbers in lists.

A figure may change where it stands in an equation, whether printed or blank; one that is covered by an
undivided figure may not, and the undivided figure takes its place. What an unread cell holds nobody knows: it stays.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

import attrs

from govreport.form.layout import load_layout
from govreport.repairs.costs import kind_of
from govreport.repairs.structure import Structure, build
from govreport.rules.arithmetic import Relation, Term, Verdict, Weighing, load_relations, settle, weigh
from govreport.rules.sheet import Figure, Sheet, cell_numbers


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

    def bears(self, variable: int, step: int) -> bool:
        """Return whether no equation of a variable fails once its figure has moved by a step."""
        for equation, weight in self.structure.uses[variable]:
            difference = self.differences[equation] + weight * step
            if difference and self.fails(equation, difference):
                return False
        return True

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
    layout = sheet.layout.id
    relations = load_relations(layout)
    if explained:
        asked = tuple(
            [n for n, difference in differences.items() if _binds(relations[n], difference, sheet, explained)]
        )
    else:
        free = [
            n for n in _inequalities(layout) if n in differences and not _binds(relations[n], differences[n], sheet)
        ]
        asked = tuple([n for n in differences if n not in free] if free else differences)
    found: tuple[Any, ...] = tuple([differences[n] for n in asked])
    if None in found:
        return _with_blanks(sheet, differences, [relations[n] for n in asked], asked)
    plain = _plain_structure(layout, asked)
    values = plain.values(sheet.row)
    if not plain.are_counts:
        values, found = tuple(map(int, values)), tuple(map(int, found))
    return System(structure=plain.structure, values=values, differences=found)


@cache
def _inequalities(layout: str) -> tuple[int, ...]:
    """Return the numbers of the relations that bind only if they hold; equations bind unless they are explained."""
    return tuple(n for n, relation in load_relations(layout).items() if relation.instance.rule.kind != "equation")


def _binds(
    relation: Relation, difference: int | None, sheet: Sheet, explained: Collection[tuple[str, str]] = ()
) -> bool:
    """Return whether a repair must respect a relation: not if it fails and is explained, or is no equation."""
    instance = relation.instance
    if instance.rule.kind == "equation" and (instance.rule.id, instance.at) not in explained:
        return True
    if difference is None:
        return weigh(instance, sheet).verdict is not Verdict.FAILS
    return relation.allows(difference)


@attrs.frozen(kw_only=True)
class _Plain:
    """The structure of a report without a blank cell, and what takes the values of its variables from a row."""

    structure: Structure
    values: Callable[[Any], tuple[Any, ...]]
    are_counts: bool


@cache
def _plain_structure(layout: str, asked: tuple[int, ...]) -> _Plain:
    relations = load_relations(layout)
    sides = [(relations[n].instance.left, relations[n].instance.right) for n in asked]
    structure = build(layout, [relations[n].instance for n in asked], sides, {})
    numbers = [cell_numbers(layout)[pointer] for pointer in structure.pointers]
    cells = load_layout(layout).cells
    return _Plain(
        structure=structure,
        values=itemgetter(*numbers) if len(numbers) > 1 else lambda row: tuple(row[n] for n in numbers),
        are_counts=all(cells[pointer].kind != "amount" for pointer in structure.pointers),
    )


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
    structure = build(sheet.layout.id, [r.instance for r in relations], sides, weighings)
    values = tuple(_whole(sheet.undivided[p] if p in sheet.undivided else sheet.figure(p)) for p in structure.pointers)
    found = tuple(
        weighings[n].left_sum - weighings[n].right_sum if n in weighings else int(differences[number] or 0)
        for n, number in enumerate(asked)
    )
    return System(structure=structure, values=values, differences=found)


def _changed(terms: tuple[Term, ...], new: Mapping[str, int]) -> tuple[Term, ...]:
    return tuple(attrs.evolve(t, figure=new[t.pointer]) if t.pointer in new else t for t in terms)


def _whole(figure: Figure) -> Any:
    return None if figure is None else int(figure)
