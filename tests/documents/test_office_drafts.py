"""Drafts as offices send them: one error each, which must be found, and right ones that only look wrong.

Each is a Word file printed from the right example with one change of words; what the change is for stands beside it.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from govreport import Report2021, loads
from govreport.checking import check
from govreport.documents.extraction import extract
from govreport.documents.rendering.render import render
from tests.reports import EXAMPLES

REPORT = loads((EXAMPLES / "defects" / "none.json").read_bytes())
NAME = "某县农业农村局"
FEES = "2023年没有收取信息处理费。"
PROBLEMS = "政策解读的形式不够丰富。"
DOCUMENT = "word/document.xml"


def draft(**members: Any) -> bytes:
    """Return the example as a Word file of a county's bureau, with other members."""
    organ = attrs.evolve(REPORT.organ, name=NAME)
    title = f"{NAME}2023年政府信息公开工作年度报告"
    report = attrs.evolve(REPORT, **{"organ": organ, "title": title, "other_matters": FEES, **members})
    return render(report, "docx")


def rewritten(data: bytes, words: Mapping[str, str], parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file in which words of its document give way to others, with more parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == DOCUMENT:
                for before, after in words.items():
                    assert before.encode() in text, before
                    text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
        for name, part in (parts or {}).items():
            new.writestr(name, part)
    return written.getvalue()


def told(data: bytes) -> set[str]:
    """Return the codes of warnings and errors."""
    return {finding.code for finding in check(data).findings if finding.severity.value != "info"}


def signed(day: str) -> dict[str, Any]:
    return {"published": None, "other_matters": f"{FEES}\n{NAME}\n{day}"}


WRONG_TEXTS = [
    ("remark-left", "overview", "2023年，主动公开信息428条（此数请信息科再核一遍）。"),
    ("remark-left", "overview", "2023年，公开各类信息120条【请法规科确认】。"),
    ("remark-left", "overview", "2023年，公开工作平稳有序（数据待核）。"),
    ("remark-left", "overview", "2023年，公开工作平稳有序（需核实）。"),
    ("remark-left", "overview", "2023年，公开工作平稳有序（上面这段与台账对不上）。"),
    ("remark-left", "overview", "2023年，公开工作与上年持平？？，全年平稳有序。"),
    ("remark-left", "overview", "2023年，公开工作平稳有序。见表错误！未找到引用源。"),
    ("remark-left", "overview", "2023年，公开工作平稳有序。\n批注 [甲某1]：与上年重复"),
    ("remark-left", "preamble", "填写说明：写明编制依据和统计期限。"),
    ("remark-left", "title", f"{NAME}2023年政府信息公开工作年度报告（送审稿）"),
    ("remark-left", "problems_and_improvements", f"{PROBLEMS}将增加图解（字数不少于300字）。"),
    ("remark-left", "problems_and_improvements", f"{PROBLEMS}将增加图解（请结合本单位实际修改）。"),
    ("remark-left", "other_matters", f"{FEES}（如没有请删除）"),
    ("organ-other", "problems_and_improvements", f"{PROBLEMS}针对以上问题，县林业局将细化公开清单。"),
    ("organ-other", "problems_and_improvements", f"{PROBLEMS}下一步，县水务局拟举办业务培训，增加图解。"),
    ("organ-other", "problems_and_improvements", f"{PROBLEMS}针对上述不足，县第一中学将增加图解。"),
    ("organ-other", "overview", "2023年，县林业局围绕重点领域做好政府信息公开工作。"),
    ("organ-other", "overview", "2023年度，县交通运输局认真落实条例，公开工作平稳有序。"),
    ("organ-other", "other_matters", "2023年，县林业局没有收取信息处理费。"),
    ("organ-other", "other_matters", "本年度县水务局未发出信息处理费收费通知。"),
    (
        "organ-other",
        "preamble",
        "本报告由某县农业农村局编制。请与县公安局法制大队联系。",
    ),
]

RIGHT_TEXTS = [
    ("overview", "2023年，公开工作平稳有序，依申请公开的信息均已核对。"),
    ("overview", "2023年，申请人请求确认的事项（已获取的信息）均已答复。"),
    ("overview", "2023年，办理进度可以查询（请登录政务服务网核实）。"),
    ("overview", "2023年，公开工作平稳有序（注：不含下属单位）。"),
    ("overview", "2023年，公开工作平稳有序（备注：含上年结转1件）。"),
    ("overview", "2023年，《某县耕地保护办法（征求意见稿）》向社会公开征求意见。"),
    ("overview", "2023年，设置“怎样申请？”专栏，公开工作平稳有序。"),
    ("overview", "2023年，县林业局与我局联合公开项目清单，工作平稳有序。"),
    ("overview", "2023年，县政府高度重视政府信息公开工作，我局逐项落实。"),
    ("overview", "2023年，县农业局围绕惠农政策做好政府信息公开工作。"),
    ("overview", "2023年，县委、县政府高度重视政府信息公开工作。"),
    ("overview", "2023年，县档案局指导各单位做好政府信息公开工作。"),
    ("problems_and_improvements", f"{PROBLEMS}针对以上问题，县农业农村局将增加图解。"),
    ("problems_and_improvements", f"{PROBLEMS}针对以上问题，我局将会同县林业局增加图解。"),
    ("problems_and_improvements", f"{PROBLEMS}下一步，县司法局将会同我局开展培训，增加图解。"),
    ("problems_and_improvements", f"{PROBLEMS}一是制度有待完善，将修订办法；二是将增加图解。"),
    ("problems_and_improvements", f"{PROBLEMS}按照要求，县林业局移交的目录将一并公开。"),
    ("other_matters", "2023年，县农业农村局没有收取信息处理费。"),
    ("other_matters", f"{FEES}无其他需要报告的事项。"),
    ("preamble", "本报告由某县农业农村局编制。联系部门：县农业农村局综合执法大队（电话：0000-0000000）。"),
    ("preamble", "本报告由某县农业农村局编制。如有疑问，请联系局办公室（电话：0000-0000000）。"),
    ("preamble", "本报告由某县农业农村局编制。如有疑问，请与农业农村局政策法规股联系（电话：0000-0000000）。"),
]


@pytest.mark.parametrize(("code", "member", "text"), WRONG_TEXTS)
def test_words_that_an_office_must_mend_are_told(code: str, member: str, text: str) -> None:
    assert code in told(draft(**{member: text}))


@pytest.mark.parametrize(("member", "text"), RIGHT_TEXTS)
def test_words_that_only_look_wrong_are_left_alone(member: str, text: str) -> None:
    assert told(draft(**{member: text})) & {"remark-left", "organ-other"} == set()


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2023年1月16日", "published-early"),
        ("2023年12月31日", "published-early"),
        ("二〇二三年一月二十日", "published-early"),
        ("2024年2月18日", "published-late-department"),
        ("2024年 2 月 1 日", "published-late-department"),
        ("二〇二四年二月一日", "published-late-department"),
    ],
)
def test_the_day_of_a_signature_is_held_against_the_year(day: str, code: str) -> None:
    data = draft(**signed(day))
    assert told(data) & {"published-early", "published-late-department"} == {code}
    assert extract(data).evidence["/published"].by == "signature"


@pytest.mark.parametrize(
    "day", ["2024年1月1日", "2024年1月31日", "二〇二四年一月三十一日", "2024.1.9", "二○二四年一月九日"]
)
def test_a_signature_in_time_is_right(day: str) -> None:
    assert told(draft(**signed(day))) & {"published-early", "published-late-department"} == set()


def test_a_day_of_publication_that_is_printed_wins_over_that_of_the_signature() -> None:
    members = {"published": "2024-01-20", "other_matters": f"{FEES}\n{NAME}\n2024年2月18日"}
    assert extract(draft(**members)).value["published"] == "2024-01-20"


TABLE = "三、收到和处理政府信息公开申请情况"


@pytest.mark.parametrize("words", ["三、依申请公开办理结果统计", "三、申请公开办理情况", "三、受理答复情况一览"])
def test_the_heading_of_a_table_in_other_words_is_told(words: str) -> None:
    assert "heading-worded" in told(rewritten(draft(), {TABLE: words}))


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (TABLE, "三、收到和处理政府信息公开申请的情况"),
        ("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
    ],
)
def test_a_heading_that_print_varies_is_right(printed: str, words: str) -> None:
    assert "heading-worded" not in told(rewritten(draft(), {printed: words}))


def disputes(**cells: Any) -> dict[str, Any]:
    assert isinstance(REPORT, Report2021)
    block = attrs.evolve(REPORT.disputes.litigation.after_reconsideration, **cells)
    litigation = attrs.evolve(REPORT.disputes.litigation, after_reconsideration=block)
    return {"disputes": attrs.evolve(REPORT.disputes, litigation=litigation)}


BLANK = {"upheld": None, "corrected": None, "other": None, "pending": None, "total": None}


def test_a_block_without_a_figure_is_told_and_one_with_a_figure_is_not() -> None:
    assert "block-blank" in told(draft(**disputes(**BLANK)))
    assert "block-blank" not in told(draft(**disputes(**{**BLANK, "total": 0})))


CHANGE = '<w:ins w:id="1" w:author="甲"><w:r><w:t>稳定</w:t></w:r></w:ins>'
COMMENTS = (
    '<?xml version="1.0" encoding="UTF-8"?><w:comments '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="{author}"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment></w:comments>'
)


def test_changes_that_are_tracked_are_told_with_their_number() -> None:
    data = rewritten(draft(), {"</w:p><w:sectPr": f"{CHANGE}{CHANGE}</w:p><w:sectPr"})
    (finding,) = (finding for finding in check(data).findings if finding.code == "changes-tracked")
    assert finding.parameters["count"] == 2


@pytest.mark.parametrize(("author", "is_told"), [("甲", True), ("govreport", False)])
def test_comments_are_told_but_not_those_that_marking_wrote(author: str, is_told: bool) -> None:
    data = rewritten(draft(), {}, {"word/comments.xml": COMMENTS.format(author=author)})
    assert ("comments-left" in told(data)) is is_told


def test_comments_that_cannot_be_read_are_no_part_of_the_report() -> None:
    assert told(rewritten(draft(), {}, {"word/comments.xml": "<w:comments"})) == told(draft())
