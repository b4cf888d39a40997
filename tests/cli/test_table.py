"""`govreport table` and what it is made of: rows in three shapes, written in four formats, with their codebooks."""

import csv
import io
import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from pyarrow import parquet

from govreport import dumps, load
from govreport.corpus.columns import SHAPES, columns
from govreport.corpus.figures import Cell, figures_in, figures_of
from govreport.corpus.reading import Reading, read
from govreport.corpus.rows import rows_of
from govreport.corpus.writing.delimited import written
from govreport.form.layout import load_layout
from tests.reports import EXAMPLES

from .converting import HONGZE, HUAIAN, JIADING, lines_of, run
from .publishing import published

MARK = b"\xef\xbb\xbf"
LAYOUTS = ("2019", "2021")
AMOUNT = "proactive_disclosure.charges.administrative_fees.amount"


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table in CSV by the names of their columns."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().removeprefix(MARK).decode(), newline="")))


def names(layout: str, shape: Any = "wide") -> tuple[str, ...]:
    return tuple(column.name for column in columns(layout, shape))


def rows(data: bytes, layout: str = "2021", shape: Any = "wide") -> list[dict[str, Cell]]:
    """Return the rows of a report by the names of their columns."""
    reading = read(data)
    assert isinstance(reading, Reading)
    return [dict(zip(names(layout, shape), row, strict=True)) for row in rows_of("a.json", reading, layout, shape)]


def changed(path: Path, **members: Any) -> bytes:
    """Return a report with members replaced."""
    return json.dumps({**json.loads(path.read_bytes()), **members}).encode()


def with_fee(amount: Any, unit: str | None = None) -> bytes:
    """Return a report that charged so much."""
    report = json.loads(HUAIAN.read_bytes())
    fee = report["proactive_disclosure"]["charges"]["administrative_fees"]
    fee["amount"] = amount
    fee |= {"unit": unit} if unit else {}
    return json.dumps(report).encode()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_has_a_column_named_by_its_pointer(layout: str) -> None:
    named = names(layout)
    assert named[:4] == ("path", "layout", "year", "organ.name")
    assert {cell[1:].replace("/", ".") for cell in load_layout(layout).cells} < set(named)
    # Groups that another layout has as one cell have a column before those of their cells.
    assert named.index("requests.total.outcomes.other") < named.index("requests.total.outcomes.total")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_no_two_columns_have_one_name_or_one_title(layout: str, shape: Any) -> None:
    for called in (
        names(layout, shape),
        *([column.title[language] for column in columns(layout, shape)] for language in ("zh", "en")),
    ):
        assert len(set(called)) == len(called)
        assert all(called)


def test_a_row_holds_what_the_report_holds() -> None:
    (row,) = rows(HUAIAN.read_bytes())
    assert (row["path"], row["layout"], row["year"]) == ("a.json", "2021", 2024)
    assert row["organ.name"] == "淮安市人民政府"
    assert (row["kind"], row["level"]) == ("government", "city")
    assert row["requests.natural_person.outcomes.other.fee_overdue"] == 6
    assert row[AMOUNT] == Decimal("96171.6")
    assert row["requests.natural_person.outcomes.other"] is None
    assert row["comparable"] is True


def test_kind_and_level_are_those_of_the_name_where_the_report_states_none() -> None:
    (row,) = rows(changed(HUAIAN, organ={"name": "云溪县水利局"}))
    assert (row["organ.kind"], row["organ.level"]) == (None, None)
    assert (row["kind"], row["level"]) == ("department", "county")
    (row,) = rows(changed(HUAIAN, organ={"name": "云溪县水利局", "level": "city"}))
    assert (row["kind"], row["level"]) == ("department", "city")


def test_reports_of_another_layout_keep_their_own_in_the_leading_columns() -> None:
    report: Any = load(JIADING)
    (row,) = rows(JIADING.read_bytes())
    assert row["layout"] == "2019"
    assert row["comparable"] is False
    assert row["requests.natural_person.outcomes.other"] == report.requests.natural_person.outcomes.other
    assert row[AMOUNT] is None


def test_what_a_consolidated_report_sums_up_stands_beside_it() -> None:
    scope = {"kind": "consolidated", "bodies": [{"name": "甲区人民政府"}, {"name": "乙区人民政府"}]}
    (row,) = rows(changed(HUAIAN, scope=scope, published="2025-03-01"))
    assert (row["scope.kind"], row["scope.bodies"]) == ("consolidated", "甲区人民政府|乙区人民政府")
    assert row["published"] == "2025-03-01"


@pytest.mark.parametrize(
    ("amount", "unit", "converted"),
    [
        (251000, "yuan", Decimal("25.1")),
        (0.000001, "yuan", Decimal("0.0000000001")),
        (52.29, "ten_thousand_yuan", Decimal("52.29")),
        (52.29, None, Decimal("52.29")),
        (None, None, None),
    ],
)
def test_amounts_are_given_in_ten_thousand_yuan_exactly(amount: Any, unit: str | None, converted: Any) -> None:
    data = with_fee(amount, unit) if amount != 0.000001 else with_fee(77777, unit).replace(b"77777", b"0.000001")
    (row,) = rows(data)
    assert row[f"{AMOUNT}_in_ten_thousand_yuan"] == converted
    assert row["proactive_disclosure.charges.administrative_fees.unit"] == unit
    found = [cell for cell in rows(data, shape="long") if cell["pointer"] == f"/{AMOUNT.replace('.', '/')}"]
    assert [cell["value_in_ten_thousand_yuan"] for cell in found] == [converted]


def test_an_amount_whose_unit_is_unknown_is_not_converted() -> None:
    (row,) = rows(JIADING.read_bytes(), "2019")
    procurement = "proactive_disclosure.procurement.central_procurement"
    assert (row[f"{procurement}.unit"] is None) == (row[f"{procurement}.amount_in_ten_thousand_yuan"] is None)


def test_an_undivided_figure_is_never_lost() -> None:
    report = json.loads(HUAIAN.read_bytes())
    report["disputes"]["reconsideration"] = dict.fromkeys(report["disputes"]["reconsideration"])
    report["undivided"] = [{"pointer": "/disputes/reconsideration", "value": 9, "label": "复议"}]
    data = json.dumps(report).encode()
    for layout in LAYOUTS:
        (row,) = rows(data, layout)
        assert row["undivided"] == "disputes.reconsideration=9"
        found = [cell for cell in rows(data, layout, "long") if cell["undivided"]]
        assert ("/disputes/reconsideration", 9, "case") in [(c["pointer"], c["value"], c["unit"]) for c in found]


def test_a_long_table_has_a_row_for_each_cell_with_all_that_is_said_of_it() -> None:
    found = {
        row["pointer"]: row for row in rows((EXAMPLES / "reports" / "jingan-2023.json").read_bytes(), shape="long")
    }
    assert found.keys() == load_layout("2021").cells.keys()
    rules = found["/proactive_disclosure/documents/government_rules/issued"]
    assert (rules["value"], rules["mark"], rules["unit"], rules["comparable"]) == (None, "dash", "document", True)
    secret = found["/requests/total/outcomes/denied/state_secret"]
    assert secret["label_zh"] == "三、本年度办理结果 › （三）不予公开 › 1.属于国家秘密 · 总计"
    assert str(secret["label_en"]).endswith("State secret · Total")
    assert str(secret["table_zh"]).startswith("三、")


def test_a_cell_that_another_layout_does_not_have_is_not_comparable() -> None:
    found = {row["pointer"]: row for row in rows(JIADING.read_bytes(), shape="long")}
    assert found["/proactive_disclosure/documents/government_rules/in_force"]["comparable"] is False
    assert found["/requests/total/received"]["comparable"] is True
    # The one cell of 2019 stands for the group of 2021; which of its cells it means nobody knows.
    assert found["/requests/total/outcomes/other"]["undivided"] is True
    assert found["/requests/total/outcomes/other/other"]["comparable"] is False


@pytest.mark.parametrize("path", sorted((EXAMPLES / "reports").glob("*.json")), ids=lambda path: path.stem)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_quick_way_gives_what_conversion_gives(path: Path, layout: str) -> None:
    reading = read(path.read_bytes())
    assert isinstance(reading, Reading)
    slowly = figures_in(reading.members, layout)
    quickly = figures_of(reading.decoded, layout)
    assert quickly in (None, slowly)


def test_findings_are_counted_and_those_of_words_on_request() -> None:
    data = (EXAMPLES / "defects" / "text-received.json").read_bytes()
    for words, number in ((False, 0), (True, 1)):
        reading = read(data, words=words)
        assert isinstance(reading, Reading)
        assert [finding.code for finding in reading.findings] == ["text-received"] * number
    (row,) = rows((EXAMPLES / "contradictions" / "outcomes-2020.json").read_bytes())
    assert isinstance(row["errors"], int)
    assert row["errors"] > 0


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_text_is_never_a_formula(sign: str) -> None:
    assert written(f"{sign}1+1") == f"'{sign}1+1"


def test_figures_stay_figures_and_blanks_are_empty(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(with_fee(77777).replace(b"77777", b"52.290"))
    assert run("table", tmp_path / "a.json", "-o", tmp_path / "t.csv", "-q") == (0, "")
    (row,) = table(tmp_path / "t.csv")
    assert (row[AMOUNT], row["requests.total.outcomes.other"], row["comparable"]) == ("52.290", "", "true")


def test_the_table_has_a_row_for_each_report_of_each_file(tmp_path: Path) -> None:
    lines = tmp_path / "a.ndjson"
    lines.write_bytes(lines_of(HONGZE, HUAIAN))
    assert run("table", JIADING, lines, "--to", "2021", "-o", tmp_path / "t.csv") == (0, "3 documents: 3 in JSON\n")
    found = table(tmp_path / "t.csv")
    assert [row["path"] for row in found] == [str(JIADING), f"{lines}:1", f"{lines}:2"]
    assert [row["layout"] for row in found] == ["2019", "2021", "2021"]
    assert found[1]["requests.natural_person.outcomes.other"] == "0"
    assert found[1]["requests.natural_person.outcomes.other.other"] == ""


def test_the_byte_order_mark_is_for_spreadsheets_alone(tmp_path: Path) -> None:
    for name, is_marked in (("t.csv", True), ("t.CSV", True), ("t.txt", False)):
        assert run("table", HUAIAN, "-o", tmp_path / name, "--force")[0] == 0
        assert (tmp_path / name).read_bytes().startswith(MARK) == is_marked


def test_a_table_in_the_older_layout_has_its_columns(tmp_path: Path) -> None:
    assert run("table", HUAIAN, HONGZE, "--to", "2019", "-o", tmp_path / "t.csv")[0] == 0
    first, second = table(tmp_path / "t.csv")
    assert tuple(first) == names("2019")
    assert first["requests.natural_person.outcomes.other"] == "181"
    assert second["requests.natural_person.outcomes.other"] == "0"


def test_what_is_no_report_is_told_and_left_out(tmp_path: Path) -> None:
    broken = EXAMPLES / "defects" / "missing-member.json"
    code, told = run("table", broken, HUAIAN, tmp_path / "none.json", "-o", tmp_path / "t.csv")
    assert code == 3
    assert "error[missing-member]" in told
    assert "file-missing" in told
    assert [row["path"] for row in table(tmp_path / "t.csv")] == [str(HUAIAN)]
    assert run("table", broken, HUAIAN, "-o", tmp_path / "f.csv", "--shape", "findings")[0] == 1
    assert table(tmp_path / "f.csv")[0]["code"] == "missing-member"


def test_nothing_is_replaced_without_force(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("mine")
    assert run("table", HUAIAN, "-o", tmp_path / "t.csv")[0] == 2
    assert (tmp_path / "t.csv").read_text() == "mine"
    (tmp_path / "u.csv.table-schema.json").write_text("mine")
    assert run("table", HUAIAN, "-o", tmp_path / "u.csv")[0] == 2
    assert not (tmp_path / "u.csv").exists()
    assert run("table", HUAIAN, "-o", tmp_path / "none" / "u.csv")[0] == 2


def test_every_format_holds_the_same(tmp_path: Path) -> None:
    dated = tmp_path / "dated.json"
    dated.write_bytes(changed(HUAIAN, published="2025-01-31"))
    for name in ("t.csv", "t.parquet", "t.duckdb", "t.xlsx"):
        assert run("table", EXAMPLES / "reports", dated, "-o", tmp_path / name, "-q")[0] == 0
    plain = [list(row.values()) for row in table(tmp_path / "t.csv")]
    stored = parquet.read_table(tmp_path / "t.parquet")
    with duckdb.connect(str(tmp_path / "t.duckdb"), read_only=True) as database:
        kept = database.execute("SELECT * FROM reports").fetchall()
        comments = database.execute("SELECT comment FROM duckdb_columns() WHERE table_name = 'reports'").fetchall()
    assert all(comment for (comment,) in comments)
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["reports"]
    head, *shown = [[cell.value for cell in row] for row in sheet]
    assert head == list(names("2021")) == stored.schema.names

    def text(value: Any) -> str:
        if isinstance(value, Decimal):
            return str(value.normalize()) if value else "0"
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)

    def same(cell: str, value: Any) -> bool:
        return cell == text(value) or Decimal(cell) == Decimal(text(value))

    for rows_ in (kept, [list(row.values()) for row in stored.to_pylist()], shown):
        assert len(rows_) == len(plain)
        for row, expected in zip(rows_, plain, strict=True):
            assert all(same(cell, value) for cell, value in zip(expected, row, strict=True))
    assert [row["published"] for row in stored.to_pylist()][-1] == date(2025, 1, 31)


def test_no_cell_of_a_workbook_is_a_formula_or_is_rounded(tmp_path: Path) -> None:
    data = with_fee(77777).replace(b"77777", b"12345678901.123456").replace(b'"\\u6dee', b'"=1+1\\u6dee', 1)
    (tmp_path / "a.json").write_bytes(data)
    assert run("table", tmp_path / "a.json", "-o", tmp_path / "t.xlsx", "-q") == (0, "")
    head, row = openpyxl.load_workbook(tmp_path / "t.xlsx")["reports"]
    found = {name.value: cell for name, cell in zip(head, row, strict=True)}
    assert (found["organ.name"].value[:4], found["organ.name"].data_type) == ("=1+1", "s")
    assert (found[AMOUNT].value, found[AMOUNT].data_type) == ("12345678901.123456", "s")


def test_columns_may_be_headed_as_they_are_printed(tmp_path: Path) -> None:
    for language in ("zh", "en"):
        place = tmp_path / f"{language}.csv"
        assert run("table", HUAIAN, "-o", place, "--labels", language, "-q") == (0, "")
        assert tuple(table(place)[0]) == tuple(column.title[language] for column in columns("2021"))


@pytest.mark.parametrize("shape", SHAPES)
def test_two_codebooks_say_what_the_columns_are(tmp_path: Path, shape: str) -> None:
    place = tmp_path / "t.csv"
    assert run("table", JIADING, HUAIAN, "-o", place, "--shape", shape, "-q")[0] == 0
    head = place.read_bytes().removeprefix(MARK).decode().split("\r\n")[0].split(",")
    fields = json.loads((tmp_path / "t.csv.table-schema.json").read_bytes())["fields"]
    assert [field["name"] for field in fields] == head
    web = json.loads((tmp_path / "t.csv-metadata.json").read_bytes())
    assert web["url"] == "t.csv"
    assert [column["titles"] for column in web["tableSchema"]["columns"]] == [[name] for name in head]
    known = {field["name"]: field for field in fields}
    assert all(field["title"] and field["description"] for field in fields)
    if shape == "wide":
        assert known["requests.total.received"]["govreport"]["comparableLayouts"] == ["2019", "2021"]
        assert known["requests.total.outcomes.other.other"]["govreport"]["comparableLayouts"] == ["2021"]
        assert known[AMOUNT]["type"] == "number"


def test_a_codebook_and_its_table_are_no_documents(tmp_path: Path) -> None:
    shutil.copy(HUAIAN, tmp_path)
    assert run("table", tmp_path, "-o", tmp_path / "t.csv", "-q")[0] == 0
    for name in ("u.csv", "t.csv"):
        code, told = run("table", tmp_path, "-o", tmp_path / name, "--force")
        assert (code, told.splitlines()[0]) == (0, "1 document: 1 in JSON")


def test_published_documents_are_read_and_what_was_read_is_kept_until_the_table_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(published("html"))
    (tmp_path / "b.json").write_bytes(dumps(load(HUAIAN)))
    (tmp_path / "c.html").write_text("<p>没有表</p>")
    place, kept = tmp_path / "t.csv", tmp_path / ".t.csv.unfinished"
    code, told = run("table", tmp_path, "-o", place)
    assert code == 1
    assert "a.html: read whole" in told
    assert "c.html: no report" in told
    assert "3 documents: 1 in JSON, 1 read whole, 1 no report" in told
    assert [Path(row["path"]).name for row in table(place)] == ["a.html", "b.json"]
    assert not kept.exists()
    first = place.read_bytes()
    # A run that is broken off: something is in the way when the table is to be written.
    broken = tmp_path / "broken.parquet"
    broken.mkdir()
    assert run("table", tmp_path, "-o", broken, "--force")[0] == 2
    list(_read_and_kept(tmp_path, kept))
    assert len(list(kept.iterdir())) == 2
    code, told = run("table", tmp_path, "-o", place, "--force")
    assert "a.html: read by the run before" in told
    assert "c.html: no report" in told
    assert place.read_bytes() == first
    assert not kept.exists()


def _read_and_kept(folder: Path, kept: Path) -> Any:
    """Read the documents of a folder as a run does that never comes to write its table."""
    from govreport.batches.tabling import table_all

    return table_all([str(folder)], kept=kept)
