"""Figures of the year before that a text tells, held against last year's report."""

from typing import Any

import pytest

from govreport import validate
from tests.reports import clean


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


def test_reports_of_other_scopes_are_not_held_against_each_other() -> None:
    words = "{last}年，共收到政府信息公开申请25件。"
    assert not _told(words, scope=({"kind": "own"}, {"kind": "consolidated"}))
    assert _told(words, scope=({"kind": "own"}, {"kind": "own"}))
