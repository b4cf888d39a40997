"""The configuration file: which one counts, what it makes of findings, and that nothing is left out without a trace."""

import csv
import io
import json
import os
import re
import shutil
import time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import govreport as library
from govreport import resources
from govreport.given import Given, OfOrgan
from tests.reports import EXAMPLES

from .running import govreport, validate

TITLE, PERIOD, SUMS = "title-year.json", "period-end.json", "disputes-totals.json"
BYTES = "duplicate-member.json"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of a project with some reports, and make it the current one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "reports").mkdir()
    for name in (TITLE, PERIOD, SUMS, BYTES):
        shutil.copy(EXAMPLES / "defects" / name, tmp_path / "reports" / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, text: str, name: str = "govreport.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def listed(*arguments: str | Path, **options: Any) -> dict[str, Any]:
    output: dict[str, Any] = json.loads(validate(*arguments, "--format", "json", **options).stdout)
    Draft202012Validator(resources.read("meta/output.schema.json")).validate(output)
    return output


def found(*arguments: str | Path) -> dict[str, tuple[str, ...]]:
    """Return the codes that are told of each file."""
    files = listed(*arguments)["files"]
    return {Path(d["path"]).name: tuple(f["code"] for f in d["findings"]) for d in files}


# Which file counts.


def test_the_nearest_file_upward_counts_and_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(folder, 'ignore = ["title-year"]')
    monkeypatch.chdir(folder / "reports")
    result = validate(TITLE)
    assert str(path) in result.stderr
    assert found(TITLE) == {TITLE: ()}
    nearer = written(folder / "reports", 'ignore = ["period-end"]')
    assert found(TITLE) == {TITLE: ("title-year",)}
    assert str(nearer) in validate(TITLE).stderr


def test_in_one_folder_a_file_of_its_own_comes_before_a_shared_one(folder: Path) -> None:
    written(folder, '[tool.govreport]\nignore = ["title-year"]', "pyproject.toml")
    assert found(f"reports/{TITLE}") == {TITLE: ()}
    written(folder, 'ignore = ["period-end"]')
    assert found(f"reports/{TITLE}") == {TITLE: ("title-year",)}


@pytest.mark.parametrize("text", ["[tool.other]\ngovreport = 1", "[tool.other]\nx = 1", "broken [govreport"])
def test_a_shared_file_without_the_table_is_passed_by(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(folder, 'ignore = ["title-year"]')
    written(folder / "reports", text, "pyproject.toml")
    monkeypatch.chdir(folder / "reports")
    assert str(path) in validate(TITLE).stderr


@pytest.mark.parametrize("top", [".git", ".hg", ".svn"])
def test_the_search_ends_with_the_top_of_a_project(folder: Path, top: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder, 'ignore = ["title-year"]')
    (folder / "reports" / top).touch()
    (folder / "reports" / "below").mkdir()
    monkeypatch.chdir(folder / "reports" / "below")
    result = validate(f"../{TITLE}")
    assert result.stderr == ""
    assert "title-year" in result.stdout
    # The top itself is still looked into.
    written(folder / "reports", 'ignore = ["title-year"]')
    assert "title-year" not in validate(f"../{TITLE}").stdout


def test_no_file_is_read_where_none_is_wanted(folder: Path) -> None:
    written(folder, "this is no TOML")
    assert validate(f"reports/{TITLE}").exit_code == 2
    result = validate(f"reports/{TITLE}", "--no-config")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "title-year" in result.stdout


def test_the_library_never_reads_it(folder: Path) -> None:
    written(folder, "this is no TOML")
    assert [f.code for f in library.validate(folder / "reports" / TITLE).findings] == ["title-year"]
    assert [f.code for f in library.check(folder / "reports" / TITLE).findings] == ["title-year"]


# What it makes of findings.


def test_codes_that_are_turned_off_are_counted_and_no_document_with_them_is_clean(folder: Path) -> None:
    written(folder, 'ignore = ["title-year", "disputes-totals"]')
    output = listed("reports")
    assert found("reports") == {TITLE: (), PERIOD: ("period-end",), SUMS: (), BYTES: ("duplicate-member",)}
    assert (output["summary"]["hidden"], output["summary"]["clean"]) == (2, 0)
    hidden = {Path(d["path"]).name: d["hidden"] for d in output["files"]}
    assert [(h["code"], h["by"], h["reason"]) for h in hidden[TITLE]] == [("title-year", "ignored", None)]
    # What would mend it is not told either.
    assert [d["repairs"] for d in output["files"] if d["path"].endswith(SUMS)] == [[]]


def test_a_severity_counts_for_the_exit_code_and_what_weighs_less_is_counted(folder: Path) -> None:
    written(folder, '[severity]\ntitle-year = "error"\ndisputes-totals = "info"')
    assert validate(f"reports/{TITLE}").exit_code == 1
    assert validate(f"reports/{SUMS}").exit_code == 0
    assert listed(f"reports/{SUMS}")["summary"]["lowered"] == 1
    assert listed(f"reports/{TITLE}")["summary"]["lowered"] == 0
    assert "1 " in validate(f"reports/{SUMS}").stdout.splitlines()[-1]


def test_what_is_undetermined_of_a_rule_keeps_its_own_severity(folder: Path) -> None:
    written(folder, '[severity]\ndisputes-totals = "warning"')
    shutil.copy(EXAMPLES / "defects" / "undetermined.json", folder / "reports")
    (document,) = listed("reports/undetermined.json")["files"]
    assert {f["severity"] for f in document["findings"]} == {"info"}


def test_an_exception_holds_for_its_files_and_codes_alone(folder: Path) -> None:
    written(folder, '[[exceptions]]\npaths = ["reports/title*"]\ncodes = ["title-year"]\nreason = "印刷如此"')
    shutil.copy(folder / "reports" / TITLE, folder / "reports" / "other.json")
    assert found("reports")[TITLE] == ()
    assert found("reports")["other.json"] == ("title-year",)
    (document,) = listed(f"reports/{TITLE}")["files"]
    assert [(h["by"], h["reason"]) for h in document["hidden"]] == [("excepted", "印刷如此")]
    assert "印刷如此" in validate(f"reports/{TITLE}", "-v").stdout


@pytest.mark.parametrize(
    ("pattern", "is_meant"),
    [
        ("reports", True),
        ("reports/", True),
        ("./reports", True),
        ("**/title-year.json", True),
        ("reports/**", True),
        ("*/title-????.json", True),
        ("**", True),
        (".", True),
        ("title-year.json", False),
        ("report", False),
        ("*.json", False),
        ("reports/title-year.jso", False),
        ("reports/title.year.json", False),
        ("reports/*/title-year.json", False),
    ],
)
def test_patterns_mean_files_and_folders_below_the_file(
    folder: Path, pattern: str, is_meant: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(folder, f'[[exceptions]]\npaths = ["{pattern}"]\ncodes = ["title-year"]\nreason = "x"')
    assert (found(f"reports/{TITLE}") == {TITLE: ()}) is is_meant
    monkeypatch.chdir(folder / "reports")
    assert (found(TITLE) == {TITLE: ()}) is is_meant
    assert (found(folder / "reports" / TITLE) == {TITLE: ()}) is is_meant


def test_files_elsewhere_and_standard_input_are_no_exceptions(folder: Path) -> None:
    (folder / "here").mkdir()
    (folder / "here" / ".git").mkdir()
    written(folder / "here", '[[exceptions]]\npaths = ["**"]\ncodes = ["title-year"]\nreason = "x"')
    (folder / "here" / TITLE).write_bytes((folder / "reports" / TITLE).read_bytes())
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder / "here")
        assert found(TITLE) == {TITLE: ()}
        assert found(f"../reports/{TITLE}") == {TITLE: ("title-year",)}
        data = (folder / "reports" / TITLE).read_bytes()
        assert [len(d["findings"]) for d in listed("-", stdin=data)["files"]] == [1]


def test_a_defect_of_the_bytes_leaves_a_trace_and_fails_unless_it_is_hidden(folder: Path) -> None:
    written(folder, '[severity]\nduplicate-member = "info"')
    assert validate(f"reports/{BYTES}").exit_code == 1
    written(folder, 'ignore = ["duplicate-member"]')
    output = listed(f"reports/{BYTES}")
    assert (output["summary"]["hidden"], output["summary"]["clean"]) == (1, 0)
    assert "1 with hidden findings only" in validate(f"reports/{BYTES}").stdout


def test_sarif_has_hidden_findings_as_suppressed_with_the_same_fingerprint(folder: Path) -> None:
    def results() -> list[dict[str, Any]]:
        output = json.loads(validate(f"reports/{TITLE}", "--format", "sarif").stdout)
        told: list[dict[str, Any]] = output["runs"][0]["results"]
        return told

    (before,) = results()
    written(folder, '[[exceptions]]\npaths = ["reports"]\ncodes = ["title-year"]\nreason = "印刷如此"')
    (after,) = results()
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert [(s["kind"], s["justification"]) for s in after["suppressions"]] == [("external", "印刷如此")]


def test_last_years_reports_are_taken_from_it_unless_others_are_given(folder: Path) -> None:
    shutil.copytree(EXAMPLES / "years", folder / "years")
    written(folder, 'previous = "years"')
    codes = found("years/2019.json")["2019.json"]
    assert "previous-not-found" in codes
    assert "previous-not-found" not in found("years/2020.json")["2020.json"]
    assert "previous-not-found" in found("years/2020.json", "--previous", "years/2025.json")["2020.json"]


def test_a_review_takes_bodies_and_findings_as_the_configuration_wants_them(folder: Path) -> None:
    (folder / "list.csv").write_text("name\n某局\n另一个局\n", "utf-8")
    arguments = ("review", "reports", "-o", "review.html", "--force")
    assert govreport(*arguments).exit_code == 1
    before = (folder / "review.html").read_text("utf-8")
    written(folder, 'bodies = "list.csv"\nignore = ["disputes-totals", "duplicate-member"]')
    result = govreport(*arguments)
    assert "2 findings turned off" in result.stderr
    after = (folder / "review.html").read_text("utf-8")
    assert "另一个局" in after
    assert "另一个局" not in before
    assert ("disputes-totals" in before, "disputes-totals" in after) == (True, False)
    assert "2 findings turned off" in after


# Kind and level by organ.


def report(**organ: str) -> bytes:
    value = json.loads((EXAMPLES / "defects" / "none.json").read_bytes())
    value["organ"] = {"name": "某某联合办公室", "kind": "department", "level": "county", **organ}
    value["proactive_disclosure"]["documents"]["government_rules"]["issued"] = 1
    return json.dumps(value, ensure_ascii=False).encode()


def test_kind_and_level_of_an_organ_count_whatever_its_report_says(folder: Path) -> None:
    (folder / "a.json").write_bytes(report())
    before = found("a.json")["a.json"]
    assert "rules-power-local" in before
    written(folder, '[organs."某某 联合办公室"]\nlevel = "province"')
    assert "rules-power-local" not in found("a.json")["a.json"]
    assert found("a.json", "--level", "county")["a.json"] == before
    (folder / "b.json").write_bytes(report(name="另一办公室"))
    assert "rules-power-local" in found("b.json")["b.json"]


def test_extraction_takes_kind_and_level_from_it(folder: Path) -> None:
    (folder / "a.json").write_bytes(report(level="province"))
    assert govreport("render", "a.json", "-o", "a.html").exit_code == 0
    written(folder, '[organs."某某联合办公室"]\nkind = "other"\nlevel = "city"')
    assert govreport("extract", "a.html", "-o", "b.json").exit_code == 0
    organ = json.loads((folder / "b.json").read_bytes())["organ"]
    assert (organ["kind"], organ["level"]) == ("other", "city")
    assert govreport("extract", "a.html", "-o", "c.json", "--no-config", "--kind", "department").exit_code == 0
    assert json.loads((folder / "c.json").read_bytes())["organ"]["kind"] == "department"


def rows(*arguments: str | Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(govreport("table", *arguments).stdout)))


@pytest.mark.parametrize("suffix", ["json", "html"])
def test_a_table_takes_kind_and_level_from_it_and_asks_the_rules_accordingly(folder: Path, suffix: str) -> None:
    (folder / "a.json").write_bytes(report())
    assert govreport("render", "a.json", "-o", "a.html").exit_code == 0
    written(folder, '[organs."某某联合办公室"]\nkind = "government"\nlevel = "province"')
    path = f"a.{suffix}"
    (row,) = rows(path)
    assert (row["kind"], row["level"]) == ("government", "province")
    assert "rules-power-local" not in [row["code"] for row in rows(path, "--shape", "findings")]
    (row,) = rows(path, "--no-config")
    assert row["level"] != "province"


def test_a_table_tells_findings_as_it_says(folder: Path) -> None:
    path = f"reports/{TITLE}"
    assert [row["code"] for row in rows(path, "--shape", "findings")] == ["title-year"]
    config = written(folder, 'ignore = ["title-year"]')
    done = govreport("table", path)
    assert [row["warnings"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["0"]
    assert str(config) in done.stderr
    assert "1 finding turned off" in done.stderr
    written(folder, '[severity]\ntitle-year = "error"')
    (row,) = rows(path)
    assert (row["errors"], row["warnings"]) == ("1", "0")


def test_a_review_takes_kind_and_level_from_it_where_the_list_has_neither(folder: Path) -> None:
    (folder / "a.json").write_bytes(report())

    def reviewed() -> str:
        govreport("review", "a.json", "-o", "r.html", "--force", "--bodies", "list.csv")
        return (folder / "r.html").read_text(encoding="utf-8")

    (folder / "list.csv").write_text("name\n某某联合办公室\n", encoding="utf-8")
    assert "rules-power" in reviewed()
    written(folder, '[organs."某某联合办公室"]\nkind = "government"\nlevel = "province"')
    assert "rules-power" not in reviewed()
    (folder / "list.csv").write_text("name,level\n某某联合办公室,county\n", encoding="utf-8")
    assert "rules-power" in reviewed()


@pytest.mark.parametrize("command", ["review", "table", "indicators", "statements", "extract", "validate"])
def test_every_command_that_has_a_use_for_it_names_it_and_leaves_it_where_that_is_asked(
    folder: Path, command: str
) -> None:
    path = written(folder, 'ignore = ["title-year"]')
    output = {"review": ("-o", "r.html"), "extract": ("-o", "out.json")}.get(command, ())
    document = f"reports/{TITLE}"
    assert str(path) in govreport(command, document, *output).stderr
    path.write_text("nonsense = 1", encoding="utf-8")
    assert govreport(command, document, *output, "--no-config").exit_code in (0, 1, 2)
    assert govreport(command, document, *output).exit_code == 2
    assert "nonsense" not in govreport(command, document, *output, "--no-config").stderr


def test_what_is_given_of_all_documents_comes_before_what_is_given_of_an_organ() -> None:
    given = Given(kind="other", organs={"某局": OfOrgan("department", "city")})
    assert given.of({"organ": {"name": "某 局"}}) == Given(kind="other", level="city")
    assert given.of({"organ": {"name": "某某局"}}) == Given(kind="other")
    assert given.of({"organ": 3}) == given.of([]) == Given(kind="other")
    assert given.fill({"organ": {"name": "某局"}}) == {"organ": {"name": "某局", "kind": "other", "level": "city"}}


# Known findings.


def test_what_is_known_is_not_told_again_wherever_its_line_has_moved_to(folder: Path) -> None:
    assert validate("reports", "--write-baseline", "known.json").exit_code == 1
    Draft202012Validator(resources.read("meta/baseline.schema.json")).validate(
        json.loads((folder / "known.json").read_bytes())
    )
    result = validate("reports", "--baseline", "known.json")
    assert result.exit_code == 0
    assert listed("reports", "--baseline", "known.json")["summary"]["hidden"] == 4
    path = folder / "reports" / SUMS
    path.write_text("\n\n" + path.read_text("utf-8"), "utf-8")
    assert validate("reports", "--baseline", "known.json").exit_code == 0
    path.write_text(path.read_text("utf-8").replace("2023-12-31", "2023-11-30", 1), "utf-8")
    assert found("reports", "--baseline", "known.json")[SUMS] == ("period-end",)


def test_a_second_finding_of_the_same_kind_at_the_same_place_is_new(folder: Path) -> None:
    path = folder / "reports" / BYTES
    validate(f"reports/{BYTES}", "--write-baseline", "known.json")
    before = listed(f"reports/{BYTES}", "--no-config")["summary"]
    text = path.read_text("utf-8")
    path.write_text(text.replace('"year": 2023,', '"year": 2023,\n"year": 2023,\n"year": 2023,', 1), "utf-8")
    after = listed(f"reports/{BYTES}", "--baseline", "known.json")["summary"]
    assert (before["errors"], after["hidden"], after["errors"] > 0) == (1, 1, True)


def test_the_files_of_a_baseline_are_relative_to_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    validate("reports", "--write-baseline", "known.json")
    written(folder, 'baseline = "known.json"')
    monkeypatch.chdir(folder / "reports")
    assert validate(".").exit_code == 0
    assert validate(folder / "reports").exit_code == 0
    assert validate(".", "--no-config").exit_code == 1


def test_what_is_written_anew_holds_all_that_is_found_but_what_is_turned_off(folder: Path) -> None:
    validate(f"reports/{TITLE}", "--write-baseline", "known.json")
    written(folder, 'baseline = "known.json"\nignore = ["period-end"]')
    refused = validate("reports", "--write-baseline", "known.json")
    assert refused.exit_code == 2
    assert validate("reports", "--write-baseline", "known.json", "--force").exit_code == 1
    value = json.loads((folder / "known.json").read_bytes())
    codes = {Path(d["path"]).name: [f["code"] for f in d["findings"]] for d in value["files"]}
    assert codes == {TITLE: ["title-year"], SUMS: ["disputes-totals"], BYTES: ["duplicate-member"]}


def test_a_file_that_could_not_be_checked_is_never_known(folder: Path) -> None:
    written(folder, 'baseline = "known.json"')
    (folder / "reports" / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert validate("reports", "--no-config", "--write-baseline", "known.json").exit_code == 3
    assert validate("reports").exit_code == 3
    assert found("reports")["old.doc"] == ("format-old",)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "files": []}', '{"version": 1, "files": [{}]}', "{"])
def test_what_is_no_baseline_is_wrong_usage(folder: Path, text: str) -> None:
    (folder / "known.json").write_text(text)
    result = validate("reports", "--baseline", "known.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "known.json" in result.stderr


# What is wrong with it.

BROKEN = [
    ('sevrity = 1\nignore = ["title-year"]', 1, "sevrity", "severity"),
    ("\n\nignore = 3", 3, "ignore", ""),
    ('ignore = [\n  "title-year",\n  "titel-year",\n]', 3, "ignore[2]", "title-year"),
    ('ignore = ["Title year"]', 1, "ignore[1]", ""),
    ('ignore = [\n "title-year",\n # why\n 3]', 1, "ignore[2]", ""),
    ('ignore = ["file-missing"]', 1, "ignore[1]", ""),
    ('[severity]\nperiod-end = "error"\ninternal-error = "info"', 3, "severity.internal-error", ""),
    ('[severity]\nperiod-end = "fatal"', 2, "severity.period-end", "warning"),
    ("[severity]\nperiod-end = 2", 2, "severity.period-end", ""),
    ('[severity]\n"no code" = "error"', 2, 'severity."no code"', ""),
    ("severity = 1979-05-27", 1, "severity", ""),
    ('[[exceptions]]\npaths = ["a"]\ncodes = ["title-year"]', 1, "exceptions[1]", "reason"),
    ('[[exceptions]]\npaths = ["a"]\ncodes = ["title-year"]\nreason = "  "', 4, "exceptions[1].reason", ""),
    ('[[exceptions]]\npaths = []\ncodes = ["title-year"]\nreason = "x"', 2, "exceptions[1].paths", ""),
    ('[[exceptions]]\npaths = ["a"]\ncodes = []\nreason = "x"', 3, "exceptions[1].codes", ""),
    ('[[exceptions]]\npaths = ["a"]\ncodes = ["nothing-such"]\nreason = "x"', 3, "exceptions[1].codes[1]", ""),
    ('[[exceptions]]\npaths = ["../a"]\ncodes = ["title-year"]\nreason = "x"', 2, "exceptions[1].paths[1]", ""),
    ('[[exceptions]]\npaths = [\'a\\b\']\ncodes = ["title-year"]\nreason = "x"', 2, "exceptions[1].paths[1]", ""),
    ('previous = "nowhere"', 1, "previous", "nowhere"),
    ('previous = [\n "reports",\n "nowhere"]', 3, "previous[2]", "nowhere"),
    ('bodies = "nowhere.csv"', 1, "bodies", "nowhere.csv"),
    ('baseline = "nowhere.json"', 1, "baseline", "nowhere.json"),
    ('[organs."某局"]\nkind = "bureau"', 2, 'organs."某局".kind', "department"),
    ('[organs."某局"]', 1, 'organs."某局"', ""),
    ('[organs." "]\nkind = "other"', 1, 'organs." "', ""),
]


@pytest.mark.parametrize(("text", "line", "place", "named"), BROKEN)
@pytest.mark.parametrize("table", ["", "tool.govreport"])
def test_whatever_is_wrong_is_told_with_line_and_place(
    folder: Path, text: str, line: int, place: str, named: str, table: str
) -> None:
    if table:
        text = text.replace("[[", f"[[{table}.").replace("\n[", f"\n[{table}.")
        text = f"[{table}.{text[1:]}" if text.startswith("[") and not text.startswith("[[") else text
        text, line, place = f"[{table}]\n{text}", line + 1, f"{table}.{place}"
        written(folder, text, "pyproject.toml")
    else:
        written(folder, text)
    for language, counted in (("en", f"line {line}, {place}: "), ("zh", f"第 {line} 行，{place}：")):
        result = validate(f"reports/{TITLE}", "--lang", language)
        assert (result.exit_code, result.stdout) == (2, "")
        assert counted in result.stderr, result.stderr
        assert named in result.stderr.partition(counted)[2]


@pytest.mark.parametrize(
    ("data", "line"), [(b"a = 1\nb = \n", 2), (b"a = [\n", 1), (b'a = "\n', 1), (b"# \xff\n", 1), (b"a=1\r\n\xb9=2", 2)]
)
def test_what_is_no_toml_is_told_with_its_line(folder: Path, data: bytes, line: int) -> None:
    (folder / "govreport.toml").write_bytes(data)
    result = validate(f"reports/{TITLE}")
    assert result.exit_code == 2
    assert re.search(rf"line {line}[,:]", result.stderr)


def test_all_that_is_wrong_is_told_at_once_each_on_a_line(folder: Path) -> None:
    written(folder, 'ignore = 3\nprevius = "a"\n[severity]\ntitle-year = "bad"')
    lines = validate("reports").stderr.splitlines()
    assert [n for n in range(1, 5) if any(f"line {n}, " in line for line in lines)] == [1, 2, 4]


def test_a_folder_in_place_of_the_file_is_told(folder: Path) -> None:
    (folder / "govreport.toml").mkdir()
    result = validate("reports")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "govreport.toml" in result.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_place_of_a_file_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "govreport.toml")
    assert "not a regular file" in validate("a.json").stderr
    for option in ("--compare", "--baseline"):
        result = validate("a.json", "--no-config", option, "govreport.toml")
        assert result.exit_code == 2
        assert "not a regular file" in result.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = [" + "[" * 5000 + "]" * 5000 + "]", "line 1"),
        ("x = 1\n" * 80_000, "larger than 0.25 MiB"),
        ("nonsense = 1\nignore = [\n" + "'table-blanks',\n" * 8000 + "]\n", "line 1, nonsense"),
        ('nonsense = 1\nx = """\n' + "a = 1\n" * 30_000 + '"""\n', "line 1, nonsense"),
    ],
    ids=["deep", "large", "long-list", "settings-in-a-text"],
)
def test_a_hostile_file_costs_little(folder: Path, text: str, told: str) -> None:
    written(folder, text)
    started = time.process_time()
    result = validate("a.json")
    assert time.process_time() - started < 5
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_fault_behind_a_list_of_many_lines_has_its_line(folder: Path) -> None:
    written(folder, "ignore = [\n" + "'table-blanks',\n" * 40 + "]\nnonsense = 1\n")
    assert "line 43, nonsense" in validate("a.json").stderr


def test_a_fault_behind_a_text_of_settings_has_its_line(folder: Path) -> None:
    written(folder, 'sender = """\n' + "ignore = 1\n" * 12 + '"""\nnonsense = 1\n')
    assert "line 15, nonsense" in validate("a.json").stderr
