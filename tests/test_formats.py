"""Which files hold JSON: one rule for `check`, `tasks` and every other command that is given a file of any format."""

from pathlib import Path

import pytest

from govreport.checking import check
from govreport.cli.loading import load_any
from govreport.documents.limits import Limits
from govreport.formats import is_json


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.json", b"", True),
        ("a.JSON", b"<html>", True),
        ("a", b" \n{}", True),
        ("a", b"[]", True),
        ("a.doc.bak", b"\xef\xbb\xbf{}", True),
        ("a.txt", b" " * 100 + b"{}", True),
        ("a.md", "[返回首页](index.html)".encode(), False),
        ("a.txt", b"[]", False),
        ("a.html", b"<html>", False),
        ("a", b"", False),
        ("a.txt", b" \n", False),
    ],
)
def test_a_file_is_json_by_its_name_or_by_how_it_begins(name: str, data: bytes, expected: bool) -> None:
    assert is_json(name, data) is expected


@pytest.mark.parametrize(("name", "data"), [("a.txt", "\ufeff{}"), ("b", "[]"), ("c.md", " {}")])
def test_check_and_the_commands_that_load_a_document_agree_on_it(tmp_path: Path, name: str, data: str) -> None:
    path = tmp_path / name
    path.write_text(data, encoding="utf-8")
    seen: list[bytes] = []
    load_any(str(path), seen.append, lambda found: None, Limits())
    assert seen == [data.encode()]
    assert {"unknown-layout", "wrong-type"} & {finding.code for finding in check(path).findings}
