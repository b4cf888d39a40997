"""What both implementations read in the texts of reports, in a form in which it can be compared."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

import pytest

from govreport import read_statements
from govreport.model.codec import loads, write
from govreport.statements.records import Statement
from tests.reports import ROOT

Document = dict[str, Any]


def read_by_the_second(documents: Sequence[Document]) -> list[list[str]]:
    """Return what the evaluator in JavaScript reads in each report."""
    node = shutil.which("node")
    if node is None:
        reason = "Node.js is needed for the second implementation and is not on the PATH"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    lines = "\n".join(map(json.dumps, documents))
    script = ROOT / "tests" / "conformance" / "statements" / "tell.mjs"
    done = subprocess.run(
        [node, script, ROOT / "schema"], input=lines.encode(), capture_output=True, timeout=120, check=True
    )
    return [_sorted(json.loads(line)) for line in done.stdout.splitlines()]


def read_by_the_first(documents: Sequence[Document]) -> list[list[str]]:
    """Return what the library reads in each report."""
    return [_sorted([_told(s) for s in read_statements(loads(write(document)))]) for document in documents]


def _told(statement: Statement) -> Document:
    return {
        "pointer": statement.pointer,
        "start": statement.figure_start,
        "end": statement.figure_end,
        "readings": [[sorted(r.cells), sorted(r.minus), sorted(r.base), r.relation] for r in statement.readings],
        "reason": statement.reason,
        "certain": statement.is_certain,
        "scope": statement.scope,
    }


def _sorted(told: list[Document]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in told)
