"""Reports by organ and year, and one figure over all of them."""

from itertools import chain
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import Report, loads
from govreport.reviews.series import group
from govreport.strategies import series
from tests.property.changing import a_fraction
from tests.reports import clean, document

CELL = "/requests/total/received"


def of(year: int, **organ: str) -> Report:
    return loads(document({**clean(), "year": year, "organ": {"name": "某市司法局", **organ}}))


def _renamed(report: Any, name: str) -> Report:
    renamed: Report = attrs.evolve(report, organ=attrs.evolve(report.organ, name=name, code=None))
    return renamed


@a_fraction(of=4)
@given(series(), series(), st.randoms())
def test_every_report_is_in_the_series_of_its_organ_whatever_the_order(
    one: tuple[Report, ...], other: tuple[Report, ...], random: object
) -> None:
    first, second = [_renamed(r, "某市司法局") for r in one], [_renamed(r, "某市财政局") for r in other]
    mixed = [*chain(first, second)]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    found = {s.organ: s for s in group(mixed)}
    assert {name: [*s.reports.values()] for name, s in found.items()} == {"某市司法局": first, "某市财政局": second}
    assert all(s.gaps == () and s.several == () for s in found.values())


@a_fraction(of=4)
@given(series())
def test_a_figure_is_that_of_each_report(reports: tuple[Report, ...]) -> None:
    (found,) = group(reports)
    points = found.figures(CELL)
    assert [(p.year, p.figure) for p in points] == [(r.year, r.requests.total.received) for r in reports]
    assert [p.layout for p in points] == [r.layout for r in reports]


@a_fraction(of=4)
@given(series(years=(2019, 2020, 2021, 2022)))
def test_a_cell_of_another_measure_has_no_figure_and_says_so(reports: tuple[Report, ...]) -> None:
    (found,) = group(reports)
    points = found.figures("/proactive_disclosure/documents/normative_documents/in_force")
    assert [p.is_comparable for p in points] == [False, False, True, True]
    assert [p.figure is None for p in points] == [True, True, False, False]


@a_fraction(of=4)
@given(series(years=(2020, 2021)))
def test_what_was_one_figure_is_told_beside_its_parts(reports: tuple[Report, ...]) -> None:
    (found,) = group(reports)
    first, _ = found.figures("/requests/total/outcomes/other/other")
    assert first.figure is None
    assert first.undivided == reports[0].requests.total.outcomes.other
    back = found.figures("/requests/total/outcomes/other", "2019")[1]
    parts: Any = reports[1].requests.total.outcomes.other
    assert back.figure == parts.correction_overdue + parts.fee_overdue + parts.other
    assert back.losses


def test_gaps_and_several_reports_are_told() -> None:
    (found,) = group([of(2019), of(2022), of(2022), attrs.evolve(of(2022), overview="另一份。")])
    assert (found.years, found.gaps, found.several) == ((2019, 2022), (2020, 2021), (2022,))


def test_a_name_that_fits_two_organs_belongs_to_neither() -> None:
    one, other = of(2022, name="甲市司法局"), of(2022, name="乙市司法局")
    found = group([one, other, of(2023, name="司法局")])
    assert [s.organ for s in found] == ["甲市司法局", "乙市司法局", "司法局"]


def test_a_pointer_to_no_cell_is_refused() -> None:
    (found,) = group([of(2022)])
    with pytest.raises(KeyError):
        found.figures("/requests/total")
