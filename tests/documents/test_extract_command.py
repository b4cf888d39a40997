"""`govreport extract`: folders, resuming, evidence, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from govreport import dumps, load, resources
from govreport.documents.rendering.render import render
from tools.forking import processes

from .variations.source import EXAMPLES

HTML = render(load(EXAMPLES / "minhang-2025.json"), "html")
PARTLY = render(load(EXAMPLES / "jiading-2019.json"), "html")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "govreport", "--lang", "en", "extract", *map(str, arguments)]
    return processes.run(command, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.html").write_bytes(HTML)
    (folder / "b.htm").write_bytes(PARTLY)
    (folder / "deep" / "c.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "notes.json").write_text("{}")
    return folder


def test_one_document_goes_to_standard_output(folder: Path) -> None:
    done = run(folder / "a.html")
    assert done.returncode == 0
    assert json.loads(done.stdout)["organ"]["name"] == "闵行区人力资源和社会保障局"


def test_a_folder_is_read_whole_whatever_happens_to_one_document(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run(folder, "-o", out, "--jobs", "2")
    assert done.returncode == 3
    assert sorted(str(p.relative_to(out)) for p in out.rglob("*.json")) == ["a.json", "b.json"]
    assert "document-damaged" in done.stderr
    assert done.stderr.splitlines()[-1] == "4 documents: 1 read whole, 1 no report, 1 read in part, 1 not read"
    assert load(out / "a.json").year == 2025


def test_reports_in_json_are_taken_over_and_what_was_written_is_not_read_again(tmp_path: Path) -> None:
    report = load(EXAMPLES / "minhang-2025.json")
    (tmp_path / "a.json").write_bytes(dumps(report).replace(b"\n", b"\r\n"))
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "broken.json").write_text('{"layout": "2021"}')
    out = tmp_path / "out"
    done = run(tmp_path, "-o", out, "--evidence", tmp_path / "evidence")
    assert done.returncode == 3
    assert sorted(p.name for p in out.iterdir()) == ["a.html.json", "a.json.json"]
    assert (out / "a.json.json").read_bytes() == dumps(report)
    assert "missing-member" in done.stderr
    again = run(tmp_path, "-o", out, "--evidence", tmp_path / "evidence")
    assert again.stderr.splitlines()[-1] == "3 documents: 2 skipped, 1 not read"
    assert run(tmp_path / "a.json").stdout.encode() == dumps(report)


def test_a_run_is_taken_up_where_it_was_broken_off(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").write_text("kept")
    assert "skipped" in run(folder / "a.html", folder / "b.htm", "-o", out).stderr
    assert (out / "a.json").read_text() == "kept"
    assert load(out / "b.json").year == 2019
    assert run(folder / "a.html", "-o", out, "--force").returncode == 0
    assert load(out / "a.json").year == 2025


def test_a_single_file_that_is_there_is_kept_unless_it_may_be_replaced(folder: Path, tmp_path: Path) -> None:
    out, evidence = tmp_path / "out.json", tmp_path / "evidence.json"
    arguments = (folder / "a.html", "-o", out, "--evidence", evidence)
    out.write_text("of another document")
    assert run(*arguments).returncode == 2
    assert out.read_text() == "of another document"
    out.unlink()
    evidence.write_text("of another document")
    assert run(*arguments).returncode == 2
    assert evidence.read_text() == "of another document"
    assert not out.exists()
    assert run(*arguments, "--force").returncode == 0
    assert load(out).year == 2025


@pytest.mark.parametrize("name", ["a.html", "."])
def test_the_evidence_never_takes_the_place_of_the_reports(folder: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    done = run(folder / name, "-o", out, "--evidence", tmp_path / "other" / ".." / "out")
    assert done.returncode == 2
    assert not out.exists()


@pytest.mark.parametrize(("name", "code"), [("a.html", 0), ("b.htm", 1), ("deep/c.docx", 3), ("none.html", 3)])
def test_the_exit_code_says_how_much_was_read(folder: Path, tmp_path: Path, name: str, code: int) -> None:
    assert run(folder / name, "-o", tmp_path / "out.json").returncode == code


def test_the_evidence_says_where_each_value_is_printed(folder: Path, tmp_path: Path) -> None:
    evidence = tmp_path / "evidence.json"
    run(folder / "b.htm", "-o", tmp_path / "out.json", "--evidence", evidence)
    value = json.loads(evidence.read_bytes())
    jsonschema.Draft202012Validator(resources.read("meta/evidence.schema.json")).validate(value)
    assert value["completeness"] == "part"
    assert value["evidence"]["/requests/total/received"] == {"table": 2, "row": 4, "column": 10}


def test_documents_that_differ_in_their_suffix_only_keep_it(folder: Path, tmp_path: Path) -> None:
    (folder / "a.htm").write_bytes(HTML)
    run(folder / "a.html", folder / "a.htm", "-o", tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["a.htm.json", "a.html.json"]


def test_several_documents_need_a_folder(folder: Path) -> None:
    assert run(folder / "a.html", folder / "b.htm").returncode == 2


def test_validate_reads_what_was_published(folder: Path) -> None:
    command = [sys.executable, "-m", "govreport", "validate", str(folder / "a.html"), str(folder / "deep" / "c.docx")]
    done = processes.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 3
    assert "document-damaged" in done.stdout
