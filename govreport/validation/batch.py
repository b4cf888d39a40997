"""Many files: found in folders and by patterns, checked in order, one outcome for each document.

Documents stream through: nothing is kept of a file once its outcome is handed on, so that memory does
not grow with the number of files. A clean document costs no more than the gate.
"""

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from govreport.validation.gate import LARGEST_DOCUMENT, Judgement, declared_layout, judge
from govreport.validation.reading import read_document

if TYPE_CHECKING:
    from govreport.findings import Finding
    from govreport.validation.result import Result

STDIN = "-"
DOCUMENT_SUFFIXES = (".json",)
LINES_SUFFIXES = (".ndjson", ".jsonl")
# What conversion writes beside its output is no report; in a folder it is passed over.
LOSSES_SUFFIXES = (".losses.json", ".losses.ndjson")
_CHUNK = 64
# Starting processes takes longer than checking a few thousand clean files.
_WORTH_PROCESSES = 4000


class Checked(NamedTuple):
    """The outcome of one document: its path, its line in an NDJSON file, its layout and what was found.

    A plain tuple, because a run over clean files should not have to load the attrs classes.
    """

    path: str
    document: int | None
    layout: str | None
    findings: "tuple[Finding, ...]" = ()


class Task(NamedTuple):
    """A document to check: a file still to be read, bytes at hand, or a refusal (the code of a finding)."""

    path: str
    document: int | None = None
    data: bytes | None = None
    refusal: str | None = None


def check_all(paths: Sequence[str], *, jobs: int | None = None) -> Iterator[Checked]:
    """Check every document at `paths`, in a stable order, and yield one outcome for each.

    A path is a file, a folder (searched through, hidden folders left out), a pattern such as
    `2024/*.json`, or "-" for standard input. `.ndjson` files hold one document on each line; standard
    input does too if its first line is a whole document and there are more. What cannot be read or
    checked gives an outcome with a finding; nothing is passed over in silence.

    `jobs` processes share the work; None takes as many as there are processors once there are enough
    files for it to pay.
    """
    found = tasks(paths)
    if jobs == 1:
        return map(_check, found)
    first = list(islice(found, _WORTH_PROCESSES if jobs is None else _CHUNK))
    workers = jobs or _processors()
    if workers == 1 or len(first) < (_WORTH_PROCESSES if jobs is None else 2):
        return map(_check, chain(first, found))
    return _check_in_processes(chain(first, found), workers)


def count(paths: Sequence[str]) -> int:
    """Return how many files `check_all` would read for the same paths."""
    return sum(1 for path in paths for _ in _files(path))


def is_single(path: str) -> bool:
    """Tell whether a path stands for one file: it is neither a folder nor a pattern."""
    return path == STDIN or not (os.path.isdir(path) or _is_pattern(path))


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _check_in_processes(found: Iterator[Task], workers: int) -> Iterator[Checked]:
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor

    chunks = iter(lambda: list(islice(found, _CHUNK)), [])
    with ProcessPoolExecutor(workers, initializer=_leave_interrupts_to_the_parent) as pool:
        # A few chunks ahead keep the workers busy; more would only fill the memory.
        running: deque[Future[list[Checked]]] = deque(
            pool.submit(_check_chunk, chunk) for chunk in islice(chunks, workers * 4)
        )
        while running:
            yield from running.popleft().result()
            running.extend(pool.submit(_check_chunk, chunk) for chunk in islice(chunks, 1))


def _leave_interrupts_to_the_parent() -> None:
    """A worker that is interrupted would print a traceback; the parent ends them all."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_chunk(chunk: list[Task]) -> list[Checked]:
    return [_check(task) for task in chunk]


def read(task: Task) -> bytes | Checked:
    """Return the bytes of a document, or the outcome that says why there are none."""
    if task.refusal is not None:
        return _refused(task, task.refusal, suffix=os.path.splitext(task.path)[1])
    data = read_document(task.path) if task.data is None else task.data
    return data if isinstance(data, bytes) else Checked(task.path, task.document, None, (data,))


def outcome(task: Task, result: "Result") -> Checked:
    """Return the outcome of a document with this result, its findings placed in the file."""
    findings = result.findings
    if task.document is not None:
        import attrs

        # A document is one line of its file: the line of a finding is the line of the document.
        findings = tuple(attrs.evolve(f, line=task.document) if f.line is not None else f for f in findings)
    return Checked(task.path, task.document, result.layout, findings)


def _check(task: Task) -> Checked:
    try:
        if task.refusal == "file-unsupported":
            return _check_published(task)
        data = read(task)
        if not isinstance(data, bytes):
            return data
        if judge(data) is Judgement.CLEAN:
            return Checked(task.path, task.document, declared_layout(data))
        return _examine(task, data)
    # A defect of this library must not stop the check of all other files; the run reports it and fails.
    except Exception as error:
        from govreport.findings import cut

        return _refused(task, "internal-error", reason=cut(f"{type(error).__name__}: {error}"))


def _check_published(task: Task) -> Checked:
    """Return the outcome of a web page, a PDF and the like, or the refusal of a file of any other kind."""
    from govreport.checking import check
    from govreport.documents.detecting import is_supported

    if not is_supported(task.path):
        return _refused(task, "file-unsupported", suffix=os.path.splitext(task.path)[1])
    return outcome(task, check(task.path))


def _examine(task: Task, data: bytes) -> Checked:
    from govreport.validation.validate import validate_bytes

    return outcome(task, validate_bytes(data))


def _refused(task: Task, code: str, **parameters: str) -> Checked:
    from govreport.findings import Finding, Severity

    finding = Finding(code=code, severity=Severity.ERROR, parameters=parameters)
    return Checked(task.path, task.document, None, (finding,))


def tasks(paths: Iterable[str]) -> Iterator[Task]:
    """Yield a task for each document at the paths, in a stable order; see `check_all` for what a path may be."""
    for path in paths:
        found = False
        for file, refusal in _files(path):
            found = True
            if refusal is not None:
                yield Task(file, refusal=refusal)
            elif file == STDIN:
                yield from _standard_input()
            elif file.endswith(LINES_SUFFIXES):
                yield from _lines_of_file(file)
            else:
                yield Task(file)
        if not found:
            yield Task(path, refusal="folder-empty" if os.path.isdir(path) else "file-missing")


def _files(path: str) -> Iterator[tuple[str, str | None]]:
    """Yield (file, refusal) for each file that a path stands for, in order."""
    if path == STDIN:
        yield path, None
    elif os.path.isdir(path):
        yield from _folder(path)
    elif _is_pattern(path):
        matches = (match for match in glob.glob(path, recursive=True) if not match.endswith(LOSSES_SUFFIXES))
        for match in sorted(matches):
            yield from _folder(match) if os.path.isdir(match) else ((match, _unsupported(match)),)
    else:
        yield path, _unsupported(path) if os.path.exists(path) else None


def _is_pattern(path: str) -> bool:
    return not os.path.lexists(path) and glob.has_magic(path)


def _folder(folder: str) -> Iterator[tuple[str, str | None]]:
    try:
        with os.scandir(folder) as entries:
            # Names only, so that a folder of a hundred thousand files stays small in memory.
            names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError:
        yield folder, "file-forbidden"
        return
    for name, is_folder in names:
        if is_folder:
            if not name.startswith("."):
                yield from _folder(os.path.join(folder, name))
        elif name.endswith(DOCUMENT_SUFFIXES + LINES_SUFFIXES) and not name.endswith(LOSSES_SUFFIXES):
            yield os.path.join(folder, name), None


def _unsupported(path: str) -> str | None:
    return None if path.lower().endswith(DOCUMENT_SUFFIXES + LINES_SUFFIXES) else "file-unsupported"


def _lines_of_file(path: str) -> Iterator[Task]:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise OSError
        file = open(path, "rb")  # noqa: SIM115 - closed below, once the lines are used up
    except OSError:
        yield Task(path)  # reading it again says why it cannot be read
        return
    with file:
        yield from _lines(path, iter(lambda: file.readline(LARGEST_DOCUMENT + 2), b""))


def _lines(path: str, lines: Iterator[bytes]) -> Iterator[Task]:
    """Yield a task for each line that is not blank; what is too long for a line is passed over, but counted."""
    number, is_rest, found = 0, False, False
    for line in lines:
        if not is_rest:
            number += 1
            if line.strip():
                found = True
                yield Task(path, number, line.rstrip(b"\r\n"))
        is_rest = not line.endswith(b"\n")
    if not found:
        yield Task(path, data=b"")


def _standard_input() -> Iterator[Task]:
    """Yield what stands on standard input: a document on each line if the first line is one, else one document."""
    file = sys.stdin.buffer
    first = file.readline(LARGEST_DOCUMENT + 2)
    if first.startswith(b"{") and first.rstrip().endswith(b"}"):
        yield from _lines(STDIN, chain([first], iter(lambda: file.readline(LARGEST_DOCUMENT + 2), b"")))
    else:
        yield Task(STDIN, data=first + file.read(max(0, LARGEST_DOCUMENT + 1 - len(first))))
