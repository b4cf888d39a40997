"""--compare: which findings are new since an earlier run, which are gone, and which nobody looked for."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govreport import resources
from tests.reports import EXAMPLES

from .running import validate

TITLE, PERIOD, SUMS, NONE = "title-year.json", "period-end.json", "disputes-totals.json", "none.json"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of reports, with the output of a first run beside it, and make it the current one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "reports").mkdir()
    for name in (TITLE, PERIOD, SUMS, NONE):
        shutil.copy(EXAMPLES / "defects" / name, tmp_path / "reports" / name)
    monkeypatch.chdir(tmp_path)
    run("reports", "-o", "old.json")
    return tmp_path


def run(*arguments: str | Path) -> Any:
    result = validate(*arguments, "--format", "json")
    if "-o" in arguments:
        return None
    output = json.loads(result.stdout)
    Draft202012Validator(resources.read("meta/output.schema.json")).validate(output)
    return output


def compared(*arguments: str | Path, old: str = "old.json") -> tuple[dict[str, list[str]], dict[str, list[str]], Any]:
    """Return what is new or updated in each file, with its state, what is gone from it, and the counts."""
    output = run(*arguments, "--compare", old)
    states = {
        Path(d["path"]).name: [f"{f['state']} {f['code']}" for f in d["findings"] if f["state"] != "unchanged"]
        for d in output["files"]
    }
    gone = {Path(d["path"]).name: [f["code"] for f in d["gone"]] for d in output["files"]}
    counts = output["summary"]["compared"]
    return {k: v for k, v in states.items() if v}, {k: v for k, v in gone.items() if v}, counts


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, "utf-8")


def tally(**counts: int) -> dict[str, Any]:
    names = ("new", "updated", "gone", "unchanged", "not_compared", "unseen")
    return {"path": "old.json", **dict.fromkeys(names, 0), **counts}


def test_nothing_is_new_or_gone_where_nothing_changed(folder: Path) -> None:
    assert compared("reports") == ({}, {}, tally(unchanged=3))
    assert compared("./reports/../reports") == ({}, {}, tally(unchanged=3))
    assert compared(folder / "reports") == ({}, {}, tally(unchanged=3))


def test_a_line_that_moves_and_another_language_make_nothing_new(folder: Path) -> None:
    for name in (TITLE, PERIOD, SUMS):
        edit(folder / "reports" / name, ("{", "{\n\n\n"))
    assert compared("reports", "--lang", "zh") == ({}, {}, tally(unchanged=3))


def test_what_is_mended_is_gone_and_what_is_broken_is_new(folder: Path) -> None:
    edit(folder / "reports" / PERIOD, ("2023-11-30", "2023-12-31"))
    edit(folder / "reports" / NONE, ("2023-12-31", "2023-11-30"))
    states, gone, counts = compared("reports")
    assert (states, gone) == ({NONE: ["new period-end"]}, {PERIOD: ["period-end"]})
    assert counts == tally(new=1, gone=1, unchanged=2)
    text = validate("reports", "--compare", "old.json").stdout
    assert [code for code in ("title-year", "disputes-totals") if f"[{code}]" in text] == []
    assert text.count("[period-end]") == 2
    assert validate("reports", "--compare", "old.json", "-v").stdout.count("[title-year]") == 1


def test_the_exit_code_is_that_of_the_whole_run(folder: Path) -> None:
    assert validate("reports", "--compare", "old.json").exit_code == validate("reports").exit_code == 1
    edit(folder / "reports" / SUMS, ('"total": 2', '"total": 1'))
    assert validate("reports", "--compare", "old.json").exit_code == 0


def test_another_severity_and_an_explanation_are_told_as_changes(folder: Path) -> None:
    (folder / "govreport.toml").write_text('[severity]\ntitle-year = "error"')
    states, gone, counts = compared("reports")
    assert (states, gone, counts) == ({TITLE: ["updated title-year"]}, {}, tally(updated=1, unchanged=2))
    (folder / "govreport.toml").unlink()
    value = json.loads((folder / "reports" / TITLE).read_bytes())
    value["explanations"] = [{"rule": "title-year", "pointer": "/title", "text": "印刷如此"}]
    (folder / "reports" / TITLE).write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    assert compared("reports")[0] == {TITLE: ["updated title-year"]}


def test_what_is_hidden_now_is_neither_new_nor_gone(folder: Path) -> None:
    (folder / "govreport.toml").write_text('ignore = ["title-year"]')
    assert compared("reports") == ({}, {}, tally(unchanged=3))
    run("reports", "-o", "hidden.json")
    (folder / "govreport.toml").unlink()
    states, gone, counts = compared("reports", old="hidden.json")
    assert (states, gone) == ({}, {})
    assert counts["unchanged"] == 3


def test_what_is_not_selected_now_was_not_selected_then(folder: Path) -> None:
    assert compared("reports", "--select", "title-year") == ({}, {}, tally(unchanged=1))
    assert compared("reports", "--ignore", "title-year") == ({}, {}, tally(unchanged=2))


def test_files_that_are_new_and_files_that_are_not_given(folder: Path) -> None:
    shutil.copy(folder / "reports" / TITLE, folder / "reports" / "more.json")
    (folder / "reports" / PERIOD).unlink()
    states, gone, counts = compared("reports")
    assert (states, gone) == ({"more.json": ["new title-year"]}, {})
    assert counts == tally(new=1, unchanged=2, not_compared=1, unseen=1)


def test_what_could_not_be_looked_for_is_not_gone(folder: Path) -> None:
    (folder / "reports" / TITLE).write_bytes(b"")
    (folder / "reports" / PERIOD).unlink()
    (folder / "reports" / PERIOD).mkdir()
    edit(folder / "reports" / SUMS, ('"year": 2023', '"year": "2023"'))
    states, gone, counts = compared(*(f"reports/{name}" for name in (TITLE, PERIOD, SUMS)))
    assert "new wrong-type" in states[SUMS]
    assert gone == {}
    # The sums do not ask for the year: they are found as before.
    assert (counts["not_compared"], counts["unchanged"]) == (2, 1)


def test_what_a_defect_puts_in_doubt_is_not_gone(folder: Path) -> None:
    path = folder / "reports" / SUMS
    report = json.loads(path.read_bytes())
    report["disputes"] = []
    path.write_text(json.dumps(report), encoding="utf-8")
    _, gone, counts = compared("reports")
    assert (gone, counts["not_compared"]) == ({}, 1)


def test_rules_between_reports_are_not_looked_for_without_others(folder: Path) -> None:
    years = EXAMPLES / "years"
    run(years, "--previous", years, "-o", "years.json")
    _, gone, counts = compared(years, old="years.json")
    assert (gone, counts["not_compared"]) == ({}, 1)
    _, gone, counts = compared(years, "--previous", years / "2025.json", old="years.json")
    assert counts["not_compared"] == 0


def test_lines_of_one_file_are_told_apart(folder: Path) -> None:
    values = [json.dumps(json.loads((folder / "reports" / name).read_bytes())) for name in (TITLE, NONE)]
    (folder / "all.ndjson").write_text("\n".join(values))
    run("all.ndjson", "-o", "lines.json")
    (folder / "all.ndjson").write_text("\n".join((values[1], values[0])))
    output = run("all.ndjson", "--compare", "lines.json")
    assert [(len(d["findings"]), len(d["gone"])) for d in output["files"]] == [(0, 1), (1, 0)]


def test_sarif_has_the_state_of_every_result(folder: Path) -> None:
    edit(folder / "reports" / PERIOD, ("2023-11-30", "2023-12-31"))
    edit(folder / "reports" / NONE, ("2023-12-31", "2023-11-30"))
    output = json.loads(validate("reports", "--compare", "old.json", "--format", "sarif").stdout)
    states = sorted((r["baselineState"], r["ruleId"]) for r in output["runs"][0]["results"])
    assert states == [
        ("absent", "period-end"),
        ("new", "period-end"),
        ("unchanged", "disputes-totals"),
        ("unchanged", "title-year"),
    ]
    without = json.loads(validate("reports", "--format", "sarif").stdout)
    assert not any("baselineState" in r for r in without["runs"][0]["results"])


def test_annotations_are_of_what_is_new(folder: Path) -> None:
    edit(folder / "reports" / NONE, ("2023-12-31", "2023-11-30"))
    lines = validate("reports", "--compare", "old.json", "--format", "github").stdout.splitlines()
    assert [line for line in lines if line.startswith("::") and "period-end" not in line] == []
    assert sum(line.startswith("::") for line in lines) == 1


def test_the_output_of_other_versions_is_taken_where_it_has_what_is_needed(folder: Path) -> None:
    value = json.loads((folder / "old.json").read_bytes())
    value["version"] = 1
    for document in value["files"]:
        document.pop("hidden")
        for finding in document["findings"]:
            for name in ("state", "hints", "parameters"):
                finding.pop(name)
    (folder / "old.json").write_text(json.dumps(value))
    assert compared("reports") == ({}, {}, tally(unchanged=3))
    value["files"][0]["findings"].append(
        {"code": "code-of-then", "severity": "grave", "pointer": "", "rule": None, "message": "was"}
    )
    (folder / "old.json").write_text(json.dumps(value))
    assert list(compared("reports")[1].values()) == [["code-of-then"]]
    for form in ("text", "sarif"):
        assert "code-of-then" in validate("reports", "--compare", "old.json", "--format", form).stdout


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"version": 3, "files": []}', '{"version": 2, "files": [{}]}'])
def test_what_is_no_output_is_wrong_usage(folder: Path, text: str) -> None:
    (folder / "old.json").write_text(text)
    result = validate("reports", "--compare", "old.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "old.json" in result.stderr
    assert validate("reports", "--compare", "nowhere.json").exit_code == 2
