"""Reports of any format at paths, each read for a table: in processes of their own where they were published."""

import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govreport.batches.outcomes import CHECKED_SUFFIXES, Checked, outcome, read
from govreport.batches.paths import PassOver, nobody
from govreport.batches.sources import Job, find_jobs
from govreport.batches.workers import processors
from govreport.corpus.reading import Reading
from govreport.corpus.reading import read as read_json
from govreport.findings import Finding, Severity, cut
from govreport.given import NOTHING, Given, OfOrgan
from govreport.results import Result

if TYPE_CHECKING:
    from concurrent.futures import Future
    from contextlib import AbstractContextManager

    from govreport.batches.workers import Pool
    from govreport.documents.limits import Limits

_AHEAD = 4
# What was read, and whether an earlier run had read it.
Read = tuple[Reading | Result, bool]


class Tabled(NamedTuple):
    """What became of a document: its report with what was found in it, or the outcome that says why it is none.

    `was_known` tells that an earlier run that was broken off had read it.
    """

    path: str
    document: int | None
    reading: Reading | None
    outcome: Checked | None = None
    is_published: bool = False
    was_known: bool = False

    @property
    def name(self) -> str:
        """The path; of a document in an NDJSON file with the line."""
        return self.path if self.document is None else f"{self.path}:{self.document}"


class Asked(NamedTuple):
    """What is asked of every document: limits, rules about words, where what is read is kept, what organs are."""

    limits: "Limits"
    words: bool
    kept: Path | None
    given: Given = NOTHING


def table_all(
    paths: Sequence[str],
    *,
    words: bool = False,
    limits: "Limits | None" = None,
    jobs: int | None = None,
    kept: Path | None = None,
    besides: Sequence[Path] = (),
    pass_over: PassOver = nobody,
    organs: Mapping[str, OfOrgan] | None = None,
) -> Iterator[Tabled]:
    """Yield what becomes of every document at the paths, in a stable order; see `check_all` for what a path may be.

    Published documents are read in `jobs` processes, each within the time and the memory of the `limits`. What was read
    of them is kept in a folder, if one is given, so that a run that was broken off is taken up by calling it again.
    Files that are themselves written by the run, `besides`, are left out. `organs` states kind and level of organs by
    their plain names.
    """
    from govreport.documents.limits import Limits

    asked = Asked(limits or Limits(), words, kept, Given(organs=organs))
    workers = jobs or processors()
    written = {os.path.realpath(path) for path in besides}
    with ExitStack() as stack:
        reading: Pool[str, Read] | None = None
        waiting: deque[tuple[Job, Future[Read] | Tabled]] = deque()
        for job in find_jobs(paths, CHECKED_SUFFIXES, pass_over, asked.limits.file_size):
            if written and os.path.realpath(job.path) in written:
                continue
            if job.refusal is None and job.is_published:
                reading = reading or stack.enter_context(_open(workers, asked))
                waiting.append((job, _submit(reading, job, asked)))
            elif waiting:
                waiting.append((job, _of_json(job, asked)))
            else:
                yield _of_json(job, asked)
            while waiting and (len(waiting) >= workers * _AHEAD or isinstance(waiting[0][1], Tabled)):
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())


def _of_json(job: Job, asked: Asked) -> Tabled:
    data = read(job)
    if isinstance(data, Checked):
        return Tabled(job.path, job.document, None, data)
    try:
        found = read_json(data, words=asked.words, given=asked.given)
    # A defect of this library must not stop the reading of all other documents; the run reports it and fails.
    except Exception as error:
        found = _internal(error)
    if isinstance(found, Result):
        return Tabled(job.path, job.document, None, outcome(job, found))
    return Tabled(job.path, job.document, found)


def _submit(reading: "Pool[str, Read]", job: Job, asked: Asked) -> "Future[Read]":
    from govreport.batches.apart import allowance

    return reading.submit(job.path, allowance(asked.limits))


def _open(workers: int, asked: Asked) -> "AbstractContextManager[Pool[str, Read]]":
    """Return the processes that read published documents; those who have none do without."""
    from govreport.batches.apart import prepare_for
    from govreport.batches.workers import pool

    return pool(workers, partial(_read, asked=asked), prepare_for)


def _read(path: str, asked: Asked) -> "Read":
    """Read one document, in a process of its own, unless it is known what was read of it."""
    from govreport.batches.keeping import keep, known
    from govreport.corpus.reading import read_published

    held = None if asked.kept is None else known(asked.kept, path, asked.limits, asked.words, asked.given)
    if held is not None and held.found is not None:
        return held.found, True
    try:
        found = read_published(path, asked.limits, words=asked.words, given=asked.given)
    except MemoryError:
        raise
    except Exception as error:
        return _internal(error), False
    if held is not None:
        keep(held, found)
    return found, False


def _done(job: Job, found: "Future[Read] | Tabled") -> Tabled:
    """Return what became of a published document once it is read."""
    from govreport.batches.workers import retrieve
    from govreport.documents.limits import UnreadableDocument

    if isinstance(found, Tabled):
        return found
    try:
        reading, was_known = retrieve(found)
    except UnreadableDocument as error:
        reading, was_known = Result(findings=(error.finding,)), False
    except Exception as error:
        reading, was_known = _internal(error), False
    if isinstance(reading, Result):
        return Tabled(job.path, None, None, outcome(job, reading), True, was_known)
    unread = outcome(job, Result(findings=reading.unread)) if reading.unread else None
    return Tabled(job.path, None, reading, unread, True, was_known)


def _internal(error: Exception) -> Result:
    reason = cut(f"{type(error).__name__}: {error}")
    return Result(findings=(Finding(code="internal-error", severity=Severity.ERROR, parameters={"reason": reason}),))
