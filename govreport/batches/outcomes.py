"""The outcome of one document of many: what was found, or why there is nothing to be looked at."""

import os
from typing import TYPE_CHECKING, NamedTuple

from govreport.batches.paths import STDIN
from govreport.batches.sources import Job
from govreport.batches.telling import Compared, Hidden
from govreport.formats import PUBLISHED_SUFFIXES, REPORT_SUFFIXES
from govreport.validation.reading import read_document

if TYPE_CHECKING:
    from govreport.documents.limits import Limits
    from govreport.findings import Finding, Repair
    from govreport.results import Result

CHECKED_SUFFIXES = REPORT_SUFFIXES | PUBLISHED_SUFFIXES


class Checked(NamedTuple):
    """The outcome of one document: its path, its line in an NDJSON file, its layout and what was found.

    `repairs` are those of its failed sums. `data` is the document itself where nobody can read it again: findings
    point into what came from standard input. `hidden` are findings that are only counted, and `lowered` tells how many
    weigh less than the rules say, where whoever checks wants it so; `compared` says what became of it since an earlier
    run. A plain tuple, because a run over clean files should not have to load the attrs classes.
    """

    path: str
    document: int | None
    layout: str | None
    findings: "tuple[Finding, ...]" = ()
    data: bytes | None = None
    repairs: "tuple[Repair, ...]" = ()
    hidden: "tuple[Hidden, ...]" = ()
    lowered: int = 0
    compared: Compared | None = None


def read(job: Job) -> bytes | Checked:
    """Return the bytes of a document in JSON, or the outcome that says why there are none."""
    if job.refusal is not None:
        return _refused(job, job.refusal, suffix=os.path.splitext(job.path)[1])
    data = read_document(job.path) if job.data is None else job.data
    return data if isinstance(data, bytes) else Checked(job.path, job.document, None, (data,))


def outcome(job: Job, result: "Result") -> Checked:
    """Return the outcome of a document with this result, its findings placed in the file."""
    findings = result.findings
    if job.document is not None:
        import attrs

        # A document is one line of its file: the line of a finding is the line of the document.
        findings = tuple(attrs.evolve(f, line=job.document) if f.line is not None else f for f in findings)
    return with_data(job, Checked(job.path, job.document, result.layout, findings, None, result.repairs))


def with_data(job: Job, checked: Checked) -> Checked:
    """Return an outcome with the document itself where findings point into what came from standard input."""
    return checked._replace(data=job.data) if job.path == STDIN and checked.findings else checked


def broken_down(job: Job, error: Exception, limits: "Limits | None" = None) -> Checked:
    """Return the outcome of a document over which this library failed, or ran out of memory."""
    from govreport.findings import cut

    if isinstance(error, MemoryError):
        from govreport.documents.limits import Limits

        return _refused(job, "limit-exceeded", limit="memory", allowed=(limits or Limits()).memory)
    return _refused(job, "internal-error", reason=cut(f"{type(error).__name__}: {error}"))


def _refused(job: Job, code: str, **parameters: object) -> Checked:
    from govreport.findings import Finding, Severity

    finding = Finding(code=code, severity=Severity.ERROR, parameters=parameters)
    return Checked(job.path, job.document, None, (finding,))
