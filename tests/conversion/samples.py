"""Random reports built from the nodes of a layout: most balance, then some cells are bent and remarks put on."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random
from typing import Any

from govreport.form.layout import Node, load_layout
from govreport.model.codec import structure
from govreport.model.registry import Report
from govreport.rules.data import load_instances, load_rules
from govreport.rules.sheet import group_cells

LAYOUTS = ("2019", "2021")
OTHER = {"2019": "2021", "2021": "2019"}
LARGEST = 999_999_999_999

Members = dict[str, Any]

_TEXTS = {
    "code": "11350100003607005B",
    "division": "350100",
    "sha256": "0123456789abcdef" * 4,
    "url": "https://example.org/报告?a=1",
    "name": "某市某局",
    "kind": "other",
    "level": "city",
}


def random_report(layout: str, seed: int) -> Report:
    """Return a report whose structure and references are sound; its sums may be wrong."""
    report: Report = structure(random_members(layout, seed))
    return report


def random_members(layout: str, seed: int) -> Members:
    """Return the decoded members of `random_report`."""
    random = Random(seed)
    form = load_layout(layout)
    members = {node.name: _value(node, random) for node in form.root.children if node.required}
    members |= {"layout": layout, "year": random.choice([2019, 2020, 2021, 2023])}
    for node in form.root.children:
        if node.kind in ("text", "section", "date", "object") and not node.required and random.random() < 0.5:
            members[node.name] = _value(node, random)
    if "$schema" in members and random.random() < 0.5:
        members["$schema"] = form.schema["$id"]
    cells = list(form.cells)
    if random.random() < 0.8:
        _balance(layout, members, random)
    for pointer in random.sample(cells, random.choice([0, 0, 1, 3, 10])):
        put(members, pointer, random.choice([0, 1, 7, LARGEST]))
    for pointer in random.sample(cells, random.choice([0, 0, 2, 20, len(cells)])):
        put(members, pointer, None)
    members |= {name: entries for name, entries in _remarks(layout, members, random).items() if entries}
    if random.random() < 0.3:
        members["extensions"] = {"cn.gov.example": {"a": [1, Decimal("1.50"), None, "文"], "b": True}}
    order = [node.name for node in form.root.children]
    return {name: members[name] for name in order if name in members}


def put(members: Members, pointer: str, value: Any) -> None:
    """Set the member at a pointer."""
    *above, name = pointer.split("/")[1:]
    for token in above:
        members = members[token]
    members[name] = value


def at(members: Any, pointer: str) -> Any:
    """Return the value at a pointer, None where there is none."""
    for token in pointer.split("/")[1:]:
        if not isinstance(members, Mapping) or token not in members:
            return None
        members = members[token]
    return members


def _value(node: Node, random: Random) -> Any:
    if node.children:
        wanted = [child for child in node.children if child.required or random.random() < 0.5]
        return {child.name: _value(child, random) for child in wanted}
    if node.kind == "amount":
        return random.choice([None, Decimal(0), Decimal("52.290"), Decimal("59237.2449")])
    if node.kind in ("count", "change"):
        return random.choice([-18, 0, 5]) if node.kind == "change" else random.choice([0, 0, 1, 12, 34567])
    if node.kind == "array":
        return [{"name": "甲单位"}, {"name": "乙单位"}]
    if node.kind == "date":
        return "2023-12-31"
    if node.name == "unit":
        return random.choice(["yuan", "ten_thousand_yuan"])
    if node.pointer == "/scope/kind":
        return "own"
    return _TEXTS.get(node.name, "第一段。\n第二段：无。")


def _balance(layout: str, members: Members, random: Random) -> None:
    """Make every equation hold: rows are added up to their totals, columns evened out by what was received."""
    for column in ("natural_person", *(f"organizations/{n}" for n in members["requests"]["organizations"])):
        for node in load_layout(layout).nodes[f"/requests/{column}"].walk():
            if node.is_cell:
                put(members, node.pointer, random.choice([0, 0, 0, 1, 4]))
    for rule in ("requests-outcomes", "disputes-totals"):
        for instance in _instances(layout, rule):
            put(members, instance.at, sum(at(members, cell) for cell in instance.left))
    for instance in _instances(layout, "requests-identity"):
        received, _ = instance.left
        put(members, received, sum(at(members, cell) for cell in instance.right))
        put(members, instance.left[1], 0)
    for instance in _instances(layout, "requests-columns"):
        put(members, instance.at, sum(at(members, cell) for cell in instance.left))


def _instances(layout: str, rule: str) -> Iterator[Any]:
    return (instance for instance in load_instances(layout) if instance.rule.id == rule)


def _remarks(layout: str, members: Members, random: Random) -> dict[str, list[Members]]:
    form = load_layout(layout)
    undivided: list[Members] = []
    covered: set[str] = set()
    groups = [pointer for pointer in form.nodes if group_cells(form, pointer)]
    others = [group for group in groups if group.endswith("/outcomes/other")]
    for group in random.sample(groups, random.choice([0, 0, 1, 2])) + random.sample(
        others, len(others) and random.choice([0, 1, 7])
    ):
        if covered.isdisjoint(group_cells(form, group)):
            covered.update(group_cells(form, group))
            for cell in group_cells(form, group):
                put(members, cell, None)
            label = random.choice(["（六）其他处理", "合计"])
            undivided.append({"pointer": group, "value": random.choice([0, 1, 9]), "label": label})
    blanks = [cell for cell in form.cells if at(members, cell) is None]
    kinds = random.choice([["slash"], ["blank", "slash", "dash", "illegible", "ambiguous", "not_applicable"]])
    marks = [
        {"pointer": cell, "mark": random.choice(kinds)} | ({"printed": "／"} if random.random() < 0.3 else {})
        for cell in random.sample(blanks, random.choice([0, len(blanks) // 2, len(blanks)]))
    ]
    sections = [p for p, node in form.nodes.items() if node.lineage() and node.lineage()[0].is_section]
    places = [pointer for pointer in form.nodes if re.fullmatch("(/[a-z][a-z_]*)+", pointer)]
    notes = [
        {"pointer": random.choice(sections), "text": f"注{number}：其中修订 1 件"}
        for number in range(random.choice([0, 0, 1, 8]))
    ]
    explanations = [
        {"rule": random.choice(list(load_rules(layout))), "pointer": random.choice(places), "text": f"理由{number}"}
        for number in range(random.choice([0, 0, 1, 8]))
    ]
    return {"marks": marks, "undivided": undivided, "notes": notes, "explanations": explanations}
