"""The rule engine: every rule of a layout asked of one report, yielding findings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from govreport.findings import Finding, Hint, Severity
from govreport.form.layout import Layout
from govreport.rules.arithmetic import Verdict, Weighing, load_relations, weigh
from govreport.rules.comparing import says
from govreport.rules.data import Condition, Instance, load_instances
from govreport.rules.hints import MOST_HINTS, propose
from govreport.rules.sheet import Sheet, read_sheet
from govreport.rules.stated import ask_statements
from govreport.rules.wording import ask_comparison, ask_presence, ask_text

_ASK: Mapping[str, Callable[[Instance, Sheet], Mapping[str, Any] | None]] = {
    "presence": ask_presence,
    "text": ask_text,
    "compare": ask_comparison,
}


def evaluate(layout: Layout, members: Mapping[str, Any], ignored: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Return what the rules of `layout` find in a decoded report whose structure is sound.

    `members` is the report as JSON values with `int` and `Decimal` figures; it is not changed. The
    findings carry pointers but no lines. Those that the report explains are marked so. Of the `ignored`
    rules those about statements, which take most of the time, are not asked.
    """
    sheet = read_sheet(layout, members)
    relations = load_relations(layout.id)
    findings: list[Finding] = []
    failed: set[tuple[str, str]] = set()
    differences: dict[int, int | None] = {}
    any_fails = False
    for number, instance in enumerate(load_instances(layout.id)):
        rule = instance.rule
        if rule.kind == "stated":
            continue
        if rule.after and any((earlier, instance.at) in failed for earlier in rule.after):
            continue
        if instance.when and not all(_met(condition, sheet) for condition in instance.when):
            continue
        if number in relations:
            relation = relations[number]
            differences[number] = difference = relation.difference(sheet.row)
            if difference is not None and relation.allows(difference):
                continue
            weighing = weigh(instance, sheet) if difference is None else relation.failing(sheet)
            if weighing.verdict is Verdict.HOLDS:
                continue
            findings.append(_arithmetic_finding(instance, weighing))
            if weighing.verdict is Verdict.OPEN:
                continue
            any_fails = True
        else:
            parameters = _ASK[rule.kind](instance, sheet)
            if parameters is None:
                continue
            findings.append(
                Finding(code=rule.id, rule=rule.id, severity=rule.severity, pointer=instance.at, parameters=parameters)
            )
        failed.add((rule.id, instance.at))
    if any_fails:
        findings = _with_hints(findings, propose(sheet, differences))
    findings += ask_statements(sheet, ignored)
    return tuple(_explained(findings, members.get("explanations", ())))


def _met(condition: Condition, sheet: Sheet) -> bool:
    if condition.undivided:
        return any(pointer in sheet.undivided for pointer in condition.at)
    if condition.above is not None:
        return any((sheet.figure(pointer) or 0) > condition.above for pointer in condition.at)
    return any(sheet.member(pointer) in (condition.among or ()) for pointer in condition.at)


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


def _with_hints(findings: Sequence[Finding], hints: Sequence[Hint]) -> list[Finding]:
    """Return the findings, each with the hints that mend it."""
    result = []
    for finding in findings:
        place = (finding.rule, finding.pointer)
        mending = tuple(hint for hint in hints if place in hint.mends)[:MOST_HINTS]
        result.append(attrs.evolve(finding, hints=mending) if mending and finding.code != "undetermined" else finding)
    return result


def _explained(findings: Sequence[Finding], explanations: Sequence[Mapping[str, str]]) -> Iterator[Finding]:
    reasons = {(e["rule"], e["pointer"]): e["text"] for e in explanations if says(e["text"])}
    for finding in findings:
        reason = None if finding.code == "undetermined" else reasons.get((finding.code, finding.pointer))
        yield attrs.evolve(finding, explained=reason) if reason else finding
