"""Writing files whole or not at all."""

import filecmp
import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST
from pathlib import Path
from typing import BinaryIO

# Windows has no such locks, and removes no file that is open.
_HAS_LOCKS = os.name == "posix"
if _HAS_LOCKS:
    import fcntl

_PART = re.compile(r"\..+\.[0-9a-f]{16}\.part")
# Where nothing tells whether somebody still writes to a part, one that is younger is left alone.
_SURELY_ABANDONED = 3600
# How temporary folders are named, and the file in them that is locked while somebody works there.
_TEMPORARY, _IN_USE = "govreport-", "in-use"
_LOOKED_THROUGH: set[Path] = set()


def write_atomically(path: Path, data: bytes, *, replace: bool = False, keep_same: bool = False) -> None:
    """Write `data` to `path` so that nobody ever sees a part of it; raises like `writing_atomically`."""
    with writing_atomically(path, replace=replace, keep_same=keep_same) as file:
        file.write(data)


@contextmanager
def writing_atomically(path: Path, *, replace: bool = False, keep_same: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write to piece by piece, which appears at `path` once all is written.

    Whatever is raised inside, nothing appears. Raises FileExistsError where something is there already
    and `replace` is false, unless `keep_same` and it holds the same bytes; and OSError where the system cannot
    write; in both cases what was there stays as it was. What a process left behind in the same folder that was ended
    while it wrote is removed.
    """
    _remove_abandoned(path.parent)
    # The name is chosen before the file is made, so that an interruption in between leaves nothing behind either.
    part = path.parent / f".{path.name}.{secrets.token_hex(8)}.part"
    try:
        with _open(part) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if _HAS_LOCKS:
                _give_name(part, path, replace, keep_same)
        if not _HAS_LOCKS:
            # A file that is open has its name for good there.
            _give_name(part, path, replace, keep_same)
    except BaseException as error:
        with suppress(OSError):  # it may not be there, nor its name be possible
            part.unlink()
        if isinstance(error, OSError) and str(error.filename) == str(part):
            error.filename = str(path)  # the name that the caller knows
        raise


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give an empty folder, which is gone afterwards; what a run that was killed left behind goes with the next."""
    _remove_abandoned_folders(Path(tempfile.gettempdir()))
    while True:
        folder = tempfile.TemporaryDirectory(prefix=_TEMPORARY, ignore_cleanup_errors=True)
        try:
            held = _open(Path(folder.name) / _IN_USE)
            break
        except FileNotFoundError:  # another run found it before it was locked, and took it for abandoned
            folder.cleanup()
    with folder as name, held:
        yield Path(name)


def check_same(file: BinaryIO, path: Path) -> None:
    """Raise FileExistsError where something else is at a path than what was written to a file so far."""
    file.flush()
    if path.exists() and not filecmp.cmp(file.name, path, shallow=False):
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path))


def _give_name(part: Path, path: Path, replace: bool, keep_same: bool) -> None:
    if replace:
        os.replace(part, path)
        return
    try:
        _move_into_place(part, path)
    except FileExistsError:
        # Another run into the same folder was faster, or an earlier one came so far.
        if not keep_same or not filecmp.cmp(part, path, shallow=False):
            raise
        part.unlink()


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


def _open(part: Path) -> BinaryIO:
    """Return a new file that is locked for as long as it is open, so that others see that somebody writes to it."""
    while True:
        file = part.open("xb")
        if not _HAS_LOCKS:
            return file
        with suppress(OSError):  # there are drives without locks
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        if part.exists():
            return file
        # Another run found it before it was locked, and took it for abandoned.
        file.close()


def _remove_abandoned(folder: Path) -> None:
    """Remove the parts in a folder that nobody writes to any more; a folder is looked through once in a process."""
    if folder in _LOOKED_THROUGH:
        return
    _LOOKED_THROUGH.add(folder)
    with suppress(OSError), os.scandir(folder) as entries:
        for part in [Path(entry.path) for entry in entries if _PART.fullmatch(entry.name)]:
            with suppress(OSError):
                _remove_if_abandoned(part)


def _remove_abandoned_folders(place: Path) -> None:
    """Remove temporary folders of ours that no run holds any more; done once in a process."""
    if not _HAS_LOCKS or place in _LOOKED_THROUGH:
        return
    _LOOKED_THROUGH.add(place)
    with suppress(OSError), os.scandir(place) as entries:
        for entry in [entry for entry in entries if entry.name.startswith(_TEMPORARY)]:
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_uid == os.getuid():
                    _remove_if_abandoned(Path(entry.path) / _IN_USE)
                    shutil.rmtree(entry.path, ignore_errors=True)


def _remove_if_abandoned(part: Path) -> None:
    if not _HAS_LOCKS:
        if time.time() - part.stat().st_mtime > _SURELY_ABANDONED:
            part.unlink()
        return
    with part.open("r+b") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        part.unlink()
