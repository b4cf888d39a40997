"""The far side of a worker: a process that does what it is asked to until nobody asks any more.

Requests come on standard input, answers go to standard output, both pickled. For each request there are two answers:
that the work has begun (what it takes to do any has been imported by then), and what came of it.
"""

import faulthandler
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, NamedTuple

# To import what reads a format takes less than a second, on a machine that is swamped some ten.
PREPARING = 120.0
# A document may take so many times as long by the clock as by the processor: on a busy machine all take longer.
BY_THE_CLOCK = 4
# How long after the time it has a process ends itself, which its parent should have done.
_GRACE = 10.0


class Work(NamedTuple):
    """What a worker is to do with each item; `prepare` is called before, and its time is not counted."""

    do: Callable[[Any], Any]
    prepare: Callable[[Any], object]


class Request(NamedTuple):
    """An item to work on, and how many seconds of the processor that may take, None for as many as it likes."""

    work: Work
    item: Any
    seconds: float | None


class Answer(Enum):
    """What an answer says."""

    BEGUN = auto()
    DONE = auto()
    OUT_OF_MEMORY = auto()
    FAILED = auto()


def serve(lifeline: int | None) -> None:
    """Do what is asked for until standard input ends, which it does with the parent, however that ends."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # Whatever libraries print must not get between the answers.
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    os.dup2(2, 1)
    if lifeline is not None:
        _hang_on(lifeline)
    asked: SimpleQueue[Request] = SimpleQueue()
    Thread(target=_receive, args=(requests, asked), daemon=True).start()
    while True:
        _answer(asked.get(), answers)


def _receive(requests: BinaryIO, asked: "SimpleQueue[Request]") -> None:
    """Take requests as they come, also in the midst of work, so that their end is noticed at once."""
    try:
        while True:
            asked.put(pickle.load(requests))
    except EOFError:
        os._exit(0)
    except BaseException:
        os._exit(1)


def _answer(request: Request, answers: BinaryIO) -> None:
    try:
        with _ending_after(PREPARING):
            request.work.prepare(request.item)
        _say(answers, Answer.BEGUN)
        with _ending_after(None if request.seconds is None else request.seconds * BY_THE_CLOCK):
            answer, told = Answer.DONE, request.work.do(request.item)
    except MemoryError:
        answer, told = Answer.OUT_OF_MEMORY, None
    except Exception as error:
        answer, told = Answer.FAILED, f"{type(error).__name__}: {error}"
    _say(answers, answer, told)


@contextmanager
def _ending_after(seconds: float | None) -> Iterator[None]:
    """End this process where the time has long passed: then nobody is left to do it.

    It takes neither the parent nor the lock of the interpreter, which a pattern that never ends would keep.
    """
    if seconds is None:
        yield
        return
    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _say(answers: BinaryIO, answer: Answer, told: Any = None) -> None:
    # Pickled before any of it is sent: half an answer would never end.
    answers.write(pickle.dumps((answer, told), pickle.HIGHEST_PROTOCOL))
    answers.flush()


def _hang_on(lifeline: int) -> None:
    """Let the system end this process once the other end of a pipe is closed, which nothing but the parent holds.

    The thread that waits for the end of the requests gets no turn while C code keeps the lock of the interpreter. A
    signal whose action is left to the system needs none; elsewhere than on Linux the time that is allowed has to do.
    """
    import fcntl

    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    # The parent may have ended before.
    import select

    if select.select([lifeline], [], [], 0)[0]:
        sys.exit()
