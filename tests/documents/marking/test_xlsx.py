"""A workbook with notes: they stand on the right cells, and charts, formats and all else have not changed."""

import io
import re
from typing import Any

import openpyxl
import pytest
import xlsxwriter

import govreport
from govreport.documents.limits import UnreadableDocument
from govreport.documents.marking.comment import Comment
from govreport.documents.marking.mark import mark
from govreport.documents.marking.xlsx import name as cell_name
from govreport.documents.paper import Evidence
from govreport.documents.rendering.render import render
from tests.documents.variations import catalogue
from tests.reports import EXAMPLES

from .parts import TYPES, marked, packed, parts

CASES = ["defects/requests-outcomes", "defects/text-outcomes", "contradictions/disputes-2023"]
TITLE = "某县某局2023年政府信息公开工作年度报告"


def printed(name: str) -> bytes:
    return render(govreport.load(EXAMPLES / f"{name}.json"), "xlsx")


def noted(data: bytes) -> dict[tuple[str, str], tuple[Any, str]]:
    """Return the value and the note of each cell that has one, by sheet and name."""
    return {
        (sheet.title, cell.coordinate): (cell.value, cell.comment.text)
        for sheet in openpyxl.load_workbook(io.BytesIO(data))
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


@pytest.mark.parametrize("name", CASES)
def test_each_finding_is_a_note_on_its_cell(name: str) -> None:
    data, result = marked(printed(name))
    notes = list(noted(data).values())
    assert result.findings
    for finding in result.findings:
        found = [value for value, text in notes if finding.message() in text]
        assert found
        if "actual" in finding.parameters:
            assert found == [finding.parameters["actual"]]


@pytest.mark.parametrize("name", CASES)
def test_all_else_is_as_it_was(name: str) -> None:
    before = printed(name)
    after, _ = marked(before)
    old, new = parts(before), parts(after)
    for part, data in old.items():
        if part == TYPES:
            continue
        if part.startswith("xl/worksheets/sheet") and new[part] != data:
            start, _, rest = new[part].partition(b"<legacyDrawing ")
            assert start + rest.partition(b"/>")[2] == data
        else:
            assert new[part] == data
    added = {part.rstrip("0123456789.xmlrsv").rpartition("/")[0] for part in new if part not in old}
    assert added == {"xl", "xl/drawings", "xl/worksheets/_rels"}


@pytest.mark.parametrize("name", [name for name in catalogue.NAMES if name.startswith("xlsx")])
def test_a_marked_copy_is_read_as_the_original(name: str) -> None:
    data, _ = catalogue.make(name)
    before = govreport.extract(data)
    copy = mark(data, [Comment(place=place, lines=("x",)) for place in before.evidence.values()])
    after = govreport.extract(copy)
    assert {**after.value, "source": None} == {**before.value, "source": None}
    assert after.evidence == before.evidence
    assert len(noted(copy)) > 100


def with_much() -> bytes:
    """Return a workbook with a chart, formats of all kinds, a link, a table, and notes; on its second sheet nothing."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet, other = book.add_worksheet("甲"), book.add_worksheet("乙")
    for row in range(5):
        sheet.write_row(row, 0, ["年" if row == 0 else row, "件" if row == 0 else row * 2, "x"])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=甲!$B$2:$B$5"})
    sheet.insert_chart("E2", chart)
    sheet.conditional_format(
        "B2:B5", {"type": "cell", "criteria": ">", "value": 3, "format": book.add_format({"bold": 1})}
    )
    sheet.data_validation("A2", {"validate": "integer", "criteria": ">=", "value": 0})
    sheet.write_url("D1", "https://example.org/", string="链接")
    sheet.add_table("A1:B5", {"columns": [{"header": "年"}, {"header": "件"}]})
    sheet.write_comment("B2", "已有的批注", {"author": "张三"})
    other.write(0, 0, "第二")
    book.close()
    return target.getvalue()


def test_charts_formats_and_notes_that_are_there_stay() -> None:
    before = with_much()
    places = [
        Evidence(table=1, row=2, column=2),
        Evidence(table=1, row=3, column=1),
        Evidence(table=2, row=1, column=1),
    ]
    after = mark(before, [Comment(place=place, lines=("新", f"{n}")) for n, place in enumerate(places)])
    assert noted(after) == {
        ("甲", "B2"): (2, "已有的批注\n\n新\n0"),
        ("甲", "A3"): (2, "新\n1"),
        ("乙", "A1"): ("第二", "新\n2"),
    }
    old, new = parts(before), parts(after)
    touched = {part for part in old if old[part] != new[part]}
    assert touched == {TYPES, "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/worksheets/sheet2.xml"}
    shapes = new["xl/drawings/vmlDrawing1.vml"]
    assert shapes.count(b"<v:shape ") == 2
    assert len(set(re.findall(rb'id="(_x0000_s\d+)"', shapes))) == 2
    assert b"<x:Row>2</x:Row><x:Column>0</x:Column>" in shapes


def test_a_drawing_that_is_no_good_xml_is_added_to_all_the_same() -> None:
    files = parts(with_much())
    part = "xl/drawings/vmlDrawing1.vml"
    files[part] = files[part].replace(b"<v:shadow", b"<br><v:shadow", 1)
    after = mark(packed(files), [Comment(place=Evidence(table=1, row=3, column=1), lines=("x",))])
    assert parts(after)[part].count(b"<v:shape ") == 2
    files[part] = files[part].replace(b"</xml>", b"")
    with pytest.raises(UnreadableDocument):
        mark(packed(files), [Comment(place=Evidence(table=1, row=3, column=1), lines=("x",))])


def test_hidden_sheets_and_charts_count_as_they_do_in_evidence() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    first = book.add_worksheet("甲")
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"values": "=甲!$B$1"})
    book.add_chartsheet("图").set_chart(chart)
    hidden, last = book.add_worksheet("隐藏"), book.add_worksheet("末")
    hidden.hide()
    for sheet in (first, hidden, last):
        sheet.write_row(0, 0, [sheet.name, 1])
    hidden.write_comment("A1", "旧")
    book.close()
    after = mark(target.getvalue(), [Comment(place=Evidence(table=3, row=1, column=2), lines=("x",))])
    assert noted(after) == {("隐藏", "A1"): ("隐藏", "旧"), ("末", "B1"): (1, "x")}


def test_what_has_no_place_stands_on_the_title() -> None:
    data = mark(printed("defects/none"), [Comment(place=None, lines=("甲",)), Comment(place=None, lines=("乙",))])
    assert noted(data) == {("政府信息公开工作年度报告", "A1"): (TITLE, "甲\n乙")}


def test_several_findings_of_one_cell_are_one_note() -> None:
    place = Evidence(table=2, row=3, column=2)
    data = mark(printed("defects/none"), [Comment(place=place, lines=(text, "。")) for text in "甲乙"])
    assert [text for _, text in noted(data).values()] == ["甲\n。\n\n乙\n。"]


@pytest.mark.parametrize(("cell", "name"), [((1, 1), "A1"), ((7, 26), "Z7"), ((10, 27), "AA10"), ((2, 703), "AAA2")])
def test_names_of_cells(cell: tuple[int, int], name: str) -> None:
    assert cell_name(cell) == name


@pytest.mark.parametrize("part", [TYPES, "xl/workbook.xml", "xl/worksheets/sheet2.xml"])
def test_parts_that_declare_entities_are_refused(part: str) -> None:
    files = parts(printed("defects/none"))
    head, _, rest = files[part].decode().partition("?>")
    files[part] = f'{head}?><!DOCTYPE x [<!ENTITY a "b">]>{rest}'.encode()
    with pytest.raises(UnreadableDocument) as caught:
        mark(packed(files), [Comment(place=Evidence(table=2, row=1, column=1), lines=("x",))])
    assert caught.value.finding.code == "document-entities"
