"""Explanations in a file beside a published document, for whoever cannot, or will not, write them into it.

    draft.docx
    draft.govreport.json        {"version": 1, "explanations": [{"rule": …, "pointer": …, "text": …}]}

`schema/meta/explanations.schema.json` describes the file. What is wrong with it is told with its place; entries in
which nothing is wrong count all the same.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import msgspec

from govreport import resources
from govreport.documents.extraction import Extraction
from govreport.documents.paper import Evidence
from govreport.errors import InvalidReport
from govreport.findings import Finding, Severity, cut
from govreport.form.layout import load_layout
from govreport.formats import PUBLISHED_SUFFIXES, sidecar_name, suffix
from govreport.model import codec
from govreport.pointers import tokens
from govreport.validation.decoding import Decoded, decode
from govreport.validation.explainers import Violations, reference_explainer
from govreport.validation.locating import Lines, locate
from govreport.validation.reading import read_document
from govreport.validation.structure import check_structure, departures, type_name

SCHEMA = "meta/explanations.schema.json"
VERSION = 1
LARGEST = 1 << 20
_MEMBER = "explanations"
# What the file is called that has no name.
_NAMELESS = "explanations-given"

Given = str | os.PathLike[str] | bytes | Iterable[Mapping[str, str]]


@attrs.frozen(kw_only=True)
class Entry:
    """An explanation as a report has it, and where it stands in its file."""

    members: Mapping[str, str]
    place: Evidence
    column: int = 1


@attrs.frozen(kw_only=True)
class Sidecar:
    """The explanations of a file, called `name`, in which nothing is wrong; `problems` say what is with the others."""

    name: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[Finding, ...] = ()


def sidecar_beside(path: str) -> str | None:
    """Return the path of the file with explanations beside a published document, None where there is none."""
    if suffix(path) not in PUBLISHED_SUFFIXES:
        return None
    beside = sidecar_name(path)
    return beside if os.path.lexists(beside) else None


def read_sidecar(given: Given, name: str = "") -> Sidecar:
    """Return the explanations that are given: the path of a file, its bytes, or the entries themselves.

    Raises nothing for what the file holds, or where it cannot be read: its problems say so. `name` is what it is
    called; a path has one.
    """
    if isinstance(given, str | os.PathLike):
        name = name or os.path.basename(os.fspath(given))
        data = read_document(Path(given), LARGEST)
        if not isinstance(data, bytes):
            return Sidecar(name=name, problems=(_unreadable(name, data.code, data.parameters),))
        return _read(data, name)
    if not isinstance(given, bytes):
        given = msgspec.json.encode({"version": VERSION, _MEMBER: list(given)})
    return _read(given, name)


def with_explanations(extraction: Extraction, sidecar: Sidecar) -> Extraction:
    """Return what was read of a document with the explanations beside it, behind those that it prints itself.

    One that the document gives itself is told, and so is one that its layout does not allow; none of them counts.
    """
    if extraction.layout is None:
        return attrs.evolve(extraction, problems=(*extraction.problems, *sidecar.problems))
    own: Sequence[Mapping[str, str]] = extraction.value.get(_MEMBER, ())
    problems = list(sidecar.problems)
    entries = list(_fitting(extraction.layout, sidecar, problems))
    entries = list(_new(own, entries, problems))
    read = attrs.evolve(extraction, problems=(*extraction.problems, *problems))
    if not entries:
        return read
    value = {**extraction.value, _MEMBER: [*own, *(entry.members for entry in entries)]}
    places = {f"/{_MEMBER}/{number}": entry.place for number, entry in enumerate(entries, len(own))}
    read = attrs.evolve(read, value=value, evidence={**extraction.evidence, **places})
    with suppress(InvalidReport):
        return attrs.evolve(read, document=codec.loads_any(codec.write(value)))
    return read


def _read(data: bytes, name: str) -> Sidecar:
    if len(data) > LARGEST:
        return Sidecar(name=name, problems=(_unreadable(name, "too-large", {"size": len(data), "limit": LARGEST}),))
    decoded = decode(data)
    problems = list(_textual(decoded, name))
    if not decoded.is_readable:
        return Sidecar(name=name, problems=tuple(problems))
    value = decoded.value
    if not isinstance(value, Mapping):
        parameters = {"expected": ("object",), "found": type_name(value)}
        return Sidecar(name=name, problems=(*problems, _damaged(name, "wrong-type", "", parameters, 1, 1)))
    found_wrong = locate(departures(resources.read(SCHEMA), _explainer(), value), decoded, data)
    problems += [_damaged(name, f.code, f.pointer, f.parameters, f.line or 1, f.column or 1) for f in found_wrong]
    # What is wrong with the whole leaves no entry to trust; a member that nobody knows only means nothing.
    wrong = [tokens(f.pointer) for f in found_wrong if f.code != "unknown-member" or f.pointer.count("/") > 1]
    if any(len(place) < 2 for place in wrong):
        return Sidecar(name=name, problems=tuple(problems))
    sound = [n for n in range(len(value[_MEMBER])) if not any(place[1] == str(n) for place in wrong)]
    placed = locate([_about(f"/{_MEMBER}/{number}") for number in sound], decoded, data)
    entries = (
        Entry(
            members=value[_MEMBER][number],
            place=Evidence(file=cut(name), line=at.line) if name else Evidence(by="option"),
            column=at.column or 1,
        )
        for number, at in zip(sound, placed, strict=True)
    )
    return Sidecar(name=name, entries=tuple(entries), problems=tuple(problems))


def _textual(decoded: Decoded, name: str) -> Iterator[Finding]:
    """Yield what is wrong with a text; where the bytes are none, nothing has a line."""
    lines = None if decoded.text is None else Lines(decoded.text)
    for defect in decoded.defects:
        if lines is None:
            yield _unreadable(name, defect.code, defect.parameters)
        else:
            at = lines.line_and_column(defect.offset)
            yield _damaged(name, defect.code, defect.pointer, defect.parameters, *at)


def _fitting(layout: str, sidecar: Sidecar, problems: list[Finding]) -> Iterator[Entry]:
    """Yield the entries that the layout allows, and note what is wrong with the others: kinds of documents differ."""
    value = {_MEMBER: [dict(entry.members) for entry in sidecar.entries]}
    wrong = [f for f in check_structure(load_layout(layout), value) if f.pointer.startswith(f"/{_MEMBER}/")]
    for number, entry in enumerate(sidecar.entries):
        found = [finding for finding in wrong if tokens(finding.pointer)[1] == str(number)]
        line = entry.place.line or 1
        problems += [_damaged(sidecar.name, f.code, f.pointer, f.parameters, line, entry.column) for f in found]
        if not found:
            yield entry


def _new(own: Sequence[Mapping[str, str]], entries: Iterable[Entry], problems: list[Finding]) -> Iterator[Entry]:
    """Yield the entries about something that nothing before them explains, and note the others."""
    known = set(map(_subject, own))
    for entry in entries:
        subject = _subject(entry.members)
        if subject in known:
            rule, pointer, _ = subject
            place = attrs.asdict(entry.place, filter=lambda _, value: value is not None)
            parameters = {"found": rule, "pointer": cut(pointer), "evidence": place}
            problems.append(Finding(code="explanation-repeated", severity=Severity.WARNING, parameters=parameters))
        else:
            known.add(subject)
            yield entry


def _subject(explanation: Mapping[str, str]) -> tuple[str, str, str | None]:
    """Return what an explanation is about."""
    return explanation["rule"], explanation["pointer"], explanation.get("quote")


def needless(sidecar: Sidecar) -> Finding:
    """Return the finding that a document in JSON, which has a member for explanations, has them beside it."""
    parameters = {"file": cut(sidecar.name) or _NAMELESS}
    return Finding(code="sidecar-needless", severity=Severity.WARNING, parameters=parameters)


def _about(pointer: str) -> Finding:
    return Finding(code="explanation-stale", severity=Severity.WARNING, pointer=pointer)


def _damaged(name: str, code: str, pointer: str, parameters: Mapping[str, Any], line: int, column: int) -> Finding:
    defect = {"code": code, "parameters": dict(parameters)}
    at = {"file": cut(name) or _NAMELESS, "line": line, "column": column, "at": cut(pointer), "defect": defect}
    return Finding(code="sidecar-damaged", severity=Severity.ERROR, parameters=at)


def _unreadable(name: str, code: str, parameters: Mapping[str, Any]) -> Finding:
    defect = {"code": code, "parameters": dict(parameters)}
    of = {"file": cut(name) or _NAMELESS, "defect": defect}
    return Finding(code="sidecar-unreadable", severity=Severity.ERROR, parameters=of)


@cache
def _explainer() -> Callable[[Any], Violations]:
    return reference_explainer(resources.read(SCHEMA))
