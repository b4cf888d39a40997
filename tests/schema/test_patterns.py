"""The patterns of rules and schemas read the same texts in Python and in ECMAScript."""

import re
from typing import Any

import pytest
import regress

from govreport.between.growth import patterns
from govreport.rules.slips import PATTERNS, entries, written

from .files import LAYOUTS, read

TEXTS = (
    "",
    "无",
    " 无。\n",
    "无\n\n",
    "无问题，但有不足。",
    "暂无问题；",
    "没有收取信息处理费。",
    "2023年，我局……",
    "\t２０２３年度",
    "2023 年以来",
    "甲市2023年政府信息公开工作年度报告",
    "根据《条例》编制２０２２年度甲局政府信息公开工作年度报告。",
    "统计期限为2023年1月1日至2023年12月31日",
    "统计时段自２０２３年１月起",
    "\U00020000" * 300 + "2023年政府信息公开年度报告",
    "2024-01-31",
    "2024-01-31\n",
    "/requests/total",
    "/requests/total\n",
    "11350100003607005B",
    "350100",
    "period-start",
    "0123456789abcdef" * 4,
)


def _patterns(layout: str) -> list[str]:
    found = []
    waiting: list[Any] = [read(f"{layout}/rules.json")["rules"], read(f"{layout}/report.schema.json")]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            found += [value[key] for key in ("present", "absent", "pattern") if isinstance(value.get(key), str)]
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return sorted(set(found))


def _written_out() -> list[str]:
    """Return the patterns of slips with their pieces written out."""
    found = (entry for name in read("slips.json")["slips"] for entry in entries(name))
    return sorted({written(entry[key]) for entry in found for key in PATTERNS if key in entry})


def test_patterns_of_slips_find_the_same_in_both_languages() -> None:
    lists = read("slips.json")["slips"].values()
    texts = {text for entries in lists for entry in entries for text in entry["wrong"] + entry["right"]}
    matched = 0
    for pattern in _written_out():
        python, ecmascript = re.compile(pattern), regress.Regex(pattern, flags="u")
        for text in (*TEXTS, *sorted(texts)):
            ours, theirs = python.search(text), ecmascript.find(text)
            assert (ours and ours[0]) == (theirs and text.encode()[theirs.range()].decode()), (pattern, text)
            matched += ours is not None
    assert matched > len(texts)


@pytest.mark.parametrize("number", [0, 1])
def test_patterns_of_changes_find_the_same_in_both_languages(number: int) -> None:
    pattern = patterns()[number]
    texts = (
        "，比上年增加12件。",
        "件（较2023年度下降５.5％）",
        "，增长36.4%。",
        "、同比减少8",
        "，比上年增加8个百分点",
        *TEXTS,
    )
    matched = 0
    for text in texts:
        ours, theirs = pattern.search(text), regress.Regex(pattern.pattern, flags="u").find(text)
        assert (ours and ours[0]) == (theirs and text.encode()[theirs.range()].decode()), text
        matched += ours is not None
    assert matched


@pytest.mark.parametrize("layout", LAYOUTS)
def test_patterns_find_the_same_in_both_languages(layout: str) -> None:
    matched = 0
    for pattern in _patterns(layout):
        python, ecmascript = re.compile(pattern), regress.Regex(pattern, flags="u")
        for text in TEXTS:
            ours, theirs = python.search(text), ecmascript.find(text)
            # The other engine counts in bytes.
            found = theirs and text.encode()[theirs.range()].decode()
            assert (ours and ours[0]) == found, (pattern, text)
            matched += ours is not None
    assert matched > len(TEXTS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_comparison_reads_exactly_one_group(layout: str) -> None:
    for rule in read(f"{layout}/rules.json")["rules"]:
        if rule["kind"] == "compare" and "pattern" in rule:
            assert re.compile(rule["pattern"]).groups == 1, rule["id"]
