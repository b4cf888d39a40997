"""What is asked of a report whose structure is not sound, beyond what the conformance suite shows."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from govreport import Severity, validate
from govreport.cli.main import main
from tests.reports import changed, clean, document

DIRECT = "/disputes/litigation/direct"
TOTAL = f"{DIRECT}/total"
NOTES = [{"pointer": "/requests", "text": 3}, {"pointer": "/requests", "text": "注：新收政府信息公开申请987件。"}]


def codes(report: Any, **beside: Any) -> list[str]:
    return [finding.code for finding in validate(report, **beside).findings]


def test_a_figure_that_is_no_json_is_no_blank() -> None:
    report = changed({f"{DIRECT}/upheld": float("nan")})
    assert codes(report) == ["not-a-number", "undetermined"]
    assert codes(changed({f"{DIRECT}/upheld": None})) == ["table-blanks"]


def test_no_figure_is_proposed_for_a_cell_that_holds_something_else() -> None:
    # Without the first cell, both the second and the total could be wrong; what the first holds is not for us to say.
    cells = {f"{DIRECT}/upheld": "3", f"{DIRECT}/corrected": 9, TOTAL: 2}
    result = validate(changed(cells))
    assert "disputes-totals" in {finding.code for finding in result.findings}
    assert result.repairs
    assert {c.pointer for repair in result.repairs for c in repair.changes} == {f"{DIRECT}/corrected", TOTAL}
    blank = validate(changed({**cells, f"{DIRECT}/upheld": None}))
    assert [r.changes for r in blank.repairs] == [r.changes for r in result.repairs]


def test_a_statement_in_a_note_is_told_where_it_stands_behind_a_note_with_a_defect() -> None:
    found = {finding.code: finding for finding in validate(changed({"/notes": NOTES})).reaching(Severity.WARNING)}
    assert set(found) == {"wrong-type", "text-received"}
    assert found["text-received"].parameters["text"] == "/notes/1/text"


@pytest.mark.parametrize("lost", ["/year", "/organ"])
def test_nothing_is_asked_between_the_years_of_an_unknown_organ_or_year(lost: str) -> None:
    report, before = clean(), clean()
    before["year"] -= 1
    before["requests"]["total"]["carried_forward"] = 77
    assert "years-carried-over" in codes({**report, "summary": ""}, previous=before)
    del report[lost[1:]]
    assert [code for code in codes(report, previous=before) if code.startswith(("years", "previous"))] == []


def test_a_table_of_which_a_cell_is_lost_is_not_the_same_as_last_year() -> None:
    report, before = clean(), clean()
    before["year"] -= 1
    whole = codes({**report, "summary": ""}, previous=before)
    del report["requests"]["natural_person"]["received"]
    lost = codes(report, previous=before)
    assert whole.count("years-figures-repeated") == lost.count("years-figures-repeated") + 1


def test_an_amount_of_an_unknown_unit_is_not_held_against_last_year() -> None:
    fees = "/proactive_disclosure/charges/administrative_fees"
    report, before = changed({f"{fees}/amount": Decimal(52000)}), changed({f"{fees}/amount": Decimal("5.2")})
    before["year"] -= 1
    assert "years-fee-unit" in codes(report, previous=before)
    report["proactive_disclosure"]["charges"]["administrative_fees"]["unit"] = "元"
    assert "years-fee-unit" not in codes(report, previous=before)


def test_the_command_tells_what_the_library_tells(tmp_path: Path) -> None:
    report = changed({TOTAL: 5})
    del report["overview"]
    path = tmp_path / "report.json"
    path.write_bytes(document(report))
    done = CliRunner().invoke(main, ["validate", str(path), "--format", "json"])
    assert done.exit_code == 1
    (told,) = json.loads(done.stdout)["files"]
    assert [finding["code"] for finding in told["findings"]] == codes(report)
    assert codes(report) == ["missing-member", "disputes-totals"]


def test_thousands_of_defects_are_told_each_by_itself() -> None:
    # Were each held against every other, this would not end.
    marks = [{"pointer": "/requests", "mark": "?"} for _ in range(10_000)]
    groups = [{"name": None, "tasks": [{"number": "1"}]} for _ in range(3_000)]
    assert codes(changed({"/marks": marks})) == ["not-allowed-value"] * 10_000
    found = codes({"layout": "workplan", "groups": groups})
    assert (found.count("wrong-type"), found.count("missing-member")) == (3_000, 9_004)
    assert "task-number" not in found
