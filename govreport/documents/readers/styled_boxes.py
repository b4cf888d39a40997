"""Tables that web pages make of other elements: boxes laid out by styles, or told by their roles."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govreport.documents.limits import Limits
from govreport.documents.paper import Box
from govreport.documents.readers.html_boxes import SKIPPED, cell_text, is_hidden
from govreport.documents.readers.html_labels import label_of
from govreport.documents.readers.slots import Slots
from govreport.documents.readers.styles import Styles, says
from govreport.documents.trees.html import Element, with_attribute

# A page that has nothing of this has no such table: groups of rows alone make none. Each begins with one of the words.
_SIGN = re.compile(
    r"display\s*:\s*(?:inline-)?(?:table(?!-(?:header|footer|row)-group)|grid|flex)|position\s*:\s*absolute|float\s*:\s*left",
    re.ASCII,
)
_SIGN_WORDS = ("display", "position", "float")
_SIGN_ROLES = ("table", "grid", "treegrid", "row")
_TABLE_ROLES, _ROW_ROLES = frozenset({"table", "grid", "treegrid"}), frozenset({"row"})
_CELL_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_ROW_DISPLAYS = frozenset({"table-row", "flex", "inline-flex"})
_TABLE_DISPLAYS, _GROUPS = (
    frozenset({"table", "inline-table"}),
    frozenset({"table-row-group", "table-header-group", "table-footer-group"}),
)
_GRIDS = frozenset({"grid", "inline-grid"})
# These have a reader of their own.
_OWN = frozenset({"table", "tbody", "thead", "tfoot", "tr"})
# A box of a table holds little; one that holds more lays out the page.
_LONGEST_TEXT, _MOST_INSIDE = 300, 60
_HOLDING = frozenset({"table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "nav", "form", "section", "article"})
_SIDE_BY_SIDE = frozenset({"flex", "inline-flex"})
_FEWEST_BOXES = 4
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_REPEATED = re.compile(r"repeat\(\s*(\d{1,3})\s*,[^()]*(?:\([^()]*\)[^()]*)*\)")
_SPAN = re.compile(r"span\s+(\d{1,3})")
_WIDEST = 200
# A box of a grid reaches over so many slots at most.
_MOST_SLOTS = 1_000


_Place = tuple[float, float, float, float]
# Slots of a grid are so far apart that their edges are told from each other.
_STEP = 10.0


class StyledTable(NamedTuple):
    """The boxes of a table, its height and width, and whether those in one column stand under each other."""

    boxes: Sequence[Box]
    height: int
    width: int
    is_aligned: bool
    # The labels that the boxes have in attributes, in their order; none where boxes stand by place.
    labels: Sequence[str] = ()


def has_signs(root: Element, styles: Styles) -> bool:
    """Tell whether a page may have such tables."""
    if says(styles.sheets, _SIGN_WORDS, _SIGN) or says(styles.own, _SIGN_WORDS, _SIGN):
        return True
    return any(_role(element).startswith(_SIGN_ROLES) for element in with_attribute(root, "role"))


def styled_tables(root: Element, styles: Styles, limits: Limits) -> dict[Element, StyledTable]:
    """Return the tables that elements of a page are by their styles or roles, by the element that holds each."""
    return dict(_found(root, styles, limits))


def _found(root: Element, styles: Styles, limits: Limits) -> Iterator[tuple[Element, StyledTable]]:
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in SKIPPED or len(element) == 0:
            continue
        children = [child for child in element if isinstance(child.tag, str) and child.tag not in SKIPPED]
        if not children or element.tag in _OWN or (element.text or "").strip():
            continue
        table = (
            _by_rows(element, children, styles)
            or _by_columns(element, children, styles)
            or _by_place(element, children, styles)
        )
        if table is not None and _has_figures(table):
            limits.check("cells", table.height * table.width)
            yield element, table


def _has_figures(table: StyledTable) -> bool:
    """Tell whether a table has figures in at least two boxes; a menu or a page that is laid out has none."""
    return sum(box.text.isdecimal() for box in table.boxes) > 1


def _by_columns(element: Element, children: Sequence[Element], styles: Styles) -> StyledTable | None:
    """Return the table whose columns stand side by side, each of as many boxes as the others."""
    if styles.of(element).get("display") not in _SIDE_BY_SIDE or len(children) < 2:
        return None
    columns = [_cells(child) for child in children if not is_hidden(child)]
    height = len(columns[0]) if columns and columns[0] else 0
    if height < _FEWEST_BOXES or any(column is None or len(column) != height for column in columns):
        return None
    boxes = [Box(cell_text(cell), y, x) for x, column in enumerate(columns) for y, cell in enumerate(column or ())]
    return StyledTable(sorted(boxes, key=lambda b: (b.row, b.column)), height, len(columns), is_aligned=True)


def _role(element: Element) -> str:
    return (element.get("role") or "").strip().lower()


def _by_rows(element: Element, children: Sequence[Element], styles: Styles) -> StyledTable | None:
    """Return the table whose rows the children are, or whose groups of rows."""
    is_table = _role(element) in _TABLE_ROLES or styles.of(element).get("display") in _TABLE_DISPLAYS
    rows: list[list[Element]] = []
    for child in children:
        inner = [child]
        if _role(child) == "rowgroup" or styles.of(child).get("display") in _GROUPS:
            inner = list(child)
        for row in inner:
            if is_hidden(row):
                continue
            is_row = _role(row) in _ROW_ROLES or styles.of(row).get("display") in _ROW_DISPLAYS
            cells = _cells(row) if is_row or is_table else None
            if cells is None:
                return None
            rows.append(cells)
    return _rows(rows) if len(rows) > 1 or (is_table and rows) else None


def _cells(row: Element) -> list[Element] | None:
    """Return the boxes of a row, None where it is none."""
    if (row.text or "").strip() or any((cell.tail or "").strip() for cell in row):
        return None
    cells = [cell for cell in row if isinstance(cell.tag, str) and cell.tag not in SKIPPED and not is_hidden(cell)]
    return cells if cells and all(map(_is_box, cells)) else None


def _is_box(cell: Element) -> bool:
    """Tell whether an element may be a box of a table; what is looked at is bounded, for boxes stand in boxes."""
    for number, inner in enumerate(cell.iterdescendants()):
        if number == _MOST_INSIDE or inner.tag in _HOLDING:
            return False
    length = 0
    for text in cell.itertext():
        length += len(text)
        if length > _LONGEST_TEXT:
            return False
    return True


def _rows(rows: Sequence[Sequence[Element]]) -> StyledTable:
    boxes: list[Box] = []
    taken: dict[int, int] = {}
    ends: list[int] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while taken.get(x, 0) > y:
                x += 1
            colspan, rowspan = _count(cell.get("aria-colspan")), min(_count(cell.get("aria-rowspan")), len(rows) - y)
            boxes.append(Box(cell_text(cell), y, x, rowspan, colspan))
            taken.update(dict.fromkeys(range(x, x + colspan), y + rowspan))
            x += colspan
        while taken.get(x, 0) > y:
            x += 1
        ends.append(x)
    labels = [label_of(cell) for row in rows for cell in row]
    return StyledTable(boxes, len(rows), max(ends), is_aligned=len(set(ends)) == 1, labels=labels)


def _count(value: str | None) -> int:
    value = (value or "").strip()
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() and len(value) < 5 else 1


def _by_place(element: Element, children: Sequence[Element], styles: Styles) -> StyledTable | None:
    """Return the table whose boxes the children are, each at a place that styles give it."""
    if len(children) < _FEWEST_BOXES or any((child.tail or "").strip() for child in children):
        return None
    first, own = styles.of(children[0]), styles.of(element)
    is_placed, is_floating = first.get("position") == "absolute", first.get("float") == "left"
    if not (is_placed or is_floating or own.get("display") in _GRIDS):
        return None
    shown = [(child, styles.of(child)) for child in children if not is_hidden(child)]
    if own.get("display") in _GRIDS:
        places = _in_grid(own, [said for _, said in shown])
    else:
        places = [_rectangle(said) for _, said in shown] if is_placed else _floating(shown)
    known = [(cell, place) for (cell, _), place in zip(shown, places, strict=True) if place is not None]
    if len(known) < _FEWEST_BOXES or not all(_is_box(cell) for cell, _ in known):
        return None
    slots = Slots([place for _, place in known])
    boxes = [Box(cell_text(cell), *slots.of(place)) for cell, place in known]
    if not slots.width or len({(box.row, box.column) for box in boxes}) < len(boxes):
        return None
    return StyledTable(sorted(boxes, key=lambda b: (b.row, b.column)), slots.height, slots.width, is_aligned=True)


def _rectangle(said: Mapping[str, str]) -> _Place | None:
    numbers = [_NUMBER.match(said.get(name, "")) for name in ("left", "top", "width", "height")]
    left, top, width, height = (float(number[0]) if number else None for number in numbers)
    if left is None or top is None:
        return None
    return left, top, left + (width or _STEP), top + (height or _STEP)


def _floating(shown: Sequence[tuple[Element, Mapping[str, str]]]) -> list[_Place | None]:
    """Return the places of boxes side by side, as wide as they say, one that clears them beginning a row."""
    places: list[_Place | None] = []
    x, y = 0.0, 0
    for _, said in shown:
        width = _NUMBER.match(said.get("width", ""))
        if said.get("clear") in ("both", "left") and x:
            x, y = 0.0, y + 1
        if said.get("float") != "left" or width is None:
            places.append(None)
            continue
        end = x + float(width[0]) * _STEP
        places.append((x, y * _STEP, end, (y + 1) * _STEP))
        x = end
    return places


def _in_grid(container: Mapping[str, str], shown: Sequence[Mapping[str, str]]) -> list[_Place | None]:
    """Return the places of boxes in a grid: those that they name, or one behind the other as there is room."""
    width = _columns(container.get("grid-template-columns", ""))
    taken: set[tuple[int, int]] = set()
    places: list[_Place | None] = []
    y = x = 0
    for said in shown:
        area = [part.strip() for part in said.get("grid-area", "").split("/")]
        rows = "/".join(area[0::2]) if len(area) == 4 else said.get("grid-row", "")
        columns = "/".join(area[1::2]) if len(area) == 4 else said.get("grid-column", "")
        (top, height), (left, across) = _lines(rows), _lines(columns)
        if top is None or left is None:
            if not width or across > width or height * across > _MOST_SLOTS:
                return [None] * len(shown)
            while x + across > width or any((y + dy, x + dx) in taken for dy in range(height) for dx in range(across)):
                x += 1
                if x + across > width:
                    x, y = 0, y + 1
            top, left = y, x
        if height * across > _MOST_SLOTS:
            return [None] * len(shown)
        taken.update((top + dy, left + dx) for dy in range(height) for dx in range(across))
        places.append((left * _STEP, top * _STEP, (left + across) * _STEP, (top + height) * _STEP))
    return places


def _columns(template: str) -> int:
    """Return how many columns a grid has, 0 where it does not say it in numbers."""
    repeated = _REPEATED.search(template)
    rest = _REPEATED.sub("", template).split()
    count = (int(repeated[1]) if repeated else 0) + len([word for word in rest if not word.startswith("[")])
    return count if count <= _WIDEST and "auto-" not in template else 0


def _lines(value: str) -> tuple[int | None, int]:
    """Return the first line, counted from 0, and the span of a placement such as "2 / 4" or "span 3"."""
    first, _, last = value.partition("/")
    span = _SPAN.search(value)
    start = int(first) - 1 if first.strip().isdecimal() and len(first.strip()) < 4 and int(first) > 0 else None
    if start is not None and last.strip().isdecimal() and len(last.strip()) < 4:
        return start, max(1, int(last) - 1 - start)
    return start, min(int(span[1]), _WIDEST) if span else 1
