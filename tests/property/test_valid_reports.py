"""What the strategies for valid reports and for series promise."""

import contextlib
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from govreport import Report, Severity, resources, validate
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.rules.data import load_rules
from govreport.strategies import (
    broken_reports,
    decoded_reports,
    documents,
    near_miss_documents,
    reports,
    series,
)
from govreport.strategies.filling import load_plan
from govreport.strategies.reports import members
from govreport.strategies.texts import mended

from .changing import a_fraction, at

LAYOUTS = resources.layouts()


@given(report=reports())
def test_generated_reports_are_valid(report: Report) -> None:
    assert validate(report).reaching(Severity.WARNING) == ()


# Kind and level inferred from a name bind the figures as those that are stated do, and drawn names seldom prove any.
@pytest.mark.parametrize("name", ["0区", "甲县审计局", "甲省人民政府", "甲市人民政府", "中国气象局"])
@pytest.mark.parametrize("layout", LAYOUTS)
@a_fraction(of=4)
@given(data=st.data())
def test_generated_reports_are_valid_whatever_the_name_proves(layout: str, name: str, data: st.DataObject) -> None:
    report = data.draw(members(layout, fixed={"/organ/name": name}))
    assert validate(report).reaching(Severity.WARNING) == ()


@given(document=documents())
def test_generated_documents_are_valid(document: bytes) -> None:
    result = validate(document)
    assert result.reaching(Severity.WARNING) == ()
    assert result.layout in LAYOUTS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_text_of_which_nothing_may_stay_is_another(layout: str) -> None:
    for place in ("/title", "/preamble", "/overview", "/problems_and_improvements", "/other_matters"):
        assert mended("待补充", layout, place, 2021)


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS)
def test_reports_shrink_to_the_all_zero_report(layout: str) -> None:
    smallest = find(decoded_reports(layout), lambda report: True, settings=settings(database=None))
    form = load_layout(layout)
    assert {at(smallest, cell) for cell in form.cells} == {0}
    assert list(smallest) == [node.name for node in form.root.children if node.required]
    assert validate(smallest).findings == ()


@pytest.mark.slow
def test_a_failing_figure_shrinks_to_what_the_equations_need() -> None:
    granted = "/requests/total/outcomes/granted"
    smallest = find(
        decoded_reports("2021"), lambda report: (at(report, granted) or 0) > 0, settings=settings(database=None)
    )
    figures = [cell for cell in load_layout("2021").cells if at(smallest, cell)]
    # One applicant and 总计, each with what was received, what was granted, and all outcomes.
    assert len(figures) == 6
    assert {at(smallest, cell) for cell in figures} == {1}


def _figures(report: dict[str, Any]) -> list[Any]:
    return [at(report, cell) for cell in load_layout(report["layout"]).cells]


def _nests(value: Any) -> bool:
    children = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return any(isinstance(child, dict | list) for child in children)


_OCCURRING: dict[str, Callable[[dict[str, Any]], bool]] = {
    "eight digits": lambda r: any(isinstance(f, int) and f >= 10**7 for f in _figures(r)),
    "no zero in a row": lambda r: all(at(r, f"{p}/received") for p in ("/requests/natural_person", "/requests/total")),
    "six decimals": lambda r: any(isinstance(f, Decimal) and f.as_tuple().exponent == -6 and f for f in _figures(r)),
    "a decrease": lambda r: any((f or 0) < 0 for f in _figures(r)),
    "carried forward": lambda r: bool(at(r, "/requests/total/carried_forward")),
    "carried over and received": lambda r: bool(
        at(r, "/requests/natural_person/carried_over") and at(r, "/requests/natural_person/received")
    ),
    "blank cells": lambda r: None in _figures(r),
    "a mark with its print": lambda r: any("printed" in mark for mark in r.get("marks", ())),
    "an illegible cell": lambda r: any(mark["mark"] == "illegible" for mark in r.get("marks", ())),
    "an undivided figure": lambda r: any(entry["value"] > 0 for entry in r.get("undivided", ())),
    "an explanation": lambda r: "explanations" in r,
    "a note": lambda r: "notes" in r,
    "nested extensions": lambda r: any(map(_nests, r.get("extensions", {}).values())),
    "consolidated scope": lambda r: "bodies" in r.get("scope", ()),
    "a source": lambda r: "url" in r.get("source", ()),
    "a published date": lambda r: "published" in r,
    "a period": lambda r: "period" in r,
    "full-width digits": lambda r: any("０" <= c <= "９" for c in r["overview"]),
    "a character outside the basic plane": lambda r: any(c > "\uffff" for c in r["overview"]),
    "a combining mark": lambda r: "\u0301" in r["problems_and_improvements"],
    "a control character": lambda r: any(c < " " and c not in "\n\r\t" for c in r["other_matters"]),
    "a colon": lambda r: ":" in r["overview"],
    "an address of the schema": lambda r: "$schema" in r,
    "a county": lambda r: r["organ"].get("level") == "county",
}


@pytest.mark.slow
def test_whatever_reports_may_hold_occurs() -> None:
    missing = dict(_OCCURRING)

    def is_last(report: dict[str, Any]) -> bool:
        for name in [name for name, occurs in missing.items() if occurs(report)]:
            del missing[name]
        return not missing

    drawing = settings(max_examples=1500, database=None, derandomize=True, phases=[Phase.generate])
    # It raises where something is missing among so many, which is named below.
    with contextlib.suppress(NoSuchExample):
        find(decoded_reports(), is_last, settings=drawing)
    assert list(missing) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_plan_settles_every_cell_once(layout: str) -> None:
    plan = load_plan(layout)
    settled = [cell for step in plan.steps for cell in step.settles]
    assert len(settled) == len(set(settled))
    assert {node.pointer for node in plan.free}.union(settled) == set(load_layout(layout).cells)


_CARRIED = {
    "carried_over": lambda before, group: at(before, f"{group}/carried_forward"),
    "items_last_year": lambda before, group: at(before, f"{group}/items_last_year") + at(before, f"{group}/change"),
}


@a_fraction(of=2)
@given(years=series())
def test_every_year_of_a_series_is_valid_and_carries_forward(years: tuple[Report, ...]) -> None:
    for report in years:
        assert validate(report).findings == ()
    decoded = [unstructure(report) for report in years]
    for before, now in pairwise(decoded):
        assert now["year"] == before["year"] + 1
        assert now["organ"] == before["organ"]
        for cell in load_layout(now["layout"]).cells:
            group, _, name = cell.rpartition("/")
            shared = group in load_layout(before["layout"]).nodes
            if name in _CARRIED and shared and (name != "items_last_year" or before["layout"] == "2019"):
                assert at(now, cell) == _CARRIED[name](before, group), cell
            if name == "in_force" and before["layout"] == "2021":
                stock = at(before, cell) + at(now, f"{group}/issued") - at(now, f"{group}/repealed")
                assert at(now, cell) == stock


def test_series_cross_from_one_layout_to_the_other() -> None:
    # As many tries as it needs: the few examples of a lane may all lie in one layout.
    generating = settings(database=None, phases=[Phase.generate], max_examples=1000)
    found = find(series(), lambda years: len({report.layout for report in years}) == 2, settings=generating)
    assert [report.layout for report in found] == sorted(report.layout for report in found)


@a_fraction(of=2)
@given(years=series(organ={"name": "某县人民政府", "level": "county"}, years=range(2019, 2023)))
def test_a_series_is_of_the_organ_and_the_years_asked_for(years: tuple[Report, ...]) -> None:
    assert [report.year for report in years] == [2019, 2020, 2021, 2022]
    assert {(report.organ.name, report.organ.level) for report in years} == {("某县人民政府", "county")}


@pytest.mark.parametrize("strategy", [reports, decoded_reports, documents, near_miss_documents])
def test_an_unknown_layout_is_refused(strategy: Callable[[str], Any]) -> None:
    with pytest.raises(KeyError):
        find(strategy("2020"), lambda example: True)


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        broken_reports("no-such-rule")
    only_2021 = set(load_rules("2021")) - set(load_rules("2019"))
    with pytest.raises(KeyError):
        broken_reports(min(only_2021), "2019")


def test_without_hypothesis_the_import_says_what_to_install() -> None:
    program = "import sys; sys.modules['hypothesis'] = None; import govreport.strategies"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr.rstrip().endswith(
        "ImportError: govreport.strategies needs Hypothesis: pip install 'govreport[hypothesis]'"
    )
