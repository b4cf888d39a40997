"""Measuring: calls side by side in one process, whole processes from outside, and figures with their goals."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import attrs

Given = TypeVar("Given")

# Runs a command and tells its time and memory. It is a process of its own and a small one, since a child
# starts with the memory of the process that starts it counted as its own peak.
_LAUNCHER = """
import json, os, sys, time
out = os.open(os.devnull, os.O_WRONLY)
start = time.perf_counter()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, out, 1)])
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - start
print(json.dumps([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status)]))
"""


@attrs.frozen(kw_only=True)
class Figure:
    """One measured figure: what, how much, in what unit, and the goal, if it has one."""

    what: str
    value: float
    unit: str = "×"
    at_most: float | None = None
    at_least: float | None = None

    @property
    def holds(self) -> bool:
        """The figure reaches its goal, or has none."""
        above = self.at_most is not None and self.value > self.at_most
        below = self.at_least is not None and self.value < self.at_least
        return not above and not below

    @property
    def goal(self) -> str:
        """The goal in words, "" where there is none."""
        if self.at_most is not None:
            return f"at most {self.at_most:g} {self.unit}"
        return f"at least {self.at_least:g} {self.unit}" if self.at_least is not None else ""


@attrs.frozen(kw_only=True)
class Run:
    """What one process took: seconds on the clock and of the processors, and its peak memory in MB.

    The processors' time is that of all its own processes; the peak is that of the largest of them.
    """

    wall: float
    cpu: float
    peak: float


def side_by_side(
    calls: Mapping[str, Callable[[Given], object]], chunks: Iterable[Sequence[Given]], few: Mapping[str, int]
) -> dict[str, list[float]]:
    """Return, for each call, the seconds of processor time for one document in each round.

    A round gives one chunk of documents to every call in turn, so that whatever slows the machine for a while slows
    all of them. Calls named in `few` get only so many documents of each chunk.
    """
    times: dict[str, list[float]] = {name: [] for name in calls}
    for chunk in chunks:
        for name, call in calls.items():
            documents = chunk[: few.get(name, len(chunk))]
            start = time.process_time()
            for document in documents:
                call(document)
            times[name].append((time.process_time() - start) / len(documents))
    return times


def nth(call: Callable[[Given], object], of: Sequence[Given]) -> Callable[[int], object]:
    """Return the same call, given the number of what it gets: calls that get different things can take turns."""
    return lambda number: call(of[number])


def ratio(times: Mapping[str, Sequence[float]], name: str, base: str) -> float:
    """Return the median over the rounds of the time of one call relative to another."""
    return statistics.median(a / b for a, b in zip(times[name], times[base], strict=True))


def run(command: Sequence[str], folder: Path, expected: int = 0) -> Run:
    """Run a Python module with arguments in a folder, from a cold start, and return what it took."""
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCHER, sys.executable, "-m", *command]
    done = subprocess.run(launch, cwd=folder, check=True, stdout=subprocess.PIPE)
    wall, cpu, peak, status = json.loads(done.stdout)
    if status != expected:
        raise RuntimeError(f"{command[0]} ended with {status}, not {expected}")
    # Linux counts in KiB, macOS in bytes.
    return Run(wall=wall, cpu=cpu, peak=peak * 1.024 / 1000 if sys.platform != "darwin" else peak / 1e6)
