"""The mapping tables between layouts, each read in one direction.

A table in `schema/mappings/` says of every leaf of two layouts what it is in the other. A row may
name a group: it then stands for all that lies below it. No name of the form stands in this package;
what it knows by name is the vocabulary of the lists that hold remarks on places (`pointer`, `rule`).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from govreport import resources
from govreport.form.layout import Layout, Node, load_layout
from govreport.form.patterns import expand
from govreport.rules.data import load_rules
from govreport.rules.sheet import group_cells


@attrs.frozen(kw_only=True)
class Reason:
    """Why something has no counterpart: a code, and a sentence in each language."""

    code: str
    words: Mapping[str, str] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Route:
    """A mapping table read in one direction, every pattern expanded.

    `leaves` leads from each leaf of the source that has one counterpart to that; `translations` gives,
    for those leaves whose value differs by layout, the value there for each value here. `split` leads
    from a cell to the group that holds its parts in the target, `merged` from a group to the cell that
    holds its sum there. `groups` leads from groups to groups of the same cells, which alone can carry an
    undivided figure over. `places` says for every place where a remark on it goes, `absent` why there is
    none. `lists` names the lists of remarks on both sides by what they hold.
    """

    source: Layout = attrs.field(repr=False)
    target: Layout = attrs.field(repr=False)
    leaves: Mapping[str, str] = attrs.field(repr=False)
    translations: Mapping[str, Mapping[str, str]] = attrs.field(repr=False)
    split: Mapping[str, str] = attrs.field(repr=False)
    merged: Mapping[str, str] = attrs.field(repr=False)
    parts: Mapping[str, str] = attrs.field(repr=False)
    groups: Mapping[str, str] = attrs.field(repr=False)
    places: Mapping[str, str] = attrs.field(repr=False)
    absent: Mapping[str, Reason] = attrs.field(repr=False)
    lists: Mapping[str, tuple[str, str]] = attrs.field(repr=False)
    rules: Mapping[tuple[str, str], tuple[str, str]] = attrs.field(repr=False)
    apart: Mapping[str, Reason] = attrs.field(repr=False)
    reasons: Mapping[str, Reason] = attrs.field(repr=False)

    def why_absent(self, pointer: str) -> Reason:
        """Return why a place of the source has no counterpart."""
        return self.absent.get(pointer, self.reasons["no-such-place"])

    def finding(self, rule: str, pointer: str) -> tuple[str, str] | Reason:
        """Return the rule and pointer that a finding of a rule has in the target, or why it has none."""
        renamed = self.rules.get((rule, pointer))
        if renamed is not None:
            return renamed
        if rule in self.apart:
            return self.apart[rule]
        if pointer not in self.places:
            return self.why_absent(pointer)
        return (rule, self.places[pointer]) if rule in load_rules(self.target.id) else self.reasons["no-such-rule"]


@cache
def load_route(source: str, target: str) -> Route:
    """Return the table between two layouts, read from `source` to `target`.

    Raises KeyError where there is no such table.
    """
    is_forward = (source, target) in _tables()
    data = _tables()[(source, target) if is_forward else (target, source)]
    return _read(data, load_layout(source), load_layout(target), is_forward)


@cache
def neighbours(layout: str) -> tuple[str, ...]:
    """Return the layouts that a table leads to from this one, in the order of their issue."""
    return tuple(other for other in resources.layouts() if (layout, other) in _tables() or (other, layout) in _tables())


@cache
def _tables() -> Mapping[tuple[str, str], Any]:
    tables = (resources.read(name) for name in resources.mappings())
    return {(table["left"], table["right"]): table for table in tables}


def _read(data: Any, source: Layout, target: Layout, is_forward: bool) -> Route:
    reasons = {code: Reason(code=code, words=words) for code, words in data["reasons"].items()}
    places: dict[str, str] = {}
    translations: dict[str, Mapping[str, str]] = {}
    cells: dict[str, str] = {}
    absent: dict[str, Reason] = {}
    lists: dict[str, tuple[str, str]] = {}
    for row, left, right in _expanded(data):
        here, there = (left, right) if is_forward else (right, left)
        if here is None:
            continue
        if there is None:
            absent |= {node.pointer: reasons[row["reason"]] for node in source.nodes[here].walk()}
        elif row["kind"] == "split":
            cells[here] = there
        else:
            places |= _side_by_side(source.nodes[here], target.nodes[there])
            if "values" in row:
                translations[here] = {pair[not is_forward]: pair[is_forward] for pair in row["values"]}
                absent[here] = reasons[row["reason"]]
            if "holds" in row:
                lists[row["holds"]] = here, there
    remarks = {here for here, _ in lists.values()}
    leaves = {here: there for here, there in places.items() if not source.nodes[here].children and here not in remarks}
    split = {here: there for here, there in cells.items() if here in source.cells}
    merged = {here: there for here, there in cells.items() if here not in split}
    parts = {cell: whole for group, whole in merged.items() for cell in group_cells(source, group)}
    # A group that no row names is the group of the same pointer, where the other layout has one.
    places |= {
        here: here
        for here, node in source.nodes.items()
        if here not in places and here not in absent and node.children and here in target.nodes
    }
    places |= cells | parts

    def is_whole(here: str, there: str) -> bool:
        images: set[str] = set()
        for cell in group_cells(source, here):
            image = places.get(cell, "")
            images.update(group_cells(target, image) or (image,))
        return bool(images) and images == set(group_cells(target, there))

    return Route(
        source=source,
        target=target,
        leaves=leaves,
        translations=translations,
        split=split,
        merged=merged,
        parts=parts,
        groups={here: there for here, there in places.items() if here not in cells and is_whole(here, there)},
        places=places,
        absent=absent,
        lists=lists,
        rules=_rules(data, is_forward),
        apart={row["rule"]: reasons[row["reason"]] for row in data["rules"] if row["kind"] == "apart"},
        reasons=reasons,
    )


def _expanded(data: Any) -> Iterator[tuple[Any, str | None, str | None]]:
    """Yield (row, left, right) for each place that the rows stand for, None on the side that has none."""
    sets = data["sets"]
    for row in data["rows"]:
        if row["kind"] in ("renamed", "split"):
            for left, right in zip(expand(row["left"], sets), expand(row["right"], sets), strict=True):
                yield row, left, right
        else:
            for at in expand(row["at"], sets):
                yield row, None if row["kind"] == "only-right" else at, None if row["kind"] == "only-left" else at


def _side_by_side(here: Node, there: Node) -> Iterator[tuple[str, str]]:
    """Yield the pointers of two places and of all below them, which must be alike on both sides."""
    yield here.pointer, there.pointer
    for one, other in zip(here.children, there.children, strict=True):
        if one.name != other.name:
            raise ValueError(f"{one.pointer} and {other.pointer} do not lie side by side")
        yield from _side_by_side(one, other)


def _rules(data: Any, is_forward: bool) -> dict[tuple[str, str], tuple[str, str]]:
    rules = {}
    for row in data["rules"]:
        if row["kind"] == "renamed":
            left, right = ((row[side]["rule"], row[side]["at"]) for side in ("left", "right"))
            rules[left if is_forward else right] = right if is_forward else left
    return rules
