"""Rows of tables in web pages: which tables hold data, how those that lay out the page are taken apart, and spans."""

from itertools import groupby

from govreport.documents.readers.html_boxes import is_hidden
from govreport.documents.trees.html import Element

_WIDEST_SPAN = 1000


def _own_rows(table: Element) -> list[Element]:
    rows: list[Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("tbody", "thead", "tfoot"):
            rows.extend(child.iterchildren("tr"))
    return [row for row in rows if not is_hidden(row)]


def data_rows(table: Element) -> list[Element]:
    """Return the rows of a table that holds data, none for one that lays out the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = _own_rows(table)
    return rows if any(_is_plural(row) for row in rows) else []


def _is_plural(row: Element) -> bool:
    cells = row.iterchildren("td", "th")
    next(cells, None)
    return next(cells, None) is not None


def steps_apart(table: Element) -> list[tuple[Element | list[Element], bool]]:
    """Return what to walk in a table that lays out: runs of plain rows as grids, all else box by box."""
    steps: list[tuple[Element | list[Element], bool]] = [(c, False) for c in table.iterchildren("caption")]
    for is_plain, run in groupby(_own_rows(table), key=_is_plain):
        rows = list(run)
        if is_plain:
            steps.append((rows, False))
        else:
            steps.extend((cell, False) for row in rows for cell in row.iterchildren("td", "th"))
    return steps


def _is_plain(row: Element) -> bool:
    return _is_plural(row) and next(row.iterdescendants("table"), None) is None


def group_ends(rows: list[Element]) -> list[int]:
    """Return for each row where its row group ends, beyond which no box of the row reaches."""
    ends = [len(rows)] * len(rows)
    for y in range(len(rows) - 2, -1, -1):
        ends[y] = ends[y + 1] if rows[y].getparent() is rows[y + 1].getparent() else y + 1
    return ends


def span_of(value: str, whole: int) -> int:
    """Return how many slots a span reaches over; 0 stands for the whole."""
    digits = value.strip()
    if not digits.isdecimal():
        return 1
    # However many digits there are, a few say that it is too wide.
    return min(int(digits.lstrip("0")[:5] or whole), _WIDEST_SPAN)
