"""Of a report with one defect of structure the gate judges the rest: both ways to its findings lead to the same."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from govreport.form.layout import load_layout
from govreport.validation import exact
from govreport.validation.gate import judge_decoded
from govreport.validation.one_defect import one_defect
from tests.reports import changed, clean

NATURAL, OTHER = "/requests/natural_person", "/requests/organizations/other"
STATED = frozenset(r["id"] for r in load_layout("2021").rules["rules"] if r["kind"] == "stated")
# What stands at a place, or "" where the member is taken away: each may be the only thing that is wrong.
DEFECTS: dict[str, tuple[str, Any]] = {
    "a figure below zero": (f"{NATURAL}/received", -1),
    "a figure too large": (f"{NATURAL}/received", 10**12),
    "a figure as a text": (f"{OTHER}/outcomes/granted", "12"),
    "a figure as a word": ("/disputes/litigation/direct/total", True),
    "a cell that is missing": ("/requests/total/outcomes/denied/state_secret", ""),
    "a stranger": (f"{OTHER}/withdrawn", 0),
    "a stranger with a name of the form": (f"{OTHER}/received_before", "total"),
    "a stranger with the name of a landmark": ("/organ/requests", "requests"),
    "no year": ("/year", None),
    "a kind that there is not": ("/organ/kind", "committee"),
    "a date that is none": ("/published", "2025-13-01"),
    "an empty title": ("/title", None),
}
WAYS: dict[str, Callable[[Any], str]] = {
    "as written": lambda value: json.dumps(value, ensure_ascii=False, indent=2),
    "on one line": lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
    "backwards": lambda value: json.dumps(_backwards(value), ensure_ascii=True, indent="\t", separators=(" ,", " : ")),
}


def _backwards(value: Any) -> Any:
    return {k: _backwards(v) for k, v in reversed(value.items())} if isinstance(value, dict) else value


def _with(report: dict[str, Any], pointer: str, value: Any) -> dict[str, Any]:
    holder: Any = report
    *path, name = pointer.split("/")[1:]
    for step in path:
        holder = holder[step]
    if value == "":
        del holder[name]
    else:
        holder[name] = value
    return report


def _assert_same(data: bytes, ignored: frozenset[str] = STATED) -> bool:
    """Assert that both ways find the same, and return whether the short one was taken."""
    judged = judge_decoded(data, ignored)
    assert exact.examine_judged(data, judged, ignored) == exact.examine(data, judged.decoded is not None, ignored)
    return judged.decoded is None and one_defect(data, judged.refusal, ignored) is not None


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", DEFECTS)
def test_one_defect_is_found_as_the_exact_path_finds_it(name: str, way: str) -> None:
    for ignored in (STATED, frozenset[str]()):
        assert _assert_same(WAYS[way](_with(clean(), *DEFECTS[name])).encode(), ignored)


@pytest.mark.parametrize("name", DEFECTS)
def test_beside_a_sum_that_is_wrong_one_defect_is_found_as_well(name: str) -> None:
    report = _with(clean(), *DEFECTS[name])
    report["disputes"]["reconsideration"]["total"] += 1
    assert _assert_same(json.dumps(report, ensure_ascii=False).encode())


def _texts() -> Iterator[tuple[str, str]]:
    """Yield texts that hold more than one defect, or one that looks like another, each with what it is."""
    text = json.dumps(clean(), ensure_ascii=False)
    twice = '"received": -1, "received"'
    yield "a member twice, once wrong", text.replace('"received"', twice, 1)
    yield "a member twice, once of a wrong kind", text.replace('"kind"', '"kind": "committee", "kind"', 1)
    yield "a stranger twice", text.replace('"organ"', '"stranger": 1, "stranger": 1, "organ"', 1)
    yield "a number that is too long", text.replace('"organ"', f'"stranger": {10**45}, "organ"', 1)
    yield "a decimal", text.replace('"organ"', '"stranger": 1.5, "organ"', 1)
    yield "a number that is none", text.replace('"organ"', '"stranger": 01, "organ"', 1)
    yield "an escaped half of a character", text.replace('"organ"', '"stranger": "\\ud800", "organ"', 1)
    yield "an escaped name", text.replace('"received"', '"r\\u0065ceived": -1, "received"', 1)
    yield "an object", text.replace('"organ"', '"stranger": {"requests": {}}, "organ"', 1)
    yield (
        "a mark besides",
        text.replace('"organ"', '"stranger": 1, "notes": [{"pointer": "/year", "text": "a"}], "organ"', 1),
    )


@pytest.mark.parametrize(("name", "text"), list(_texts()), ids=[name for name, _ in _texts()])
def test_what_is_not_as_simple_is_left_to_the_exact_path(name: str, text: str) -> None:
    assert not _assert_same(text.encode())


def test_of_random_changes_both_ways_find_the_same() -> None:
    choose, taken = random.Random(17), 0
    cells = list(load_layout("2021").cells)
    values: list[Any] = [-1, "1", None, "", 0, 5, 1.5, 10**20, True, [], {"total": 0}]
    for _ in range(300):
        report = clean()
        for cell in choose.sample(cells, choose.choice((1, 1, 1, 2))):
            report = _with(report, cell, choose.choice(values))
        if choose.random() < 0.3:
            report = changed({"/disputes/reconsideration/total": choose.randrange(3)}, report)
        taken += _assert_same(choose.choice(list(WAYS.values()))(report).encode())
    assert taken > 50


def test_an_amount_is_not_known_without_its_unit() -> None:
    report = _with(clean(), "/proactive_disclosure/charges/administrative_fees/unit", "pounds")
    report["overview"] += "全年收取费用3万元。"
    data = json.dumps(report, ensure_ascii=False).encode()
    assert not _assert_same(data, frozenset())
    assert not _assert_same(data)
