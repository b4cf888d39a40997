"""Extraction: a published document to a report, with the place of every value and all that could not be read."""

import hashlib
import os
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import attrs

from govreport.documents.detecting import FORMATS, PLAIN, SUFFIXES, Format, detect_format
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.matching.report import match
from govreport.documents.matching.tidy import is_tidy, match_tidy
from govreport.documents.paper import Evidence, Paper
from govreport.documents.text import decode
from govreport.errors import InvalidReport
from govreport.findings import Finding, Severity
from govreport.model import codec
from govreport.model.registry import Report
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
    where required members (layout, year, organ, sections) were not found. `evidence` tells by pointer where
    each value is printed. `notes` are choices made by inference, `problems` what could not be read.
    `completeness` is "whole" if every cell, every section, organ and year were read, "none" if no table of the
    form was found. `sha256` is that of the document's bytes.
    """

    format: Format
    sha256: str
    completeness: Completeness
    layout: str | None = None
    layout_labels: tuple[str, ...] = ()
    report: Report | None = attrs.field(default=None, repr=False)
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
    chosen = _format(source, data) if format == "auto" else format
    text = decode(data) if chosen == "csv" else ("", 0)
    if is_tidy(text[0]):
        paper, matched = Paper(parts=(), lost=text[1]), match_tidy(text[0])
    else:
        paper = read_paper(data, chosen, limits)
        matched = match(paper)
    digest = hashlib.sha256(data).hexdigest()
    findings = list(matched.findings)
    if paper.lost:
        lost = Finding(code="characters-lost", severity=Severity.WARNING, parameters={"count": paper.lost})
        findings.append(lost)
    notes = tuple(finding for finding in findings if finding.severity is Severity.INFO)
    problems = tuple(finding for finding in findings if finding.severity is not Severity.INFO)
    if matched.layout is None:
        return Extraction(format=chosen, sha256=digest, completeness="none", notes=notes, problems=problems)
    value = {**matched.members, "source": {"sha256": digest}}
    return Extraction(
        format=chosen,
        sha256=digest,
        completeness="whole" if matched.is_whole else "part",
        layout=matched.layout.id,
        layout_labels=matched.layout.labels,
        report=_report(value),
        value=value,
        evidence=matched.evidence,
        notes=notes,
        problems=problems,
    )


def _format(source: str | os.PathLike[str] | bytes, data: bytes) -> Format:
    """Return the format of a document; between the kinds of plain text, which look alike, the suffix decides."""
    told = detect_format(data)
    named = None if isinstance(source, bytes) else SUFFIXES.get(Path(source).suffix.lower())
    return named if told in PLAIN and named in PLAIN and named is not None else told


def read_paper(data: bytes, format: Format, limits: Limits) -> Paper:
    """Return what a document of a format prints, through the reader of that format."""
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}")
    try:
        reader = import_module(f"govreport.documents.readers.{_MODULES[format]}")
    except ModuleNotFoundError as error:
        raise UnreadableDocument("reader-missing", format=format, package=error.name or "") from error
    paper: Paper = reader.read(data, limits)
    return paper


def _report(value: Mapping[str, Any]) -> Report | None:
    """Return the report as an object if it has everything that a report must have."""
    try:
        return codec.loads(codec.write(value))
    except InvalidReport:
        return None


def _read_file(source: str | os.PathLike[str], limits: Limits) -> bytes:
    data = read_document(Path(source), limits.file_size)
    if isinstance(data, bytes):
        return data
    raise UnreadableDocument(data.code, **data.parameters)
