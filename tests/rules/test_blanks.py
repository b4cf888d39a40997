"""Blanks are intervals: the whole truth table of what can be said of a relation with unknown figures."""

from typing import Literal

import pytest

from govreport.findings import Severity
from govreport.rules.arithmetic import Term, Verdict, settle
from govreport.rules.data import Instance, Rule

HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.OPEN
# How a side of the relation is written below: its figures, "_" for a blank, "~" for a signed blank, "?" for one
# behind which an unreadable figure is printed.
Side = list[int | str]


def terms(side: Side) -> tuple[Term, ...]:
    return tuple(
        Term(
            pointer=f"/{n}",
            figure=item if isinstance(item, int) else None,
            doubtful=item == "?",
            signed=item == "~",
        )
        for n, item in enumerate(side)
    )


def verdict(relation: Literal["=", ">=", "<="], left: Side, right: Side) -> Verdict:
    rule = Rule(id="r", kind="equation", severity=Severity.ERROR, standing="printed", basis=(), relation=relation)
    return settle(Instance(rule=rule, at="/0"), terms(left), terms(right)).verdict


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([1, 2], [3], HOLDS),
        ([1, 2], [4], FAILS),
        ([], [], HOLDS),
        # a blank on one side can only add to it
        ([3, "_"], [3], HOLDS),
        ([2, "_"], [3], OPEN),
        ([4, "_"], [3], FAILS),
        ([3], [3, "_"], HOLDS),
        ([4], [3, "_"], OPEN),
        ([2], [3, "_"], FAILS),
        # blanks on both sides can make up any difference
        ([9, "_"], [3, "_"], OPEN),
        ([3, "_"], [9, "_"], OPEN),
        ([3, "_"], [3, "_"], HOLDS),
        (["_"], ["_"], HOLDS),
        # a figure that could not be read is no 0
        ([3, "?"], [3], OPEN),
        ([4, "?"], [3], FAILS),
        ([2, "?"], [3], OPEN),
        (["?"], ["?"], OPEN),
        # a signed blank moves both ways
        ([4, "~"], [3], OPEN),
        ([2, "~"], [3], OPEN),
        ([3, "~"], [3], HOLDS),
        ([3], [4, "~"], OPEN),
    ],
)
def test_what_can_be_said_of_an_equation(left: Side, right: Side, expected: Verdict) -> None:
    assert verdict("=", left, right) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([3], [3], HOLDS),
        ([4], [3], HOLDS),
        ([2], [3], FAILS),
        ([2, "_"], [3], OPEN),
        ([2], [3, "_"], FAILS),
        ([4], [3, "_"], HOLDS),
        ([4], [3, "?"], OPEN),
        ([2, "~"], [3], OPEN),
    ],
)
def test_what_can_be_said_of_an_inequality(left: Side, right: Side, expected: Verdict) -> None:
    assert verdict(">=", left, right) is expected
    assert verdict("<=", right, left) is expected
