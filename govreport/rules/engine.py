"""The rule engine: every rule of a layout asked of one report, yielding findings."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from govreport.findings import Finding, Severity
from govreport.form.layout import Layout
from govreport.rules.arithmetic import Verdict, Weighing, weigh
from govreport.rules.comparing import says
from govreport.rules.data import Condition, Instance, load_instances
from govreport.rules.hints import MOST_HINTS, Weighed, propose
from govreport.rules.sheet import Sheet, read_sheet
from govreport.rules.wording import ask_comparison, ask_presence, ask_text

_ASK: Mapping[str, Callable[[Instance, Sheet], Mapping[str, Any] | None]] = {
    "presence": ask_presence,
    "text": ask_text,
    "compare": ask_comparison,
}


def evaluate(layout: Layout, members: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what the rules of `layout` find in a decoded report whose structure is sound.

    `members` is the report as JSON values with `int` and `Decimal` figures; it is not changed. The
    findings carry pointers but no lines. Those that the report explains are marked so.
    """
    sheet = read_sheet(layout, members)
    findings: list[Finding] = []
    failed: set[tuple[str, str]] = set()
    weighed: list[Weighed] = []
    for instance in load_instances(layout.id):
        rule = instance.rule
        if any((earlier, instance.at) in failed for earlier in rule.after):
            continue
        if not all(_met(condition, sheet) for condition in instance.when):
            continue
        if instance.is_arithmetic:
            if _balances(instance, sheet):
                continue
            weighing = weigh(instance, sheet)
            if weighing.verdict is Verdict.HOLDS:
                continue
            weighed.append((instance, weighing))
            findings.append(_arithmetic_finding(instance, weighing))
            if weighing.verdict is Verdict.OPEN:
                continue
        else:
            parameters = _ASK[rule.kind](instance, sheet)
            if parameters is None:
                continue
            findings.append(
                Finding(code=rule.id, rule=rule.id, severity=rule.severity, pointer=instance.at, parameters=parameters)
            )
        failed.add((rule.id, instance.at))
    if any(w.verdict is Verdict.FAILS for _, w in weighed):
        findings = _with_hints(findings, sheet, weighed)
    return tuple(_explained(findings, members.get("explanations", ())))


def _met(condition: Condition, sheet: Sheet) -> bool:
    if condition.undivided:
        return any(pointer in sheet.undivided for pointer in condition.at)
    if condition.above is not None:
        return any((sheet.figures[pointer] or 0) > condition.above for pointer in condition.at)
    return any(sheet.member(pointer) in (condition.among or ()) for pointer in condition.at)


def _balances(instance: Instance, sheet: Sheet) -> bool:
    """Settle the common case quickly: no blank anywhere and the relation satisfied."""
    figures: Mapping[str, Any] = sheet.figures
    try:
        left = sum([figures[cell] for cell in instance.left])
        right = sum([figures[cell] for cell in instance.right])
    except TypeError:  # a blank
        return False
    relation = instance.rule.relation
    holds: bool = left == right or (left > right and relation == ">=") or (left < right and relation == "<=")
    return holds


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


def _with_hints(findings: Sequence[Finding], sheet: Sheet, unbalanced: Sequence[Weighed]) -> list[Finding]:
    # A repair must not break what holds, so the relations that hold are weighed too.
    known = {id(instance) for instance, _ in unbalanced}
    holding = [
        (instance, weigh(instance, sheet))
        for instance in load_instances(sheet.layout.id)
        if instance.is_arithmetic and id(instance) not in known and all(_met(c, sheet) for c in instance.when)
    ]
    hints = propose(sheet, [*unbalanced, *holding])
    return [
        attrs.evolve(f, hints=tuple(h for h in hints if (f.rule, f.pointer) in h.mends)[:MOST_HINTS])
        if f.code != "undetermined"
        else f
        for f in findings
    ]


def _explained(findings: Sequence[Finding], explanations: Sequence[Mapping[str, str]]) -> Iterator[Finding]:
    reasons = {(e["rule"], e["pointer"]): e["text"] for e in explanations if says(e["text"])}
    for finding in findings:
        reason = None if finding.code == "undetermined" else reasons.get((finding.code, finding.pointer))
        yield attrs.evolve(finding, explained=reason) if reason else finding
