"""How much of a text is last year's: laws of the share."""

import time

from hypothesis import given
from hypothesis import strategies as st

from govreport.between.texts import core_of, repetition, sentences

SENTENCE = st.text("全年主动公开政府信息回应社会关切开展业务培训", min_size=8, max_size=30).map(
    lambda text: text + "。"
)
TEXT = st.lists(SENTENCE, min_size=1, max_size=6).map("".join)


@given(TEXT)
def test_a_text_repeats_itself_whole(text: str) -> None:
    found = repetition(text, text)
    assert (found.percent, found.alike) == (100, found.sentences)


@given(TEXT, TEXT, SENTENCE)
def test_more_of_last_years_text_never_lowers_the_share(text: str, before: str, more: str) -> None:
    assert repetition(text, before + more).percent >= repetition(text, before).percent


@given(TEXT, st.integers(1, 9999), st.integers(1, 9999))
def test_figures_and_years_do_not_count(text: str, one: int, other: int) -> None:
    def told(figure: int) -> str:
        return text.replace("。", f"{figure}件，同比增长{figure}％。")

    assert repetition(told(one), told(other)).percent == 100


@given(TEXT)
def test_nothing_is_repeated_of_nothing(text: str) -> None:
    assert repetition(text, "").percent == 0
    assert repetition("", text).percent == 0


def test_short_pieces_are_no_sentences() -> None:
    assert sentences("（一）主动公开。\n全年主动公开政府信息一百条。") == sentences("全年主动公开政府信息一百条。")
    assert core_of("2023年，全年公开 12 件！") == "年全年公开件"


def test_a_sentence_is_alike_from_nine_tenths_on() -> None:
    sentence = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
    assert repetition(sentence, sentence[:18] + "戌亥").percent == 100
    assert repetition(sentence, sentence[:17] + "戌亥戌").percent == 0


def test_a_hostile_text_costs_little() -> None:
    # One sentence of a million characters, and a hundred thousand sentences, against their like.
    one, other = "甲乙丙丁" * 250_000, "甲乙丙戊" * 250_000
    many = "".join(chr(0x4E00 + n // 90) * 6 + chr(0x6E00 + n % 90) * 6 + "。" for n in range(100_000))
    begun = time.process_time()
    assert repetition(one, other).percent == 0
    assert repetition(many, many[7:]).percent >= 99
    assert time.process_time() - begun < 20
