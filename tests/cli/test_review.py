"""`govreport review`: one page or one workbook about the reports of many bodies."""

import io
import os
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import govreport as library
from govreport import loads, render
from govreport.batches.review import NoYear, review
from govreport.batches.reviewed import Reviewed
from tests.reports import EXAMPLES, changed, clean, document

from .running import govreport

YEAR = clean()["year"]
HOSTILE = '=HYPERLINK("http://x")<img src=x onerror=alert(1)>&"\''
RECEIVED, FORWARD = "/requests/total/received", "/requests/total/carried_forward"


def kept(folder: Path, name: str, organ: str, changes: dict[str, Any] | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(document(changed({"/organ/name": organ, "/title": "年度报告", **(changes or {})})))
    return folder / name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of five bodies: one is clean, others are wrong, twice, of another year, not on the list."""
    now = tmp_path / "now"
    kept(now, "a.json", "甲县财政局")
    kept(now, "b.json", "甲县教育局", {"/disputes/reconsideration/total": 99})
    (now / "b2.html").write_bytes(render(loads((now / "a.json").read_bytes()), "html"))
    kept(now, "c.json", "甲县司法局", {"/year": YEAR - 1})
    kept(now, "d.json", "乙县民政局")
    (now / "甲县水利局.docx").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "list.csv").write_text(
        "名称,上级\n甲县财政局,甲县人民政府\n甲县教育局,\n甲县司法局,\n甲县水利局,\n甲县审计局,\n", encoding="utf-8"
    )
    return tmp_path


def reviewed(folder: Path, **options: Any) -> dict[str, Reviewed]:
    with review(folder / "now", bodies=folder / "list.csv", **options) as found:
        return {one.body.name: one for one in found.bodies()}


def test_every_body_has_one_state(folder: Path) -> None:
    found = reviewed(folder)
    assert {name: one.state for name, one in found.items()} == {
        "甲县财政局": "reported",
        "甲县教育局": "reported",
        "甲县司法局": "other-year",
        "甲县水利局": "unread",
        "甲县审计局": "missing",
        "乙县民政局": "reported",
    }
    assert [name for name, one in found.items() if not one.is_listed] == ["乙县民政局"]
    assert [f.code for f in found["乙县民政局"].findings] == ["body-unlisted"]
    assert [role for _, role in found["甲县财政局"].documents] == ["standing", "copy"]
    assert found["甲县教育局"].counts["error"] == 1


def test_a_document_is_read_from_the_bytes_of_its_kind_whatever_it_is_named(folder: Path) -> None:
    (folder / "now" / "a.json").rename(folder / "now" / "a.html")
    assert reviewed(folder)["甲县财政局"].state == "reported"


def test_sums_count_every_body_once_and_compare_those_with_both_years(folder: Path) -> None:
    kept(folder / "before", "a.json", "财政局", {"/year": YEAR - 1, RECEIVED: 1})
    with review([folder / "now"], bodies=folder / "list.csv", previous=folder / "before") as found:
        rows = {row.pointer: row for row in found.district.rows}
        one = changed({})["requests"]["total"]["received"]
        assert (found.district.counted, found.district.compared) == (3, 1)
        assert (rows[RECEIVED].total, rows[RECEIVED].now, rows[RECEIVED].before) == (3 * one, one, 1)
        assert rows[RECEIVED].change == one - 1
        assert [b.before is not None for b in found.bodies()].count(True) == 1


def test_what_a_list_says_of_kind_and_level_counts(tmp_path: Path) -> None:
    organ = {"/organ": {"name": "甲县某中心"}, "/published": f"{YEAR + 1}-02-02"}
    kept(tmp_path / "now", "a.json", "甲县某中心", organ)
    (tmp_path / "list.csv").write_text("名称,类别,层级\n甲县某中心,部门,县级\n", encoding="utf-8")
    assert reviewed(tmp_path)["甲县某中心"].is_late
    (tmp_path / "list.csv").write_text("名称\n甲县某中心\n", encoding="utf-8")
    assert not reviewed(tmp_path)["甲县某中心"].is_late
    assert reviewed(tmp_path, due=f"{YEAR + 1}-01-15")["甲县某中心"].is_late


def test_a_name_that_fits_two_bodies_of_the_list_is_neither_of_them(tmp_path: Path) -> None:
    kept(tmp_path / "now", "a.json", "财政局")
    (tmp_path / "list.csv").write_text("名称\n甲县财政局\n乙县财政局\n", encoding="utf-8")
    found = reviewed(tmp_path)
    assert [f.code for f in found["财政局"].findings] == ["body-ambiguous"]
    assert {found[name].state for name in ("甲县财政局", "乙县财政局")} == {"missing"}


def test_the_year_is_that_of_most_reports_unless_it_is_given(folder: Path) -> None:
    assert reviewed(folder, year=YEAR - 1)["甲县司法局"].state == "reported"
    (folder / "empty").mkdir()
    with pytest.raises(NoYear), review(folder / "empty"):
        pass
    with pytest.raises(ValueError, match="not a day"), review(folder / "now", due="tomorrow"):
        pass


class _Page(HTMLParser):
    """What a page is made of: tags with attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def page(folder: Path, *arguments: str | Path, code: int = 3) -> tuple[str, _Page]:
    output = folder / "review.html"
    result = govreport("review", folder / "now", "-o", output, "--force", *arguments)
    assert result.exit_code == code, result.stderr
    text = output.read_text(encoding="utf-8")
    return text, _Page(text)


@pytest.mark.parametrize(("language", "state"), [("zh", "未报"), ("en", "missing")])
def test_the_page_tells_it_all_and_asks_for_nothing(folder: Path, language: str, state: str) -> None:
    text, parsed = page(folder, "--bodies", folder / "list.csv", "--lang", language)
    assert state in parsed.text
    for name in ("甲县财政局", "甲县教育局", "甲县司法局", "甲县水利局", "甲县审计局", "乙县民政局"):
        assert name in parsed.text
    addresses = [a[n] for _, a in parsed.tags for n in ("src", "href", "action", "data", "style", "onclick") if n in a]
    assert all(address is not None and address.startswith("#body-") for address in addresses)
    ids = {a.get("id") for _, a in parsed.tags}
    assert {(address or "")[1:] for address in addresses} <= ids
    assert "default-src 'none'; style-src 'sha256-" in text
    assert "http" not in re.sub(r"http-equiv", "", text)


def test_names_and_texts_are_escaped(tmp_path: Path) -> None:
    kept(tmp_path / "now", "x<b>&.json", HOSTILE, {"/disputes/reconsideration/total": 99})
    kept(tmp_path / "now", "clean.json", f"{HOSTILE}局")
    (tmp_path / "now" / "<script>.docx").write_bytes(b"PK\x03\x04")
    text, parsed = page(tmp_path)
    tags = {tag for tag, _ in parsed.tags}
    assert "img" not in tags
    assert text.count("<script>") == 1
    assert not [a for _, a in parsed.tags if any(name.startswith("on") for name in a)]
    assert HOSTILE in parsed.text


def book(folder: Path, *arguments: str | Path) -> openpyxl.Workbook:
    output = folder / "review.xlsx"
    govreport("review", folder / "now", "-o", output, "--force", "--lang", "zh", *arguments)
    return openpyxl.load_workbook(io.BytesIO(output.read_bytes()))


def cells(made: openpyxl.Workbook) -> Iterator[Any]:
    return (cell for sheet in made.worksheets for row in sheet.iter_rows() for cell in row)


def test_the_workbook_has_a_sheet_for_each_part(folder: Path) -> None:
    made = book(folder, "--bodies", folder / "list.csv")
    assert made.sheetnames == ["报送情况", "各单位数字", "问题", "按问题归类", "合计与增减", "没有审核的文件"]
    head, *rows = made["报送情况"].iter_rows(values_only=True)
    bodies = {row[head.index("单位")]: row[head.index("报送情况")] for row in rows}
    assert bodies["甲县审计局"] == "未报"
    assert bodies["甲县司法局"] == "其他年度"
    problems = [row[0] for row in made["问题"].iter_rows(min_row=2, values_only=True)]
    assert problems == ["甲县财政局", "甲县教育局", "甲县司法局", "甲县水利局", "甲县审计局", "乙县民政局"]
    for sheet in made.worksheets:
        assert sheet.freeze_panes is not None
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@x", "＝1"])
def test_no_text_of_a_workbook_is_ever_calculated(sign: str, tmp_path: Path) -> None:
    kept(tmp_path / "now", "a.json", sign, {"/disputes/reconsideration/total": 99})
    found = [cell for cell in cells(book(tmp_path)) if str(cell.value).strip().startswith(sign.strip())]
    assert found
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.quotePrefix for cell in found)
    assert not [cell for cell in cells(book(tmp_path)) if cell.data_type == "f"]


def test_the_same_folder_gives_the_same_bytes(folder: Path) -> None:
    for name in ("a.html", "b.html", "a.xlsx", "b.xlsx"):
        govreport("review", folder / "now", "--bodies", folder / "list.csv", "-o", folder / name)
    for form in ("html", "xlsx"):
        assert (folder / f"a.{form}").read_bytes() == (folder / f"b.{form}").read_bytes()


def test_nothing_is_replaced_unless_asked(folder: Path) -> None:
    (folder / "review.html").write_text("mine", encoding="utf-8")
    result = govreport("review", folder / "now", "-o", folder / "review.html")
    assert result.exit_code == 2
    assert (folder / "review.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["-o", "review.txt"], 2),
        ([], 2),
        (["-o", "review.html", "--due", "soon"], 2),
        (["-o", "review.html", "--bodies", "nowhere.csv"], 3),
        (["-o", "review.html", "--bodies", "wrong.csv"], 3),
        (["-o", "review.html", "--previous", "nowhere"], 3),
        (["-o", "review.html"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path / "now", "a.json", "甲县财政局")
    (tmp_path / "wrong.csv").write_text("电话\n1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert govreport("review", "now", *arguments).exit_code == code


def test_a_body_that_has_not_reported_is_an_error(tmp_path: Path) -> None:
    kept(tmp_path / "now", "a.json", "甲县财政局")
    (tmp_path / "list.csv").write_text("名称\n甲县财政局\n甲县教育局\n", encoding="utf-8")
    page(tmp_path, "--bodies", tmp_path / "list.csv", code=1)


def test_reports_without_a_year_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "now").mkdir()
    (tmp_path / "now" / "a.json").write_text("{}", encoding="utf-8")
    result = govreport("review", tmp_path / "now", "-o", tmp_path / "review.html")
    assert result.exit_code == 3
    assert "--year" in result.stderr
    assert not (tmp_path / "review.html").exists()
    page(tmp_path, "--year", str(YEAR), code=1)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_text_is_told_like_any_other(tmp_path: Path) -> None:
    kept(tmp_path / "now", "a.json", "甲县财政局")
    (tmp_path / "now" / os.fsdecode(b"\xff.docx")).write_bytes(b"PK\x03\x04")
    assert r"\udcff" in page(tmp_path, "--previous", tmp_path / "now")[1].text
    assert [cell.value for cell in cells(book(tmp_path)) if r"\udcff" in str(cell.value)]


def test_the_library_gives_a_review_by_its_name(folder: Path) -> None:
    with library.review(folder / "now") as found:
        assert found.expected is None
        assert found.states["missing"] == 0


@pytest.mark.parametrize("limit", [("--max-file-size", "1KiB"), ("--max-memory", "1KiB")])
def test_a_file_that_is_ended_by_a_limit_is_one_line(limit: tuple[str, str], folder: Path) -> None:
    (folder / "now" / "甲县水利局.docx").write_bytes(b"")
    (folder / "now" / "甲县审计局.html").write_bytes(render(loads((folder / "now" / "a.json").read_bytes()), "html"))
    _, parsed = page(folder, "--bodies", folder / "list.csv", "--lang", "zh", *limit)
    assert parsed.text.count("甲县审计局.html") == 1
    assert limit[0] in parsed.text
    assert "甲县财政局" in parsed.text


def test_lines_of_a_file_are_reports_like_any_other(tmp_path: Path) -> None:
    lines = [document(changed({"/organ": {"name": name}}), indent=None) for name in ("甲县财政局", "乙县财政局")]
    (tmp_path / "now").mkdir()
    (tmp_path / "now" / "all.ndjson").write_bytes(b"\n".join([*lines, b"{"]))
    (tmp_path / "list.csv").write_text("名称\n甲县财政局\n乙县财政局\n", encoding="utf-8")
    assert {one.state for one in reviewed(tmp_path).values()} == {"reported"}
    assert "all.ndjson:3" in page(tmp_path, code=1)[1].text


def test_a_work_plan_is_no_report(tmp_path: Path) -> None:
    kept(tmp_path / "now", "a.json", "甲县财政局")
    (tmp_path / "now" / "plan.json").write_bytes((EXAMPLES / "plans" / "jiading-hr-2022.json").read_bytes())
    with review(tmp_path / "now") as found:
        assert [os.path.basename(checked.path) for checked, _ in found.unread()] == ["plan.json"]
    assert "no annual report" in page(tmp_path, code=0)[1].text
