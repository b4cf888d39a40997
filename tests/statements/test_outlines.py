"""Sentences that differ only in their numbers are worked out once: what is read is what reading each anew gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.statements import outlines
from govreport.statements.outlines import outline, printed_at
from govreport.statements.reading import Speaker, Told, told_in
from govreport.statements.tokenizing import decimal_of, tokenize
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import load_vocabulary

SPEAKER = Speaker(layout="2021", year=2023)
# Numbers of which each does something else, and texts that touch them.
NUMBERS = st.one_of(
    st.integers(0, 12).map(str),
    st.integers(0, 10**7).map(str),
    st.integers(0, 10**7).map("{:,}".format),
    st.decimals(0, 3000, places=1).map(str),
    st.sampled_from(
        ("2022", "2023", "2024", "1999", "0.5", "1.0", "007", "19.5", "12,34", "1,2345", "3.4.5", "12", "31")
    ),
)
AROUND = st.sampled_from(
    (
        "件",
        "万件",
        "%",
        "年结转",
        "年度结转",
        "月",
        "月31日收到",
        "日",
        "人次",
        "，",
        "、",
        "收到政府信息公开申请",
        "其中自然人",
        "予以公开",
        "占",
        "（",
        "）",
        "未收到",
        "行政复议",
        "第",
        "约",
        "合计",
        "网络申请",
        ",",
        ".",
        "至",
        "上半年",
    )
)
SENTENCES = st.lists(st.one_of(NUMBERS, AROUND), min_size=1, max_size=14).map("".join)


def _anew(text: str) -> list[Told]:
    load_vocabulary("2021").outlines.clear()
    return list(told_in("/overview", text, SPEAKER))


def _read(told: Told) -> tuple[object, ...]:
    a = told.attached
    return printed_at(told.folded, *a.clause.span(a.at, a.at)), a.kind, a.value, a.readings, a.reason, told.is_certain


@given(SENTENCES)
def test_numbers_put_aside_change_no_token(text: str) -> None:
    words = load_vocabulary("2021")

    def plain(tokens: list[Token]) -> list[tuple[object, ...]]:
        return [(t.kind, t.entry, t.figure and (t.figure.measure, t.figure.times, t.figure.is_about)) for t in tokens]

    own = tokenize(text, words, 2023)
    form, asides = outline(text, words, 2023)
    aside = tokenize(form.text, words, 2023)
    assert plain(own.tokens) == plain(aside.tokens)
    for token, start, other, at in zip(own.tokens, own.starts, aside.tokens, aside.starts, strict=True):
        assert printed_at(text, at, at + len(other.text)) == (start, start + len(token.text))
        if token.figure is not None and token.kind == "figure" and not token.figure.is_spelled:
            assert other.figure is not None
            assert token.figure.value == (decimal_of(asides[at]) if at in asides else other.figure.value)


@given(SENTENCES, st.lists(NUMBERS, min_size=1, max_size=14))
def test_what_was_read_before_changes_nothing(text: str, others: list[str]) -> None:
    wanted = [_read(told) for told in _anew(text)]
    load_vocabulary("2021").outlines.clear()
    for number in others:
        list(told_in("/overview", f"收到政府信息公开申请{number}件", SPEAKER))
        list(told_in("/overview", text, SPEAKER))
    assert [_read(told) for told in told_in("/overview", text, SPEAKER)] == wanted


@pytest.mark.parametrize(
    "text", ["收到政府信息公开申请8件", "收到政府信息公开申请1,234件", "收到政府信息公开申请33.5万件"]
)
def test_a_sentence_is_worked_out_once_for_all_numbers(text: str) -> None:
    words = load_vocabulary("2021")
    other = "收到政府信息公开申请25件".replace("件", "万件" if "万" in text else "件")
    assert outline(other, words, 2023)[0].text == outline(text, words, 2023)[0].text


def test_only_what_comes_again_is_kept() -> None:
    words = load_vocabulary("2021")
    words.outlines.clear()
    first, second, third = (outline("收到申请25件", words, 2023)[0] for _ in range(3))
    assert first is not second
    assert second is third


def test_the_oldest_are_forgotten_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlines, "_KEPT", 3)
    words = load_vocabulary("2021")
    words.outlines.clear()
    for name in "甲乙丙丁":
        outline(f"{name}收到申请25件", words, 2023)
    assert [text for text, _ in words.outlines] == [f"{name}收到申请9件" for name in "乙丙丁"]
    words.outlines.clear()
