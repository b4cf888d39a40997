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


class Task(NamedTuple):
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


def plan(paths: Iterable[str], output: Path, evidence: Path | None = None, pass_over: PassOver = nobody) -> list[Task]:
    """Return the tasks whose reports go into the folder `output`, named as the documents are.

    Documents that differ in their suffix only keep it in the name. Raises SameOutput where others would be
    written to one file.
    """
    found = dict(documents(paths, pass_over))
    names = Counter(below.with_suffix("") for below in found.values())
    tasks: dict[Path, Task] = {}
    for path, below in found.items():
        is_alone = names[below.with_suffix("")] == 1
        name = below.with_suffix(".json") if is_alone else below.with_name(f"{below.name}.json")
        if name in tasks:
            raise SameOutput(tasks[name].path, path, output / name)
        tasks[name] = Task(path, output / name, evidence / name if evidence else None)
    return list(tasks.values())


def extract_all(
    tasks: Sequence[Task],
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
    if jobs == 1 or len(tasks) < 2:
        yield from map(work, tasks)
        return
    with pool(min(jobs, len(tasks))) as executor:
        yield from executor.map(guarded(work), tasks)


def run(task: Task, format: Format | Literal["auto"], replace: bool, limits: Limits | None) -> Extracted:
    """Read one document; whatever goes wrong is a finding."""
    if task.path.is_dir():
        return _failed(task, "folder-empty" if os.access(task.path, os.R_OK) else "file-forbidden")
    if task.output.exists() and not replace:
        return Extracted(task.path, task.output, "skipped")
    try:
        extraction = extract(task.path if task.data is None else task.data, format=format, limits=limits)
        findings = (*extraction.problems, *extraction.notes)
        if extraction.completeness != "none":
            task.output.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(task.output, codec.write(extraction.value), replace=replace)
        if task.evidence is not None:
            task.evidence.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(task.evidence, write_evidence(extraction, str(task.path)), replace=True)
        return Extracted(task.path, task.output, extraction.completeness, findings)
    except UnreadableDocument as error:
        return Extracted(task.path, task.output, "none", (error.finding,))
    except OSError as error:
        # Reading raises none: what cannot be read is a finding.
        return Extracted(task.path, task.output, "unwritten", failure=error)
    # A defect of this library must not stop the reading of all other documents; the run reports it and fails.
    except Exception as error:
        return _failed(task, "internal-error", reason=cut(f"{type(error).__name__}: {error}"))


def _failed(task: Task, code: str, **parameters: str) -> Extracted:
    finding = Finding(code=code, severity=Severity.ERROR, parameters=parameters)
    return Extracted(task.path, task.output, "none", (finding,))
