"""The far side: has imported the library, and forks for each program that it is asked to run.

    python -m tools.forking.server SOCKET [MODULE …]

A request is the arguments of Python, the folder, the environment, and the files of the program; the answers to it are
the number of the process, at once, and how it ended. The server itself runs no program and uses nothing of what it has
imported, so that each process starts from the same state; it ends with its standard input.
"""

import array
import atexit
import contextlib
import gc
import importlib
import importlib.machinery
import io
import marshal
import os
import runpy
import selectors
import signal
import socket
import sys
import tempfile
import threading
import traceback
import types
import warnings
from collections.abc import Callable
from typing import Any, NamedTuple

from tools.forking import processes

# Above the numbers that a program may want for a file of its own.
_HIGH = 200
_MOST_FILES = 64


class Request(NamedTuple):
    """A program to be run; `files` are its files here, by the numbers that they have for it, `blocked` its signals."""

    arguments: list[str]
    folder: str
    environment: dict[str, str]
    files: dict[int, int]
    blocked: list[int]


class Server:
    """Forks where it is asked to; `serve` returns in the new processes, with what each is to run."""

    def __init__(self, path: str) -> None:
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(path)
        self._listener.listen(64)
        # Connections by the processes that were forked for them.
        self._running: dict[int, socket.socket] = {}
        self._ended, self._wake = os.pipe()
        os.set_blocking(self._ended, False)
        os.set_blocking(self._wake, False)

    def serve(self) -> Request | None:
        """Return what this process is to run, or None once nobody can ask any more."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        with selectors.DefaultSelector() as selector:
            for source in (0, self._listener, self._ended):
                selector.register(source, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    if key.fileobj == 0:
                        return None
                    if key.fileobj == self._ended:
                        self._tell()
                    elif (request := self._fork()) is not None:
                        selector.close()
                        return request

    def _fork(self) -> Request | None:
        connection, _ = self._listener.accept()
        try:
            request = _receive(connection)
        except (OSError, EOFError, ValueError):
            connection.close()
            return None
        process = os.fork()
        if process == 0:
            self._leave()
            connection.close()
            return request
        for file in request.files.values():
            os.close(file)
        self._running[process] = connection
        with contextlib.suppress(OSError):
            connection.sendall(process.to_bytes(4, "big"))
        return None

    def _tell(self) -> None:
        """Say of each process that has ended how it did."""
        with contextlib.suppress(BlockingIOError):
            while os.read(self._ended, 4096):
                pass
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                process, status = ended
                connection = self._running.pop(process)
                with contextlib.suppress(OSError):
                    connection.sendall(os.waitstatus_to_exitcode(status).to_bytes(4, "big", signed=True))
                connection.close()

    def _leave(self) -> None:
        """Let go, in a new process, of all that is the server's."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._listener.close()
        for connection in self._running.values():
            connection.close()
        for file in (self._ended, self._wake):
            os.close(file)


def _receive(connection: socket.socket) -> Request:
    size = array.array("i").itemsize
    data, ancillary, _, _ = connection.recvmsg(4096, socket.CMSG_SPACE(_MOST_FILES * size))
    received = array.array("i")
    for _, kind, told in ancillary:
        if kind == socket.SCM_RIGHTS:
            received.frombytes(told[: len(told) - len(told) % size])
    length = int.from_bytes(data[:4], "big")
    while len(data) < length + 4:
        more = connection.recv(1 << 20)
        if not more:
            raise EOFError
        data += more
    arguments, folder, environment, numbers, blocked = marshal.loads(data[4:])
    return Request(arguments, folder, environment, dict(zip(numbers, received, strict=True)), blocked)


def run(request: Request) -> None:
    """Be the program: from here on this process is as one that Python has just begun."""
    signal.pthread_sigmask(signal.SIG_SETMASK, request.blocked)
    _take(request.files)
    os.chdir(request.folder)
    os.environ.clear()
    os.environ.update(request.environment)
    tempfile.tempdir = None
    sys.dont_write_bytecode = bool(request.environment.get("PYTHONDONTWRITEBYTECODE"))
    _open_streams(request.environment)
    main = types.ModuleType("__main__")
    main.__dict__.update(__annotations__={}, __builtins__=__builtins__, __loader__=importlib.machinery.BuiltinImporter)
    sys.modules["__main__"] = main
    sys.excepthook = _tell_of
    first, program = _program(request.arguments, main)
    paths = request.environment.get("PYTHONPATH", "").split(os.pathsep)
    sys.path[:0] = [first, *filter(None, paths)]
    _end(_code(program))


def _take(files: dict[int, int]) -> None:
    import fcntl

    high = {number: fcntl.fcntl(file, fcntl.F_DUPFD, _HIGH) for number, file in files.items()}
    for file in files.values():
        os.close(file)
    for number, file in high.items():
        os.dup2(file, number)
        os.close(file)


def _open_streams(environment: dict[str, str]) -> None:
    """Open standard input, output and error as Python does where the locale or its mode says UTF-8."""
    asked, _, told = environment.get("PYTHONIOENCODING", "").partition(":")
    encoding, errors = asked or "utf-8", told or ("strict" if asked else "surrogateescape")
    unbuffered = bool(environment.get("PYTHONUNBUFFERED"))
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        reads, is_error = name == "stdin", name == "stderr"
        buffering = 0 if unbuffered and not reads else -1
        raw: Any = open(number, "rb" if reads else "wb", buffering, closefd=False)  # noqa: SIM115  # for good
        getattr(raw, "raw", raw).name = f"<{name}>"
        stream = io.TextIOWrapper(
            raw,
            encoding,
            "backslashreplace" if is_error else errors,
            newline=None if reads else "\n",
            line_buffering=is_error or raw.isatty(),
            write_through=unbuffered and not reads,
        )
        stream.mode = "r" if reads else "w"  # type: ignore[misc]
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _program(arguments: list[str], main: types.ModuleType) -> tuple[str, Callable[[], object]]:
    """Return where the program looks for modules first, and what runs it."""
    manner, *rest = arguments
    if manner == "-m":
        sys.argv = ["-m", *rest[1:]]
        return os.getcwd(), lambda: runpy._run_module_as_main(rest[0])  # type: ignore[attr-defined]
    if manner == "-c":
        sys.argv = ["-c", *rest[1:]]
        return "", lambda: exec(compile(rest[0], "<string>", "exec"), main.__dict__)
    sys.argv = arguments
    if manner == "-":
        return "", lambda: exec(compile(sys.stdin.buffer.read(), "<stdin>", "exec"), main.__dict__)
    main.__file__ = manner

    def script() -> None:
        with open(manner, "rb") as file:
            exec(compile(file.read(), manner, "exec"), main.__dict__)

    return os.path.dirname(os.path.realpath(manner)), script


def _code(program: Callable[[], object]) -> int:
    """Return the exit code of a program, as the interpreter takes it from how the program ends."""
    try:
        program()
    except SystemExit as error:
        if error.code is None or isinstance(error.code, int):
            return error.code or 0
        print(error.code, file=sys.stderr)
        return 1
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)
        return -signal.SIGINT if isinstance(error, KeyboardInterrupt) else 1
    return 0


def _end(code: int) -> None:
    """End this process as the interpreter does, but leave it to the system to clear away what was imported."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
    except OSError as error:
        print(f"Exception ignored in: {sys.stdout!r}\n{type(error).__name__}: {error}", file=sys.stderr)
        code = code or 120
    sys.stderr.flush()
    if code < 0:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code & 0xFF)


def _tell_of(kind: type[BaseException], error: BaseException, trace: types.TracebackType | None) -> None:
    """Print what the interpreter prints of an exception, which knows nothing of this module."""
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    traceback.print_exception(kind, error, trace)


def main() -> None:
    """Import what is named, then fork for others, and in each new process run what was asked for."""
    _, path, *modules = sys.argv
    filters = list(warnings.filters)
    # What is imported must see neither the folder of this project nor these arguments.
    del sys.path[0], sys.argv[1:]
    for module in modules:
        with contextlib.suppress(ImportError):
            importlib.import_module(module)
    warnings.filters[:] = filters  # type: ignore[index]
    processes.is_of_server(path)
    processes.fork_workers()
    server = Server(path)
    gc.collect()
    # Memory that all share is not written to by a collection.
    gc.freeze()
    print("ready", flush=True)
    request = server.serve()
    if request is not None:
        run(request)


if __name__ == "__main__":
    main()
