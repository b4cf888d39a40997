"""Many files: found in folders and by patterns, checked in order, one outcome for each document.

Documents stream through: nothing is kept of a file once its outcome is handed on, so that memory does
not grow with the number of files. A clean document costs no more than the gate.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from govreport.formats import PUBLISHED_SUFFIXES, REPORT_SUFFIXES, SUFFIXES, Format, suffix
from govreport.paths import STDIN, PassOver, find, nobody
from govreport.validation.gate import LARGEST_DOCUMENT, Judgement, declared_layout, judge
from govreport.validation.reading import LARGEST_FILE, read_document
from govreport.validation.tasks import Task, tasks
from govreport.workers import guarded, pool, processors

if TYPE_CHECKING:
    from govreport.documents.limits import Limits
    from govreport.findings import Finding
    from govreport.validation.result import Result

CHECKED_SUFFIXES = REPORT_SUFFIXES | PUBLISHED_SUFFIXES
_CHUNK = 64
# What it takes to read a document of a format, in milliseconds of processor time, and from how many on processes
# pay. Each costs 300 to 600 ms to begin with, which 40 web pages or DOCX do not make good: with two of them they took
# 1.0 to 1.5 times as long on two busy processors. JSON counts for nothing: two processes took 15 to 37 % more
# processor time for 6,000 to 100,000 files, 0.7 to 1.4 times as long on the clock, and 5 MB more; on free processors
# they would save half a second of 16,000 files. Whoever has many more asks for them.
_COSTS: Mapping[Format, int] = {"docx": 16, "xlsx": 66, "pdf": 400}
_USUAL_COST = 8
_WORTH_PROCESSES = 1000
# Among so many tasks it shows what there is.
_LOOKED_AT = 1000


class Checked(NamedTuple):
    """The outcome of one document: its path, its line in an NDJSON file, its layout and what was found.

    `data` is the document itself where nobody can read it again: findings point into what came from standard
    input. A plain tuple, because a run over clean files should not have to load the attrs classes.
    """

    path: str
    document: int | None
    layout: str | None
    findings: "tuple[Finding, ...]" = ()
    data: bytes | None = None


def check_all(
    paths: Sequence[str],
    *,
    jobs: int | None = None,
    limits: "Limits | None" = None,
    ignored: frozenset[str] = frozenset(),
    pass_over: PassOver = nobody,
) -> Iterator[Checked]:
    """Check every document at `paths`, in a stable order, and yield one outcome for each.

    A path is a file, a folder or a pattern as `paths.find` takes them, or "-" for standard input; reports in JSON
    are looked for, and published documents. `.ndjson` files hold one document on each line; standard input does
    too if its first line is a whole document and there are more. What cannot be read or checked gives an outcome
    with a finding. What a folder holds besides is told to `pass_over`. Rules about statements that are
    `ignored` are not asked.

    `jobs` processes share the work; None takes as many as there are processors where there are so many published
    documents that it pays, else one.
    """
    found = tasks(paths, CHECKED_SUFFIXES, pass_over, limits.file_size if limits is not None else LARGEST_FILE)
    if jobs == 1:
        return _check_each(found, limits, ignored)
    first, is_much = _look_ahead(found) if jobs is None else (list(islice(found, 2)), True)
    workers = jobs or processors()
    if workers == 1 or len(first) < 2 or not is_much:
        return _check_each(chain(first, found), limits, ignored)
    return _check_in_processes(chain(first, found), workers, limits, ignored)


def count(paths: Sequence[str]) -> int:
    """Return how many files `check_all` would read for the same paths."""
    return sum(1 for path in paths for _ in find(path, CHECKED_SUFFIXES))


def _look_ahead(found: Iterator[Task]) -> tuple[list[Task], bool]:
    """Return the first tasks, and whether they are so much work that processes pay.

    It does not look beyond a line of a file or of standard input: lines would fill the memory, and whoever sends
    them one by one waits for each answer.
    """
    first: list[Task] = []
    cost = 0
    for task in islice(found, _LOOKED_AT):
        first.append(task)
        cost += _cost(task)
        if cost >= _WORTH_PROCESSES or task.data is not None:
            break
    return first, cost >= _WORTH_PROCESSES


def _cost(task: Task) -> int:
    form = SUFFIXES.get(suffix(task.path)) if task.is_published else None
    return 0 if form is None else _COSTS.get(form, _USUAL_COST)


def _check_in_processes(
    found: Iterator[Task], workers: int, limits: "Limits | None", ignored: frozenset[str]
) -> Iterator[Checked]:
    from collections import deque
    from concurrent.futures import Future

    chunks, work = _chunks(found), guarded(partial(_check_chunk, limits=limits, ignored=ignored))
    with pool(workers) as executor:
        # A few chunks ahead keep the workers busy; more would only fill the memory.
        running: deque[Future[list[Checked]]] = deque(
            executor.submit(work, chunk) for chunk in islice(chunks, workers * 4)
        )
        while running:
            yield from running.popleft().result()
            running.extend(executor.submit(work, chunk) for chunk in islice(chunks, 1))


def _chunks(found: Iterator[Task]) -> Iterator[list[Task]]:
    """Yield the tasks in pieces of work; a published document, which takes far longer than JSON, ends one."""
    chunk: list[Task] = []
    for task in found:
        chunk.append(task)
        if len(chunk) == _CHUNK or task.is_published:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _check_chunk(chunk: list[Task], limits: "Limits | None", ignored: frozenset[str]) -> list[Checked]:
    return list(_check_each(chunk, limits, ignored))


def _check_each(found: Iterable[Task], limits: "Limits | None", ignored: frozenset[str]) -> Iterator[Checked]:
    return (_check(task, limits, ignored) for task in found)


def read(task: Task) -> bytes | Checked:
    """Return the bytes of a document in JSON, or the outcome that says why there are none."""
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
    data = task.data if task.path == STDIN and findings else None
    return Checked(task.path, task.document, result.layout, findings, data)


def _check(task: Task, limits: "Limits | None", ignored: frozenset[str]) -> Checked:
    try:
        if task.is_published:
            return _check_any(task, limits, ignored)
        data = read(task)
        if not isinstance(data, bytes):
            return data
        if limits is not None and limits.file_size < len(data) <= LARGEST_DOCUMENT:
            return _check_any(task, limits, ignored)
        if judge(data, ignored) is Judgement.CLEAN:
            return Checked(task.path, task.document, declared_layout(data))
        if task.path == STDIN and task.document is None:
            return _check_any(task, limits, ignored)
        return _examine(task, data, ignored)
    # A defect of this library must not stop the check of all other files; the run reports it and fails.
    except Exception as error:
        from govreport.findings import cut

        return _refused(task, "internal-error", reason=cut(f"{type(error).__name__}: {error}"))


def _check_any(task: Task, limits: "Limits | None", ignored: frozenset[str]) -> Checked:
    """Return the outcome of a document that may be of any format."""
    from govreport.checking import check

    return outcome(task, check(task.path if task.data is None else task.data, limits=limits, ignored=ignored))


def _examine(task: Task, data: bytes, ignored: frozenset[str]) -> Checked:
    from govreport.validation.validate import validate_bytes

    return outcome(task, validate_bytes(data, ignored))


def _refused(task: Task, code: str, **parameters: str) -> Checked:
    from govreport.findings import Finding, Severity

    finding = Finding(code=code, severity=Severity.ERROR, parameters=parameters)
    return Checked(task.path, task.document, None, (finding,))
