"""Figures of the year before that a text tells, held against last year's report."""

from typing import Any

import pytest

from govreport import validate
from tests.reports import changed, clean


def _told(words: str, before: int = 22, **members: Any) -> list[Any]:
    report, last = clean(), clean()
    last["year"] = report["year"] - 1
    last["requests"]["total"]["received"] = before
    report["overview"] = words.format(last=report["year"] - 1, older=report["year"] - 2)
    for name, (ours, theirs) in members.items():
        report[name], last[name] = ours, theirs
    return [f for f in validate(report, previous=last).findings if f.code == "years-told-figure"]


@pytest.mark.parametrize(
    "words",
    [
        "{last}年，共收到政府信息公开申请22件。",
        "{older}年，共收到政府信息公开申请25件。",
        "共收到政府信息公开申请25件。",
        "{last}年，发布信息25条。",
        "自{last}年以来，共收到政府信息公开申请25件。",
        "{last}年，县政府办公室共收到政府信息公开申请25件。",
        "{last}年，共收到政府信息公开申请22件。\n本年，共收到政府信息公开申请25件。",
        "{last}年，予以公开的占50%。",
    ],
)
def test_nothing_is_told_of_what_is_right_or_of_another_year(words: str) -> None:
    assert _told(words) == []


@pytest.mark.parametrize(
    ("words", "value"), [("{last}年，共收到政府信息公开申请25件。", 25), ("{last}年，未收到政府信息公开申请。", 0)]
)
def test_another_figure_than_last_years_is_told_at_its_cell(words: str, value: int) -> None:
    (found,) = _told(words)
    assert (found.pointer, found.parameters["value"]) == ("/requests/total/received", value)
    assert 22 in found.parameters["expected"]
    assert found.parameters["text"] == "/overview"
    assert found.severity == "warning"


def test_a_sum_of_which_a_part_is_blank_is_not_known() -> None:
    denied = "/requests/total/outcomes/denied"
    year = clean()["year"]
    report = changed({"/overview": f"{year - 1}年，不予公开3件。"})
    for blank, expected in ((None, []), (0, ["years-told-figure"])):
        last = changed({"/year": year - 1, f"{denied}/third_party_rights": 5, f"{denied}/state_secret": blank})
        found = [f.code for f in validate(report, previous=last).findings if f.code == "years-told-figure"]
        assert found == expected


def test_reports_of_other_scopes_are_not_held_against_each_other() -> None:
    words = "{last}年，共收到政府信息公开申请25件。"
    assert not _told(words, scope=({"kind": "own"}, {"kind": "consolidated"}))
    assert _told(words, scope=({"kind": "own"}, {"kind": "own"}))
