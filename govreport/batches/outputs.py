"""Which file becomes which: the files to write for the paths given, each with its documents and its losses."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import EEXIST, ENOTDIR
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

from govreport.batches.outcomes import Checked, outcome, read
from govreport.batches.paths import PassOver, is_single
from govreport.batches.sources import Job, find_jobs
from govreport.errors import InvalidReport
from govreport.files import writing_atomically
from govreport.formats import LOSSES_SUFFIXES
from govreport.model import codec
from govreport.model.registry import Report


class OutputJob(NamedTuple):
    """One file to write, with the documents that go into it and the file of losses that belongs to it.

    `is_free` tells that no earlier job writes to the same places. `may_be_there` tells that the output may be there
    already if it is the same: a run into a folder that was broken off is taken up by calling it again.
    """

    output: Path
    losses: Path
    has_lines: bool
    is_free: bool
    may_be_there: bool
    sources: Iterator[Job]


def find_output_jobs(
    paths: Sequence[str], output: str, losses: str | None, pass_over: PassOver, *, is_restored: bool = False
) -> Iterator[OutputJob | Checked]:
    """Yield a job for each file at the paths, or the outcome that says why there is none to read.

    Losses stand at `losses`; without it beside the file that is written, or if that `is_restored`
    beside the file that is read. Files of a folder that are of other kinds are told to `pass_over`.
    """
    into_folder = is_tree(paths, output)
    taken: set[Path] = set()
    for path in paths:
        root = path if os.path.isdir(path) else None
        for file, found in groupby(find_jobs([path], pass_over=pass_over), key=attrgetter("path")):
            first = next(found)
            if first.refusal is not None:
                refusal = read(first)
                assert isinstance(refusal, Checked)  # a refused job has no bytes
                yield refusal
                continue
            if root is not None and Path(file).resolve().is_relative_to(Path(output).resolve()):
                continue  # what was written is not read again
            name = os.path.relpath(file, root) if root is not None else os.path.basename(file)
            target = Path(output, name) if into_folder else Path(output)
            suffix = LOSSES_SUFFIXES[first.document is not None]
            if losses is None:
                record = Path(f"{file if is_restored else target}{suffix}")
            else:
                record = Path(losses, f"{name}{suffix}") if into_folder else Path(losses)
            places = {target} if is_restored else {target, record}
            is_free = taken.isdisjoint(places) and target != record
            taken |= places
            has_lines = first.document is not None
            yield OutputJob(target, record, has_lines, is_free, into_folder, chain([first], found))  # noqa: B031 - used once


def is_tree(paths: Sequence[str], output: str) -> bool:
    """Tell whether the output is a folder, since several files may be written."""
    return len(paths) != 1 or not is_single(paths[0]) or Path(output).is_dir()


def check_free(job: OutputJob, path: Path, replace: bool) -> None:
    """Raise FileExistsError where something stands at a path that may not be replaced, whatever it is."""
    if not job.is_free or (path.exists() and not replace and not job.may_be_there):
        raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path))


@contextmanager
def opened(path: Path, replace: bool) -> Iterator[BinaryIO]:
    """Give a file to write to, as `writing_atomically` does, in a folder that is made if need be.

    What is there already stays if it is the same.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        # What stands in the way is a file where a folder should be; replacing is no help against that.
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(path)) from None
    with writing_atomically(path, replace=replace, keep_same=True) as file:
        yield file


def read_report(job: Job) -> Report | Checked:
    """Return the report of a document, or the outcome that says why it is none."""
    data = read(job)
    if not isinstance(data, bytes):
        return data
    try:
        return codec.loads(data)
    except InvalidReport as error:
        return outcome(job, error.result)
