"""The work plan on the command line: the commands that take reports take it, too, or say that they do not."""

import json
from pathlib import Path

import pytest

from govreport import messages, resources
from govreport.kinds import WORK_PLAN, schema_file
from govreport.rules.data import load_rules
from tests.plans.samples import EXAMPLE
from tests.reports import EXAMPLES

from .running import govreport, listed

PLAN = WORK_PLAN.layouts[0]
RULES = load_rules(PLAN)


def test_a_plan_is_validated_like_a_report() -> None:
    value = listed(EXAMPLE)
    (entry,) = value["files"]
    assert entry["layout"] == PLAN
    assert [(f["code"], f["pointer"]) for f in entry["findings"]] == [("task-time", "/groups/7/tasks/1/time/printed")]
    assert entry["findings"][0]["place"].startswith("Group of tasks 8 › Task 2")
    assert govreport("validate", EXAMPLE).exit_code == 0
    assert govreport("validate", EXAMPLES / "defects" / "task-numbers.json").exit_code == 1


@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_every_format_tells_of_the_task_and_its_number(form: str) -> None:
    done = govreport("validate", EXAMPLE, "--format", form, "--lang", "zh")
    assert messages.sentence("task-time", {"task": 15}, "zh") in done.stdout


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_a_plan_is_explained_with_its_severity_and_its_place(rule: str) -> None:
    text = govreport("explain", rule).stdout
    assert f"severity: {RULES[rule].severity}\n" in text
    assert RULES[rule].at in text


def test_the_rules_and_the_schema_of_a_plan_are_shown() -> None:
    table = govreport("rules", PLAN).stdout.splitlines()
    assert [line.split()[0] for line in table[1:]] == list(RULES)
    folder = resources.schema_root() / PLAN
    assert govreport("rules", PLAN, "--format", "json").stdout == (folder / "rules.json").read_text(encoding="utf-8")
    assert json.loads(govreport("schema", PLAN).stdout) == resources.read(schema_file(PLAN))


@pytest.mark.parametrize("command", [["convert", "--to", "2021"], ["table"]], ids=lambda c: str(c[0]))
def test_what_is_for_reports_refuses_a_plan_and_writes_nothing(command: list[str], tmp_path: Path) -> None:
    done = govreport(*command, EXAMPLE, "-o", tmp_path / "out.json")
    assert done.exit_code == 1
    assert "unknown-layout" in done.stderr
    if command[0] == "convert":
        assert list(tmp_path.iterdir()) == []


def test_a_plan_is_rendered_and_read_back(tmp_path: Path) -> None:
    page, again = tmp_path / "plan.html", tmp_path / "plan.json"
    assert govreport("render", EXAMPLE, "-o", page).exit_code == 0
    # The time of task 15 is not printed but marked, so that it is not read but marked again.
    assert govreport("extract", page, "-o", again).exit_code == 1
    wanted, read = (json.loads(path.read_bytes()) for path in (EXAMPLE, again))
    assert read["groups"] == wanted["groups"]
    assert [(m["pointer"], m["mark"]) for m in read["marks"]] == [(m["pointer"], m["mark"]) for m in wanted["marks"]]


@pytest.mark.parametrize(
    "wrong", [["--format", "docx"], ["--format", "xlsx", "--formulas"]], ids=["format", "formulas"]
)
def test_what_a_plan_is_not_printed_with_is_wrong_usage(wrong: list[str], tmp_path: Path) -> None:
    done = govreport("render", EXAMPLE, *wrong, "-o", tmp_path / "plan")
    assert done.exit_code == 2
    assert "work plan" in done.stderr
    assert list(tmp_path.iterdir()) == []
