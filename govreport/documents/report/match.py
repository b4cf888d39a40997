"""A paper to a report: the titles part it, the tables fill the cells, what stands between them is text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from govreport.documents.paper import Evidence, Paper, Printed
from govreport.documents.report.enclosed import not_enclosed
from govreport.documents.report.form_sections import head_text, opening_text
from govreport.documents.report.headings import tell_headings
from govreport.documents.report.identity import (
    Identity,
    Known,
    declared_year,
    find_identity,
    stated_heads,
    surroundings,
)
from govreport.documents.report.layouts import LayoutFound, find_layout
from govreport.documents.report.matched import Matched, cell_groups, empty_tables, object_at, order_members
from govreport.documents.report.missing import tell_missing
from govreport.documents.report.section_ranges import SectionRanges, ranges_by_layout
from govreport.documents.report.signature import find_signature
from govreport.documents.report.table_reading import read_tables
from govreport.documents.report.tables.form import Form, load_form
from govreport.documents.report.tables.readings import Readings
from govreport.documents.wording.explaining import strip_explanations
from govreport.documents.wording.finding_words import Passage
from govreport.documents.wording.items import Item, items_of, paragraphs, text_edge, text_margin
from govreport.documents.wording.notes import cell_notes, strip_notes
from govreport.documents.wording.page_lines import is_page_data
from govreport.findings import Finding, Severity, cut
from govreport.form.layout import Layout, load_layout
from govreport.form.roles import unit_of
from govreport.pointers import put
from govreport.rules.sheet import group_cells

# Who reports on which year stands at the beginning of the text, if at all.
_LONGEST_OPENING = 2000


def match(paper: Paper) -> Matched:
    """Return what a paper says in terms of the form; nothing is guessed."""
    items = list(items_of(paper))
    ranges = ranges_by_layout(paper, items)

    def year() -> int | None:
        name, newest = next(reversed(ranges.items()))
        layout = load_layout(name)
        title = newest.titles.get(opening_text(layout).pointer)
        texts = [item.text for item in newest.texts(title.node)] if title is not None else []
        return declared_year(layout, surroundings(paper, newest, " ".join(texts)[:_LONGEST_OPENING]))

    found = find_layout(ranges, year)
    if found is None:
        return Matched(findings=(Finding(code="layout-not-found", severity=Severity.ERROR),))
    return _Matcher(load_form(found.id), paper, ranges[found.id]).run(found)


class _Matcher:
    """Gathers the members of the report, where each was found, and what is to be said of it."""

    def __init__(self, form: Form, paper: Paper, regions: SectionRanges) -> None:
        self._form = form
        self._layout: Layout = form.layout
        self._paper = paper
        self._regions = regions
        self._margin = text_margin(regions.items)
        running = [title.node for title in regions.titles.values() if title.node.axis is None]
        self._edge = text_edge([*regions.before, *(item for node in running for item in regions.texts(node))])
        self._readings = Readings(form)
        self._members: dict[str, Any] = {}
        self._evidence: dict[str, Evidence] = {}
        self._texts: dict[str, Sequence[Printed]] = {}
        self._explanations: list[Mapping[str, str]] = []
        titles = regions.titles.values()
        self._last = max(titles, key=lambda title: title.first).node if titles else None
        self._signature = find_signature(regions.texts(self._last)) if self._last is not None else None

    def run(self, found: LayoutFound) -> Matched:
        """Read everything and tell what is missing."""
        regions, layout = self._regions, self._layout
        self._members["layout"] = found.id
        self._readings = readings = read_tables(self._form, regions)
        if not readings.cells and not readings.undivided and not regions.titles:
            return Matched(findings=(Finding(code="layout-not-found", severity=Severity.ERROR),))
        groups = readings.mixed_labels()
        others = [*found.others, *groups]
        if others:
            # A row more is only worth a look; one in the place of rows of the form leaves these without figures.
            severity = Severity.WARNING if groups else Severity.INFO
            readings.say("layout-mixed", "/layout", severity, found=cut("、".join(others)), layout=found.id)
        if found.near:
            near = cut("、".join(found.near))
            readings.say("layout-near", "/layout", Severity.INFO, layout=found.id, others=near, by=found.by)
        if regions.has_next_report:
            readings.say("reports-several", "", Severity.INFO)
        for pointer, title in regions.titles.items():
            self._evidence[pointer] = regions.items[title.first].evidence
        tell_headings(readings, regions.titles, regions.items, regions.has_next_report)
        sections = self._read_sections()
        self._read_identity()
        self._tell_enclosures()
        missing = [
            node for node in layout.root.children if node.is_section and node.required and node.pointer not in sections
        ]
        for node in missing:
            readings.say("section-not-found", node.pointer, Severity.ERROR, title=node.title)
        is_complete = self._fill()
        return Matched(
            layout=found,
            members=order_members(layout, self._members),
            evidence=self._evidence,
            texts=self._texts,
            findings=tuple(sorted(readings.findings, key=lambda finding: layout.order(finding.pointer))),
            has_all_else=is_complete and not missing,
        )

    def _read_sections(self) -> set[str]:
        """Read the texts of the sections, and the notes below texts and tables; return the sections found."""
        found = set()
        for pointer, title in self._regions.titles.items():
            items = self._regions.texts(title.node)
            found.add(pointer)
            heading = self._regions.items[title.first]
            self._texts[pointer] = _printed([heading, *items] if title.rest else items)
            if title.node.axis is None:
                if title.node is self._last and self._signature is not None:
                    items = items[: self._signature.start]
                texts, notes = strip_notes(self._layout, self._unexplaining(items))
                self._members[title.node.name] = "\n".join([title.rest, *texts] if title.rest else texts)
            else:
                notes = cell_notes(self._layout, pointer, self._unexplaining(items))
            self._readings.remarks.extend(notes)
        for table in self._layout.tables:
            if any(cell.startswith(f"{table.pointer}/") for cell in self._readings.cells):
                found.add(table.pointer)
        return found

    def _tell_enclosures(self) -> None:
        """Say where an attachment is announced that does not follow; a page of a site may link it anywhere."""
        if not self._paper.is_bare and (self._paper.title is not None or self._paper.tags):
            return
        texts = {
            node.pointer: text
            for node in self._layout.root.children
            if isinstance(text := self._members.get(node.name), str)
        }
        for pointer, found in not_enclosed(texts, self._regions.items):
            self._readings.say("attachment-not-found", pointer, Severity.INFO, found=cut(found))

    def _unexplaining(self, items: Sequence[Item]) -> list[str]:
        """Return the paragraphs of items, and keep those that explain findings for the report's `explanations`."""
        texts = paragraphs(items, self._margin, self._edge)
        kept, explanations = strip_explanations(self._layout, texts)
        lines = [text for text in texts if text not in kept] if explanations else []
        for number, line in enumerate(lines, len(self._explanations)):
            place, _ = Passage(_printed(items)).find(line)
            if place is not None:
                self._evidence[f"/explanations/{number}"] = place
        self._explanations.extend(explanations)
        return kept

    def _read_identity(self) -> None:
        overview = str(self._members.get(opening_text(self._layout).name, ""))[:_LONGEST_OPENING]
        around = surroundings(self._paper, self._regions, overview, self._signature)
        identity = find_identity(self._layout, around)
        self._read_preamble(identity, around.before)
        values: dict[str, Any] = {
            "title": identity.title and identity.title.value,
            "organ": {"name": identity.organ.value} if identity.organ else None,
            "year": identity.year,
            "period": {"start": identity.period[0], "end": identity.period[1]} if identity.period else None,
            "published": identity.published and identity.published.value,
            "source": {"url": identity.url.value} if identity.url else None,
        }
        self._members.update({name: value for name, value in values.items() if value is not None})
        is_known = identity.year is not None
        year = (
            Known(value=str(identity.year), by=identity.year_by, evidence=identity.year_evidence) if is_known else None
        )
        self._tell("/title", "/title", identity.title)
        self._tell("/organ", "/organ/name", identity.organ)
        self._tell("/year", "/year", year)
        self._tell("/published", "/published", identity.published)
        if around.head.misprinted is not None:
            title = self._layout.nodes["/published"].title
            self._readings.say(
                "day-unread", "/published", Severity.WARNING, title=title, found=cut(around.head.misprinted.text)
            )
        if identity.url is not None:
            self._evidence["/source/url"] = Evidence(by=identity.url.by)
        for name, known in (("organ", identity.organ), ("year", year)):
            if known is None:
                title = self._layout.nodes[f"/{name}"].title
                what = f"identity-{name}"
                self._readings.say("identity-not-found", f"/{name}", Severity.ERROR, title=title, what=what)

    def _tell(self, pointer: str, member: str, known: Known | None) -> None:
        """Keep where a value is printed; say it where the head does not print it."""
        if known is None:
            return
        if known.evidence is not None and known.by == "head":
            self._evidence[member] = known.evidence
        elif known.by != "head":
            self._evidence[member] = attrs.evolve(known.evidence or Evidence(), by=known.by)
            if pointer == "/published" and known.by == "signature":
                return  # Printed in the report itself, where a Word file has its day: nothing is to be compared.
            title = self._layout.nodes[pointer].title
            by = f"by-{known.by}"
            self._readings.say("identity-inferred", pointer, Severity.INFO, title=title, found=cut(known.value), by=by)

    def _read_preamble(self, identity: Identity, before: Sequence[Item]) -> None:
        heads = {item.place for item in stated_heads(self._layout, before).values()}
        preamble = [
            item
            for item in before[identity.title_end + 1 :]
            if item.place not in heads and (heads or not is_page_data(item.text))
        ]
        texts, notes = strip_notes(self._layout, paragraphs(preamble, self._margin, self._edge))
        self._readings.remarks.extend(notes)
        if texts:
            self._members[head_text(self._layout).name] = "\n".join(texts)
            self._texts[head_text(self._layout).pointer] = _printed(preamble)

    def _fill(self) -> bool:
        """Put the readings into the tables; tell whether every cell was read."""
        marks, is_complete, not_found = [], True, []
        covered = {c for group in self._readings.undivided for c in group_cells(self._layout, group)}
        self._members.update(empty_tables(self._layout.id))
        for group, nodes in cell_groups(self._layout.id):
            values: dict[str, Any] | None = None
            for node in nodes:
                pointer = node.pointer
                reading = self._readings.cells.get(pointer)
                if pointer in covered:
                    continue
                if reading is None:
                    not_found.append(pointer)
                    continue
                printed, self._evidence[pointer] = reading
                if printed.value is not None:
                    if values is None:
                        values = object_at(self._members, group)
                    values[node.name] = printed.value
                    unit = unit_of(node) if printed.unit else None
                    if unit is not None:
                        put(self._members, unit.pointer, printed.unit)
                    continue
                marks.append(
                    {"pointer": pointer, "mark": printed.mark, **({"printed": printed.text} if printed.text else {})}
                )
                if printed.mark == "illegible" and printed.text:
                    self._readings.say("cell-illegible", pointer, Severity.WARNING, printed=cut(printed.text))
                elif printed.mark == "illegible":
                    self._readings.say("cell-picture", pointer, Severity.WARNING)
                is_complete = is_complete and printed.mark not in ("illegible", "ambiguous")
        tell_missing(self._readings, self._regions, not_found)
        self._fill_lists(marks)
        return is_complete and not not_found

    def _fill_lists(self, marks: list[dict[str, Any]]) -> None:
        undivided = []
        for pointer, figure in sorted(self._readings.undivided.items(), key=lambda entry: self._layout.order(entry[0])):
            undivided.append({"pointer": pointer, "value": figure.value, "label": figure.label})
            self._evidence[pointer] = figure.evidence
        notes = [
            {"pointer": pointer, "text": text}
            for pointer, text in sorted(
                dict.fromkeys(self._readings.remarks), key=lambda entry: self._layout.order(entry[0])
            )
        ]
        for name, entries in (
            ("marks", marks),
            ("undivided", undivided),
            ("notes", notes),
            ("explanations", self._explanations),
        ):
            if entries:
                self._members[name] = entries


def _printed(items: Iterable[Item]) -> tuple[Printed, ...]:
    return tuple((item.text, item.evidence) for item in items)
