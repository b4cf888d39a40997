"""What is dear to make is made once in a run, by whichever of its processes needs it first."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of this run with what `make` has put there; nobody may change it."""
    run = _folder_of_run(factory)
    folder = run / f"shared-{name}"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=run))
            make(unfinished)
            unfinished.rename(folder)
    return folder


def by_one_process(factory: pytest.TempPathFactory, name: str) -> Path:
    """Return a new folder for what one process makes; fails where another one has made the same in this run."""
    try:
        (_folder_of_run(factory) / f"made-{name}").touch(exist_ok=False)
    except FileExistsError:
        pytest.fail(f"{name} is made by two processes: tests/scheduling.py must name all files that need it")
    return factory.mktemp(name)


def _folder_of_run(factory: pytest.TempPathFactory) -> Path:
    base = factory.getbasetemp()
    # Each process has a folder of its own below it.
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
