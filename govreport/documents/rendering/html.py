"""The printed form as one HTML file that needs nothing else: no script, no request, everything escaped."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from govreport.documents.rendering.grids import Cell, Grid
from govreport.documents.rendering.page import Note, Page, Part, Remark

# A label over so many rows is set upright, as the print has it.
_UPRIGHT = 10
_YEAR = re.compile(r"20[0-9]{2} ?年度?")


def write(page: Page) -> bytes:
    """Return the page as a UTF-8 document for the screen, in light and dark, and for A4 paper."""
    style = _style(page)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(page.title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        "<header>",
        f"<h1>{_title(page)}</h1>",
        '<div class="head">',
        *(f"<p>{escape(label)}：{escape(value)}</p>" for label, value in page.facts),
        "</div>",
        *_remarks(page.remarks),
        "</header>",
        *(_section(page.preamble, heading=False) if page.preamble else ()),
        *(line for part in page.parts for line in _section(part, heading=True)),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _style(page: Page) -> str:
    """Return the style sheet with the widths of this page's columns; the policy allows no style elsewhere."""
    rules = [_sheet()]
    for part in page.parts:
        if part.table is not None:
            for number, width in enumerate(part.table.widths, 1):
                rules.append(f"#{part.node.name} col:nth-child({number}) {{ width: {width:.3f}%; }}\n")
    return "".join(rules)


@cache
def _sheet() -> str:
    return files(__package__).joinpath("page.css").read_text(encoding="utf-8")


def _title(page: Page) -> str:
    """Return the title, which may be broken behind the organ and behind the year, but not inside a word."""
    title = escape(page.title).replace(escape(page.organ), f"{escape(page.organ)}<wbr>", 1)
    return _YEAR.sub(r'<span class="year">\g<0></span><wbr>', title, count=1)


def _section(part: Part, *, heading: bool) -> Iterator[str]:
    name, title = part.node.name, escape(part.node.title)
    label = f' aria-labelledby="{name}-title"' if heading else f' aria-label="{title}"'
    yield f'<section id="{name}"{label}>'
    if part.table is not None:
        yield from _table(part.table, name, title)
    elif heading:
        yield f'<h2 id="{name}-title">{title}</h2>'
    yield from (f"<p>{escape(text)}</p>" for text in part.paragraphs)
    yield from (f'<p class="below">{escape(text)}</p>' for text in part.legend)
    yield from _notes(part.notes)
    yield from _remarks(part.remarks)
    yield "</section>"


def _notes(notes: Sequence[Note]) -> Iterator[str]:
    if notes:
        yield '<ul class="below">'
        yield from (f'<li id="{_target(note.marker)}">{escape(note.line)}</li>' for note in notes)
        yield "</ul>"


def _remarks(remarks: Sequence[Remark]) -> Iterator[str]:
    if remarks:
        yield f'<ul class="below findings" lang="{remarks[0].language}">'
        yield from (f'<li id="{_target(remark.marker)}">{escape(remark.line)}</li>' for remark in remarks)
        yield "</ul>"


def _table(grid: Grid, name: str, title: str) -> Iterator[str]:
    kind = {0: "figures-only", 1: "plain"}.get(grid.header_columns, "deep")
    yield f'<div class="wide" role="region" aria-labelledby="{name}-title" tabindex="0">'
    yield f'<table class="{kind}">'
    yield f'<caption><h2 id="{name}-title">{title}</h2></caption>'
    yield f"<colgroup>{'<col>' * grid.width}</colgroup>"
    labels = [cell for cell in grid.cells if cell.role not in ("cell", "corner")]
    ids = {(cell.row, cell.column): f"{name}-{number}" for number, cell in enumerate(labels)}
    group = None
    for number, row in enumerate(grid.rows()):
        # A table of several blocks has a body for each; one block has a head that is repeated on each page.
        wanted = "thead" if number < grid.header_rows else "tbody" + (row[0].block if row else "")
        if wanted != group:
            if group is not None:
                yield f"</{group[:5]}>"
            group = wanted
            yield f"<{group[:5]}>"
        yield f"<tr>{''.join(_cell(cell, grid, labels, ids) for cell in row)}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _cell(cell: Cell, grid: Grid, labels: Sequence[Cell], ids: Mapping[tuple[int, int], str]) -> str:
    spans = "".join(
        f' {name}="{span}"' for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if span > 1
    )
    if cell.role == "cell":
        over = " ".join(ids[label.row, label.column] for label in labels if _heads(label, cell))
        failing = " failing" if any(marker.startswith("※") for marker in cell.markers) else ""
        markers = "".join(f'<sup><a href="#{_target(m)}">{escape(m)}</a></sup>' for m in cell.markers)
        return (
            f'<td class="cell{failing}" id="{_place(cell)}" headers="{over}"{spans}>'
            f"{escape(cell.text + cell.unit)}{markers}</td>"
        )
    if cell.role == "corner":
        return f'<td class="corner"{spans}>{escape(cell.text)}</td>'
    upright = " upright" if cell.role == "row" and cell.rowspan >= _UPRIGHT else ""
    outer = " outer" if cell.role == "row" and cell.column == 0 and grid.header_columns > 1 else ""
    kind = cell.role + outer + upright
    return (
        f'<th class="{kind}" id="{ids[cell.row, cell.column]}" scope="{_scope(cell)}"{spans}>{escape(cell.text)}</th>'
    )


def _scope(cell: Cell) -> str:
    if cell.role == "caption":
        return "rowgroup"
    if cell.role == "row":
        return "rowgroup" if cell.rowspan > 1 else "row"
    return "colgroup" if cell.colspan > 1 else "col"


def _heads(label: Cell, cell: Cell) -> bool:
    """Tell whether a label says something of a cell: it stands above it or to its left in the same block."""
    if label.block != cell.block:
        return False
    if label.role == "row":
        return label.row < cell.row + cell.rowspan and cell.row < label.row + label.rowspan
    return label.column < cell.column + cell.colspan and cell.column < label.column + label.colspan


def _place(cell: Cell) -> str:
    return cell.pointers[0][1:].replace("/", ".")


def _target(marker: str) -> str:
    return ("note-" if marker.startswith("注") else "finding-") + marker[1:]
