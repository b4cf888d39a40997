"""Which of several reports is last year's: one that is at hand twice counts once, one that says more is another."""

from typing import Any

import attrs
import pytest

from govreport.between.organs import same_organ, tails
from govreport.between.previous import Few, against, earlier, last_year
from govreport.form.layout import load_layout
from govreport.pointers import tokens
from govreport.rules.outside import Answer
from govreport.rules.sheet import Sheet, read_sheet
from govreport.rules.unknown import Unknown
from tests.reports import changed, clean


def sheet(report: dict[str, Any]) -> Sheet:
    return read_sheet(load_layout(report["layout"]), report)


def standing(*reports: dict[str, Any]) -> int:
    """Return how many of some reports stand beside each other."""
    return len(last_year(earlier(report) for report in reports))


@pytest.mark.parametrize(
    "beside",
    [
        {"/source": {"url": "https://example.org/a.pdf"}},
        {"/$schema": "https://example.org/report.schema.json"},
        {"/title": "另一个标题"},
        {"/published": "2024-01-31"},
        {"/organ/code": "110000000000"},
        {"/marks": [{"pointer": "/disputes/reconsideration/other", "mark": "/"}]},
    ],
)
def test_what_is_beside_figures_and_texts_makes_no_other_report(beside: dict[str, Any]) -> None:
    assert standing(clean(), changed(beside)) == standing(changed(beside), clean()) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"/layout": "2019"},
        {"/year": 2020},
        {"/scope": {"kind": "own_office"}},
        {"/supersedes": {"sha256": "0" * 64}},
        {"/undivided": [{"pointer": "/disputes", "value": 3}]},
        {"/overview": "另一篇文字。"},
        {"/disputes/reconsideration/other": 1_000},
        {"/disputes/reconsideration/other": None},
    ],
)
def test_what_decides_which_report_stands_makes_another(other: dict[str, Any]) -> None:
    assert standing(clean(), changed(other)) == standing(changed(other), clean()) == 2


@pytest.mark.parametrize("place", ["/organ/name", "/organ", "/year"])
def test_of_an_unknown_organ_or_year_no_other_report_is_sought(place: str) -> None:
    this, before = clean(), changed({"/year": clean()["year"] - 1})
    archive = Few(reports=(earlier(before),))
    assert against(sheet(this), archive).asked
    assert against(attrs.evolve(sheet(this), unknown=Unknown(frozenset({tokens(place)}))), archive) == Answer()


def test_a_place_has_a_name() -> None:
    assert tails("市场监督管理局") == ("市场监督管理局",)
    assert not same_organ({"name": "市场监督管理局"}, {"name": "场监督管理局"})
