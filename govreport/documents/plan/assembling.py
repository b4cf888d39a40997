"""Rows to groups of tasks, with marks, remarks, evidence, and what is to be said of the reading."""

from collections.abc import Sequence
from typing import Any

from govreport.documents.paper import Evidence
from govreport.documents.plan.tables.columns import Column, Header, title
from govreport.documents.plan.tables.rows import Row, Value, unread
from govreport.findings import Finding, Severity, cut
from govreport.rules.terms import read_time, read_units

_LONGEST_MARK = 1000


class Assembler:
    """Puts the rows of one table into the members of a plan."""

    def __init__(self, plan: str, header: Header) -> None:
        self._plan = plan
        self._header = header
        self.groups: list[dict[str, Any]] = []
        self.marks: list[dict[str, Any]] = []
        self.notes: list[dict[str, str]] = []
        self.evidence: dict[str, Evidence] = {}
        self.findings: list[Finding] = []

    def add(self, rows: Sequence[Row]) -> None:
        """Add the tasks of rows in their order."""
        for row in rows:
            if row.name is not None or not self.groups:
                # The first task has no group before it to go on with.
                name = row.name or (unread("", row.evidence) if self._header.has("name") else Value())
                pointer = f"/groups/{len(self.groups)}"
                self.groups.append({"name": self._take(f"{pointer}/name", name, "name", row), "tasks": []})
                self.evidence.setdefault(f"{pointer}/name", row.evidence)
            tasks = self.groups[-1]["tasks"]
            pointer = f"/groups/{len(self.groups) - 1}/tasks/{len(tasks)}"
            tasks.append(self._task(pointer, row))
            self.notes.extend({"pointer": pointer, "text": remark} for remark in row.remarks)

    def _task(self, pointer: str, row: Row) -> dict[str, Any]:
        number = self._take(f"{pointer}/number", row.number, "number", row)
        text = self._take(f"{pointer}/text", row.text, "text", row)
        units = self._take(f"{pointer}/units/printed", row.units, "units", row)
        time = self._take(f"{pointer}/time/printed", row.time, "time", row)
        said = read_time(self._plan, time) if time is not None else None
        return {
            "number": None if number is None else int(number),
            "text": text,
            "units": {"names": list(read_units(self._plan, units)) if units is not None else [], "printed": units},
            "time": {"printed": time, "kind": said.kind if said else None, "month": said.month if said else None},
        }

    def _take(self, pointer: str, value: Value, column: Column, row: Row) -> str | None:
        """Return the text of a value; for one without, note the mark and say what could not be read."""
        if value.evidence is not None:
            self.evidence[pointer] = value.evidence
        if value.text is not None or value.mark is None:
            return value.text
        fits = value.printed is not None and len(value.printed) <= _LONGEST_MARK
        self.marks.append({"pointer": pointer, "mark": value.mark, **({"printed": value.printed} if fits else {})})
        if value.printed is not None and not fits:
            self.notes.append({"pointer": pointer, "text": value.printed})
        if value.mark in ("ambiguous", "illegible"):
            self._say(pointer, value, column, row)
        return None

    def _say(self, pointer: str, value: Value, column: Column, row: Row) -> None:
        task = row.number.text or "?"
        if value.printed is None and value.mark == "ambiguous" and column in _MERGED:
            # Nothing is left unread: everything that is printed was told to belong to other columns.
            finding = Finding(code=_MERGED[column], severity=Severity.INFO, pointer=pointer, parameters={"task": task})
        else:
            finding = Finding(
                code="task-part-unread",
                severity=Severity.WARNING,
                pointer=pointer,
                parameters={
                    "task": task,
                    "title": title(self._plan, column),
                    "printed": cut(" ".join((value.printed or "").split())),
                },
            )
        self.findings.append(finding)


_MERGED: dict[Column, str] = {"time": "task-time-merged", "units": "task-units-merged"}


def without_values(plan: str, header: Header) -> list[Finding]:
    """Return what is to be said of the columns that a table does not print."""
    wanted: tuple[Column, ...] = ("number", "text", "units", "time")
    return [
        Finding(
            code="plan-part-not-found",
            severity=Severity.INFO,
            pointer="/groups",
            parameters={"title": title(plan, column)},
        )
        for column in wanted
        if not header.has(column)
    ]
