"""One published document, read in a process of its own, which may take so much time and memory and no more.

What can be asked of a document beforehand, `Limits` bounds wherever it is read. What only shows when a library is
lost in it can be ended from outside alone.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from govreport.batches.workers import Allowance, pool, retrieve
from govreport.checking import check
from govreport.documents.extraction import Extraction, extract_given, reader_of
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.marking.comment import Comment
from govreport.documents.marking.mark import mark
from govreport.formats import SUFFIXES, Format, starts_as_json, suffix
from govreport.given import NOTHING, Given
from govreport.results import Result
from govreport.validation.reading import read_document

if TYPE_CHECKING:
    from govreport.findings import Finding


class Reading(NamedTuple):
    """A document to be read: its path or bytes, its format, the limits, and whether its evidence is asked for."""

    source: Path | bytes
    format: Format | Literal["auto"]
    limits: Limits
    given: Given = NOTHING
    with_evidence: bool = False


def extract_apart(
    source: str | os.PathLike[str] | bytes,
    *,
    format: Format | Literal["auto"] = "auto",
    limits: Limits | None = None,
    given: Given = NOTHING,
) -> Extraction:
    """Return what `extract` returns, read in a process of its own within `limits.seconds` and `limits.memory`.

    Raises UnreadableDocument like it, and with the finding `limit-exceeded` where the process was ended for what it
    took, or `reader-crashed` where it came to its end by itself, twice. Starting the process takes some 0.3 seconds.
    """
    reading = Reading(source if isinstance(source, bytes) else Path(source), format, limits or Limits(), given)
    with pool(1, read, prepare) as workers:
        found = retrieve(workers.submit(reading, allowance(reading.limits)))
    if isinstance(found, Extraction):
        return found
    raise UnreadableDocument(found.code, **found.parameters)


def check_apart(source: str | os.PathLike[str] | bytes, *, limits: Limits | None = None) -> Result:
    """Return what `check` returns; a published document is read in a process of its own, as `extract_apart` does.

    Nothing is raised for what the document holds: what it took too much of is a finding.
    """
    limits = limits or Limits()
    if starts_as_json(source) if isinstance(source, bytes) else suffix(os.fspath(source)) not in SUFFIXES:
        return check(source, limits=limits)
    reading = Reading(source if isinstance(source, bytes) else Path(source), "auto", limits)
    try:
        with pool(1, _check, prepare) as workers:
            return retrieve(workers.submit(reading, allowance(limits)))
    except UnreadableDocument as error:
        return Result(findings=(error.finding,))


def mark_apart(path: str, comments: Sequence[Comment], limits: Limits | None = None) -> bytes:
    """Return a copy of an office file with comments, as `marking.mark` does, made in a process of its own.

    Raises UnreadableDocument like `extract_apart`.
    """
    limits = limits or Limits()
    with pool(1, _mark, _prepare_to_mark) as workers:
        found = retrieve(workers.submit(_Marking(path, tuple(comments), limits), allowance(limits)))
    if isinstance(found, bytes):
        return found
    raise UnreadableDocument(found.code, **found.parameters)


def allowance(limits: Limits) -> Allowance:
    """Return what a process may take for one document."""
    return Allowance(limits.seconds, limits.memory)


def read(reading: Reading) -> "Extraction | Finding":
    """Return what can be read of a document, or the finding that says why nothing can."""
    try:
        return extract_given(reading.source, reading.format, reading.limits, reading.given)
    except UnreadableDocument as error:
        return error.finding


def prepare(reading: Reading) -> None:
    """Import what reads a document, so far as its name or its format says what that is."""
    prepare_for(None if isinstance(reading.source, bytes) else str(reading.source), reading.format)


def prepare_for(path: str | None, format: Format | Literal["auto"] = "auto") -> None:
    """Import the reader of a format, by the name of the file where it is not given."""
    form = format if format != "auto" else SUFFIXES.get(suffix(path or ""))
    if form is not None:
        # That a reader is missing, reading says.
        with suppress(ImportError):
            import_module(reader_of(form))


class _Marking(NamedTuple):
    """A file to be copied with comments."""

    path: str
    comments: tuple[Comment, ...]
    limits: Limits


def _mark(job: _Marking) -> "bytes | Finding":
    data = read_document(Path(job.path), job.limits.file_size)
    try:
        return mark(data, job.comments, job.limits) if isinstance(data, bytes) else data
    except UnreadableDocument as error:
        return error.finding


def _prepare_to_mark(job: _Marking) -> None:
    prepare_for(job.path)


def _check(reading: Reading) -> Result:
    return check(reading.source, limits=reading.limits)
