"""The rules of the work plan asked of one plan, yielding findings."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Literal

import attrs

from govreport.findings import Finding, Severity, cut
from govreport.form.layout import Layout, load_layout
from govreport.form.naming import ANY
from govreport.pointers import tokens
from govreport.rules.comparing import quoted, related, says
from govreport.rules.terms import read_time, read_units
from govreport.rules.wording import compiled, derive

RuleKind = Literal["presence", "sequence", "units", "time", "compare"]

Parameters = dict[str, Any]


@attrs.frozen(kw_only=True)
class PlanRule:
    """A rule of the work plan as data. Which members mean something depends on `kind`; see `schema/README.md`."""

    id: str
    kind: RuleKind
    severity: Severity
    standing: Literal["agreed", "derived"]
    at: str
    first: int = 0
    pattern: str | None = None
    relation: Literal["=", ">=", "<="] = "="
    value: str = ""


@attrs.frozen(kw_only=True)
class _Place:
    """A place of a plan that a rule speaks of: its pointer, what stands there, and the number of its task, if any."""

    pointer: str
    value: Any
    task: int | None


@cache
def load_plan_rules(plan: str) -> Mapping[str, PlanRule]:
    """Return the rules of a work plan by id, in the order of `rules.json`."""
    entries = load_layout(plan).rules["rules"]
    return {entry["id"]: PlanRule(**{**entry, "severity": Severity(entry["severity"])}) for entry in entries}


def evaluate_plan(plan: Layout, members: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what the rules find in a decoded plan whose structure is sound.

    `members` is not changed. The findings carry pointers but no lines; those that the plan explains are marked so.
    """
    reasons = {(e["rule"], e["pointer"]): e["text"] for e in members.get("explanations", ()) if says(e["text"])}
    return tuple(
        Finding(
            code=rule.id,
            rule=rule.id,
            severity=rule.severity,
            pointer=pointer,
            parameters=parameters,
            explained=reasons.get((rule.id, pointer)),
        )
        for rule in load_plan_rules(plan.id).values()
        for pointer, parameters in _ASK[rule.kind](rule, plan, members)
    )


def _places(pattern: str, members: Mapping[str, Any]) -> Iterator[_Place]:
    """Yield the places that a pattern stands for; members that are absent have none."""

    def descend(value: Any, rest: tuple[str, ...], pointer: str, task: int | None) -> Iterator[_Place]:
        if not rest:
            yield _Place(pointer=pointer, value=value, task=task)
        elif rest[0] == ANY:
            for number, item in enumerate(value):
                yield from descend(item, rest[1:], f"{pointer}/{number}", task)
        elif rest[0] in value:
            number = value.get("number")  # of a task a whole number; that of the notice is a text
            known = number if isinstance(number, int) else task
            yield from descend(value[rest[0]], rest[1:], f"{pointer}/{rest[0]}", known)

    yield from descend(members, tokens(pattern), "", None)


def _task(place: _Place) -> Parameters:
    """Return the parameter that names the task of a place."""
    return {"task": "?" if place.task is None else place.task}


def _ask_presence(rule: PlanRule, plan: Layout, members: Mapping[str, Any]) -> Iterator[tuple[str, Parameters]]:
    for place in _places(rule.at, members):
        value = place.value
        if value is None or value == [] or (isinstance(value, str) and not says(value)):
            yield place.pointer, _task(place)


def _ask_sequence(rule: PlanRule, plan: Layout, members: Mapping[str, Any]) -> Iterator[tuple[str, Parameters]]:
    expected = rule.first
    for place in _places(rule.at, members):
        number = expected if place.value is None else place.value
        if number != expected:
            yield place.pointer, {"found": number, "expected": expected}
        # One number left out is one finding, not one for each number behind it.
        expected = number + 1


def _ask_units(rule: PlanRule, plan: Layout, members: Mapping[str, Any]) -> Iterator[tuple[str, Parameters]]:
    for place in _places(rule.at, members):
        printed, names = place.value["printed"], tuple(place.value["names"])
        read = () if printed is None else read_units(plan.id, printed)
        if read != names:
            yield place.pointer, {"found": cut("、".join(names)), "expected": cut("、".join(read)), **_task(place)}


def _ask_time(rule: PlanRule, plan: Layout, members: Mapping[str, Any]) -> Iterator[tuple[str, Parameters]]:
    for place in _places(rule.at, members):
        printed, said = place.value["printed"], (place.value["kind"], place.value["month"])
        time = None if printed is None else read_time(plan.id, printed)
        read = (None, None) if time is None else (time.kind, time.month)
        if said != read:
            yield place.pointer, {"found": _shown(said), "expected": _shown(read), **_task(place)}


def _shown(time: tuple[str | None, int | None]) -> str:
    return " ".join("null" if value is None else str(value) for value in time)


def _ask_comparison(rule: PlanRule, plan: Layout, members: Mapping[str, Any]) -> Iterator[tuple[str, Parameters]]:
    pattern = None if rule.pattern is None else compiled(rule.pattern)
    expected = derive(rule.value, members["year"])
    for place in _places(rule.at, members):
        reading = quoted(place.value, pattern)
        if reading is not None and not related(reading[1], rule.relation, expected):
            yield place.pointer, {"found": cut(reading[0]), "expected": expected}


_ASK: Mapping[str, Callable[[PlanRule, Layout, Mapping[str, Any]], Iterator[tuple[str, Parameters]]]] = {
    "presence": _ask_presence,
    "sequence": _ask_sequence,
    "units": _ask_units,
    "time": _ask_time,
    "compare": _ask_comparison,
}
