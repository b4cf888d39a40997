"""What the tests of workers have done in processes: by name, for a process imports it."""

import os
import re
import sys
import time
from pathlib import Path
from typing import Any

Does = tuple[str, Any]
_KEPT: list[bytes] = []


def prepare(work: Does) -> None:
    """Take long where that is asked for."""
    if work[0] == "slowly prepared":
        time.sleep(work[1])


def do(work: Does) -> Any:
    """Do what is named, to the value beside it."""
    does, value = work
    if does.startswith("tell and "):
        part = value.with_suffix(".part")
        part.write_text(str(os.getpid()))
        part.rename(value)
        does, value = does.removeprefix("tell and "), 60
    if does == "double":
        return value * 2
    if does == "process":
        return os.getpid()
    if does == "sleep":
        time.sleep(value)
    if does == "spin":
        while True:
            pass
    if does == "backtrack":
        # Keeps the lock of the interpreter: no other thread of the process has a turn.
        re.match(r"(a+)+$", "a" * 60 + "b")
    if does == "grow":
        kept = []
        for _ in range(value >> 20):
            kept.append(b"x" * (1 << 20))
            time.sleep(0.002)
    if does == "grow at once":
        _KEPT.append(b"x" * value)
        time.sleep(60)
    if does == "keep":
        _KEPT.append(b"x" * value)
        return os.getpid()
    if does == "print":
        print(value)
        sys.stdout.flush()
    if does == "fail":
        raise ZeroDivisionError(value)
    if does in ("crash", "crash once"):
        with open(value, "a") as file:
            file.write("x")
        if does == "crash" or value.read_text() == "x":
            os.abort()
        return "done"
    return value


def told(folder: Path) -> list[int]:
    """Return the numbers of the processes that told of themselves."""
    return [int(path.read_text()) for path in folder.iterdir() if not path.suffix]
