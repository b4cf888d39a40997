"""What is said below a print: notes of the document itself, and findings; and how a day is written."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from govreport import messages
from govreport.documents.rendering.report.printable import clean, notes_in_order, one_line
from govreport.documents.wording.signs import FINDING, NOTE, PHRASES
from govreport.findings import Finding, Hint, Severity
from govreport.form.layout import Layout
from govreport.form.naming import place


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


def told(
    layout: Layout, members: Mapping[str, Any], findings: Sequence[Finding], language: str
) -> tuple[list[Note], list[Remark], Mapping[str, tuple[str, ...]]]:
    """Return the notes of a document, the errors and warnings among `findings`, and the markers of both by place."""
    notes = [
        Note(marker=f"{NOTE}{number}", pointer=pointer, place=place(layout, pointer), text=text)
        for number, (pointer, text) in enumerate(notes_in_order(layout, members), 1)
    ]
    printed = [finding for finding in findings if finding.severity is not Severity.INFO]
    remarks = [_remark(f"{FINDING}{number}", finding, layout, language) for number, finding in enumerate(printed, 1)]
    markers: dict[str, list[str]] = {}
    for pointer, marker in [(n.pointer, n.marker) for n in notes] + [(r.finding.pointer, r.marker) for r in remarks]:
        markers.setdefault(pointer, []).append(marker)
    return notes, remarks, {pointer: tuple(own) for pointer, own in markers.items()}


def _remark(marker: str, finding: Finding, layout: Layout, language: str) -> Remark:
    text = clean(finding.message(language))
    if finding.explained is not None:
        text += f"〔{messages.word('explained', language)}：{one_line(finding.explained)}〕"
    elif finding.hints:
        hints = "；".join(_in_words(hint, layout, language) for hint in finding.hints)
        text += f"〔{messages.word('hint', language)}：{hints}〕"
    where = place(layout, finding.pointer, language) if finding.pointer else layout.root.title
    severity = messages.word(finding.severity.value, language)
    return Remark(marker=marker, finding=finding, severity=severity, place=clean(where), text=text, language=language)


def _in_words(hint: Hint, layout: Layout, language: str) -> str:
    blank = messages.word("blank", language)
    return "，".join(
        f"{clean(place(layout, c.pointer, language))} {blank if c.before is None else c.before} → {c.after}"
        for c in hint.changes
    )


def printed_day(iso: str) -> str:
    """Return a date as Chinese documents write it; one that is not in the calendar as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return PHRASES["day"].format(year=day.year, month=day.month, day=day.day)
