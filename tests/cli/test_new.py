"""`new`: a blank report as JSON, or as the printed form to fill in with an office program."""

import json
from pathlib import Path

import openpyxl
import pytest

import govreport as library
from govreport import resources

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


@pytest.mark.parametrize(("year", "layout"), [("2019", "2019"), ("2020", "2019"), ("2021", "2021"), ("2030", "2021")])
def test_the_layout_follows_from_the_year(year: str, layout: str) -> None:
    made = govreport("new", "--year", year, "--organ", "某县财政局")
    assert json.loads(made.stdout)["layout"] == layout
    assert govreport("new", "--year", year, "--organ", "某县财政局", "--layout", layout).stdout == made.stdout


def test_a_year_without_a_layout_asks_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "layouts_of", lambda year: ())
    refused = govreport("new", "--year", "2050", "--organ", "某县财政局")
    assert refused.exit_code == 2
    assert "--layout" in refused.stderr
    assert govreport("new", "--year", "2050", "--organ", "某县财政局", "--layout", "2021").exit_code == 0


def test_rules_are_those_of_the_newest_layout_unless_another_is_named() -> None:
    assert govreport("rules").stdout == govreport("rules", "2021").stdout != govreport("rules", "2019").stdout


def test_the_workbook_speaks_the_language_of_whoever_asks_for_it(tmp_path: Path) -> None:
    for language, said in (("zh", "已填 0/15 格"), ("en", "cells filled: 0 of 15")):
        path = tmp_path / f"{language}.xlsx"
        assert govreport(*BLANK, "-o", path, "--lang", language).exit_code == 0
        assert openpyxl.load_workbook(path, data_only=True).worksheets[3]["Q1"].value == said


def test_what_no_print_carries_is_told(tmp_path: Path) -> None:
    made = govreport(*BLANK, "--kind", "department", "--level", "county", "-o", tmp_path / "blank.xlsx")
    assert all(label in made.stderr for label in ("机关类别", "行政层级"))
    assert govreport(*BLANK, "-o", tmp_path / "other.xlsx").stderr == ""
