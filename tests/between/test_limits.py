"""From which number on the rules between the years are asked: each finds something at its limit, and nothing below."""

from typing import Any

import pytest

from govreport import Severity, validate
from govreport.between.texts import core_of, repetition
from govreport.form.layout import load_layout
from tests.reports import changed

# No letter comes twice.
LETTERS = "".join(map(chr, range(0x6000, 0x6000 + 1000)))
SENTENCES = [f"{LETTERS[n : n + 10]}。" for n in range(0, 1000, 10)]


def found(report: Any, before: Any) -> list[tuple[str, str | None, Severity]]:
    """Return what is found beside last year's report: codes, pointers and severities."""
    before = {**before, "year": report["year"] - 1}
    return [(f.code, f.pointer, f.severity) for f in validate(report, previous=before).findings]


@pytest.mark.parametrize(("figures", "is_told"), [(4, False), (5, True)])
def test_five_figures_that_are_the_same_are_no_chance(figures: int, is_told: bool) -> None:
    cells = [cell for cell in load_layout("2021").cells if cell.startswith("/disputes/")]
    report = changed({cell: int(n < figures) for n, cell in enumerate(cells)})
    codes = [(code, pointer) for code, pointer, _ in found(report, report)]
    assert (("years-figures-repeated", "/disputes") in codes) == is_told


@pytest.mark.parametrize(("letters", "is_told"), [(39, False), (40, True)])
def test_a_text_of_forty_letters_is_judged(letters: int, is_told: bool) -> None:
    text = "".join(SENTENCES[:3]) + f"{LETTERS[500 : 500 + letters - 30]}。"
    assert len(core_of(text)) == letters
    report = changed({"/overview": text})
    assert ("years-text-repeated" in [code for code, _, _ in found(report, report)]) == is_told


@pytest.mark.parametrize(
    ("alike", "severity"), [(19, None), (20, Severity.INFO), (49, Severity.INFO), (50, Severity.WARNING)]
)
def test_a_fifth_of_a_text_is_told_and_half_of_it_counts(alike: int, severity: Severity | None) -> None:
    # Of a hundred letters those of so many are last year's.
    report = changed({"/overview": f"{LETTERS[:alike]}。{LETTERS[alike:100]}。"})
    before = changed({"/overview": f"{LETTERS[:alike]}。"})
    told = [severity for code, _, severity in found(report, before) if code == "years-text-repeated"]
    assert told == ([] if severity is None else [severity])


@pytest.mark.parametrize(("different", "percent"), [(500, 100), (501, 0)])
def test_of_more_than_five_hundred_sentences_those_that_are_alike_are_not_sought(different: int, percent: int) -> None:
    def text(end: str, count: int) -> str:
        return "".join(f"{letter * 11}{end}。" for letter in LETTERS[:count])

    assert repetition(text("甲", 500), text("乙", different)).percent == percent
    assert repetition(text("甲", different), text("乙", 500)).percent == percent


@pytest.mark.parametrize(("letters", "percent"), [(1000, 100), (1001, 0)])
def test_a_sentence_of_more_than_a_thousand_letters_is_the_same_or_not(letters: int, percent: int) -> None:
    here, there = "甲" * letters, "甲" * (letters - 1) + "乙"
    assert repetition(here, there).percent == percent
    # Of two of which one is shorter, none is, either.
    assert repetition(here, "甲" * 999).percent == percent
    assert repetition("甲" * 999, here).percent == percent


@pytest.mark.parametrize(("letters", "counted"), [(7, 0), (8, 8)])
def test_a_sentence_of_eight_letters_counts(letters: int, counted: int) -> None:
    assert repetition(LETTERS[:letters], "").characters == counted
