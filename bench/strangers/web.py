"""Web pages of the second set."""

from collections.abc import Callable
from html import escape
from itertools import groupby

from bench.strangers.page import Grid, Page, facts, is_data, is_figure, labels_of, merged, parts, reaches_on, turned


def page(content: Page, table: Callable[[Grid], str], style: str = "") -> bytes:
    """Return a page whose tables `table` writes."""
    body = "".join(
        f"<{tag}>{escape(inside)}</{tag}>" if isinstance(inside, str) else table(inside) for tag, inside in content
    )
    return f"<!DOCTYPE html><html><meta charset=utf-8><style>{style}</style><body>{body}</body></html>".encode()


def spanned(grid: Grid, cell: Callable[[str], str] = escape) -> str:
    """Return a table with its spans."""
    rows: list[list[str]] = [[] for _ in grid]
    for box in merged(grid):
        rows[box.row].append(f'<td colspan="{box.width}" rowspan="{box.height}">{cell(box.text)}</td>')
    return "<table border=1>" + "".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "</table>"


def turned_with_spans(grid: Grid) -> str:
    """Return a table that has a row for each column, with its spans."""
    return spanned(turned(grid))


def definitions(grid: Grid) -> str:
    """Return a list of definitions: the labels of a row, then each column's label with its figure."""
    pieces = []
    for row, columns in groupby(facts(grid), key=lambda fact: fact.row):
        inner = "".join(f"<dd>{escape(' '.join(f.column))}：{f.figure}</dd>" for f in columns)
        pieces.append(f"<dt>{escape(' '.join(row))}</dt>{inner}" if row else inner)
    return f"<dl>{''.join(pieces)}</dl>"


def bullets(grid: Grid) -> str:
    """Return a list of rows, each with a list of its figures."""
    pieces = []
    for row, columns in groupby(facts(grid), key=lambda fact: fact.row):
        inner = "".join(f"<li>{escape(f.column[-1] if row else '—'.join(f.column))}：{f.figure}</li>" for f in columns)
        pieces.append(f"<li>{escape(row[-1])}<ul>{inner}</ul></li>" if row else inner)
    return f"<ul>{''.join(pieces)}</ul>"


def roles(grid: Grid) -> str:
    """Return a table of boxes that only their roles tell."""
    rows: list[list[str]] = [[] for _ in grid]
    for box in merged(grid):
        spans = f'aria-colspan="{box.width}" aria-rowspan="{box.height}"'
        rows[box.row].append(f'<div role="cell" {spans}>{escape(box.text)}</div>')
    return '<div role="table">' + "".join(f'<div role="row">{"".join(row)}</div>' for row in rows) + "</div>"


def css_grid(grid: Grid) -> str:
    """Return boxes in a grid of CSS with their spans, one behind the other."""
    cells = "".join(
        f'<div style="grid-column:span {b.width};grid-row:span {b.height}">{escape(b.text)}</div>' for b in merged(grid)
    )
    return f'<div style="display:grid;grid-template-columns:repeat({len(grid[0])},1fr)">{cells}</div>'


def css_placed_grid(grid: Grid) -> str:
    """Return boxes in a grid of CSS, each with the lines between which it stands."""
    cells = "".join(
        f'<p style="grid-area:{b.row + 1} / {b.column + 1} / {b.row + b.height + 1} / {b.column + b.width + 1}">'
        f"{escape(b.text)}</p>"
        for b in merged(grid)
    )
    return f'<section style="display:grid">{cells}</section>'


def flex(grid: Grid) -> str:
    """Return rows and cells that are told by classes alone, whose style is told elsewhere, every slot filled."""
    rows = ("".join(f'<span class="cell">{escape(text)}</span>' for text in row) for row in grid)
    return '<div class="sheet">' + "".join(f'<div class="row">{row}</div>' for row in rows) + "</div>"


def floats(grid: Grid) -> str:
    """Return floating boxes as wide as what they cover, a box that clears them behind each row; labels stand once."""
    width = 100 / len(grid[0])
    rows = []
    for y, row in enumerate(grid):
        starts = [x for x in range(len(row)) if x == 0 or not reaches_on(grid, y, x - 1)]
        cells = (
            f'<div style="float:left;width:{(end - x) * width:.1f}%">{escape(row[x]) or "&nbsp;"}</div>'
            for x, end in zip(starts, [*starts[1:], len(row)], strict=True)
        )
        rows.append(f'{"".join(cells)}<div style="clear:both"></div>')
    return f'<div class="data">{"".join(rows)}</div>'


def placed(grid: Grid) -> str:
    """Return boxes that each stand at a place of their own."""
    cells = "".join(
        f'<div style="position:absolute;left:{b.column * 80}px;top:{b.row * 30}px;width:{b.width * 80}px;'
        f'height:{b.height * 30}px">{escape(b.text)}</div>'
        for b in merged(grid)
    )
    return f'<div style="position:relative;height:{len(grid) * 30}px">{cells}</div>'


def row_by_row(grid: Grid) -> str:
    """Return a table for each row."""
    return "".join(f"<table><tr>{''.join(f'<td>{escape(t)}</td>' for t in row)}</tr></table>" for row in grid)


def upright(grid: Grid) -> str:
    """Return a table whose header runs from top to bottom, a character on a line."""
    header = {text for row in grid if not is_data(row) for text in row}
    return spanned(grid, lambda text: "<br/>".join(map(escape, text)) if text in header else escape(text))


def fields(grid: Grid) -> str:
    """Return a form: the figures stand in its fields."""
    return spanned(grid, lambda t: f'<input type="text" value="{t}" readonly>' if is_figure(t) else escape(t))


def labelled(grid: Grid) -> str:
    """Return a table without header that tells each figure's column beside it, as narrow screens show it."""
    rows: list[str] = []
    for row, columns in groupby(facts(grid), key=lambda fact: fact.row):
        cells = "".join(f'<td data-label="{escape(" ".join(f.column))}">{f.figure}</td>' for f in columns)
        rows.append(f"<tr>{''.join(f'<th>{escape(text)}</th>' for text in row[-1:])}{cells}</tr>")
    return f"<table>{''.join(rows)}</table>"


def drawing(grid: Grid) -> str:
    """Return a drawing: lines around every box and texts inside."""
    cells = "".join(
        f'<rect x="{b.column * 90}" y="{b.row * 30}" width="{b.width * 90}" height="{b.height * 30}" fill="none"/>'
        f'<text x="{b.column * 90 + b.width * 45}" y="{b.row * 30 + b.height * 15 + 5}" text-anchor="middle">'
        f"{escape(b.text)}</text>"
        for b in merged(grid)
    )
    return f'<svg width="{len(grid[0]) * 90}" height="{len(grid) * 30}">{cells}</svg>'


def _swapped(grid: Grid) -> Grid:
    """Return a grid whose last column stands before the other figures, and the first of these at the end."""
    found: Grid = []
    for header, rows in parts(grid):
        start = labels_of(rows)
        found.extend([*row[:start], row[-1], *reversed(row[start:-1])] for row in (*header, *rows))
    return found


def other_columns(grid: Grid) -> str:
    """Return a table whose columns stand in another order."""
    return spanned(_swapped(grid))


def other_rows(grid: Grid) -> str:
    """Return a table whose rows stand in another order."""
    return "".join(spanned([*header, *reversed(rows)]) for header, rows in parts(grid))


def spaced(grid: Grid) -> str:
    """Return a table with an empty column behind each and an empty row below each."""
    wide = [[slot for text in row for slot in (text, "")] for row in grid]
    rows = [line for row in wide for line in (row, [""] * len(row))]
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{escape(t)}</td>' for t in row)}</tr>" for row in rows) + "</table>"


def pieces_in_cells(grid: Grid) -> str:
    """Return the figures with 件 behind them, labels without the words in brackets, thousands parted."""
    return spanned(grid, lambda text: f"{int(text):,}&nbsp;件" if text.isdigit() else escape(text.split("（区分")[0]))
