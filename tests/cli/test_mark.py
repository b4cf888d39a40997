"""`validate --mark`: a copy of the file itself with comments; the file is never touched, nor replaced unasked."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest

from .publishing import CONTRADICTION, published
from .running import govreport, validate


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(published("docx", CONTRADICTION))
    return path


def comments(path: Path) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(path.read_bytes())).comments]


def test_a_copy_is_written_beside_what_is_told(draft: Path) -> None:
    before, copy = draft.read_bytes(), draft.with_name("copy.docx")
    done, plain = validate(draft, "--mark", copy), validate(draft)
    assert (done.exit_code, done.stdout) == (plain.exit_code, plain.stdout)
    assert done.exit_code == 1
    assert done.stderr == f"{copy}: comments on 2 findings\n"
    assert draft.read_bytes() == before
    assert len(comments(copy)) == 2
    assert all("[disputes-totals]" in text for text in comments(copy))


def test_comments_are_in_the_readers_language(draft: Path) -> None:
    copy = draft.with_name("copy.docx")
    govreport("validate", draft, "--mark", copy, LC_ALL="zh_CN.UTF-8")
    first, _ = comments(copy)
    assert first.startswith("错误：四种结果之和为 11，而总计为 0，相差 11\n位置：表四 › 行政复议 › 总计\n")
    assert "依据：" in first


def test_only_what_is_told_is_commented(draft: Path) -> None:
    copy = draft.with_name("copy.docx")
    done = validate(draft, "--ignore", "disputes-totals", "--mark", copy)
    assert done.stderr == f"{copy}: nothing to comment on, the same as the original\n"
    assert copy.read_bytes() == draft.read_bytes()


def test_a_workbook_gets_notes(tmp_path: Path) -> None:
    path, copy = tmp_path / "draft.xlsx", tmp_path / "copy.xlsx"
    path.write_bytes(published("xlsx", CONTRADICTION))
    validate(path, "--mark", copy)
    book = openpyxl.load_workbook(copy)
    assert sum(bool(cell.comment) for sheet in book for row in sheet.iter_rows() for cell in row) == 2


def test_what_is_there_is_replaced_on_demand_only(draft: Path) -> None:
    copy = draft.with_name("copy.docx")
    copy.write_bytes(b"mine")
    refused = validate(draft, "--mark", copy)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert copy.read_bytes() == b"mine"
    assert validate(draft, "--mark", copy, "--force").exit_code == 1
    assert len(comments(copy)) == 2


def test_the_original_is_never_written_to(draft: Path) -> None:
    link = draft.with_name("link.docx")
    link.symlink_to(draft)
    before = draft.read_bytes()
    for place in (draft, link):
        done = validate(draft, "--mark", place, "--force")
        assert done.exit_code == 2
        assert "is the original" in done.stderr
    assert draft.read_bytes() == before


@pytest.mark.parametrize("name", ["copy.xlsx", "copy", "-"])
def test_the_copy_has_the_format_of_the_original(draft: Path, name: str) -> None:
    done = validate(draft, "--mark", draft.with_name(name) if name != "-" else name)
    assert done.exit_code == 2
    assert ".docx" in done.stderr


def test_it_is_for_one_office_file(draft: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(published("html", CONTRADICTION))
    for paths in ([draft, draft], [tmp_path], [page], ["-"], [tmp_path / "*.docx"]):
        done = validate(*paths, "--mark", tmp_path / "copy.docx")
        assert done.exit_code == 2
        assert "--mark is for a single Word" in done.stderr
    assert not (tmp_path / "copy.docx").exists()


def test_findings_and_copy_go_to_different_places(draft: Path) -> None:
    copy = draft.with_name("copy.docx")
    assert validate(draft, "--mark", copy, "-o", copy).exit_code == 2
    assert not copy.exists()


def test_of_a_file_that_cannot_be_checked_there_is_no_copy(tmp_path: Path) -> None:
    path, copy = tmp_path / "draft.docx", tmp_path / "copy.docx"
    path.write_bytes(b"PK\x03\x04")
    done = validate(path, "--mark", copy)
    assert done.exit_code == 3
    assert "was not written" in done.stderr
    assert not copy.exists()


def test_a_page_that_calls_itself_a_word_document_is_refused(tmp_path: Path) -> None:
    path, copy = tmp_path / "draft.docx", tmp_path / "copy.docx"
    path.write_bytes(published("html", CONTRADICTION))
    done = validate(path, "--mark", copy)
    assert done.exit_code == 2
    assert f"{copy} cannot be written" in done.stderr
    assert not copy.exists()


def test_limits_hold_for_the_copy(draft: Path) -> None:
    done = validate(draft, "--mark", draft.with_name("copy.docx"), "--max-cells", "10")
    assert done.exit_code == 3
    assert "was not written" in done.stderr
