"""Many published documents to JSON: each on its own, so that one that fails stops none of the others."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from govreport.batches.paths import PassOver, find, nobody
from govreport.batches.workers import guarded, pool
from govreport.documents.evidence import write_evidence
from govreport.documents.extraction import extract
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.errors import GovReportError
from govreport.files import write_atomically
from govreport.findings import Finding, Severity, cut
from govreport.formats import PUBLISHED_SUFFIXES, Format
from govreport.model import codec

Outcome = Literal["whole", "part", "none", "skipped", "unwritten"]


class ExtractJob(NamedTuple):
    """A document to read, and where its report and its evidence go; `data` is the document if it is at hand."""

    path: Path
    output: Path
    evidence: Path | None = None
    data: bytes | None = None


class Extracted(NamedTuple):
    """What became of a document, with what is to be said of it; `failure` is why nothing could be written."""

    path: Path
    output: Path
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    failure: OSError | None = None


class SameOutput(GovReportError):
    """The reports of two documents would be written to the same file."""

    def __init__(self, first: Path, second: Path, output: Path) -> None:
        self.first, self.second, self.output = first, second, output
        super().__init__(f"{first} and {second} would both be written to {output}")


def documents(paths: Iterable[str], pass_over: PassOver = nobody) -> Iterator[tuple[Path, Path]]:
    """Yield the documents at paths, each with its path below the folder it was found in; see `paths.find`.

    What holds none is yielded itself: reading it says why.
    """
    for path in paths:
        found = False
        for file in find(path, PUBLISHED_SUFFIXES, pass_over):
            found = True
            is_inside = os.path.isdir(path) and file != path
            yield Path(file), Path(os.path.relpath(file, path) if is_inside else Path(file).resolve().name)
        if not found:
            yield Path(path), Path(Path(path).resolve().name)


def find_extract_jobs(
    paths: Iterable[str], output: Path, evidence: Path | None = None, pass_over: PassOver = nobody
) -> list[ExtractJob]:
    """Return the jobs whose reports go into the folder `output`, named as the documents are.

    Documents that differ in their suffix only keep it in the name. Raises SameOutput where others would be
    written to one file.
    """
    found = dict(documents(paths, pass_over))
    names = Counter(below.with_suffix("") for below in found.values())
    jobs: dict[Path, ExtractJob] = {}
    for path, below in found.items():
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
) -> Iterator[Extracted]:
    """Read every document and write its report; yield what became of each, in their order.

    A report that is there already is kept, and its document skipped, unless `replace` is true: a run that was
    broken off is taken up by calling it again.
    """
    work = partial(run, format=format, replace=replace, limits=limits)
    if jobs == 1 or len(found) < 2:
        yield from map(work, found)
        return
    with pool(min(jobs, len(found))) as executor:
        yield from executor.map(guarded(work), found)


def run(job: ExtractJob, format: Format | Literal["auto"], replace: bool, limits: Limits | None) -> Extracted:
    """Read one document; whatever goes wrong is a finding."""
    if job.path.is_dir():
        return _failed(job, "folder-empty" if os.access(job.path, os.R_OK) else "file-forbidden")
    if job.output.exists() and not replace:
        return Extracted(job.path, job.output, "skipped")
    try:
        extraction = extract(job.path if job.data is None else job.data, format=format, limits=limits)
        findings = (*extraction.problems, *extraction.notes)
        if extraction.completeness != "none":
            job.output.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(job.output, codec.write(extraction.value), replace=replace)
        if job.evidence is not None:
            job.evidence.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(job.evidence, write_evidence(extraction, str(job.path)), replace=True)
        return Extracted(job.path, job.output, extraction.completeness, findings)
    except UnreadableDocument as error:
        return Extracted(job.path, job.output, "none", (error.finding,))
    except OSError as error:
        # Reading raises none: what cannot be read is a finding.
        return Extracted(job.path, job.output, "unwritten", failure=error)
    # A defect of this library must not stop the reading of all other documents; the run reports it and fails.
    except Exception as error:
        return _failed(job, "internal-error", reason=cut(f"{type(error).__name__}: {error}"))


def _failed(job: ExtractJob, code: str, **parameters: str) -> Extracted:
    finding = Finding(code=code, severity=Severity.ERROR, parameters=parameters)
    return Extracted(job.path, job.output, "none", (finding,))
