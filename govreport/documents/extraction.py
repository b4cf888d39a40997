"""Extraction: a published document to a report, with the place of every value and all that could not be read."""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import attrs

from govreport.documents.detecting import detect_format
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Evidence, Paper
from govreport.documents.plan.match import MatchedPlan, match_plan
from govreport.documents.report.match import Matched, match
from govreport.documents.report.tidy_csv import is_tidy, match_tidy
from govreport.documents.text import decode
from govreport.errors import InvalidReport
from govreport.findings import Finding, Severity
from govreport.formats import FORMATS, PLAIN, SUFFIXES, Format
from govreport.model import codec
from govreport.model.registry import Report
from govreport.model.workplan import WorkPlan
from govreport.validation.reading import read_document

Completeness = Literal["whole", "part", "none"]
_MODULES: Mapping[Format, str] = {
    "html": "html",
    "docx": "docx",
    "xlsx": "xlsx",
    "pdf": "pdf",
    "csv": "delimited",
    "markdown": "markdown",
    "text": "plain",
}


@attrs.frozen(kw_only=True)
class Extraction:
    """What was read of a published document.

    `value` is the report as JSON values, with whatever was found of it; `report` the same as an object, None
    where required members (layout, year, organ, sections) were not found. Of a yearly work plan, whose `layout`
    is "workplan", `value` is the plan and `plan` the object; `report` is None. `evidence` tells by pointer where
    each value is printed. `notes` are choices made by inference, `problems` what could not be read.
    `completeness` is "whole" if every cell, every section, organ and year were read (of a plan: all that is
    printed), "none" if neither a table of the form nor a plan was found. `sha256` is that of the document's bytes.
    """

    format: Format
    sha256: str
    completeness: Completeness
    layout: str | None = None
    layout_labels: tuple[str, ...] = ()
    report: Report | None = attrs.field(default=None, repr=False)
    plan: WorkPlan | None = attrs.field(default=None, repr=False)
    value: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    evidence: Mapping[str, Evidence] = attrs.field(factory=dict, repr=False)
    notes: tuple[Finding, ...] = ()
    problems: tuple[Finding, ...] = ()


def extract(
    source: str | os.PathLike[str] | bytes, *, format: Format | Literal["auto"] = "auto", limits: Limits | None = None
) -> Extraction:
    """Return what can be read of a published document: its path, or its bytes.

    The format is told by the content unless it is given. Nothing is guessed: a figure that cannot be told to
    belong to a cell leaves the cell null, marked and noted. Raises UnreadableDocument, whose `finding` says why,
    for a file that cannot be read at all.
    """
    limits = limits or Limits()
    data = source if isinstance(source, bytes) else _read_file(source, limits)
    limits.check("file_size", len(data))
    chosen = _format(source, data, limits) if format == "auto" else format
    text = decode(data) if chosen == "csv" else ("", 0)
    found: Matched | MatchedPlan
    if is_tidy(text[0]):
        paper, found = Paper(parts=(), lost=text[1]), match_tidy(text[0])
    else:
        paper = read_paper(data, chosen, limits)
        found = _match(paper)
    findings = list(found.findings)
    if paper.lost:
        lost = Finding(code="characters-lost", severity=Severity.WARNING, parameters={"count": paper.lost})
        findings.append(lost)
    extraction = Extraction(
        format=chosen,
        sha256=hashlib.sha256(data).hexdigest(),
        completeness="none",
        notes=tuple(finding for finding in findings if finding.severity is Severity.INFO),
        problems=tuple(finding for finding in findings if finding.severity is not Severity.INFO),
    )
    return extraction if isinstance(found, Matched) and found.layout is None else _with_value(extraction, found)


def _match(paper: Paper) -> Matched | MatchedPlan:
    """Return what a paper says: of a work plan where it is one, or else of a report."""
    plan = match_plan(paper)
    if plan is not None and plan.has_tasks:
        return plan
    report = match(paper)
    # The lines of a plan may look like those of a damaged table; but then no text of a section is found.
    return report if plan is None or report.has_texts else plan


def _with_value(extraction: Extraction, found: Matched | MatchedPlan) -> Extraction:
    """Return an extraction together with what was found in the document."""
    value = {**found.members, "source": {"sha256": extraction.sha256}}
    read = attrs.evolve(
        extraction,
        completeness="whole" if found.is_whole else "part",
        layout=value["layout"],
        layout_labels=found.layout.labels if isinstance(found, Matched) and found.layout is not None else (),
        value=value,
        evidence=found.evidence,
    )
    # What lacks a required member is no object.
    with suppress(InvalidReport):
        document = codec.write(value)
        if isinstance(found, MatchedPlan):
            return attrs.evolve(read, plan=codec.loads(document, WorkPlan))
        return attrs.evolve(read, report=codec.loads(document))
    return read


def _format(source: str | os.PathLike[str] | bytes, data: bytes, limits: Limits) -> Format:
    """Return the format of a document; between the kinds of plain text, which look alike, the suffix decides."""
    told = detect_format(data, limits)
    named = None if isinstance(source, bytes) else SUFFIXES.get(Path(source).suffix.lower())
    return named if told in PLAIN and named in PLAIN and named is not None else told


def read_paper(data: bytes, format: Format, limits: Limits) -> Paper:
    """Return what a document of a format prints, through the reader of that format."""
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}")
    try:
        reader = import_module(reader_of(format))
    except ModuleNotFoundError as error:
        raise UnreadableDocument("reader-missing", format=format, package=error.name or "") from error
    paper: Paper = reader.read(data, limits)
    return paper


def reader_of(format: Format) -> str:
    """Return the name of the module that reads a format."""
    return f"govreport.documents.readers.{_MODULES[format]}"


def _read_file(source: str | os.PathLike[str], limits: Limits) -> bytes:
    data = read_document(Path(source), limits.file_size)
    if isinstance(data, bytes):
        return data
    raise UnreadableDocument(data.code, **data.parameters)
