"""Lists of bodies: tables of any format, known by their headings."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from govreport import UnreadableDocument
from govreport.reviews.listing import Body, read_bodies

ROWS = (
    ("序号", "单位名称", "统一社会信用代码", "类别", "层级", "上级"),
    ("1", "甲县财政局", "11320000MB0000001X", "政府部门", "县级", "甲县人民政府"),
    ("2", "甲县乙镇人民政府", "", "", "", "/"),
)
BODIES = (
    Body(name="甲县财政局", code="11320000MB0000001X", kind="department", level="county", parent="甲县人民政府"),
    Body(name="甲县乙镇人民政府"),
)


def csv(rows: Sequence[Sequence[str]]) -> str:
    return "".join(",".join(row) + "\r\n" for row in rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_as_spreadsheets_save_it_is_read_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(csv(ROWS), encoding=encoding)
    assert read_bodies(tmp_path / "list.csv") == BODIES


def test_a_workbook_may_have_a_title_above_its_headings(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("应报单位名单",), (), *ROWS):
        sheet.append(row)
    book.save(tmp_path / "list.xlsx")
    assert read_bodies(tmp_path / "list.xlsx") == BODIES


@pytest.mark.parametrize("heading", ["名称", "单位名称：", "name", "NAME"])
def test_one_column_of_names_is_a_list(heading: str, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"{heading}\n甲县财政局\n\n甲县财政局\n乙县财政局\n", encoding="utf-8")
    assert [body.name for body in read_bodies(tmp_path / "list.csv")] == ["甲县财政局", "乙县财政局"]


def test_columns_may_come_in_any_order_and_unknown_words_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("级别,name,kind\n街办,甲,government\n", encoding="utf-8")
    assert read_bodies(tmp_path / "list.csv") == (Body(name="甲", kind="government"),)


@pytest.mark.parametrize("text", ["电话,地址\n1,2\n", "", "名称\n"])
def test_a_list_without_names_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableDocument) as caught:
        read_bodies(tmp_path / "list.csv")
    assert caught.value.finding.code in ("bodies-without-names", "document-empty")


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_bodies(tmp_path / "list.csv")
    assert caught.value.finding.code == "file-missing"
