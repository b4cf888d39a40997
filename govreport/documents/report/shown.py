"""What a document shows of the form: labels, table by table, and titles of sections, before its layout is known."""

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from govreport import resources
from govreport.documents.report.form_sections import numbered_sections
from govreport.documents.report.section_ranges import SectionRanges
from govreport.documents.report.tables.form import load_form
from govreport.documents.wording.labels import closest, fold, numeral


@attrs.frozen(kw_only=True, eq=False)
class Shown:
    """The labels of any layout by the table in whose place they stand, and how many titles of sections are there.

    `others` are texts in boxes of the tables that are no label of any layout. Of the titles, `numbered` have the number
    that the form gives them; `titles` are these, and those that every layout has: what only some have, may be
    another heading of the text where its number differs.
    """

    labels: Mapping[str, frozenset[str]]
    others: Mapping[str, frozenset[str]]
    titles: int
    numbered: int

    @property
    def all_labels(self) -> frozenset[str]:
        """The labels of all tables."""
        return frozenset().union(*self.labels.values())

    def missing(self, layout: str) -> int:
        """Return how many labels and titles of a layout are not there, or have another number."""
        absent = sum(label not in self.labels.get(table, ()) for table, label in own_labels(layout))
        return absent + len(numbered_sections(load_form(layout).layout)) - self.numbered


def show(ranges: Mapping[str, SectionRanges]) -> dict[str, Shown]:
    """Return what a document shows by each layout, given its sections by each."""
    # Layouts with the same titles have the same sections.
    known = {one: _show(one) for one in dict.fromkeys(ranges.values())}
    return {layout: known[one] for layout, one in ranges.items()}


def with_misprints(shown: Mapping[str, Shown], wanted: Iterable[str]) -> tuple[dict[str, Shown], frozenset[str]]:
    """Return what is shown if texts that are like one of the `wanted` labels are misprints of it, and these labels."""
    likely = {one: _with_misprints(one, frozenset(wanted)) for one in dict.fromkeys(shown.values())}
    found = frozenset(label for _, labels in likely.values() for label in labels)
    return {layout: likely[one][0] for layout, one in shown.items()}, found


@cache
def features() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return the labels of all layouts by table, each with the layouts that have it, alone or as part of another.

    Tables are in the order of print.
    """
    texts = {layout: {label for _, label in own_labels(layout)} for layout in resources.layouts()}
    found: dict[str, dict[str, frozenset[str]]] = {}
    for layout in resources.layouts():
        for table, label in own_labels(layout):
            having = frozenset(other for other, known in texts.items() if any(label in text for text in known))
            found.setdefault(table, {})[label] = having
    return found


@cache
def own_labels(layout: str) -> tuple[tuple[str, str], ...]:
    """Return (table, label) of every row, column and group of a layout, each once, in the order of print."""
    labels = (
        (block.table, label)
        for block in load_form(layout).blocks
        for line in (*block.rows, *block.columns)
        for label in line.labels
    )
    return tuple(dict.fromkeys(labels))


def _show(ranges: SectionRanges) -> Shown:
    boxes: dict[str, set[str]] = {table: set() for table in features()}
    for grid, rows in ranges.grids():
        tables = dict(rows)
        for box in grid.boxes:
            text, here = box.text, tables.get(box.row, ())
            # A figure is no label.
            if not here or not text or text.isdecimal():
                continue
            label = fold(text)
            if label and not label.isdecimal():
                for table in here:
                    boxes[table].add(label)
    for long in ranges.long_tables():
        # A row for each figure: its labels may stand joined in one box.
        told = "".join(fold(text) for row in long.rows for text in row.labels.values())
        for name, known in features().items():
            boxes[name].update(label for label in known if label in told)
    lines = _lines(ranges, has_boxes=any(boxes.values()))
    labels = {
        table: frozenset(label for label in known if label in boxes[table] or label in lines.get(table, ""))
        for table, known in features().items()
    }
    if not any(labels.values()):
        # A box may hold all labels of a figure, one behind the other.
        whole = {table: "".join(sorted(found)) for table, found in boxes.items()}
        labels = {t: frozenset(label for label in known if label in whole[t]) for t, known in features().items()}
    titles = ranges.titles.values()
    numbered = {
        title.node.pointer for title in titles if numeral(ranges.items[title.first].text) == numeral(title.node.title)
    }
    return Shown(
        labels=labels,
        others={table: frozenset(found - labels[table]) for table, found in boxes.items()},
        titles=sum(t.node.pointer in numbered or fold(t.node.title) in _titles_of_all() for t in titles),
        numbered=len(numbered),
    )


@cache
def _titles_of_all() -> frozenset[str]:
    """Return the titles that every layout has, whatever their numbers."""
    titles = (
        {fold(text) for node in numbered_sections(load_form(layout).layout) for text in (node.title, *node.aliases)}
        for layout in resources.layouts()
    )
    return frozenset.intersection(*map(frozenset, titles))


def _lines(ranges: SectionRanges, *, has_boxes: bool) -> dict[str, str]:
    """Return the lines among which each table may be spelled out, run together.

    Where neither grids nor titles of tables are there, all may stand below the title before them, in lines whose words
    stand apart.
    """
    if not ranges.titles:
        whole = "".join(fold(item.text) for item in ranges.items)
        return dict.fromkeys(features(), whole)
    tables = [title.node for title in ranges.titles.values() if title.node.axis is not None]
    if tables or has_boxes:
        return {node.pointer: "".join(fold(item.text) for item in ranges.texts(node)) for node in tables}
    return {
        table.pointer: "".join(fold(i.text) for i in ranges.lines(table) if i.paragraph and i.paragraph.words)
        for table in ranges.tables
    }


def _with_misprints(shown: Shown, wanted: frozenset[str]) -> tuple[Shown, frozenset[str]]:
    labels, found = dict(shown.labels), set()
    for table, known in features().items():
        candidates = wanted.intersection(known)
        for text in shown.others[table] if candidates else ():
            label = closest(text, candidates)
            if label is not None:
                found.add(label)
                labels[table] |= {label}
    return attrs.evolve(shown, labels=labels), frozenset(found)
