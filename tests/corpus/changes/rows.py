"""Rows and labels that the form has not, or has otherwise."""

import random

from tests.documents.variations.source import OTHER, OUTCOMES

from ..report import ExtraRow, Report, columns

_EXTRA = (
    "其他主动公开文件（除行政规范性文件以外）",
    "其他文件（不含行政规范性文件）",
    "其他主动公开文件",
    "党委规范性文件",
    "重大行政决策",
)


def _normative(report: Report) -> str:
    return "规范性文件" if report.layout == "2019" else "行政规范性文件"


def extra_document(report: Report, choose: random.Random) -> None:
    """A province's own row for other documents, below the true one."""
    report.extra_rows.append(ExtraRow(_normative(report), [choose.choice(_EXTRA)], _three(choose)))


def extra_document_instead(report: Report, choose: random.Random) -> None:
    """The province's own row stands where the true one is missing."""
    report.extra_rows.append(ExtraRow(_normative(report), [choose.choice(_EXTRA[:3])], _three(choose), instead=True))
    for pointer in report.drawn.values:
        if "/normative_documents/" in pointer:
            report.drawn.values[pointer] = None


def extra_decision(report: Report, choose: random.Random) -> None:
    """A row for inspections among the decisions."""
    label = choose.choice(("行政检查（不含行政处罚）", "行政检查", "行政确认", "行政强制执行申请"))
    width = 1 if report.layout == "2021" else 3
    report.extra_rows.append(ExtraRow("行政强制", [label], _three(choose)[:width]))


def extra_denial(report: Report, choose: random.Random) -> None:
    """A ninth reason for not publishing, which counts for nothing."""
    label = choose.choice(("9.其他不予公开情形", "9.不属于政府信息", "小计"))
    row = ExtraRow("8.属于行政查询事项", [OUTCOMES, "（三）不予公开", label], ["0"] * 7)
    report.extra_rows.append(row)


def annotated(report: Report, choose: random.Random) -> None:
    """Explanations in brackets behind labels, as some provinces print them."""
    report.labels |= {
        "规章": "规章（有立法权的市政府填写）",
        "行政规范性文件": "行政规范性文件（以本机关名义印发并备案的，含修订）",
        "规范性文件": "规范性文件（含决定、公告、通告、意见等，按本机关备案数统计）",
        "行政许可": "行政许可（按决定书计）",
        "行政处罚": "行政处罚（含简易程序）",
        "行政强制": "行政强制（含行政强制措施和行政强制执行）",
        "政府集中采购": "政府集中采购（不含分散采购）",
    }


def renumbered(report: Report, choose: random.Random) -> None:
    """Numbers of rows are written in another way."""
    for path in report.drawn.labels.values():
        for label in path:
            changed = label.replace("（", "(").replace("）", ")")
            for number in range(1, 9):
                changed = changed.replace(f"{number}.", f"{number}、")
            if changed != label:
                report.labels[label] = changed


def misprinted(report: Report, choose: random.Random) -> None:
    """Letters of labels are missing or wrong."""
    words = {
        "本年废止件数": "本年度止件数",
        "现行有效件数": "现行有效件",
        "2.其他法律行政法规禁止公开": "2.其他法律法规禁止公开",
        "4.无正当理由大量反复申请": "4.无正当理由大量反复申诉",
        "一、本年新收政府信息公开申请数量": "一、本年新收政府信息公开申请数",
        "行政事业性收费": "行政事业收费",
        "社会公益组织": "社会公益组只",
    }
    for label in choose.sample(sorted(words), 4):
        report.labels[label] = words[label]


def one_label_lost(report: Report, choose: random.Random) -> None:
    """One label of table three is unreadable; its figures are printed."""
    label = choose.choice(("3.危及“三安全一稳定”", "2.没有现成信息需要另行制作", "3.要求提供公开出版物"))
    report.labels[label] = choose.choice(("口口口口", "？？？", "．．．"))


def row_missing(report: Report, choose: random.Random) -> None:
    """A row of table three that holds nothing is not printed."""
    label, row = choose.choice(
        (
            ("1.属于国家秘密", "denied/state_secret"),
            ("5.属于三类内部事务信息", "denied/internal_affairs"),
            ("3.要求提供公开出版物", "declined/published_material"),
        )
    )
    for column in columns(report):
        granted, gone = f"{column}/outcomes/granted", f"{column}/outcomes/{row}"
        report.set(granted, report.figure(granted) + report.figure(gone))
        report.drawn.values[gone], report.drawn.printed[gone] = None, ""
    report.texts["overview"] = [line for line in report.texts["overview"] if "依申请公开" not in line]
    report.lost_rows.add(label)
    report.must.append(("row-missing", f"/requests/natural_person/outcomes/{row}"))


def side_labels_lost(report: Report, choose: random.Random) -> None:
    """What stands beside groups of rows is gone."""
    for label in (OUTCOMES, "（三）不予公开", "（四）无法提供", "（五）不予处理"):
        report.labels[label] = ""


def hybrid(report: Report, choose: random.Random) -> None:
    """（六）其他处理 is one row in the newer form."""
    for column in columns(report):
        cells = [p for p in report.drawn.values if p.startswith(f"{column}/outcomes/other/")]
        value = sum(report.figure(p) for p in cells)
        report.drawn.undivided.append(
            {"pointer": f"{column}/outcomes/other", "value": value, "label": "（六）其他处理"}
        )
        for p in cells:
            report.drawn.values[p] = None
        report.drawn.printed[cells[0]] = str(value)
    report.lost_rows |= set(OTHER[1:])
    report.merged_rows.add(OTHER[0])


def older_form(report: Report, choose: random.Random) -> None:
    """The form of 2019 for a later year."""
    gap = 2022 - report.year
    report.year += gap
    report.drawn.year = report.year
    report.title = f"{report.organ.name}{report.year}年政府信息公开工作年度报告"
    report.opening = [f"统计期限为{report.year}年1月1日至{report.year}年12月31日。"]
    report.texts["overview"] = [
        line.replace(f"{report.year - gap}年", f"{report.year}年") for line in report.texts["overview"]
    ]
    report.texts["other_matters"] = ["本年度未收取信息处理费。"]
    report.published = report.dateline = None
    report.signature = []
    report.must.append(("layout-year", "/year"))


def _three(choose: random.Random) -> list[str]:
    return [str(choose.randrange(1, 60)), "0", str(choose.randrange(60, 300))]
