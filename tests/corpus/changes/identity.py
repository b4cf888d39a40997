"""Faults and habits of the head: late, without a name, of two minds about the year, behind a site's menu."""

import random

from ..report import Report


def published_late(report: Report, choose: random.Random) -> None:
    """Published months after the day by which it is due."""
    report.published = f"{report.year + 1}-0{choose.randint(5, 9)}-{choose.randint(10, 28)}"
    report.dateline = choose.choice(("发布时间：{}", "发布日期：{}")).format(report.published)
    if report.organ.kind in ("department", "government") and report.organ.level != "township":
        report.must.append((f"published-late-{report.organ.kind}", "/published"))


def date_label(report: Report, choose: random.Random) -> None:
    """The day of publication behind a word of one site or the other."""
    report.published = f"{report.year + 1}-01-{choose.randint(10, 28)}"
    report.dateline = choose.choice(
        ("日期:{}", "时间：{} 09:30", "日期：{} 字体：【大 中 小】", "时间:{} 浏览量：12")
    ).format(report.published)


def no_organ(report: Report, choose: random.Random) -> None:
    """No organ is named, neither in the title nor in the opening."""
    report.title = f"{report.year}年政府信息公开工作年度报告"
    report.opening = [f"统计期限为{report.year}年1月1日至12月31日。"]
    report.signature = []
    report.said |= {"organ": {"name": None, "kind": None, "level": None}}
    report.must.append(("identity-not-found", "/organ"))


def no_title(report: Report, choose: random.Random) -> None:
    """The text begins with section one; nothing names organ or year but a sum that is wrong."""
    report.title, report.opening, report.dateline, report.signature = "", [], None, []
    report.said |= {"organ": {"name": None, "kind": None, "level": None}, "title": None}
    pointer = "/requests/total/received"
    report.set(pointer, report.figure(pointer) + 4)
    report.must += [("identity-not-found", "/organ"), ("requests-columns", pointer)]


def title_year_misprinted(report: Report, choose: random.Random) -> None:
    """The year in the title is not that of the opening and of the text."""
    report.title = report.title.replace(str(report.year), str(report.year - 1))
    report.opening = [f"统计期限为{report.year}年1月1日至{report.year}年12月31日。"]
    report.must.append(("title-year", "/title"))


def period_of_last_year(report: Report, choose: random.Random) -> None:
    """The period is still that of the report before."""
    report.opening = [f"本报告中所列数据的统计期限为{report.year - 1}年1月1日至{report.year - 1}年12月31日。"]
    report.must.append(("period-text-year", "/preamble"))


def site_menu(report: Report, choose: random.Random) -> None:
    """Words of the site stand above the title."""
    report.before = choose.choice(
        (
            ["登录 | 注册"],
            ["首页 > 政务公开 > 政府信息公开年报 > 正文"],
            ["网站首页", "政务公开", "办事服务", "互动交流"],
            ["当前位置：首页>>信息公开>>年报", "# 正文"],
            ["无障碍浏览 长者模式 简体 繁体", "登录|注册"],
        )
    )


def title_label(report: Report, choose: random.Random) -> None:
    """The title stands behind the word 标题."""
    report.said["title"] = report.title
    report.title = f"标题：{report.title}"
