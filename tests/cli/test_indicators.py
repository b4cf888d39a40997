"""Indicators: stated by the standard, exact, as wide as blanks make them and no wider; told, tabled and drawn."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport import load, loads
from govreport.corpus.chart import Point, chart
from govreport.corpus.columns import is_comparable
from govreport.corpus.indicators import (
    Measure,
    bounds_rounded,
    cells_of,
    indicators,
    measure,
    percent,
    pooled,
)
from govreport.form.layout import load_layout
from govreport.pointers import put, value_at
from tests.reports import EXAMPLES

from .converting import HONGZE, HUAIAN, JIADING
from .running import govreport

HUAIAN_MEMBERS: dict[str, Any] = json.loads(HUAIAN.read_bytes())
CASES = ("upheld", "corrected", "other", "pending", "total")
TOTAL_CELLS = [
    cell for cell in load_layout("2021").cells if cell.startswith(("/requests/total/", "/requests/natural_person/"))
]


def of(members: Mapping[str, Any]) -> dict[str, Measure]:
    """Return the indicators of a report, given as JSON values, by their ids."""
    return {found.indicator.id: found for found in measure(loads(json.dumps(members, default=str)))}


def with_blanks(*cells: str, **figures: int) -> dict[str, Any]:
    """Return a report with these cells blank; figures of reconsideration may be set."""
    members: dict[str, Any] = json.loads(HUAIAN.read_bytes())
    for cell in cells:
        put(members, cell, None)
    for name, figure in figures.items():
        put(members, f"/disputes/reconsideration/{name}", figure)
    return members


def test_every_indicator_is_made_of_cells_that_its_layouts_count_alike() -> None:
    assert len({one.id for one in indicators()}) == len(indicators())
    for one in indicators():
        for layout in one.layouts:
            above, below = (cells_of(layout, places) for places in (one.numerator, one.denominator))
            assert above
            assert below
            assert {load_layout(layout).cells[cell].unit for cell in below} <= {"request", "case"}
            for other in one.layouts:
                assert all(is_comparable(layout, other, cell) for cell in (*above, *below))


def test_the_layouts_of_an_indicator_are_all_that_have_its_cells() -> None:
    for one in indicators():
        having = {
            layout
            for layout in ("2019", "2021")
            if all(place in load_layout(layout).nodes for place in (*one.numerator, *one.denominator))
        }
        assert set(one.layouts) == having


def test_figures_that_are_all_printed_give_one_exact_value() -> None:
    found = of(HUAIAN_MEMBERS)
    total = HUAIAN_MEMBERS["requests"]["total"]
    outcomes = total["outcomes"]
    assert found["granted"].lower == found["granted"].upper == Fraction(outcomes["granted"], outcomes["total"])
    assert found["denied"].lower == Fraction(sum(outcomes["denied"].values()), outcomes["total"])
    handled = total["received"] + total["carried_over"]
    assert found["carried-forward"].lower == Fraction(total["carried_forward"], handled)
    cases = HUAIAN_MEMBERS["disputes"]["reconsideration"]
    closed = cases["total"] - cases["pending"]
    assert found["reconsideration-corrected"].lower == Fraction(cases["corrected"], closed)
    suits = HUAIAN_MEMBERS["disputes"]["litigation"]
    assert found["litigation-rate"].lower == Fraction(sum(s["total"] for s in suits.values()), outcomes["total"])
    assert all(one.is_exact and one.sums_hold for one in found.values())


def test_reasons_and_applicants_add_up() -> None:
    found = of(HUAIAN_MEMBERS)
    reasons = [one.lower for name, one in found.items() if name.startswith("denied-")]
    assert sum(filter(None, reasons)) == found["denied"].lower
    assert sum(one.lower or 0 for name, one in found.items() if name.startswith("applicants-")) == 1


def test_without_anything_to_divide_by_there_is_no_value() -> None:
    found = of(json.loads((EXAMPLES / "contradictions" / "disputes-2023.json").read_bytes()))
    assert (found["granted"].lower, found["granted"].upper) == (None, None)


def test_sums_that_do_not_hold_are_told_and_the_printed_figures_count() -> None:
    found = of(json.loads((EXAMPLES / "contradictions" / "disputes-2023.json").read_bytes()))
    corrected = found["reconsideration-corrected"]
    assert (corrected.lower, corrected.sums_hold) == (Fraction(1, 11), False)
    assert found["granted"].sums_hold


def test_a_figure_printed_once_for_a_group_counts_as_it_is() -> None:
    found = of(json.loads(HONGZE.read_bytes()))
    assert all(one.sums_hold for one in found.values())
    assert found["granted"].is_exact


def test_blanks_that_the_sums_determine_leave_one_value() -> None:
    members = with_blanks("/requests/total/outcomes/granted")
    assert of(members)["granted"].lower == of(HUAIAN_MEMBERS)["granted"].upper


def test_blanks_of_print_leave_an_interval() -> None:
    found = of(json.loads(JIADING.read_bytes()))["applicants-natural-person"]
    assert (found.lower, found.upper) == (Fraction(0), Fraction(1))
    assert (found.numerator.lower, found.numerator.upper) == (0, 9)


def fillings(figures: Mapping[str, Any], most: int) -> Iterator[dict[str, int]]:
    """Yield all that a block of cases can hold whose total is the sum of its four results."""
    ranges = [range(most + 1) if figures[n] is None else range(figures[n], figures[n] + 1) for n in CASES]
    *results, totals = ranges
    for values in product(*results):
        if sum(values) in totals:
            yield dict(zip(CASES, (*values, sum(values)), strict=True))


@given(st.lists(st.integers(0, 4), min_size=4, max_size=4), st.sets(st.sampled_from(CASES)))
def test_an_interval_is_just_what_the_blanks_can_be(results: list[int], blank: set[str]) -> None:
    figures: dict[str, Any] = {**dict(zip(CASES, results, strict=False)), "total": sum(results)}
    members = with_blanks()
    members["disputes"]["reconsideration"] = printed = {n: None if n in blank else figures[n] for n in CASES}
    found = of(members)["reconsideration-corrected"]
    most = 16
    shares = {
        Fraction(f["corrected"], f["upheld"] + f["corrected"] + f["other"])
        for f in fillings(printed, most)
        if f["upheld"] + f["corrected"] + f["other"]
    }
    if not shares:
        assert (found.lower, found.upper) == (None, None)
        return
    assert found.lower is not None
    assert found.upper is not None
    # Without a total nothing bounds a blank; what was tried only goes so far.
    if "total" in blank and len(blank) > 1:
        assert found.lower <= min(shares)
        assert found.upper >= max(shares)
    else:
        assert (found.lower, found.upper) == (min(shares), max(shares))


@given(st.sets(st.sampled_from(TOTAL_CELLS), max_size=12))
def test_the_true_value_lies_within_the_interval(cells: set[str]) -> None:
    found, true = of(with_blanks(*cells)), of(HUAIAN_MEMBERS)
    for name, one in found.items():
        exact = true[name].lower
        if exact is None or one.lower is None:
            assert one.lower in (None, 0)
            continue
        assert one.lower <= exact
        assert one.upper is None or exact <= one.upper
        lower, upper = bounds_rounded(one)
        assert lower is not None
        assert one.is_exact or (Fraction(lower) <= exact and (upper is None or exact <= Fraction(upper)))


def test_indicators_of_several_reports_are_those_of_their_sums() -> None:
    several = [measure(load(path), ("granted",))[0] for path in (HUAIAN, HONGZE)]
    together = pooled(several)
    granted = [value_at(json.loads(p.read_bytes()), "/requests/total/outcomes/granted") for p in (HUAIAN, HONGZE)]
    total = [value_at(json.loads(p.read_bytes()), "/requests/total/outcomes/total") for p in (HUAIAN, HONGZE)]
    assert together.lower == together.upper == Fraction(sum(granted), sum(total))
    with pytest.raises(ValueError, match="one at a time"):
        pooled(measure(load(HUAIAN)))


def test_an_interval_is_rounded_outwards_and_a_value_to_the_nearest() -> None:
    members = with_blanks("/disputes/reconsideration/other", "/disputes/reconsideration/pending")
    found = of(members)["reconsideration-corrected"]
    assert not found.is_exact
    lower, upper = percent(found)
    assert lower is not None
    assert upper is not None
    assert Fraction(lower) <= (found.lower or 0) * 100 <= (found.upper or 0) * 100 <= Fraction(upper)
    third = of(json.loads(JIADING.read_bytes()))["granted"]
    assert percent(third) == (Decimal("33.3"), Decimal("33.3"))


def test_the_command_tells_value_and_figures(tmp_path: Path) -> None:
    result = govreport("indicators", JIADING, "--only", "granted", "--only", "applicants-other", "--lang", "en")
    assert result.exit_code == 0
    told = result.stdout.splitlines()
    assert told[0].endswith("上海市嘉定区人力资源和社会保障局, 2019")
    assert told[1].split() == ["33.3%", "3", "/", "9", "Share", "granted"]
    assert "0.0% – 100.0%" in told[2]
    assert len(told) == 3
    assert govreport("indicators", JIADING, "--only", "no-such").exit_code == 2


def test_the_command_writes_a_table_of_those_that_are_asked_for(tmp_path: Path) -> None:
    place = tmp_path / "i.csv"
    assert govreport("indicators", EXAMPLES / "years", "--only", "granted", "-o", place).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(place.read_text("utf-8-sig"), newline="")))
    assert [row["year"] for row in rows] == [str(year) for year in range(2019, 2026)]
    assert {row["indicator"] for row in rows} == {"granted"}
    assert (tmp_path / "i.csv.table-schema.json").exists()
    for row in rows:
        assert row["is_exact"] == "true"
        assert Decimal(row["lower"]) == round(Decimal(row["numerator_lower"]) / Decimal(row["denominator_lower"]), 6)


def test_a_picture_has_a_point_for_each_value_and_a_bar_for_each_interval(tmp_path: Path) -> None:
    paths = [*sorted((EXAMPLES / "years").glob("*.json")), JIADING]
    points = [
        Point(report.organ.name, report.year, found)
        for report in map(load, paths)
        for found in measure(report, ("granted", "applicants-natural-person"))
    ]
    drawn = chart(points)
    assert drawn == chart(points)
    root = ET.fromstring(drawn)
    svg = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f"{svg}g")) == 2
    # Of the organ that is first, a circle for each year and panel and one in the legend.
    assert len(root.findall(f".//{svg}circle")) == 2 * 7 + 1
    assert len(root.findall(f".//{svg}path")) == sum(not point.found.is_exact for point in points) == 1
    place = tmp_path / "p.svg"
    asked = ("--only", "granted", "--picture", place, "--lang", "zh")
    assert govreport("indicators", *paths, *asked).exit_code == 0
    assert ET.fromstring(place.read_text("utf-8")).tag == f"{svg}svg"
    assert govreport("indicators", *paths, *asked).exit_code == 2
    with pytest.raises(ValueError, match="organs"):
        chart([])
