"""Processes that a server forks, in place of such as Python begins: `Popen` and `run`, as in `subprocess`."""

import array
import atexit
import inspect
import marshal
import os
import select
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent.parent
# What these import begins threads, which a fork does not have, or looks at the environment.
_LEFT_OUT = ("govreport.corpus.arrow", "govreport.corpus.batches", "govreport.corpus.writing.", "govreport.strategies")
# What the library imports where it is first needed.
_LAZY = ("jsonschema", "lxml.etree", "lxml.html", "msgspec", "openpyxl", "pdfplumber", "rapidfuzz.fuzz", "xlsxwriter")
_MANNERS = ("-c", "-m", "-")
# A test may have temporary files elsewhere for a while.
_PLACE = tempfile.gettempdir()
_AVAILABLE = sys.platform == "linux"
_BEGINNING = threading.Lock()
# The socket of the server, in a process that it has forked.
_own_server: str | None = None


class Popen(subprocess.Popen[Any]):
    """A process as that of `subprocess`, forked by the server where it is Python that is asked for, with no options."""

    _connection: socket.socket | None = None

    def _execute_child(self, *given: Any) -> None:
        begin: Any = super()._execute_child  # type: ignore[misc]
        asked = inspect.signature(begin).bind(*given).arguments
        arguments = asked["args"]
        if not _is_forked(arguments) or asked["shell"] or asked["preexec_fn"] or asked["start_new_session"]:
            begin(*given)
            return
        standard = ("p2cread", "c2pwrite", "errwrite")
        files = {number: asked[name] if asked[name] != -1 else number for number, name in enumerate(standard)}
        files |= {number: number for number in asked["pass_fds"]}
        environment = os.environ if asked["env"] is None else asked["env"]
        request = (
            [os.fspath(argument) for argument in arguments[1:]],
            os.fspath(asked["cwd"] or os.getcwd()),
            {os.fsdecode(name): os.fsdecode(value) for name, value in environment.items()},
            tuple(files),
            # Whoever began the server may have blocked others.
            [int(number) for number in signal.pthread_sigmask(signal.SIG_BLOCK, ())],
        )
        self._connection = _ask(marshal.dumps(request), list(files.values()))
        self.pid = int.from_bytes(self._connection.recv(4), "big")
        self._child_created = True
        ends = ("p2cread", "p2cwrite", "c2pread", "c2pwrite", "errread", "errwrite")
        self._close_pipe_fds(*(asked[name] for name in ends))  # type: ignore[attr-defined]

    def _internal_poll(self, _deadstate: int | None = None) -> int | None:
        if self._connection is None:
            found: int | None = super()._internal_poll(_deadstate)  # type: ignore[misc]
            return found
        if self._waitpid_lock.acquire(False):  # type: ignore[attr-defined]
            try:
                self._hear(0)
            finally:
                self._waitpid_lock.release()  # type: ignore[attr-defined]
        return self.returncode

    def _wait(self, timeout: float | None) -> int:
        if self._connection is None:
            code: int = super()._wait(timeout)  # type: ignore[misc]
            return code
        with self._waitpid_lock:  # type: ignore[attr-defined]
            self._hear(timeout)
        if self.returncode is None:
            raise subprocess.TimeoutExpired(self.args, timeout or 0)
        return self.returncode

    def _hear(self, timeout: float | None) -> None:
        """Take note of how the process has ended, where the server says so within the time."""
        if self.returncode is None and self._connection is not None:
            poll = select.poll()
            poll.register(self._connection, select.POLLIN)
            if poll.poll(None if timeout is None else max(timeout, 0) * 1000):
                told = self._connection.recv(4)
                self.returncode = int.from_bytes(told, "big", signed=True) if told else -9
                self._connection.close()


def run(
    arguments: Sequence[Any],
    *,
    input: str | bytes | None = None,
    capture_output: bool = False,
    timeout: float | None = None,
    check: bool = False,
    **options: Any,
) -> "subprocess.CompletedProcess[Any]":
    """Return how a process has ended and what it has printed, as `subprocess.run` does."""
    if input is not None:
        options["stdin"] = subprocess.PIPE
    if capture_output:
        options |= {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with Popen(arguments, **options) as process:
        try:
            output, errors = process.communicate(input, timeout)
        except BaseException:
            process.kill()
            raise
    done = subprocess.CompletedProcess(process.args, process.returncode, output, errors)
    if check:
        done.check_returncode()
    return done


def fork_workers() -> None:
    """Let the server fork the processes in which the library reads documents, wherever this process asks for one."""
    from govreport.batches import worker

    if _AVAILABLE:
        worker.subprocess = SimpleNamespace(**vars(subprocess) | {"Popen": Popen})  # type: ignore[assignment,attr-defined]


def begin_workers() -> None:
    """Let these processes begin as they do without this module."""
    from govreport.batches import worker

    worker.subprocess = subprocess  # type: ignore[attr-defined]


@cache
def commands() -> Path:
    """Return a folder with the command `govreport` for a shell, for the head of its PATH."""
    folder = _folder()
    installed = Path(sys.executable).with_name("govreport")
    if _AVAILABLE and installed.exists():
        command = folder / "govreport"
        command.write_text(f'#!/bin/sh\nexec {shlex.join([*stand_in(), str(installed)])} "$@"\n')
        command.chmod(0o755)
    return folder


def stand_in() -> list[str]:
    """Return what a shell may call in place of Python."""
    return [sys.executable, "-IS", str(Path(__file__).with_name("client.py")), _server()]


def is_of_server(path: str) -> None:
    """Say, in the server itself, which socket it has: what it forks may want processes, too."""
    global _own_server
    _own_server = path


def _is_forked(arguments: Any) -> bool:
    if not _AVAILABLE or isinstance(arguments, str | bytes | os.PathLike) or len(arguments) < 2:
        return False
    program, first, *_ = map(os.fspath, arguments)
    return program == sys.executable and (first in _MANNERS or not first.startswith("-"))


def _ask(request: bytes, files: list[int]) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(_server())
    held = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))
    data = len(request).to_bytes(4, "big") + request
    connection.sendall(data[connection.sendmsg([data], [held]) :])
    return connection


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="forking-", dir=_PLACE)
    maker = os.getpid()
    atexit.register(lambda: shutil.rmtree(folder, ignore_errors=True) if os.getpid() == maker else None)
    return Path(folder)


def _server() -> str:
    if _own_server:
        return _own_server
    # Threads may ask for it at once, and it begins only once.
    with _BEGINNING:
        return _begun()


@cache
def _begun() -> str:
    """Begin the server, and return its socket once it can be asked; it ends with this process."""
    path = str(_folder() / "server")
    server = subprocess.Popen(
        [sys.executable, "-m", "tools.forking.server", path, *_modules(), *_LAZY],
        cwd=_ROOT,
        # Not the environment of whoever asks first: each program brings its own. Threads for matrices, which an import
        # would begin, nobody uses.
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    if server.stdout.readline() != b"ready\n":
        raise RuntimeError("the server that forks has not begun")
    atexit.register(_end, server)
    return path


def _end(server: "subprocess.Popen[bytes]") -> None:
    for stream in (server.stdin, server.stdout):
        if stream is not None:
            stream.close()
    server.wait()


def _modules() -> list[str]:
    files = (path.relative_to(_ROOT).with_suffix("") for path in (_ROOT / "govreport").rglob("*.py"))
    names = {".".join(path.parts).removesuffix(".__init__") for path in files if path.name != "__main__"}
    return sorted(name for name in names if not name.startswith(_LEFT_OUT))
