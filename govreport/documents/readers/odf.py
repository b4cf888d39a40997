"""OpenDocument texts and spreadsheets (ODT, ODS): what the pages of a text and the sheets of a workbook show."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from govreport.documents.archives import Archive
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph, Part
from govreport.documents.readers.guides import Area, guides, is_within
from govreport.documents.readers.raised import are_numbers
from govreport.documents.text import raised, tidy

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
_OFFICE, _TEXT, _TABLE, _STYLE = map(_NAMESPACE.format, ("office", "text", "table", "style"))
_P, _H, _SPACES, _TAB, _BREAK = (_TEXT + name for name in ("p", "h", "s", "tab", "line-break"))
_ROWS = frozenset(_TABLE + name for name in ("table-header-rows", "table-row-group", "table-rows"))
_COLUMNS = frozenset(_TABLE + name for name in ("table-header-columns", "table-column-group", "table-columns"))
_TABLE_ITSELF, _ROW, _COLUMN = _TABLE + "table", _TABLE + "table-row", _TABLE + "table-column"
_CELL, _COVERED = _TABLE + "table-cell", _TABLE + "covered-table-cell"
_FRAME = _NAMESPACE.format("drawing") + "frame"
# Deleted text, remarks, notes and what a form asks are no text of the page.
_SKIPPED = frozenset(
    (
        *(_TEXT + name for name in ("tracked-changes", "note", "ruby-text", "sequence-decls", "variable-decls")),
        *(_OFFICE + name for name in ("annotation", "forms")),
        _TABLE + "shapes",
    )
)
_SPAN, _STYLE_NAME = _TEXT + "span", _TEXT + "style-name"
_BLOCKS = frozenset((_P, _H))
_WIDEST_SPAN = 1000
_FARTHEST = 1 << 20


def read(data: bytes, limits: Limits) -> Paper:
    """Return what a text or a workbook shows."""
    archive = Archive(data, limits)
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise UnreadableDocument("document-encrypted")
    root = archive.xml("content.xml")
    body = root.find(_OFFICE + "body")
    reader = _Reader(root, limits)
    parts: list[Part] = []
    for content in body if body is not None else ():
        if content.tag == _OFFICE + "spreadsheet":
            for sheet in content.iterfind(_TABLE_ITSELF):
                parts.extend(reader.sheet(sheet))
        else:
            parts.extend(reader.flow(content))
    return Paper(parts=tuple(parts), is_bare=True)


class _Reader:
    """Walks the text and counts paragraphs, tables and cells."""

    def __init__(self, root: Element, limits: Limits) -> None:
        self._limits = limits
        self._paragraphs = self._tables = self._cells = 0
        self._looks = _looks(root)
        self._hidden = {
            style.get(_STYLE + "name")
            for style in root.iter(_STYLE + "style")
            if any(properties.get(_TABLE + "display") == "false" for properties in style)
        }

    def flow(self, container: Element) -> Iterator[Part]:
        """Yield the parts inside an element; sections, lists and frames are entered."""
        stack = list(reversed(container))
        while stack:
            element = stack.pop()
            if element.tag in _BLOCKS:
                yield from self._paragraph(element)
                # A text box hangs in the paragraph that anchors it; what it holds comes after.
                stack.extend(reversed(list(_outermost(element, _FRAME))))
            elif element.tag == _TABLE_ITSELF:
                rows = _rows(element)
                if _lays_out(rows):
                    stack.extend(reversed([cell for row in rows for cell in row if cell.tag == _CELL]))
                else:
                    self._tables += 1
                    yield from self._grid(element, rows)
            elif element.tag not in _SKIPPED:
                stack.extend(reversed(element))

    def sheet(self, sheet: Element) -> Iterator[Part]:
        """Yield what a sheet shows: a grid, or lines where it has one column; nothing of one that is hidden."""
        self._tables += 1
        if sheet.get(_TABLE + "style-name") in self._hidden:
            return
        for grid in self._grid(sheet, _rows(sheet), _guides(sheet)):
            used = [box for box in grid.boxes if box.text]
            if len({box.column for box in used}) > 1:
                yield grid
                continue
            for box in used:
                for line in box.text.split("\n"):
                    place = Evidence(table=self._tables, row=box.row + 1, column=box.column + 1)
                    yield Paragraph(text=line, evidence=place)

    def _paragraph(self, element: Element) -> Iterator[Part]:
        self._paragraphs += 1
        for line in _text(element, self._looks).split("\n"):
            if text := tidy(line):
                yield Paragraph(text=text, evidence=Evidence(paragraph=self._paragraphs))

    def _grid(self, table: Element, rows: list[Element], aside: tuple[Area, ...] = ()) -> Iterator[Grid]:
        """Yield the grid of a table that shows anything; what is blank on its right and below is left out.

        What stands in the areas `aside` is passed over.
        """
        hidden = _hidden_columns(table)
        placed: list[Box] = []
        covered: set[tuple[int, int]] = set()
        y = at = height = width = 0
        for row in rows:
            times = _number(row, "number-rows-repeated", _FARTHEST)
            is_hidden = row.get(_TABLE + "visibility") in ("collapse", "filter")
            found = self._boxes(row, y, hidden)
            if aside:
                found = (box._replace(text="") if is_within(aside, at + 1, box.column + 1) else box for box in found)
            boxes = [box for box in found if box.text or box.rowspan > 1 or box.colspan > 1]
            # A row that is repeated without a text fills the rest of a sheet.
            if any(box.text for box in boxes) and not is_hidden:
                self._limits.check("cells", self._cells + times * len(boxes))
                for below in range(times):
                    placed.extend(box._replace(row=y + below) for box in boxes)
                height = max(height, y + times)
                width = max(width, *(box.column + box.colspan for box in boxes if box.text))
            elif placed and times == 1 and not is_hidden and any(cell.get(_TABLE + "style-name") for cell in row):
                # A blank row that somebody has formatted is there to be filled in.
                height = y + 1
            # Hidden rows are not shown, but names of ranges count them.
            y, at = y + (0 if is_hidden else times), at + times
        self._cells += height * width
        self._limits.check("cells", self._cells)
        if not placed:
            return
        spanned = 0
        for box in placed:
            spanned += box.rowspan * box.colspan
            self._limits.check("cells", spanned)
            covered.update((box.row + i, box.column + j) for i in range(box.rowspan) for j in range(box.colspan))
        blank = [
            Box("", row, column) for row in range(height) for column in range(width) if (row, column) not in covered
        ]
        ordered = tuple(sorted((*placed, *blank), key=lambda box: (box.row, box.column)))
        yield Grid(boxes=ordered, height=height, width=width, evidence=Evidence(table=self._tables))

    def _boxes(self, row: Element, y: int, hidden: set[int]) -> Iterator[Box]:
        x = 0
        for cell in row:
            if cell.tag not in (_CELL, _COVERED):
                continue
            times = _number(cell, "number-columns-repeated", _FARTHEST)
            if cell.tag == _CELL:
                across = _number(cell, "number-columns-spanned", _WIDEST_SPAN)
                text = _shown(cell, self._looks)
                if text or across > 1:
                    self._limits.check("cells", self._cells + times)
                    down = _number(cell, "number-rows-spanned", _WIDEST_SPAN)
                    for column in range(x, x + times * across, across):
                        shown = "" if across == 1 and column in hidden else text
                        yield Box(shown, y, column, down, across)
                elif _number(cell, "number-rows-spanned", _WIDEST_SPAN) > 1:
                    yield Box("", y, x, _number(cell, "number-rows-spanned", _WIDEST_SPAN))
            # Cells that a span covers are listed as well.
            x += times
        self._cells += 1


def _rows(table: Element) -> list[Element]:
    """Return the rows of a table itself, not those of tables inside it."""
    rows, stack = [], list(reversed(table))
    while stack:
        element = stack.pop()
        if element.tag == _ROW:
            rows.append(element)
        elif element.tag in _ROWS:
            stack.extend(reversed(element))
    return rows


def _guides(sheet: Element) -> tuple[Area, ...]:
    """Return the areas of a sheet that are no part of a report."""
    ranges = sheet.iterfind(f"{_TABLE}named-expressions/{_TABLE}named-range")
    return guides((r.get(_TABLE + "name", ""), r.get(_TABLE + "cell-range-address", "")) for r in ranges)


def _hidden_columns(table: Element) -> set[int]:
    hidden: set[int] = set()
    stack, x = list(reversed(table)), 0
    while stack:
        element = stack.pop()
        if element.tag == _COLUMN:
            times = _number(element, "number-columns-repeated", _FARTHEST)
            if element.get(_TABLE + "visibility") in ("collapse", "filter"):
                hidden.update(range(x, min(x + times, x + _WIDEST_SPAN)))
            x += times
        elif element.tag in _COLUMNS:
            stack.extend(reversed(element))
    return hidden


def _lays_out(rows: list[Element]) -> bool:
    """A table of one column, or with tables inside, is there for the look of the page."""
    return all(sum(cell.tag == _CELL for cell in row) < 2 for row in rows) or any(
        row.find(f".//{_TABLE_ITSELF}") is not None for row in rows
    )


def _shown(cell: Element, looks: Mapping[str, str]) -> str:
    """Return what a cell shows: its text as the program has written it, or its value where it has written none."""
    lines = [tidy(line) for block in _outermost(cell, *_BLOCKS) for line in _text(block, looks).split("\n")]
    text = "\n".join(filter(None, lines))
    if text:
        return text
    formula = cell.get(_TABLE + "formula") or ""
    # A formula that no program has calculated yet shows nothing that could be read.
    # What was worked out to a blank text is written as one, without a value.
    if lines and not cell.get(_OFFICE + "value"):
        return ""
    return cell.get(_OFFICE + "value") or ("=" + formula.partition("=")[2] if formula else "")


def _outermost(container: Element, *wanted: str) -> Iterator[Element]:
    """Yield the elements of some kinds inside another one, but not those inside each other or in what shows nothing."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if element.tag in wanted:
            yield element
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _text(paragraph: Element, looks: Mapping[str, str]) -> str:
    pieces: list[str] = []
    stack: list[Element | str] = [paragraph]
    while stack:
        step = stack.pop()
        if isinstance(step, str):
            pieces.append(step)
            continue
        if step is not paragraph and step.tail:
            stack.append(step.tail)
        if step.tag == _SPACES:
            pieces.append(" ")
        elif step.tag == _TAB:
            pieces.append("\t")
        elif step.tag == _BREAK:
            pieces.append("\n")
        elif step.tag == _SPAN and (look := looks.get(step.get(_STYLE_NAME, ""))) == "struck":
            continue
        elif step.tag == _SPAN and look == "raised" and are_numbers(text := "".join(step.itertext())):
            pieces.append(raised(text))
        elif step.tag not in _SKIPPED and step.tag != _FRAME:
            stack.extend(reversed(step))
            if step.text:
                stack.append(step.text)
    return "".join(pieces)


def _looks(root: Element) -> Mapping[str, str]:
    """Return the names of the styles that raise a text above its line, or strike it out: it does not count any more."""
    looks = {}
    for style in root.iter(_STYLE + "style"):
        for properties in style:
            position = properties.get(_STYLE + "text-position", "")
            if position.startswith("super") or (position[:1].isdecimal() and not position.startswith("0%")):
                looks[style.get(_STYLE + "name", "")] = "raised"
            if properties.get(_STYLE + "text-line-through-style", "none") != "none":
                looks[style.get(_STYLE + "name", "")] = "struck"
    return looks


def _number(element: Element, name: str, most: int) -> int:
    """Return a number that an attribute gives, 1 where there is no such number."""
    value = element.get(_TABLE + name, "")
    return min(max(int(value[:9]), 1), most) if value.isascii() and value.isdecimal() else 1
