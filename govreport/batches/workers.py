"""A pool of processes: as many as it takes, each ended and replaced where a document costs too much.

`concurrent.futures` has one for processes, which is broken for good once one of them is killed; so its threads are
used here, one for each process.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

    from govreport.batches.serving import Work
    from govreport.batches.worker import Worker, WorkerEnded
    from govreport.documents.limits import UnreadableDocument

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
# Memory grows by some hundred megabytes while nobody looks.
_PAUSE = 0.05
# A process that holds more than this part of what a document may take is replaced before it gets the next.
_SHARE = 2


class Allowance(NamedTuple):
    """What one item may cost: seconds of the processor or four times as many of the clock, bytes of resident memory.

    None bounds nothing.
    """

    seconds: float | None = None
    memory: int | None = None


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextmanager
def pool(
    number: int, do: Callable[[Item], Outcome], prepare: Callable[[Item], object]
) -> "Iterator[Pool[Item, Outcome]]":
    """Give up to so many processes to work with; they are ended with the block, in the midst of work if it is left.

    `do` and `prepare`, which is called before it and whose time is not counted, are functions of modules.
    """
    from govreport.batches.serving import Work

    workers: Pool[Item, Outcome] = Pool(number, Work(do, prepare))
    try:
        yield workers
    finally:
        workers.end()


class Pool(Generic[Item, Outcome]):
    """Takes items, and gives what becomes of them in any order. A process is started only when there is work for it."""

    def __init__(self, number: int, work: "Work") -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._work = work
        self._turns = _Turns()
        self._here = threading.local()
        self._workers: set[Worker] = set()
        self._is_ended = threading.Event()
        self._threads = ThreadPoolExecutor(number, "govreport-worker")
        self._watcher = threading.Thread(target=self._watch, name="govreport-watcher", daemon=True)
        self._watcher.start()

    def submit(self, item: Item, allowance: Allowance) -> "Future[Outcome]":
        """Return what will become of an item.

        Its result raises UnreadableDocument where it cost more than is allowed, or where the process ended over it
        twice: the second time it had the machine to itself, as far as this pool is concerned.
        """
        return self._threads.submit(self._try, item, allowance)

    def end(self) -> None:
        """End all processes; what was not done is given up."""
        self._is_ended.set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        # A process that was just being started is ended by its thread, which looks whether all is at its end.
        for worker in list(self._workers):
            worker.end()
        self._threads.shutdown()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._is_ended.wait(_PAUSE):
            for worker in list(self._workers):
                worker.watch()

    def _try(self, item: Item, allowance: Allowance) -> Outcome:
        from govreport.batches.worker import WorkerEnded

        with self._turns.together():
            try:
                return self._ask(item, allowance)
            except WorkerEnded as ended:
                if ended.excess is not None or self._is_ended.is_set():
                    raise _refusal(ended, allowance) from None
        with self._turns.alone():
            try:
                return self._ask(item, allowance)
            except WorkerEnded as ended:
                raise _refusal(ended, allowance) from None

    def _ask(self, item: Item, allowance: Allowance) -> Outcome:
        worker = self._worker()
        try:
            outcome: Outcome = worker.ask(self._work, item, *allowance)
        finally:
            is_swollen = allowance.memory is not None and worker.resident * _SHARE > allowance.memory
            if is_swollen or not worker.is_alive:
                self._dismiss(worker)
        return outcome

    def _worker(self) -> "Worker":
        """Return the process of this thread; raises WorkerEnded where no more work is to be done."""
        from govreport.batches.worker import Worker, WorkerEnded

        worker: Worker | None = getattr(self._here, "worker", None)
        if worker is not None and not worker.is_alive:
            self._dismiss(worker)
            worker = None
        if worker is None:
            if self._is_ended.is_set():
                raise WorkerEnded(None)
            worker = self._here.worker = Worker()
            self._workers.add(worker)
            if self._is_ended.is_set():
                worker.end()
        return worker

    def _dismiss(self, worker: "Worker") -> None:
        worker.end()
        self._workers.discard(worker)
        self._here.worker = None


class _Turns:
    """Lets any number of threads work together, or one alone; who wants to be alone goes first."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._working = 0
        self._wanting = 0

    @contextmanager
    def together(self) -> Iterator[None]:
        """Work while nobody is alone."""
        with self._changed:
            self._changed.wait_for(lambda: not self._wanting)
            self._working += 1
        try:
            yield
        finally:
            with self._changed:
                self._working -= 1
                self._changed.notify_all()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Work while nobody else does."""
        with self._changed:
            self._wanting += 1
            self._changed.wait_for(lambda: not self._working)
            self._working += 1
        try:
            yield
        finally:
            with self._changed:
                self._working -= 1
                self._wanting -= 1
                self._changed.notify_all()


def _refusal(ended: "WorkerEnded", allowance: Allowance) -> "UnreadableDocument":
    from govreport.documents.limits import UnreadableDocument

    if ended.excess is not None:
        allowed = allowance.seconds if ended.excess == "seconds" else allowance.memory
        return UnreadableDocument("limit-exceeded", limit=ended.excess, allowed=allowed)
    return UnreadableDocument("reader-crashed", reason=str(ended))


def retrieve(future: "Future[Outcome]") -> Outcome:
    """Return what became of an item; an interruption meets the wait for it on every system."""
    from concurrent.futures import TimeoutError

    while True:
        with suppress(TimeoutError):
            return future.result(1.0)
