"""Last year's report speaks for one of several repairs."""

from typing import Any

import pytest

from govreport import Repair, validate
from govreport.between.years import witnesses_of
from govreport.form.layout import load_layout
from govreport.rules.sheet import read_sheet
from tests.reports import changed, clean

NATURAL, TOTAL = "/requests/natural_person", "/requests/total"
OVER, FORWARD = f"{NATURAL}/carried_over", f"{NATURAL}/carried_forward"
MORE = 100
Json = dict[str, Any]


def at(value: Any, pointer: str) -> Any:
    for name in pointer.split("/")[1:]:
        value = value[name]
    return value


def larger(steps: dict[str, int], base: Json | None = None) -> Json:
    """Return a report with figures that are so much larger, in the column of persons and in that of totals."""
    base = base or clean()
    places = {f"{column}/{name}": step for name, step in steps.items() for column in (NATURAL, TOTAL)}
    return changed({place: at(base, place) + step for place, step in places.items()}, base)


def report() -> Json:
    """Return a sound report in which a good hundred requests were carried over."""
    return larger({"carried_over": MORE, "outcomes/granted": MORE, "outcomes/total": MORE})


def last_year(of: Json, **more: Any) -> Json:
    """Return last year's report: what it carries forward this one carries over."""
    columns = ("natural_person", "total")
    forward = {f"/requests/{column}/carried_forward": at(of, f"/requests/{column}/carried_over") for column in columns}
    return changed({"/year": of["year"] - 1, **forward, **more})


def repairs(of: Json, **options: Any) -> tuple[Repair, ...]:
    return validate(of, **options).repairs


def test_what_was_carried_forward_decides_what_was_carried_over() -> None:
    sound = report()
    wrong = larger({"carried_over": 3}, sound)
    assert len(repairs(wrong)) > 1
    assert not any(repair.unique for repair in repairs(wrong))
    (only,) = repairs(wrong, previous=last_year(sound))
    assert {c.pointer: (c.before, c.after) for c in only.changes}[OVER] == (at(wrong, OVER), at(sound, OVER))
    assert only.unique
    assert {(w.year, w.source, w.value) for w in only.witnesses if OVER in w.cells} == {
        (sound["year"] - 1, FORWARD, at(sound, OVER))
    }


@pytest.mark.parametrize("silent", ["blank", "explained", "another year"])
def test_it_is_silent_where_nothing_follows_from_it(silent: str) -> None:
    sound = report()
    wrong = larger({"carried_over": 3}, sound)
    before = last_year(sound)
    if silent == "blank":
        before = last_year(sound, **{FORWARD: None, f"{TOTAL}/carried_forward": None})
    elif silent == "another year":
        before["year"] -= 1
    else:
        places = (OVER, f"{TOTAL}/carried_over")
        wrong["explanations"] = [{"rule": "years-carried-over", "pointer": p, "text": "上年更正。"} for p in places]
    assert repairs(wrong, previous=before) == repairs(wrong)


def test_a_blank_of_last_year_is_no_nought() -> None:
    sound = report()
    sheet = read_sheet(load_layout("2021"), sound)
    before = last_year(sound)
    asked = {w.cells[0] for w in witnesses_of(sheet, before)}
    blank = {w.cells[0] for w in witnesses_of(sheet, changed({FORWARD: None}, before))}
    assert asked - blank == {OVER}


@pytest.mark.parametrize("cell", ["in_force", "repealed", "issued"])
def test_what_cannot_be_read_this_year_gets_no_witness(cell: str) -> None:
    documents = "/proactive_disclosure/documents/government_rules"
    sound, place = report(), f"{documents}/{cell}"
    unread = changed({place: None, "/marks": [{"pointer": place, "mark": "illegible"}]}, sound)
    asked, left = (
        {w.cells[0] for w in witnesses_of(read_sheet(load_layout("2021"), this), last_year(sound))}
        for this in (sound, unread)
    )
    assert asked - left == {f"{documents}/in_force"}


def test_text_and_last_year_that_disagree_cancel_each_other() -> None:
    sound = report()
    wrong = larger({"carried_over": 3}, sound)
    other = at(sound, f"{TOTAL}/carried_over") + 50
    wrong["overview"] += f"上年结转政府信息公开申请{other}件。"
    witnesses = {w for repair in repairs(wrong, previous=last_year(sound)) for w in repair.witnesses}
    assert not any(w.cells == (f"{TOTAL}/carried_over",) for w in witnesses)
