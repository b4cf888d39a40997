"""Narratives in words that nobody tuned to: nothing is found in them, and both implementations read them alike."""

import pytest

from bench.narratives.__main__ import SETS, words
from bench.narratives.making import Made, made
from govreport import read_statements, validate
from govreport.model.codec import loads, write

from .second import read_by_the_first, read_by_the_second

# Nine sets of forty-five reports, read by both implementations: too long for the lane `fast`.
pytestmark = pytest.mark.slow

_REPORTS = 45


@pytest.fixture(params=SETS)
def reports(request: pytest.FixtureRequest) -> list[Made]:
    return list(made(words(request.param), _REPORTS))


def test_no_report_that_agrees_with_its_tables_is_told_otherwise(reports: list[Made]) -> None:
    found = [f.parameters["quote"] for r in reports for f in validate(r.members).findings if f.code.startswith("text-")]
    assert found == []


def test_figures_of_the_tables_are_read_as_such(reports: list[Made]) -> None:
    """At least two of five agree: silence alone would raise no false alarm, too."""
    told = {
        (number, s.pointer, s.figure_start): s.verdict
        for number, r in enumerate(reports)
        for s in read_statements(loads(write(r.members)))
    }
    verdicts = [
        told.get((number, pointer, mention.start))
        for number, r in enumerate(reports)
        for pointer, mentions in r.mentions.items()
        for mention in mentions
    ]
    assert verdicts.count("agrees") > len(verdicts) * 2 / 5


def test_the_second_implementation_reads_them_alike(reports: list[Made]) -> None:
    documents = [r.members for r in reports]
    assert read_by_the_second(documents) == read_by_the_first(documents)
