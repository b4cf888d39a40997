"""Where nothing can be written, the reader is told why, in their language, and nothing is blamed on the program."""

from pathlib import Path

import pytest

from .publishing import published
from .running import NONE, govreport, start

FULL = {"zh": "出错：无法写入 <标准输出>：磁盘已满", "en": "error: cannot write <stdout>: no space left"}
# What systems say of a file where a folder should be differs.
WORDS = {"zh": ("文件夹", "同名的文件"), "en": ("folder", "in the way")}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", [["explain"], ["rules", "2021"], ["validate", NONE], ["table", NONE]])
def test_a_full_disk_is_told_and_is_no_defect_of_the_program(command: list[str], language: str) -> None:
    with open("/dev/full", "wb") as full, start(*command, "--lang", language, stdout=full) as process:
        _, told = process.communicate(timeout=60)
    assert process.returncode == 2
    assert told.decode().splitlines() == [FULL[language]]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_why_nothing_can_be_written_is_told_in_the_readers_language(tmp_path: Path, language: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    page = tmp_path / "a.html"
    page.write_bytes(published("html"))
    for arguments in (
        ("validate", NONE, "-o", tmp_path / "none" / "x"),
        ("validate", NONE, "-o", tmp_path),
        ("render", NONE, "-o", file / "x.html"),
        ("extract", page, "-o", file / "x.json"),
        ("convert", NONE, "--to", "2019", "-o", file / "x.json"),
    ):
        result = govreport(*arguments, "--lang", language)
        assert result.exit_code == 2, arguments
        told = result.stderr.replace(str(tmp_path), "")
        assert any(word in told for word in WORDS[language]), told


def test_the_place_is_told_by_the_name_that_was_given(tmp_path: Path) -> None:
    place = tmp_path / ("x" * 230 + ".json")
    for arguments in (("validate", NONE), ("convert", NONE, "--to", "2019")):
        result = govreport(*arguments, "-o", place)
        assert result.exit_code == 2
        assert str(place) in result.stderr
        assert "the name is too long" in result.stderr
        assert ".part" not in result.stderr


def test_a_folder_is_needed_for_several_reports(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(published("html"))
    result = govreport("extract", tmp_path, "-o", tmp_path / "a.html", "--lang", "zh")
    assert result.exit_code == 2
    assert "不是文件夹" in result.stderr


def test_render_refuses_published_documents_and_says_what_reads_them(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(published("html"))
    result = govreport("render", page, "-o", tmp_path / "b.html")
    assert result.exit_code == 3
    assert "govreport extract" in result.stderr
    assert not (tmp_path / "b.html").exists()


def test_render_asks_for_a_format_where_there_is_none() -> None:
    result = govreport("render", NONE)
    assert result.exit_code == 2
    assert "--output" in result.stderr
    assert "docx, xlsx, md or csv" in result.stderr
