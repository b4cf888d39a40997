"""A paper to a work plan: head, running text and table of tasks, with all that could not be told apart."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from govreport.documents.matches import Certainty
from govreport.documents.paper import Evidence, Paper, Printed
from govreport.documents.plan.assembling import Assembler, without_values
from govreport.documents.plan.head import Head, date_in, find_head, is_attachment, named_in, title_lines
from govreport.documents.plan.lines.wrapping import compact
from govreport.documents.plan.running_text import opens_paragraph, placed_paragraphs, read_sections
from govreport.documents.plan.task_table import Found, find_table
from govreport.documents.report.sections import titles_of
from govreport.documents.wording.items import Item, items_of
from govreport.documents.wording.labels import simplified
from govreport.documents.wording.naming import is_bare_organ, may_be_title, signature
from govreport.documents.wording.notes import FOOTNOTE, numbered_note
from govreport.documents.wording.page_lines import ends_report
from govreport.documents.wording.signs import FINDING, NOTE
from govreport.findings import Finding, Severity, cut
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.kinds import REPORT, WORK_PLAN

_SUBJECT = "政务公开"
_TABLE = re.compile(r"(?:表|清单|台账|分工)(?:[（(].*[）)])?$")
_NUMBERED_NOTE = re.compile(rf"{NOTE}\d+（.*）：", re.DOTALL)
_LEGEND = re.compile(rf"{FINDING}|“[^”]{{1,3}}”：")
# So many sections of the annual report in print, and it is one, whatever else it speaks of.
_MOST_SECTIONS = 2
_LONGEST_NOTE = 10_000
_OF_REPORT = re.compile(r"(?:年度报告|年报)\s*$")
# The title of a table stands at most so many lines above it.
_NEAR = 4


@attrs.frozen(kw_only=True)
class MatchedPlan:
    """What a paper says in terms of the work plan.

    `members` is the plan as JSON values, without the required members that were not found. `is_whole` says that
    everything that is printed was read.
    """

    layout: str
    members: Mapping[str, Any] = attrs.field(repr=False)
    evidence: Mapping[str, Evidence] = attrs.field(repr=False)
    findings: tuple[Finding, ...]

    @property
    def texts(self) -> Mapping[str, Sequence[Printed]]:
        """No texts: each part of a plan that has words has a place of its own."""
        return {}

    @property
    def has_tasks(self) -> bool:
        """Tasks were read, not text alone."""
        return bool(self.members["groups"])

    @property
    def labels(self) -> tuple[str, ...]:
        """No labels: the layout of a plan has no table of its own."""
        return ()

    @property
    def certainty(self) -> Certainty:
        """Nothing but a plan has tasks; its text alone may be that of a report, too."""
        return Certainty.CERTAIN if self.has_tasks else Certainty.POSSIBLE

    @property
    def is_whole(self) -> bool:
        """Nothing that is printed was left unread."""
        return all(finding.severity is Severity.INFO for finding in self.findings)


def match_plan(paper: Paper) -> MatchedPlan | None:
    """Return what a paper says in terms of a work plan, None where it is none; nothing is guessed.

    Of several layouts the one counts of which least is missing and in which least is left unread, the newest of
    those alike.
    """
    items = list(items_of(paper))
    matches = (_match(layout, paper, items) for layout in reversed(WORK_PLAN.layouts))
    found = [match for match in matches if match is not None]
    return min(found, key=lambda match: (_missing(match), len(match.findings)), default=None)


def _missing(match: MatchedPlan) -> int:
    """Return how many required members were not found."""
    members = load_layout(match.layout).root.children
    return sum(member.required and member.name not in match.members for member in members)


def _match(plan: str, paper: Paper, items: Sequence[Item]) -> MatchedPlan | None:
    """Return what a paper says in terms of one layout of the work plan, None where it is no plan."""
    # Most papers are reports, which their sections tell at once.
    if any(len(titles_of(load_layout(form), paper)) > _MOST_SECTIONS for form in REPORT.layouts):
        return None
    table = find_table(plan, paper, items)
    before = items if table is None else [item for item in items if item.place < table.place]
    head = find_head(plan, before)
    if head is None and (table is None or not any(_SUBJECT in simplified(item.text) for item in before)):
        return None
    if table is None and head is not None and _OF_REPORT.search(simplified(str(head.members.get("title", "")))):
        # Its sections or tables are not shown, or stand elsewhere: a report of which nothing was read is no plan.
        return None
    matched = _Matcher(plan, head or Head(), before, table).run()
    return matched if table is not None or matched.members["sections"] else None


class _Matcher:
    """Gathers the members of the plan, where each was found, and what is to be said of it."""

    def __init__(self, plan: str, head: Head, before: Sequence[Item], table: Found | None) -> None:
        self._layout = load_layout(plan)
        self._plan = plan
        self._table = table
        self._members: dict[str, Any] = {"layout": plan, **head.members}
        self._evidence = dict(head.evidence)
        self._findings: list[Finding] = []
        self._body = before[head.end :]
        self._remarks: list[str] = []

    def run(self) -> MatchedPlan:
        """Read everything and tell what is missing."""
        notes = self._read_table()
        self._read_table_title()
        self._read_body()
        self._members["notes"] = [*notes, *self._read_notes()]
        for name in ("title", "organ", "year"):
            if name not in self._members:
                title = self._layout.nodes[f"/{name}"].title
                self._say("identity-not-found", f"/{name}", Severity.ERROR, title=title, what=f"identity-{name}")
        found, order = self._members, [node.name for node in self._layout.root.children]
        required = {node.name for node in self._layout.root.children if node.required}
        return MatchedPlan(
            layout=self._plan,
            members={name: found[name] for name in order if found.get(name) or name in required & found.keys()},
            evidence=self._evidence,
            findings=tuple(sorted(self._findings, key=lambda finding: self._layout.order(finding.pointer))),
        )

    def _say(self, code: str, pointer: str, severity: Severity, **parameters: str) -> None:
        self._findings.append(Finding(code=code, pointer=pointer, severity=severity, parameters=parameters))

    def _read_table(self) -> list[dict[str, str]]:
        """Read the tasks; return the remarks on them."""
        self._members["groups"] = []
        if self._table is None:
            return []
        assembler = Assembler(self._plan, self._table.header)
        assembler.add(self._table.rows)
        self._members["groups"] = assembler.groups
        self._members["marks"] = assembler.marks
        self._evidence.update(assembler.evidence)
        self._findings.extend((*assembler.findings, *without_values(self._plan, self._table.header)))
        if not assembler.groups:
            self._say("plan-part-not-found", "/groups", Severity.WARNING, title=self._layout.nodes["/groups"].title)
        left = " ".join(item.text for item in self._table.left)
        return [*assembler.notes, *(self._keep(left) if left else ())]

    def _keep(self, printed: str) -> Iterator[dict[str, str]]:
        """Yield as a note what stands in the table and could be told to belong to no task, and say so."""
        parameters = {"printed": cut(printed)}
        self._findings.append(
            Finding(code="task-lines-unread", severity=Severity.WARNING, pointer="/groups", parameters=parameters)
        )
        yield {"pointer": "/groups", "text": printed[:_LONGEST_NOTE]}

    def _read_table_title(self) -> None:
        """Read the title of the table, which stands above it, or where the table should be."""
        body = self._body
        near = range(len(body) - 1, max(len(body) - 1 - _NEAR, -1), -1)
        last = next((n for n in near if _is_table_title(body[n].text)), None)
        if last is None:
            return
        start, title = title_lines(body, last)
        # A table on its own: its title is that of the document, and all that names the organ and the year.
        name = "table_title" if "title" in self._members else "title"
        self._members = {**named_in(title), **self._members}
        self._members[name] = title
        self._evidence[f"/{name}"] = body[start].evidence
        self._body = body[:start]
        if self._table is None:
            self._say("plan-part-not-found", "/groups", Severity.WARNING, title=self._layout.nodes["/groups"].title)

    def _read_body(self) -> None:
        """Read the text between the title and the table: what introduces it, and its sections."""
        body = self._body
        body = body[: next((n for n, item in enumerate(body) if _ends_text(item)), len(body))]
        if "notice" not in self._members:
            body = self._read_signature(body)
        texts = []
        for text, evidence in placed_paragraphs(body):
            if _NUMBERED_NOTE.match(text):
                self._remarks.append(text)
            elif not _LEGEND.match(text):
                texts.append((text, evidence))
        members, places = read_sections(texts)
        self._members.update(members)
        self._evidence.update(places)

    def _read_signature(self, body: Sequence[Item]) -> Sequence[Item]:
        """Read organ and date below the text, where there is no notice to bear them; return the text above."""
        start = signature(body)
        for item in body[start:]:
            date = date_in(item.text)
            if date is not None:
                self._members.setdefault("date", date)
                self._evidence.setdefault("/date", item.evidence)
            elif is_bare_organ(item.text):
                self._members["organ"] = {"name": compact(item.text)}
                self._evidence["/organ/name"] = item.evidence
        return body[:start]

    def _read_notes(self) -> Iterator[dict[str, str]]:
        """Yield the remarks printed behind the text and the table, at the places that they name."""
        inside = self._table.remarks if self._table is not None else ()
        behind = tuple(item.text for item in self._table.behind) if self._table is not None else ()
        texts = [text for text in (*self._remarks, *inside, *behind) if not _LEGEND.match(text)]
        is_numbered = any(_NUMBERED_NOTE.match(text) for text in texts)
        pointers = reversed(list(_pointers(self._members))) if is_numbered else ()
        places = {place(self._layout, pointer): pointer for pointer in pointers}
        for text in texts:
            found = numbered_note(places, text)
            footnote = FOOTNOTE.fullmatch(text)
            if found is not None:
                yield {"pointer": found[0], "text": found[1]}
            elif footnote is not None:
                yield {"pointer": "/groups", "text": footnote[1]}
            elif _NUMBERED_NOTE.match(text) or text in inside:
                yield {"pointer": "/groups", "text": text}


def _is_table_title(text: str) -> bool:
    return may_be_title(text) and _TABLE.search(text) is not None and not opens_paragraph(text)


def _ends_text(item: Item) -> bool:
    """Tell whether the running text ends before an item: an attachment begins, or a web page goes on."""
    is_line = item.paragraph is not None and item.paragraph.is_line
    return is_attachment(item.text) or (not is_line and ends_report(item.text))


def _pointers(value: Any, pointer: str = "") -> Iterator[str]:
    """Yield the pointers of all places in a value, from the outer to the inner."""
    if pointer:
        yield pointer
    if isinstance(value, Mapping):
        for name, member in value.items():
            yield from _pointers(member, f"{pointer}/{name}")
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _pointers(member, f"{pointer}/{number}")
