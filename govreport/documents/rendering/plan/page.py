"""The printed work plan as one structure that every format writes: lines, the table of tasks, notes and findings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs

from govreport import messages
from govreport.documents.plan.lines.wrapping import compact
from govreport.documents.plan.tables.columns import titles
from govreport.documents.rendering.plan.printable import COLUMNS, boxes
from govreport.documents.rendering.remarks import Note, Remark, printed_day, told
from govreport.documents.rendering.report.printable import one_line, paragraphs
from govreport.documents.wording.signs import FINDING, PHRASES, SIGNS
from govreport.findings import Finding
from govreport.form.layout import Layout
from govreport.rules.sheet import DOUBTFUL_MARKS, Sheet

Kind = Literal["number", "heading", "to", "text", "signed", "title", "fact", "section", "item"]
_LIST = "、"


@attrs.frozen(kw_only=True)
class TextLine:
    """A line of the print: what it is, its text, and for an item the title with which the text begins."""

    kind: Kind
    text: str
    lead: str = ""


@attrs.frozen(kw_only=True)
class TaskBox:
    """A box of the table: what stands in it, the place that it shows, and how many tasks it reaches over."""

    column: int
    row: int
    text: str
    pointer: str
    rowspan: int = 1
    markers: tuple[str, ...] = ()

    @property
    def is_failing(self) -> bool:
        """A finding points at the box."""
        return any(marker.startswith(FINDING) for marker in self.markers)


@attrs.frozen(kw_only=True)
class PlanPage:
    """A work plan as it is printed.

    `head` is what stands before the text: the notice, the title and the facts; `body` is the text. `boxes` are
    those of the table by rows, without its header, whose labels are `columns`. `remarks` concern no box. `form` is
    what titles call a plan: before it their lines may be broken. `table_name` is what the table is in any plan.
    """

    title: str
    organ: str
    form: str
    table_name: str
    head: tuple[TextLine, ...]
    body: tuple[TextLine, ...]
    table_title: str | None
    columns: tuple[str, ...]
    boxes: tuple[TaskBox, ...] = attrs.field(repr=False)
    legend: tuple[str, ...]
    notes: tuple[Note, ...]
    remarks: tuple[Remark, ...]
    table_remarks: tuple[Remark, ...]

    def rows(self) -> list[list[TaskBox]]:
        """Return the boxes by the row in which they begin."""
        rows: list[list[TaskBox]] = [[] for _ in range(1 + max((box.row for box in self.boxes), default=-1))]
        for box in self.boxes:
            rows[box.row].append(box)
        return rows


def compose_plan(sheet: Sheet, findings: Sequence[Finding] = (), language: str = "zh") -> PlanPage:
    """Return the printed form of a work plan, given as its sheet, with the errors and warnings of `findings` marked."""
    layout, members = sheet.layout, sheet.members
    groups, table_title = members["groups"], members.get("table_title")
    notes, remarks, markers = told(layout, members, findings, language)
    used = {entry["mark"] for entry in members.get("marks", ()) if "printed" not in entry}
    in_table = [remark for remark in remarks if remark.finding.pointer.startswith("/groups") and groups]
    return PlanPage(
        title=compact(one_line(members["title"])),
        organ=one_line(members["organ"]["name"]),
        form=layout.root.title,
        table_name=layout.nodes["/groups"].title,
        head=tuple(_head(layout, members)),
        body=tuple(_body(members)),
        table_title=compact(one_line(table_title)) if table_title and groups else None,
        columns=titles(layout.id),
        boxes=tuple(_boxes(members, markers)),
        legend=tuple(f"“{SIGNS[mark]}”：{messages.word(f'mark-{mark}')}" for mark in sorted(DOUBTFUL_MARKS & used)),
        notes=tuple(notes),
        remarks=tuple(remark for remark in remarks if remark not in in_table),
        table_remarks=tuple(in_table),
    )


def _head(layout: Layout, members: Mapping[str, Any]) -> Iterator[TextLine]:
    titles = {pointer: node.title for pointer, node in layout.nodes.items()}
    facts = [("/organ/name", one_line(members["organ"]["name"]))]
    facts.append(("/year", PHRASES["year"].format(year=members["year"])))
    number = "".join(one_line(members.get("number", "")).split())
    to = _LIST.join(map(one_line, members.get("addressees", ())))
    day = printed_day(members["date"]) if "date" in members else ""
    notice = members.get("notice")
    if notice is None:
        facts.extend([("/number", number), ("/date", day), ("/addressees", to)])
    else:
        signature = compact(one_line(notice.get("signature", "")))
        lines: list[tuple[Kind, str]] = [("number", number), ("heading", compact(one_line(notice["title"])))]
        lines.append(("to", f"{to}：" if to else ""))
        lines.extend(("text", text) for text in paragraphs(notice["text"]))
        lines.extend((("signed", signature), ("signed", day)))
        yield from (TextLine(kind=kind, text=text) for kind, text in lines if text)
    yield TextLine(kind="title", text=compact(one_line(members["title"])))
    yield from (TextLine(kind="fact", text=f"{titles[pointer]}：{text}") for pointer, text in facts if text)


def _body(members: Mapping[str, Any]) -> Iterator[TextLine]:
    yield from (TextLine(kind="text", text=text) for text in paragraphs(members.get("preamble", "")))
    for section in members["sections"]:
        yield TextLine(kind="section", text=one_line(section["title"]))
        yield from (TextLine(kind="text", text=text) for text in paragraphs(section.get("text", "")))
        for item in section.get("items", ()):
            first, *more = paragraphs(item["text"]) or [""]
            # Run in, as official documents print it: the text goes on behind the full stop of its title.
            yield TextLine(kind="item", text=first, lead=one_line(item["title"]) + ("。" if first else ""))
            yield from (TextLine(kind="text", text=text) for text in more)


def _boxes(members: Mapping[str, Any], markers: Mapping[str, tuple[str, ...]]) -> Iterator[TaskBox]:
    texts = boxes(members)

    def box(column: int, row: int, pointer: str, rowspan: int = 1) -> TaskBox:
        # What is said of a value, or of a group of values that has one box, stands in that box.
        parts = pointer.split("/")
        shown = (
            [pointer] if len(parts) < 7 else [*("/".join(parts[:n]) for n in (6, 7)), "/".join([*parts[:6], "names"])]
        )
        found = tuple(marker for place in dict.fromkeys(shown) for marker in markers.get(place, ()))
        return TaskBox(column=column, row=row, text=texts[pointer], pointer=pointer, rowspan=rowspan, markers=found)

    row = 0
    for g, group in enumerate(members["groups"]):
        for t in range(len(group["tasks"])):
            number, *others = (f"/groups/{g}/tasks/{t}/{place}" for place in COLUMNS.values())
            yield box(0, row, number)
            if t == 0:
                yield box(1, row, f"/groups/{g}/name", len(group["tasks"]))
            yield from (box(column, row, pointer) for column, pointer in enumerate(others, 2))
            row += 1
