"""Documents worked through in a stable order: JSON here, published documents in processes of their own meanwhile."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from govreport.batches.apart import allowance
from govreport.batches.sources import Job
from govreport.batches.workers import Pool, pool, processors, retrieve
from govreport.documents.limits import Limits

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Answer = TypeVar("Answer")
Outcome = TypeVar("Outcome")
# So many documents for each process keep it busy; more would only fill the memory.
_AHEAD = 4


class Apart(NamedTuple, Generic[Item, Answer, Outcome]):
    """How a published document is worked on in a process: what is sent there, done there, and made of the answer.

    `do` and `prepare` are functions of modules, as `pool` takes them. `finish` is called in this process with a
    function that gives the answer, or raises what became of it instead.
    """

    item: Callable[[Job], Item]
    do: Callable[[Item], Answer]
    prepare: Callable[[Item], object]
    finish: Callable[[Job, Callable[[], Answer]], Outcome]


def in_order(
    found: Iterable[Job],
    here: Callable[[Job], Outcome],
    apart: Apart[Item, Answer, Outcome],
    *,
    limits: Limits,
    jobs: int | None = None,
) -> Iterator[Outcome]:
    """Yield what becomes of every job, in their order."""
    workers = jobs or processors()
    with ExitStack() as stack:
        processes: Pool[Item, Answer] | None = None
        waiting: deque[tuple[Job, Future[Answer] | None, Outcome | None]] = deque()

        def outcome(job: Job, answer: "Future[Answer] | None", done: Outcome | None) -> Outcome:
            if answer is None:
                assert done is not None  # it was done here
                return done
            coming = answer
            return apart.finish(job, lambda: retrieve(coming))

        for job in found:
            if job.refusal is None and job.is_published:
                processes = processes or stack.enter_context(pool(workers, apart.do, apart.prepare))
                waiting.append((job, processes.submit(apart.item(job), allowance(limits)), None))
            elif waiting:
                waiting.append((job, None, here(job)))
            else:
                yield here(job)
            while waiting and (len(waiting) >= workers * _AHEAD or waiting[0][1] is None):
                yield outcome(*waiting.popleft())
        while waiting:
            yield outcome(*waiting.popleft())
