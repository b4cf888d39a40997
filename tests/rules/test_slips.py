"""Slips in texts: each entry of `slips.json` finds what it is for, and leaves right texts alone."""

import re

import pytest

from govreport import resources, validate
from govreport.rules.comparing import derive
from govreport.rules.slips import entries, load_traces, slips, written
from tests.reports import changed

LISTS = tuple(resources.read("slips.json")["slips"])
ENTRIES = [pytest.param(name, number, id=f"{name}-{number}") for name in LISTS for number in range(len(entries(name)))]
YEARS = (2020, 2023, 2031)


@pytest.mark.parametrize(("name", "number"), ENTRIES)
@pytest.mark.parametrize("year", YEARS)
def test_an_entry_finds_a_slip_in_its_wrong_texts_by_itself(
    name: str, number: int, year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = (load_traces(name)[number],)
    monkeypatch.setattr("govreport.rules.slips.load_traces", lambda name: alone)
    for text in entries(name)[number]["wrong"]:
        assert list(slips(name, derive(text, year), year)), text


@pytest.mark.parametrize(("name", "number"), ENTRIES)
@pytest.mark.parametrize("year", YEARS)
def test_a_list_finds_nothing_in_right_texts(name: str, number: int, year: int) -> None:
    for text in entries(name)[number]["right"]:
        assert list(slips(name, derive(text, year), year)) == [], text


def test_a_slip_is_quoted_with_what_stands_around_it() -> None:
    text = "工作有序。其中，全年共主动公开政府信息  条，均已发布。"
    (slip,) = slips("holes", text, 2023)
    assert text[slip.start : slip.end] == slip.found == "  条"
    assert slip.quote == "全年共主动公开政府信息  条"


def test_a_long_part_of_a_sentence_is_cut_around_a_slip() -> None:
    (slip,) = slips("holes", "甲" * 50 + "信息XX条" + "乙" * 50, 2023)
    assert slip.quote == "甲" * 14 + "信息XX条" + "乙" * 16


def test_of_slips_that_overlap_the_first_counts() -> None:
    # 20231月, and 31月 in it.
    (slip,) = slips("dates", "自20231月1日起", 2023)
    assert slip.found == "20231月"


def test_every_slip_of_a_text_is_a_finding_of_its_own() -> None:
    report = changed({"/overview": "全年公开信息XX条，受理申请**件。"})
    found = [(f.pointer, f.parameters["found"]) for f in validate(report).findings if f.code == "hole-unfilled"]
    assert found == [("/overview", "XX条"), ("/overview", "**件")]


def test_a_long_find_is_cut() -> None:
    report = changed({"/overview": "联系电话：" + "_" * 60})
    (finding,) = (f for f in validate(report).findings if f.code == "hole-unfilled")
    assert len(finding.parameters["quote"]) <= 64


@pytest.mark.parametrize(("name", "number"), ENTRIES)
def test_nothing_in_a_pattern_repeats_without_a_bound(name: str, number: int) -> None:
    entry = entries(name)[number]
    for key in ("find", "behind", "not_behind", "cue", "unless"):
        bare = re.sub(r"\[[^\]]*\]|\\.", "", written(entry.get(key, "")))
        assert not re.search(r"[*+]|\{[0-9]+,\}", bare), key
