"""The format for programs: `schema/meta/output.schema.json` describes it."""

from typing import TYPE_CHECKING, Any

import msgspec

from govreport.cli.summary import CLEAN, Summary
from govreport.cli.writers import Manner, Write
from govreport.cli.writers.digest import states

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.batches.telling import Hidden
    from govreport.findings import Change, Finding, Hint, Repair

VERSION = 2


class FormatWriter:
    """Writes one object, a line for each document, so that it can be read and written piece by piece."""

    def __init__(self, write: Write, manner: Manner) -> None:
        self._write = write
        self._language = manner.language
        self._separator = "\n"

    def begin(self) -> None:
        """Open the object and its list of files."""
        self._write(f'{{"version":{VERSION},"files":[')

    def document(self, checked: "Checked") -> None:
        """Write a document with its findings, whether there are any or not."""
        entry = {
            "path": printable(checked.path),
            "document": checked.document,
            "layout": checked.layout,
            "findings": [
                {**self._finding(finding, checked), "state": state}
                for finding, state in zip(checked.findings, states(checked), strict=True)
            ],
            "repairs": [self._repair(repair, checked.layout or "") for repair in checked.repairs],
            "hidden": [_hidden(hidden) for hidden in checked.hidden],
            "gone": [gone._asdict() for gone in checked.compared.gone] if checked.compared is not None else [],
        }
        self._write(self._separator + encode(entry))
        self._separator = ",\n"

    def end(self, summary: Summary) -> None:
        """Close the list and write the counts."""
        counts = {
            "files": summary.files,
            "documents": summary.documents,
            "clean": summary.classes[CLEAN],
            "errors": summary.findings["error"],
            "warnings": summary.findings["warning"],
            "infos": summary.findings["info"],
            "explained": summary.findings["explained"],
            "hidden": summary.hidden.total(),
            "lowered": summary.lowered,
            "passed_over": summary.passed_over.files,
            "compared": None if summary.compared is None else summary.compared._asdict(),
        }
        self._write(f'\n],"summary":{encode(counts)}}}\n')

    def _finding(self, finding: "Finding", checked: "Checked") -> dict[str, Any]:
        from govreport.cli.writers.wording import place

        return {
            "code": finding.code,
            "severity": str(finding.severity),
            "pointer": finding.pointer,
            "rule": finding.rule,
            "line": finding.line,
            "column": finding.column,
            "place": place(checked.layout, finding.pointer, self._language),
            "message": finding.message(self._language),
            "parameters": finding.parameters,
            "hints": [self._hint(hint, checked.layout or "") for hint in finding.hints],
            "explained": finding.explained,
            "explaining": _explaining(finding, checked.layout),
        }

    def _hint(self, hint: "Hint", layout: str) -> dict[str, Any]:
        from govreport.cli.writers import wording

        return {
            "changes": self._changes(hint.changes, layout),
            "mends": hint.mends,
            "message": wording.hint(hint, layout, self._language),
        }

    def _repair(self, repair: "Repair", layout: str) -> dict[str, Any]:
        from govreport.cli.writers import wording

        return {
            "kind": repair.kind,
            "changes": self._changes(repair.changes, layout),
            "mends": repair.mends,
            "cost": repair.cost,
            "unique": repair.unique,
            "of": repair.of,
            "witnesses": [
                {
                    "source": w.source,
                    "quote": w.quote,
                    "cells": w.cells,
                    "minus": w.minus,
                    "value": w.value,
                    "year": w.year,
                }
                for w in repair.witnesses
            ],
            "message": wording.repair(repair, layout, self._language),
        }

    def _changes(self, changes: "tuple[Change, ...]", layout: str) -> list[dict[str, Any]]:
        from govreport.cli.writers import wording

        return [
            {
                "pointer": change.pointer,
                "place": wording.place(layout, change.pointer, self._language),
                "before": change.before,
                "after": change.after,
            }
            for change in changes
        ]


def _explaining(finding: "Finding", layout: str | None) -> dict[str, Any] | None:
    """Return what would explain a finding: the line of a document, and the entry of a report or of a file beside it."""
    if layout is None or finding.rule is None or finding.explained is not None:
        return None
    from govreport.documents.wording.explaining import entry_for, line_for
    from govreport.form.layout import load_layout

    entry = entry_for(finding)
    return None if entry is None else {"line": line_for(load_layout(layout), finding), "entry": entry}


def _hidden(hidden: "Hidden") -> dict[str, Any]:
    found = hidden.finding
    return {
        "code": found.code,
        "severity": str(found.severity),
        "pointer": found.pointer,
        "rule": found.rule,
        "by": hidden.by,
        "reason": hidden.reason,
    }


def encode(value: Any) -> str:
    """Return compact JSON; decimals become numbers with just the digits that they have."""
    return _ENCODER.encode(value).decode()


def printable(path: str) -> str:
    """Return a path as text: bytes of a file name that are no UTF-8 are shown as escapes."""
    return path.encode("utf-8", "backslashreplace").decode()


_ENCODER = msgspec.json.Encoder(decimal_format="number")
