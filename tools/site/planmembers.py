"""The members of a work plan by the place that rules write: names, and `*` for every item of a list."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from govreport.form.layout import load_layout
from govreport.form.naming import ANY
from govreport.rules.plans import load_plan_rules


@attrs.frozen(kw_only=True)
class Member:
    """A member of a plan, or of the items of one of its lists; `pointer` has `*` for each item."""

    pointer: str
    title: str
    english: str
    definition: Mapping[str, str]
    aliases: tuple[str, ...]
    values: tuple[str, ...]
    required: bool
    children: "tuple[Member, ...]"

    @property
    def has_entry(self) -> bool:
        """The member is described by itself: it has members of its own, or a column of the printed table."""
        return bool(self.children or self.aliases)


@cache
def members(plan: str) -> tuple[Member, ...]:
    """Return the members of a plan in the order of print."""
    return tuple(_members(plan, ""))


def walk(plan: str) -> Iterator[Member]:
    """Yield every member of a plan, at whatever depth."""
    waiting = [*members(plan)][::-1]
    while waiting:
        member = waiting.pop()
        yield member
        waiting += member.children[::-1]


def tokens(pointer: str) -> list[str | int]:
    """Return the steps to a place, as `Layout.schema_at` takes them."""
    return [0 if step == ANY else step for step in pointer.split("/")[1:]]


def anchor(pointer: str) -> str:
    """Return the id of a place in the page: its names, parted by dots."""
    return ".".join(step for step in pointer.split("/")[1:] if step != ANY)


def attribute(pointer: str) -> str:
    """Return the path of a place in Python; an item is counted by the first letter of its list."""
    path, last = "plan", ""
    for step in pointer.replace("$", "").split("/")[1:]:
        path += f"[{last[0]}]" if step == ANY else f".{step}"
        last = step
    return path


def rules_about(plan: str, pointer: str) -> tuple[str, ...]:
    """Return the rules that look at a place."""
    return tuple(rule.id for rule in load_plan_rules(plan).values() if rule.at == pointer)


def _members(plan: str, pointer: str) -> Iterator[Member]:
    form = load_layout(plan)
    schema = form.schema_at(tokens(pointer))
    for name in schema.get("properties", {}):
        place = f"{pointer}/{name}"
        member: Mapping[str, Any] = form.schema_at(tokens(place))
        below = f"{place}/{ANY}" if "items" in member else place
        yield Member(
            pointer=place,
            title=member.get("title", ""),
            english=member["description"],
            definition=member.get("definition", {}),
            aliases=tuple(member.get("aliases", ())),
            values=tuple(value for value in member.get("enum", ()) if value is not None),
            required=name in schema.get("required", ()),
            children=tuple(_members(plan, below)),
        )
