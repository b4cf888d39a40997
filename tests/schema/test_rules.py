"""The rules are bound to places that exist, and the equations are those of the form, all of them and no others."""

import re
from collections import Counter
from typing import Any

import pytest

from govreport.form.layout import load_layout
from govreport.rules.data import load_instances
from govreport.statements.vocabulary import load_vocabulary

from .files import LAYOUTS, read

SET = re.compile(r"\{([a-z_]+)\}")
ARITHMETIC = ("equation", "inequality")


def _rules(layout: str) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = read(f"{layout}/rules.json")["rules"]
    return rules


def _patterns(rule: dict[str, Any]) -> list[str]:
    """Return every pointer pattern of a rule."""
    return [rule["at"], *rule.get("left", []), *rule.get("right", []), *(c["at"] for c in rule.get("when", []))]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_ids_are_unique(layout: str) -> None:
    ids = [rule["id"] for rule in _rules(layout)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_set_is_used_and_every_placeholder_is_a_set(layout: str) -> None:
    used = {name for rule in _rules(layout) for pattern in _patterns(rule) for name in SET.findall(pattern)}
    assert used == set(read(f"{layout}/rules.json")["sets"])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_rule_points_to_a_place_of_its_own_for_each_member(layout: str) -> None:
    for rule in _rules(layout):
        if rule["kind"] != "stated":
            assert sorted(SET.findall(rule["at"])) == sorted(rule.get("each", [])), rule["id"]
    places = Counter((instance.rule.id, instance.at) for instance in load_instances(layout))
    assert set(places.values()) == {1}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_pointer_leads_to_a_place_of_the_layout(layout: str) -> None:
    nodes = load_layout(layout).nodes
    for instance in load_instances(layout):
        pointers = [*instance.places, *instance.left, *instance.right, *(p for c in instance.when for p in c.at)]
        assert [pointer for pointer in pointers if pointer not in nodes] == [], instance.rule.id


@pytest.mark.parametrize("layout", LAYOUTS)
def test_sums_are_taken_over_whole_numbers_of_one_unit_each_once(layout: str) -> None:
    cells = load_layout(layout).cells
    for instance in load_instances(layout):
        summed = instance.left + instance.right
        assert bool(summed) == instance.is_arithmetic
        assert all(cells[pointer].kind in ("count", "change") for pointer in summed), instance.rule.id
        assert len({cells[pointer].unit for pointer in summed}) <= 1, instance.rule.id
        assert len(summed) == len(set(summed)), instance.rule.id


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_other_kinds_speak_of_what_they_can_be_asked_of(layout: str) -> None:
    nodes, cells = load_layout(layout).nodes, load_layout(layout).cells
    for instance in load_instances(layout):
        node = nodes[instance.at]
        match instance.rule.kind, instance.rule.of:
            case ("presence", "any-cell" | "every-cell"):
                assert any(cell.startswith(f"{instance.at}/") for cell in cells), instance.rule.id
            case ("presence" | "text", _):
                assert node.kind == "section", instance.rule.id
            case ("compare", _):
                assert not node.children, instance.rule.id
        for condition in instance.when:
            for pointer in condition.at:
                if condition.undivided:
                    assert nodes[pointer].axis is not None, instance.rule.id
                elif condition.above is not None:
                    assert nodes[pointer].is_cell, instance.rule.id


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_condition_asks_for_values_that_the_schema_allows(layout: str) -> None:
    organ = read(f"{layout}/report.schema.json")["$defs"]["organ"]["properties"]
    for instance in load_instances(layout):
        for condition in instance.when:
            for pointer in condition.at if condition.among else ():
                assert set(condition.among or ()) <= set(organ[pointer.removeprefix("/organ/")]["enum"])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_rule_comes_after_rules_that_stand_earlier_and_speak_of_the_same_place_or_one_above(layout: str) -> None:
    earlier: dict[str, set[str]] = {}
    for instance in load_instances(layout):
        for name in instance.rule.after:
            assert any(f"{instance.at}/".startswith(f"{at}/") for at in earlier[name]), instance.rule.id
        earlier.setdefault(instance.rule.id, set()).add(instance.at)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_that_a_text_can_speak_of_has_one_rule(layout: str) -> None:
    """Whatever readings the words give: a contradiction is found by just one rule."""
    words = load_vocabulary(layout)
    rules = [i for i in load_instances(layout) if i.rule.kind == "stated" and i.rule.of == "figure"]
    seen = 0
    for entry in words.entries.values():
        if entry.kind != "label" or entry.table is None:
            continue
        table = words.tables[entry.table]
        facets = {**table.rest, **entry.facets}
        if facets.keys() != table.facets:
            continue
        for plus, _ in words.cells(table, facets):
            seen += 1
            assert sum(plus[0] in rule.places for rule in rules) == 1, entry.word
    assert seen > 50
