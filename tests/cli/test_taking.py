"""`extract` over a folder in which some reports are in JSON already: taken over, and every file told of."""

import json
import shutil
from pathlib import Path

import pytest

from govreport import dumps, load
from tests.reports import EXAMPLES

from .running import NONE, govreport


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a page, reports in JSON and NDJSON, and whatever is none; make its parent the current one."""
    (tmp_path / "in" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert govreport("render", NONE, "-o", "in/page.html").exit_code == 0
    shutil.copy(NONE, "in/below/one.JSON")
    lines = [json.dumps(json.loads(Path(NONE).read_bytes()) | {"year": year}) for year in (2022, 2023)]
    (tmp_path / "in" / "two.ndjson").write_text("\n\n".join(lines))
    (tmp_path / "in" / "package.json").write_text('{"name": "x"}')
    (tmp_path / "in" / "seal.jpg").touch()
    return tmp_path


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_told_of_and_json_is_taken_over(folder: Path) -> None:
    result = govreport("extract", "in", "-o", "out")
    assert result.exit_code == 0
    for name in ("page.html", "below/one.JSON", "two.ndjson", "package.json"):
        assert sum(f"in/{name}: " in line for line in result.stderr.splitlines()) == 1, name
    assert ".jpg" in result.stderr
    assert written(folder / "out") == {"page.json", "below/one.json", "two.ndjson"}
    assert (folder / "out" / "below" / "one.json").read_bytes() == dumps(load(NONE))
    lines = (folder / "out" / "two.ndjson").read_text("utf-8").splitlines()
    assert [json.loads(line)["year"] for line in lines] == [2022, 2023]
    assert govreport("validate", "out", "--ignore", "layout-year").exit_code == 0


def test_a_second_run_takes_nothing_twice_and_none_of_its_own_output(folder: Path) -> None:
    assert govreport("extract", "in", "-o", "in/out").exit_code == 0
    before = {name: (folder / "in" / name).stat().st_mtime_ns for name in written(folder / "in")}
    result = govreport("extract", "in", "-o", "in/out")
    assert result.exit_code == 0
    assert {name: (folder / "in" / name).stat().st_mtime_ns for name in written(folder / "in")} == before


def test_of_a_file_with_lines_those_that_are_reports_are_taken_and_the_others_told(folder: Path) -> None:
    with open("in/two.ndjson", "a") as file:
        file.write('\n{"layout": "2021"}\n{"a": 1}\n')
    for _ in range(2):  # and so says a run that finds it done
        assert govreport("extract", "in/two.ndjson", "in/package.json", "-o", "out").exit_code == 1
    assert len((folder / "out" / "two.ndjson").read_bytes().splitlines()) == 2
    told = govreport("extract", "in", "-o", "again").stderr
    assert "line 4: " in told
    assert "line 5: " in told
    assert "line 1: " not in told


@pytest.mark.parametrize(("text", "code"), [("", 3), ("{", 3), ('{"layout": "2021"}', 3), ('{"a": 1}', 0)])
def test_lines_without_any_report_leave_no_file(folder: Path, text: str, code: int) -> None:
    (folder / "in" / "two.ndjson").write_text(text)
    assert govreport("extract", "in", "-o", "out").exit_code == code
    assert "two.ndjson" not in written(folder / "out")


def test_a_file_with_lines_goes_to_the_screen_line_by_line(folder: Path) -> None:
    lines = govreport("extract", "in/two.ndjson").stdout.splitlines()
    assert [json.loads(line)["year"] for line in lines] == [2022, 2023]


def test_what_is_given_counts_for_reports_in_json_as_well(folder: Path) -> None:
    given = ("--kind", "other", "--level", "city", "--published", "2024-01-02")
    assert govreport("extract", "in", "-o", "out", *given).exit_code == 0
    for name in written(folder / "out"):
        for line in (folder / "out" / name).read_bytes().splitlines() if name.endswith("ndjson") else (None,):
            value = json.loads(line or (folder / "out" / name).read_bytes())
            assert (value["organ"]["kind"], value["organ"]["level"], value["published"]) == ("other", "city", given[-1])


def test_a_configuration_counts_for_reports_in_json_as_well(folder: Path) -> None:
    name = json.loads(Path(NONE).read_bytes())["organ"]["name"]
    (folder / "govreport.toml").write_text(f'[organs."{name}"]\nkind = "other"', "utf-8")
    assert govreport("extract", "in", "-o", "out").exit_code == 0
    assert json.loads((folder / "out" / "below" / "one.json").read_bytes())["organ"]["kind"] == "other"


def test_a_work_plan_is_taken_over_as_it_is(folder: Path) -> None:
    plan = EXAMPLES / "plans" / "jiading-hr-2022.json"
    assert govreport("extract", plan, "-o", "plan.json", "--kind", "other").exit_code == 0
    assert json.loads((folder / "plan.json").read_bytes()) == json.loads(plan.read_bytes())


def test_what_is_given_may_be_wrong_for_a_report(folder: Path) -> None:
    # Layout and year belong together by a rule, not by the structure: it is taken over, and validated later.
    assert govreport("extract", NONE, "-o", "a.json", "--year", "2050").exit_code == 0
    assert json.loads((folder / "a.json").read_bytes())["year"] == 2050
