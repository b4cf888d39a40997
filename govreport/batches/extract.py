"""Many published documents to JSON: each on its own, so that one that fails stops none of the others."""

import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from govreport.batches.apart import Reading, allowance, prepare, read
from govreport.batches.paths import STDIN, PassOver, find, nobody
from govreport.batches.resuming import is_whole, was_all_taken
from govreport.batches.workers import Pool, pool, retrieve
from govreport.documents.evidence import write_evidence
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.errors import GovReportError
from govreport.files import write_atomically
from govreport.findings import Finding, Severity, cut
from govreport.formats import LINES_SUFFIXES, PUBLISHED_SUFFIXES, REPORT_SUFFIXES, Format, suffix
from govreport.given import NOTHING, Given
from govreport.model import codec

if TYPE_CHECKING:
    from concurrent.futures import Future

# So many documents for each process keep it busy.
_AHEAD = 4
Outcome = Literal["whole", "part", "none", "skipped", "unwritten", "taken", "other"]
_FOUND = PUBLISHED_SUFFIXES | REPORT_SUFFIXES


class ExtractJob(NamedTuple):
    """A document to read, and where its report and its evidence go; `data` is the document if it is at hand.

    Without an output the report is handed over. `is_single` says that the places are those of one document, not of
    a folder that is filled up.
    """

    path: Path
    output: Path | None
    evidence: Path | None = None
    data: bytes | None = None
    is_single: bool = False


class Extracted(NamedTuple):
    """What became of a document, with what is to be said of it; `failure` is why nothing could be written.

    `report` is the report where it goes to no file. Where the document was skipped, `was_whole` says whether what is
    there is all of it.
    """

    path: Path
    output: Path | None
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    failure: OSError | None = None
    report: bytes | None = None
    was_whole: bool = True


class SameOutput(GovReportError):
    """The reports of two documents would be written to the same file."""

    def __init__(self, first: Path, second: Path, output: Path) -> None:
        self.first, self.second, self.output = first, second, output
        super().__init__(f"{first} and {second} would both be written to {output}")


def documents(paths: Iterable[str], pass_over: PassOver = nobody) -> Iterator[tuple[Path, Path]]:
    """Yield the documents at paths, each with its path below the folder it was found in; see `paths.find`.

    Reports in JSON are among them. What holds none is yielded itself: reading it says why.
    """
    for path in paths:
        found = False
        for file in find(path, _FOUND, pass_over):
            found = True
            is_inside = os.path.isdir(path) and file != path
            yield Path(file), Path(os.path.relpath(file, path) if is_inside else Path(file).resolve().name)
        if not found:
            yield Path(path), Path(Path(path).resolve().name)


def find_extract_jobs(
    paths: Iterable[str], output: Path, evidence: Path | None = None, pass_over: PassOver = nobody
) -> list[ExtractJob]:
    """Return the jobs whose reports go into the folder `output`, named as the documents are.

    Documents that differ in their suffix only keep it in the name; NDJSON files stay what they are. What was written
    before is no document: JSON in the folders of the reports and of the evidence. Raises SameOutput where others would
    be written to one file.
    """
    written = [place.resolve() for place in (output, evidence) if place is not None]
    found = {
        path: below
        for path, below in documents(paths, pass_over)
        if not (_is_json(path) and any(path.resolve().is_relative_to(place) for place in written))
    }
    names = Counter(below.with_suffix("") for below in found.values() if not _has_lines(below))
    jobs: dict[Path, ExtractJob] = {}
    for path, below in found.items():
        if _has_lines(below):
            jobs[below] = ExtractJob(path, output / below)
            continue
        is_alone = names[below.with_suffix("")] == 1
        name = below.with_suffix(".json") if is_alone else below.with_name(f"{below.name}.json")
        if name in jobs:
            raise SameOutput(jobs[name].path, path, output / name)
        jobs[name] = ExtractJob(path, output / name, evidence / name if evidence else None)
    return list(jobs.values())


def extract_all(
    found: Sequence[ExtractJob],
    *,
    format: Format | Literal["auto"] = "auto",
    replace: bool = False,
    jobs: int = 1,
    limits: Limits | None = None,
    given: Given = NOTHING,
) -> Iterator[Extracted]:
    """Read every document and write its report; yield what became of each, in their order.

    Documents are read in `jobs` processes, each within the time and the memory of the `limits`, and written by this
    one: none of those processes leaves anything half-written, however it ends. A report that is there already is kept,
    and its document skipped, unless `replace` is true: a run that was broken off is taken up by calling it again.
    What is `given` counts for every document.
    """
    limits = limits or Limits()
    with ExitStack() as stack:
        workers: Pool[Reading, ReadApart] | None = None
        waiting: deque[tuple[ExtractJob, Future[ReadApart] | Extracted]] = deque()
        for job in found:
            known = _without_reading(job, replace)
            if known is None and job.data is None and _is_json(job.path):
                known = _taken(job, replace, limits, given)
            if known is None:
                workers = workers or stack.enter_context(pool(jobs, _read, prepare))
                source = job.path if job.data is None else job.data
                reading = Reading(source, format, limits, given, with_evidence=job.evidence is not None)
                waiting.append((job, workers.submit(reading, allowance(limits))))
            else:
                waiting.append((job, known))
            while waiting and (len(waiting) >= jobs * _AHEAD or _is_done(waiting[0][1])):
                yield _extracted(*waiting.popleft(), replace)
        while waiting:
            yield _extracted(*waiting.popleft(), replace)


class ReadApart(NamedTuple):
    """What was read of a document: the bytes of its report, where there is one, and of its evidence, if asked for."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    report: bytes | None = None
    evidence: bytes | None = None


def _without_reading(job: ExtractJob, replace: bool) -> Extracted | None:
    """Return what becomes of a job without its document being read, None where it has to be."""
    if job.path.is_dir():
        return _failed(job, "folder-empty" if os.access(job.path, os.R_OK) else "file-forbidden")
    if job.output is None or replace or not job.output.exists():
        return None
    was_whole = was_all_taken(job.path, job.output) if _is_json(job.path) else is_whole(job.output)
    return None if was_whole is None else Extracted(job.path, job.output, "skipped", was_whole=was_whole)


def _is_json(path: Path) -> bool:
    return suffix(str(path)) in REPORT_SUFFIXES


def _has_lines(path: Path) -> bool:
    return suffix(str(path)) in LINES_SUFFIXES


def _taken(job: ExtractJob, replace: bool, limits: Limits, given: Given) -> Extracted:
    """Return what becomes of reports, or work plans, that are in JSON already: they are taken over in canonical form.

    JSON that declares no layout is something else, and is told to be.
    """
    from govreport.batches.adopting import adopt

    taken = adopt(job.path, job.output, limits, given, replace=replace)
    findings = () if taken.outcome == "other" else taken.findings
    return Extracted(job.path, job.output, taken.outcome, findings, taken.failure, taken.report)


def _read(reading: Reading) -> ReadApart:
    """Read one document, in a process of its own; whatever goes wrong is a finding."""
    try:
        found = read(reading)
        if isinstance(found, Finding):
            return ReadApart("none", (found,))
        findings = (*found.problems, *found.notes)
        report = codec.write(found.value) if found.completeness != "none" else None
        path = str(reading.source) if isinstance(reading.source, Path) else STDIN
        evidence = write_evidence(found, path) if reading.with_evidence else None
        return ReadApart(found.completeness, findings, report, evidence)
    except MemoryError:
        raise
    # A defect of this library must not stop the reading of all other documents; the run reports it and fails.
    except Exception as error:
        return ReadApart("none", (_internal(error),))


def _is_done(outcome: "Future[ReadApart] | Extracted") -> bool:
    return isinstance(outcome, Extracted) or outcome.done()


def _extracted(job: ExtractJob, outcome: "Future[ReadApart] | Extracted", replace: bool) -> Extracted:
    """Return what became of a job, once its document is read, and write what was read."""
    if isinstance(outcome, Extracted):
        return outcome
    try:
        found = retrieve(outcome)
    except UnreadableDocument as error:
        return Extracted(job.path, job.output, "none", (error.finding,))
    except Exception as error:
        return Extracted(job.path, job.output, "none", (_internal(error),))
    if job.output is not None and job.output.exists() and not replace and not job.is_single:
        return Extracted(job.path, job.output, "skipped", was_whole=found.outcome == "whole")
    try:
        # The report comes last: where it is, all of its document is.
        if job.evidence is not None and found.evidence is not None:
            _write(job.evidence, found.evidence, replace=replace or not job.is_single)
        if found.report is not None and job.output is not None:
            _write(job.output, found.report, replace=replace)
    except OSError as error:
        return Extracted(job.path, job.output, "unwritten", failure=error)
    report = found.report if job.output is None else None
    return Extracted(job.path, job.output, found.outcome, found.findings, report=report)


def _write(path: Path, data: bytes, *, replace: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, data, replace=replace, keep_same=True)


def _failed(job: ExtractJob, code: str) -> Extracted:
    finding = Finding(code=code, severity=Severity.ERROR, parameters={})
    return Extracted(job.path, job.output, "none", (finding,))


def _internal(error: Exception) -> Finding:
    reason = cut(f"{type(error).__name__}: {error}")
    return Finding(code="internal-error", severity=Severity.ERROR, parameters={"reason": reason})
