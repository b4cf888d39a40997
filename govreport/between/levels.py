"""A consolidated report held against the reports of the bodies that it names: cell by cell, nothing counted twice."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from govreport import resources
from govreport.between.adding import FILE, Sum, Total, adding_cells, amount_of, brought
from govreport.between.organs import Roll
from govreport.errors import NoConversion
from govreport.findings import Finding, Severity, cut
from govreport.rules.arithmetic import Term, Verdict, Weighing, settle
from govreport.rules.data import Instance, Rule
from govreport.rules.sheet import Figure, Sheet, group_cells

Members = Mapping[str, Any]
# Of bodies so many are named.
_NAMED = 10
NOT_COMPARED = "levels-not-compared"
SCOPE, BODIES, CONSOLIDATED = "/scope", "/scope/bodies", "consolidated"


@attrs.define(kw_only=True)
class _Counted:
    """What was counted of the bodies of a scope, and which reports were given besides."""

    total: Total
    found: set[int] = attrs.field(factory=set)
    left_out: dict[str, list[str]] = attrs.field(factory=dict)

    def leave_out(self, reason: str, name: str) -> None:
        self.left_out.setdefault(reason, []).append(name)


def against_bodies(sheet: Sheet, bodies: Iterable[Members]) -> Iterator[Finding]:
    """Yield what a consolidated report says otherwise than the sum of the bodies that its scope names.

    `bodies` are decoded members of sound structure, gone through once, and once more where sums differ: they must
    allow that. Reports of other bodies, of another year, consolidated ones and second ones do not count, and that is
    told.
    """
    scope = sheet.member(SCOPE) or {}
    named = scope.get("bodies", ())
    if scope.get("kind") != CONSOLIDATED or not named:
        yield _about(NOT_COMPARED, SCOPE if scope else "")
        return
    counted = _count(sheet, named, bodies)
    missing = [body["name"] for number, body in enumerate(named) if number not in counted.found]
    if missing:
        yield _about("levels-bodies-missing", BODIES, names=_some(missing), count=len(missing), bodies=len(named))
    for reason, names in counted.left_out.items():
        yield _about("levels-left-out", BODIES, reason=reason, names=_some(names), count=len(names))
    if counted.total.bodies:
        yield from _weigh(sheet, counted.total, named, bodies, is_whole=not missing)


def _count(sheet: Sheet, named: list[Members], bodies: Iterable[Members]) -> _Counted:
    counted = _Counted(total=Total(sheet.layout.id))
    for number, members in _numbered(sheet, named, bodies):
        name = members["organ"]["name"]
        if isinstance(number, str):
            counted.leave_out(number, name)
        elif number in counted.found:
            counted.leave_out("levels-twice", name)
        else:
            try:
                counted.total.add(members)
            except NoConversion:
                counted.leave_out("levels-other-layout", name)
            else:
                counted.found.add(number)
    return counted


def _numbered(sheet: Sheet, named: list[Members], bodies: Iterable[Members]) -> Iterator[tuple[int | str, Members]]:
    """Yield each report with the number of its body in the scope, or the reason why it does not count."""
    roll = Roll(named)
    for members in bodies:
        found = next(iter(roll.find(members["organ"])), None)
        if members.get("scope", {}).get("kind") == CONSOLIDATED:
            yield "levels-consolidated", members
        elif found is None:
            yield "levels-unnamed", members
        elif members["year"] != sheet.members["year"]:
            yield "levels-other-year", members
        else:
            yield found, members


def _weigh(
    sheet: Sheet, total: Total, named: list[Members], bodies: Iterable[Members], *, is_whole: bool
) -> Iterator[Finding]:
    failed: dict[str, tuple[Weighing, Figure, Figure]] = {}
    opened: dict[str, list[str]] = {}
    rule = resources.read(FILE)["rules"][0]
    groups = {group: group_cells(sheet.layout, group) for group in {*sheet.undivided, *total.undivided}}
    covered = {cell for cells in groups.values() for cell in cells}
    places = [cell for cell in adding_cells(sheet.layout.id) if cell not in covered]
    for cell in sorted([*places, *groups], key=sheet.layout.order):
        counted = total.of_group(cell) if cell in groups else total.sums[cell]
        weighing, own, added = _compare(sheet, cell, counted, is_whole)
        if weighing.verdict is Verdict.FAILS:
            failed[cell] = weighing, own, added
        # Without all reports every cell is open, which has been said.
        elif weighing.verdict is Verdict.OPEN and is_whole:
            opened.setdefault("/" + cell.split("/")[1], []).append(cell)
    differing = _differing(sheet, failed, named, bodies) if failed else {}
    for cell, (_, own, added) in failed.items():
        difference = (own or 0) - (added or 0)
        yield Finding(
            code=rule["id"],
            rule=rule["id"],
            severity=Severity(rule["severity"]),
            pointer=cell,
            parameters={
                "left": own,
                "right": added,
                "difference": abs(difference),
                "bodies": differing.get(cell, ()),
                "counted": total.bodies,
                "expected": added,
                "actual": own,
            },
        )
    for table, cells in opened.items():
        yield _about("levels-undetermined", table, cells=tuple(cells), count=len(cells))


def _compare(sheet: Sheet, cell: str, counted: Sum, is_whole: bool) -> tuple[Weighing, Figure, Figure]:
    """Return the verdict on a cell, its figure, and the sum of what the bodies print there."""
    own = _figure(sheet, cell)
    signed = cell in sheet.layout.cells and sheet.layout.cells[cell].kind == "change"
    # Amounts are compared in millionths, the smallest that a report can hold.
    left, right = (None if figure is None else int(figure * 1_000_000) for figure in (own, counted.figure))
    # An undivided figure and one without its unit are not nothing, either.
    is_unknown = cell in sheet.layout.cells and own is None and sheet.figure(cell) is not None
    is_hidden = cell in sheet.doubtful or is_unknown
    terms = [Term(pointer=cell, figure=right if right is not None else 0)]
    if counted.reason is not None or counted.blanks or not is_whole:
        is_doubtful = counted.reason is not None or not is_whole
        terms.append(Term(pointer=cell, figure=None, doubtful=is_doubtful, signed=signed))
    instance = Instance(rule=_RULE, at=cell)
    weighing = settle(instance, (Term(pointer=cell, figure=left, doubtful=is_hidden, signed=signed),), tuple(terms))
    return weighing, own, counted.figure


def _figure(sheet: Sheet, place: str) -> Figure:
    """Return the figure of a cell, or of a group: the one that is printed undivided, else the sum of its cells."""
    if place in sheet.layout.cells:
        return amount_of(sheet, place)
    if place in sheet.undivided:
        return sheet.undivided[place]
    figures = [amount_of(sheet, cell) for cell in group_cells(sheet.layout, place)]
    return None if None in figures else sum(int(figure or 0) for figure in figures)


_RULE = Rule(id="levels-sum", kind="equation", severity=Severity.WARNING, standing="derived")


def _differing(
    sheet: Sheet,
    failed: Mapping[str, tuple[Weighing, Figure, Figure]],
    named: list[Members],
    bodies: Iterable[Members],
) -> dict[str, tuple[str, ...]]:
    """Return for each failed cell the bodies whose own figure there is the difference.

    It was left out of the consolidated figure, or counted twice. Bodies that are so in every failed cell where they
    print anything are named alone: one body left out explains all.
    """
    gaps = {cell: abs((own or 0) - (added or 0)) for cell, (_, own, added) in failed.items()}
    candidates: dict[str, list[str]] = {cell: [] for cell in gaps}
    throughout: list[str] = []
    for number, members in _numbered(sheet, named, bodies):
        if isinstance(number, str):
            continue
        try:
            body = brought(members, sheet.layout.id)
        except NoConversion:
            continue
        figures = {cell: _figure(body, cell) for cell in gaps}
        if all(figures[cell] == gap for cell, gap in gaps.items()):
            throughout.append(members["organ"]["name"])
        for cell, gap in gaps.items():
            if figures[cell] == gap and len(candidates[cell]) < _NAMED:
                candidates[cell].append(members["organ"]["name"])
    if throughout:
        return dict.fromkeys(gaps, _some(throughout))
    return {cell: _some(names) for cell, names in candidates.items()}


def _some(names: list[str]) -> tuple[str, ...]:
    return tuple(map(cut, names[:_NAMED]))


def _about(code: str, pointer: str, **parameters: Any) -> Finding:
    return Finding(code=code, severity=Severity.INFO, pointer=pointer, parameters=parameters)
