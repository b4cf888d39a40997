"""Headers that a web page prints by attributes: on a narrow screen each box shows the label of its column beside it.

Pages that fit themselves to telephones give each box its column's label (`data-label` and the like), which the style
sheet prints before the figure. Some leave the header out for that; the labels are then all that says what a column is,
and which unit its amounts have.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.documents.paper import Box, Evidence
from govreport.documents.text import tidy
from govreport.documents.trees.html import Element

_SIGNS = (b"data-label", b"data-title", b"data-th", b"data-head", b"data-col")
_NAMES = ("data-label", "data-title", "data-th", "data-header", "data-heading", "data-col", "data-column")
_WORD = re.compile(r"[\u4e00-\u9fff]")
# A label of a column is short; what is longer tells a story.
_LONGEST = 100

_Labels = tuple[tuple[int, int, str], ...]


class Labelled(NamedTuple):
    """The boxes of a table with its headers, and its height."""

    boxes: list[Box]
    height: int


def may_label(source: bytes) -> bool:
    """Tell whether a page, in small letters, may have such labels."""
    return b"data-" in source and any(sign in source for sign in _SIGNS)


def with_headers(boxes: Sequence[Box], labels: Sequence[str], height: int, table: int) -> Labelled:
    """Return a table with a header before each run of rows that has labels in attributes and no header in print.

    `labels` are those of the boxes (`label_of`), in their order. Every box keeps the place that it is printed at.
    """
    rows: list[list[tuple[Box, str]]] = [[] for _ in range(height)]
    for box, label in zip(boxes, labels, strict=True):
        rows[box.row].append((box, label))
    headers = dict(_missing(rows))
    if not headers:
        return Labelled(list(boxes), height)
    places, shift = [], 0
    for y in range(height):
        shift += y in headers
        places.append(y + shift)
    found = [_moved(box, places, table) for box in boxes]
    for y, header in headers.items():
        found += [Box(text, places[y] - 1, x, 1, span, Evidence(table=table)) for x, span, text in header]
    return Labelled(sorted(found, key=lambda box: (box.row, box.column)), height + shift)


def label_of(cell: Element) -> str:
    """Return the label of its column that a box has in an attribute, empty where none has a word of Chinese."""
    said = (tidy(cell.get(name) or "") for name in _NAMES)
    return next((text for text in said if len(text) <= _LONGEST and _WORD.search(text)), "")


def _missing(rows: Sequence[Sequence[tuple[Box, str]]]) -> Iterator[tuple[int, _Labels]]:
    """Yield the rows that need a header before them, and what it says: where the labels begin or become others."""
    told: _Labels = ()
    is_headed = False
    for y, row in enumerate(rows):
        labels = tuple((box.column, box.colspan, label) for box, label in row if label)
        if not labels:
            # A row of several boxes without labels is a header; one of a single box is a title within the table.
            written = sum(bool(box.text) for box, _ in row)
            is_headed, told = (True, ()) if written > 1 else (is_headed, told)
            continue
        if not is_headed and labels != told:
            yield y, labels
        told = labels


def _moved(box: Box, places: Sequence[int], table: int) -> Box:
    evidence = box.evidence or Evidence(table=table, row=box.row + 1, column=box.column + 1)
    row, last = places[box.row], places[box.row + box.rowspan - 1]
    return box._replace(row=row, rowspan=last - row + 1, evidence=evidence)
