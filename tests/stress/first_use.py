"""The first use of the library in a fresh process, by many at once: run as a program by `test_first_use`.

Arguments: the manner, the functions (a comma between them), how often threads are changed, a report in JSON, and a
published document. What every call returned is written as one line for each function: a hash, or several.
"""

import asyncio
import hashlib
import os
import sys
import threading
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import govreport

FORKS = 2
FUNCTIONS = ("loads", "validate", "convert", "check", "extract", "render")
# How many call at once; of those that take longer, fewer.
AT_ONCE = {"loads": 16, "validate": 16, "convert": 16, "check": 4, "extract": 4, "render": 4}


def call(function: str, report: Path, document: Path) -> str:
    """Return the hash of what a function of the library gives."""
    data = report.read_bytes()
    if function == "loads":
        told = repr(govreport.loads(data))
    elif function == "validate":
        told = repr(govreport.validate(data))
    elif function == "check":
        told = repr((govreport.check(document), govreport.check(report)))
    elif function == "extract":
        read = govreport.extract(document)
        told = repr((read.report, sorted(read.value), read.notes, read.problems))
    elif function == "convert":
        converted = govreport.convert(govreport.loads(data), "2019")
        told = repr((converted.report, converted.losses, govreport.restore(converted)))
    else:
        told = repr(govreport.render(govreport.loads(data), "html", findings=True))
    return f"{function} {hashlib.sha256(told.encode()).hexdigest()}"


def in_threads(work: list[Callable[[], str]]) -> list[str]:
    """Return what threads give that begin at the same moment."""
    results: list[str] = []
    start = threading.Barrier(len(work))

    def begin(one: Callable[[], str]) -> None:
        start.wait()
        results.append(one())

    threads = [threading.Thread(target=begin, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def in_executor(work: list[Callable[[], str]]) -> list[str]:
    """Return what the threads of an executor give."""
    with ThreadPoolExecutor(len(work)) as executor:
        return [future.result() for future in [executor.submit(one) for one in work]]


def in_asyncio(work: list[Callable[[], str]]) -> list[str]:
    """Return what is given in the threads of a loop of events."""

    async def gather() -> list[str]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(len(work)))
        return list(await asyncio.gather(*(asyncio.to_thread(one) for one in work)))

    return asyncio.run(gather())


def after_fork(work: list[Callable[[], str]]) -> list[str]:
    """Return what the threads of several processes give that were forked once the library was imported."""
    reading, writing = os.pipe()
    children = []
    for _ in range(FORKS):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                os.write(writing, "".join(f"{line}\n" for line in in_threads(work)).encode())
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    os.close(writing)
    with open(reading, encoding="ascii") as lines:
        results = lines.read().splitlines()
    if sum(os.waitpid(child, 0)[1] for child in children):
        raise SystemExit("a forked process came to a bad end")
    return results


def in_processes(work: list[Callable[[], str]]) -> list[str]:
    """Return what the threads of processes give that an executor started in the manner of this system."""
    with ProcessPoolExecutor(2) as executor:
        return [line for lines in executor.map(_in_threads_again, [sys.argv[1:]] * 2) for line in lines]


def _in_threads_again(arguments: list[str]) -> list[str]:
    return in_threads(_work(arguments))


def _work(arguments: list[str]) -> list[Callable[[], str]]:
    _, functions, _, report, document = arguments
    named = functions.split(",")

    def calling(function: str) -> Callable[[], str]:
        return lambda: call(function, Path(report), Path(document))

    # Each of them is called by one at least.
    number = max(len(named), min(AT_ONCE[name] for name in named))
    return [calling(named[n % len(named)]) for n in range(number)]


MANNERS = {
    "alone": lambda work: [one() for one in work],
    "threads": in_threads,
    "executor": in_executor,
    "asyncio": in_asyncio,
    "fork": after_fork,
    "processes": in_processes,
}


def main(arguments: list[str]) -> None:
    """Call the functions in the manner asked for, and write what came of it."""
    # Threads that change often meet in places where they would meet once in a thousand runs.
    sys.setswitchinterval(float(arguments[2]))
    found = defaultdict(set)
    for line in MANNERS[arguments[0]](_work(arguments)):
        function, told = line.split()
        found[function].add(told)
    for function in sorted(found):
        print(function, *sorted(found[function]))


if __name__ == "__main__":
    main(sys.argv[1:])
