"""Faults of running text and of titles: what supervising offices send reports back for."""

import random

from ..report import Report


def five_says_nothing(report: Report, choose: random.Random) -> None:
    """Section five is a word."""
    report.texts["problems_and_improvements"] = [choose.choice(("无。", "无", "暂无问题。"))]
    report.must.append(("problems-unstated", "/problems_and_improvements"))


def five_without_problem(report: Report, choose: random.Random) -> None:
    """Section five has plans and no problem."""
    report.texts["problems_and_improvements"] = ["今后将继续加强学习，丰富公开形式，把工作做得更好。"]


def six_without_fees(report: Report, choose: random.Random) -> None:
    """Section six does not speak of fees."""
    report.texts["other_matters"] = [choose.choice(("无其他需要报告的事项。", "无。", "没有需要说明的其他情况。"))]
    report.must.append(("fees-unmentioned", "/other_matters"))


def section_missing(report: Report, choose: random.Random) -> None:
    """A section of text is not printed at all."""
    name = choose.choice(("problems_and_improvements", "other_matters"))
    report.titles[name] = None
    report.must.append(("section-not-found", f"/{name}"))


def table_missing(report: Report, choose: random.Random) -> None:
    """Table four is not printed at all, nor is its title."""
    report.titles["disputes"] = None
    for pointer in report.drawn.values:
        if pointer.startswith("/disputes/"):
            report.drawn.values[pointer] = None
    report.must.append(("cells-not-found", "/disputes"))


def six_empty_above_signature(report: Report, choose: random.Random) -> None:
    """Nothing is printed below the title of section six but the name of the organ and the day."""
    report.texts["other_matters"] = []
    report.signature = [report.organ.name, f"{report.year + 1}年1月18日"]
    report.must.append(("section-empty", "/other_matters"))


def titles_in_own_words(report: Report, choose: random.Random) -> None:
    """Titles of sections in the organ's own words."""
    report.titles |= choose.choice(
        (
            {
                "overview": "一、工作总体情况",
                "problems_and_improvements": "五、存在问题及改进措施",
                "other_matters": "六、其他事项",
            },
            {
                "disputes": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "problems_and_improvements": "五、政府信息公开工作存在的主要问题及改进情况",
                "other_matters": "六、其他需要报告的事项说明",
            },
            {
                "overview": "一、基本情况",
                "problems_and_improvements": "五、主要问题和改进方向",
                "other_matters": "六、需要说明的事项",
            },
        )
    )


def titles_unnumbered(report: Report, choose: random.Random) -> None:
    """Titles of sections without their numbers."""
    report.titles = {name: title and title.partition("、")[2] for name, title in report.titles.items()}


def title_number_skipped(report: Report, choose: random.Random) -> None:
    """The numbers of the last two sections are those of their neighbours."""
    report.titles["problems_and_improvements"] = "四、存在的主要问题及改进情况"
    report.titles["other_matters"] = "五、其他需要报告的事项"


def holes(report: Report, choose: random.Random) -> None:
    """Places in the text that nobody filled in."""
    line = choose.choice(("全年公开政府信息XX条。", "全年公开政府信息  条，其中文件  件。", "通过网站公开信息××条。"))
    report.texts["overview"].append(line)


def stale_year(report: Report, choose: random.Random) -> None:
    """Section one begins with last year."""
    last = report.year - 1
    report.texts["overview"][0] = f"{last}年，我们按照上级部署，坚持公开为常态、不公开为例外，各项工作有序推进。"
    report.must.append(("opening-year", "/overview"))


def personal_data(report: Report, choose: random.Random) -> None:
    """The number of a telephone and of a card stand in the text."""
    report.texts["overview"].append("申请人甲某（身份证号110101199003070011，手机13800000000）的申请已答复。")


def another_name(report: Report, choose: random.Random) -> None:
    """The name of another body was left in the text."""
    report.texts["problems_and_improvements"].append("下一年度，南山县水务局将继续推进政府信息公开工作。")


def received_contradicted(report: Report, choose: random.Random) -> None:
    """The text tells another number of requests than table three."""
    wrong = (
        report.figure("/requests/total/received")
        + report.figure("/requests/total/carried_over")
        + choose.randrange(3, 9)
    )
    report.texts["overview"] = [line for line in report.texts["overview"] if "依申请公开" not in line]
    report.texts["overview"].append(f"（二）依申请公开。全年新收政府信息公开申请{wrong}件。")
    report.must.append(("text-received", "/requests/total/received"))


def disputes_contradicted(report: Report, choose: random.Random) -> None:
    """The text tells another number of 行政复议 than table four."""
    wrong = report.figure("/disputes/reconsideration/total") + choose.randrange(2, 5)
    report.texts["overview"] = [line for line in report.texts["overview"] if "依申请公开" not in line]
    report.texts["overview"].append(f"因政府信息公开被申请行政复议{wrong}件。")
    report.must.append(("text-disputes", "/disputes/reconsideration/total"))
