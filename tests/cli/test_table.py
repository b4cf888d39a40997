"""`govreport table` and its function: one row for each report, under the columns of one layout."""

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from govreport import load
from govreport.corpus.table import header, rows, written
from govreport.form.layout import load_layout
from tests.reports import EXAMPLES

from .converting import HONGZE, HUAIAN, JIADING, lines_of, run

MARK = b"\xef\xbb\xbf"


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table by the names of their columns."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().removeprefix(MARK).decode(), newline="")))


@pytest.mark.parametrize("layout", ["2019", "2021"])
def test_every_cell_has_a_column_named_by_its_pointer(layout: str) -> None:
    names = header(layout)
    assert names[:4] == ("path", "layout", "year", "organ.name")
    assert len(set(names)) == len(names)
    assert {cell[1:].replace("/", ".") for cell in load_layout(layout).cells} < set(names)
    # Groups that another layout has as one cell have a column before those of their cells.
    assert names.index("requests.total.outcomes.other") < names.index("requests.total.outcomes.total")


def test_a_row_holds_what_the_report_holds() -> None:
    report = load(HUAIAN)
    (row,) = rows([("a.json", report)], "2021")
    values = dict(zip(header("2021"), row, strict=True))
    assert (values["path"], values["layout"], values["year"]) == ("a.json", "2021", 2024)
    assert values["organ.name"] == "淮安市人民政府"
    assert values["requests.natural_person.outcomes.other.fee_overdue"] == 6
    assert values["proactive_disclosure.charges.administrative_fees.amount"] == Decimal("96171.6")
    assert values["requests.natural_person.outcomes.other"] is None


def test_reports_of_another_layout_keep_their_own_in_the_leading_columns() -> None:
    report = load(JIADING)
    values = dict(zip(header("2021"), next(rows([("a", report)], "2021")), strict=True))
    assert values["layout"] == "2019"
    assert values["requests.natural_person.outcomes.other"] == report.requests.natural_person.outcomes.other
    assert values["proactive_disclosure.charges.administrative_fees.amount"] is None


def test_an_undivided_figure_is_never_lost() -> None:
    report: Any = load(HUAIAN)
    figure: Any = attrs.evolve(load(HONGZE).undivided[0], pointer="/disputes/reconsideration", value=9)
    counts = attrs.evolve(
        report.disputes.reconsideration, upheld=None, corrected=None, other=None, pending=None, total=None
    )
    disputes = attrs.evolve(report.disputes, reconsideration=counts)
    report = attrs.evolve(report, undivided=(figure,), disputes=disputes)
    for layout in ("2019", "2021"):
        values = dict(zip(header(layout), next(rows([("a", report)], layout)), strict=True))
        assert values["undivided"] == "disputes.reconsideration=9"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_text_is_never_a_formula(sign: str) -> None:
    assert written(f"{sign}1+1") == f"'{sign}1+1"


def test_figures_stay_figures_and_blanks_are_empty() -> None:
    assert [written(value) for value in (-18, Decimal("52.290"), None, "某局")] == ["-18", "52.290", "", "某局"]


def test_the_table_has_a_row_for_each_report_of_each_file(tmp_path: Path) -> None:
    lines = tmp_path / "a.ndjson"
    lines.write_bytes(lines_of(HONGZE, HUAIAN))
    assert run("table", JIADING, lines, "--to", "2021", "-o", tmp_path / "t.csv") == (0, "")
    table = read(tmp_path / "t.csv")
    assert [row["path"] for row in table] == [str(JIADING), f"{lines}:1", f"{lines}:2"]
    assert [row["layout"] for row in table] == ["2019", "2021", "2021"]
    assert table[1]["requests.natural_person.outcomes.other"] == "0"
    assert table[1]["requests.natural_person.outcomes.other.other"] == ""


def test_the_byte_order_mark_is_for_spreadsheets_alone(tmp_path: Path) -> None:
    for name, is_marked in (("t.csv", True), ("t.CSV", True), ("t.txt", False)):
        assert run("table", HUAIAN, "-o", tmp_path / name, "--force")[0] == 0
        assert (tmp_path / name).read_bytes().startswith(MARK) == is_marked


def test_a_table_in_the_older_layout_has_its_columns(tmp_path: Path) -> None:
    assert run("table", HUAIAN, HONGZE, "--to", "2019", "-o", tmp_path / "t.csv")[0] == 0
    first, second = read(tmp_path / "t.csv")
    assert tuple(first) == header("2019")
    assert first["requests.natural_person.outcomes.other"] == "181"
    assert second["requests.natural_person.outcomes.other"] == "0"


def test_what_is_no_report_is_told_and_left_out(tmp_path: Path) -> None:
    broken = EXAMPLES / "defects" / "missing-member.json"
    code, told = run("table", broken, HUAIAN, tmp_path / "none.json", "-o", tmp_path / "t.csv")
    assert code == 3
    assert "error[missing-member]" in told
    assert "file-missing" in told
    assert [row["path"] for row in read(tmp_path / "t.csv")] == [str(HUAIAN)]


def test_nothing_is_replaced_without_force(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("mine")
    assert run("table", HUAIAN, "-o", tmp_path / "t.csv")[0] == 2
    assert (tmp_path / "t.csv").read_text() == "mine"
