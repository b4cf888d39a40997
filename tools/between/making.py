"""What cases are made of: base documents and what is changed in them, the year before, and findings."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

_BASES = Path(__file__).resolve().parents[2] / "schema" / "conformance" / "bases"
Json = Any
BASE = "city-2021"
COLUMNS = (
    "natural_person",
    "organizations/commercial_enterprise",
    "organizations/research_institution",
    "organizations/public_interest_organization",
    "organizations/legal_service_institution",
    "organizations/other",
    "total",
)
DOCUMENTS = ("government_rules", "normative_documents")
ITEMS = (
    "licensing/licences",
    "licensing/other_services",
    "enforcement/penalties",
    "enforcement/coercion",
    "charges/administrative_fees",
)
FEES = "/proactive_disclosure/charges/administrative_fees"


def case(
    description: str,
    purpose: str,
    previous: Sequence[Json],
    expected: Sequence[Json],
    changes: Mapping[str, Any] | None = None,
    base: str = BASE,
) -> Json:
    """Return a case of a report, the base document with these changes, and earlier ones."""
    return {
        "description": f"years, {base}: {description}",
        "purpose": purpose,
        "input": changed(base, changes or {}),
        "previous": list(previous),
        "expected": list(expected),
    }


def before(changes: Mapping[str, Any] | None = None, base: str = BASE) -> Json:
    """Return the report of the year before from which the base document follows, with these changes."""
    return changed(base, {**year_before(base), **(changes or {})})


def year_before(base: str) -> dict[str, Any]:
    """Return the changes that make of a base document a report of the year before from which it follows."""
    changes: dict[str, Any] = {"/year": at(base, "/year") - 1}
    for column in COLUMNS:
        changes[f"/requests/{column}/carried_forward"] = at(base, f"/requests/{column}/carried_over")
    if base == BASE:
        for row in DOCUMENTS:
            place = f"/proactive_disclosure/documents/{row}"
            figures = {name: at(base, f"{place}/{name}") for name in ("issued", "repealed", "in_force")}
            changes[f"{place}/in_force"] = figures["in_force"] + figures["repealed"] - figures["issued"]
    else:
        for item in ITEMS:
            place = f"/proactive_disclosure/{item}"
            changes[f"{place}/items_last_year"] = at(base, f"{place}/items_last_year") - 3
            changes[f"{place}/change"] = 3
    # So that no table is last year's.
    changes["/disputes/reconsideration/pending"] = 5
    return changes


def changed(base: str, changes: Mapping[str, Any]) -> Json:
    """Return the base document with these changes; what is no change is left out."""
    made = [{"pointer": p, "value": value} for p, value in changes.items() if at(base, p) != value]
    return {"base": base, "changes": made} if made else {"base": base}


def _finding(code: str, severity: str, pointer: str, parameters: Mapping[str, Any]) -> Json:
    finding = {"code": code, "severity": severity, "pointer": pointer}
    return {**finding, "parameters": dict(parameters)} if parameters else finding


def failed(code: str, pointer: str, **parameters: Any) -> Json:
    """Return a warning of which these parameters are named."""
    return _finding(code, "warning", pointer, parameters)


def warning(code: str, pointer: str) -> Json:
    """Return a warning without parameters."""
    return _finding(code, "warning", pointer, {})


def info(code: str, pointer: str, **parameters: Any) -> Json:
    """Return an info of which these parameters are named."""
    return _finding(code, "info", pointer, parameters)


def left_open(rule: str, pointer: str, **parameters: Any) -> Json:
    """Return what is found where a rule between the years stays open."""
    return _finding("years-undetermined", "info", pointer, {"rule": rule, **parameters})


def not_found() -> Json:
    """Return what is found where no report of last year is given."""
    return {"code": "previous-not-found", "severity": "info", "pointer": "/year"}


def at(base: str, pointer: str) -> Any:
    """Return what stands at a place of a base document, None where it has no such member."""
    value = _document(base)
    for name in pointer.split("/")[1:]:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def figures(base: str) -> dict[str, Any]:
    """Return every figure of the tables of a base document by its pointer."""

    def walk(value: Json, pointer: str) -> Iterator[tuple[str, Any]]:
        for name, child in value.items():
            if isinstance(child, dict):
                yield from walk(child, f"{pointer}/{name}")
            else:
                yield f"{pointer}/{name}", child

    tables = ("proactive_disclosure", "requests", "disputes")
    return {p: v for table in tables for p, v in walk(_document(base)[table], f"/{table}")}


@cache
def _document(base: str) -> Json:
    return json.loads((_BASES / f"{base}.json").read_bytes())
