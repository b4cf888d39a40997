"""Changes against the year before that a text tells: read where the words are plain, held against both reports."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govreport import validate
from govreport.between.growth import told_changes
from tests.reports import changed, clean

RECEIVED = "/requests/total/received"
TOLD = "收到申请30件"


def _changes(words: str, year_before: int = 2023) -> list[tuple[str, bool]]:
    found = told_changes(TOLD + words, len(TOLD), year_before)
    return [(f"{change.value}", change.is_percentage) for change in found]


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("，比上年增加12件。", [("12", False)]),
        ("，较2023年增长54.5%", [("54.5", True)]),
        ("（比上年增加8件，增长36.4%）", [("8", False), ("36.4", True)]),
        (", 同比减少８件、下降21.05％", [("-8", False), ("-21.05", True)]),
        ("，与上年相比，增幅为36%。", [("36", True)]),
        ("，比上一年度同期上升了1,208件", [("1208", False)]),
        ("，比去年增加12。", [("12", False)]),
        ("政府信息公开申请，较去年减少1件", [("-1", False)]),
        ("比2023年减少78件", [("-78", False)]),
        ("，比2023年的22件增长36.4%", [("36.4", True)]),
        ("，上年为22件，增加8件", [("8", False)]),
        ("，与去年22件相比增加8件", [("8", False)]),
        ("，较上年（22件）增长36.4%", [("36.4", True)]),
        ("，较上年（1，022件）增长36.4%", [("36.4", True)]),
        ("，同比\xa0增长\xa036.4%", [("36.4", True)]),
        ("，比上年增加8件，增长36.4%以上", [("8", False)]),
        ("，比上年增加8件，减少了5件信访", [("8", False)]),
        ("，比上年增加8件，增长36.4%，增幅36.4%", [("8", False), ("36.4", True)]),
        ("，比上年增加8件，减少了5%的压力", [("8", False)]),
    ],
)
def test_a_change_is_read_behind_its_figure(words: str, changes: list[tuple[str, bool]]) -> None:
    assert _changes(words) == changes


@pytest.mark.parametrize(
    "words",
    [
        "，比去年增加到38件",
        "，上年增加8件",
        "，上年为22件",
        "，比2022年的22件增加8件",
        "，比2019年增加8件",
        "，比上年增加8个百分点",
        "，比上年上升8%点",
        "，较去年同期上升了约12%",
        "，比上年增加。",
        "，增加12件。",
        "，为上年的2倍",
        "。比上年增加12件",
        "，其中网上申请比上年增加12件",
        "，咨询量比上年增加12件",
        "，占比比上年上升5%",
        "，比上年增加8个点",
        "，比上年增加12，30件予以公开",
        "，同比增加1,2,3件",
    ],
)
def test_what_is_no_plain_change_is_passed_over(words: str) -> None:
    assert _changes(words) == []


@pytest.mark.parametrize(
    "behind",
    ["左右", "以上", "以内", " 上下", "多", "有余", "不等", "-40%", "—40%", "～40件", "至40%", "到40%", "或9件"],
)
@pytest.mark.parametrize("change", ["增长36.4%", "增加12件"])
def test_what_is_only_about_a_change_or_reaches_from_one_to_another_is_passed_over(change: str, behind: str) -> None:
    assert _changes(f"，同比{change}{behind}。") == []


def test_the_end_of_a_change_is_where_its_words_end() -> None:
    text = f"{TOLD}，比上年增加12件，增长５％。"
    assert [text[len(TOLD) : c.end] for c in told_changes(text, len(TOLD), 2023)] == [
        "，比上年增加12件",
        "，比上年增加12件，增长５％",
    ]


def _pair(now: int, before: int, words: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a report that received so many requests and tells a change, and last year's."""
    report, last = clean(), clean()
    last["year"] = report["year"] - 1
    report["requests"]["total"]["received"] = now
    last["requests"]["total"]["received"] = before
    report["overview"] = f"本年收到政府信息公开申请{now}件{words}。"
    return report, last


def _told(now: int, before: int, words: str) -> list[Any]:
    report, last = _pair(now, before, words)
    return [f for f in validate(report, previous=last).findings if f.code == "years-told-change"]


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_change_told_as_it_is_is_right_in_every_measure(now: int, before: int) -> None:
    assume(now != before)
    moved = abs(now - before)
    more, grown = ("增加", "增长") if now > before else ("减少", "下降")
    share = Decimal(moved * 100) / before
    for words in (
        f"，比上年{more}{moved}件",
        f"，同比{grown}{share:.2f}%",
        f"（较上年{more}{moved}件，{grown}{share:.1f}%）",
    ):
        assert _told(now, before, words) == []


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(1, 99))
def test_a_change_that_is_another_is_told_at_its_cell(now: int, before: int, off: int) -> None:
    moved = now - before
    for wrong in (moved + off, moved - off):
        words = f"，比上年{'增加' if wrong >= 0 else '减少'}{abs(wrong)}件"
        (found,) = _told(now, before, words)
        assert found.pointer == RECEIVED
        assert (found.parameters["now"], found.parameters["before"]) == (now, before)
        assert found.parameters["difference"] == str(abs(moved))
        assert found.parameters["quote"] == f"{now}件{words}"


def test_a_change_of_none_is_told_behind_what_there_was_none_of() -> None:
    report, last = _pair(0, 3, "")
    last["requests"]["total"]["received"] = 3
    for told, codes in (("减少3件", []), ("减少1件", ["years-told-change"])):
        report["overview"] = f"本年未收到政府信息公开申请，较上年{told}。"
        findings = validate(report, previous=last).findings
        assert [f.code for f in findings if f.code == "years-told-change"] == codes


def test_the_percentage_that_is_told_otherwise_is_said_with_two_digits() -> None:
    (found,) = _told(30, 22, "，同比增长54.5%")
    assert (found.parameters["direction"], found.parameters["difference"]) == ("change-up", "36.36%")


def test_less_by_so_little_that_it_is_printed_as_nothing_is_less() -> None:
    assert _told(20000, 20001, "，同比下降0.00%") == []
    assert _told(20000, 20000, "，同比下降0%") == []
    assert len(_told(20000, 20001, "，同比增长0.00%")) == 1


def test_reports_of_other_scopes_are_not_held_against_each_other() -> None:
    report, last = _pair(30, 22, "，比上年增加9件")
    report["scope"], last["scope"] = {"kind": "own"}, {"kind": "consolidated"}
    assert "years-told-change" not in [f.code for f in validate(report, previous=last).findings]
    last["scope"] = {"kind": "own"}
    assert "years-told-change" in [f.code for f in validate(report, previous=last).findings]


def test_what_there_was_the_year_before_is_held_against_its_report_too() -> None:
    assert _told(30, 22, "，比上年的22件增加8件") == []
    (found,) = _told(30, 22, "，比上年的20件增加8件")
    assert found.parameters["before"] == 22
    assert len(_told(30, 22, "，上年为20件，增加10件")) == 1


def test_of_a_figure_that_the_text_rounds_no_change_is_known() -> None:
    report, last = _pair(30004, 29994, "")
    report["overview"] = "本年收到政府信息公开申请3万件，比上年增加9件。"
    assert "years-told-change" not in [f.code for f in validate(report, previous=last).findings]


def test_a_change_of_a_part_of_what_a_cell_counts_is_not_known() -> None:
    place = "/requests/total/outcomes/unavailable/not_held"
    last = changed({"/year": clean()["year"] - 1, place: 1})
    for words, expected in (("不属于本机关公开5件", []), ("本机关不掌握相关政府信息5件", [(5, 1)])):
        report = changed({"/overview": f"{words}，比上年增加9件。", place: 5})
        found = [f.parameters for f in validate(report, previous=last).findings if f.code == "years-told-change"]
        assert [(p["now"], p["before"]) for p in found] == expected


def test_what_is_left_of_a_stock_is_held_against_what_was_left() -> None:
    place = "/proactive_disclosure/documents/normative_documents"
    last = changed({"/year": clean()["year"] - 1, f"{place}/in_force": 4, f"{place}/issued": 3})
    for change, expected in (("增加2件", []), ("减少1件", [(3, 1)])):
        # Of the five that are in force two were issued in this year.
        report = changed({"/overview": f"继续有效的规范性文件3件，比上年{change}。"})
        found = [f.parameters for f in validate(report, previous=last).findings if f.code == "years-told-change"]
        assert [(p["now"], p["before"]) for p in found] == expected


def test_of_two_changes_that_are_wrong_the_first_is_told() -> None:
    (found,) = _told(30, 22, "（比上年增加9件，增长50%）")
    assert found.parameters["quote"].endswith("增加9件")
