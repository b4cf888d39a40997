"""The mapping tables say of every leaf of both layouts what it is in the other, once."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from govreport import resources
from govreport.conversion.tables import load_route
from govreport.form.layout import Layout, Node, load_layout
from govreport.rules.data import load_rules

TABLES = resources.mappings()
SIDES = {
    "same": "left right",
    "renamed": "left right",
    "split": "left right",
    "only-left": "left",
    "only-right": "right",
}

Row = dict[str, Any]


def _expand(pattern: str, sets: dict[str, list[str]]) -> Iterator[str]:
    """Expand a pattern in a way of its own, so that the library does not vouch for itself."""
    names = re.findall(r"\{([a-z_]+)\}", pattern)
    for members in itertools.product(*(sets[name] for name in names)):
        place = pattern
        for name, member in zip(names, members, strict=True):
            place = place.replace(f"{{{name}}}", member, 1)
        yield place


def _rows(table: Any) -> Iterator[tuple[Row, str, str]]:
    """Yield (row, side, pointer) for each place that the rows stand for."""
    for row in table["rows"]:
        for side in SIDES[row["kind"]].split():
            for pointer in _expand(row.get("at", row.get(side)), table["sets"]):
                yield row, side, pointer


def _leaves(node: Node) -> list[Node]:
    return [below for below in node.walk() if not below.children]


def _layout(table: Any, side: str) -> Layout:
    return load_layout(table[side])


def _pairs(table: Any, kind: str) -> Iterator[tuple[Row, Node, Node]]:
    """Yield the leaves that lie side by side in rows of a kind."""
    left, right = _layout(table, "left"), _layout(table, "right")
    for row in table["rows"]:
        if row["kind"] == kind:
            patterns = (row.get("at", row.get(side)) for side in ("left", "right"))
            for here, there in zip(*(_expand(pattern, table["sets"]) for pattern in patterns), strict=True):
                for pair in zip(_leaves(left.nodes[here]), _leaves(right.nodes[there]), strict=True):
                    yield row, *pair


def test_there_is_a_table_and_it_is_named_for_its_layouts() -> None:
    assert "mappings/2019-2021.json" in TABLES
    for name in TABLES:
        table = resources.read(name)
        assert name == f"mappings/{table['left']}-{table['right']}.json"
        assert resources.layouts().index(table["left"]) < resources.layouts().index(table["right"])


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_every_leaf_of_both_layouts_stands_in_exactly_one_row(name: str, side: str) -> None:
    table = resources.read(name)
    layout = _layout(table, side)
    stands = Counter(
        leaf.pointer for _, here, pointer in _rows(table) if here == side for leaf in _leaves(layout.nodes[pointer])
    )
    leaves = [node.pointer for node in layout.root.walk() if not node.children]
    assert {pointer: count for pointer, count in stands.items() if count > 1} == {}
    assert sorted(stands) == sorted(leaves)
    assert len(leaves) > 200


@pytest.mark.parametrize("name", TABLES)
def test_same_is_what_is_printed_alike_and_renamed_what_is_not(name: str) -> None:
    table = resources.read(name)
    for _, here, there in _pairs(table, "same"):
        assert (here.pointer, here.title) == (there.pointer, there.title)
    for row, here, there in _pairs(table, "renamed"):
        assert "values" in row or (here.pointer, here.title) != (there.pointer, there.title)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("kind", ["same", "renamed"])
def test_what_lies_side_by_side_counts_the_same_and_may_hold_the_same(name: str, kind: str) -> None:
    table = resources.read(name)
    for row, here, there in _pairs(table, kind):
        assert (here.kind, here.unit) == (there.kind, there.unit), here.pointer
        if "values" not in row:
            assert _allowed(_layout(table, "left"), here) == _allowed(_layout(table, "right"), there), here.pointer


def _allowed(layout: Layout, node: Node) -> Any:
    """Return what the schema says of a leaf as far as it decides what is valid, references resolved."""
    words = ("title", "description", "definition", "basis", "unit", "axis", "heading", "corner", "note", "aliases")

    def resolved(member: Any) -> Any:
        if isinstance(member, list):
            return [resolved(item) for item in member]
        if not isinstance(member, dict):
            return member
        if "$ref" in member:
            member = {**layout.schema["$defs"][member["$ref"].rpartition("/")[2]], **member}
        return {k: resolved(v) for k, v in member.items() if k not in (*words, "$ref") or not isinstance(v, str | list)}

    member = layout.schema
    for name in node.pointer.split("/")[1:]:
        member = member["properties"][name]
        if "$ref" in member:
            member = layout.schema["$defs"][member["$ref"].rpartition("/")[2]]
    return resolved(member)


@pytest.mark.parametrize("name", TABLES)
def test_a_split_cell_becomes_a_group_of_cells_that_count_the_same(name: str) -> None:
    table = resources.read(name)
    passage = load_route(table["left"], table["right"])
    assert bool(passage.split) == any(row["kind"] == "split" for row in table["rows"])
    for cell, group in passage.split.items():
        parts = _leaves(passage.target.nodes[group])
        assert len(parts) > 1
        assert {part.unit for part in parts} == {passage.source.nodes[cell].unit}
        assert all(part.is_cell for part in parts)


@pytest.mark.parametrize("name", TABLES)
def test_what_one_side_lacks_may_be_left_blank_there(name: str) -> None:
    table = resources.read(name)
    for row, side, pointer in _rows(table):
        if row["kind"].startswith("only"):
            for leaf in _leaves(_layout(table, side).nodes[pointer]):
                assert leaf.is_cell or not leaf.required or None in _allowed(_layout(table, side), leaf)["enum"]


@pytest.mark.parametrize("name", TABLES)
def test_every_reason_is_defined_and_every_rule_is_known(name: str) -> None:
    table = resources.read(name)
    named = {row["reason"] for row in [*table["rows"], *table["rules"]] if "reason" in row}
    assert named <= set(table["reasons"])
    for row in table["rules"]:
        for side in ("left", "right"):
            if row["kind"] == "renamed":
                assert row[side]["at"] in _layout(table, side).nodes
            assert row.get("rule", row.get(side, {}).get("rule")) in load_rules(table[side])


@pytest.mark.parametrize("name", TABLES)
def test_every_set_is_used(name: str) -> None:
    table = resources.read(name)
    assert {n for row in table["rows"] for n in re.findall(r"\{([a-z_]+)\}", str(row))} == set(table["sets"])


@pytest.mark.parametrize("name", TABLES)
def test_both_directions_are_one_table(name: str) -> None:
    table = resources.read(name)
    forth, back = load_route(table["left"], table["right"]), load_route(table["right"], table["left"])
    assert {there: here for here, there in forth.leaves.items()} == back.leaves
    assert {there: here for here, there in forth.split.items()} == back.merged
    assert {there: here for here, there in forth.groups.items()} == back.groups
    assert {there: here for here, there in forth.rules.items()} == back.rules
