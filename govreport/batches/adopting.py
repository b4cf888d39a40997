"""Reports in JSON that lie among published ones: taken over as they are, in canonical form."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import attrs

from govreport import resources
from govreport.batches.sources import find_jobs
from govreport.documents.limits import Limits
from govreport.errors import InvalidReport
from govreport.files import write_atomically, writing_atomically
from govreport.findings import Finding
from govreport.formats import LINES_SUFFIXES, REPORT_SUFFIXES, suffix
from govreport.given import Given
from govreport.model import codec
from govreport.results import Result
from govreport.validation.reading import read_document

_OTHER = frozenset({"unknown-layout"})


class Adopted(NamedTuple):
    """What became of a file in JSON: taken over, in part where it has several lines, or not; and why.

    What declares no layout is something `other`. `report` is what was taken over where it goes to no file, and
    `failure` is why it could not be written.
    """

    outcome: Literal["taken", "part", "none", "other", "unwritten"]
    findings: tuple[Finding, ...] = ()
    report: bytes | None = None
    failure: OSError | None = None


def adopt(path: Path, output: Path | None, limits: Limits, given: Given, *, replace: bool) -> Adopted:
    """Return what becomes of a file in JSON, once it is written to `output`; what is `given` counts.

    The lines of an NDJSON file are written one by one: those that hold a report or a work plan.
    """
    findings: list[Finding] = []
    taken = _canonical(path, limits, given, findings)
    first = next(taken, None)
    if first is None:
        return Adopted("other" if {f.code for f in findings} == _OTHER else "none", tuple(findings))
    report = None
    try:
        if output is None:
            report = b"".join((first, *taken))
        elif has_lines(path):
            output.parent.mkdir(parents=True, exist_ok=True)
            with writing_atomically(output, replace=replace, keep_same=True) as file:
                file.write(first)
                file.writelines(taken)
        else:
            output.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(output, first, replace=replace, keep_same=True)
    except OSError as error:
        return Adopted("unwritten", failure=error)
    return Adopted("part" if findings else "taken", tuple(findings), report)


def has_lines(path: Path) -> bool:
    """Return whether the name of a file says that each line is a document."""
    return suffix(str(path)) in LINES_SUFFIXES


def _canonical(path: Path, limits: Limits, given: Given, findings: list[Finding]) -> Iterator[bytes]:
    """Yield each document of a file in canonical form; what is wrong with the others goes into `findings`."""
    if not has_lines(path):
        try:
            yield codec.write(_members(read_document(path, limits.file_size), given))
        except InvalidReport as error:
            findings += error.result.findings
        return
    for job in find_jobs((str(path),), REPORT_SUFFIXES):
        try:
            yield codec.write_line(_members(read_document(path) if job.data is None else job.data, given))
        except InvalidReport as error:
            findings += (attrs.evolve(finding, line=job.document) for finding in error.result.findings)


def _members(data: bytes | Finding, given: Given) -> Mapping[str, Any]:
    """Return the members of a document with what is given of it; raises InvalidReport where it is none."""
    if not isinstance(data, bytes):
        raise InvalidReport(Result(findings=(data,)))
    members = codec.decoded(codec.loads_any(data))
    if members["layout"] not in resources.layouts() or not given.of(members).values:
        return members
    return codec.decoded(codec.loads_any(codec.write(given.fill(members))))
