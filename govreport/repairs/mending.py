"""Repairs of a checked report, and of each finding the parts of them that mend it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from govreport.findings import Finding, Hint, Repair, Witness, hinted
from govreport.form.layout import Layout, load_layout
from govreport.repairs.ranking import find_repairs
from govreport.repairs.witnesses import agreeing, witnesses
from govreport.rules.data import load_instances, load_rules
from govreport.rules.sheet import Sheet

MOST_HINTS = 5


def mend(
    sheet: Sheet,
    findings: Sequence[Finding],
    differences: Mapping[int, int | None],
    ignored: frozenset[str] = frozenset(),
    besides: Iterable[Witness] = (),
) -> tuple[tuple[Finding, ...], tuple[Repair, ...]]:
    """Return the findings of a report, those of failed sums with hints, and the repairs that the hints are parts of.

    `findings` are what the rules found in the report of this sheet, `differences` those of its relations. The
    statements of its texts are witnesses, save those of `ignored` rules; they are not read where no sum fails. So is
    what other documents say, `besides`.
    """
    layout = sheet.layout
    rules = load_rules(layout.id)
    failed = [f for f in findings if f.rule == f.code and f.rule in rules and rules[f.rule].kind == "equation"]
    if all(f.explained is not None for f in failed):
        return tuple(findings), ()
    explained = {(f.code, f.pointer) for f in failed if f.explained is not None}
    counted_otherwise = {(f.code, f.pointer) for f in findings if f.explained is not None}
    repairs = find_repairs(
        sheet,
        differences,
        explained=explained,
        witnesses=agreeing((*witnesses(sheet, ignored, counted_otherwise), *besides)),
    )
    hints: Sequence[Hint] = [hint for repair in repairs for hint in _parts(layout, repair)]
    if len(hints) > len(repairs):
        # Repairs of several parts may share some.
        hints = tuple(dict.fromkeys(hints))
    return tuple(_with_hints(findings, hints)), repairs


def _with_hints(findings: Sequence[Finding], hints: Sequence[Hint]) -> Iterator[Finding]:
    for finding in findings:
        place = (finding.code, finding.pointer)
        mending = tuple(hint for hint in hints if place in hint.mends)[:MOST_HINTS]
        yield hinted(finding, mending) if mending else finding


def _parts(layout: Layout, repair: Repair) -> Iterator[Hint]:
    """Yield the parts of a repair that share no equation: each mends what it mends without the others."""
    if len(repair.changes) == 1:
        yield Hint(changes=repair.changes, mends=repair.mends)
        return
    mended = set(repair.mends)
    uses = _uses(layout.id)
    touched = {c: {place for cell in _cells(layout, c.pointer) for place in uses[cell]} for c in repair.changes}
    left = list(repair.changes)
    while left:
        part = [left.pop(0)]
        for change in part:
            linked = [c for c in left if not touched[c].isdisjoint(touched[change])]
            part += linked
            left = [c for c in left if c not in linked]
        mends = mended.intersection(set().union(*(touched[c] for c in part)))
        yield Hint(
            changes=tuple(c for c in repair.changes if c in part),
            mends=tuple(place for place in repair.mends if place in mends),
        )


@cache
def _uses(layout: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return rule and pointer of each relation that a cell stands in."""
    uses: dict[str, tuple[tuple[str, str], ...]] = dict.fromkeys(load_layout(layout).cells, ())
    for instance in load_instances(layout):
        if instance.is_arithmetic:
            for cell in instance.left + instance.right:
                uses[cell] = (*uses[cell], (instance.rule.id, instance.at))
    return uses


def _cells(layout: Layout, pointer: str) -> tuple[str, ...]:
    """Return the cells that a figure stands for: one, or those of a group whose figure is printed undivided."""
    if pointer in layout.cells:
        return (pointer,)
    return tuple(cell for cell in layout.cells if cell.startswith(f"{pointer}/"))
