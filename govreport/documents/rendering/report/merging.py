"""Undivided figures in print: which cells they merge, and which rows become one.

A group of cells is a rectangle of its block. Where each column of the block has an undivided figure for
the same rows, and their labels name the group as the form does, the form is printed with one row in
their place, as the 2019 form has it for （六）其他处理. Elsewhere the cells are merged and the labels of the
form stay.
"""

from collections.abc import Mapping
from functools import cache

import attrs

from govreport.documents.wording.labels import fold
from govreport.form.drawing import DrawnBlock, DrawnBox, draw
from govreport.form.layout import load_layout
from govreport.rules.sheet import Sheet, group_cells


@attrs.frozen(kw_only=True)
class Rectangle:
    """The boxes that one undivided figure covers: where they begin and how far they reach."""

    row: int
    column: int
    rowspan: int
    colspan: int


@attrs.frozen(kw_only=True)
class Single:
    """Rows of a block that are printed as one, with the label beside it; `box` is the label's in the form."""

    box: DrawnBox
    label: str

    @property
    def dropped(self) -> range:
        """The rows that are not printed."""
        return range(self.box.row + 1, self.box.row + self.box.rowspan)


def drawable(sheet: Sheet) -> frozenset[str]:
    """Return the undivided figures that a table can show: those whose cells all lie in one block."""
    return frozenset(group for block in _blocks(sheet.layout.id) for group in merged(block, sheet))


def labels_as_printed(sheet: Sheet) -> Mapping[str, str]:
    """Return the label printed beside each undivided figure that a table can show."""
    labels = {}
    for block in _blocks(sheet.layout.id):
        ones = {(one.box.row, one.box.rowspan): one.label for one in singles(block, sheet)}
        for group, r in merged(block, sheet).items():
            labels[group] = ones.get((r.row, r.rowspan), sheet.layout.nodes[innermost(group, sheet)].title)
    return labels


def innermost(group: str, sheet: Sheet) -> str:
    """Return the innermost group that has the same cells; print shows no other."""
    node, cells = sheet.layout.nodes[group], group_cells(sheet.layout, group)
    inner = next((child for child in node.children if group_cells(sheet.layout, child.pointer) == cells), None)
    return group if inner is None else innermost(inner.pointer, sheet)


def merged(block: DrawnBlock, sheet: Sheet) -> Mapping[str, Rectangle]:
    """Return the rectangle of each undivided figure of a block, before rows are joined."""
    boxes = {box.pointer: box for box in block.boxes if box.role == "cell"}
    found = {}
    for group in sheet.undivided:
        cells = group_cells(sheet.layout, group)
        if all(cell in boxes for cell in cells):
            rows = [boxes[cell].row for cell in cells]
            columns = [boxes[cell].column for cell in cells]
            found[group] = Rectangle(
                row=min(rows),
                column=min(columns),
                rowspan=max(rows) - min(rows) + 1,
                colspan=max(columns) - min(columns) + 1,
            )
    return found


def singles(block: DrawnBlock, sheet: Sheet) -> tuple[Single, ...]:
    """Return the rows of a block that are printed as one."""
    labels = {entry["pointer"]: entry["label"] for entry in sheet.members.get("undivided", ())}
    by_rows: dict[tuple[int, int], list[tuple[str, Rectangle]]] = {}
    for group, r in merged(block, sheet).items():
        by_rows.setdefault((r.row, r.rowspan), []).append((labels[group], r))
    found = []
    for (row, rowspan), entries in by_rows.items():
        boxes = [b for b in block.boxes if b.role == "row" and (b.row, b.rowspan) == (row, rowspan)]
        width = sum(r.colspan for _, r in entries)
        if rowspan == 1 or not boxes or width < block.width - block.header_columns:
            continue
        label = entries[0][0]
        if all(other == label for other, _ in entries) and fold(label) == fold(boxes[-1].text):
            found.append(Single(box=boxes[-1], label=label))
    return tuple(found)


@cache
def _blocks(layout: str) -> tuple[DrawnBlock, ...]:
    return tuple(block for table in load_layout(layout).tables for block in draw(table))
