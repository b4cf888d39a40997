"""The suite is whole: every rule, every equation and every code is tested, and no case is idle."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govreport.resources import documents, layouts, mappings
from govreport.rules.data import load_instances
from tools.conformance import outputs

from .suite import FOLDER, ROOT, Case, cases, document, files, read, written

META = ROOT / "schema" / "meta" / "conformance.schema.json"
ABOUT_RULES = [case for case in cases("rules", "blanks") if case.rule]
BASES = sorted((FOLDER / "bases").glob("*.json"))


def _layout(case: Case) -> str:
    layout: str = document(case.data["input"])["layout"]
    return layout


def _verdicts() -> set[tuple[str, str, str, str]]:
    return {(_layout(case), case.data["rule"], case.data["at"], case.data["verdict"]) for case in ABOUT_RULES}


@pytest.mark.parametrize("name", files())
def test_a_file_answers_to_the_meta_schema(name: str) -> None:
    data = json.loads((FOLDER / name).read_bytes())
    errors = Draft202012Validator(json.loads(META.read_bytes())).iter_errors(data)
    assert [(error.json_path, error.message) for error in errors] == []


def test_the_meta_schema_refuses_what_is_no_case() -> None:
    validator = Draft202012Validator(json.loads(META.read_bytes()))
    case = {"description": "d", "purpose": "p", "input": {"base": "b"}, "expected": []}

    def is_valid(group: str, value: dict[str, Any]) -> bool:
        data = {"$schema": "../meta/conformance.schema.json", "group": group, "cases": [value]}
        return bool(validator.is_valid(data))

    finding = {"code": "empty", "severity": "error", "pointer": ""}
    assert is_valid("structure", {**case, "expected": [finding]})
    assert not is_valid("structure", {k: v for k, v in case.items() if k != "purpose"})
    assert not is_valid("structure", {**case, "purpose": ""})
    assert not is_valid("structure", {**case, "input": {"base": "b", "document": {}}})
    assert not is_valid("structure", {**case, "input": {"base": "b", "changes": [{"pointer": "/a"}]}})
    assert not is_valid("structure", {**case, "verdict": "holds"})
    assert not is_valid("structure", {**case, "expected": [{**finding, "severity": "fatal"}]})
    assert not is_valid("structure", {**case, "expected": [{**finding, "rule": "r"}]})
    assert not is_valid("structure", {**case, "expected": [{**finding, "code": "undetermined"}]})
    assert not is_valid("lexical", case)
    assert not is_valid("rules", {**case, "rule": "r", "at": "/a"})
    assert not is_valid("truth-table", case)


def test_no_two_cases_have_the_same_description() -> None:
    counted = Counter(case.data["description"] for case in cases())
    assert [description for description, times in counted.items() if times > 1] == []


def test_no_two_cases_ask_the_same() -> None:
    asked = Counter(
        written(
            [
                case.data.get(k)
                for k in (
                    "rule",
                    "at",
                    "input",
                    "to",
                    "relation",
                    "left",
                    "right",
                    "slips",
                    "base",
                    "changes",
                    "text",
                    "name",
                    "previous",
                    "bodies",
                )
            ]
        )
        for case in cases()
    )
    assert [question for question, times in asked.items() if times > 1] == []


def test_every_change_changes_the_document() -> None:
    idle = []
    for case in cases():
        given = case.data.get("input", {})
        changes = given.get("changes", [])
        steps = [document({**given, "changes": changes[:n]}) for n in range(len(changes) + 1)] if changes else []
        idle += [case.name for before, after in pairwise(steps) if before == after]
    assert idle == []


def test_a_verdict_is_what_the_findings_say() -> None:
    for case in ABOUT_RULES:
        rule, at = case.data["rule"], case.data["at"]
        found = {(f["code"], f.get("rule")) for f in case.data["expected"] if f["pointer"] == at}
        said = "fails" if (rule, None) in found else "open" if ("undetermined", rule) in found else "silent"
        assert said == {"holds": "silent", "unasked": "silent"}.get(case.data["verdict"], case.data["verdict"]), (
            case.name
        )


@pytest.mark.parametrize("layout", layouts())
def test_every_equation_has_a_holding_a_failing_and_an_open_case(layout: str) -> None:
    verdicts = _verdicts()
    equations = [i for i in load_instances(layout) if i.rule.kind == "equation"]
    wanted = {(layout, i.rule.id, i.at, v) for i in equations for v in ("holds", "fails", "open")}
    assert wanted
    assert wanted - verdicts == set()


@pytest.mark.parametrize("layout", layouts())
def test_every_other_rule_has_a_holding_and_a_failing_case_at_each_of_its_places(layout: str) -> None:
    # Rules about statements have a group of their own, whose cases ask about no rule in particular.
    others = [i for i in load_instances(layout) if i.rule.kind not in ("equation", "stated")]
    wanted = {(layout, i.rule.id, i.at, v) for i in others for v in ("holds", "fails")}
    assert wanted
    assert wanted - _verdicts() == set()


@pytest.mark.parametrize("layout", layouts())
def test_every_condition_has_a_case_in_which_the_rule_is_not_asked(layout: str) -> None:
    conditional = {i.rule.id for i in load_instances(layout) if i.when or i.rule.after}
    unasked = {rule for where, rule, _, verdict in _verdicts() if where == layout and verdict == "unasked"}
    assert conditional - unasked == set()


@pytest.mark.parametrize("layout", layouts())
def test_cases_ask_about_rules_and_places_that_exist(layout: str) -> None:
    places = {(i.rule.id, i.at) for i in load_instances(layout)}
    assert {(rule, at) for where, rule, at, _ in _verdicts() if where == layout} <= places


def test_every_code_that_a_document_can_give_is_reached() -> None:
    lexical = (ROOT / "schema" / "LEXICAL.md").read_text(encoding="utf-8")
    rows = "".join(line for line in lexical.splitlines() if line.startswith("|"))
    catalogue = set(read(ROOT / "schema" / "messages" / "en.json")["codes"])
    # Of a document speak the rules, the tables of LEXICAL.md, and these three; all else is about a program's work.
    possible = {i.rule.id for layout in documents() for i in load_instances(layout)}
    # And what is said of a document with others beside it.
    groups = read(ROOT / "schema" / "codes.json")["groups"]
    possible |= {code for group in groups if group["name"] in ("years", "levels") for code in group["codes"]}
    possible |= {"undetermined", "undetermined-together", "rules-not-checked"} | (
        catalogue & set(re.findall(r"`([a-z0-9-]+)`", rows))
    )
    reached = {finding["code"] for case in cases() for finding in case.data.get("expected", ())}
    assert len(possible) > 50
    assert possible - reached == set()
    assert reached - possible == set()


def test_the_truth_table_has_every_combination() -> None:
    def kinds(side: list[Any]) -> tuple[str, ...]:
        return tuple(item for item in side if isinstance(item, str))

    def difference(data: dict[str, Any]) -> int:
        left, right = (sum(i for i in data[side] if isinstance(i, int)) for side in ("left", "right"))
        return (left > right) - (left < right)

    rows = {
        (c.data["relation"], difference(c.data), kinds(c.data["left"]), kinds(c.data["right"]))
        for c in cases("truth-table")
    }
    assert len(rows) == 3 * 3 * 5 * 5


@pytest.mark.parametrize("path", BASES, ids=lambda path: path.stem)
def test_a_base_document_is_used_unchanged(path: Path) -> None:
    unchanged = {"base": path.stem}
    expected = [case.data["expected"] for case in cases("rules", "plans") if case.data["input"] == unchanged]
    outputs_of_conversions = [case for case in cases("conversions") if case.data["output"] == unchanged]
    assert expected or outputs_of_conversions
    assert all(findings == [] for findings in expected)


@pytest.mark.parametrize("name", mappings())
def test_every_row_of_a_mapping_that_loses_something_has_a_case(name: str) -> None:
    table = read(ROOT / "schema" / name)
    stated = {row["reason"] for row in (*table["rows"], *table["rules"]) if "reason" in row}
    layouts_of = {table["left"], table["right"]}
    crossing = [c for c in cases("conversions") if {_layout(c), c.data["to"]} == layouts_of]
    assert {_layout(case) for case in crossing} == layouts_of
    reached = {loss["reason"] for case in crossing for loss in case.data["losses"]}
    assert stated <= reached <= set(table["reasons"])


def test_generated_files_are_what_the_generator_writes() -> None:
    differing = [path.name for path, text in outputs().items() if path.read_bytes() != text.encode("utf-8")]
    assert differing == [], "run: python tools/conformance.py"


def test_the_generator_does_not_use_the_library_that_it_tests() -> None:
    source = (ROOT / "tools" / "conformance.py").read_text(encoding="utf-8")
    assert re.search(r"^\s*(?:from|import) (?:govreport|tests)", source, re.MULTILINE) is None
