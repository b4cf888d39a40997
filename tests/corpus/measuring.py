"""What the library reads of a document, held against the truth beside it."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import govreport
from tests.documents.variations import accuracy

from .documents import Document
from .report import TEXTS

IDENTITY = ("organ", "year", "title", "published", "url", *TEXTS)
Read = TypeVar("Read")
Finding = tuple[str, str, str]  # severity, code, pointer


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read: counts of cells that print holds, names of wrong ones, wrong identity, and what was found."""

    cells: int
    read: int
    wrong: tuple[str, ...]
    identity_wrong: tuple[str, ...]
    identity_unread: tuple[str, ...]
    missed: tuple[str, ...]  # findings that the planted fault must give and that are not there


def measure(document: Document) -> Reading:
    """Read a document and compare."""
    extraction = as_file(document, govreport.extract)
    value, truth = extraction.value, document.truth
    cells = accuracy.measure(value, truth)
    # What print does not hold is in no way unread; what is read for it is wrong.
    absent = {p for p, held in accuracy.cells(truth) if held is None} - {mark["pointer"] for mark in truth["marks"]}
    absent -= {p for p in absent for entry in truth["undivided"] if p.startswith(f"{entry['pointer']}/")}
    wrong = (*cells.wrong, *_unit(value, truth))
    unread = [p for p in cells.unread if p not in absent]
    right = cells.right - sum(p not in cells.wrong and p not in cells.unread for p in absent)
    found = {(code, pointer) for _, code, pointer in findings(document)}
    return Reading(
        cells=right + len(unread) + len(cells.wrong),
        read=right,
        wrong=wrong,
        identity_wrong=tuple(n for n in IDENTITY if _said(value, n) not in (None, "", _said(truth, n))),
        identity_unread=tuple(n for n in IDENTITY if _said(truth, n) not in (None, "") and _said(value, n) is None),
        missed=tuple(code for code, pointer in truth["must"] if (code, pointer) not in found),
    )


def findings(document: Document) -> list[Finding]:
    """Return what `check` finds in a document, sorted, each once."""
    result = as_file(document, govreport.check)
    return sorted({(finding.severity.value, finding.code, finding.pointer) for finding in result.findings})


def as_file(document: Document, call: Callable[[Path], Read]) -> Read:
    """Return what a call says of a document in a file: the suffix tells kinds of plain text apart."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report.{document.shape.suffix}"
        path.write_bytes(document.data)
        return call(path)


def _said(value: Mapping[str, Any], name: str) -> Any:
    if name == "organ":
        return value.get("organ", {}).get("name")
    if name == "url":
        return value.get("url") or value.get("source", {}).get("url")
    said = value.get(name)
    return "".join(said.split()) if isinstance(said, str) else said


def _unit(value: Mapping[str, Any], truth: Mapping[str, Any]) -> list[str]:
    """Return the amount, if it was read and its unit was not: 元 taken for 万元 is a wrong figure."""
    found = []
    for group, row in (("charges", "administrative_fees"), ("procurement", "central_procurement")):
        read = value.get("proactive_disclosure", {}).get(group, {}).get(row, {})
        if truth["unit"] and read.get("amount") is not None and read.get("unit") != truth["unit"]:
            found.append(f"/proactive_disclosure/{group}/{row}/unit")
    return found
