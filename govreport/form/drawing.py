"""The printed tables of a layout, as grids of labels and cells with their spans.

A table is a stack of blocks. Each block has column headers above and row headers to the left, as
deep as the labels nest; a label that has no further labels below it fills the remaining depth.
"""

from collections.abc import Sequence
from typing import Literal

import attrs

from govreport.form.layout import Node

Role = Literal["caption", "corner", "heading", "column", "row", "cell"]


@attrs.frozen(kw_only=True)
class DrawnBox:
    """One box of a drawn table, where its top left corner lies and how far it reaches.

    `row` and `column` count from 0 inside the block. `pointer` leads to the cell, group or block that
    the box shows, and is None for boxes that stand for the form only, such as the corner.
    """

    role: Role
    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    pointer: str | None = None


@attrs.frozen(kw_only=True)
class DrawnBlock:
    """One block of a table: its boxes in the order of print, without gaps or overlaps.

    `header_rows` rows and `header_columns` columns hold labels, all others cells.
    """

    pointer: str
    height: int
    width: int
    header_rows: int
    header_columns: int
    boxes: tuple[DrawnBox, ...] = attrs.field(repr=False)


Names = tuple[str, ...]
Path = tuple[Node, ...]


def draw(table: Node) -> tuple[DrawnBlock, ...]:
    """Return the blocks of a table of the form, from top to bottom."""
    if table.axis == "blocks":
        return tuple(_block(group, caption=group.title) for group in table.children)
    return (_block(table, caption=None),)


def _block(block: Node, caption: str | None) -> DrawnBlock:
    cells: dict[tuple[Names, Names], str] = {}
    # A label stands once for many cells (each column of table 三 has all the rows): the first one met is drawn.
    rows: dict[Names, Path] = {}
    columns: dict[Names, Path] = {}
    for leaf in block.walk():
        if leaf.is_cell:
            across, down = _labels(block, leaf, "rows"), _labels(block, leaf, "columns")
            rows.setdefault(_names(across), across)
            columns.setdefault(_names(down), down)
            cells[_names(across), _names(down)] = leaf.pointer
    row_paths, column_paths = tuple(rows.values()), tuple(columns.values())
    left = max(map(len, row_paths))
    depth = max(map(len, column_paths))
    top = (caption is not None) + (block.heading is not None)
    width = left + len(column_paths)

    boxes = []
    if caption is not None:
        boxes.append(DrawnBox(role="caption", text=caption, row=0, column=0, colspan=width, pointer=block.pointer))
    first = 1 if caption is not None else 0
    if left:
        text = block.note or block.corner or ""
        span = top + depth - first
        boxes.append(DrawnBox(role="corner", text=text, row=first, column=0, rowspan=span, colspan=left))
    if block.heading is not None:
        boxes.append(
            DrawnBox(
                role="heading", text=block.heading, row=first, column=left, colspan=len(column_paths), pointer=None
            )
        )
    for start, level, span, node, fill in _spans(column_paths, depth):
        boxes.append(
            DrawnBox(
                role="column",
                text=node.title,
                row=top + level,
                column=left + start,
                rowspan=fill,
                colspan=span,
                pointer=node.pointer,
            )
        )
    for start, level, span, node, fill in _spans(row_paths, left):
        boxes.append(
            DrawnBox(
                role="row",
                text=node.title,
                row=top + depth + start,
                column=level,
                rowspan=span,
                colspan=fill,
                pointer=node.pointer,
            )
        )
    for y, row in enumerate(rows):
        for x, column in enumerate(columns):
            pointer = cells[row, column]
            boxes.append(DrawnBox(role="cell", text="", row=top + depth + y, column=left + x, pointer=pointer))
    return DrawnBlock(
        pointer=block.pointer,
        height=top + depth + len(row_paths),
        width=width,
        header_rows=top + depth,
        header_columns=left,
        boxes=tuple(sorted(boxes, key=lambda box: (box.row, box.column))),
    )


def _labels(block: Node, leaf: Node, axis: str) -> Path:
    """Return the labels of a cell on one axis of its block, from the outer to the inner."""
    below = leaf.lineage()[len(block.lineage()) :]
    return tuple(node for node in below if node.parent is not None and node.parent.axis == axis)


def _names(path: Path) -> Names:
    return tuple(node.name for node in path)


def _spans(paths: Sequence[Path], depth: int) -> list[tuple[int, int, int, Node, int]]:
    """Return (start, level, span, node, fill) for each label over `paths`, neighbours with one name joined.

    `span` counts the paths below the label; `fill` is the depth that a last label takes up.
    """
    found = []
    for level in range(depth):
        start = 0
        while start < len(paths):
            names = _names(paths[start])[: level + 1]
            end = start + 1
            while end < len(paths) and _names(paths[end])[: level + 1] == names:
                end += 1
            if level < len(paths[start]):
                fill = depth - level if level + 1 == len(paths[start]) else 1
                found.append((start, level, end - start, paths[start][level], fill))
            start = end
    return found
