"""Explanations beside a document, on the command line: found by their name, or given by an option."""

import csv
import io
import json
from pathlib import Path

import pytest

from govreport.formats import SIDECAR_SUFFIX
from tests.documents.test_sidecars import FIRST, SECOND, beside
from tests.documents.wording.test_explaining import TOTAL, draft

from .running import NONE, codes, govreport, listed, validate


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "甲局.docx"
    path.write_bytes(draft({}))
    return path


def sidecar(document: Path) -> Path:
    return document.with_name(document.stem + SIDECAR_SUFFIX)


def test_it_is_found_beside_the_document(document: Path) -> None:
    assert validate(document).exit_code == 1
    sidecar(document).write_bytes(beside(FIRST, SECOND))
    for path in (document, document.parent):
        done = validate(path)
        assert done.exit_code == 0
        assert "Checked 1 file: 1 with explained findings only; 2 explained" in done.stdout


def test_one_may_be_given(document: Path, tmp_path: Path) -> None:
    sidecar(document).write_bytes(beside(SECOND))
    other = tmp_path / "other.json"
    other.write_bytes(beside(FIRST))
    (file,) = listed(document, "--explanations", other)["files"]
    assert [f["explained"] for f in file["findings"]] == ["甲", None]
    assert validate("-", "--explanations", other, stdin=document.read_bytes()).stdout.count("explained: 甲") == 1


def test_it_is_for_one_document(document: Path) -> None:
    for paths in ((document.parent,), (document, document), (document.parent / "*.docx",)):
        assert validate(*paths, "--explanations", "a.json").exit_code == 2


def test_a_report_in_json_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(beside(FIRST))
    assert codes(NONE, "--explanations", path) == ["sidecar-needless"]


def test_a_damaged_one_is_told_and_fails(document: Path) -> None:
    sidecar(document).write_text("{")
    assert "sidecar-damaged" in codes(document)
    done = validate(document)
    assert done.exit_code == 1
    assert f"{sidecar(document).name}, line 1, column 2" in done.stdout


def test_it_is_no_report_and_one_of_no_document_is_told(document: Path) -> None:
    sidecar(document).write_bytes(beside(FIRST, SECOND))
    summary = listed(document.parent)["summary"]
    assert (summary["files"], summary["passed_over"]) == (1, 0)
    document.rename(document.with_name("乙局.docx"))
    summary = listed(document.parent)["summary"]
    assert (summary["files"], summary["passed_over"], summary["explained"]) == (1, 1, 0)


def test_line_and_entry_are_suggested(document: Path) -> None:
    told = validate(document, "--verbose").stdout
    assert "核对说明（行政复议 › 总计〔disputes-totals〕）：" in told
    assert f'or in the explanations of {sidecar(document).name}: {{"rule":"disputes-totals"' in told
    assert "核对说明" not in validate(document).stdout
    (file,) = listed(document)["files"]
    explaining = [f["explaining"] for f in file["findings"]]
    assert explaining[0] == {
        "line": "核对说明（行政复议 › 总计〔disputes-totals〕）：",
        "entry": {"rule": "disputes-totals", "pointer": TOTAL, "text": ""},
    }
    # What is suggested, with a reason, is what counts.
    entries = [{**e["entry"], "text": "甲"} for e in explaining]
    sidecar(document).write_text(json.dumps({"version": 1, "explanations": entries}))
    (file,) = listed(document)["files"]
    assert [(f["explained"], f["explaining"]) for f in file["findings"]] == [("甲", None)] * 2


def test_a_review_counts_them(document: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    page = tmp_path_factory.mktemp("out") / "review.html"
    assert govreport("review", document, "-o", page).exit_code == 1
    sidecar(document).write_bytes(beside(FIRST, SECOND))
    assert govreport("review", document.parent, "-o", page, "--force").exit_code == 0
    sidecar(document).write_text("{")
    assert govreport("review", document.parent, "-o", page, "--force").exit_code == 1
    assert sidecar(document).name in page.read_text(encoding="utf-8")


def test_a_table_counts_them(document: Path) -> None:
    def explained() -> list[str]:
        rows = csv.DictReader(io.StringIO(govreport("table", document, "--shape", "findings").stdout))
        return [row["explained"] for row in rows if row["code"] == "disputes-totals"]

    before = explained()
    sidecar(document).write_bytes(beside(FIRST, SECOND))
    assert (before, explained()) == ([""] * 2, ["甲", "乙"])
