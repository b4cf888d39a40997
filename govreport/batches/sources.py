"""Documents one by one: files, the lines of NDJSON files, and what comes from standard input.

They stream through, so that memory does not grow with the number of files or lines.
"""

import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from govreport.batches.paths import STDIN, PassOver, find, nobody
from govreport.formats import LINES_SUFFIXES, PUBLISHED_SUFFIXES, REPORT_SUFFIXES, suffix
from govreport.validation.gate import LARGEST_DOCUMENT
from govreport.validation.reading import LARGEST_FILE


class Job(NamedTuple):
    """A document: a file still to be read, bytes at hand, or a refusal (the code of a finding).

    `document` is its line in an NDJSON file. `is_published` tells that the file has the suffix of a format in which
    reports are published.
    """

    path: str
    document: int | None = None
    data: bytes | None = None
    refusal: str | None = None
    is_published: bool = False


def find_jobs(
    paths: Iterable[str],
    suffixes: Collection[str] = REPORT_SUFFIXES,
    pass_over: PassOver = nobody,
    largest: int = LARGEST_FILE,
) -> Iterator[Job]:
    """Yield a job for each document at the paths, in a stable order; see `paths.find` for what a path may be.

    A file with none of the suffixes is refused. Of standard input `largest` bytes are read, and one more.
    """
    for path in paths:
        found = False
        for file in find(path, suffixes, pass_over):
            found = True
            yield from _of_file(file, suffixes, largest)
        if not found:
            yield Job(path, refusal="folder-empty" if os.path.isdir(path) else "file-missing")


def _of_file(file: str, suffixes: Collection[str], largest: int) -> Iterator[Job]:
    if file == STDIN:
        yield from _standard_input(largest)
        return
    kind = suffix(file)
    if kind in LINES_SUFFIXES:
        yield from _lines_of_file(file)
    elif kind in suffixes:
        yield Job(file, is_published=kind in PUBLISHED_SUFFIXES)
    elif os.path.isdir(file):
        yield Job(file, refusal="file-forbidden")
    else:
        yield Job(file, refusal="file-unsupported" if os.path.exists(file) else "file-missing")


def _lines_of_file(path: str) -> Iterator[Job]:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise OSError
        file = open(path, "rb")  # noqa: SIM115 - closed below, once the lines are used up
    except OSError:
        yield Job(path)  # reading it again says why it cannot be read
        return
    with file:
        yield from _lines(path, iter(lambda: file.readline(LARGEST_DOCUMENT + 2), b""))


def _lines(path: str, lines: Iterator[bytes]) -> Iterator[Job]:
    """Yield a job for each line that is not blank; what is too long for a line is passed over, but counted."""
    number, is_rest, found = 0, False, False
    for line in lines:
        if not is_rest:
            number += 1
            if line.strip():
                found = True
                yield Job(path, number, line.rstrip(b"\r\n"))
        is_rest = not line.endswith(b"\n")
    if not found:
        yield Job(path, data=b"")


def _standard_input(largest: int) -> Iterator[Job]:
    """Yield what stands on standard input: a document on each line if the first line is one, else one document."""
    file = sys.stdin.buffer
    first = file.readline(LARGEST_DOCUMENT + 2)
    if first.startswith(b"{") and first.rstrip().endswith(b"}"):
        yield from _lines(STDIN, chain([first], iter(lambda: file.readline(LARGEST_DOCUMENT + 2), b"")))
    else:
        most = max(largest, LARGEST_DOCUMENT) + 1
        yield Job(STDIN, data=first + file.read(max(0, most - len(first))))
