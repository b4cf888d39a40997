"""Many files: found in folders and by patterns, checked in order, one outcome for each document.

Documents stream through: nothing is kept of a file once its outcome is handed on, so that memory does
not grow with the number of files. A clean document costs no more than the gate.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from govreport.batches.outcomes import CHECKED_SUFFIXES, Checked, broken_down, with_data
from govreport.batches.paths import STDIN, PassOver, find, nobody
from govreport.batches.single import Asked, check_each
from govreport.batches.sources import Job, find_jobs
from govreport.batches.workers import processors
from govreport.formats import SUFFIXES, Format, starts_as_json, suffix
from govreport.given import NOTHING, Given
from govreport.validation.reading import LARGEST_FILE

if TYPE_CHECKING:
    from concurrent.futures import Future

    from govreport.batches.archive import Archive
    from govreport.documents.limits import Limits

_CHUNK = 64
# What it takes to read a document of a format, in milliseconds of processor time, and from how many on processes
# pay. Each costs 300 to 600 ms to begin with, which 40 web pages or DOCX do not make good: with two of them they took
# 1.0 to 1.5 times as long on two busy processors. JSON counts for nothing: two processes took 15 to 37 % more
# processor time for 6,000 to 100,000 files, 0.7 to 1.4 times as long on the clock, and 5 MB more; on free processors
# they would save half a second of 16,000 files. Whoever has many more asks for them.
_COSTS: Mapping[Format, int] = {"docx": 16, "xlsx": 66, "pdf": 400}
_USUAL_COST = 8
_WORTH_PROCESSES = 1000
# Among so many jobs it shows what there is; so many outcomes may wait for one before them.
_LOOKED_AT = 1000
# So many pieces of work for each process keep it busy; more would only fill the memory.
_AHEAD = 4
_Submit = Callable[[list[Job]], "Future[list[Checked]]"]


def check_all(
    paths: Sequence[str],
    *,
    jobs: int | None = None,
    limits: "Limits | None" = None,
    ignored: frozenset[str] = frozenset(),
    given: Given = NOTHING,
    pass_over: PassOver = nobody,
    previous: "Archive | None" = None,
    bodies: "Archive | None" = None,
    explanations: str | None = None,
) -> Iterator[Checked]:
    """Check every document at `paths`, in a stable order, and yield one outcome for each.

    A path is a file, a folder or a pattern as `paths.find` takes them, or "-" for standard input; reports in JSON
    are looked for, and published documents. `.ndjson` files hold one document on each line; standard input does
    too if its first line is a whole document and there are more. What cannot be read or checked gives an outcome
    with a finding. What a folder holds besides is told to `pass_over`. Rules about
    statements that are `ignored` are not asked. What is `given` counts for every document. Every report is held
    against that of the year before in `previous`, and a consolidated one against those in `bodies`, where these are
    given. The file with `explanations` of a published document is the one beside it, unless one is named.

    Published documents are read in processes of their own, each within the time and the memory of the `limits`: in
    `jobs` processes, or in as many as there are processors where there is so much to read that it pays, else in one.
    JSON is checked in this process, unless several `jobs` are asked for.
    """
    found = find_jobs(paths, CHECKED_SUFFIXES, pass_over, limits.file_size if limits is not None else LARGEST_FILE)
    asked = Asked(limits, ignored, given, previous, bodies, explanations)
    if jobs is not None:
        return _check_in_order(_chunks(found) if jobs > 1 else ([job] for job in found), jobs, asked)
    first, is_much = _look_ahead(found)
    return _check_in_order(([job] for job in chain(first, found)), processors() if is_much else 1, asked)


def count(paths: Sequence[str]) -> int:
    """Return how many files `check_all` would read for the same paths."""
    return sum(1 for path in paths for _ in find(path, CHECKED_SUFFIXES))


def _look_ahead(found: Iterator[Job]) -> tuple[list[Job], bool]:
    """Return the first jobs, and whether they are so much work that processes pay.

    It does not look beyond a line of a file or of standard input: lines would fill the memory, and whoever sends
    them one by one waits for each answer.
    """
    first: list[Job] = []
    cost = 0
    for job in islice(found, _LOOKED_AT):
        first.append(job)
        cost += _cost(job)
        if cost >= _WORTH_PROCESSES or job.data is not None:
            break
    return first, cost >= _WORTH_PROCESSES


def _cost(job: Job) -> int:
    form = SUFFIXES.get(suffix(job.path)) if job.is_published else None
    return 0 if form is None else _COSTS.get(form, _USUAL_COST)


def _check_in_order(pieces: Iterable[list[Job]], workers: int, asked: Asked) -> Iterator[Checked]:
    """Yield the outcomes of pieces of work in their order, some done here and some in processes meanwhile."""
    with ExitStack() as stack:
        submit: _Submit | None = None
        waiting: deque[tuple[list[Job], Future[list[Checked]] | list[Checked]]] = deque()
        running = 0
        for piece in pieces:
            if len(piece) > 1 or _is_read_apart(piece[0]):
                submit = submit or stack.enter_context(_pool(workers, asked))
                waiting.append((piece, submit(piece)))
                running += 1
            elif waiting:
                waiting.append((piece, list(check_each(piece, asked))))
            else:
                yield from check_each(piece, asked)
            # Whoever sends lines one by one waits for each answer.
            is_awaited = piece[-1].data is not None
            while waiting and (
                is_awaited or running >= workers * _AHEAD or len(waiting) >= _LOOKED_AT or _is_done(waiting[0][1])
            ):
                running -= not isinstance(waiting[0][1], list)
                yield from _outcomes(*waiting.popleft())
        while waiting:
            yield from _outcomes(*waiting.popleft())


def _is_read_apart(job: Job) -> bool:
    """Tell whether a document is read in a process of its own: one that was published, or may have been."""
    if job.path == STDIN and job.document is None and job.data is not None:
        return not starts_as_json(job.data)
    return job.is_published


def _is_done(outcomes: "Future[list[Checked]] | list[Checked]") -> bool:
    return isinstance(outcomes, list) or outcomes.done()


def _outcomes(piece: list[Job], outcomes: "Future[list[Checked]] | list[Checked]") -> list[Checked]:
    """Return the outcomes of a piece of work, once it is done."""
    if isinstance(outcomes, list):
        return outcomes
    from govreport.batches.workers import retrieve
    from govreport.documents.limits import UnreadableDocument

    try:
        return retrieve(outcomes)
    except UnreadableDocument as error:
        return [with_data(job, Checked(job.path, job.document, None, (error.finding,))) for job in piece]
    # Nor must one that shows in the handing over.
    except Exception as error:
        return [broken_down(job, error) for job in piece]


@contextmanager
def _pool(workers: int, asked: Asked) -> "Iterator[_Submit]":
    """Give what submits a piece of work to processes; only what is read apart is bounded."""
    from govreport.batches.workers import Allowance, pool
    from govreport.documents.limits import Limits

    allowed = asked.limits or Limits()
    with pool(workers, partial(_check_chunk, asked=asked), _prepare) as processes:

        def submit(piece: list[Job]) -> "Future[list[Checked]]":
            is_bounded = any(map(_is_read_apart, piece))
            return processes.submit(piece, Allowance(allowed.seconds, allowed.memory) if is_bounded else Allowance())

        yield submit


def _prepare(piece: list[Job]) -> None:
    from govreport.batches.apart import prepare_for  # and with it what checking takes

    for job in piece:
        prepare_for(job.path)


def _chunks(found: Iterator[Job]) -> Iterator[list[Job]]:
    """Yield the jobs in pieces of work; a published document, which may cost so much and no more, is one by itself."""
    chunk: list[Job] = []
    for job in found:
        if chunk and (len(chunk) == _CHUNK or _is_read_apart(job) or _is_read_apart(chunk[0])):
            yield chunk
            chunk = []
        chunk.append(job)
    if chunk:
        yield chunk


def _check_chunk(chunk: list[Job], asked: Asked) -> list[Checked]:
    return list(check_each(chunk, asked))
