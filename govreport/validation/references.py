"""The reference layer: what a JSON Schema cannot say of the places that a document names, and of its dates.

See `schema/LEXICAL.md`, which is normative. Asked of documents whose structure is sound.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from govreport import kinds
from govreport.findings import Finding, Severity, cut
from govreport.form.layout import Layout, Node
from govreport.pointers import escape
from govreport.rules.comparing import says
from govreport.rules.data import load_rules
from govreport.rules.hindering import is_hindered
from govreport.rules.outside import outside_rules
from govreport.rules.sheet import Sheet, group_cells
from govreport.validation.places import Places

_REVERSE_DOMAIN = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+")


def check_references(layout: Layout, document: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield findings about pointers, marks, undivided figures, explanations, extension names and dates."""
    places = _places(layout, document)
    yield from _marks(places, document)
    yield from _undivided(layout, places, document)
    yield from _notes(places, document)
    yield from _explanations(layout, places, document)
    yield from check_extension_names(document)
    yield from check_dates(layout.root, document)


def _places(layout: Layout, document: Mapping[str, Any]) -> Places:
    places: Places = kinds.resolve(kinds.kind_of(layout.id).places)(layout=layout, members=document)
    return places


def check_extension_names(document: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each extension whose name is no reverse domain."""
    for name in document.get("extensions", ()):
        if not _REVERSE_DOMAIN.fullmatch(name):
            yield error("extension-name", f"/extensions/{escape(name)}", member=cut(name))


def _marks(places: Places, report: Mapping[str, Any]) -> Iterator[Finding]:
    seen = set()
    for number, mark in enumerate(report.get("marks", ())):
        pointer, place = mark["pointer"], f"/marks/{number}/pointer"
        if not places.leads_somewhere(pointer):
            yield error("pointer-nowhere", place, pointer=cut(pointer))
        elif not places.may_be_marked(pointer):
            yield error("mark-not-on-cell", place, pointer=cut(pointer))
        elif places.value(pointer) is not None:
            yield error("mark-on-figure", place, pointer=cut(pointer))
        elif pointer in seen:
            yield error("duplicate-place", place, pointer=cut(pointer))
        seen.add(pointer)


def _undivided(layout: Layout, places: Places, report: Mapping[str, Any]) -> Iterator[Finding]:
    covered: set[str] = set()
    for number, entry in enumerate(report.get("undivided", ())):
        pointer, place = entry["pointer"], f"/undivided/{number}/pointer"
        cells = group_cells(layout, pointer)
        if not places.leads_somewhere(pointer):
            yield error("pointer-nowhere", place, pointer=cut(pointer))
        elif not cells:
            yield error("undivided-not-group", place, pointer=cut(pointer))
        elif any(places.value(cell) is not None for cell in cells):
            yield error("undivided-over-figure", place, pointer=cut(pointer))
        elif not covered.isdisjoint(cells):
            yield error("duplicate-place", place, pointer=cut(pointer))
        covered.update(cells)


def _notes(places: Places, report: Mapping[str, Any]) -> Iterator[Finding]:
    for number, note in enumerate(report.get("notes", ())):
        if not places.leads_somewhere(note["pointer"]):
            yield error("pointer-nowhere", f"/notes/{number}/pointer", pointer=cut(note["pointer"]))


def _explanations(layout: Layout, places: Places, report: Mapping[str, Any]) -> Iterator[Finding]:
    # Whether an explanation still explains something is known only after the rules: see `stale`.
    for number, entry in enumerate(report.get("explanations", ())):
        place = f"/explanations/{number}"
        if entry["rule"] not in load_rules(layout.id) and entry["rule"] not in outside_rules():
            yield error("explanation-unknown-rule", f"{place}/rule", found=cut(entry["rule"]))
        elif not places.may_be_explained(entry["pointer"]):
            yield error("pointer-nowhere", f"{place}/pointer", pointer=cut(entry["pointer"]))
        elif not says(entry["text"]):
            yield warning("explanation-empty", f"{place}/text", found=cut(entry["rule"]))


def stale(
    sheet: Sheet,
    findings: tuple[Finding, ...],
    ignored: frozenset[str] = frozenset(),
    outside: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Yield a finding for each explanation of something that the rules do not find; of those not asked nobody knows.

    Of the rules between documents those named in `outside` were asked. What a rule says of a document that is not
    known whole says nothing of an explanation.
    """
    layout, report = sheet.layout, sheet.members
    places = _places(layout, report)
    found = {(f.code, f.pointer, quote) for f in findings for quote in (None, f.parameters.get("quote"))}
    for number, entry in enumerate(report.get("explanations", ())):
        if sheet.unknown and is_hindered(entry["rule"], entry["pointer"], sheet):
            continue
        is_asked = entry["rule"] in load_rules(layout.id) or entry["rule"] in outside
        known = is_asked and places.may_be_explained(entry["pointer"])
        if (
            known
            and entry["rule"] not in ignored
            and (
                entry["rule"],
                entry["pointer"],
                entry.get("quote"),
            )
            not in found
        ):
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


def warning(code: str, pointer: str, /, **parameters: Any) -> Finding:
    """Return a warning about a place."""
    return Finding(code=code, severity=Severity.WARNING, pointer=pointer, parameters=parameters)


def error(code: str, pointer: str, /, **parameters: Any) -> Finding:
    """Return an error about a place."""
    return Finding(code=code, severity=Severity.ERROR, pointer=pointer, parameters=parameters)
