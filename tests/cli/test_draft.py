"""`validate --draft`: what is not filled in yet is progress, told in one line; what is wrong is still found."""

import json
from pathlib import Path

import pytest

from tests.reports import EXAMPLES

from .running import NONE, govreport, validate


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    path = tmp_path / "draft.json"
    done = govreport("new", "--layout", "2021", "--year", "2025", "--organ", "某县财政局", "-o", path)
    assert done.exit_code == 0
    return path


def test_a_blank_form_is_a_beginning(blank: Path) -> None:
    done = validate(blank, "--draft")
    assert done.exit_code == 0
    assert done.stderr == f"{blank}: 0 of 200 cells filled in, 3 sections not written\n"
    assert "nothing found" in done.stdout
    assert validate(blank).exit_code == 1


def test_what_is_filled_in_is_counted_and_what_is_wrong_is_found(blank: Path) -> None:
    value = json.loads(blank.read_bytes())
    report = json.loads((EXAMPLES / "defects" / "disputes-totals.json").read_bytes())
    value["disputes"], value["overview"] = report["disputes"], "已写。"
    blank.write_text(json.dumps(value), encoding="utf-8")
    done = validate(blank, "--draft")
    assert done.exit_code == 1
    assert done.stderr == f"{blank}: 15 of 200 cells filled in, 2 sections not written\n"
    assert "disputes-totals" in done.stdout
    assert "table-empty" not in done.stdout
    assert (
        govreport("validate", blank, "--draft", LC_ALL="zh_CN.UTF-8").stderr == f"{blank}：已填 15/200 格，2 部分未写\n"
    )


def test_a_whole_report_is_filled_in() -> None:
    assert validate(NONE, "--draft").stderr == f"{NONE}: 200 of 200 cells filled in\n"


def test_what_is_no_report_has_no_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{", encoding="utf-8")
    done = validate(path, "--draft")
    assert (done.exit_code, done.stderr) == (1, "")
