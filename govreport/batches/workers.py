"""What all work that is shared among processes has in common."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextmanager
def pool(workers: int) -> "Iterator[ProcessPoolExecutor]":
    """Give processes to work with; where the work is broken off they are ended, not waited for.

    What they are given to do must be `guarded`.
    """
    # One file alone never pays for loading this.
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(workers, initializer=_obey)
    try:
        yield executor
    except BaseException:
        _end(executor)
        raise
    executor.shutdown()


def guarded(work: Callable[[Item], Outcome]) -> Callable[[Item], Outcome]:
    """Return work for a process of a `pool`: ended in the midst of it, it leaves nothing half-written behind."""
    return partial(_work, work)


def _work(work: Callable[[Item], Outcome], item: Item) -> Outcome:
    try:
        return work(item)
    except SystemExit:
        # Nobody waits for an answer, and the next piece of work must not be begun.
        os._exit(1)


def _end(executor: "ProcessPoolExecutor") -> None:
    # There is no public way to end them before Python 3.14; shutdown() forgets them, so they are looked up before it.
    for process in list((getattr(executor, "_processes", None) or {}).values()):
        process.terminate()
    executor.shutdown(cancel_futures=True)


def _obey() -> None:
    """Leave interruptions, of which a worker would print a traceback, to the parent, which ends it by a signal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
