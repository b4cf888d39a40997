"""The printed report as one structure that every format writes: head, preamble, sections, notes, findings."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from govreport import messages
from govreport.documents.rendering.grids import Grid, draw_grids, stack
from govreport.documents.rendering.printable import SIGNS, clean, notes_in_order, one_line, paragraphs, title_of
from govreport.findings import Finding, Severity
from govreport.form.layout import Layout, Node, load_layout
from govreport.form.naming import place
from govreport.model.codec import unstructure
from govreport.model.registry import Report
from govreport.rules.sheet import DOUBTFUL_MARKS, Sheet, read_sheet

_NOTE, _FINDING = "注", "※"


@attrs.frozen(kw_only=True)
class Note:
    """A line below a table or a text: its marker, the place that it belongs to, and what it says."""

    marker: str
    pointer: str
    place: str
    text: str

    @property
    def line(self) -> str:
        """The note as one line."""
        return f"{self.marker}（{self.place}）：{self.text}"


@attrs.frozen(kw_only=True)
class Remark:
    """A finding as it is printed: `severity` and `text` are in the reader's language."""

    marker: str
    finding: Finding
    severity: str
    place: str
    text: str
    language: str

    @property
    def line(self) -> str:
        """The remark as one line."""
        between = "：" if self.language == "zh" else ": "
        return f"{self.marker} {self.severity} {self.place}{between}{self.text} [{self.finding.code}]"


@attrs.frozen(kw_only=True)
class Part:
    """One section: a text or a table, with the notes and remarks below it.

    `table` is the whole table, `blocks` are its blocks one by one; a text has neither. `legend` explains
    the signs in the table that do not explain themselves.
    """

    node: Node
    paragraphs: tuple[str, ...] = ()
    table: Grid | None = None
    blocks: tuple[Grid, ...] = ()
    legend: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    remarks: tuple[Remark, ...] = ()


@attrs.frozen(kw_only=True)
class Page:
    """A report as it is printed. `facts` are the labels and values of the head; `remarks` concern no section."""

    report: Report
    title: str
    organ: str
    facts: tuple[tuple[str, str], ...]
    preamble: Part | None
    parts: tuple[Part, ...]
    remarks: tuple[Remark, ...]


def compose(report: Report, findings: Sequence[Finding] = (), language: str = "zh") -> Page:
    """Return the printed form of a report, with the errors and warnings among `findings` marked in it."""
    members = unstructure(report)
    layout = load_layout(report.layout)
    sheet = read_sheet(layout, members)
    notes = [
        Note(marker=f"{_NOTE}{number}", pointer=pointer, place=place(layout, pointer), text=text)
        for number, (pointer, text) in enumerate(notes_in_order(layout, members), 1)
    ]
    printed = [f for f in findings if f.severity is not Severity.INFO]
    remarks = [_remark(f"{_FINDING}{number}", finding, layout, language) for number, finding in enumerate(printed, 1)]
    markers: dict[str, tuple[str, ...]] = {}
    for pointer, marker in [(n.pointer, n.marker) for n in notes] + [(r.finding.pointer, r.marker) for r in remarks]:
        markers[pointer] = (*markers.get(pointer, ()), marker)
    parts = {node.name: _part(node, sheet, notes, remarks, markers) for node in layout.root.children if node.is_section}
    preamble = parts.pop("preamble")
    return Page(
        report=report,
        title=one_line(title_of(layout, members)),
        organ=one_line(report.organ.name),
        facts=tuple(_facts(layout, members)),
        preamble=preamble if preamble.paragraphs or preamble.notes or preamble.remarks else None,
        parts=tuple(parts.values()),
        remarks=tuple(r for r in remarks if _section(r.finding.pointer) not in {*parts, "preamble"}),
    )


def _part(
    node: Node, sheet: Sheet, notes: Sequence[Note], remarks: Sequence[Remark], markers: Mapping[str, tuple[str, ...]]
) -> Part:
    blocks = draw_grids(node, sheet, markers) if node.axis else ()
    return Part(
        node=node,
        paragraphs=() if node.axis else tuple(paragraphs(sheet.member(node.pointer) or "")),
        table=stack(blocks, node.pointer) if blocks else None,
        blocks=blocks,
        legend=tuple(_legend(node, sheet)),
        notes=tuple(n for n in notes if _section(n.pointer) == node.name),
        remarks=tuple(r for r in remarks if _section(r.finding.pointer) == node.name),
    )


def _facts(layout: Layout, members: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    titles = {pointer: node.title for pointer, node in layout.nodes.items()}
    yield titles["/organ/name"], one_line(members["organ"]["name"])
    yield titles["/year"], f"{members['year']}年"
    if "period" in members:
        yield titles["/period"], f"{_day(members['period']['start'])}至{_day(members['period']['end'])}"
    if "published" in members:
        yield titles["/published"], _day(members["published"])


def _day(iso: str) -> str:
    """Return a date as Chinese documents write it; one that is not in the calendar as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.year}年{day.month}月{day.day}日"


def _legend(node: Node, sheet: Sheet) -> Iterator[str]:
    marks = [m for m in sheet.members.get("marks", ()) if _section(m["pointer"]) == node.name]
    used = {m["mark"] for m in marks if "printed" not in m}
    for mark in sorted(DOUBTFUL_MARKS & used):
        yield f"“{SIGNS[mark]}”：{messages.word(f'mark-{mark}')}"


def _remark(marker: str, finding: Finding, layout: Layout, language: str) -> Remark:
    text = clean(finding.message(language))
    if finding.explained is not None:
        text += f"〔{messages.word('explained', language)}：{one_line(finding.explained)}〕"
    where = place(layout, finding.pointer, language) if finding.pointer else layout.root.title
    severity = messages.word(finding.severity.value, language)
    return Remark(marker=marker, finding=finding, severity=severity, place=clean(where), text=text, language=language)


def _section(pointer: str) -> str:
    return pointer.split("/")[1] if pointer else ""
