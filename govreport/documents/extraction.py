"""Extraction: a published document to a report, with the place of every value and all that could not be read."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import attrs

from govreport.documents import office
from govreport.documents.collecting import collecting_seldom
from govreport.documents.detecting import detect_format
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.matches import Certainty, Match
from govreport.documents.paper import Evidence, Paper, Printed
from govreport.documents.text import decode
from govreport.errors import InvalidReport
from govreport.findings import Finding, Severity
from govreport.formats import FORMATS, PLAIN, SUFFIXES, Format
from govreport.given import Given, check_given
from govreport.kinds import KINDS, REPORT, WORK_PLAN, Kind, resolve
from govreport.model import codec
from govreport.model.registry import Document, Report
from govreport.model.workplan import WorkPlan
from govreport.validation.reading import read_document

Completeness = Literal["whole", "part", "none"]
_WITH_GIVEN = "govreport.documents.report.matched:with_given"
_MODULES: Mapping[Format, str] = {
    "html": "html",
    "docx": "docx",
    "xlsx": "xlsx",
    "pdf": "pdf",
    "ofd": "ofd",
    "odt": "odf",
    "ods": "odf",
    "csv": "delimited",
    "markdown": "markdown",
    "text": "plain",
}


@attrs.frozen(kw_only=True)
class Extraction:
    """What was read of a published document.

    `value` is the report as JSON values, with whatever was found of it; `document` the same as an object, None
    where required members (layout, year, organ, sections) were not found. It may be a yearly work plan, too, whose
    `layout` is "workplan": `report` is the object only if it is a report, `plan` only if it is a plan. `evidence`
    tells by pointer where each value is printed, `texts` what is printed in each text, piece by piece, and where.
    `notes` are choices made by inference, `problems` what could not be read. `completeness` is "whole" if every cell,
    every section, organ and year were read (of a plan: all that is printed), "none" if neither a table of the form nor
    a plan was found. `sha256` is that of the document's bytes.
    """

    format: Format
    sha256: str
    completeness: Completeness
    layout: str | None = None
    layout_labels: tuple[str, ...] = ()
    document: Document | None = attrs.field(default=None, repr=False)
    value: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    evidence: Mapping[str, Evidence] = attrs.field(factory=dict, repr=False)
    texts: Mapping[str, Sequence[Printed]] = attrs.field(factory=dict, repr=False)
    notes: tuple[Finding, ...] = ()
    problems: tuple[Finding, ...] = ()

    @property
    def report(self) -> Report | None:
        """The document as an object if it is a report."""
        found: Report | None = self._of(REPORT)
        return found

    @property
    def plan(self) -> WorkPlan | None:
        """The document as an object if it is a work plan."""
        found: WorkPlan | None = self._of(WORK_PLAN)
        return found

    def _of(self, kind: Kind) -> Any:
        return self.document if self.layout in kind.layouts else None


def extract(
    source: str | os.PathLike[str] | bytes,
    *,
    format: Format | Literal["auto"] = "auto",
    limits: Limits | None = None,
    organ: str | None = None,
    kind: str | None = None,
    level: str | None = None,
    year: int | None = None,
    published: str | None = None,
) -> Extraction:
    """Return what can be read of a published document: its path, or its bytes.

    The format is told by the content unless it is given. Nothing is guessed: a figure that cannot be told to
    belong to a cell leaves the cell null, marked and noted. Of a report, the name of the organ, its kind and level,
    the year and the day of publication count where they are given, whatever the document says. Raises
    UnreadableDocument, whose `finding` says why, for a file that cannot be read at all, and ValueError for a value
    that the standard does not allow there.
    """
    return extract_given(source, format, limits or Limits(), check_given(Given(organ, kind, level, year, published)))


def extract_given(
    source: str | os.PathLike[str] | bytes, format: Format | Literal["auto"], limits: Limits, given: Given
) -> Extraction:
    """Return what can be read of a published document like `extract`, with what is given of it."""
    data = source if isinstance(source, bytes) else _read_file(source, limits)
    limits.check("file_size", len(data))
    sha256 = hashlib.sha256(data).hexdigest()
    if limits.office and format == "auto" and office.is_old(data):
        source = data = office.convert(data, limits)
    chosen = _format(source, data, limits) if format == "auto" else format
    text, lost = decode(data) if chosen == "csv" else ("", 0)
    found = _match_text(text) if text else None
    left: list[Finding] = []
    if found is None:
        with collecting_seldom():
            paper = read_paper(data, chosen, limits)
            found, lost, left = _match(paper), paper.lost, list(_left_by_editing(paper))
    if found.members.get("layout") in REPORT.layouts and (stated := given.of(found.members)).pointers:
        found = resolve(_WITH_GIVEN)(found, stated)
    findings = [*found.findings, *left]
    if lost:
        findings.append(Finding(code="characters-lost", severity=Severity.WARNING, parameters={"count": lost}))
    extraction = Extraction(
        format=chosen,
        sha256=sha256,
        completeness="none",
        notes=tuple(finding for finding in findings if finding.severity is Severity.INFO),
        problems=tuple(finding for finding in findings if finding.severity is not Severity.INFO),
    )
    return _with_value(extraction, found) if found.members else extraction


def _left_by_editing(paper: Paper) -> Iterator[Finding]:
    """Yield what is left of editing in a document: what is read is the text as if every change had been accepted."""
    if paper.changes:
        yield Finding(code="changes-tracked", severity=Severity.WARNING, parameters={"count": paper.changes})
    if paper.comments:
        yield Finding(code="comments-left", severity=Severity.WARNING, parameters={"count": paper.comments})


def _match_text(text: str) -> Match | None:
    """Return what the text of a CSV file says that is written by pointers, else None."""
    matchers = (resolve(kind.csv_matcher) for kind in KINDS if kind.csv_matcher is not None)
    return next((found for matcher in matchers if (found := matcher(text)) is not None), None)


def _match(paper: Paper) -> Match:
    """Return what a paper says, in terms of the kind of document that it is most surely."""
    best: Match | None = None
    # Where two are as sure of it, the first kind counts; it is asked last, for it takes longest.
    for kind in reversed(KINDS):
        found: Match | None = resolve(kind.matcher)(paper) if kind.matcher is not None else None
        if found is not None and (best is None or found.certainty >= best.certainty):
            best = found
        if best is not None and best.certainty is Certainty.CERTAIN:
            break
    assert best is not None  # the first kind always says what it found, if nothing
    return best


def _with_value(extraction: Extraction, found: Match) -> Extraction:
    """Return an extraction together with what was found in the document."""
    value = {**found.members, "source": {**found.members.get("source", {}), "sha256": extraction.sha256}}
    return attrs.evolve(
        extraction,
        completeness="whole" if found.is_whole else "part",
        layout=value["layout"],
        layout_labels=found.labels,
        value=value,
        evidence=found.evidence,
        texts=found.texts,
        document=_object(value),
    )


def _object(value: Mapping[str, Any]) -> Document | None:
    """Return a document as an object, None for one that lacks a required member."""
    with suppress(InvalidReport):
        return codec.loads_any(codec.write_line(value))
    return None


def _format(source: str | os.PathLike[str] | bytes, data: bytes, limits: Limits) -> Format:
    """Return the format of a document; between the kinds of plain text, which look alike, the suffix decides.

    Text is all of them: rows of fields are read as such whatever the file is called.
    """
    told = detect_format(data, limits)
    named = None if isinstance(source, bytes) else SUFFIXES.get(Path(source).suffix.lower())
    is_told = told == "csv" and named == "text"
    return named if told in PLAIN and named in PLAIN and named is not None and not is_told else told


def read_paper(data: bytes, format: Format, limits: Limits) -> Paper:
    """Return what a document of a format prints, through the reader of that format."""
    if format not in FORMATS:
        raise ValueError(f"format must be one of {', '.join(FORMATS)}")
    try:
        reader = import_module(reader_of(format))
    except ModuleNotFoundError as error:
        raise UnreadableDocument("reader-missing", format=format, package=error.name or "") from error
    with collecting_seldom():
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
