"""A process that works on one document after another, and is ended where one takes too much time or memory.

It is started as a program of its own, not forked and not by `multiprocessing`: so the caller may have threads, its own
main module is not run again, and the process can be killed without harm to any other.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Literal

from govreport.batches.measuring import resident, worked
from govreport.batches.serving import BY_THE_CLOCK, PREPARING, Answer, Request, Work

Excess = Literal["seconds", "memory"]
_PROGRAM = """
import sys
lifeline, sys.path[:] = sys.argv[1], sys.argv[2:]
from govreport.batches.serving import serve
serve(int(lifeline) if lifeline else None)
"""
# Only Linux ends a process by this signal unless it is told otherwise.
_HAS_LIFELINE = sys.platform == "linux"


class WorkerEnded(Exception):
    """The process ended before it had an answer: for an `excess` of time or memory, or by itself if that is None."""

    def __init__(self, excess: Excess | None, code: int | None = None) -> None:
        self.excess = excess
        # A negative code is the number of the signal that ended it.
        super().__init__(excess or (f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"))


class WorkFailed(Exception):
    """The work raised an exception, which this tells in words."""


class Worker:
    """One process. `ask` may be called by one thread at a time, `watch` and `end` by any."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._excess: Excess | None = None
        self._deadline: float | None = None
        self._seconds = 0.0
        self._worked_before = 0.0
        self._memory: int | None = None
        self._process, self._lifeline = _start()

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked again."""
        return self._excess is None and self._process.poll() is None

    @property
    def resident(self) -> int:
        """How many bytes of memory it holds, 0 where nobody knows."""
        return resident(self._process.pid) or 0

    def ask(self, work: Work, item: Any, seconds: float | None, memory: int | None) -> Any:
        """Return what the work gives for an item.

        Raises WorkerEnded where the process ended over it, and WorkFailed where the work raised something.
        """
        with self._lock:
            self._memory, self._deadline, self._seconds = memory, time.monotonic() + PREPARING, PREPARING
        try:
            self._send(Request(work, item, seconds))
            answer, told = self._receive()
            if answer is Answer.BEGUN:
                with self._lock:
                    self._deadline = time.monotonic() + seconds if seconds is not None else None
                    self._seconds, self._worked_before = seconds or 0.0, worked(self._process.pid) or 0.0
                answer, told = self._receive()
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            raise WorkerEnded(self._excess, self._process.returncode) from None
        finally:
            with self._lock:
                self._memory = self._deadline = None
        if answer is Answer.OUT_OF_MEMORY:
            self.end()
            raise WorkerEnded("memory")
        if answer is Answer.FAILED:
            raise WorkFailed(told)
        return told

    def watch(self) -> None:
        """End the process if what it works on takes too much time or memory."""
        with self._lock:
            if self._is_late():
                self._kill("seconds")
            elif self._memory is not None and (resident(self._process.pid) or 0) > self._memory:
                self._kill("memory")

    def end(self) -> None:
        """End the process, whatever it is doing; afterwards it is gone."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()
        with self._lock:
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    with suppress(OSError):
                        stream.close()
            if self._lifeline is not None:
                os.close(self._lifeline)
                self._lifeline = None

    def _is_late(self) -> bool:
        """Tell whether the time is up: by the clock, and by the processor unless the clock has gone far beyond.

        Where others keep the processors busy, a good document takes many times as long as it should.
        """
        if self._deadline is None or time.monotonic() <= self._deadline:
            return False
        if time.monotonic() > self._deadline + self._seconds * (BY_THE_CLOCK - 1):
            return True
        so_far = worked(self._process.pid)
        return so_far is None or so_far - self._worked_before >= self._seconds

    def _kill(self, excess: Excess) -> None:
        if self._process.poll() is None:
            self._excess = excess
            self._process.kill()

    def _send(self, request: Request) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(pickle.dumps(request, pickle.HIGHEST_PROTOCOL))
        self._process.stdin.flush()

    def _receive(self) -> tuple[Answer, Any]:
        assert self._process.stdout is not None
        answer: tuple[Answer, Any] = pickle.load(self._process.stdout)
        return answer


def _start() -> "tuple[subprocess.Popen[bytes], int | None]":
    reading, writing = os.pipe() if _HAS_LIFELINE else (None, None)
    command = [sys.executable, "-c", _PROGRAM, "" if reading is None else str(reading), *map(str, sys.path)]
    try:
        with _uninterrupted():
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pass_fds=() if reading is None else (reading,),
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
    except BaseException:
        if writing is not None:
            os.close(writing)
        raise
    finally:
        if reading is not None:
            os.close(reading)
    return process, writing


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that no interruption reaches: they would print a traceback each, and the parent ends them.

    On Windows that is what a group of their own does.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
