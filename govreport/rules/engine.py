"""The rule engine: every rule of a layout asked of one document, yielding findings."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

import attrs

from govreport.findings import Finding, Severity
from govreport.pointers import parent
from govreport.rules.arithmetic import Relation, Verdict, Weighing, load_relations, verdict_of, weigh
from govreport.rules.comparing import says
from govreport.rules.data import Found, Instance, load_instances
from govreport.rules.hindering import told_together
from govreport.rules.masking import masked
from govreport.rules.relations import differences, is_asked
from govreport.rules.sequence import ask_sequence
from govreport.rules.sheet import Sheet
from govreport.rules.stated import ask_statements
from govreport.rules.time import ask_time
from govreport.rules.units import ask_units
from govreport.rules.voices import year_told
from govreport.rules.wording import ABOUT_BLANKS, ask_comparison, ask_presence, ask_slips, ask_text

_ASK: Mapping[str, Callable[[Instance, Sheet], Found]] = {
    "presence": ask_presence,
    "text": ask_text,
    "compare": ask_comparison,
    "slip": ask_slips,
    "sequence": ask_sequence,
    "units": ask_units,
    "time": ask_time,
}

_Agenda = tuple[tuple[int, Instance, Relation | None], ...]
"""What is asked of a report: the number of each instance, the instance, and its relation if it is one."""


def evaluate(
    sheet: Sheet,
    ignored: frozenset[str] = frozenset(),
    known: Mapping[int, int | None] | None = None,
    *,
    words_hold: bool = False,
) -> tuple[Finding, ...]:
    """Return what the rules of its layout find in a document, or in what is sound of it, given as its sheet.

    The findings carry pointers but no lines. Those that the document explains are marked so. Of the `ignored`
    rules those about statements, which take most of the time, are not asked. Whoever has its `differences` at hand
    gives them as `known`, and whoever knows that no other rule finds anything says so: `words_hold`.
    """
    agenda = () if words_hold else _agenda(sheet.layout.id, bool(sheet.blank))
    asked = _ask_in_order(sheet, differences(sheet) if known is None else known, agenda)
    findings = (*asked, *ask_statements(sheet, ignored))
    if sheet.unknown:
        findings = tuple(told_together(findings, sheet))
    return tuple(explained(findings, sheet))


def _ask_in_order(sheet: Sheet, known: Mapping[int, int | None], agenda: _Agenda) -> Iterator[Finding]:
    """Yield what all rules find but those about statements; some are not asked where an earlier one failed."""
    failed: set[tuple[str, str]] = set()
    years: set[tuple[str, str | None]] = set()
    relations = load_relations(sheet.layout.id)
    # Most relations hold: the others are asked, each in its turn.
    broken = [
        (n, relations[n].instance, relations[n]) for n, d in known.items() if d != 0 and not relations[n].allows(d)
    ]
    for number, instance, relation in sorted([*agenda, *broken], key=itemgetter(0)) if agenda else broken:
        rule = instance.rule
        if rule.after and failed and _failed_above(rule.after, instance.at, failed):
            continue
        if relation is None and not is_asked(instance.when, sheet):
            continue
        for finding in _ask(instance, sheet) if relation is None else _judge(relation, known[number], sheet):
            if rule.echoes and not years.isdisjoint((name, year_told(finding.parameters)) for name in rule.echoes):
                continue
            yield _with_inference(finding, instance, sheet)
            if finding.code == rule.id:
                failed.add((rule.id, finding.pointer))
            if rule.voice is not None:
                years.add((rule.id, year_told(finding.parameters)))


@cache
def _agenda(layout: str, has_blanks: bool) -> _Agenda:
    """Return what is asked of every report by the number of the instance: all but relations and statements.

    Rules about blank cells find none in a report that has none.
    """
    numbered = enumerate(load_instances(layout))
    asked = ((n, i) for n, i in numbered if not i.is_arithmetic and i.rule.kind != "stated")
    return tuple((n, i, None) for n, i in asked if has_blanks or i.rule.of not in ABOUT_BLANKS)


def _failed_above(earlier: Sequence[str], at: str, failed: Collection[tuple[str, str]]) -> bool:
    """Tell whether one of these rules failed at a place or at one above it."""
    place = at
    while place:
        if any((name, place) in failed for name in earlier):
            return True
        place = parent(place)
    return False


def _ask(instance: Instance, sheet: Sheet) -> Iterator[Finding]:
    rule = instance.rule
    for pointer, parameters in _ASK[rule.kind](instance, sheet):
        yield Finding(code=rule.id, rule=rule.id, severity=rule.severity, pointer=pointer, parameters=parameters)


def _judge(relation: Relation, difference: int | None, sheet: Sheet) -> tuple[Finding, ...]:
    """Return the finding that a relation does not hold, or that blanks leave it open; () where it holds."""
    if difference is None and (sheet.covered or not relation.are_counts):
        weighing = weigh(relation.instance, sheet)
        return () if weighing.verdict is Verdict.HOLDS else (_arithmetic_finding(relation.instance, weighing),)
    return _judge_plainly(relation, difference, sheet)


def _judge_plainly(relation: Relation, difference: int | None, sheet: Sheet) -> tuple[Finding, ...]:
    """Return what `_judge` does where no figure is printed undivided and none is signed: as quickly as can be."""
    instance, row = relation.instance, sheet.row
    rule, at = instance.rule, instance.at
    left: tuple[Any, ...] = relation.left(row)
    right: tuple[Any, ...] = relation.right(row)
    parameters: dict[str, Any] = {
        "cells": tuple(
            [
                {"pointer": pointer, "side": side, "figure": figure}
                for side, pointers, figures in (("left", instance.left, left), ("right", instance.right, right))
                for pointer, figure in zip(pointers, figures, strict=True)
            ]
        ),
        "blanks": (),
    }
    verdict = Verdict.FAILS
    if difference is None:
        blanks = tuple([cell["pointer"] for cell in parameters["cells"] if cell["figure"] is None])
        parameters["blanks"] = blanks
        rises, falls, doubts = None in left, None in right, not sheet.doubtful.isdisjoint(blanks)
        left, right = (tuple([figure or 0 for figure in side]) for side in (left, right))
        difference = sum(left) - sum(right)
        verdict = verdict_of(rule.relation, difference, rises=rises, falls=falls, doubts=doubts)
        if verdict is Verdict.HOLDS:
            return ()
    parameters = {"left": sum(left), "right": sum(right), "difference": abs(difference), **parameters}
    if verdict is Verdict.OPEN:
        said = {"rule": rule.id, **parameters}
        return (Finding(code="undetermined", rule=rule.id, severity=Severity.INFO, pointer=at, parameters=said),)
    if rule.kind == "equation" and at in relation.weights:
        # What the cell pointed at would have to hold, all others as they are.
        actual = sheet.figure(at)
        expected = int(actual or 0) + (difference if at not in instance.left else -difference)
        parameters |= {"expected": expected, "actual": actual}
    return (Finding(code=rule.id, rule=rule.id, severity=rule.severity, pointer=at, parameters=parameters),)


def _with_inference(finding: Finding, instance: Instance, sheet: Sheet) -> Finding:
    """Return a finding together with what the name of the organ decided for it, if its conditions asked that."""
    asked = [p for condition in instance.when for p in condition.at if p in sheet.inferred]
    if not asked:
        return finding
    inferred = {pointer: sheet.inferred[pointer] for pointer in asked}
    return attrs.evolve(finding, parameters={**finding.parameters, "inferred": inferred})


def _arithmetic_finding(instance: Instance, weighing: Weighing) -> Finding:
    rule = instance.rule
    parameters: dict[str, Any] = {
        "left": weighing.left_sum,
        "right": weighing.right_sum,
        "difference": abs(weighing.left_sum - weighing.right_sum),
        "cells": tuple(
            {"pointer": term.pointer, "side": side, "figure": term.figure}
            for side, terms in (("left", weighing.left), ("right", weighing.right))
            for term in terms
        ),
        "blanks": weighing.blanks,
    }
    if weighing.verdict is Verdict.OPEN:
        return Finding(
            code="undetermined",
            rule=rule.id,
            severity=Severity.INFO,
            pointer=instance.at,
            parameters={"rule": rule.id, **parameters},
        )
    point = next((term for term in weighing.terms if term.pointer == instance.at), None)
    if rule.kind == "equation" and point is not None:
        # What the cell pointed at would have to hold, all others as they are.
        lacking = weighing.right_sum - weighing.left_sum
        on_left = any(term is point for term in weighing.left)
        actual = int(point.figure or 0)
        parameters |= {"expected": actual + (lacking if on_left else -lacking), "actual": point.figure}
    return Finding(code=rule.id, rule=rule.id, severity=rule.severity, pointer=instance.at, parameters=parameters)


def explained(findings: Sequence[Finding], sheet: Sheet) -> Iterator[Finding]:
    """Yield the findings, those marked that an explanation is about; one that quotes it counts first.

    Words may be quoted as they are told: without the numbers of persons that are hidden.
    """
    explanations = sheet.members.get("explanations", ())
    reasons = {(e["rule"], e["pointer"], e.get("quote")): e["text"] for e in explanations if says(e["text"])}
    if not reasons:
        yield from findings
        return
    for finding, told in zip(findings, masked(findings, sheet.layout.id, sheet.members), strict=True):
        quotes = finding.parameters.get("quote"), told.parameters.get("quote"), None
        found = (reasons.get((finding.code, finding.pointer, quote)) for quote in quotes)
        reason = next(filter(None, found), None)
        yield attrs.evolve(finding, explained=reason) if reason and finding.code != "undetermined" else finding
