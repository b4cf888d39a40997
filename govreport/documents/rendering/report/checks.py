"""Where a workbook shows, beside and below a table, which sums do not hold.

Each rule of arithmetic has a column on the right if its findings point to cells below each other, and a row below the
table if they point to cells beside each other. So a verdict stands in line with the cell that it is about.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from govreport.documents.rendering.report.spots import Boxes, Spot, name
from govreport.documents.rendering.report.verdicts import fails, formula_of, is_failing, shown_of
from govreport.rules.arithmetic import weigh
from govreport.rules.conditions import is_met
from govreport.rules.data import Instance, load_instances
from govreport.rules.sheet import Sheet


@attrs.frozen(kw_only=True)
class Check:
    """A rule at one place: where its verdict is shown, about which cell, by which formula, and what that shows now."""

    instance: Instance
    spot: Spot
    about: Spot
    formula: str
    shown: str


@attrs.frozen(kw_only=True)
class Line:
    """The verdicts of one rule that stand in one column, or in one row."""

    rule: str
    checks: tuple[Check, ...]


@attrs.frozen(kw_only=True)
class Checks:
    """What is shown at a table: columns `beside` it, from left to right, and rows `below` it."""

    beside: tuple[Line, ...] = ()
    below: tuple[Line, ...] = ()

    @property
    def all(self) -> tuple[Check, ...]:
        """Every check of the table."""
        return tuple(check for line in (*self.beside, *self.below) for check in line.checks)


def draw_checks(boxes: Boxes, sheet: Sheet, home: str, column: int, row: int, language: str) -> Checks:
    """Return the checks of the table on the sheet `home`; `column` and `row` are the first free ones."""
    beside: list[Line] = []
    below: list[Line] = []
    drawing = _Drawing(boxes, sheet, language)
    for rule, found in _by_rule(boxes, sheet, home).items():
        across, down = _most(about.row for about, _ in found), _most(about.column for about, _ in found)
        is_below = across > down and min(about.column for about, _ in found) > 0
        lines = below if is_below else beside
        for places in _lines(found, is_below):
            spots = (
                Spot(home, row + len(below), about.column) if is_below else Spot(home, about.row, column + len(beside))
                for about, _ in places
            )
            drawn = (drawing.draw(instance, about, spot) for (about, instance), spot in zip(places, spots, strict=True))
            checks = tuple(check for check in drawn if check is not None)
            if checks:
                lines.append(Line(rule=rule, checks=checks))
    return Checks(beside=tuple(beside), below=tuple(below))


class _Drawing:
    """Draws the checks of a table, and knows those that it has drawn."""

    def __init__(self, boxes: Boxes, sheet: Sheet, language: str) -> None:
        self._boxes = boxes
        self._sheet = sheet
        self._language = language
        self._drawn: dict[tuple[str, Spot], Check] = {}

    def draw(self, instance: Instance, about: Spot, spot: Spot) -> Check | None:
        """Return the check of a rule at a place, None where it is not asked of the organ.

        Where an earlier rule that it comes after is shown to fail at the same place, it shows nothing.
        """
        formula = formula_of(instance, self._boxes, self._sheet, spot.sheet, self._language)
        if formula is None:
            return None
        earlier = [self._drawn[key] for rule in instance.rule.after if (key := (rule, about)) in self._drawn]
        asked = all(is_met(condition, self._sheet) for condition in instance.when)
        shown = shown_of(weigh(instance, self._sheet), instance.rule.relation, self._language) if asked else ""
        for check in earlier:
            formula = f'=IF({fails(name(check.spot.row, check.spot.column), self._language)},"",{formula[1:]})'
            shown = "" if is_failing(check.shown, self._language) else shown
        found = Check(instance=instance, spot=spot, about=about, formula=formula, shown=shown)
        self._drawn[instance.rule.id, about] = found
        return found


def _by_rule(boxes: Boxes, sheet: Sheet, home: str) -> Mapping[str, list[tuple[Spot, Instance]]]:
    found: dict[str, list[tuple[Spot, Instance]]] = {}
    for instance in load_instances(sheet.layout.id):
        if instance.is_arithmetic and all(cell in boxes for cell in instance.left + instance.right):
            # A group that is not printed as one is shown by the first of its cells.
            at = next(p for p in (instance.at, *instance.right, *instance.left) if p in boxes)
            if boxes[at].spot.sheet == home:
                found.setdefault(instance.rule.id, []).append((boxes[at].spot, instance))
    return found


def _lines(found: Sequence[tuple[Spot, Instance]], is_below: bool) -> list[list[tuple[Spot, Instance]]]:
    """Return what a rule finds in as many lines as it takes for no two to stand in one place."""
    lines: list[list[tuple[Spot, Instance]]] = []
    taken: Counter[int] = Counter()
    for about, instance in found:
        place = about.column if is_below else about.row
        if taken[place] == len(lines):
            lines.append([])
        lines[taken[place]].append((about, instance))
        taken[place] += 1
    return lines


def _most(values: Iterable[int]) -> int:
    return max(Counter(values).values())
