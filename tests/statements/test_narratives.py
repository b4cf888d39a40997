"""Narratives in words that nobody tuned to: nothing is found in them, and both implementations read them alike."""

import json
import os
import shutil
import subprocess
from typing import Any

import pytest

from bench.narratives.__main__ import SETS, words
from bench.narratives.making import Made, made
from govreport import read_statements, validate
from govreport.model.codec import loads, write
from govreport.statements.records import Statement
from tests.reports import ROOT

_REPORTS = 60


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
    node = shutil.which("node")
    if node is None:
        reason = "Node.js is needed for the second implementation and is not on the PATH"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    lines = "\n".join(json.dumps(r.members) for r in reports)
    script = ROOT / "tests" / "conformance" / "statements" / "tell.mjs"
    done = subprocess.run(
        [node, script, ROOT / "schema"], input=lines.encode(), capture_output=True, timeout=120, check=True
    )
    second = [_sorted(json.loads(line)) for line in done.stdout.splitlines()]
    assert second == [_sorted([_told(s) for s in read_statements(loads(write(r.members)))]) for r in reports]


def _told(statement: Statement) -> dict[str, Any]:
    return {
        "pointer": statement.pointer,
        "start": statement.figure_start,
        "end": statement.figure_end,
        "readings": [[sorted(r.cells), sorted(r.minus), sorted(r.base), r.relation] for r in statement.readings],
        "reason": statement.reason,
        "certain": statement.is_certain,
        "scope": statement.scope,
    }


def _sorted(told: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in told)
