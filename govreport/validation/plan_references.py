"""The reference layer of a work plan: its marks, notes, explanations, extension names and dates.

The places of a plan lie in lists, so that the document itself tells which pointers lead somewhere. See
`schema/LEXICAL.md`, which is normative. Asked of plans whose structure is sound.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from govreport.findings import Finding, cut
from govreport.form.layout import Layout
from govreport.pointers import tokens, value_at
from govreport.rules.comparing import says
from govreport.rules.plans import load_plan_rules
from govreport.validation.references import check_dates, check_extension_names, error, warning

_NOWHERE = object()
# What a person writes about a document is no part of what it prints.
_ABOUT = frozenset({"marks", "notes", "explanations", "extensions", "source"})


def check_plan_references(plan: Layout, members: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield findings about marks, notes, explanations, extension names and dates."""
    seen = set()
    for number, mark in enumerate(members.get("marks", ())):
        pointer, place = mark["pointer"], f"/marks/{number}/pointer"
        value = _value(members, pointer)
        if value is _NOWHERE:
            yield error("pointer-nowhere", place, pointer=cut(pointer))
        elif value is not None:
            yield error("mark-on-figure", place, pointer=cut(pointer))
        elif pointer in seen:
            yield error("duplicate-place", place, pointer=cut(pointer))
        seen.add(pointer)
    for number, note in enumerate(members.get("notes", ())):
        if _value(members, note["pointer"]) is _NOWHERE:
            yield error("pointer-nowhere", f"/notes/{number}/pointer", pointer=cut(note["pointer"]))
    for number, entry in enumerate(members.get("explanations", ())):
        place = f"/explanations/{number}"
        if entry["rule"] not in load_plan_rules(plan.id):
            yield error("explanation-unknown-rule", f"{place}/rule", found=cut(entry["rule"]))
        elif _value(members, entry["pointer"]) is _NOWHERE:
            yield error("pointer-nowhere", f"{place}/pointer", pointer=cut(entry["pointer"]))
        elif not says(entry["text"]):
            yield warning("explanation-empty", f"{place}/text", found=cut(entry["rule"]))
    yield from check_extension_names(members)
    yield from check_dates(plan.root, members)


def stale_plan_explanations(members: Mapping[str, Any], findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Yield a finding for each explanation of something that the rules do not find."""
    found = {(finding.code, finding.pointer) for finding in findings}
    for number, entry in enumerate(members.get("explanations", ())):
        known = (
            entry["rule"] in load_plan_rules(members["layout"]) and _value(members, entry["pointer"]) is not _NOWHERE
        )
        if known and (entry["rule"], entry["pointer"]) not in found:
            yield warning(
                "explanation-stale", f"/explanations/{number}", found=entry["rule"], pointer=cut(entry["pointer"])
            )


def _value(members: Mapping[str, Any], pointer: str) -> Any:
    """Return what is at a pointer of the plan, or `_NOWHERE`."""
    path = tokens(pointer)
    return _NOWHERE if path and path[0] in _ABOUT else value_at(members, path, _NOWHERE)
