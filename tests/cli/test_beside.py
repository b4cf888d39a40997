"""`validate --previous` and `--bodies`, `diff` and `sum`: reports that are held together on the command line."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govreport import loads, render, resources
from govreport.messages import phrase
from govreport.repairs.costs import load_costs
from tests.reports import changed, clean, document

from .running import codes, govreport, listed

YEAR = clean()["year"]
FORWARD, OVER = "/requests/total/carried_forward", "/requests/total/carried_over"
# It speaks of all that the form asks for.
OVERVIEW = "本年度主动公开、依申请公开、政府信息管理、平台建设、监督保障的情况。"
BEFORE: dict[str, Any] = {"/year": YEAR - 1, "/overview": "另一年的情况。", FORWARD: 7}


def kept(folder: Path, name: str, members: dict[str, Any]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(document(members))
    return folder / name


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return kept(tmp_path, "report.json", changed({"/overview": OVERVIEW}))


def test_last_years_report_is_found_in_a_folder_whatever_its_format(report: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    kept(old, "other.json", changed({**BEFORE, "/organ/name": "某县财政局"}))
    (old / "last.html").write_bytes(render(loads(document(changed(BEFORE))), "html"))
    found = [f for file in listed(report, "--previous", old)["files"] for f in file["findings"]]
    assert [f["pointer"] for f in found if f["code"] == "years-carried-over"] == [OVER]
    Draft202012Validator(resources.read("meta/output.schema.json")).validate(listed(report, "--previous", old))


def test_documents_read_in_processes_are_held_against_last_year_too(report: Path, tmp_path: Path) -> None:
    page = tmp_path / "now.html"
    page.write_bytes(render(loads(report.read_bytes()), "html"))
    old = kept(tmp_path / "old", "last.json", changed(BEFORE))
    assert codes(page, "--previous", old).count("years-carried-over") == 1
    assert codes(report, page, report, "--previous", old, "--jobs", "2").count("years-carried-over") == 3


def test_a_report_without_one_of_the_year_before_is_told_of(report: Path, tmp_path: Path) -> None:
    assert codes(report, "--previous", report) == ["previous-not-found"]
    result = govreport("validate", report, "--previous", tmp_path / "nowhere.json")
    assert result.exit_code == 3
    assert "file-missing" in result.stderr


def test_what_is_no_report_among_them_is_told_of_and_fails(report: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    kept(old, "last.json", changed(BEFORE))
    (old / "broken.json").write_text("{")
    result = govreport("validate", report, "--previous", old)
    assert result.exit_code == 1
    assert "broken.json" in result.stderr
    assert "years-carried-over" in result.stdout


def test_codes_of_the_years_can_be_selected_and_ignored(report: Path, tmp_path: Path) -> None:
    old = kept(tmp_path / "old", "last.json", changed(BEFORE))
    assert codes(report, "--previous", old, "--select", "years-carried-over") == ["years-carried-over"]
    assert "years-carried-over" not in codes(report, "--previous", old, "--ignore", "years-carried-over")


def test_no_repair_is_sought_for_what_last_year_says(report: Path, tmp_path: Path) -> None:
    old = kept(tmp_path / "old", "last.json", changed(BEFORE))
    text = govreport("validate", report, "--previous", old).stdout
    assert "years-carried-over" in text
    assert phrase("repairs-none", "en", n=load_costs().cells) not in text


def body(folder: Path, name: str, **changes: Any) -> Path:
    return kept(folder, f"{name}.json", changed({"/organ": {"name": name}, **changes}))


def test_a_draft_of_a_sum_agrees_with_its_bodies(tmp_path: Path) -> None:
    for name in ("某市司法局", "某市财政局"):
        body(tmp_path / "in", name)
    output = tmp_path / "sum.json"
    result = govreport("sum", tmp_path / "in", "--organ", "某市人民政府", "-o", output)
    assert (result.exit_code, result.stdout) == (0, "")
    draft = loads(output.read_bytes())
    assert draft.scope is not None
    assert [b.name for b in draft.scope.bodies or ()] == ["某市司法局", "某市财政局"]
    assert draft.requests.total.received == 2 * clean()["requests"]["total"]["received"]
    assert "government rules" in result.stderr.lower()
    told = codes(output, "--bodies", tmp_path / "in")
    assert [code for code in told if code.startswith("levels")] == []
    wrong = json.loads(output.read_bytes())
    wrong["requests"]["total"]["received"] += 1
    output.write_bytes(document(wrong))
    assert codes(output, "--bodies", tmp_path / "in").count("levels-sum") == 1


def test_nothing_counts_twice_in_a_sum(tmp_path: Path) -> None:
    folder, once = tmp_path / "in", "某市司法局"
    first = body(folder, once)
    (folder / "copy.json").write_bytes(first.read_bytes() + b"\n")
    kept(folder, "sum.json", {**clean(), "organ": {"name": "某市"}, "scope": {"kind": "consolidated"}})
    kept(folder, "own.json", {**clean(), "organ": {"name": "某市人民政府"}})
    kept(folder, "old.json", {**clean(), "organ": {"name": "某市教育局"}, "year": YEAR - 1})
    kept(folder, "a.json", {**clean(), "organ": {"name": "某市财政局"}})
    replaced = hashlib.sha256((folder / "a.json").read_bytes()).hexdigest()
    correction = {**clean(), "organ": {"name": "某市财政局"}, "overview": "更正。", "supersedes": {"sha256": replaced}}
    kept(folder, "b.json", correction)
    output = tmp_path / "sum.json"
    arguments = ("sum", folder, "--organ", "某市人民政府", "-o", output, "--year", str(YEAR))
    result = govreport(*arguments, "--lang", "zh")
    assert result.exit_code == 0
    assert loads(output.read_bytes()).requests.total.received == 2 * clean()["requests"]["total"]["received"]
    told = {line.partition("：")[2].rpartition("/")[2].partition("（")[0]: line for line in result.stderr.splitlines()}
    # Files are read in the order of their names: the copy came first.
    assert {"某市司法局.json", "sum.json", "own.json", "old.json", "a.json"} <= set(told)
    kept(folder, "c.json", changed({"/organ": {"name": once}, "/overview": "另一份。"}))
    assert govreport(*arguments, "--force").exit_code == 1


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("--year", str(YEAR)), 0), (("--organ", ""), 2)])
def test_a_sum_needs_a_year_and_a_name(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    body(tmp_path / "in", "甲局")
    body(tmp_path / "in", "乙局", **{"/year": YEAR - 1})
    result = govreport("sum", tmp_path / "in", "--organ", "某市人民政府", "-o", tmp_path / "sum.json", *arguments)
    assert result.exit_code == code
    assert (tmp_path / "sum.json").exists() == (code == 0)


def test_a_sum_of_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = govreport("sum", tmp_path / "in", "--organ", "某市人民政府")
    assert (result.exit_code, result.stdout) == (3, "")


def test_two_reports_that_say_the_same_do_not_differ(report: Path) -> None:
    result = govreport("diff", report, report)
    assert result.exit_code == 0
    assert result.stdout.startswith("The reports do not differ\n")


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_difference_is_told_in_words_of_the_print(report: Path, tmp_path: Path, form: str) -> None:
    other = kept(tmp_path, "other.json", changed({"/overview": f"{OVERVIEW}另有一句。", OVER: 3}))
    result = govreport("diff", report, other, "--format", form, "--lang", "zh")
    assert result.exit_code == 1
    assert "二、上年结转政府信息公开申请数量 · 总计" in result.stdout
    assert "另有一句。" in result.stdout
    if form == "json":
        value = json.loads(result.stdout)
        Draft202012Validator(resources.read("meta/differences.schema.json")).validate(value)
        assert [d["kind"] for d in value["differences"]] == ["text", "cell"]
        assert value["differences"][0]["edits"] == [{"before": [], "after": ["另有一句。"]}]
    if form == "text":
        assert f"- {OVERVIEW}" not in result.stdout


def test_a_correction_is_proven_by_the_hash_of_the_file_that_it_replaces(report: Path, tmp_path: Path) -> None:
    digest = hashlib.sha256(report.read_bytes()).hexdigest()
    correction = {**json.loads(report.read_bytes()), "supersedes": {"sha256": digest}}
    new = kept(tmp_path, "new.json", correction)
    assert "the hash proves it" in govreport("diff", report, new).stdout
    report.write_bytes(report.read_bytes() + b" ")
    assert "replaces another one" in govreport("diff", report, new).stdout


def test_what_a_difference_shows_is_escaped(report: Path, tmp_path: Path) -> None:
    other = kept(tmp_path, "other.json", changed({"/overview": "<script>alert(1)</script>\u202e。"}))
    page = govreport("diff", report, other, "--format", "html").stdout
    assert "<script>" not in page
    assert "\u202e" not in page


def test_a_file_that_is_no_report_is_refused(report: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{}")
    result = govreport("diff", report, tmp_path / "broken.json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert govreport("diff", report, tmp_path).exit_code in (2, 3)
