"""What whoever reads a document says of it: it counts, whatever the document says, and evidence says so."""

import json
from pathlib import Path
from typing import Any

import pytest

import govreport
from govreport.given import Given
from tests.cli.running import govreport as run
from tests.documents.report.test_identity import report
from tests.reports import clean

BARE = report("2023年政府信息公开工作年度报告")


def codes(data: bytes | Path, **given: Any) -> set[str]:
    return {finding.code for finding in govreport.check(data, **given).findings}


def test_what_is_given_makes_a_report_of_a_document_without_a_name() -> None:
    assert govreport.extract(BARE).completeness == "part"
    extraction = govreport.extract(BARE, organ="云溪县水利局", kind="department", level="county", year=2023)
    assert extraction.completeness == "whole"
    assert extraction.report is not None
    assert extraction.value["organ"] == {"name": "云溪县水利局", "kind": "department", "level": "county"}
    assert {pointer for pointer, place in extraction.evidence.items() if place.by == "option"} == {
        "/organ/name",
        "/organ/kind",
        "/organ/level",
        "/year",
    }


def test_rules_are_asked_by_what_is_given() -> None:
    assert "identity-not-found" in codes(BARE)
    assert codes(BARE, organ="云溪县水利局", published="2024-02-01") == {"published-late-department"}
    assert codes(BARE, organ="云溪县水利局", published="2024-01-31") == set()
    assert codes(BARE, organ="云溪县联络站", kind="department", published="2024-02-01") == {"published-late-department"}


def test_what_is_given_counts_before_what_is_printed() -> None:
    data = report("云溪县水利局2023年政府信息公开工作年度报告\n发布日期：2024-01-09")
    assert codes(data) == set()
    assert codes(data, published="2024-02-01") == {"published-late-department"}
    assert codes(data, year=2022) == {"year-odd"}


def test_json_takes_what_it_does_not_say(tmp_path: Path) -> None:
    document = clean()
    document["organ"] = {"name": "云溪县联络站"}
    document["published"] = f"{document['year'] + 1}-05-20"
    data = json.dumps(document, default=float).encode()
    path = tmp_path / "report.json"
    path.write_bytes(data)
    assert "published-late-department" not in codes(data)
    assert "published-late-department" in codes(data, kind="department")
    assert "published-late-department" in codes(path, kind="department")


@pytest.mark.parametrize(
    "given", [{"kind": "bureau"}, {"level": "village"}, {"year": 1999}, {"published": "2024-02-30"}, {"organ": " "}]
)
def test_a_value_that_the_standard_does_not_allow_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(given))):
        govreport.check(BARE, **given)
    with pytest.raises(ValueError, match=next(iter(given))):
        govreport.extract(BARE, **given)


def test_filling_changes_nothing_that_is_at_hand() -> None:
    members = {"organ": {"name": "云溪县水利局"}}
    assert Given(kind="department").fill(members) == {"organ": {"name": "云溪县水利局", "kind": "department"}}
    assert members == {"organ": {"name": "云溪县水利局"}}
    assert Given().fill(members) is members


def test_the_commands_take_it_as_options(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(BARE)
    options = ("--organ", "云溪县水利局", "--kind", "department", "--level", "county", "--published", "2024-02-01")
    done = run("validate", str(path), *options)
    assert (done.exit_code, "published-late-department" in done.stdout) == (0, True)
    done = run("extract", str(path), *options, "--year", "2023")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["organ"] == {"name": "云溪县水利局", "kind": "department", "level": "county"}
    assert run("extract", str(path), "--published", "2024-02-30").exit_code == 2
