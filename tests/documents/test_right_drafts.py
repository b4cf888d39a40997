"""Right drafts in Word: nothing above a remark is found in them, all is read, and what is changed in one is found."""

import random

import pytest

import govreport
from bench import drafts
from govreport.findings import Severity
from tests.corpus.report import Report

# `python -m bench.drafts` checks 200; of each shape some are checked here, in other words each.
NUMBERS = range(3 * len(drafts.SHAPES))


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_is_found_above_a_remark(number: int) -> None:
    made = drafts.draft(number)
    extraction = govreport.extract(made.data)
    assert extraction.completeness == "whole"
    assert extraction.value["organ"]["name"] == made.organ
    assert [(f.code, f.pointer, f.message()) for f in drafts.alarms(made)] == []


def test_a_right_draft_ends_in_nothing_found() -> None:
    for number in range(0, len(NUMBERS), 4):
        assert govreport.check(drafts.draft(number).data).findings == ()


def test_what_is_changed_in_a_draft_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(report: Report, choose: random.Random) -> None:
        cell = "/requests/total/received"
        report.set(cell, report.figure(cell) + 1)

    monkeypatch.setattr(drafts, "_finish", wrong)
    for number in range(len(drafts.SHAPES)):
        found = drafts.alarms(drafts.draft(number))
        assert any(f.severity is Severity.ERROR and f.code.startswith("requests-") for f in found), number


def test_every_kind_and_level_of_organ_and_every_set_of_words_is_among_them() -> None:
    # Shapes and words come round: in twice as many as there are pairs of them all occur.
    made = [drafts.draft(number) for number in range(2 * len(drafts.SHAPES) * len(drafts.WORDS))]
    assert {(d.shape, d.words) for d in made} == {(s, w or "corpus") for s in drafts.SHAPES for w in drafts.WORDS}
    # That they are read so is said above.
    assert len({d.organ for d in made}) > 20
    assert made[0] == drafts.draft(0)
