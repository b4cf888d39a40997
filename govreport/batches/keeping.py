"""What was read of published documents, kept while a run lasts, so that one that was broken off can be taken up.

A document is known by its bytes: what was read of others by the same name, or by another version, does not count.
"""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import msgspec

import govreport
from govreport.corpus.reading import Reading
from govreport.documents.limits import Limits
from govreport.documents.sidecars import LARGEST, sidecar_beside
from govreport.files import write_atomically
from govreport.findings import Finding
from govreport.given import NOTHING, Given
from govreport.results import Result
from govreport.validation.reading import read_document


class Held(NamedTuple):
    """The place where what is read of a document is kept, and what an earlier run left there."""

    place: Path
    found: Reading | Result | None = None


class _Kept(msgspec.Struct):
    sha256: str | None
    layout: str | None
    report: str | None
    findings: tuple[Finding, ...]
    unread: tuple[Finding, ...]


def folder(output: Path) -> Path:
    """Return the folder in which a run keeps what it has read until a file is written; it is hidden."""
    return output.with_name(f".{output.name}.unfinished")


def known(kept: Path, path: str, limits: Limits, words: bool, given: Given = NOTHING) -> Held | None:
    """Return where what is read of a document is kept, and what is there; None where the document cannot be read."""
    data = read_document(path, limits.file_size)
    if not isinstance(data, bytes):
        return None
    asked = repr((govreport.__version__, attrs.astuple(limits), words, Path(path).suffix.lower(), _beside(path), given))
    place = kept / f"{sha256(data).hexdigest()}-{sha256(asked.encode()).hexdigest()[:16]}.json"
    with suppress(OSError, msgspec.MsgspecError):
        return Held(place, _found(msgspec.json.decode(place.read_bytes(), type=_Kept)))
    return Held(place)


def _beside(path: str) -> str | None:
    """Return what tells one file with explanations beside a document from another, None without one."""
    beside = sidecar_beside(path)
    data = None if beside is None else read_document(beside, LARGEST)
    if isinstance(data, Finding):
        return data.code
    return None if data is None else sha256(data).hexdigest()


def keep(held: Held, found: Reading | Result) -> None:
    """Keep what was read of a document; that it cannot be kept is no reason not to go on."""
    if isinstance(found, Reading):
        content = _Kept(found.sha256, None, found.data.decode(), found.findings, found.unread)
    else:
        content = _Kept(None, found.layout, None, found.findings, ())
    with suppress(OSError):
        held.place.parent.mkdir(exist_ok=True)
        write_atomically(held.place, msgspec.json.encode(content), replace=True)


def _found(kept: _Kept) -> Reading | Result:
    findings, unread = (tuple(map(_thawed, several)) for several in (kept.findings, kept.unread))
    if kept.report is None or kept.sha256 is None:
        return Result(layout=kept.layout, findings=findings)
    return Reading(kept.report.encode(), kept.sha256, findings, unread=unread)


def _thawed(finding: Finding) -> Finding:
    """Return a finding whose parameters are of the types that they had before they were written."""
    return attrs.evolve(finding, parameters={name: _tuples(value) for name, value in finding.parameters.items()})


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_tuples, value))
    return {name: _tuples(inner) for name, inner in value.items()} if isinstance(value, dict) else value
