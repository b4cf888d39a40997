"""The rules between the years, as `schema/years.json` states them, bound to the places of two layouts.

A rule is asked where the layout of the report has all its places, and where last year's report says something of all
the cells that the rule takes from it: a figure of another measure is no counterpart.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any, Literal

import attrs

from govreport import resources
from govreport.conversion.convert import find_way
from govreport.conversion.tables import load_route
from govreport.errors import NoConversion
from govreport.findings import Severity
from govreport.form.layout import load_layout
from govreport.form.patterns import expand
from govreport.rules import data

FILE = "years.json"
Kind = Literal["equation", "leap", "same", "repeated", "told_change", "told_figure", "corrected"]


@attrs.frozen(kw_only=True)
class YearsRule:
    """A rule between the years, bound to its places.

    `at` is where its finding points. An equation says that the cells `left` and `right` of this year's report differ
    by the cells `before` of last year's. Which of the numbers means something depends on the kind; see
    `schema/README.md`.
    """

    id: str
    kind: Kind
    severity: Severity
    at: str
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    times: int = 0
    least: int = 0
    share: int = 0
    told: int = 0

    @property
    def instance(self) -> data.Instance:
        """The equation as the engine of arithmetic takes it."""
        rule = data.Rule(id=self.id, kind="equation", severity=self.severity, standing="derived")
        return data.Instance(rule=rule, at=self.at, left=self.left, right=self.right + self.before)


@cache
def load_rules(layout: str, before: str) -> tuple[YearsRule, ...]:
    """Return the rules for a report of one layout and last year's of another, in the order of the file."""
    content = resources.read(FILE)
    known = counterparts(before, layout)
    return tuple(
        rule for entry in content["rules"] for rule in _bound(entry, content["sets"]) if _is_asked(rule, layout, known)
    )


@cache
def ids() -> frozenset[str]:
    """Return the ids of all rules between the years."""
    return frozenset(entry["id"] for entry in resources.read(FILE)["rules"])


@cache
def ids_of(kind: Kind) -> frozenset[str]:
    """Return the ids of the rules of a kind."""
    return frozenset(entry["id"] for entry in resources.read(FILE)["rules"] if entry["kind"] == kind)


@cache
def counterparts(source: str, target: str) -> frozenset[str]:
    """Return the cells of a layout that reports of another have something to say of, once converted."""
    try:
        way = find_way(source, target)
    except NoConversion:
        return frozenset()
    known = frozenset(load_layout(source).cells)
    for here, there in way:
        route = load_route(here, there)
        known = frozenset(route.leaves.get(cell) or route.parts.get(cell, "") for cell in known) - {""}
    return known


def _bound(entry: Mapping[str, Any], sets: Mapping[str, list[str]]) -> Iterator[YearsRule]:
    names = {field.name for field in attrs.fields(YearsRule)}
    values = {name: value for name, value in entry.items() if name in names}
    for members in product(*(sets[name] for name in entry.get("each", ()))):
        scope = {name: [member] for name, member in zip(entry.get("each", ()), members, strict=True)}
        bound = {
            side: tuple(cell for pattern in entry.get(side, ()) for cell in expand(pattern, scope))
            for side in ("left", "right", "before")
        }
        (at,) = expand(entry["at"], scope)
        yield YearsRule(**{**values, **bound, "at": at, "severity": Severity(entry["severity"])})


def _is_asked(rule: YearsRule, layout: str, known: frozenset[str]) -> bool:
    nodes = load_layout(layout).nodes
    if not all(place in nodes for place in (rule.at, *rule.left, *rule.right)):
        return False
    if rule.kind in ("leap", "told_change", "told_figure"):
        return rule.at in known
    return all(cell in known for cell in rule.before)
