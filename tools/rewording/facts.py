"""The facts of a published report in our words: the texts of its example, cut into sentences and sorted by matter."""

import json
import re
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
# What a heading or a label in a text speaks of; the first that is found decides.
_MATTERS = (
    ("requests", ("依申请", "申请", "复议", "诉讼")),
    ("publication", ("主动公开",)),
    ("management", ("信息管理", "标准化", "属性")),
    ("platform", ("平台", "解读", "推送", "重点领域")),
    ("oversight", ("监督", "保障", "组织领导", "队伍")),
    ("remedies", ("整改", "措施", "下一步", "改进", "打算")),
    ("problems", ("问题", "不足")),
    ("other", ("其他", "处理费", "收费")),
)

# Where an example tells a fact in nearly the published words, other words for it.
_OTHER_WORDS = (
    ("，政务微信公开207条", "，微信另有207条"),
    ("咨询函复2件，申请人放弃补正1件", "申请人放弃补正1件，按咨询函复2件"),
    ("今后将推进政务公开标准化规范化", "今后的公开要更标准、更规范"),
    ("按照市、区政府信息公开工作要点", "按照两级的工作要点"),
    ("高校毕业生社会保险补贴政策向", "给毕业生的社保补贴政策向"),
    ("发布社会保障、促进就业等政策信息48条", "就业和社会保障的政策信息发布48条"),
    ("公开政府常务会议7期", "登载常务会议7期"),
    ("邀请公众代表列席决策会议", "会议请公众代表列席"),
    ("就业、人才、劳动关系、社会保障", "社会保障、就业、人才、劳动关系"),
    # At the edge of a line the end of a sentence looks like that of a paragraph.
    ("集成公开、精准推送", "集成公开，推送到人，送到企业"),
    ("8 月开放月集中开展", "8 月是开放月，集中开展"),
    ("全市政府开放月期间提前制定方案", "开放月的方案提前定好"),
)


def in_other_words(text: str) -> str:
    """Return a text of an example in words that are farther from the published ones."""
    for words, others in _OTHER_WORDS:
        text = text.replace(words, others)
    return text


def matter(text: str, otherwise: str) -> str:
    """Return what a heading or a sentence speaks of."""
    return next((name for name, words in _MATTERS if any(word in text for word in words)), otherwise)


def of_report(name: str) -> dict[str, list[str]]:
    """Return the sentences of an example by their matter."""
    report: dict[str, Any] = json.loads((EXAMPLES / "reports" / f"{name}.json").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {"preamble": sentences(report.get("preamble") or "")}
    for paragraph in report["overview"].split("\n"):
        label, colon, text = paragraph.partition("：")
        is_labelled = bool(colon) and len(label) <= 8
        theme = matter(label, "general") if is_labelled else "requests" if "行政复议" in paragraph else "general"
        found.setdefault(theme, []).extend(sentences(text if is_labelled else paragraph))
    for place, paragraph in enumerate(report["problems_and_improvements"].split("\n")):
        found.setdefault("problems" if place == 0 else "remedies", []).extend(sentences(paragraph))
    found.setdefault("other", []).extend(sentences(report["other_matters"].replace("\n", "")))
    return found


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return re.findall(r"[^。]+。", in_other_words(text))
