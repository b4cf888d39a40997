"""Laws of sums over bodies: what adds up is found to, and what a body contributes is counted once."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govreport import Report, convert, validate
from govreport.between.adding import Total, adding_cells
from govreport.model.codec import unstructure, write
from govreport.pointers import put, value_at
from govreport.reviews.districts import draft
from govreport.strategies import reports
from tests.property.changing import a_fraction
from tests.reports import changed

NAMES = ("某市司法局", "某市财政局", "某市教育局")
YEAR = 2023
BODIES = st.lists(reports("2021"), min_size=1, max_size=3)


def bodies_of(drawn: list[Report]) -> list[dict[str, Any]]:
    """Return reports as those of different bodies for one year."""
    members = [unstructure(report) for report in drawn]
    for number, one in enumerate(members):
        one.pop("scope", None)
        one.pop("explanations", None)
        one |= {"organ": {"name": NAMES[number]}, "year": YEAR}
    return members


def summed(bodies: list[dict[str, Any]], layout: str = "2021") -> tuple[Total, dict[str, Any]]:
    total = Total(layout)
    for body in bodies:
        total.add(body)
    names = [{"name": body["organ"]["name"]} for body in bodies]
    return total, draft(total, YEAR, {"name": "某市人民政府"}, names)


def levels(report: dict[str, Any], bodies: list[dict[str, Any]]) -> list[Any]:
    return [f for f in validate(report, bodies=bodies).findings if f.code.startswith("levels-")]


@a_fraction(of=2)
@given(BODIES)
def test_a_draft_is_a_sound_report_that_agrees_with_its_bodies(drawn: list[Report]) -> None:
    bodies = bodies_of(drawn)
    _, report = summed(bodies)
    structure = {"missing-member", "wrong-type", "unknown-member", "out-of-range", "pointer-nowhere", "mark-on-figure"}
    assert structure.isdisjoint(f.code for f in validate(write(report)).findings)
    assert {f.code for f in levels(report, bodies)} <= {"levels-undetermined"}


@a_fraction(of=2)
@given(BODIES)
def test_the_order_of_bodies_does_not_matter(drawn: list[Report]) -> None:
    bodies = bodies_of(drawn)
    forth, back = summed(bodies)[1], summed(bodies[::-1])[1]
    tables = ("proactive_disclosure", "requests", "disputes")
    assert [forth[table] for table in tables] == [back[table] for table in tables]


def _is_struck_out(body: Mapping[str, Any], cell: str) -> bool:
    """Return whether the mark in a blank says that there is nothing to count."""
    return any(m["pointer"] == cell and m["mark"] in ("slash", "dash", "not_applicable") for m in body.get("marks", ()))


@a_fraction(of=2)
@given(BODIES, st.integers(1, 10**6))
def test_a_figure_other_than_the_sum_is_found_in_its_cell_alone(drawn: list[Report], more: int) -> None:
    bodies = bodies_of(drawn)
    _, report = summed(bodies)
    cell = next((c for c in adding_cells("2021") if isinstance(value_at(report, c), int)), None)
    if cell is None:
        return
    is_open = any(value_at(body, cell) is None and not _is_struck_out(body, cell) for body in bodies)
    put(report, cell, value_at(report, cell) + more)
    failed = [f.pointer for f in levels(report, bodies) if f.code == "levels-sum"]
    # A blank of a body may stand for the difference.
    assert failed == ([] if is_open else [cell])


@a_fraction(of=2)
@given(BODIES)
def test_bodies_in_another_layout_leave_blank_only_what_it_lacks(drawn: list[Report]) -> None:
    bodies = bodies_of(drawn)
    older = [unstructure(convert(report, "2019").report) for report in drawn]
    for one, body in zip(older, bodies, strict=True):
        one.pop("scope", None)
        one |= {"organ": body["organ"], "year": YEAR}
    whole, part = summed(bodies)[0], summed(older)[0]
    for cell, added in part.sums.items():
        if added.reason is None:
            assert added.figure == whole.sums[cell].figure
    assert part.sums["/proactive_disclosure/documents/normative_documents/in_force"].reason == "no-counterpart"


def test_the_body_that_explains_every_difference_is_named_alone() -> None:
    first = changed({"/organ": {"name": NAMES[0]}})
    second = changed(
        {
            "/organ": {"name": NAMES[1]},
            "/proactive_disclosure/licensing/licences/decisions": 17,
            "/proactive_disclosure/enforcement/penalties/decisions": 19,
        }
    )
    _, without = summed([first])
    without["scope"]["bodies"].append({"name": NAMES[1]})
    found = [f for f in levels(without, [first, second]) if f.code == "levels-sum"]
    assert found
    assert {f.parameters["bodies"] for f in found} == {(NAMES[1],)}
