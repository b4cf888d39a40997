"""Sentences that a verdict passes over: what is left of a text means the same as if all of it were read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.statements.passing import is_passing
from govreport.statements.reading import Speaker, told_in
from govreport.statements.variants import fold
from govreport.statements.vocabulary import load_vocabulary

SPEAKER = Speaker(layout="2021", year=2023, is_government=True)
PASSING = ("举办业务培训班3期，培训工作人员20人次", "全年访问量达到1200人次", "2023年接待群众15人")
OTHERS = (
    "收到政府信息公开申请20件",
    "其中自然人5件",
    "已办结12件",
    "予以公开8件，占比40%",
    "未收到行政复议",
    "第3次会议",
    "整改问题7个",
    "《办法》第3次印发（共2场）",
    "参加培训20人次，涉及信息公开申请",
    "三个平台公开信息",
)


def _meant(text: str, is_whole: bool) -> list[tuple[Any, ...]]:
    told = [(t, t.attached) for t in told_in("/overview", text, SPEAKER, is_whole)]
    return [
        (t.sentence, a.clause.span(a.at, a.at), a.readings, t.is_certain, a.scope, a.facets)
        for t, a in told
        if a.readings
    ]


@given(
    st.lists(st.tuples(st.sampled_from(PASSING + OTHERS), st.sampled_from(("。", "。\n", "。其他工作。"))), max_size=7)
)
def test_what_is_passed_over_changes_nothing(parts: list[tuple[str, str]]) -> None:
    text = "".join(sentence + mark for sentence, mark in parts)
    assert _meant(text, is_whole=False) == _meant(text, is_whole=True)


@pytest.mark.parametrize("text", PASSING)
def test_a_sentence_that_counts_what_no_table_counts_is_passed_over(text: str) -> None:
    assert is_passing(fold(text)[0], load_vocabulary("2021"))


@pytest.mark.parametrize("text", OTHERS)
def test_a_sentence_that_may_say_more_is_read(text: str) -> None:
    assert not is_passing(fold(text)[0], load_vocabulary("2021"))


def test_a_sentence_that_is_passed_over_turns_the_text_away_from_its_table() -> None:
    assert len(_meant("收到政府信息公开申请20件。" + PASSING[0] + "。已办结12件。", is_whole=False)) == 1
