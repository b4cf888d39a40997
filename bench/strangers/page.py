"""The printed page of a report as a stranger may see it: headings, paragraphs, and grids whose spans are filled up."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from lxml import etree

from govreport import loads, render

Row = list[str]
Grid = list[Row]
Page = list[tuple[str, str | Grid]]


class Cell(NamedTuple):
    """A box of a grid: its text, the slot of its top left corner, and how far it reaches."""

    text: str
    row: int
    column: int
    height: int
    width: int


class Fact(NamedTuple):
    """A figure with the labels that lead to it from the left and from above, each from the outer to the inner."""

    row: tuple[str, ...]
    column: tuple[str, ...]
    figure: str


def page_of(document: bytes, titles: bool = False) -> Page:
    """Return a report as headings, paragraphs and grids; with `titles`, those of the tables stand above them."""
    root = etree.fromstring(render(loads(document), "html"), etree.HTMLParser(encoding="utf-8"))
    found: Page = []
    for element in root.iter("h1", "h2", "p", "table", *(["caption"] if titles else [])):
        if element.tag == "caption":
            # A caption stands inside its table, which came before it.
            found.insert(-1, ("h2", "".join(element.itertext()).strip()))
        elif element.tag == "table":
            found.append(("table", _filled(element)))
        elif not any(above.tag == "table" for above in element.iterancestors()):
            found.append((element.tag, "".join(element.itertext()).strip()))
    return found


def _filled(table: Any) -> Grid:
    slots: dict[tuple[int, int], str] = {}
    for y, row in enumerate(table.iter("tr")):
        x = 0
        for cell in row:
            while (y, x) in slots:
                x += 1
            width, height = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
            text = "".join(cell.itertext()).strip()
            slots |= {(y + dy, x + dx): text for dy in range(height) for dx in range(width)}
            x += width
    height, width = (max(place[axis] for place in slots) + 1 for axis in (0, 1))
    return [[slots.get((y, x), "") for x in range(width)] for y in range(height)]


def is_figure(text: str) -> bool:
    """Tell whether a text is a figure, not a label."""
    return text.replace(".", "").isdigit()


def is_data(row: Row) -> bool:
    """Tell whether a row holds figures."""
    return any(map(is_figure, row))


def once(row: Sequence[str]) -> Row:
    """Return a row whose repeated labels, the traces of spans, are told once."""
    return [text for n, text in enumerate(row) if n == 0 or is_figure(text) or text != row[n - 1]]


def turned(grid: Grid) -> Grid:
    """Return a grid with a row for each of its columns."""
    return [list(row) for row in zip(*grid, strict=True)]


def parts(grid: Grid) -> list[tuple[Grid, Grid]]:
    """Return the parts of a grid, each a header and the rows below it."""
    found: list[tuple[Grid, Grid]] = []
    for has_figures, rows in groupby(grid, key=is_data):
        if has_figures:
            found[-1] = (found[-1][0], list(rows))
        else:
            found.append((list(rows), []))
    return found


def labels_of(rows: Grid) -> int:
    """Return how many columns before the figures hold labels."""
    return next(x for x, text in enumerate(rows[0]) if is_figure(text))


def facts(grid: Grid) -> Iterator[Fact]:
    """Yield every figure of a grid with its labels, one that reaches over several columns once."""
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for header, rows in parts(grid):
        width = labels_of(rows)
        for row in rows:
            for x in range(width, len(row)):
                column = tuple(dict.fromkeys(above[x] for above in header))
                place = tuple(dict.fromkeys(row[:width])), column
                if place not in seen:
                    seen.add(place)
                    yield Fact(*place, row[x])


def reaches_on(grid: Grid, y: int, x: int) -> bool:
    """Tell whether the box in a slot reaches into the next one: labels alike, or figures below labels that are."""
    row = grid[y]
    if x + 1 >= len(row) or not row[x] or row[x + 1] != row[x]:
        return False
    if not is_figure(row[x]):
        return True
    above = next((row for row in reversed(grid[:y]) if not is_data(row)), None)
    return above is not None and above[x] == above[x + 1]


def merged(grid: Grid) -> list[Cell]:
    """Return the boxes of a grid, equal labels that touch each other as one."""
    taken: set[tuple[int, int]] = set()
    found = []
    for y, row in enumerate(grid):
        for x, text in enumerate(row):
            if (y, x) in taken:
                continue
            width = height = 1
            while reaches_on(grid, y, x + width - 1) and (y, x + width) not in taken:
                width += 1
            while text and not is_figure(text) and y + height < len(grid):
                if grid[y + height][x : x + width] != [text] * width:
                    break
                height += 1
            taken |= {(y + dy, x + dx) for dy in range(height) for dx in range(width)}
            found.append(Cell(text, y, x, height, width))
    return found
