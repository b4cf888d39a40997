"""Both catalogues say the same, and there is a sentence for whatever can be found."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

import govreport
from govreport import messages
from govreport.between.data import Kind as BetweenKind
from govreport.rules.data import RuleKind

from .files import LAYOUTS, read

ZH, EN = read("messages/zh.json"), read("messages/en.json")
FIELD = re.compile(r"\{[^}]*\}")
HYPHENATED = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")

# What a finding of each kind of rule has to speak of.
PARAMETERS = {
    "equation": {"left", "right", "difference", "blanks", "cells"},
    "inequality": {"left", "right", "difference", "blanks", "cells"},
    "presence": {"blanks"},
    "text": {"found", "left", "missing"},
    "compare": {"found", "expected"},
    "slip": {"found", "quote"},
    "stated": {"figure", "quote", "expected", "sum"},
}


def _codes_in_source() -> Iterator[str]:
    """Yield the codes that the library gives: as `code=...`, or as the first word given to a helper."""
    for path in Path(govreport.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            codes = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            helped = [value for value in node.args[:1] if name.startswith("_") or name in ("error", "warning")]
            for value in codes + helped:
                if isinstance(value, ast.Constant) and (value in codes or HYPHENATED.fullmatch(str(value.value))):
                    yield str(value.value)


def _rules(layout: str) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = read(f"{layout}/rules.json")["rules"]
    return rules


def test_both_catalogues_have_the_same_entries_in_the_same_order() -> None:
    assert list(ZH["codes"]) == list(EN["codes"])
    assert list(ZH["words"]) == list(EN["words"])
    assert {k: list(v) for k, v in ZH["help"].items()} == {k: list(v) for k, v in EN["help"].items()}
    assert (ZH["language"], EN["language"]) == ("zh", "en")


@pytest.mark.parametrize("code", ZH["codes"])
def test_both_languages_say_the_same_with_the_same_parameters(code: str) -> None:
    zh, en = ZH["codes"][code], EN["codes"][code]
    assert set(zh) == set(en)
    assert sorted(FIELD.findall(zh["sentence"])) == sorted(FIELD.findall(en["sentence"]))


def test_the_program_speaks_both_languages_with_the_same_phrases() -> None:
    fields = [{key: set(FIELD.findall(text)) for key, text in catalogue["phrases"].items()} for catalogue in (ZH, EN)]
    assert fields[0] == fields[1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_rule_has_a_sentence_that_speaks_of_what_its_kind_knows(layout: str) -> None:
    for rule in _rules(layout):
        spoken = {field.strip("{}").partition(":")[0] for field in FIELD.findall(ZH["codes"][rule["id"]]["sentence"])}
        assert spoken <= PARAMETERS[rule["kind"]], rule["id"]
        assert ("missing" in spoken) == ("topics" in rule), rule["id"]
        if rule["kind"] == "stated":
            assert spoken == {"figure", "quote", "sum" if rule["of"] == "parts" else "expected"}, rule["id"]
        # A text that lacks something has no words to quote; the figure that asked for them may be told.
        counted = any("above" in condition for condition in rule.get("when", []))
        assert "found" not in spoken or "present" not in rule, rule["id"]
        assert "left" not in spoken or rule["kind"] != "text" or counted, rule["id"]


def test_every_kind_of_rule_has_a_name() -> None:
    kinds = {*get_args(RuleKind), *get_args(BetweenKind)}
    assert {f"kind-{kind}" for kind in kinds} <= set(ZH["words"])


def test_every_code_that_the_library_gives_has_a_sentence() -> None:
    given = set(_codes_in_source())
    assert {"duplicate-member", "mark-on-figure", "undetermined"} <= given
    assert given <= set(ZH["codes"])


def test_every_type_and_mark_of_json_has_a_word() -> None:
    assert {"object", "array", "string", "integer", "number", "boolean", "null", "or"} <= set(ZH["words"])


def _said(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield all that a catalogue says, with its place."""
    if isinstance(value, str):
        yield place, value
    else:
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _said(inner, f"{place}/{name}")


@pytest.mark.parametrize("catalogue", [ZH, EN], ids=["zh", "en"])
def test_nothing_is_said_in_no_words(catalogue: Any) -> None:
    assert [place for place, said in _said(catalogue) if not said.strip()] == []


def test_both_languages_tell_one_side_first_and_then_the_other() -> None:
    # Exchanged, a sentence says the reverse.
    sides = re.compile(r"\{(left|right|found|expected|before|now)\b")
    orders = [[sides.findall(entry["sentence"]) for entry in catalogue["codes"].values()] for catalogue in (ZH, EN)]
    assert orders[0] == orders[1]


@pytest.mark.parametrize("catalogue", [ZH, EN], ids=["zh", "en"])
def test_words_for_different_things_differ(catalogue: Any) -> None:
    guides = [said for name, said in catalogue["phrases"].items() if name in ("guide-less", "guide-more", "guide-open")]
    marks = [catalogue["words"][name] for name in ("error", "warning", "info", "hint", "explained")]
    assert len(set(guides)) == 3
    assert len(set(marks)) == 5


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_list_of_nothing_is_told_in_a_word(language: str) -> None:
    nothing = messages.word("list-empty", language)
    assert nothing not in ("", "list-empty")
    told = [messages._fill("{a:list}", {"a": items}, language) for items in ((), ("x",), ("x", "y"))]
    assert told == [nothing, "x", f"x{messages.word('list-pause', language)}y"]
