r"""The printed form in Markdown: headings, paragraphs and pipe tables, each block of a table one of its own.

Markdown has no merged cells. A label stands in the first box of its span and the others are empty; a
figure does likewise, with `^^` ("as above") and `<<` ("as to the left") in the rest of its span. The element
`<main>` around it all, which no viewer shows, tells a reader that nothing in it belongs to a web page.
"""

import re
from collections.abc import Iterator

from govreport.documents.rendering.report.grids import PrintedCell, PrintedGrid
from govreport.documents.rendering.report.page import Page, Part
from govreport.documents.text import MAIN

ABOVE, LEFT = "^^", "<<"
# Punctuation that means something anywhere in a line, and what means something at its beginning.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~&$^]")
_AT_START = re.compile(r"[#+=:-]|\d{1,9}[.)](?=\s|$)")


def write(page: Page) -> bytes:
    """Return the page as UTF-8 text that CommonMark with tables understands."""
    lines = [f"# {escaped(page.title)}"]
    lines += [escaped(f"{label}：{value}") for label, value in page.facts]
    lines += [escaped(remark.line) for remark in page.remarks]
    if page.preamble is not None:
        lines += _section(page.preamble)
    for part in page.parts:
        lines += [f"## {escaped(part.node.title)}", *_section(part)]
    return ("\n\n".join([MAIN[0], *lines, MAIN[1]]) + "\n").encode()


def escaped(text: str) -> str:
    """Return text of one line in which nothing means anything to Markdown."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", text)
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    end = start.end() - 1
    return f"{escaped[:end]}\\{escaped[end:]}"


def _section(part: Part) -> Iterator[str]:
    yield from map(escaped, part.paragraphs)
    yield from ("\n".join(_table(grid)) for grid in part.blocks)
    yield from map(escaped, part.legend)
    yield from (escaped(note.line) for note in part.notes)
    yield from (escaped(remark.line) for remark in part.remarks)


def _table(grid: PrintedGrid) -> Iterator[str]:
    slots = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        _fill(slots, cell)
    for number, row in enumerate(slots):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            # The first row is the head, as far as Markdown has one.
            yield f"|{'|'.join([' --- '] * grid.header_columns + [' :-: '] * (grid.width - grid.header_columns))}|"


def _fill(slots: list[list[str]], cell: PrintedCell) -> None:
    for y in range(cell.row, cell.row + cell.rowspan):
        for x in range(cell.column, cell.column + cell.colspan):
            if (y, x) == (cell.row, cell.column):
                slots[y][x] = escaped(cell.text) + escaped(cell.suffix)
            elif cell.role == "cell":
                slots[y][x] = LEFT if x > cell.column else ABOVE
