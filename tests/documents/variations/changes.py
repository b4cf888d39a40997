"""Changes to a report that print makes: misprints, marks, widths, lost labels. Do not import the library.

Each returns the changed report and the truth of it, the true JSON with the same change.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from .source import OTHER, Doc, truth

Changed = tuple[Doc, dict[str, Any]]
RULES = "/proactive_disclosure/documents/government_rules"
SIMPLIFIED = (
    "条项内规范许可证务对处罚强费单购数额业构织师机关无属国级结转办区仅计这态险稳复审"
    "现资讯纠与终号请诉经后总开发制废权据实评问题进给维个动时报织疗护"
)
TRADITIONAL = (
    "條項內規範許可證務對處罰強費單購數額業構織師機關無屬國級結轉辦區僅計這態險穩復審"
    "現資訊糾與終號請訴經後總開發製廢權據實評問題進給維個動時報織療護"
)


def unchanged(doc: Doc) -> Changed:
    return doc, truth(doc.name)


def each(doc: Doc, change: Callable[[str], str]) -> Doc:
    """Return the report with every figure changed."""
    doc.two = [[[change(c) for c in line] for line in block] for block in doc.two]
    doc.three = [[change(c) for c in line] for line in doc.three]
    doc.four = [change(c) for c in doc.four]
    return doc


def labelled(doc: Doc, change: Callable[[str], str]) -> Doc:
    """Return the report with every label changed."""
    doc.rows = [[change(label) for label in path] for path in doc.rows]
    doc.blocks = [(change(c), [change(x) for x in xs], [change(y) for y in ys]) for c, xs, ys in doc.blocks]
    doc.applicants = [change(a) for a in doc.applicants]
    doc.results = [change(r) for r in doc.results]
    doc.titles = [change(t) for t in doc.titles]
    doc.note = change(doc.note)
    return doc


def full_width(doc: Doc) -> Changed:
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    return each(doc, lambda text: text.translate(wide)), truth(doc.name)


def thousands(doc: Doc) -> Changed:
    def parted(text: str) -> str:
        return f"{int(text):,}" if text.isdigit() else text

    return each(doc, parted), truth(doc.name)


def misprinted(doc: Doc) -> Changed:
    words = {
        "本年废止件数": "本年度止件数",
        "现行有效件数": "现行有效件",
        "2.其他法律行政法规禁止公开": "2.其他法律行政止公开",
        "8.属于行政查询事项": "8.属于行政査询事项",
        "4.无正当理由大量反复申请": "4.无正当理由大量反复申诉",
        "一、本年新收政府信息公开申请数量": "一、本年新收政府信息公开申请数",
        "行政事业性收费": "行政事业收费",
        "（七）总计": "（七）总 计",
        "社会公益组织": "社会公益组只",
    }
    return labelled(doc, lambda label: words.get(label, label)), truth(doc.name)


def traditional(doc: Doc) -> Changed:
    table = str.maketrans(SIMPLIFIED, TRADITIONAL)
    return labelled(doc, lambda label: label.translate(table)), truth(doc.name)


def renumbered(doc: Doc) -> Changed:
    def other(label: str) -> str:
        for number in range(1, 9):
            label = label.replace(f"{number}.", f"{number}、")
        return label.replace("（", "(").replace("）", ")").replace("“", '"').replace("”", '"')

    return labelled(doc, other), truth(doc.name)


def unnumbered(doc: Doc) -> Changed:
    def bare(label: str) -> str:
        for mark in (
            "1.",
            "2.",
            "3.",
            "4.",
            "5.",
            "6.",
            "7.",
            "8.",
            "（三）",
            "（四）",
            "（五）",
            "（六）",
            "（七）",
            "（一）予",
            "（二）部",
        ):
            if label.startswith(mark):
                return mark[3:] + label[len(mark) :]
        return label

    doc.rows = [[bare(label) for label in path] for path in doc.rows]
    return doc, truth(doc.name)


def side_labels_lost(doc: Doc) -> Changed:
    doc.rows = [[path[0], *["" for _ in path[1:-1]], path[-1]] if len(path) > 1 else path for path in doc.rows]
    doc.rows = [["", *path[1:]] if len(path) > 1 else path for path in doc.rows]
    return doc, truth(doc.name)


def spaced(doc: Doc) -> Changed:
    return labelled(doc, lambda label: " ".join(label) if len(label) < 9 else label), truth(doc.name)


def marked(doc: Doc) -> Changed:
    value = truth(doc.name)
    doc.two[0][0] = ["/", "不适用", "—"]
    names = ("issued", "repealed", "in_force")
    for name in names:
        value["proactive_disclosure"]["documents"]["government_rules"][name] = None
    marks = zip(names, ("slash", "not_applicable", "dash"), strict=True)
    value["marks"] = [{"pointer": f"{RULES}/{name}", "mark": mark} for name, mark in marks]
    return doc, value


def blank(doc: Doc) -> Changed:
    """Leave every 0 of table three blank."""
    value = truth(doc.name)
    doc.three = [["" if text == "0" else text for text in line] for line in doc.three]
    marks: list[dict[str, str]] = value.setdefault("marks", [])
    _blank(value["requests"], "/requests", marks)
    return doc, value


def _blank(node: dict[str, Any], pointer: str, marks: list[dict[str, str]]) -> None:
    for name, member in node.items():
        if isinstance(member, dict):
            _blank(member, f"{pointer}/{name}", marks)
        elif member == 0:
            node[name] = None
            marks.append({"pointer": f"{pointer}/{name}", "mark": "blank"})


def remarked(doc: Doc) -> Changed:
    doc.two[0][1][0] += "（其中修订1件）"
    doc.two[1][0][0] += "件"
    doc.two[3][0][0] += "万元"
    value = truth(doc.name)
    value["proactive_disclosure"]["charges"]["administrative_fees"]["unit"] = "ten_thousand_yuan"
    return doc, value


def hybrid(doc: Doc) -> Changed:
    """Print （六）其他处理 as one row."""
    value = truth(doc.name)
    start = next(n for n, path in enumerate(doc.rows) if path[-1] == OTHER[0])
    sums = [str(sum(int(doc.three[start + n][x]) for n in range(3))) for x in range(7)]
    doc.rows[start : start + 3] = [doc.rows[start][:2]]
    doc.three[start : start + 3] = [sums]
    columns = ["natural_person", *(f"organizations/{k}" for k in value["requests"]["organizations"]), "total"]
    value["undivided"] = []
    for column, figure in zip(columns, sums, strict=True):
        node = value["requests"]
        for step in column.split("/"):
            node = node[step]
        node["outcomes"]["other"] = dict.fromkeys(node["outcomes"]["other"])
        pointer = f"/requests/{column}/outcomes/other"
        value["undivided"].append({"pointer": pointer, "value": int(figure), "label": "（六）其他处理"})
    return doc, value


def wrong_total(doc: Doc) -> Changed:
    """Print a total that is wrong: it is read as it is printed."""
    value = deepcopy(truth(doc.name))
    doc.three[0][6] = "99"
    value["requests"]["total"]["received"] = 99
    return doc, value
