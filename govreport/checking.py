"""`check`: a report in whatever form it was published, to its findings.

JSON is validated as it is. Any other document is read first; then the findings point into it: `line` and, for
all of it that has pages, tables, rows and columns, the parameter `evidence`.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import attrs

from govreport.documents.evidence import as_members
from govreport.documents.extraction import Extraction, extract
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Evidence
from govreport.findings import Finding, Severity
from govreport.formats import is_json, starts_as_json
from govreport.pointers import parent
from govreport.results import Result
from govreport.rules.sheet import DOUBTFUL_MARKS
from govreport.validating import validate_bytes
from govreport.validation.exact import examine_value
from govreport.validation.gate import LARGEST_DOCUMENT
from govreport.validation.reading import read_document

# Told by `check` in words of the document: that the value read from it lacks what was not found there.
_REPEATED = frozenset({"missing-member"})
# What would be said of a table that is empty because it could not be read.
_OF_UNREAD = frozenset({"table-empty", "table-blanks"})
# What is sure where print shows empty cells: where their columns are lost, they may hold what was not found.
_OF_EMPTY = frozenset({"total-empty"})
_KEEP_GRIDS = frozenset({"html", "docx", "xlsx"})


def check(
    source: str | os.PathLike[str] | bytes, *, limits: Limits | None = None, ignored: Collection[str] = ()
) -> Result:
    """Return the findings of one report: a path or the bytes of JSON, or of a web page, Word, PDF and so on.

    What could not be read of a published document is a finding, too. Nothing is raised for what the document
    holds. Rules about statements of the text that are `ignored` are not asked.
    """
    ignored = frozenset(ignored)
    limits = limits or Limits()
    data = source if isinstance(source, bytes) else read_document(Path(source), limits.file_size)
    if not isinstance(data, bytes):
        return Result(findings=(data,))
    in_json = starts_as_json(data) if isinstance(source, bytes) else is_json(os.fspath(source), data)
    try:
        # Of JSON that is larger than the standard allows, the standard speaks.
        if not (in_json and len(data) > LARGEST_DOCUMENT):
            limits.check("file_size", len(data))
        if in_json:
            return validate_bytes(data, ignored)
        # A path goes along with its bytes, for its suffix tells kinds of plain text apart.
        extraction = extract(source, limits=limits)
    except UnreadableDocument as error:
        return Result(findings=(error.finding,))
    result = _found(extraction, ignored)
    findings = tuple(_findings(extraction, result.findings))
    return Result(layout=extraction.layout, findings=findings, repairs=result.repairs)


def _found(extraction: Extraction, ignored: frozenset[str]) -> Result:
    """Return what the rules find in what was read; nothing where it is no document of a known layout."""
    if extraction.layout is None:
        return Result()
    # Only from values whose structure is sound could an object be made.
    is_sound = extraction.document is not None
    return examine_value(extraction.value, ignored, structure_is_sound=is_sound)


def _findings(extraction: Extraction, found: tuple[Finding, ...]) -> Iterator[Finding]:
    printed = _with_groups(extraction.evidence)
    for finding in (*extraction.problems, *extraction.notes):
        yield _placed(finding, printed)
    document = extraction.document
    unread = {problem.pointer for problem in extraction.problems if problem.code == "table-unread"}
    for finding in found:
        is_repeated = document is None and finding.code in _REPEATED
        if is_repeated or (finding.code in _OF_UNREAD and finding.pointer in unread):
            continue
        if finding.code in _OF_EMPTY:
            if not _are_printed_empty(extraction, finding.parameters["blanks"]):
                continue
            if extraction.format not in _KEEP_GRIDS:
                finding = attrs.evolve(finding, severity=Severity.WARNING)
        yield _placed(finding, printed)


def _are_printed_empty(extraction: Extraction, cells: Collection[str]) -> bool:
    """Tell whether each of these cells was found in print, and holds no figure there."""
    marks = {mark["pointer"]: mark["mark"] for mark in extraction.value.get("marks", ())}
    return all(marks.get(cell) not in (None, *DOUBTFUL_MARKS) for cell in cells)


def _placed(finding: Finding, printed: Mapping[str, Evidence]) -> Finding:
    """Return a finding with the place in the published document that it speaks of."""
    found = _nearest(finding.pointer, printed)
    if found is None:
        return finding
    return attrs.evolve(
        finding, line=found.line, column=None, parameters={**finding.parameters, "evidence": as_members(found)}
    )


def _nearest(pointer: str, printed: Mapping[str, Evidence]) -> Evidence | None:
    """Return where a place is printed; for a member that is not, the section that holds it."""
    known = pointer
    while known and known not in printed:
        known = parent(known)
    return printed.get(known)


def _with_groups(evidence: Mapping[str, Evidence]) -> Mapping[str, Evidence]:
    """Return where each value is printed, and for each group of values where the first of them is."""
    printed = dict(evidence)
    for pointer, place in evidence.items():
        above = parent(pointer)
        while above and above not in printed:
            printed[above] = place
            above = parent(above)
    return printed
