"""The reference layer: what a JSON Schema cannot say of the places that a report names, and of its dates.

See `schema/LEXICAL.md`, which is normative. Asked of reports whose structure is sound.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from govreport.findings import Finding, Severity, cut
from govreport.form.layout import Layout, Node
from govreport.rules.comparing import says
from govreport.rules.data import load_rules
from govreport.rules.sheet import group_cells
from govreport.validation.scanner import escape

_REVERSE_DOMAIN = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+")


def check_references(layout: Layout, report: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield findings about pointers, marks, undivided figures, explanations, extension names and dates."""
    yield from _marks(layout, report)
    yield from _undivided(layout, report)
    yield from _notes(layout, report)
    yield from _explanations(layout, report)
    yield from check_extension_names(report)
    yield from check_dates(layout.root, report)


def check_extension_names(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each extension whose name is no reverse domain."""
    for name in document.get("extensions", ()):
        if not _REVERSE_DOMAIN.fullmatch(name):
            yield error("extension-name", f"/extensions/{escape(name)}", member=cut(name))


def _marks(layout: Layout, report: Mapping[str, Any]) -> Iterator[Finding]:
    seen = set()
    for number, mark in enumerate(report.get("marks", ())):
        pointer, place = mark["pointer"], f"/marks/{number}/pointer"
        if not _leads_somewhere(layout, pointer):
            yield error("pointer-nowhere", place, pointer=cut(pointer))
        elif pointer not in layout.cells:
            yield error("mark-not-on-cell", place, pointer=cut(pointer))
        elif _value(report, pointer) is not None:
            yield error("mark-on-figure", place, pointer=cut(pointer))
        elif pointer in seen:
            yield error("duplicate-place", place, pointer=cut(pointer))
        seen.add(pointer)


def _undivided(layout: Layout, report: Mapping[str, Any]) -> Iterator[Finding]:
    covered: set[str] = set()
    for number, entry in enumerate(report.get("undivided", ())):
        pointer, place = entry["pointer"], f"/undivided/{number}/pointer"
        cells = group_cells(layout, pointer)
        if not _leads_somewhere(layout, pointer):
            yield error("pointer-nowhere", place, pointer=cut(pointer))
        elif not cells:
            yield error("undivided-not-group", place, pointer=cut(pointer))
        elif any(_value(report, cell) is not None for cell in cells):
            yield error("undivided-over-figure", place, pointer=cut(pointer))
        elif not covered.isdisjoint(cells):
            yield error("duplicate-place", place, pointer=cut(pointer))
        covered.update(cells)


def _notes(layout: Layout, report: Mapping[str, Any]) -> Iterator[Finding]:
    for number, note in enumerate(report.get("notes", ())):
        if not _leads_somewhere(layout, note["pointer"]):
            yield error("pointer-nowhere", f"/notes/{number}/pointer", pointer=cut(note["pointer"]))


def _explanations(layout: Layout, report: Mapping[str, Any]) -> Iterator[Finding]:
    # Whether an explanation still explains something is known only after the rules: see `stale`.
    for number, entry in enumerate(report.get("explanations", ())):
        place = f"/explanations/{number}"
        if entry["rule"] not in load_rules(layout.id):
            yield error("explanation-unknown-rule", f"{place}/rule", found=cut(entry["rule"]))
        elif entry["pointer"] not in layout.nodes:
            yield error("pointer-nowhere", f"{place}/pointer", pointer=cut(entry["pointer"]))
        elif not says(entry["text"]):
            yield warning("explanation-empty", f"{place}/text", found=cut(entry["rule"]))


def stale(
    layout: Layout, report: Mapping[str, Any], findings: tuple[Finding, ...], ignored: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Yield a finding for each explanation of something that the rules do not find; of those not asked nobody knows."""
    found = {(f.code, f.pointer) for f in findings}
    for number, entry in enumerate(report.get("explanations", ())):
        known = entry["rule"] in load_rules(layout.id) and entry["pointer"] in layout.nodes
        if known and entry["rule"] not in ignored and (entry["rule"], entry["pointer"]) not in found:
            yield warning(
                "explanation-stale",
                f"/explanations/{number}",
                found=entry["rule"],
                pointer=cut(entry["pointer"]),
            )


def check_dates(node: Node, value: Any) -> Iterator[Finding]:
    """Yield a finding for each date below a place of the schema that is in no calendar."""
    for child in node.children:
        if not isinstance(value, Mapping) or child.name not in value:
            continue
        if child.kind == "date":
            try:
                date.fromisoformat(value[child.name])
            except ValueError:
                yield error("no-such-date", child.pointer, found=cut(value[child.name]))
        elif child.children and child.axis is None:
            yield from check_dates(child, value[child.name])


def _leads_somewhere(layout: Layout, pointer: str) -> bool:
    """Tell whether a pointer leads to a place of the form: a section, a group or a cell."""
    node = layout.nodes.get(pointer)
    return node is not None and bool(node.lineage()) and node.lineage()[0].is_section


def _value(report: Mapping[str, Any], pointer: str) -> Any:
    value: Any = report
    for name in pointer.split("/")[1:]:
        value = value[name]
    return value


def warning(code: str, pointer: str, /, **parameters: Any) -> Finding:
    """Return a warning about a place."""
    return Finding(code=code, severity=Severity.WARNING, pointer=pointer, parameters=parameters)


def error(code: str, pointer: str, /, **parameters: Any) -> Finding:
    """Return an error about a place."""
    return Finding(code=code, severity=Severity.ERROR, pointer=pointer, parameters=parameters)
