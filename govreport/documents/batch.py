"""Many published documents to JSON: each on its own, so that one that fails stops none of the others."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Literal, NamedTuple

from govreport.documents.detecting import MAYBE, SUFFIXES, Format
from govreport.documents.evidence import write_evidence
from govreport.documents.extraction import extract
from govreport.documents.limits import UnreadableDocument
from govreport.files import write_atomically
from govreport.findings import Finding, Severity, cut
from govreport.model import codec

Outcome = Literal["whole", "part", "none", "skipped"]


class Task(NamedTuple):
    """A document to read, and where its report and its evidence go."""

    path: Path
    output: Path
    evidence: Path | None = None


class Extracted(NamedTuple):
    """What became of a document, with what is to be said of it."""

    path: Path
    output: Path
    outcome: Outcome
    findings: tuple[Finding, ...] = ()


def documents(paths: Iterable[str]) -> Iterator[tuple[Path, Path]]:
    """Yield the documents at paths, each with its path below the folder it was found in; folders are searched."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield path, Path(path.name)
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if Path(name).suffix.lower() in (*SUFFIXES, *MAYBE):
                    yield Path(folder, name), Path(folder, name).relative_to(path)


def plan(paths: Iterable[str], output: Path, evidence: Path | None) -> list[Task]:
    """Return the tasks whose reports go into the folder `output`, named as the documents are.

    Documents that differ in their suffix only keep it in the name.
    """
    found = list(documents(paths))
    names = Counter(below.with_suffix("") for _, below in found)
    tasks = []
    for path, below in found:
        is_alone = names[below.with_suffix("")] == 1
        name = below.with_suffix(".json") if is_alone else below.with_name(f"{below.name}.json")
        tasks.append(Task(path, output / name, evidence / name if evidence else None))
    return tasks


def extract_all(
    tasks: Sequence[Task], *, format: Format | Literal["auto"] = "auto", replace: bool = False, jobs: int = 1
) -> Iterator[Extracted]:
    """Read every document and write its report; yield what became of each, in the order of completion.

    A report that is there already is kept, and its document skipped, unless `replace` is true: a run that was
    broken off is taken up by calling it again.
    """
    if jobs == 1 or len(tasks) < 2:
        for task in tasks:
            yield run(task, format, replace)
        return
    with ProcessPoolExecutor(min(jobs, len(tasks))) as pool:
        for future in as_completed([pool.submit(run, task, format, replace) for task in tasks]):
            yield future.result()


def run(task: Task, format: Format | Literal["auto"], replace: bool) -> Extracted:
    """Read one document; whatever goes wrong is a finding."""
    if task.output.exists() and not replace:
        return Extracted(task.path, task.output, "skipped")
    try:
        extraction = extract(task.path, format=format)
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
        reason = error.strerror or str(error)
        return _failed(task, "file-unreadable", reason)
    # A defect of this library must not stop the reading of all other documents; the run reports it and fails.
    except Exception as error:
        return _failed(task, "internal-error", cut(f"{type(error).__name__}: {error}"))


def _failed(task: Task, code: str, reason: str) -> Extracted:
    finding = Finding(code=code, severity=Severity.ERROR, parameters={"reason": reason})
    return Extracted(task.path, task.output, "none", (finding,))
