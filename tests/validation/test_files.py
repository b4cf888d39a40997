"""Files, folders, patterns, lines and standard input: each document accounted for, nothing raised."""

import io
import os
import sys
from pathlib import Path

import pytest

from govreport import validate
from govreport.batches.outcomes import Checked
from govreport.batches.validate import check_all, count
from tests.reports import changed, clean, document

GOOD = document(clean())
BAD = document(changed({"/disputes/reconsideration/upheld": 9}))


def outcomes(*paths: object, jobs: int | None = 1) -> list[tuple[str, int | None, list[str]]]:
    checked = check_all([str(p) for p in paths], jobs=jobs)
    return [(Path(c.path).name, c.document, [f.code for f in c.findings]) for c in checked]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.json").write_bytes(GOOD)
    (tmp_path / "a.json").write_bytes(BAD)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.json").write_bytes(b"")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.json").write_bytes(GOOD)
    return tmp_path


def test_a_folder_is_searched_through_in_order_without_hidden_folders(folder: Path) -> None:
    assert outcomes(folder) == [
        ("a.json", None, ["disputes-totals"]),
        ("b.json", None, []),
        ("c.json", None, ["empty"]),
    ]
    assert count([str(folder)]) == 3


def test_a_pattern_stands_for_the_files_it_matches(folder: Path) -> None:
    assert [name for name, _, _ in outcomes(folder / "*.json")] == ["a.json", "b.json"]
    assert [name for name, _, _ in outcomes(folder / "**" / "*.json")] == ["a.json", "b.json", "c.json"]


def test_what_cannot_be_checked_is_an_outcome_too(folder: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert outcomes(folder / "none.json", folder / "x*.json", empty, folder / "picture.png") == [
        ("none.json", None, ["file-missing"]),
        ("x*.json", None, ["file-missing"]),
        ("empty", None, ["folder-empty"]),
        ("picture.png", None, ["file-unsupported"]),
    ]


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes of this kind on Windows")
def test_what_is_no_regular_file_is_refused_unread(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    assert outcomes(pipe) == [("pipe.json", None, ["file-unreadable"])]


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="permissions do not bind the superuser, nor are they of this kind on Windows",
)
def test_a_file_that_may_not_be_read_is_told_so(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_bytes(GOOD)
    secret.chmod(0)
    assert outcomes(secret) == [("secret.json", None, ["file-forbidden"])]


def test_permission_denied_is_told_from_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(os, "open", refuse)
    assert [f.code for f in validate(tmp_path / "x.json").findings] == ["file-forbidden"]


def test_a_file_of_lines_gives_one_outcome_for_each_line_that_is_not_blank(tmp_path: Path) -> None:
    compact = document(clean(), indent=None)
    bad = document(changed({"/disputes/reconsideration/upheld": 9}), indent=None)
    lines = tmp_path / "all.ndjson"
    lines.write_bytes(compact + b"\r\n\n" + bad + b"\n{\n" + compact)
    assert outcomes(lines) == [
        ("all.ndjson", 1, []),
        ("all.ndjson", 3, ["disputes-totals"]),
        ("all.ndjson", 4, ["truncated"]),
        ("all.ndjson", 5, []),
    ]
    (second,) = [c for c in check_all([str(lines)]) if c.document == 3]
    assert [f.line for f in second.findings] == [3]


def test_a_file_of_lines_without_any_is_empty(tmp_path: Path) -> None:
    lines = tmp_path / "none.ndjson"
    lines.write_bytes(b"\n \n")
    assert outcomes(lines) == [("none.ndjson", None, ["empty"])]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (GOOD, [("-", None, [])]),
        (b"", [("-", None, ["empty"])]),
        (document(clean(), indent=None) + b"\n" + document(clean(), indent=None), [("-", 1, []), ("-", 2, [])]),
    ],
)
def test_standard_input_is_a_document_or_one_on_each_line(
    data: bytes, expected: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert outcomes("-") == expected


def test_several_processes_give_what_one_gives_in_the_same_order(tmp_path: Path) -> None:
    for number in range(150):
        (tmp_path / f"{number:03}.json").write_bytes(BAD if number % 7 == 0 else GOOD)
    one = list(check_all([str(tmp_path)], jobs=1))
    assert list(check_all([str(tmp_path)], jobs=2)) == one
    assert sum(bool(c.findings) for c in one) == 22


def test_a_defect_of_the_library_is_an_outcome_and_does_not_stop_the_rest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from govreport.validation import exact

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(exact, "examine_judged", fail)
    assert [c for _, _, c in outcomes(folder)] == [["internal-error"], [], ["internal-error"]]


def test_an_outcome_tells_the_layout_of_the_document(folder: Path) -> None:
    assert [Checked(c.path, None, c.layout).layout for c in check_all([str(folder / "b.json")])] == ["2021"]


def test_validate_takes_a_path(folder: Path) -> None:
    assert validate(folder / "b.json").findings == ()
    assert [f.code for f in validate(folder / "none.json").findings] == ["file-missing"]
    assert [f.code for f in validate(folder).findings] == ["file-unreadable"]
