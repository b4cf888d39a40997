"""The printed report as one structure that every format writes: head, preamble, sections, notes, findings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import attrs

from govreport import messages
from govreport.documents.rendering.remarks import Note, Remark, printed_day, told
from govreport.documents.rendering.report.grids import PrintedGrid, draw_grids, stack
from govreport.documents.rendering.report.printable import one_line, paragraphs, title_of
from govreport.documents.wording.signs import PHRASES, SIGNS
from govreport.findings import Finding
from govreport.form.layout import Layout, Node
from govreport.pointers import top_of
from govreport.rules.sheet import DOUBTFUL_MARKS, Sheet

PREAMBLE = "preamble"
YEAR = re.compile(r"20[0-9]{2} ?年度?")


@attrs.frozen(kw_only=True)
class Part:
    """One section: a text or a table, with the notes and remarks below it.

    `table` is the whole table, `blocks` are its blocks one by one; a text has neither. `legend` explains
    the signs in the table that do not explain themselves.
    """

    node: Node
    paragraphs: tuple[str, ...] = ()
    table: PrintedGrid | None = None
    blocks: tuple[PrintedGrid, ...] = ()
    legend: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def has_heading(self) -> bool:
        """What stands before the first section has no heading."""
        return self.node.name != PREAMBLE


@attrs.frozen(kw_only=True)
class Page:
    """A report as it is printed. `facts` are the labels and values of the head; `remarks` concern no section.

    `sheet` has the figures and the members that are printed, `language` is that of what is said about them.
    """

    sheet: Sheet = attrs.field(repr=False)
    title: str
    organ: str
    facts: tuple[tuple[str, str], ...]
    preamble: Part | None
    parts: tuple[Part, ...]
    remarks: tuple[Remark, ...]
    language: str = "zh"

    @property
    def title_pieces(self) -> tuple[str, ...]:
        """The title in the pieces between which its line may be broken: behind the organ and behind the year."""
        return title_pieces(self.title, self.organ)


def title_pieces(title: str, organ: str) -> tuple[str, ...]:
    """Return a title in the pieces between which its line may be broken: behind the organ and behind the year."""
    start, year = title.find(organ), YEAR.search(title)
    ends = {start + len(organ)} if start >= 0 else set()
    ends |= {year.end()} if year is not None else set()
    edges = sorted({0, *ends, len(title)})
    return tuple(title[start:end] for start, end in pairwise(edges))


def compose(sheet: Sheet, findings: Sequence[Finding] = (), language: str = "zh") -> Page:
    """Return the printed form of a report, given as its sheet, with the errors and warnings of `findings` marked."""
    layout, members = sheet.layout, sheet.members
    notes, remarks, markers = told(layout, members, findings, language)
    parts = {node.name: _part(node, sheet, notes, remarks, markers) for node in layout.root.children if node.is_section}
    preamble = parts.pop(PREAMBLE)
    return Page(
        sheet=sheet,
        title=one_line(title_of(layout, members)),
        organ=one_line(members["organ"]["name"]),
        facts=tuple(_facts(layout, members)),
        preamble=preamble if preamble.paragraphs or preamble.notes or preamble.remarks else None,
        parts=tuple(parts.values()),
        remarks=tuple(r for r in remarks if _section(r.finding.pointer) not in {*parts, PREAMBLE}),
        language=language,
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
    yield titles["/year"], PHRASES["year"].format(year=members["year"])
    if "period" in members:
        yield (
            titles["/period"],
            PHRASES["period"].format(**{end: printed_day(day) for end, day in members["period"].items()}),
        )
    if "published" in members:
        yield titles["/published"], printed_day(members["published"])


def _legend(node: Node, sheet: Sheet) -> Iterator[str]:
    marks = [m for m in sheet.members.get("marks", ()) if _section(m["pointer"]) == node.name]
    used = {m["mark"] for m in marks if "printed" not in m}
    for mark in sorted(DOUBTFUL_MARKS & used):
        yield f"“{SIGNS[mark]}”：{messages.word(f'mark-{mark}')}"


def _section(pointer: str) -> str:
    return top_of(pointer)
