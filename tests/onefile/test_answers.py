"""What the page is told of a document: the findings of the library, in words, and what it can show and save."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

import govreport
from govreport.cli.comments import comments
from govreport.documents.marking.mark import mark
from govreport.given import KINDS, LEVELS
from govreport.kinds import WORK_PLAN
from govreport.mentions import mentions
from govreport.messages import advice
from govreport.model.codec import loads_of
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
    assert (len(answer["repairs"]["each"]) > 1, answer["repairs"]["changes"]) == (True, [])
    assert answer["counts"]["error"] == len(expected)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_one_repair_that_is_left_names_its_figures_and_how_many_sums_it_mends(language: str) -> None:
    found = json.loads(answers.answer("a.json", _slipped(), language))["repairs"]
    (change,) = found["changes"]
    assert (change["pointer"], str(change["after"])) == (SLIP, "237")
    assert change["text"] in found["head"]
    assert (found["each"], len(found["mends"])) == ([], 2)
    told_of = json.loads(answers.answer("a.json", _slipped(), language))["findings"]
    assert {tuple(mend) for mend in found["mends"]} <= {(f["code"], f["pointer"]) for f in told_of}


SLIP = "/requests/natural_person/outcomes/granted"


def _slipped() -> bytes:
    """Return a report in which one figure is written wrong, so that two sums fail that it is part of."""
    report = json.loads((EXAMPLES / "reports" / "shanghai-2021.json").read_bytes())
    report["requests"]["natural_person"]["outcomes"]["granted"] = 273
    return json.dumps(report).encode()


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


def test_of_a_figure_that_agrees_only_the_cells_that_it_agrees_with_are_told() -> None:
    report = json.loads((EXAMPLES / "reports" / "shanghai-2021.json").read_bytes())
    received = report["requests"]["total"]["received"]
    report["requests"]["total"]["carried_over"] = 7
    report["overview"] = f"全年收到政府信息公开申请{received}件。"
    data = json.dumps(report).encode()
    (told_of,) = [s for s in json.loads(answers.answer("a.json", data, "zh"))["statements"] if s["figure"] == "451件"]
    (read,) = [s for s in govreport.read_statements(govreport.loads(data)) if s.figure == "451件"]
    assert (told_of["verdict"], len(told_of["readings"]), len(read.weighed)) == ("agrees", 1, 2)


def test_a_contradiction_is_told_with_its_words_and_what_to_do() -> None:
    report = json.loads((EXAMPLES / "reports" / "shanghai-2021.json").read_bytes())
    report["overview"] = "全年新收政府信息公开申请1件。"
    found = json.loads(answers.answer("a.json", json.dumps(report).encode(), "zh"))
    (finding,) = [f for f in found["findings"] if f["code"] == "text-received"]
    assert finding["words"] == "全年新收政府信息公开申请1件"
    assert finding["advice"] == advice("text-received")


def test_last_years_report_is_held_against_this_one() -> None:
    last = json.loads(LAST.read_bytes())
    last["requests"]["natural_person"]["carried_forward"] += 1
    found = told(THIS, "{}", LAST.name, json.dumps(last).encode())
    assert "years-carried-over" in [f["code"] for f in found["findings"]]
    assert found["last"] == {"organ": last["organ"]["name"], "year": 2024}
    # What is printed, on the page or to be saved, has all that is told.
    assert "years-carried-over" in found["form"]
    saved = answers.printed(found["json"], "xlsx", "zh", LAST.name, json.dumps(last).encode())
    assert "上年结转" in "".join(_texts(saved, "2024 年报告"))
    assert not [*_texts(answers.printed(found["json"], "xlsx", "zh"), "2024 年报告")]
    assert told(THIS, "{}", LAST.name, LAST.read_bytes())["findings"] == told(THIS)["findings"]


def test_a_file_that_is_no_report_of_last_year_is_told_and_the_rest_checked() -> None:
    found = told(WRONG, "{}", "last.txt", b"nothing")
    assert found["findings"][0]["code"] == "layout-not-found"
    assert len(found["findings"]) > 1


def test_of_last_years_report_one_reading_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    from govreport import checking

    read: list[Any] = []
    once = checking.read_earlier

    def counted(*given: Any) -> Any:
        read.append(given)
        return once(*given)

    monkeypatch.setattr(checking, "read_earlier", counted)
    told(THIS, "{}", LAST.name, LAST.read_bytes())
    assert len(read) == 1


def _texts(workbook: bytes, words: str) -> Iterator[str]:
    """Yield the texts of a workbook's cells that have some words."""
    for sheet in openpyxl.load_workbook(io.BytesIO(workbook)):
        for row in sheet.iter_rows(values_only=True):
            yield from (value for value in row if isinstance(value, str) and words in value)


PLAN, REPORT_OF_PLAN = EXAMPLES / "plans" / "jiading-hr-2022.json", EXAMPLES / "plans" / "jiading-hr-2022-report.json"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tasks_of_a_work_plan_are_told_with_where_the_report_mentions_them(language: str) -> None:
    plan = PLAN.name, PLAN.read_bytes()
    tasks = told(REPORT_OF_PLAN, "{}", "", None, *plan, language=language)["tasks"]
    expected = mentions(loads_of(PLAN.read_bytes(), WORK_PLAN), govreport.load(REPORT_OF_PLAN))
    assert [task["text"] for task in tasks["unmentioned"]] == [task.text for task in expected.unmentioned]
    assert [len(task["passages"]) for task in tasks["mentioned"]] == [len(task.passages) for task in expected.mentioned]
    assert str(len(expected.tasks)) in tasks["head"]


def test_a_plan_of_another_organ_and_what_is_no_plan_are_told() -> None:
    assert "嘉定区" in told(THIS, "{}", "", None, PLAN.name, PLAN.read_bytes())["tasks"]["refused"]
    assert "b.txt" in told(THIS, "{}", "", None, "b.txt", "没有任务。".encode())["tasks"]["refused"]
    assert told(THIS, "{}", "", None, "b.json", b"{")["tasks"]["refused"]
    assert told(THIS)["tasks"] is None


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_the_users_own_file_is_saved_with_the_findings_as_comments(format: str, tmp_path: Path) -> None:
    path = tmp_path / f"draft.{format}"
    path.write_bytes(govreport.render(govreport.loads(_slipped()), format))
    answer = told(path)
    assert answer["marked"]["format"] == format
    copy = answers.marked(path.read_bytes(), json.dumps(answer["marked"]["comments"]))
    result, read = govreport.check(path), govreport.extract(path)
    said = list(comments(result.findings, answer["layout"], "zh", result.repairs, read.evidence))
    assert copy == mark(path.read_bytes(), said)
    # The figure that is wrong has a comment, too, though only sums over it fail.
    (change,) = result.repairs[0].changes
    assert change.pointer == SLIP
    assert SLIP not in {finding.pointer for finding in result.findings}
    assert said[0].place == read.evidence[change.pointer]


def test_what_is_no_office_file_has_no_marked_copy(tmp_path: Path) -> None:
    assert told(WRONG)["marked"] is None
    path = tmp_path / "page.html"
    path.write_bytes(govreport.render(govreport.load(WRONG), "html"))
    assert told(path)["marked"] is None


def test_a_list_is_written_for_word() -> None:
    data = answers.listed("清单", json.dumps([["heading", "甲"], ["text", "乙 <丙>"], ["note", "丁"]]))
    document = docx.Document(io.BytesIO(data))
    assert [(p.style.name, p.text) for p in document.paragraphs if p.style is not None] == [
        ("Title", "清单"),
        ("Heading 1", "甲"),
        ("Normal", "乙 <丙>"),
        ("Form Note", "丁"),
    ]


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


def test_explanations_beside_a_document_count_and_a_damaged_file_is_told() -> None:
    report = govreport.render(govreport.load(EXAMPLES / "contradictions" / "disputes-2023.json"), "docx")
    total = "/disputes/reconsideration/total"
    entries = [{"rule": "disputes-totals", "pointer": total, "text": "以登记为准。"}]
    beside = json.dumps({"version": 1, "explanations": entries}).encode()

    def answered(data: bytes) -> Any:
        return json.loads(answers.answer("a.docx", report, "zh", "{}", "", None, "", None, "a.govreport.json", data))

    assert [f["explained"] for f in answered(beside)["findings"] if f["pointer"] == total] == ["以登记为准。"]
    assert "以登记为准。" in answered(beside)["json"]
    (first, *_) = answered(b"{")["findings"]
    assert first["code"] == "sidecar-damaged"
    assert first["sentence"].startswith("a.govreport.json")
