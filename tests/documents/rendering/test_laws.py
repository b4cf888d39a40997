"""The law of rendering: what is printed is read back, from every format that carries it."""

from typing import Any

import pytest
from hypothesis import given, settings

from govreport.documents.extraction import extract
from govreport.documents.rendering import FORMATS
from govreport.documents.rendering.render import render
from govreport.documents.rendering.report.printable import printable
from govreport.model.registry import Report

from .differing import Difference, differences
from .printing import printed_reports
from .samples import SAMPLES, sample


def lost(report: Report, form: str, **options: Any) -> list[Difference]:
    """Return what differs after printing and reading."""
    extraction = extract(render(report, form, **options))
    assert extraction.report is not None, [finding.message("en") for finding in extraction.problems]
    return list(differences(printable(extraction.report), printable(report)))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_printed_is_read_back(name: str, form: str) -> None:
    assert lost(sample(name), form) == []


# Reading takes long beside drawing, and each format is tried with reports of its own.
@settings(max_examples=max(10, settings().max_examples // 4))
@pytest.mark.parametrize("form", FORMATS)
@given(report=printed_reports())
def test_whatever_is_printed_is_read_back(form: str, report: Report) -> None:
    assert lost(report, form) == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["disputes-2023", "outcomes-2020", "noted"])
def test_findings_in_the_print_change_nothing_that_is_read(name: str, form: str) -> None:
    assert lost(sample(name), form, findings=True) == []


def test_formulas_are_read_as_the_figures_they_give() -> None:
    assert lost(sample("huaian-2024"), "xlsx", formulas=True) == []
