"""The printed form as one HTML file that needs nothing else: no script, no request, everything escaped."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from govreport.documents.rendering import markup
from govreport.documents.rendering.report.grids import PrintedCell, PrintedGrid
from govreport.documents.rendering.report.page import Page, Part

# A label over so many rows is set upright, as the print has it.
_UPRIGHT = 10
# A head of so many characters fits a narrow column as it is.
_NARROW = 3


def write(page: Page) -> bytes:
    """Return the page as a UTF-8 document for the screen, in light and dark, and for A4 paper."""
    return markup.document(page.title, style(page), body(page))


def body(page: Page) -> list[str]:
    """Return the elements of the form."""
    return [
        "<header>",
        f"<h1>{markup.title(page.title_pieces)}</h1>",
        '<div class="head">',
        *(f"<p>{escape(label)}：{escape(value)}</p>" for label, value in page.facts),
        "</div>",
        *markup.remarks(page.remarks),
        "</header>",
        *(_section(page.preamble, heading=False) if page.preamble else ()),
        *(line for part in page.parts for line in _section(part, heading=True)),
    ]


def style(page: Page) -> str:
    """Return the style sheet with the widths of this page's columns; the policy allows no style elsewhere."""
    rules = [markup.sheet()]
    for part in page.parts:
        if part.table is not None:
            for number, width in enumerate(part.table.widths, 1):
                rules.append(f"#{part.node.name} col:nth-child({number}) {{ width: {width:.3f}%; }}\n")
    return "".join(rules)


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
    yield from markup.notes(part.notes)
    yield from markup.remarks(part.remarks)
    yield "</section>"


def _table(grid: PrintedGrid, name: str, title: str) -> Iterator[str]:
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


def _cell(
    cell: PrintedCell, grid: PrintedGrid, labels: Sequence[PrintedCell], ids: Mapping[tuple[int, int], str]
) -> str:
    spans = "".join(
        f' {name}="{span}"' for name, span in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if span > 1
    )
    if cell.role == "cell":
        over = " ".join(ids[label.row, label.column] for label in labels if _heads(label, cell))
        failing = " failing" if cell.is_failing else ""
        markers = "".join(f'<sup><a href="#{markup.target(m)}">{escape(m)}</a></sup>' for m in cell.markers)
        return (
            f'<td class="cell{failing}" id="{_place(cell)}" headers="{over}"{spans}>'
            f"{escape(cell.text + cell.unit)}{markers}</td>"
        )
    if cell.role == "corner":
        return f'<td class="corner"{spans}>{escape(cell.text)}</td>'
    upright = " upright" if cell.role == "row" and cell.rowspan >= _UPRIGHT else ""
    outer = " outer" if cell.role == "row" and cell.column == 0 and grid.header_columns > 1 else ""
    # A head that is too long for a narrow column is broken after two characters, as the form is printed.
    long = " long" if cell.role == "column" and len(cell.text) > _NARROW else ""
    kind = cell.role + outer + upright + long
    return (
        f'<th class="{kind}" id="{ids[cell.row, cell.column]}" scope="{_scope(cell)}"{spans}>{escape(cell.text)}</th>'
    )


def _scope(cell: PrintedCell) -> str:
    if cell.role == "caption":
        return "rowgroup"
    if cell.role == "row":
        return "rowgroup" if cell.rowspan > 1 else "row"
    return "colgroup" if cell.colspan > 1 else "col"


def _heads(label: PrintedCell, cell: PrintedCell) -> bool:
    """Tell whether a label says something of a cell: it stands above it or to its left in the same block."""
    if label.block != cell.block:
        return False
    if label.role == "row":
        return label.row < cell.row + cell.rowspan and cell.row < label.row + label.rowspan
    return label.column < cell.column + cell.colspan and cell.column < label.column + label.colspan


def _place(cell: PrintedCell) -> str:
    return cell.pointers[0][1:].replace("/", ".")
