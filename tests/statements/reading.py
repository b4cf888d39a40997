"""What the tests of statements share: a text in a report, read and held against its tables."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from govreport.form.layout import load_layout
from govreport.rules.engine import evaluate
from govreport.rules.sheet import read_sheet
from govreport.rules.stated import sums_of
from govreport.statements.reading import statement
from govreport.statements.records import Statement
from govreport.statements.report import judge_members

BASES = Path(__file__).resolve().parents[2] / "schema" / "conformance" / "bases"
TOTAL = "/requests/total/"


def report(text: str, base: str = "city-2021", **members: Any) -> dict[str, Any]:
    """Return a base document with this text above its overview, and other members replaced."""
    document: dict[str, Any] = json.loads((BASES / f"{base}.json").read_bytes(), parse_float=Decimal)
    # What rules on words want of any overview stands below, in a line of its own.
    return {**document, "overview": f"{text}\n{document['overview']}", **members}


def read(document: dict[str, Any]) -> list[Statement]:
    """Return the statements of a decoded report."""
    sums = sums_of(read_sheet(load_layout(document["layout"]), document))
    return [statement(judged, sums) for judged in judge_members(document, sums)]


def told(text: str, **members: Any) -> list[Statement]:
    """Return the statements of a text."""
    return read(report(text, **members))


def codes(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return severity, code and pointer of what is found of the statements of a report."""
    found = evaluate(read_sheet(load_layout(document["layout"]), document))
    return [(f.severity.value, f.code, f.pointer) for f in found if f.code.startswith("text-")]
