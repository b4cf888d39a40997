"""What the print carries of a work plan: the law is `printable_plan(extract(render(x, format))) == printable_plan(x)`.

The print has, in this order: the number, the notice (title, addressees, text, signature, date), the title of the
plan, its organ and year after their labels, what introduces it, the sections, the title of the table, and the table
of tasks, in which a name is one box over all its tasks. Without a notice number, date and addressees stand below the
title after their labels.

The title of an item is the beginning of its paragraph, up to the first full stop. A mark is printed as in a report:
as it was, or by its usual sign where the characters are not known or would be read as a text. Units are those that
their printed text gives, and the time is what its wording says. Notes and findings are as in a report.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from govreport.documents.plan.lines.wrapping import compact
from govreport.documents.plan.tables.boxes import mark_of, without_markers
from govreport.documents.rendering.report.printable import notes_in_order, one_line, paragraphs
from govreport.documents.wording.signs import SIGNS
from govreport.form.layout import load_layout
from govreport.model.codec import structure, unstructure
from govreport.model.workplan import WorkPlan
from govreport.rules.terms import read_time, read_units

Members = dict[str, Any]
# The member that is null where nothing is printed, of each column of the table.
COLUMNS: Mapping[str, str] = {
    "number": "number",
    "text": "text",
    "units": "units/printed",
    "time": "time/printed",
}


def printable_plan(plan: WorkPlan) -> WorkPlan:
    """Return the plan reduced to what its print carries, written in one way only."""
    members = unstructure(plan)
    texts = boxes(members)
    kept: Members = {"layout": plan.layout, "year": plan.year, "organ": {"name": one_line(plan.organ.name)}}
    if plan.number is not None:
        kept["number"] = "".join(one_line(plan.number).split())
    if plan.date is not None and _is_day(plan.date):
        kept["date"] = plan.date
    if plan.addressees:
        kept["addressees"] = [one_line(name) for name in plan.addressees]
    if plan.notice is not None:
        notice = _texts(members["notice"], lines=("title", "signature"))
        kept["notice"] = {name: text if name == "text" else compact(text) for name, text in notice.items()}
    kept["title"] = compact(one_line(plan.title))
    if plan.preamble and (preamble := "\n".join(paragraphs(plan.preamble))):
        kept["preamble"] = preamble
    kept["sections"] = [_section(section) for section in members["sections"]]
    if plan.table_title is not None and plan.groups:
        kept["table_title"] = compact(one_line(plan.table_title))
    kept["groups"] = [
        {
            "name": _value(texts[f"/groups/{g}/name"]),
            "tasks": [_task(plan.layout, texts, f"/groups/{g}/tasks/{t}") for t in range(len(group["tasks"]))],
        }
        for g, group in enumerate(members["groups"])
    ]
    kept["marks"] = list(_marks(texts))
    layout = load_layout(plan.layout)
    kept["notes"] = [{"pointer": pointer, "text": text} for pointer, text in notes_in_order(layout, members)]
    reduced: WorkPlan = structure(
        {name: value for name, value in kept.items() if value != [] or name in ("sections", "groups")}
    )
    return reduced


def boxes(members: Mapping[str, Any]) -> Mapping[str, str]:
    """Return what is printed in each box of the table, by the pointer of the value that it shows; lines are parted."""
    marks = {entry["pointer"]: entry for entry in members.get("marks", ())}
    return {pointer: _printed(pointer, value, marks) for pointer, value in _values(members)}


def _values(members: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for g, group in enumerate(members["groups"]):
        yield f"/groups/{g}/name", group["name"]
        for t, task in enumerate(group["tasks"]):
            for place in COLUMNS.values():
                value: Any = task
                for name in place.split("/"):
                    value = value[name]
                yield f"/groups/{g}/tasks/{t}/{place}", value


def _printed(pointer: str, value: Any, marks: Mapping[str, Any]) -> str:
    if value is not None:
        lines = paragraphs(str(value))
        return compact(" ".join(lines)) if pointer.endswith(("/name", "/time/printed")) else "\n".join(lines)
    entry = marks.get(pointer, {"mark": "blank"})
    printed = one_line(entry.get("printed", ""))
    # What would be read as a value is no mark in print.
    return printed if printed and mark_of(printed) is not None else SIGNS[entry["mark"]]


def _value(text: str) -> str | None:
    bare = without_markers(text)
    return None if mark_of(bare) is not None else bare


def _marks(texts: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    for pointer, text in texts.items():
        found = mark_of(without_markers(text))
        if found is not None and found.mark is not None:
            yield {"pointer": pointer, "mark": found.mark, **({"printed": found.printed} if found.printed else {})}


def _task(plan: str, texts: Mapping[str, str], pointer: str) -> Members:
    number, text, units, time = (_value(texts[f"{pointer}/{place}"]) for place in COLUMNS.values())
    said = read_time(plan, time) if time is not None else None
    return {
        "number": None if number is None else int(number),
        "text": text,
        "units": {"names": list(read_units(plan, units)) if units is not None else [], "printed": units},
        "time": {"printed": time, "kind": said.kind if said else None, "month": said.month if said else None},
    }


def _section(section: Mapping[str, Any]) -> Members:
    kept = _texts(section, lines=("title",))
    if not kept.get("text", ""):
        kept.pop("text", None)
    if section.get("items"):
        kept["items"] = [_texts(item, lines=("title",)) for item in section["items"]]
    return kept


def _texts(members: Mapping[str, Any], lines: tuple[str, ...]) -> Members:
    """Return the texts among members: `lines` as single lines, the others as paragraphs."""
    return {
        name: one_line(value) if name in lines else "\n".join(paragraphs(value))
        for name, value in members.items()
        if isinstance(value, str)
    }


def _is_day(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True
