"""Markdown and CSV."""

import csv
import io
import re
from itertools import pairwise
from typing import Any

import pytest

from govreport.documents.rendering.render import render
from govreport.documents.rendering.report.csv import COLUMNS
from govreport.documents.rendering.report.printable import printable
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.rules.sheet import read_sheet

from .samples import FORMULA_LIKE, HOSTILE, NATURAL, SAMPLES, sample


def rows(name: str, **options: Any) -> dict[str, dict[str, str]]:
    data = render(sample(name), "csv", **options)
    assert data.startswith(b"\xef\xbb\xbf")
    return {row["pointer"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))}


def lines(name: str) -> list[str]:
    return render(sample(name), "md").decode().split("\n")


@pytest.mark.parametrize("name", SAMPLES)
def test_csv_has_a_row_for_each_cell_with_its_figure_or_its_mark(name: str) -> None:
    report, found = sample(name), rows(name)
    sheet = read_sheet(load_layout(report.layout), unstructure(report))
    for pointer, figure in sheet.figures.items():
        row = found[pointer]
        if figure is not None:
            assert row["value"] == str(figure)
        assert sum(bool(row[column]) for column in ("value", "mark", "undivided")) == 1
        assert row["row_zh"] or row["column_zh"]
    assert {pointer: found[pointer]["value"] for pointer in sheet.undivided} == {
        pointer: str(figure) for pointer, figure in sheet.undivided.items()
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_csv_holds_no_text_that_a_spreadsheet_would_calculate(name: str) -> None:
    for row in rows(name, findings=True).values():
        for column, text in row.items():
            assert not text.startswith(("=", "+", "@", "\t", "\r", "＝", "＋", "－", "＠"))
            if text.startswith("-"):
                assert column == "value"
                assert re.fullmatch(r"-\d+", text)


def test_csv_takes_one_apostrophe_to_read_back() -> None:
    found = rows("hostile")
    assert found["/preamble"]["value"] == "'" + "\n".join(FORMULA_LIKE)
    assert found["/organ/name"]["value"].startswith("'=cmd")
    assert found["/disputes"]["notes"] == "'=1"


def test_csv_names_places_in_both_languages() -> None:
    row = rows("clean")[f"{NATURAL}/outcomes/denied/state_secret"]
    assert row["row_zh"] == "三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密"
    assert (row["column_zh"], row["column_en"]) == ("自然人", "Natural persons")
    assert row["row_en"].endswith("State secret")


def test_csv_has_a_column_of_findings_only_where_they_are_asked_for() -> None:
    assert tuple(rows("disputes-2023")["/year"]) == COLUMNS
    assert "[disputes-totals]" in rows("disputes-2023", findings=True)["/disputes/reconsideration/total"]["findings"]


def test_csv_keeps_every_paragraph_of_a_text() -> None:
    assert rows("shanghai-2021")["/overview"]["value"] == printable(sample("shanghai-2021")).overview


@pytest.mark.parametrize("name", SAMPLES)
def test_markdown_rows_are_as_wide_as_their_table(name: str) -> None:
    bars = [len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0 for line in lines(name)]
    tables = [list(run) for run in re.findall(r"\x01+", "".join("\x01" if bar else "\x00" for bar in bars))]
    assert len(tables) == (7 if sample(name).layout == "2019" else 6)
    for before, after in pairwise(bars):
        assert not before or not after or before == after


def test_markdown_shows_merged_figures_by_signs() -> None:
    below = [line for line in lines("merged-below") if "| ^^ |" in line]
    assert len(below) == 7
    assert "| 7 | << | << | << | << |" in "\n".join(lines("merged-beside"))


def test_nothing_in_a_report_means_anything_to_markdown() -> None:
    text = render(sample("hostile"), "md").decode()
    first, _, title = text.split("\n")[:3]
    assert first == "<main>"
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", title) == f"# {HOSTILE}"
    body = text[len(first) : text.index("## 二")]
    assert not re.search(r"(?<!\\)[<>`*_\[\]|]", body)
    starts = [line for line in body.split("\n") if re.match(r"(#|[-+=>] ?|\d+[.)]\s)", line)]
    assert [line for line in starts if not line.startswith(("# \\<", "## 一"))] == []
