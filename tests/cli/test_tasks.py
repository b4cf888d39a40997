"""`govreport tasks`: the list for a person, its JSON, and what it says of documents that it cannot use."""

import json
from pathlib import Path

import attrs
import pytest
from jsonschema import Draft202012Validator

from govreport import dump, load, render, resources
from govreport.cli.display import width
from govreport.cli.mentioning import lines
from govreport.mentions.comparing import hold_against
from govreport.mentions.records import write_mentions
from govreport.model.layout_2021 import Report2021
from govreport.model.workplan import WorkPlan
from tests.reports import EXAMPLES

from .running import codes, govreport

PLAN = EXAMPLES / "plans" / "jiading-hr-2022.json"
REPORT = EXAMPLES / "plans" / "jiading-hr-2022-report.json"


def tasks_of(text: str) -> list[int]:
    """Return the numbers of the tasks that a list in words tells of, in its order."""
    return [int(line[:4]) for line in text.splitlines() if line[:4].strip().isdigit() and line[4:6] == "  "]


def test_tasks_that_are_not_mentioned_come_first_and_every_task_is_listed_once() -> None:
    done = govreport("tasks", PLAN, REPORT)
    assert (done.exit_code, done.stderr) == (0, "")
    found = hold_against(load(PLAN, WorkPlan), load(REPORT))
    assert tasks_of(done.stdout) == [task.number for task in (*found.unmentioned, *found.mentioned)]


def test_each_mention_is_told_with_the_sentence_and_the_shared_words() -> None:
    text = "".join(line.strip() for line in govreport("tasks", PLAN, REPORT, "--lang", "zh").stdout.splitlines())
    found = hold_against(load(PLAN, WorkPlan), load(REPORT))
    for task in found.tasks:
        for passage in (*task.passages, *filter(None, [task.closest])):
            assert "".join(passage.text.split()) in "".join(text.split())
            assert "、".join(passage.phrases) in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_fits_into_eighty_columns(language: str) -> None:
    printed = govreport("tasks", PLAN, REPORT, "--lang", language).stdout.splitlines()
    assert max(map(width, printed)) in range(70, 81)


def test_a_task_of_which_nothing_is_printed_is_listed_all_the_same() -> None:
    plan = load(PLAN, WorkPlan)
    blank = attrs.evolve(plan.groups[0].tasks[0], number=None, text=None)
    plan = attrs.evolve(plan, groups=(attrs.evolve(plan.groups[0], name=None, tasks=(blank,)),))
    listed = list(lines(hold_against(plan, load(REPORT)), "2021", "zh"))
    assert listed[-2:] == ["      （没有任务名称）", "      没有写"]


def test_lines_of_a_cell_of_the_plan_are_joined() -> None:
    plan = load(PLAN, WorkPlan)
    task = attrs.evolve(plan.groups[0].tasks[0], text="把公文报\n市平台备案。")
    plan = attrs.evolve(plan, groups=(attrs.evolve(plan.groups[0], tasks=(task,)),))
    listed = list(lines(hold_against(plan, load(REPORT)), "2021", "zh"))
    assert "      把公文报市平台备案。" in listed


def test_nothing_that_steers_a_terminal_is_printed() -> None:
    report = load(REPORT)
    assert isinstance(report, Report2021)
    report = attrs.evolve(report, overview="免申即享\x1b[31m\u202e的补贴。")
    listed = "\n".join(lines(hold_against(load(PLAN, WorkPlan), report), "2021", "zh"))
    assert "免申即享\\x1b[31m\\u202e的补贴" in listed
    assert "\x1b" not in listed


def test_the_json_is_that_of_the_library(tmp_path: Path) -> None:
    done = govreport("tasks", PLAN, REPORT, "--format", "json", "-o", tmp_path / "out.json")
    assert (done.exit_code, done.stdout) == (0, "")
    written = (tmp_path / "out.json").read_bytes()
    assert written == write_mentions(hold_against(load(PLAN, WorkPlan), load(REPORT)))
    Draft202012Validator(resources.read("meta/mentions.schema.json")).validate(json.loads(written))


def test_a_file_is_only_replaced_if_asked(tmp_path: Path) -> None:
    output = tmp_path / "out.txt"
    output.write_text("mine")
    assert govreport("tasks", PLAN, REPORT, "-o", output).exit_code == 2
    assert output.read_text() == "mine"
    assert govreport("tasks", PLAN, REPORT, "-o", output, "--force").exit_code == 0
    assert output.read_text() != "mine"


@pytest.mark.parametrize("form", ["html", "docx", "xlsx", "md"])
def test_a_published_report_is_read_first(form: str, tmp_path: Path) -> None:
    report = tmp_path / f"report.{form}"
    report.write_bytes(render(load(REPORT), form))
    done = govreport("tasks", PLAN, report, "--format", "json")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == govreport("tasks", PLAN, REPORT, "--format", "json").stdout


def test_another_organ_or_year_is_wrong_usage(tmp_path: Path) -> None:
    done = govreport("tasks", PLAN, EXAMPLES / "reports" / "jingan-2023.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "上海市静安区人力资源和社会保障局" in done.stderr
    dump(attrs.evolve(load(REPORT), year=2021), tmp_path / "report.json")
    done = govreport("tasks", PLAN, tmp_path / "report.json", "-o", tmp_path / "out.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "2021" in done.stderr
    assert not (tmp_path / "out.txt").exists()


def test_a_document_of_the_other_kind_is_refused_and_both_are_told_of() -> None:
    done = govreport("tasks", REPORT, PLAN)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.count("[unknown-layout]") == 2


@pytest.mark.parametrize(("plan", "report"), [("nowhere.json", REPORT), (PLAN, "nowhere.html"), (PLAN, PLAN.parent)])
def test_a_file_that_cannot_be_read_is_refused(plan: str | Path, report: str | Path, tmp_path: Path) -> None:
    done = govreport("tasks", plan, report, "-o", tmp_path / "out.txt")
    assert (done.exit_code, done.stdout) == (3, "")
    assert list(tmp_path.iterdir()) == []


def test_a_limit_that_is_passed_names_the_option_that_raises_it(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_bytes(render(load(REPORT), "html"))
    done = govreport("tasks", PLAN, page, "--max-file-size", "1KiB")
    assert (done.exit_code, done.stdout) == (3, "")
    # Of both, the plan in JSON and the page.
    assert (done.stderr.count("[limit-exceeded]"), done.stderr.count("--max-file-size")) == (2, 2)
    assert govreport("tasks", PLAN, page, "--max-file-size", "1MiB").exit_code == 0


def test_figures_that_cannot_be_read_are_of_no_concern(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    printed = render(load(REPORT), "html")
    page.write_bytes(printed.replace(b">12</td>", ">一二？</td>".encode()))
    assert codes(page) != []
    done = govreport("tasks", PLAN, page)
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_limit_of_reading_is_kept(tmp_path: Path) -> None:
    document = tmp_path / "report.docx"
    document.write_bytes(render(load(REPORT), "docx"))
    done = govreport("tasks", PLAN, document, "--max-unpacked-size", "1KiB")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "--max-unpacked-size" in done.stderr


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_published_plan_is_read_first_and_what_is_doubtful_in_it_is_told(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"plan.{form}"
    path.write_bytes(render(load(PLAN, WorkPlan), form))
    done = govreport("tasks", path, REPORT, "--format", "json")
    assert done.exit_code == 0
    assert done.stdout == govreport("tasks", PLAN, REPORT, "--format", "json").stdout
    # The time of task 15, of which nobody knows whether it shares that of task 14.
    assert "[task-part-unread]" in done.stderr


@pytest.mark.parametrize("page", [b"<html><body><p>no report</p></body></html>", render(load(REPORT), "html")])
def test_a_page_that_holds_something_else_is_refused(page: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(page)
    done = govreport("tasks", path, REPORT)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.endswith("page.html: no work plan was read from it\n")
