"""A process that is forked by the server is as one that Python begins: what it prints, how it ends, what it can see."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govreport import load, render
from govreport.batches.apart import extract_apart
from tests.reports import EXAMPLES
from tools.forking import processes
from tools.forking.processes import commands, run, stand_in

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked"),
    pytest.mark.slow,  # each program runs twice, once with nothing imported
]
REPORT = EXAMPLES / "contradictions" / "outcomes-2020.json"
ENVIRONMENT = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "COLUMNS": "90"}
# All of a process that a program can see, and that the one which forked it could have changed.
_STATE = """
import gc, locale, os, random, resource, signal, sys, threading, time, warnings
print({n: str(signal.getsignal(n)) for n in sorted(signal.valid_signals())}, signal.pthread_sigmask(0, []))
print(sys.flags, sys.argv, sys.path, sys.dont_write_bytecode, sys.getrecursionlimit(), sys.gettrace())
print([(s.name, s.mode, s.encoding, s.errors, s.newlines, s.line_buffering, s.write_through, s.isatty())
    for s in (sys.stdin, sys.stdout, sys.stderr)], sys.stdin is sys.__stdin__, sys.stdout is sys.__stdout__)
print(warnings.filters, gc.isenabled(), gc.get_threshold(), locale.setlocale(locale.LC_ALL), time.tzname)
print(os.getcwd(), dict(os.environ), os.umask(0), sorted(os.listdir("/proc/self/fd")), resource.getrlimit(7))
print(threading.active_count(), threading.current_thread() is threading.main_thread(), threading.excepthook)
print(__name__, sorted(globals()), __import__("__main__").__dict__ is globals(), time.process_time() < 30)
print(os.getpgid(0) == os.getpid(), sys.excepthook.__name__ != "", len(os.listdir("/proc/self/task")))
"""
PROGRAMS: dict[str, tuple[list[str | Path], str | None]] = {
    "what a process is": (["-c", _STATE, "a", "-b"], None),
    "from standard input": (["-", "a"], "import sys\nprint(__name__, sys.argv, input)\n"),
    "without standard input": (["-c", "import sys; print(sys.stdin.read())"], ""),
    "an exception": (["-c", "def f():\n    raise ValueError('甲')\nprint(1)\nf()"], None),
    "an exception with a cause": (
        ["-c", "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise OSError from e"],
        None,
    ),
    "an interruption": (["-c", "raise KeyboardInterrupt"], None),
    "a code": (["-c", "raise SystemExit(7)"], None),
    "a code above all": (["-c", "raise SystemExit(259)"], None),
    "a code that is told": (["-c", "raise SystemExit('told')"], None),
    "a code from below": (["-c", "import os; os._exit(9)"], None),
    "a signal": (["-c", "import os; os.kill(os.getpid(), 15)"], None),
    "what is left for the end": (["-c", "import atexit; atexit.register(print, 2); print(1)"], None),
    "a thread that goes on": (["-c", "import threading; threading.Timer(0.1, print, [1]).start()"], None),
    "a full disk": (["-c", "import os; os.dup2(os.open('/dev/full', 1), 1); print(1)"], None),
    "no module": (["-m", "no_such_module"], None),
    "a clean report": (["-m", "govreport", "validate", EXAMPLES / "defects/none.json"], None),
    "a report with errors": (["-m", "govreport", "validate", REPORT, "--format", "json"], None),
    "a report as its input": (["-m", "govreport", "validate", "-"], REPORT.read_text(encoding="utf-8")),
    "no file": (["-m", "govreport", "validate", "missing.json"], None),
    "no command": (["-m", "govreport", "no-such"], None),
    "help": (["-m", "govreport", "validate", "--help"], None),
    "a published document": (["-m", "govreport", "extract", "a.html"], None),
    "a table": (["-m", "govreport", "table", EXAMPLES / "reports"], None),
    "a law": (["-m", "govreport", "explain", "outcomes-total"], None),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_prints_and_ends_alike(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(render(load(EXAMPLES / "reports" / "minhang-2025.json"), "html"))
    arguments, text = PROGRAMS[name]
    asked: dict[str, Any] = {"cwd": tmp_path, "env": ENVIRONMENT, "capture_output": True, "encoding": "utf-8"}
    asked |= {"stdin": subprocess.DEVNULL} if text is None else {"input": text}
    done = [manner([sys.executable, *map(str, arguments)], **asked) for manner in (run, subprocess.run)]
    forked, begun = [(one.returncode, one.stdout, one.stderr) for one in done]
    assert forked == begun


@pytest.mark.parametrize(
    "line",
    [
        "govreport --version",
        "govreport validate $REPORT; echo $?",
        "govreport validate $REPORT --format json | head -n 3",
        "govreport validate - < $REPORT > told; echo $?; cat told",
        "cat $REPORT | govreport validate - --lang zh 2>&1 | cat",
        "govreport schema 2021 > /dev/full; echo $?",
        "LC_ALL=zh_CN.UTF-8 govreport explain outcomes-total",
        "mkdir a && cd a && govreport new --layout 2021 --year 2024 --organ 某局 -o new.json && cat new.json",
    ],
)
def test_a_shell_has_it_alike(line: str, tmp_path: Path) -> None:
    def printed(place: Path, name: str) -> Any:
        folder = tmp_path / name
        folder.mkdir()
        path = os.pathsep.join([str(place), ENVIRONMENT["PATH"]])
        environment = ENVIRONMENT | {"PATH": path, "REPORT": str(REPORT)}
        done = subprocess.run(["bash", "-c", line], cwd=folder, env=environment, capture_output=True, check=False)
        return done.returncode, done.stdout, done.stderr

    assert printed(commands(), "forked") == printed(Path(sys.executable).parent, "begun")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL", "SIGINT", "SIGHUP"])
def test_a_signal_reaches_it(name: str) -> None:
    with processes.Popen([sys.executable, "-c", "import time; time.sleep(60)"], stderr=subprocess.DEVNULL) as process:
        assert process.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.01)
        process.send_signal(getattr(signal, name))
        assert process.wait(30) == -getattr(signal, name)


def test_a_signal_reaches_it_through_what_stands_in_for_python_in_a_shell() -> None:
    program = "import time\nprint(1, flush=True)\ntime.sleep(60)"
    with subprocess.Popen([*stand_in(), "-c", program], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"1\n"
        process.terminate()
        assert process.wait(30) == -signal.SIGTERM


def test_it_has_the_signals_blocked_that_whoever_asks_for_it_has() -> None:
    program = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))"
    command = [sys.executable, "-c", program]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        told = [manner(command, capture_output=True).stdout for manner in (run, subprocess.run)]
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    assert told == [b"True\n", b"True\n"]
    assert run(command, capture_output=True).stdout == b"False\n"


def test_no_two_are_alike_by_chance() -> None:
    program = "import os, random, uuid; print(os.getpid(), random.random(), uuid.uuid4())"
    told = {run([sys.executable, "-c", program], capture_output=True).stdout for _ in range(2)}
    assert len(told) == 2


def test_it_has_imported_the_library_and_nothing_that_begins_threads() -> None:
    program = (
        "import sys; print('govreport.cli.main' in sys.modules, 'pyarrow' in sys.modules, 'hypothesis' in sys.modules)"
    )
    assert run([sys.executable, "-c", program], capture_output=True).stdout == b"True False False\n"


def test_python_with_options_and_other_programs_begin_by_themselves() -> None:
    for command in ([sys.executable, "-S", "-c", "pass"], ["sh", "-c", "true"]):
        with processes.Popen(command) as process:
            assert process._connection is None
            assert process.wait(60) == 0


def test_what_reads_documents_is_forked_unless_a_test_is_about_it(begun_workers: None) -> None:
    page = render(load(EXAMPLES / "reports" / "minhang-2025.json"), "html")
    begun = extract_apart(page)
    processes.fork_workers()
    assert extract_apart(page) == begun
