"""Who reports on which year: read from heads, signatures and page tags as sites print them; never a wrong name."""

from typing import Any

import pytest

import govreport
from govreport.documents.wording.organs import is_organ, speaks_otherwise
from tests.corpus.changes import CHANGES
from tests.corpus.documents import make
from tests.corpus.shapes import SHAPES

OPENING = "一、总体情况"
LAST = "六、其他需要报告的事项"


def body() -> str:
    """Return a clean report of 2021 to 2025 from section one on, as text with bars, without a signature."""
    for number in range(40):
        made = make(SHAPES["text-barred"], CHANGES["clean"], number, 11)
        if made.truth["layout"] == "2021":
            text = made.data.decode().partition(OPENING)[2]
            return text.replace(str(made.truth["year"]), "2023").partition(LAST)[0]
    raise AssertionError("no report of layout 2021 among forty")


BODY = body()


def report(head: str, opening: str = "", last: str = "2023年没有收取信息处理费。", tail: str = "") -> bytes:
    return f"{head}\n{OPENING}\n{opening}\n{BODY.lstrip()}{LAST}\n{last}\n{tail}\n".encode()


def read(data: bytes) -> dict[str, Any]:
    value = govreport.extract(data, format="text").value
    return {**value, "organ": value.get("organ", {}).get("name")}


@pytest.mark.parametrize(
    ("head", "organ", "title", "published"),
    [
        (
            "登录 | 注册\n\n云溪县水利局2023年政府信息公开工作年度报告\n发布日期:2024-01-04    点击数:",
            "云溪县水利局",
            "云溪县水利局2023年政府信息公开工作年度报告",
            "2024-01-04",
        ),
        (
            "首页 / 政务公开 / 年报 / 正文\n# 云溪县水利局2023年政府信息公开工作年度报告【字体：大 中 小】",
            "云溪县水利局",
            "云溪县水利局2023年政府信息公开工作年度报告",
            None,
        ),
        (
            "当前位置：首页>>部门>>云溪县水利局2023年政府信息公开工作年度报告",
            "云溪县水利局",
            "云溪县水利局2023年政府信息公开工作年度报告",
            None,
        ),
        (
            "- 3 -\n标题：云溪县水利局2023年政府信息公开工作年度报告\n时间：2024/1/9",
            "云溪县水利局",
            "云溪县水利局2023年政府信息公开工作年度报告",
            "2024-01-09",
        ),
        (
            "云溪县水利局2023年度政府\n信息公开工作年度报告\n成文日期：2024-01-03",
            "云溪县水利局",
            "云溪县水利局2023年度政府信息公开工作年度报告",
            None,
        ),
        (
            "云溪县柳林镇\n2023年政府信息公开工作年度报告\n2023年政府信息公开工作年度报告",
            "云溪县柳林镇",
            "云溪县柳林镇2023年政府信息公开工作年度报告",
            None,
        ),
        (
            "索引号：0001 | 主题：年报 |\n发布机构：云溪县水利局 | 发布日期：2024-01-09 |\n"
            "名  称：2023年政府信息公开工作年度报告 | 文  号： |",
            "云溪县水利局",
            "2023年政府信息公开工作年度报告",
            "2024-01-09",
        ),
        (
            "根据《条例》规定，现公布《云溪县水利局2023年政府信息公开工作年度报告》，统计期限为2023年1月1日至12月31日。",
            "云溪县水利局",
            None,
            None,
        ),
        (
            "2023年政府信息公开年报\n来源：云溪县水利局 时间：2024-01-09 10:00 浏览量：",
            "云溪县水利局",
            "2023年政府信息公开年报",
            "2024-01-09",
        ),
    ],
)
def test_what_the_head_prints_is_read(head: str, organ: str, title: str | None, published: str | None) -> None:
    value = read(report(head))
    assert (value["organ"], value.get("title"), value.get("published")) == (organ, title, published)
    assert value["year"] == 2023


@pytest.mark.parametrize(
    ("head", "opening"),
    [
        ("云溪县人民政府门户网站\n走进云溪县\n2023年政府信息公开工作年度报告", ""),
        ("2023年政府信息公开年报\n来源：云溪县融媒体中心 时间：2024-01-09", ""),
        ("2023年政府信息公开年报\n来源：本站原创", ""),
        ("2023年政府信息公开年报\n来源：云溪县人民政府办公室", "2023年，我局整理目录。"),
        ("根据县政府要求，现将2023年度政府信息公开工作情况报告如下：", ""),
        ("中共云溪县委员会2023年政府信息公开工作年度报告", ""),
    ],
)
def test_no_name_is_taken_that_is_none(head: str, opening: str) -> None:
    assert read(report(head, opening))["organ"] is None


@pytest.mark.parametrize(
    "line", ["统计时间：2023年1月1日至2023年12月31日", "成文日期：2024年1月3日", "更新时间：2024-01-03"]
)
def test_a_day_that_is_another_is_not_that_of_publication(line: str) -> None:
    assert "published" not in read(report(f"云溪县水利局2023年政府信息公开工作年度报告\n{line}"))


def days_unread(line: str) -> list[Any]:
    data = report(f"云溪县水利局2023年政府信息公开工作年度报告\n{line}")
    return [f.parameters["found"] for f in govreport.extract(data, format="text").problems if f.code == "day-unread"]


@pytest.mark.parametrize(
    "day", ["20241月25日", "2024年13月5日", "2024年2月30日", "2024年月25日", "2024年125日", "2024-1-", "202年1月25日"]
)
def test_a_day_of_publication_that_is_none_is_told(day: str) -> None:
    assert days_unread(f"发布日期：{day}") == [day]


@pytest.mark.parametrize(
    "line",
    [
        "发布日期：2024年1月25日",
        "发布时间：2024-01-25 10:30",
        "发布时间：20240125",
        "发布日期：2024年1月",
        "公开时间：2024年1月1日至2024年3月31日",
        "发布日期：见页首",
        "成文日期：20241月25日",
    ],
)
def test_what_is_a_day_or_none_at_all_is_no_misprint(line: str) -> None:
    assert days_unread(line) == []


@pytest.mark.parametrize(
    "tail",
    ["云溪县水利局\n2024年1月15日", "云溪县水利局 2024年1月15日", "云溪县水利局\n二〇二四年一月十五日\n附件：年报"],
)
def test_a_signature_is_no_part_of_section_six(tail: str) -> None:
    title = "2023年政府信息公开工作年度报告"
    value = read(report(title, tail=tail))
    assert (value["organ"], value["other_matters"]) == ("云溪县水利局", "2023年没有收取信息处理费。")
    empty = report(title, last="", tail=tail)
    assert read(empty)["other_matters"] == ""
    assert "section-empty" in {finding.code for finding in govreport.check(empty).findings}


def test_the_end_of_a_sentence_is_no_signature() -> None:
    last = "如有疑问，请联系云溪县柳林镇\n人民政府办公室"
    value = read(report("2023年政府信息公开工作年度报告", last=last))
    assert value["organ"] is None
    assert value["other_matters"] == last.replace("\n", "")


@pytest.mark.parametrize(
    ("title", "period", "opening", "year", "odd"),
    [
        (2022, 2023, 2023, 2023, "title-year"),
        (2023, 2022, 2023, 2023, "period-text-year"),
        (2023, 2023, 2022, 2023, "opening-year"),
        (2023, 2023, 2023, 2023, None),
    ],
)
def test_where_years_disagree_the_odd_one_is_the_suspect(
    title: int, period: int, opening: int, year: int, odd: str | None
) -> None:
    head = f"云溪县水利局{title}年政府信息公开工作年度报告\n统计期限为{period}年1月1日至{period}年12月31日。"
    data = report(head, f"{opening}年度，各项工作有序推进。")
    assert read(data)["year"] == year
    told = {f.code for f in govreport.check(data).findings if f.code.startswith(("title-", "period-", "opening-"))}
    assert told == ({odd} if odd else set())


def test_where_two_years_stand_against_each_other_the_day_of_publication_decides() -> None:
    head = "云溪县水利局2022年政府信息公开工作年度报告\n发布日期：{}\n统计期限为2023年1月1日至2023年12月31日。"
    opening = "各项工作有序推进。"
    assert read(report(head.format("2024-01-09"), opening))["year"] == 2023
    assert read(report(head.format("2023-01-09"), opening))["year"] == 2022


TAGS = {
    "ArticleTitle": "云溪县水利局2023年政府信息公开工作年度报告",
    "PubDate": "2024-01-09 10:00",
    "ContentSource": "云溪县水利局",
    "Url": "https://www.example.gov.cn/nb/202401/t1.htm",
}


def page(tags: dict[str, str], head: str = "") -> bytes:
    rows = BODY.split("\n")
    text = "".join(
        "<table><tr>" + "".join(f"<td>{c.strip()}</td>" for c in line.split("|")[:-1]) + "</tr></table>"
        if line.count("|") > 1
        else f"<p>{line}</p>"
        for line in rows
    )
    metas = "".join(f'<meta name="{name}" content="{value}">' for name, value in tags.items())
    return (
        f"<html><head>{metas}<title>年报</title></head><body><h1>{head}</h1><p>{OPENING}</p>{text}"
        f"<p>{LAST}</p><p>没有收取信息处理费。</p></body></html>"
    ).encode()


def test_page_tags_say_what_the_page_does_not_and_that_is_said() -> None:
    extraction = govreport.extract(page(TAGS), format="html")
    value = extraction.value
    assert value["organ"] == {"name": "云溪县水利局"}
    assert (value["title"], value["year"], value["published"]) == (TAGS["ArticleTitle"], 2023, "2024-01-09")
    assert value["source"]["url"] == TAGS["Url"]
    said = {f.pointer: f.parameters["by"] for f in extraction.notes if f.code == "identity-inferred"}
    assert said == {
        "/title": "by-tag-title",
        "/organ": "by-tag-title",
        "/year": "by-tag-title",
        "/published": "by-tag-day",
    }
    assert extraction.evidence["/source/url"].by == "tag-url"


def test_what_the_page_prints_counts_before_its_tags() -> None:
    other = {**TAGS, "ArticleTitle": "云溪县民政局2022年政府信息公开工作年度报告", "ContentSource": "云溪县民政局"}
    value = govreport.extract(page(other, TAGS["ArticleTitle"]), format="html").value
    assert (value["organ"], value["year"]) == ({"name": "云溪县水利局"}, 2023)


def test_a_source_in_the_tags_names_the_organ_where_nothing_else_does() -> None:
    tags = {**TAGS, "ArticleTitle": "2023年政府信息公开工作年度报告"}
    extraction = govreport.extract(page(tags), format="html")
    assert extraction.value["organ"] == {"name": "云溪县水利局"}
    assert extraction.evidence["/organ/name"].by == "tag-source"
    media = govreport.extract(page({**tags, "ContentSource": "云溪县融媒体中心"}), format="html")
    assert "organ" not in media.value


@pytest.mark.parametrize("name", ["云溪县水利局", "云溪县", "柳林镇", "云溪县司法所", "县政府办公室", "唐村镇"])
def test_names_are_known(name: str) -> None:
    assert is_organ(name)


@pytest.mark.parametrize(
    "name",
    [
        "我局",
        "本机关",
        "我市教育局",
        "各县财政局",
        "登录|注册",
        "云溪县融媒体中心",
        "度政府",
        "互动交流",
        "区县",
        "走进云溪县",
        "政务公开",
    ],
)
def test_words_of_a_page_are_no_names(name: str) -> None:
    assert not is_organ(name)


def test_a_text_that_calls_itself_a_bureau_is_not_that_of_an_office() -> None:
    assert speaks_otherwise("云溪县人民政府办公室", "2023年，我局整理目录。")
    assert not speaks_otherwise("云溪县水利局", "2023年，我局整理目录。")
    assert not speaks_otherwise("云溪县水利局", "2023年，各项工作有序推进。")
