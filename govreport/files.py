"""Writing files whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_atomically(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write `data` to `path` so that nobody ever sees a part of it; raises like `writing_atomically`."""
    with writing_atomically(path, replace=replace) as file:
        file.write(data)


@contextmanager
def writing_atomically(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write to piece by piece, which appears at `path` once all is written.

    Whatever is raised inside, nothing appears. Raises FileExistsError where something is there already
    and `replace` is false, and OSError where the system cannot write; in both cases what was there stays
    as it was.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        # mkstemp lets only the owner read; a report is as readable as any file that this user makes.
        os.chmod(name, 0o666 & ~_umask())
        if replace:
            os.replace(name, path)
        else:
            _move_into_place(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _move_into_place(name: str, path: Path) -> None:
    """Give the file its name if no other has it; a hard link refuses in one step, where links exist."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here (FAT, some network drives): reserve the name, then put the file over it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(name, path)
    else:
        os.unlink(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
