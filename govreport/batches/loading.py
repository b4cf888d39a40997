"""Reports of any format at paths, one after the other: read where need be, and nothing left out in silence."""

import os
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from govreport.batches.apart import Reading, prepare
from govreport.batches.apart import read as read_apart
from govreport.batches.ordering import Apart, in_order
from govreport.batches.outcomes import CHECKED_SUFFIXES, Checked, outcome, read
from govreport.batches.paths import PassOver, nobody
from govreport.batches.sources import Job, find_jobs
from govreport.documents.extraction import Extraction
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.errors import InvalidReport
from govreport.findings import Finding, Severity, cut
from govreport.model import codec
from govreport.model.registry import Report
from govreport.results import Result


class Loaded(NamedTuple):
    """A report with the file that it was read from, its line there, and the hash of what was read.

    Where there is none, `outcome` says why; where there is one, what could not be read of it.
    """

    path: str
    document: int | None
    report: Report | None
    sha256: str | None = None
    outcome: Checked | None = None


def load_all(
    paths: Sequence[str], *, limits: Limits | None = None, jobs: int | None = None, pass_over: PassOver = nobody
) -> Iterator[Loaded]:
    """Yield every report at the paths, in a stable order, or why a file is none; see `check_all` for the paths.

    Published documents are read in processes of their own, each within the time and the memory of the `limits`.
    """
    chosen = limits or Limits()
    apart = Apart(lambda job: Reading(Path(job.path), "auto", chosen), read_apart, prepare, _extracted)
    return in_order(
        find_jobs(paths, CHECKED_SUFFIXES, pass_over, chosen.file_size), _loaded, apart, limits=chosen, jobs=jobs
    )


def _loaded(job: Job) -> Loaded:
    data = read(job)
    if isinstance(data, Checked):
        return Loaded(job.path, job.document, None, outcome=data)
    try:
        return Loaded(job.path, job.document, codec.loads(data), sha256(data).hexdigest())
    except InvalidReport as error:
        return Loaded(job.path, job.document, None, outcome=outcome(job, error.result))


def _extracted(job: Job, answer: Callable[[], Extraction | Finding]) -> Loaded:
    """Return the report of a published document once it is read."""
    try:
        extraction = answer()
    except UnreadableDocument as error:
        return _without(job, error.finding)
    # A defect of this library must not stop the reading of all other documents; the run reports it and fails.
    except Exception as error:
        reason = cut(f"{type(error).__name__}: {error}")
        return _without(job, Finding(code="internal-error", severity=Severity.ERROR, parameters={"reason": reason}))
    if isinstance(extraction, Finding):
        return _without(job, extraction)
    problems = outcome(job, Result(layout=extraction.layout, findings=extraction.problems))
    said = problems if extraction.problems else None
    return Loaded(os.fspath(job.path), None, extraction.report, extraction.sha256, said)


def _without(job: Job, finding: Finding) -> Loaded:
    return Loaded(job.path, job.document, None, outcome=outcome(job, Result(findings=(finding,))))
