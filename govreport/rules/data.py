"""The rules of a layout as `rules.json` states them, and their instances: each rule bound to its places.

A pattern is a pointer in which `{set}` stands for a member of a named set. A set that the rule's
`each` names is bound: the rule repeats for each of its members. Any other set in a pattern is
summed over: the pattern stands for all its members, in the order of the set. In documents that consist of
lists, a `*` in a pattern stands for every item of one.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, Literal

import attrs

from govreport.findings import Severity
from govreport.form.layout import load_layout
from govreport.form.patterns import expand

RuleKind = Literal[
    "equation", "inequality", "presence", "text", "compare", "slip", "stated", "sequence", "units", "time"
]
Standing = Literal["printed", "agreed", "local", "derived"]
Found = Iterator[tuple[str, Mapping[str, Any]]]
"""What a rule finds: the pointer and the parameters of each finding."""


@attrs.frozen(kw_only=True)
class Condition:
    """What must be so for a rule to be asked at all; it holds if it holds at any of its places.

    Exactly one is given: `among` (the member is one of these), `above` (the figure is greater than
    this) or `undivided` (an undivided figure stands there).
    """

    at: tuple[str, ...]
    among: tuple[str, ...] | None = None
    above: int | None = None
    undivided: bool = False


@attrs.frozen(kw_only=True)
class Exemption:
    """Cells that may rightly hold no figure: those of `at` that bear one of `marks`.

    It does not count where all conditions of any group of `unless` are met.
    """

    at: frozenset[str]
    marks: frozenset[str]
    unless: tuple[tuple[Condition, ...], ...] = ()


@attrs.frozen(kw_only=True)
class Rule:
    """A rule as data. Which members mean something depends on `kind`; see `schema/README.md`.

    `at` is the pattern of the places that its findings point to.
    """

    id: str
    kind: RuleKind
    severity: Severity
    standing: Standing
    basis: tuple[Mapping[str, Any], ...] = ()
    at: str = ""
    after: tuple[str, ...] = ()
    relation: Literal["=", ">=", "<="] = "="
    paired: bool = False
    of: Literal["text", "any-cell", "every-cell", "figure", "unit", "percentage", "parts"] | None = None
    present: str | None = None
    absent: str | None = None
    pattern: str | None = None
    value: str | None = None
    first: int = 0
    slips: str | None = None
    mask: Mapping[str, int] | None = None
    unless: str | None = None
    wrong: tuple[str, ...] = ()
    topics: Mapping[str, str] | None = None
    voice: str | None = None
    echoes: tuple[str, ...] = ()

    @property
    def asks_the_year(self) -> bool:
        """Whether what it compares with is derived from the year of the report."""
        return "{year" in (self.value or "")


@attrs.frozen(kw_only=True)
class Instance:
    """A rule bound to its places: `at` is where its finding points, `left` and `right` are cells, `also` other texts.

    A `*` in `at` is every item of a list: how many places there are, each document says.
    A rule about statements has one instance, whose findings point to any of its `places`.
    """

    rule: Rule
    at: str
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    places: tuple[str, ...] = ()
    exempt: tuple[Exemption, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def is_arithmetic(self) -> bool:
        """Equations and inequalities compare sums of cells."""
        return self.rule.kind in ("equation", "inequality")


@cache
def load_instances(layout: str) -> tuple[Instance, ...]:
    """Return every instance of every rule of a layout, in the order of `rules.json`."""
    data = load_layout(layout).rules
    return tuple(instance for entry in data["rules"] for instance in _instances(entry, data.get("sets", {})))


@cache
def load_rules(layout: str) -> Mapping[str, Rule]:
    """Return the rules of a layout by id."""
    return {entry["id"]: _rule(entry) for entry in load_layout(layout).rules["rules"]}


def _rule(entry: Mapping[str, Any]) -> Rule:
    names = {field.name for field in attrs.fields(Rule)}
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items() if k in names}
    return Rule(**{**values, "severity": Severity(entry["severity"])})


def _instances(entry: Mapping[str, Any], sets: Mapping[str, list[str]]) -> Iterator[Instance]:
    rule = _rule(entry)
    bound = entry.get("each", [])
    for members in product(*(sets[name] for name in bound)):
        binding = {name: [member] for name, member in zip(bound, members, strict=True)}
        scope = {**sets, **binding}
        places = tuple(expand(entry["at"], scope))
        yield Instance(
            rule=rule,
            at=places[0],
            left=tuple(p for pattern in entry.get("left", []) for p in expand(pattern, scope)),
            right=tuple(p for pattern in entry.get("right", []) for p in expand(pattern, scope)),
            when=_conditions(entry.get("when", []), scope),
            places=places,
            also=tuple(p for pattern in entry.get("also", []) for p in expand(pattern, scope)),
            exempt=tuple(
                Exemption(
                    at=frozenset(pointer for pattern in e["at"] for pointer in expand(pattern, scope)),
                    marks=frozenset(e["marks"]),
                    unless=tuple(_conditions(group, scope) for group in e.get("unless", [])),
                )
                for e in entry.get("exempt", [])
            ),
        )


def _conditions(entries: list[Mapping[str, Any]], scope: Mapping[str, list[str]]) -> tuple[Condition, ...]:
    return tuple(
        Condition(
            at=tuple(expand(c["at"], scope)),
            among=tuple(c["in"]) if "in" in c else None,
            above=c.get("above"),
            undivided=c.get("undivided", False),
        )
        for c in entries
    )
