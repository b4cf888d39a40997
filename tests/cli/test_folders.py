"""Folders of mixed files: every report is checked, whatever its format, and all else is told of."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from govreport import resources
from govreport.batches import validate as batch
from govreport.batches.single import Asked
from govreport.batches.sources import Job

from .publishing import CLEAN, CONTRADICTION, OLD_OFFICE, published
from .running import NONE, govreport, listed, validate

PASSED_OVER = {"zh": "另有 3 个其他类型的文件未处理：.png 2 个、无后缀 1 个", "en": ".png (2), no suffix (1)"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.json").write_bytes(Path(NONE).read_bytes())
    (folder / "b.html").write_bytes(published("html", CONTRADICTION))
    (folder / "c.docx").write_bytes(published("docx"))
    (folder / "d.doc").write_bytes(OLD_OFFICE)
    (folder / "sub" / "E.XLSX").write_bytes(published("xlsx"))
    (folder / "~$c.docx").write_bytes(b"")
    for name in ("f.png", "g.png", "Makefile"):
        (folder / name).write_bytes(b"")
    return folder


def test_every_report_of_a_folder_is_checked_in_whatever_format(folder: Path) -> None:
    output = listed(folder)
    codes = {Path(d["path"]).name: [f["code"] for f in d["findings"]] for d in output["files"]}
    assert codes == {
        "a.json": [],
        "b.html": ["disputes-totals", "disputes-totals"],
        "c.docx": [],
        "d.doc": ["format-old"],
        "E.XLSX": [],
    }
    assert output["summary"]["files"] == 5
    assert validate(folder).exit_code == 3


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "github"])
def test_the_summary_tells_of_the_files_of_other_kinds(folder: Path, form: str, language: str) -> None:
    last = validate(folder, "--format", form, "--lang", language).stdout.splitlines()[-1]
    assert last.endswith(PASSED_OVER[language])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_programs_are_told_of_them_too(folder: Path, language: str) -> None:
    output = listed(folder, "--lang", language)
    Draft202012Validator(resources.read("meta/output.schema.json")).validate(output)
    assert output["summary"]["passed_over"] == 3
    sarif = json.loads(validate(folder, "--format", "sarif", "--lang", language).stdout)
    (notification,) = sarif["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].endswith(PASSED_OVER[language])


def test_where_nothing_is_passed_over_nothing_is_told() -> None:
    assert listed(NONE)["summary"]["passed_over"] == 0
    assert len(validate(NONE).stdout.splitlines()) == 1
    sarif = json.loads(validate(NONE, "--format", "sarif").stdout)
    assert sarif["runs"][0]["invocations"] == [{"executionSuccessful": True}]


def test_files_of_other_kinds_are_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(Path(NONE).read_bytes())
    (tmp_path / "b.png").write_bytes(b"")
    assert validate(tmp_path).exit_code == 0


def test_many_kinds_are_not_all_named(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"x.a{number}").write_bytes(b"")
    told = validate(tmp_path, "--lang", "zh").stdout.splitlines()[-1]
    assert told.startswith("另有 20 个")
    assert told.endswith("等")
    assert told.count(".a") == 8


def test_extract_takes_the_documents_that_validate_takes(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = govreport("extract", folder, "-o", out)
    assert result.exit_code == 3
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*.json")) == [
        "a.json",
        "b.json",
        "c.json",
        "sub/E.json",
    ]
    assert "format-old" in result.stderr
    assert "save it as DOCX" in result.stderr
    for kind in (".png (2)", "no suffix (1)"):
        assert kind in result.stderr


@pytest.mark.parametrize("arguments", [("convert", "--to", "2019", "-o", "{}/out", "-q"), ("restore", "-o", "{}/out")])
def test_what_takes_json_alone_tells_of_published_documents_and_what_reads_them(
    folder: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    result = govreport(*(a.format(tmp_path) for a in arguments), folder)
    assert ".html (1)" in result.stderr
    assert "govreport extract" in result.stderr


def test_a_folder_without_reports_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(b"")
    for command in ("validate", "table", "extract"):
        result = govreport(command, tmp_path)
        assert result.exit_code == 3
        assert "folder-empty" in result.output + result.stderr
        assert ".png (1)" in result.output + result.stderr


def test_two_documents_never_become_one_file(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.docx").write_bytes(published("docx"))
    result = govreport("extract", folder, other, "-o", tmp_path / "out", "--lang", "zh")
    assert result.exit_code == 2
    assert "c.docx" in result.stderr
    assert not (tmp_path / "out").exists()


def test_many_published_documents_are_shared_among_processes_as_one_would_check_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = validate(folder, "--jobs", "1").stdout
    assert validate(folder, "--jobs", "2").stdout == alone
    workers: list[int] = []
    shared = batch._pool

    def count(number: int, asked: Asked) -> Any:
        workers.append(number)
        return shared(number, asked)

    monkeypatch.setattr(batch, "_pool", count)
    monkeypatch.setattr(batch, "processors", lambda: 2)
    assert validate(folder).stdout == alone
    assert workers == [1]
    monkeypatch.setattr(batch, "_WORTH_PROCESSES", 80)
    assert validate(folder).stdout == alone
    assert validate(*[NONE] * 100).exit_code == 0
    assert workers == [1, 2]


def test_a_published_document_is_a_piece_of_work_by_itself() -> None:
    tasks = [Job(str(number), is_published=number == 3) for number in range(70)]
    assert [len(chunk) for chunk in batch._chunks(iter(tasks))] == [3, 1, 64, 2]


def test_a_named_file_is_read_by_its_content(tmp_path: Path) -> None:
    page = tmp_path / "report.doc"
    page.write_bytes(published("html"))
    assert listed(page)["files"][0]["findings"] == []
    assert govreport("extract", page).exit_code == 0
    assert json.loads(CLEAN.read_bytes())["year"] == json.loads(govreport("extract", page).stdout)["year"]
