"""From which number on the rules between the years are asked: each finds something at its limit, and nothing below."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from govreport import Severity, validate
from govreport.between.adding import Sum, amount_of
from govreport.between.growth import Change, WrongChange
from govreport.between.levels import _some
from govreport.between.texts import core_of, repetition
from govreport.between.years import _words, against_last_year, against_superseded
from govreport.findings import LONGEST_VALUE
from govreport.form.layout import load_layout
from govreport.pointers import tokens
from govreport.rules.sheet import Sheet, read_sheet
from govreport.rules.unknown import Unknown
from govreport.statements.records import Reading
from tests.reports import changed, clean

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


def sheet(report: dict[str, Any]) -> Sheet:
    return read_sheet(load_layout(report["layout"]), report)


def test_a_table_of_which_something_is_unknown_is_not_the_same() -> None:
    this, before = clean(), {**clean(), "year": clean()["year"] - 1}

    def told(unknown: Unknown) -> set[str]:
        found = against_last_year(attrs.evolve(sheet(this), unknown=unknown), before)
        return {f.pointer for f in found if f.code == "years-figures-repeated"}

    assert "/requests" in told(Unknown())
    cell = tokens("/requests/natural_person/received")
    assert told(Unknown()) - told(Unknown(frozenset({cell}))) == {"/requests"}


def test_a_report_of_which_a_cell_is_unread_is_not_one_that_corrects_nothing() -> None:
    this = sheet(clean())
    assert list(against_superseded(this, clean()))
    assert not list(
        against_superseded(attrs.evolve(this, unread=frozenset({"/disputes/reconsideration/other"})), clean())
    )


@pytest.mark.parametrize("cell", ["in_force", "repealed", "issued"])
def test_every_blank_of_an_equation_is_told(cell: str) -> None:
    rules = "/proactive_disclosure/documents/government_rules"
    whole = changed({f"{rules}/in_force": 5, f"{rules}/repealed": 1, f"{rules}/issued": 1})
    blank = changed({f"{rules}/{cell}": None}, whole)

    def told(report: dict[str, Any], before: dict[str, Any]) -> list[tuple[Any, ...]]:
        found = against_last_year(sheet(report), before)
        opened = (f.parameters for f in found if f.code == "years-undetermined")
        return [(said["blanks"], said["blanks_before"]) for said in opened]

    assert told(whole, whole) == []
    assert told(blank, whole) == [((f"{rules}/{cell}",), ())]
    assert told(whole, blank) == ([((), (f"{rules}/{cell}",))] if cell == "in_force" else [])


def test_what_is_quoted_is_cut() -> None:
    long = f"{LETTERS[:100]}。"
    (repeated,) = (
        finding
        for finding in against_last_year(sheet(changed({"/overview": long})), changed({"/overview": long}))
        if finding.code == "years-text-repeated" and finding.pointer == "/overview"
    )
    assert len(repeated.parameters["quote"]) == LONGEST_VALUE
    told = _words(WrongChange(Reading(cells=()), Change(Decimal(1), False, 1), 1, 1, "/overview", 0, 100, long))
    assert len(told["quote"]) == LONGEST_VALUE
    assert [len(name) for name in _some([long] * 12)] == [LONGEST_VALUE] * 10


def test_a_percentage_is_rounded_half_up() -> None:
    change = Change(Decimal(1), True, 1)
    for now, percent in ((801, "0.13%"), (799, "0.13%"), (803, "0.38%"), (800, "0.00%")):
        assert WrongChange(Reading(cells=()), change, 800, now, "", 0, 0, "").difference == percent


def test_of_the_bodies_for_which_a_cell_does_not_add_five_are_named() -> None:
    total = Sum()
    for number in range(7):
        total.refuse("unit", str(number))
        total.refuse("unread", f"other {number}")
    assert (total.reason, total.bodies) == ("unit", ["0", "1", "2", "3", "4"])


@pytest.mark.parametrize(("yuan", "amount"), [("0.01", "0.000001"), ("0.001", None), ("12300", "1.23"), ("0", "0")])
def test_an_amount_in_yuan_adds_if_it_is_one_in_ten_thousand_yuan(yuan: str, amount: str | None) -> None:
    fees = "/proactive_disclosure/charges/administrative_fees"
    report = changed({fees: {"amount": Decimal(yuan), "unit": "yuan"}})
    assert amount_of(sheet(report), f"{fees}/amount") == (None if amount is None else Decimal(amount))
