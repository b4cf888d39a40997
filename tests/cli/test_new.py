"""`new`: a blank report as JSON, or as the printed form to fill in with an office program."""

from pathlib import Path

import pytest

import govreport as library

from .running import govreport, validate

BLANK = ("new", "--layout", "2021", "--year", "2025", "--organ", "某县财政局")


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
def test_a_blank_form_is_read_as_the_blank_report(form: str, tmp_path: Path) -> None:
    path, plain = tmp_path / f"blank.{form}", tmp_path / "blank.json"
    assert govreport(*BLANK, "-o", path).exit_code == 0
    assert govreport(*BLANK, "-o", plain).exit_code == 0
    read, report = library.extract(path).value, library.load(plain)
    assert (read["layout"], read["year"], read["organ"]["name"]) == ("2021", 2025, "某县财政局")
    assert len(read["marks"]) == 200
    assert report.requests.total.received is None
    assert "0 of 200 cells filled in" in validate(path, "--draft").stderr


def test_the_format_may_be_said(tmp_path: Path) -> None:
    path = tmp_path / "blank"
    govreport(*BLANK, "--format", "docx", "-o", path)
    assert path.read_bytes().startswith(b"PK")
    assert govreport(*BLANK, "--format", "json").stdout.startswith("{")
