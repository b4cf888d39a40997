"""What the page is told of a document: the findings of the library, in words, and what it can show and save."""

import json
from pathlib import Path
from typing import Any

import pytest

import govreport
from govreport.given import KINDS, LEVELS
from tests.reports import EXAMPLES
from tools.desk.inside import answers

WRONG = EXAMPLES / "contradictions" / "outcomes-2020.json"
THIS, LAST = EXAMPLES / "years" / "2025.json", EXAMPLES / "years" / "2024.json"
LANGUAGES = ("zh", "en")


def told(path: Path, *arguments: Any, language: str = "zh") -> Any:
    return json.loads(answers.answer(path.name, path.read_bytes(), language, *arguments))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_is_told_with_place_basis_and_repair(language: str) -> None:
    answer = told(WRONG, language=language)
    expected = govreport.check(WRONG).findings
    assert [(f["code"], f["pointer"], f["sentence"]) for f in answer["findings"]] == [
        (f.code, f.pointer, f.message(language)) for f in expected
    ]
    first = answer["findings"][0]
    assert first["place"]
    assert first["place"] != first["pointer"]
    assert first["basis"]
    assert first["hints"]
    assert answer["repairs"]["head"]
    assert answer["counts"]["error"] == len(expected)


def test_the_form_and_the_data_of_what_was_read_can_be_saved() -> None:
    answer = told(WRONG)
    assert "failing" in answer["form"]
    assert govreport.loads(answer["json"].encode()) == govreport.load(WRONG)
    for format in answer["formats"]:
        assert answers.printed(answer["json"], format, "zh").startswith(b"PK")


def test_what_is_no_report_is_told_and_shows_no_form(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("没有表格。", encoding="utf-8")
    answer = told(path)
    assert answer["counts"]["error"] == 1
    assert (answer["form"], answer["json"], answer["formats"], answer["statements"]) == (None, None, [], [])


def test_figures_of_the_text_are_listed_with_what_they_mean() -> None:
    answer = told(EXAMPLES / "reports" / "shanghai-2021.json")
    assert {s["verdict"] for s in answer["statements"]} >= {"agrees", "silent"}
    assert all(s["readings"] for s in answer["statements"] if s["verdict"] == "agrees")


def test_last_years_report_is_held_against_this_one() -> None:
    last = json.loads(LAST.read_bytes())
    last["requests"]["natural_person"]["carried_forward"] += 1
    found = told(THIS, "{}", LAST.name, json.dumps(last).encode())
    assert "years-carried-over" in [f["code"] for f in found["findings"]]
    assert told(THIS, "{}", LAST.name, LAST.read_bytes())["findings"] == told(THIS)["findings"]


def test_a_file_that_is_no_report_of_last_year_is_told_and_the_rest_checked() -> None:
    found = told(WRONG, "{}", "last.txt", b"nothing")
    assert found["findings"][0]["code"] == "layout-not-found"
    assert len(found["findings"]) > 1


def test_what_is_stated_counts() -> None:
    report = json.loads(THIS.read_bytes())
    report["organ"] = {"name": "某单位"}
    report["published"] = f"{report['year'] + 1}-03-31"
    path = json.dumps(report).encode()
    late = [
        [f["code"] for f in json.loads(answers.answer("a.json", path, "zh", json.dumps(stated)))["findings"]]
        for stated in ({}, {"kind": "department", "level": "county"})
    ]
    assert "published-late-department" not in late[0]
    assert "published-late-department" in late[1]


def test_the_page_can_name_all_that_may_be_stated() -> None:
    words = json.loads((EXAMPLES.parent / "web" / "onefile" / "words.json").read_bytes())
    known = json.loads(answers.about())["choices"]
    assert (tuple(known["kind"]), tuple(known["level"])) == (KINDS, LEVELS)
    for language in LANGUAGES:
        assert all(f"{name}-{value}" in words[language] for name, values in known.items() for value in values)
    assert words["zh"].keys() == words["en"].keys()
