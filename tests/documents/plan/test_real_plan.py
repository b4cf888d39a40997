"""A real plan, its sentences replaced by ours: everything that is printed is read, nothing else, each in its place.

The published one is read as well where it lies beside this checkout.
"""

import json
from pathlib import Path
from typing import Any

import pytest

import govreport
from govreport import Extraction
from govreport.checking import check

from .source import DOCUMENTS, EXAMPLE


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.parent.name)
def document(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def extraction(document: Path) -> Extraction:
    return govreport.extract(document)


def bare(*texts: str) -> str:
    return "".join("".join(text.split()) for text in texts)


def tasks(plan: Any) -> list[dict[str, Any]]:
    return [task for group in plan["groups"] for task in group["tasks"]]


def test_the_text_put_together_again_is_what_is_printed(extraction: Extraction, document: Path) -> None:
    plan, printed = extraction.value, bare(document.read_text(encoding="utf-8"))
    notice = plan["notice"]
    parts = [plan["number"], notice["title"], "、".join(plan["addressees"]), "：", notice["text"], notice["signature"]]
    parts += ["2022年5月25日", plan["title"], plan["preamble"]]
    for section in plan["sections"]:
        parts += [section["title"], *(f"{item['title']}。{item['text']}" for item in section["items"])]
    text = bare(*parts)
    rest = printed[len(text) :]
    assert printed.startswith(text)
    assert rest.startswith(
        "附件：2022年嘉定区人力资源和社会保障局政务公开工作要点任务分解表附件" + bare(plan["table_title"])
    )


def test_the_table_put_together_again_is_what_is_printed(extraction: Extraction, document: Path) -> None:
    plan, printed = extraction.value, bare(document.read_text(encoding="utf-8"))
    parts = []
    for group in plan["groups"]:
        for place, task in enumerate(group["tasks"]):
            parts += [str(task["number"]), group["name"] if place == 0 else "", task["text"], task["units"]["printed"]]
            parts.append(task["time"]["printed"] or "")
    assert printed.endswith("时间节点" + bare(*parts))


def test_texts_are_paragraphs_without_the_line_breaks_of_the_page(extraction: Extraction) -> None:
    plan = extraction.value
    items = [item for section in plan["sections"] for item in section["items"]]
    assert [len(section["items"]) for section in plan["sections"]] == [3, 3, 3, 3]
    assert not any(
        "\n" in text for text in (*(item["text"] for item in items), *(task["text"] for task in tasks(plan)))
    )
    assert "text" not in plan["sections"][0]


def test_groups_units_and_times_are_those_of_the_example(extraction: Extraction) -> None:
    plan, expected = extraction.value, json.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert [len(group["tasks"]) for group in plan["groups"]] == [len(group["tasks"]) for group in expected["groups"]]
    for task, other in zip(tasks(plan), tasks(expected), strict=True):
        assert {name: task[name] for name in ("number", "units", "time")} == {
            name: other[name] for name in ("number", "units", "time")
        }
    names = ("year", "number", "date", "addressees", "title", "table_title", "marks")
    assert {name: plan[name] for name in names} == {name: expected[name] for name in names}
    assert plan["organ"]["name"] == expected["organ"]["name"]


def test_the_time_that_task_15_lacks_is_ambiguous_and_told_and_all_else_was_read(extraction: Extraction) -> None:
    place = "/groups/7/tasks/1/time/printed"
    assert extraction.value["marks"] == [{"pointer": place, "mark": "ambiguous"}]
    assert [(note.code, note.pointer) for note in extraction.notes] == [("task-time-merged", place)]
    assert (extraction.completeness, extraction.problems) == ("whole", ())
    assert (extraction.layout, extraction.report) == ("workplan", None)
    assert extraction.plan is not None


def test_every_value_has_the_line_on_which_it_is_printed(extraction: Extraction, document: Path) -> None:
    lines = document.read_text(encoding="utf-8").split("\n")
    places = extraction.evidence
    for g, group in enumerate(extraction.value["groups"]):
        assert lines[(places[f"/groups/{g}/name"].line or 0) - 1].strip() in group["name"]
        for t, task in enumerate(group["tasks"]):
            pointer = f"/groups/{g}/tasks/{t}"
            assert lines[(places[f"{pointer}/number"].line or 0) - 1].strip() == str(task["number"])
            assert task["text"].startswith(lines[(places[f"{pointer}/text"].line or 0) - 1].strip())
            assert f"{pointer}/units/printed" in places
            assert f"{pointer}/time/printed" in places
    assert lines[(places["/date"].line or 0) - 1].strip() == "2022 年 5 月 25 日"
    assert {"/title", "/number", "/preamble", "/table_title", "/notice/text", "/sections/3/items/2/text"} <= set(places)


def test_the_findings_of_a_check_point_into_the_document(document: Path) -> None:
    found = [(finding.code, finding.line) for finding in check(document).findings]
    assert found == [("task-time-merged", 491), ("task-time", 491)]
