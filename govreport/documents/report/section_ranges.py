"""SectionRanges: which section each item and each row of a paper stands in."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from govreport import resources
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph
from govreport.documents.report.form_sections import numbered_sections, titles_key
from govreport.documents.report.named.long_tables import LongTable, long_tables
from govreport.documents.report.sections import Title, find_next_report, titles_of
from govreport.documents.report.tables.turned import with_rows
from govreport.documents.wording.grid_rows import rows_of
from govreport.documents.wording.items import Item
from govreport.documents.wording.naming import is_title
from govreport.documents.wording.page_lines import ends_report
from govreport.form.layout import Layout, Node, load_layout


def ranges_by_layout(paper: Paper, items: Sequence[Item]) -> dict[str, "SectionRanges"]:
    """Return the sections of a paper by each layout, oldest first; layouts with the same titles share them."""
    made: dict[object, SectionRanges] = {}
    found = {}
    for layout in map(load_layout, resources.layouts()):
        titles = titles_key(layout.id)
        if titles not in made:
            made[titles] = SectionRanges(layout, paper, items)
        found[layout.id] = made[titles]
    return found


class SectionRanges:
    """A paper parted by its section titles: a section goes from its title to the next one in print, whichever it is."""

    def __init__(self, layout: Layout, paper: Paper, items: Sequence[Item]) -> None:
        self.items = items
        self.titles: Mapping[str, Title] = titles_of(layout, paper)
        self._sections: Sequence[Node] = numbered_sections(layout)
        self._printed = sorted(self.titles.values(), key=lambda title: title.first)
        self._starts = [items[title.last].place for title in self._printed]
        self._paper = paper
        self._above: Mapping[Evidence, Paragraph] | None = None
        self._grids: dict[bool, Sequence[tuple[Grid, Sequence[tuple[int, frozenset[str]]]]]] = {}
        self._end = self._end_of_report(layout)
        self.container = _common([items[title.first].container for title in self._printed])

    @property
    def has_next_report(self) -> bool:
        """Whether another complete report follows, of which nothing is read."""
        return self._end < len(self.items)

    @property
    def tables(self) -> Sequence[Node]:
        """The sections that are tables."""
        return [node for node in self._sections if node.axis is not None]

    @property
    def before(self) -> Sequence[Item]:
        """The items before the first section, whatever part of the page they stand in."""
        return self.items[: self._printed[0].first] if self._printed else self.items

    def section(self, at: tuple[int, int]) -> Node | None:
        """Return the section in which a place of the paper lies."""
        number = bisect_right(self._starts, at) - 1
        return self._printed[number].node if number >= 0 else None

    def texts(self, node: Node) -> list[Item]:
        """Return the items of a section behind its title, up to where the page goes on without the report."""
        title = self.titles[node.pointer]
        number = self._printed.index(title)
        is_last = number + 1 == len(self._printed)
        end = self._end if is_last else self._printed[number + 1].first
        found = []
        for item in self.items[title.last + 1 : end]:
            goes_on = is_last and not self._paper.is_bare and ends_report(item.text)
            if goes_on or item.container[: len(self.container)] != self.container:
                if is_last:
                    break
                continue
            found.append(item)
        return found

    def grids(self, everywhere: bool = False) -> Sequence[tuple[Grid, Sequence[tuple[int, frozenset[str]]]]]:
        """Return the grids with those of their rows that stand where tables of the form do, and which tables.

        If `everywhere`, every table may stand wherever one of them does, under whatever heading.
        """
        if everywhere not in self._grids:
            self._grids[everywhere] = self._find_grids(everywhere)
        return self._grids[everywhere]

    def _find_grids(self, everywhere: bool) -> Sequence[tuple[Grid, Sequence[tuple[int, frozenset[str]]]]]:
        tables = frozenset(node.pointer for node in self.tables)
        found = []
        for number, part in enumerate(self._paper.parts):
            if isinstance(part, Grid):
                rows = [(y, self._tables(self.section((number, y)))) for y in range(part.height)]
                rows = [(y, tables if everywhere else here) for y, here in rows if here]
                if rows:
                    found.append((part, rows))
        return found

    def long_tables(self) -> Sequence[LongTable]:
        """Return the grids that have a row for each figure."""
        return long_tables(self._paper)

    def above(self, grid: Grid) -> Paragraph | None:
        """Return the paragraph right above a grid."""
        if self._above is None:
            self._above = {
                part.evidence: before
                for before, part in pairwise(self._paper.parts)
                if isinstance(before, Paragraph) and isinstance(part, Grid)
            }
        return self._above.get(grid.evidence)

    def lines(self, table: Node) -> list[Item]:
        """Return the items among which a table may be spelled out in lines."""
        heading = self.heading_of(table)
        if not heading:
            return list(self.items) if not self.titles else []
        return self.texts(self.titles[heading].node)

    def heading_of(self, table: Node) -> str:
        """Return the pointer of the section whose title stands above a table, "" where none does.

        Without a title of its own the table stands in the section before it.
        """
        if table.pointer in self.titles:
            return table.pointer
        above = [n for n in self._sections if n.order < table.order and n.pointer in self.titles]
        return above[-1].pointer if above else ""

    def printed(self, tables: frozenset[str]) -> Iterator[Paragraph | tuple[Grid, Sequence[Box]]]:
        """Yield what is printed where some of the tables may stand: paragraphs, and rows of grids."""
        for number, part in enumerate(self._paper.parts):
            if isinstance(part, Paragraph):
                if not tables.isdisjoint(self._tables(self.section((number, 0)))):
                    yield part
                continue
            for y, boxes in enumerate(rows_of(part)):
                if not tables.isdisjoint(self._tables(self.section((number, y)))):
                    yield part, boxes

    def parts(self, tables: Iterable[str]) -> tuple[Sequence[str], Sequence[Paragraph | Grid]]:
        """Return the paragraphs and grids that stand where some of the tables may, and all tables that may stand there.

        Of a grid, the rows that stand there are given, each run of them as a grid.
        """
        wanted = frozenset(tables)
        standing: set[str] = set()
        found: list[Paragraph | Grid] = []
        for number, part in enumerate(self._paper.parts):
            height = 1 if isinstance(part, Paragraph) else part.height
            here = [self._tables(self.section((number, y))) for y in range(height)]
            kept = [y for y, tables_here in enumerate(here) if not wanted.isdisjoint(tables_here)]
            standing.update(*(here[y] for y in kept))
            if isinstance(part, Paragraph):
                found.extend([part] if kept else [])
            else:
                runs = groupby(enumerate(kept), key=lambda numbered: numbered[1] - numbered[0])
                found.extend(with_rows(part, [y for _, y in run]) for _, run in runs)
        return sorted(standing), found

    def _end_of_report(self, layout: Layout) -> int:
        """Return the number of the item at which another report begins, with its title if that is found."""
        if not self._printed:
            return len(self.items)
        start = self._printed[-1].last + 1
        following = find_next_report(layout, self.items, start)
        if following is None:
            return len(self.items)
        return next((n for n in range(start, following) if is_title(self.items[n].text)), following)

    def _tables(self, section: Node | None) -> frozenset[str]:
        """Return the pointers of the tables that may stand in a section, None being what comes before the first.

        Where the title of a table was not found, its table stands in the section before.
        """
        found = [section.pointer] if section is not None and section.axis is not None else []
        for node in self._sections:
            if section is None or node.order > section.order:
                if node.pointer in self.titles:
                    break
                found.extend([node.pointer] if node.axis is not None else [])
        return frozenset(found)


def _common(paths: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the beginning that all paths share."""
    if not paths:
        return ()
    shortest = min(paths, key=len)
    for depth in range(len(shortest), -1, -1):
        if all(path[:depth] == shortest[:depth] for path in paths):
            return shortest[:depth]
    return ()
