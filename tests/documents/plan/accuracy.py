"""How a plan was read: which of its values are wrong, and which were left open."""

from typing import Any, NamedTuple

from govreport import Extraction

from .source import Task

_PLACES = {"number": "number", "text": "text", "units": "units/printed", "time": "time/printed"}


class Accuracy(NamedTuple):
    """Pointers of values that differ from print, of those left null, and of those null without a word of it."""

    wrong: tuple[tuple[str, Any, Any], ...]
    unread: tuple[str, ...]
    silent: tuple[str, ...]


def measure(extraction: Extraction, table: list[Task]) -> Accuracy:
    """Compare the tasks that were read with those that are printed."""
    read: list[tuple[str, dict[str, Any]]] = []
    for g, group in enumerate(extraction.value["groups"]):
        for t, task in enumerate(group["tasks"]):
            pointer = f"/groups/{g}/tasks/{t}"
            flat = {"number": task["number"], "text": task["text"]}
            flat |= {"units": task["units"]["printed"], "time": task["time"]["printed"]}
            read.append((pointer, {**flat, "name": group["name"] if t == 0 else "", "group": f"/groups/{g}"}))
    said = {f.pointer for f in (*extraction.notes, *extraction.problems)}
    wrong: list[tuple[str, Any, Any]] = []
    unread: list[str] = []
    silent: list[str] = []
    pairs = list(zip(read, table, strict=False))
    if len(read) != len(table):
        # Tasks that are missing are told of as text that belongs to none.
        known = {int(task.number): task for task in table}
        pairs = [(entry, known[entry[1]["number"]]) for entry in read]
        unread.extend(f"task {number}" for number in known.keys() - {found["number"] for _, found in read})
        silent.extend(unread if "/groups" not in said and not any(p.startswith("/groups/") for p in said) else ())
    for (pointer, found), task in pairs:
        for name, printed in task._asdict().items():
            value = found[name]
            place = f"{found['group']}/name" if name == "name" else f"{pointer}/{_PLACES[name]}"
            if value is None and printed:
                unread.append(place)
                if place not in said:
                    silent.append(place)
            # A blank at the end of a line is lost in print.
            elif value is not None and str(value).replace(" ", "") != printed.replace(" ", ""):
                wrong.append((place, value, printed))
    return Accuracy(tuple(wrong), tuple(unread), tuple(silent))
