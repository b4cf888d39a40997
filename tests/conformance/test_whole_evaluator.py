"""A second implementation of the check in JavaScript (`web/src/`) finds what the suite and the library find.

It asks all rules but those about running text, which `evaluator.mjs` beside this file does.
"""

import base64
import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from govreport import resources, validate
from govreport.form.layout import Layout, load_layout
from govreport.kinds import WORK_PLAN
from govreport.rules.data import load_rules
from tests.reports import EXAMPLES, ROOT

from .suite import NODE_OPTIONS, Case, cases, document, text, written

WITH_DOCUMENT = ("lexical", "structure", "unsound", "references", "rules", "blanks")
UNASKED = frozenset(r.id for layout in resources.layouts() for r in load_rules(layout).values() if r.kind == "stated")


def examine(asked: Sequence[bytes], verdicts: Sequence[Any] = ()) -> dict[str, Any]:
    """Return what the evaluator finds in documents, and its verdicts of the truth table."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        reason = "Node.js and npm are needed for the second implementation and are not on the PATH"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    pytest.importorskip("mkdocs", reason="the packages of web/ are installed as for the site")
    from tools.site.bundle import modules

    modules()
    layouts = {layout: _layout(load_layout(layout)) for layout in resources.layouts()}
    encoded = [base64.b64encode(data).decode() for data in asked]
    organs = resources.read("organs.json")
    given = {
        "documents": resources.documents(),
        "layouts": layouts,
        "organs": organs,
        "slips": resources.read("slips.json"),
        "asked": encoded,
        "verdicts": verdicts,
    }
    done = subprocess.run(
        [node, *NODE_OPTIONS, ROOT / "web" / "src" / "evaluate.js"],
        input=json.dumps(given, default=str).encode(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _layout(form: Layout) -> dict[str, object]:
    return {
        "schema": form.schema,
        "rules": form.rules,
        "kinds": {pointer: node.kind for pointer, node in form.nodes.items()},
        "cells": list(form.cells),
        "sections": [node.name for node in form.root.children if node.is_section],
    }


def data(case: Case) -> bytes:
    given = case.data["input"]
    return text(given) if "parts" in given else written(document(given))


@pytest.mark.parametrize("group", WITH_DOCUMENT)
def test_it_passes_the_conformance_suite(group: str) -> None:
    asked = [case for case in cases(group) if "input" in case.data]
    assert asked
    found = examine([data(case) for case in asked])["findings"]
    assert [case.name for case, findings in zip(asked, found, strict=True) if not matches(case, findings)] == []


def test_it_passes_the_truth_table_of_blanks() -> None:
    asked = [case.data for case in cases("truth-table")]
    assert asked
    assert examine([], asked)["verdicts"] == [case["verdict"] for case in asked]


def matches(case: Case, findings: list[dict[str, Any]]) -> bool:
    expected = [finding for finding in case.data["expected"] if finding["code"] not in UNASKED]
    return Counter(map(identity, findings)) == Counter(map(identity, expected)) and all(
        any(identity(f) == identity(wanted) and says(wanted, f) for f in findings) for wanted in expected
    )


def identity(finding: dict[str, Any]) -> tuple[str, str, str]:
    return finding["severity"], finding["code"], finding["pointer"]


def says(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    parameters = json.loads(json.dumps(wanted.get("parameters", {}), default=str))
    if (found.get("explained") is not None) != wanted.get("explained", False):
        return False
    return all(found["parameters"].get(name) == value for name, value in parameters.items())


def test_it_finds_in_every_example_what_the_library_finds() -> None:
    plans = tuple(f'"layout": "{plan}"'.encode() for plan in WORK_PLAN.layouts)
    files = [file for file in sorted(EXAMPLES.rglob("*.json")) if not _holds(file, plans)]
    assert len(files) > 20
    found = examine([file.read_bytes() for file in files])["findings"]
    for file, findings in zip(files, found, strict=True):
        expected = [(f.severity.value, f.code, f.pointer, f.line) for f in validate(file, ignored=UNASKED).findings]
        assert [(*identity(f), f.get("line")) for f in findings] == expected, file.name


def _holds(file: Path, texts: tuple[bytes, ...]) -> bool:
    return any(text in file.read_bytes() for text in texts)
