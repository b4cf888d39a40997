"""Every other part knows an added layout: check, convert, table, conformance, the pages of the site, the bench."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.layouts.added import ADDED, ID, YEAR, own_report
from tests.layouts.running import run
from tests.reports import ROOT, clean, document

Checkouts = Callable[[str], Path]
# All in one process, which has imported the library once.
_COMMANDS = """
import json, sys
from click.testing import CliRunner
from govreport.cli.main import main

done = [CliRunner().invoke(main, command) for command in json.loads(sys.argv[1])]
json.dump([[one.exit_code, one.stdout] for one in done], sys.stdout)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a report of 2021 and room for one of an added layout."""
    (tmp_path / "before.json").write_bytes(document(clean()))
    return tmp_path


@pytest.mark.parametrize("name", ADDED)
def test_its_reports_are_printed_checked_converted_and_tabulated(name: str, checkouts: Checkouts, folder: Path) -> None:
    copy = checkouts(name)
    (folder / "own.json").write_bytes(document(own_report(name)))
    commands = [
        ["validate", "--fail-on", "info", "before.json", "own.json"],
        ["render", "own.json", "-o", "own.docx"],
        ["validate", "--format", "json", "own.docx"],
        ["convert", "own.json", "--to", "2021", "-o", "back.json"],
        ["table", "own.json", "before.json"],
    ]
    told = json.loads(run(copy, ["-c", _COMMANDS, json.dumps(commands)], folder=folder))
    assert [code for code, _ in told] == [0] * len(commands), told
    checked = json.loads(told[2][1])
    assert [entry["layout"] for entry in checked["files"]] == [ID]
    assert checked["files"][0]["findings"] == []
    assert json.loads((folder / "back.json").read_bytes())["layout"] == "2021"
    rows = list(csv.DictReader(io.StringIO(told[4][1])))
    assert [row["year"] for row in rows] == [str(YEAR), str(clean()["year"])]
    assert [row["layout"] for row in rows] == [ID, "2021"]
    column = {"row-more": "requests.total.outcomes.declined.further", "table-more": "open_data.new.free"}.get(name)
    assert column is None or [row[column] for row in rows] == [{"row-more": "2", "table-more": "3"}[name], ""]


_CLASSES = """
import govreport
print(getattr(govreport, "Report2030").__name__, "Report2030" in govreport.__all__)
"""


def test_its_class_is_a_public_name(checkouts: Checkouts) -> None:
    assert run(checkouts("row-more"), ["-c", _CLASSES]) == "Report2030 True\n"


@pytest.mark.parametrize("name", ADDED)
def test_its_conformance_cases_are_written_and_passed(name: str, checkouts: Checkouts, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(checkouts(name), copy)
    assert "missing" in run(copy, ["tools/conformance.py"], expected=1)
    base = copy / "schema" / "conformance" / "bases"
    made = own_report(name, of=json.loads((base / "city-2021.json").read_bytes()))
    _fill(made)
    (base / f"city-{ID}.json").write_bytes(document(made))
    assert run(copy, ["tools/conformance.py"]).splitlines() == [f"schema/conformance/equations-{ID}.json: written"]
    written = json.loads((copy / "schema" / "conformance" / f"equations-{ID}.json").read_bytes())
    assert {case["verdict"] for case in written["cases"]} == {"holds", "fails", "open"}
    (tmp_path / "base.json").write_bytes(document(made))
    cases = dict(zip((f"case-{number}.json" for number in range(6)), written["cases"], strict=False))
    for file, case in cases.items():
        (tmp_path / file).write_bytes(document(_changed(made, case["input"]["changes"])))
    commands = [["validate", "base.json"], ["validate", "--format", "json", *cases]]
    (code, said), (_, told_of_cases) = json.loads(run(copy, ["-c", _COMMANDS, json.dumps(commands)], folder=tmp_path))
    assert code == 0, said
    files = json.loads(told_of_cases)["files"]
    assert [told["path"] for told in files] == [*cases]
    for told, case in zip(files, cases.values(), strict=True):
        found = [(finding["code"], finding["pointer"]) for finding in told["findings"]]
        assert sorted(found) == sorted((entry["code"], entry["pointer"]) for entry in case["expected"])


_PAGES = """
import json, sys
from tools.site import pages
print(json.dumps({language: dict(pages.write(language)) for language in sys.argv[1:]}))
"""


# The one with pages that no other has is written in both languages, the others in one of them.
@pytest.mark.parametrize(
    ("name", "languages"),
    [("row-more", ["zh"]), ("row-less", ["en"]), ("section-more", ["en"]), ("table-more", ["zh", "en"])],
)
def test_the_site_has_its_pages(name: str, languages: list[str], checkouts: Checkouts, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(checkouts(name), copy)
    for part in ("docs", "examples"):
        shutil.copytree(ROOT / part, copy / part)
    for file in ("README.md", "README.zh.md", "CHANGELOG.md", "CHANGELOG.zh.md", "mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / file, copy)
    written: dict[str, dict[str, str]] = json.loads(run(copy, ["-c", _PAGES, *languages]))
    assert [*written] == languages
    label = {
        "row-more": "6.申请内容不属于政府信息",
        "row-less": "4.无正当理由大量反复申请",
        "section-more": "七、其他需要报告的事项",
        "table-more": "有条件开放",
    }[name]
    for pages in written.values():
        assert label in pages[f"form/{ID}/index.md"]
        assert ("要求提供公开出版物" in pages[f"form/{ID}/index.md"]) == (name != "row-less")
        assert f"form/{ID}/requests.md" in pages
        assert (f"form/{ID}/open_data.md" in pages) == (name == "table-more")
        assert f"{ID}/index.html" in pages["form/index.md"]


_BENCH = """
import bench.data, bench.files, bench.reading, bench.verdict
from govreport import loads, validate
reports = [loads(data) for data in bench.data.reports(20)]
print(bench.verdict.LAYOUT, *sorted({report.layout for report in reports}))
print([finding.code for report in reports for finding in validate(report).findings])
"""


@pytest.mark.parametrize("name", ADDED)
def test_the_bench_measures_it(name: str, checkouts: Checkouts, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(checkouts(name), copy)
    shutil.copytree(ROOT / "bench", copy / "bench")
    assert run(copy, ["-c", _BENCH]) == f"{ID} 2021 {ID}\n[]\n"


def _changed(report: dict[str, Any], changes: list[dict[str, Any]]) -> dict[str, Any]:
    changed: dict[str, Any] = json.loads(json.dumps(report))
    for change in changes:
        *path, last = change["pointer"].split("/")[1:]
        place = changed
        for step in path:
            place = place[step]
        place[last] = change["value"]
    return changed


def _fill(report: dict[str, Any]) -> None:
    """Put a figure other than 0 into every cell of the row that is new: a base document has no 0."""
    requests = report["requests"]
    if "further" not in requests["total"]["outcomes"]["declined"]:
        return
    columns = [requests["natural_person"], *requests["organizations"].values()]
    for column in columns:
        added = 1 - column["outcomes"]["declined"]["further"]
        column["outcomes"]["declined"]["further"] = 1
        for total in (column, requests["total"]):
            total["outcomes"]["total"] += added
            total["received"] += added
        requests["total"]["outcomes"]["declined"]["further"] += added
