"""Writing files whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    # The name is chosen before the file is made, so that an interruption in between leaves nothing behind either.
    part = path.parent / f".{path.name}.{secrets.token_hex(8)}.part"
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if replace:
            os.replace(part, path)
        else:
            _move_into_place(part, path)
    except BaseException as error:
        with suppress(OSError):  # it may not be there, nor its name be possible
            part.unlink()
        if isinstance(error, OSError) and str(error.filename) == str(part):
            error.filename = str(path)  # the name that the caller knows
        raise


def _move_into_place(part: Path, path: Path) -> None:
    """Give the file its name if no other has it; a hard link refuses in one step, where links exist."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        # No hard links here (FAT, some network drives): reserve the name, then put the file over it.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(part, path)
    else:
        part.unlink()
