"""The vocabulary: every word does one thing, is written as it is looked for, and reaches the cells it speaks of."""

from collections import Counter

import pytest

from govreport import resources
from govreport.form.layout import load_layout
from govreport.statements.clauses import clauses
from govreport.statements.tokenizing import Tokens, tokenize
from govreport.statements.tokens import Token
from govreport.statements.variants import fold
from govreport.statements.vocabulary import load_vocabulary

LAYOUTS = resources.layouts()
WORDS = resources.read("statements/words.json")


def _told(text: str, year: int = 2023) -> Tokens:
    folded, _ = fold(text)
    return tokenize(folded, load_vocabulary("2021"), year)


def _tokens(text: str, year: int = 2023) -> list[Token]:
    return _told(text, year).tokens


def _kinds(text: str) -> list[str]:
    return [token.kind for token in _tokens(text)]


def test_no_word_stands_in_two_lists() -> None:
    lists = [
        *WORDS["classes"].values(),
        *WORDS["sinks"].values(),
        *(WORDS["approximate"][k] for k in ("before", "behind")),
    ]
    assert [word for word, times in Counter(w for words in lists for w in words).items() if times > 1] == []


def test_every_variant_gives_way_to_a_character_that_stays() -> None:
    for character, value in WORDS["variants"].items():
        assert fold(character)[0] == fold(value)[0] == fold(fold(value)[0])[0], character


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_set_and_every_label_leads_to_cells(layout: str) -> None:
    words, cells = load_vocabulary(layout), load_layout(layout).cells
    for entry in words.entries.values():
        if entry.kind != "label" or entry.table is None:
            continue
        table = words.tables[entry.table]
        assert entry.facets.keys() <= table.facets, entry.word
        given = {**table.rest, **entry.facets}
        for verb in table.verbs.values():
            facets = {**given, **{k: v for k, v in verb.items() if k not in given}}
            if facets.keys() == table.facets:
                assert all(c in cells for plus, minus in words.cells(table, facets) for c in plus + minus), entry.word


def test_a_text_is_folded_with_the_places_of_its_characters() -> None:
    folded, places = fold("收 到“１２”件\n①")
    assert folded == "收到12件\n①"
    assert [places[n] for n in range(len(folded) + 1)] == [0, 2, 4, 5, 7, 8, 9, 10]


def test_the_longest_word_wins_and_all_else_is_a_token_too() -> None:
    text = "无法提供依据的行政规范性文件类信息"
    tokens, starts, *_ = _told(text)
    assert tokens[0].text == "无法提供"
    assert "".join(t.text for t in tokens) == text
    assert [text.startswith(t.text, at) for t, at in zip(tokens, starts, strict=True)] == [True] * len(tokens)
    assert tokens[-1].kind.startswith("sink:")


@pytest.mark.parametrize(
    ("text", "value", "times", "unit"),
    [
        ("759件", 759, 0, "件"),
        ("1,759件", 1759, 0, "件"),
        ("七百五十九件", 759, 0, "件"),
        ("两件", 2, 0, "件"),
        ("十二宗", 12, 0, "宗"),
        ("一百零三项", 103, 0, "项"),
        ("二〇件", None, 0, ""),
    ],
)
def test_numbers_are_read_in_figures_and_spelled_out(text: str, value: int | None, times: int, unit: str) -> None:
    (token,) = _tokens(text)
    if value is None:
        assert token.kind == "other"
    else:
        assert token.figure is not None
        assert (int(token.figure.value), token.figure.times, token.figure.unit) == (value, times, unit)


def test_an_ordinal_a_year_and_a_day_are_no_figures() -> None:
    assert _kinds("第3号") == ["ordinal", "time"]
    assert _kinds("第三十六条") == ["ordinal", "other"]
    assert _kinds("2023年") == ["year"]
    assert _kinds("11月30日") == ["period", "time"]
    # The last day of the year says that all of it is meant.
    assert _kinds("12月31日") == ["filler"]
    assert _kinds("二〇二四年") == ["year"]


def test_a_word_with_a_year_means_that_year_only() -> None:
    assert _kinds("2022年结转") == ["label"]
    assert [t.kind for t in _tokens("2022年结转", year=2024)] == ["other"]
    assert _kinds("结转2024年度") == ["label"]


def test_not_takes_the_label_behind_it_away() -> None:
    assert _kinds("予以公开") == ["label"]
    assert _kinds("应予以公开") == ["not", "other"]


def test_brackets_with_figures_become_clauses_and_others_asides() -> None:
    found = clauses(_told("办结31件（其中1件为上年结转），不予处理（重复申请）3件，依据《办法》第3条"))
    assert [c.is_bracketed for c in found] == [False, True, False, False]
    assert [len(t.inner) for c in found for t in c.tokens if t.kind == "aside"] == [0, 1, 0]


def test_a_bracket_that_is_not_closed_ends_with_the_sentence() -> None:
    assert [c.is_bracketed for c in clauses(_told("收到申请3件（其中网上2件"))] == [False, True]
    assert len(clauses(_told("收到申请）3件"))) == 1
