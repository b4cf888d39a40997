"""Undivided figures in print: which cells they merge, and which rows become one.

A group of cells is a rectangle of its block. Where each column of the block has an undivided figure for
the same rows under the same label, the form is printed with one row in their place, as the 2019 form
has it for （六）其他处理; elsewhere the cells are merged and the labels of the form stay.
"""

from collections.abc import Mapping

import attrs

from govreport.form.drawing import Block, Box, draw
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

    box: Box
    label: str

    @property
    def dropped(self) -> range:
        """The rows that are not printed."""
        return range(self.box.row + 1, self.box.row + self.box.rowspan)


def drawable(sheet: Sheet) -> frozenset[str]:
    """Return the undivided figures that a table can show: those whose cells all lie in one block."""
    return frozenset(group for table in sheet.layout.tables for block in draw(table) for group in merged(block, sheet))


def labels_as_printed(sheet: Sheet) -> Mapping[str, str]:
    """Return the label printed beside each undivided figure that a table can show."""
    labels = {}
    for table in sheet.layout.tables:
        for block in draw(table):
            rectangles = merged(block, sheet)
            ones = {single.box.row: single.label for single in singles(block, sheet)}
            for group, rectangle in rectangles.items():
                labels[group] = ones.get(rectangle.row, sheet.layout.nodes[group].title)
    return labels


def merged(block: Block, sheet: Sheet) -> Mapping[str, Rectangle]:
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


def singles(block: Block, sheet: Sheet) -> tuple[Single, ...]:
    """Return the rows of a block that are printed as one."""
    labels = {entry["pointer"]: entry["label"] for entry in sheet.members.get("undivided", ())}
    by_rows: dict[tuple[int, int], dict[str, int]] = {}
    for group, r in merged(block, sheet).items():
        by_rows.setdefault((r.row, r.rowspan), {})[labels[group]] = 0
    found = []
    for (row, rowspan), given in by_rows.items():
        width = sum(r.colspan for r in merged(block, sheet).values() if (r.row, r.rowspan) == (row, rowspan))
        boxes = [b for b in block.boxes if b.role == "row" and (b.row, b.rowspan) == (row, rowspan)]
        if rowspan > 1 and boxes and len(given) == 1 and width == block.width - block.header_columns:
            found.append(Single(box=boxes[-1], label=next(iter(given))))
    return tuple(found)
