"""A repair applied to a report: the new figures, and a note at each of them that says what stood there."""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from govreport.findings import Change, Repair

Note = Callable[[Change], str]


def apply(members: Mapping[str, Any], repair: Repair, note: Note) -> dict[str, Any]:
    """Return a copy of a decoded report with the changes of a repair made, and a note of each.

    `note` gives the text of the note; where a place has one already, the text follows it. A cell that gets a
    figure loses its mark. Raises ValueError where a figure is not the one that the repair was found for.
    """
    report = copy.deepcopy(dict(members))
    for change in repair.changes:
        _put(report, change)
        _annotate(report, change.pointer, note(change))
    filled = {change.pointer for change in repair.changes}
    if "marks" in report:
        report["marks"] = [mark for mark in report["marks"] if mark["pointer"] not in filled]
        if not report["marks"]:
            del report["marks"]
    return report


def _put(report: dict[str, Any], change: Change) -> None:
    holder, name = _place(report, change.pointer)
    if holder[name] != change.before:
        raise ValueError(f"{change.pointer} is {holder[name]!r}, not {change.before!r}")
    holder[name] = change.after


def _place(report: dict[str, Any], pointer: str) -> tuple[dict[str, Any], str]:
    """Return the object that holds a figure and its name there: a cell, or a figure printed undivided."""
    for entry in report.get("undivided", ()):
        if entry["pointer"] == pointer:
            return entry, "value"
    holder: Any = report
    *path, name = pointer.split("/")[1:]
    for step in path:
        holder = holder[step]
    return holder, name


def _annotate(report: dict[str, Any], pointer: str, text: str) -> None:
    notes = report.setdefault("notes", [])
    for entry in notes:
        if entry["pointer"] == pointer:
            entry["text"] = f"{entry['text']}\n{text}"
            return
    notes.append({"pointer": pointer, "text": text})
