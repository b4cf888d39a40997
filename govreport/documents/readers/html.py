"""Web pages: HTML as the content management systems of governments write it.

The parser mends broken markup, never loads anything and runs nothing. Tables that hold other tables lay
out the page: they are taken apart, and what they hold is read in the order of the page.
"""

import re
from collections.abc import Mapping, Sequence

import attrs

from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph, Part
from govreport.documents.readers import plain
from govreport.documents.readers.html_boxes import (
    BLOCKS,
    BREAKS,
    SKIPPED,
    cell_text,
    collect,
    is_hidden,
    is_text,
    line_text,
)
from govreport.documents.readers.html_head import tags_of, title_of
from govreport.documents.readers.html_labels import label_of, may_label, with_headers
from govreport.documents.readers.html_rows import data_rows, group_ends, span_of, steps_apart
from govreport.documents.readers.raised import mark_raised
from govreport.documents.readers.styled_boxes import StyledTable, has_signs, styled_tables
from govreport.documents.readers.styles import Styles
from govreport.documents.readers.svg import drawn_parts
from govreport.documents.text import decode, is_utf8, tidy
from govreport.documents.trees.html import Element, parse_html, with_attribute

# So many characters of a paragraph say where it is.
_WORDS = 20
_TAG = re.compile(rb"""<[A-Za-z][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+""")
# Only where the signs between begin: to look from each of a row of them would cost a square.
_ATTRIBUTE = re.compile(rb"(?<![\s/])[\s/]++[^\s/]")
_CELLS = frozenset({"td", "th"})
_new = tuple.__new__
_LONGEST_TAG, _MOST_ATTRIBUTES = 1 << 14, 4000
# What stands deeper than this shares its box with what is around it: a path is kept for every paragraph.
_LONGEST_PATH = 100


def read(data: bytes, limits: Limits) -> Paper:
    """Return what a web page prints."""
    source, lost = _as_utf8(data)
    _check_attributes(source)
    root = parse_html(source)
    if root is None:
        return Paper(parts=(), lost=lost)
    styles = Styles(root, source)
    mark_raised(root, source, styles)
    is_styled = has_signs(root, styles)
    styles.mark_hidden(root, by_sheets=is_styled or styles.may_hide)
    flow = _Flow(
        limits,
        styled_tables(root, styles, limits) if is_styled else {},
        is_labelled=may_label(source.lower()),
        hides=len(with_attribute(root, "hidden")) > 0,
    )
    parts = flow.run(root)
    return Paper(parts=parts, title=title_of(root), tags=tags_of(root), lost=lost, is_bare=_is_bare(root))


def _check_attributes(source: bytes) -> None:
    """Raise UnreadableDocument for an element of thousands of attributes: the parser holds each against all others."""
    if len(source) < _LONGEST_TAG:
        return
    for tag in _TAG.findall(source):
        if len(tag) >= _LONGEST_TAG and len(_ATTRIBUTE.findall(tag)) > _MOST_ATTRIBUTES:
            raise UnreadableDocument("document-damaged", reason="an element of too many attributes")


def _is_bare(root: Element) -> bool:
    """Tell whether all that a page shows is its main content."""
    body = root.find("body")
    return body is not None and [element.tag for element in body] == ["main"]


def _as_utf8(data: bytes) -> tuple[bytes, int]:
    """Return a page as UTF-8 without NUL characters, at which the parser would stop, and how many were lost."""
    if b"\x00" not in data and is_utf8(data):
        return data.removeprefix(b"\xef\xbb\xbf"), 0
    text, lost = decode(data)
    return text.replace("\x00", "").encode("utf-8", "replace"), lost


class _Flow:
    """Walks the tree and gathers its parts; the walk keeps its own stack, so that no depth overflows Python's."""

    def __init__(
        self, limits: Limits, tables: Mapping[Element, StyledTable], *, is_labelled: bool, hides: bool
    ) -> None:
        self._limits = limits
        self._is_labelled = is_labelled
        self._hides = hides  # most pages hide nothing, and no element of theirs need be asked
        self._styled = tables
        self._cells = self._tables = self._blocks = 0
        self._parts: list[Part] = []
        self._broken: set[Element] = set()  # elements that are known to hold one that breaks the line
        self._text: list[str] = []
        self._path: tuple[int, ...] = ()
        self._line: int | None = None
        self._depth = 0

    def run(self, root: Element) -> tuple[Part, ...]:
        """Return the parts of the page."""
        # A step is an element to enter, one to leave (True), or rows of a table that is taken apart.
        stack: list[tuple[Element | list[Element], bool]] = [(root, False)]
        while stack:
            element, is_left = stack.pop()
            if isinstance(element, list):
                self._flush()
                self._add_grid(element)
                continue
            tag = element.tag
            if is_left:
                if tag in BLOCKS:
                    self._flush()
                    self._depth -= 1
                    self._path = self._path[: self._depth]
            elif tag == "svg" and not is_hidden(element) and (drawn := drawn_parts(element, self._limits)):
                self._flush()
                self._add_drawn(drawn)
            elif tag in SKIPPED or (self._hides and is_hidden(element)):
                pass
            elif tag == "br":
                self._flush()
            elif tag == "table" and (rows := data_rows(element)):
                self._flush()
                for caption in element.iterchildren("caption"):
                    self._add("".join(caption.itertext()), caption)
                    self._flush()
                self._add_grid(rows)
            elif tag == "pre" and is_text(element):
                self._flush()
                self._add_preformatted(element)
            elif self._styled and element in self._styled:
                self._flush()
                table = self._styled[element]
                self._cells += table.height * table.width
                self._limits.check("cells", self._cells)
                self._add_table(table)
            elif not self._is_broken(element):
                if tag in BLOCKS:
                    self._flush()
                self._add(line_text(element) if len(element) else element.text, element)
                if tag in BLOCKS:
                    self._flush()
            else:
                if tag in BLOCKS:
                    self._flush()
                    self._blocks += 1
                    self._depth += 1
                    if self._depth <= _LONGEST_PATH:
                        self._path = (*self._path, self._blocks)
                self._add(element.text, element)
                stack.append((element, True))
                steps = steps_apart(element) if tag == "table" else [(child, False) for child in element]
                stack.extend(reversed(steps))
                continue
            self._add(element.tail, element)
        self._flush()
        return tuple(self._parts)

    def _is_broken(self, element: Element) -> bool:
        """Tell whether an element holds one that breaks the line, however deep."""
        if len(element) and element not in self._broken:
            # Whatever holds the first of them is known with it: so no part of the page is looked through for each.
            holder = next((inner for inner in element.iterdescendants() if inner.tag in BREAKS), None)
            while holder is not None and holder is not element:
                holder = holder.getparent()
                if holder is not None:
                    self._broken.add(holder)
        return element in self._broken

    def _add(self, text: str | None, element: Element) -> None:
        if text:
            if not self._text:
                self._line = element.sourceline
            self._text.append(text)

    def _flush(self) -> None:
        if self._text:
            text = tidy("".join(self._text))
            self._text.clear()
            if text:
                evidence = Evidence(line=self._line, words=text[:_WORDS])
                self._parts.append(Paragraph(text=text, evidence=evidence, container=self._path))

    def _add_preformatted(self, element: Element) -> None:
        """Add what a text prints whose line breaks and tabs the browser keeps."""
        lines: list[list[str]] = [[]]
        collect(element, lines)
        text = "\n".join(map("".join, lines))
        for part in plain.parts_of(text, self._limits, first=element.sourceline or 1, tables=self._tables):
            self._tables += isinstance(part, Grid)
            self._parts.append(attrs.evolve(part, container=self._path))

    def _add_grid(self, rows: list[Element]) -> None:
        boxes: list[Box] = []
        labels: list[str] = []
        taken: dict[int, int] = {}  # column -> first row below the box that covers it
        width, most, hides, is_labelled = 0, self._limits.cells, self._hides, self._is_labelled
        ends = group_ends(rows)
        for y, row in enumerate(rows):
            x = 0
            for cell in row:
                if cell.tag not in _CELLS or (hides and is_hidden(cell)):
                    continue
                while taken and taken.get(x, 0) > y:
                    x += 1
                colspan, rowspan = 1, 1
                if (across := cell.get("colspan")) is not None:
                    colspan = span_of(across, 1)
                if (down := cell.get("rowspan")) is not None:
                    rowspan = min(span_of(down, ends[y] - y), ends[y] - y)
                # A box as its own constructor makes it, in half the time.
                boxes.append(_new(Box, (cell_text(cell), y, x, rowspan, colspan, None)))
                if is_labelled:
                    labels.append(label_of(cell))
                if rowspan > 1:
                    taken.update(dict.fromkeys(range(x, x + colspan), y + rowspan))
                self._cells += colspan * rowspan
                if self._cells > most:
                    self._limits.check("cells", self._cells)
                x += colspan
            width = max(width, x)
        self._add_table(StyledTable(boxes, len(rows), width, is_aligned=True, labels=labels))

    def _add_drawn(self, parts: Sequence[Part]) -> None:
        """Add the parts of a drawing, its tables counted as those of the page."""
        for part in parts:
            if isinstance(part, Grid):
                self._tables += 1
                part = attrs.evolve(part, evidence=attrs.evolve(part.evidence, table=self._tables))
            self._parts.append(attrs.evolve(part, container=self._path))

    def _add_table(self, table: StyledTable) -> None:
        self._tables += 1
        boxes, height = table.boxes, table.height
        if any(table.labels):
            boxes, height = with_headers(boxes, table.labels, height, self._tables)
        self._parts.append(
            Grid(
                boxes=tuple(boxes),
                height=height,
                width=table.width,
                evidence=Evidence(table=self._tables),
                is_aligned=table.is_aligned,
                container=self._path,
            )
        )
