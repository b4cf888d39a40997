"""Headings that depart from the form: what is taken all the same, what is told, and right texts that look wrong."""

import pytest

from govreport import loads
from govreport.checking import check
from govreport.documents.extraction import extract
from govreport.documents.rendering.render import render
from tests.reports import EXAMPLES

REPORT = loads((EXAMPLES / "defects" / "none.json").read_bytes())
PAGE = render(REPORT, "html").decode()
OVERVIEW, ISSUED, REQUESTS = "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"
DISPUTES, PROBLEMS, OTHER = (
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
TEXTS = {"/overview": OVERVIEW, "/problems_and_improvements": PROBLEMS, "/other_matters": OTHER}


def told(page: str) -> list[tuple[str, str, str]]:
    """Return code, place and printed words of what is said of headings, tables and sections."""
    codes = ("heading-", "table-", "section-", "row-", "cells-")
    return [
        (f.code, f.pointer, f.parameters.get("found", ""))
        for f in check(page.encode()).findings
        if f.code.startswith(codes)
    ]


def renamed(*pairs: tuple[str, str]) -> str:
    """Return the page with headings in other words; they may take each other's."""
    page = PAGE
    for number, (old, _) in enumerate(pairs):
        assert page.count(old) == 1
        page = page.replace(old, f"@{number}@")
    for number, (_, new) in enumerate(pairs):
        page = page.replace(f"@{number}@", new)
    return page


def test_a_report_as_the_form_has_it_has_no_such_finding() -> None:
    assert told(PAGE) == []


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("/overview", "一、工作基本情况"),
        ("/overview", "一、2023年工作开展情况"),
        ("/problems_and_improvements", "五、主要问题"),
        ("/problems_and_improvements", "五、下一步工作打算"),
        ("/other_matters", "六、需要说明的事项"),
        ("/other_matters", "六、附表"),
    ],
)
def test_a_heading_in_other_words_is_taken_by_number_and_place(place: str, words: str) -> None:
    page = renamed((TEXTS[place], words))
    assert told(page) == [("heading-worded", place, words)]
    found = extract(page.encode())
    assert found.report is not None
    for member in ("preamble", "overview", "problems_and_improvements", "other_matters"):
        assert getattr(found.report, member) == getattr(REPORT, member)


def test_three_headings_in_other_words_are_each_taken() -> None:
    page = renamed((OVERVIEW, "一、基本情况"), (PROBLEMS, "五、问题"), (OTHER, "六、需要说明的事项和附表"))
    assert [code for code, _, _ in told(page)].count("heading-worded") >= 2
    assert extract(page.encode()).report is not None


def test_numbers_that_are_skipped_or_given_twice_are_told() -> None:
    assert told(renamed((PROBLEMS, PROBLEMS.replace("五", "六")), (OTHER, OTHER.replace("六", "七")))) == [
        ("heading-number", "/problems_and_improvements", "六"),
        ("heading-number", "/other_matters", "七"),
    ]
    assert told(renamed((OTHER, OTHER.replace("六", "五")))) == [("heading-number", "/other_matters", "五")]


def test_a_section_out_of_order_is_told() -> None:
    assert told(renamed((PROBLEMS, OTHER), (OTHER, PROBLEMS))) == [("heading-order", "/other_matters", OTHER)]
    exchanged = renamed((PROBLEMS, OTHER.replace("六", "五")), (OTHER, PROBLEMS.replace("五", "六")))
    assert [code for code, _, _ in told(exchanged)] == ["heading-number", "heading-number", "heading-order"]


def test_a_heading_that_is_printed_twice_is_told_once() -> None:
    page = PAGE.replace(PROBLEMS, f"{PROBLEMS}</h2><p>有些问题。</p><h2>{PROBLEMS}")
    assert told(page) == [("heading-doubled", "/problems_and_improvements", PROBLEMS)]


def test_a_heading_right_below_itself_is_doubled_and_no_text_is_lost() -> None:
    page = PAGE.replace(PROBLEMS, f"{PROBLEMS}</h2><h2>{PROBLEMS}")
    assert told(page) == [("heading-doubled", "/problems_and_improvements", PROBLEMS)]
    found = extract(page.encode())
    assert found.report is not None
    assert found.report.problems_and_improvements == REPORT.problems_and_improvements


def test_a_caption_that_repeats_the_heading_of_a_table_is_none() -> None:
    assert told(PAGE.replace(REQUESTS, f"{REQUESTS}</h2><h2>{REQUESTS}")) == []


def test_a_page_that_prints_every_heading_twice_is_made_so() -> None:
    page = PAGE
    for title in (OVERVIEW, PROBLEMS, OTHER):
        page = page.replace(title, f"{title}</h2><h2>{title}")
    assert told(page) == []


def test_a_table_under_the_heading_of_another_is_read_and_told() -> None:
    page = renamed((REQUESTS, DISPUTES), (DISPUTES, REQUESTS))
    assert [code for code, _, _ in told(page)] == ["table-misplaced", "table-misplaced", "heading-order"]
    found = extract(page.encode())
    assert found.report is not None
    assert found.report.requests == REPORT.requests
    assert found.report.disputes == REPORT.disputes


@pytest.mark.parametrize(
    "text",
    [
        "一、问题不少</p><p>二、人手不足</p><p>三、经费不足</p><p>四、平台旧</p><p>五、培训少</p><p>六、解读少",
        "本机关将做好六、七项工作。",
        "五、六两个月没有公开。",
    ],
)
def test_numbers_inside_a_section_are_no_headings(text: str) -> None:
    page = PAGE.replace(REPORT.problems_and_improvements, text)
    assert page != PAGE
    assert told(page) == []
    lost = page.replace(OTHER, "其他")
    assert ("section-not-found", "/other_matters", "") in told(lost)
    assert all(code != "heading-worded" for code, _, _ in told(lost))


def test_a_table_of_contents_is_no_second_heading() -> None:
    listed = "".join(f"<p>{heading}</p>" for heading in (OVERVIEW, ISSUED, REQUESTS, DISPUTES, PROBLEMS, OTHER))
    assert told(PAGE.replace("<h2", f"{listed}<h2", 1)) == []


def test_a_title_that_varies_in_print_is_none_in_other_words() -> None:
    assert told(renamed((PROBLEMS, "五、存在问题及改进情况"))) == []
    assert told(renamed((DISPUTES, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"))) == []


def test_the_sheets_of_a_workbook_have_no_order() -> None:
    found = check(render(REPORT, "xlsx")).findings
    assert [finding.code for finding in found if finding.code.startswith("heading-")] == []
