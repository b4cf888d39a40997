"""Ways to change decoded reports that several laws share."""

import copy
import random
from collections.abc import Iterable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from govreport.findings import Change, Finding, Severity
from govreport.form.layout import load_layout
from govreport.strategies import decoded_reports

Report = dict[str, Any]


def at(report: Any, pointer: str) -> Any:
    """Return the value at a pointer, by the letter of RFC 6901."""
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        report = report[int(name)] if isinstance(report, list) else report[name]
    return report


def put(report: Report, pointer: str, value: Any) -> None:
    """Put a value into a cell of a report, in place."""
    group, _, name = pointer.rpartition("/")
    at(report, group)[name] = value


@st.composite
def unbalanced_reports(draw: st.DrawFn, layout: str | None = None) -> Report:
    """Draw a report in which some figures were changed at random; blanks stay blank."""
    report = draw(decoded_reports(layout))
    # A reason for blanks goes stale when a repair fills them.
    report.pop("explanations", None)
    cells = load_layout(report["layout"]).cells.values()
    counts = [cell.pointer for cell in cells if cell.kind == "count" and at(report, cell.pointer) is not None]
    figured = [pointer for pointer in counts if at(report, pointer)] or counts
    for pointer in draw(st.lists(st.sampled_from(counts) | st.sampled_from(figured), min_size=1, max_size=4)):
        put(report, pointer, draw(st.one_of(st.integers(0, 20), st.integers(0, 10**8))))
    return report


def shuffled(value: Any, seed: int) -> Any:
    """Return a copy of a value in which the members of every object stand in another order."""
    return _shuffled(value, random.Random(seed))


def _shuffled(value: Any, source: random.Random) -> Any:
    if isinstance(value, dict):
        names = list(value)
        source.shuffle(names)
        return {name: _shuffled(value[name], source) for name in names}
    if isinstance(value, list):
        return [_shuffled(item, source) for item in value]
    return value


def repaired(report: Report, changes: Iterable[Change]) -> Report:
    """Return a copy of a report with the changes of a hint made; a cell that gets a figure loses its mark."""
    result = copy.deepcopy(report)
    for change in changes:
        entry = next((e for e in result.get("undivided", ()) if e["pointer"] == change.pointer), None)
        before = at(result, change.pointer) if entry is None else entry["value"]
        assert before == change.before
        if entry is not None:
            entry["value"] = change.after
        else:
            put(result, change.pointer, change.after)
            marks = [mark for mark in result.pop("marks", ()) if mark["pointer"] != change.pointer]
            result.update({"marks": marks} if marks else {})
    return result


def triples(findings: Iterable[Finding]) -> set[tuple[str, str, Severity]]:
    """Return code, pointer and severity of each finding."""
    return {(finding.code, finding.pointer, finding.severity) for finding in findings}


def defects(findings: Iterable[Finding]) -> set[tuple[str, str]]:
    """Return code and pointer of each error and warning."""
    return {(f.code, f.pointer) for f in findings if f.severity is not Severity.INFO}


def a_fraction(of: int) -> settings:
    """Return settings for a law that is tested many times over, with a share of the profile's examples."""
    return settings(max_examples=max(settings().max_examples // of, 5))
