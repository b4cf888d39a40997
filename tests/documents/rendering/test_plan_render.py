"""The printed work plan: its table and merged names, what fails, and what may not get into it."""

import io
import re
from typing import Any

import lxml.html
import openpyxl
import pytest

from govreport.documents.rendering.plan.page import compose_plan
from govreport.documents.rendering.render import left_out, render
from govreport.findings import Severity
from govreport.kinds import WORK_PLAN
from govreport.model.codec import load, structure, unstructure
from govreport.model.sheets import sheet_of
from govreport.model.workplan import WorkPlan
from govreport.validating import validate
from tests.reports import EXAMPLES

from .samples import FORMULA_LIKE, HOSTILE

EXAMPLE = load(EXAMPLES / "plans" / "jiading-hr-2022.json", WorkPlan)
MERGED = "groups.7.tasks.1.time.printed"


def plan(**changes: Any) -> WorkPlan:
    """Return the example with other members; those that are None are left out."""
    members = {**unstructure(EXAMPLE), **changes}
    made: WorkPlan = structure({name: value for name, value in members.items() if value is not None})
    return made


def tree(given: WorkPlan = EXAMPLE, **options: Any) -> Any:
    return lxml.html.document_fromstring(render(given, "html", **options).decode())


def sheets(given: WorkPlan = EXAMPLE, **options: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(given, "xlsx", **options))).worksheets


def test_each_row_of_the_table_is_a_task_and_names_reach_over_theirs() -> None:
    rows = tree().xpath("//table//tr")
    assert [th.text for th in rows[0]] == ["序号", "任务名称", "任务内容", "责任单位", "时间节点"]
    assert [row[0].text for row in rows[1:]] == [str(number) for number in range(1, 33)]
    names = [th for row in rows[1:] for th in row.xpath("th")]
    assert [th.text for th in names] == [group.name for group in EXAMPLE.groups]
    assert [int(th.get("rowspan", "1")) for th in names] == [len(group.tasks) for group in EXAMPLE.groups]


def test_the_workbook_has_a_sheet_of_text_and_one_of_tasks_with_merged_names() -> None:
    text, table = sheets()
    assert [sheet.title for sheet in (text, table)] == ["政务公开工作要点", "任务分解表"]
    merged = {str(area) for area in table.merged_cells.ranges}
    assert {"B4:B5", "B9:B11"} <= merged
    assert [table.cell(row, 1).value for row in (2, 3, 34)] == ["序号", 1, 32]
    assert (table.freeze_panes, table.print_title_rows) == ("A3", "$2:$2")
    assert table.page_setup.paperSize == text.page_setup.paperSize == 9
    assert table.sheet_properties.pageSetUpPr.fitToPage


def test_the_notice_stands_before_the_plan_and_without_one_its_facts_below_the_title() -> None:
    text = tree().text_content()
    order = [
        text.index(part)
        for part in ("〔2022〕23号", "的通知", "局机关各科室、局属各单位：", "2022年5月25日", "机关名称：")
    ]
    assert order == sorted(order)
    facts = [p.text for p in tree(plan(notice=None)).xpath("//div[@class='head']/p")]
    assert facts[2:] == [
        "发文字号：嘉人社发〔2022〕23号",
        "成文日期：2022年5月25日",
        "主送机关：局机关各科室、局属各单位",
    ]


def test_the_title_of_an_item_runs_into_its_text() -> None:
    (first, *_) = tree().xpath("//p[b]")
    item = EXAMPLE.sections[0].items[0]
    assert (first[0].text, first[0].tail) == (f"{item.title}。", item.text)


def test_the_failing_box_is_marked_and_linked_to_its_message() -> None:
    page = tree(findings=True)
    (box,) = page.xpath("//*[contains(@class, 'failing')]")
    assert box.get("id") == MERGED
    (link,) = box.xpath("sup/a")
    assert (link.text, link.get("href")) == ("※1", "#finding-1")
    assert "第 15 项任务未写明时间节点" in page.get_element_by_id("finding-1").text_content()
    (cell,) = (cell for row in sheets(findings=True)[1].iter_rows() for cell in row if str(cell.value).endswith("※1"))
    assert (cell.value, cell.border.top.style) == ("？※1", "double")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", WORK_PLAN.writers)
def test_the_message_is_told_in_the_language_asked_for(form: str, language: str) -> None:
    (finding,) = validate(EXAMPLE).findings
    data = render(EXAMPLE, form, findings=True, language=language)
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        text = "".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    else:
        text = data.decode()
    assert finding.message(language) in text


def test_every_error_and_warning_is_told_once_where_it_belongs() -> None:
    members = unstructure(EXAMPLE)
    members["title"] = "2019年" + members["title"][5:]
    members["groups"][0]["tasks"][0]["units"] = {"names": ["某科"], "printed": "某室"}
    members["groups"][1]["tasks"][1]["number"] = 7
    broken = structure(members)
    findings = validate(broken).findings
    page = compose_plan(sheet_of(broken), findings)
    assert [remark.finding.code for remark in page.remarks] == ["plan-title-year"]
    told = [*page.remarks, *page.table_remarks]
    assert len(told) == sum(finding.severity is not Severity.INFO for finding in findings)
    failing = {box.pointer for box in page.boxes if box.is_failing}
    assert failing == {
        "/groups/0/tasks/0/units/printed",
        "/groups/1/tasks/1/number",
        "/groups/2/tasks/0/number",
        "/groups/7/tasks/1/time/printed",
    }


@pytest.mark.parametrize("form", ["docx", "md", "csv"])
def test_a_format_without_plans_is_refused_with_those_that_have_them(form: str) -> None:
    with pytest.raises(ValueError, match=re.compile("html.*xlsx")):
        render(EXAMPLE, form)


def test_a_plan_has_no_formulas() -> None:
    with pytest.raises(ValueError, match="formulas"):
        render(EXAMPLE, "xlsx", formulas=True)


@pytest.mark.parametrize("form", WORK_PLAN.writers)
def test_the_same_plan_gives_the_same_bytes(form: str) -> None:
    assert render(EXAMPLE, form) == render(EXAMPLE, form)


def test_everything_is_escaped_and_nothing_runs_or_is_loaded() -> None:
    hostile = plan(title=HOSTILE, preamble=HOSTILE, table_title=HOSTILE)
    members = unstructure(hostile)
    members["groups"][0]["name"] = members["groups"][0]["tasks"][0]["text"] = HOSTILE
    members["notice"]["text"] = HOSTILE
    page = tree(structure(members))
    assert page.xpath("//script | //img | //*[@onerror] | //*[@style]") == []
    assert page.text_content().count("alert(1)") >= 5
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("text", FORMULA_LIKE)
def test_no_text_of_a_workbook_is_a_formula(text: str) -> None:
    members = unstructure(EXAMPLE)
    members["groups"][0]["tasks"][0]["text"] = members["groups"][0]["name"] = text
    cells = [cell for sheet in sheets(structure(members)) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert text in [cell.value for cell in cells]


def test_what_the_print_does_not_carry_is_named() -> None:
    assert left_out(EXAMPLE) == ("/organ/kind", "/organ/level")
    assert left_out(plan(source={"url": "x"}, extensions={"org.example": 1}, groups=[], marks=None)) == (
        "/organ/kind",
        "/organ/level",
        "/source",
        "/extensions",
        "/table_title",
    )
