"""Laws of the sieves: to look at letters first, and near to words, changes nothing that is found."""

import re
from collections.abc import Collection
from functools import cache
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govreport import resources
from govreport.form.layout import load_layout
from govreport.rules import slips as module
from govreport.rules.comparing import derive
from govreport.rules.data import load_instances
from govreport.rules.nearness import near, stretches
from govreport.rules.sheet import read_sheet
from govreport.rules.slips import OWN_NAME, Slip, are_clean, entries, slips, written
from govreport.rules.wording import ask_slips
from tests.reports import changed
from tools.generating.patterns import first, is_anchored, needed_by, width

from .changing import a_fraction
from .matching import matching

LISTS = tuple(resources.read("slips.json")["slips"])
ENTRIES = [(name, number) for name in LISTS for number in range(len(entries(name)))]
_SEEDS = st.integers(0, 2**32)
YEAR: int = changed({})["year"]
_TEXTS = sorted({text for name in LISTS for entry in entries(name) for text in (*entry["wrong"], *entry["right"])})


def _matching(key: str) -> st.SearchStrategy[str]:
    """Draw texts that match the pattern of any entry, mostly with something around it."""
    patterns = sorted({written(entry[key]) for name in LISTS for entry in entries(name) if key in entry})
    return st.builds(lambda pattern, seed: matching(pattern, Random(seed)), st.sampled_from(patterns), _SEEDS)


def texts() -> st.SearchStrategy[str]:
    """Draw texts put together from what entries find, what stands before it, and texts of either kind."""
    known = st.sampled_from(_TEXTS).map(lambda text: derive(text, YEAR))
    filler = st.text(alphabet="我局，。年月县公开12（）", max_size=90)
    return st.lists(known | _matching("find") | _matching("behind") | filler, max_size=5).map("".join)


def plainly(name: str, text: str, organ: str = OWN_NAME) -> list[Slip]:
    """Return the slips of a text, every entry looked for in all of it."""
    every = patch.object(module, "suspects", lambda name, text: range(len(entries(name))))
    whole = patch.object(module, "_matches", lambda trace, text: trace.find.finditer(text))
    with every, whole:
        return list(slips(name, text, YEAR, organ))


@given(name=st.sampled_from(LISTS), text=texts())
def test_the_same_slips_are_found(name: str, text: str) -> None:
    assert list(slips(name, text, YEAR, OWN_NAME)) == plainly(name, text)


@given(name=st.sampled_from(LISTS), several=st.lists(st.none() | texts(), max_size=4))
def test_texts_are_clean_together_if_each_is(name: str, several: list[str | None]) -> None:
    assert are_clean(name, several, YEAR, OWN_NAME) == all(not plainly(name, text) for text in several if text)


@given(opening=texts(), other=texts())
def test_a_report_has_the_slips_of_each_of_its_texts(opening: str, other: str) -> None:
    report = changed({"/preamble": opening, "/other_matters": other})
    sheet = read_sheet(load_layout(report["layout"]), report)
    year, organ = sheet.year, report["organ"]["name"]
    assume(year == YEAR)  # that of the report, unless what was drawn outvotes it
    for instance in load_instances(report["layout"]):
        name = instance.rule.slips
        if name is not None and instance.at in ("/preamble", "/other_matters"):
            found = [(p["start"], p["end"]) for _, p in ask_slips(instance, sheet)]
            assert found == [(slip.start, slip.end) for slip in plainly(name, report[instance.at[1:]], organ)]


@pytest.mark.parametrize(("name", "number"), ENTRIES)
@a_fraction(of=40)
@given(seed=_SEEDS)
def test_what_a_pattern_needs_stands_in_every_text_that_it_matches(name: str, number: int, seed: int) -> None:
    pattern = written(entries(name)[number]["find"])
    longest, start, every = _known_of(pattern)
    choose = Random(seed)
    for text in (matching(pattern, choose) for _ in range(25)):
        match = re.search(pattern, text)
        assert match is not None
        assert len(match[0]) <= longest
        assert start is None or match[0].startswith(tuple(start))
        for needed in every:
            assert any(part in text for part in needed), (needed, text)


@cache
def _known_of(pattern: str) -> tuple[float, Collection[str] | None, tuple[Collection[str], ...]]:
    """Return what is known of a pattern, which takes longer to find than to hold a text against."""
    return width(pattern), first(pattern), tuple(needed_by(pattern))


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (["甲乙"], [{"甲乙"}]),
        (["甲[乙丙]?丁"], [{"甲乙丁", "甲丙丁", "甲丁"}]),
        (["甲{2}[^乙]丙"], [{"甲甲"}, {"丙"}]),
        (["甲{0,3}丙"], [{"丙"}]),
        (["(?:甲|乙丙)[0-9０-９]丁"], [{"甲", "乙丙"}, {"丁"}]),
        (["甲(?=乙)"], [{"甲乙"}]),
        (["甲(?=乙)[一-鿿]"], [{"乙"}, {"甲"}]),
        (["甲(?!乙)丙"], [{"甲丙"}]),
        (["甲|[^乙]"], []),
        ([r"甲$(?!\n)", "乙"], [{"甲乙"}]),
        ([r"\["], [{"["}]),
    ],
)
def test_what_patterns_need(patterns: list[str], expected: list[set[str]]) -> None:
    assert [set(needed) for needed in needed_by(*patterns)] == expected


@pytest.mark.parametrize("pattern", ["甲.", "甲*", "(?P<a>甲)", r"\d", "(甲", "甲)", "[甲"])
def test_a_pattern_that_the_standard_does_not_allow_is_not_read(pattern: str) -> None:
    with pytest.raises(ValueError, match=re.escape(pattern)):
        needed_by(pattern)


def test_a_pattern_is_anchored_if_all_its_branches_end_with_the_text() -> None:
    assert is_anchored(r"(?:甲|乙)$(?!\n)")
    assert not is_anchored(r"甲|乙$(?!\n)")
    assert not is_anchored("甲")


def test_a_look_ahead_counts_for_the_width() -> None:
    assert width("甲{1,3}(?!乙丙)") == 5


def test_what_is_near_to_words() -> None:
    text = "一二三甲四五六七八甲九十"
    assert list(stretches(text, "甲", 1, 2)) == [(0, 0), (2, 6), (8, 12)]
    assert list(stretches(text, "甲", 3, 3)) == [(0, 13)]
    assert near(text, "甲", 0, 1).split() == ["甲四", "甲九"]
    assert near(text, "乙", 9, 9) == ""
