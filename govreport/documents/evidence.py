"""The evidence file of an extraction: where every value is printed, and what was said of the reading.

Described by `schema/meta/evidence.schema.json`.
"""

from collections.abc import Mapping
from typing import Any

import attrs
import msgspec

from govreport.documents.extraction import Extraction
from govreport.documents.paper import Evidence
from govreport.findings import Finding
from govreport.rules.masking import without_numbers

_VERSION = 1
_MEMBERS = tuple(field.name for field in attrs.fields(Evidence))


def write_evidence(extraction: Extraction, path: str) -> bytes:
    """Return the evidence of an extraction as JSON; `path` is what the document was called."""
    value = {
        "version": _VERSION,
        "source": {"path": path, "format": extraction.format, "sha256": extraction.sha256},
        "completeness": extraction.completeness,
        "layout": extraction.layout,
        "layout_labels": list(extraction.layout_labels),
        "evidence": {pointer: as_members(place) for pointer, place in extraction.evidence.items()},
        "notes": [_finding(finding) for finding in extraction.notes],
        "problems": [_finding(finding) for finding in extraction.problems],
    }
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def as_members(place: Evidence) -> Mapping[str, Any]:
    """Return the members of a place that its format knows; numbers of persons are hidden in its words."""
    if place.words is not None:
        place = attrs.evolve(place, words=without_numbers(place.words))
    known = ((name, getattr(place, name)) for name in _MEMBERS)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in known if value is not None}


def _finding(finding: Finding) -> Mapping[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "pointer": finding.pointer,
        "message": {language: finding.message(language) for language in ("zh", "en")},
        "parameters": dict(finding.parameters),
    }
