"""The work plan as a workbook: a sheet of text and one of tasks, ready for print on A4.

What is no number is text, whatever it begins with.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govreport.documents.rendering.plan.page import Kind, PlanPage, TaskBox, TextLine
from govreport.documents.rendering.workbook import (
    FANG,
    GREY,
    HEI,
    INDENT,
    PALE,
    RED,
    SIZE,
    SONG,
    WIDTH,
    Sheets,
    lines_in,
    row_height,
    workbook,
)


class _Look(NamedTuple):
    """How a kind of line is set: its size, its typeface, where it stands, and whether it is indented."""

    size: int
    face: str
    align: str = "left"
    bold: bool = False
    indent: str = INDENT


_LOOKS: Mapping[Kind, _Look] = {
    "number": _Look(13, FANG, "center", indent=""),
    "heading": _Look(18, SONG, "center", bold=True, indent=""),
    "to": _Look(13, FANG, indent=""),
    "text": _Look(13, FANG),
    "signed": _Look(13, FANG, "right", indent=""),
    "title": _Look(18, SONG, "center", bold=True, indent=""),
    "fact": _Look(11, SONG, "center", indent=""),
    "section": _Look(14, HEI),
    "item": _Look(13, FANG),
}
# The columns of the table in digits of the default typeface, together as wide as a sheet.
_WIDTHS = (6, 13, 31, 18, 10)
_NUMBER, _TEXT = 0, 2
# Above the table stand its title and its header.
_HEADER, _FIRST_ROW = 1, 2


def write(page: PlanPage) -> bytes:
    """Return the page as a workbook for Excel, WPS and LibreOffice. The same page gives the same bytes."""
    return workbook(page.title, page.organ, lambda book: _Writer(book, page).write())


class _Writer(Sheets):
    """Writes the sheets of one page."""

    def __init__(self, book: Workbook, page: PlanPage) -> None:
        super().__init__(book)
        self._page = page

    def write(self) -> None:
        """Write all sheets."""
        page = self._page
        sheet = self.add_sheet(page.form, landscape=False)
        sheet.set_column(0, 0, WIDTH)
        row = self._write_lines(sheet, 0, page.head)
        row = self.remarks(sheet, row, 0, page.remarks)
        row = self._write_lines(sheet, row, page.body)
        if page.boxes:
            self._write_table()
        else:
            self.notes(sheet, row, 0, page.legend, page.notes, page.table_remarks)

    def _write_lines(self, sheet: Worksheet, row: int, lines: Sequence[TextLine]) -> int:
        for line in lines:
            if line.kind == "title" and row:
                # The plan is attached to its notice, and begins on a page of its own.
                sheet.set_h_pagebreaks([row])
            look = _LOOKS[line.kind]
            shape: dict[str, Any] = {
                "font_name": look.face,
                "font_size": look.size,
                "align": look.align,
                "bold": look.bold,
            }
            row = self.lines(sheet, row, 0, [look.indent + line.lead + line.text], look.size, **shape)
        return row

    def _write_table(self) -> None:
        page = self._page
        sheet = self.add_sheet(page.table_name, landscape=False)
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        last = len(_WIDTHS) - 1
        if page.table_title is not None:
            shape: dict[str, Any] = {
                "font_name": SONG,
                "font_size": 14,
                "bold": True,
                "align": "center",
                "valign": "vcenter",
            }
            self.lines(sheet, 0, last, [page.table_title], 16, **shape)
        head = self._look(bg_color=GREY)
        for column, label in enumerate(page.columns):
            sheet.write_string(_HEADER, column, label, head)
        sheet.freeze_panes(_FIRST_ROW, 0)
        sheet.repeat_rows(_HEADER)
        rows = page.rows()
        for number, height in enumerate(_heights(page)):
            sheet.set_row(_FIRST_ROW + number, height)
        for box in page.boxes:
            self._write_box(sheet, box)
        self.notes(sheet, _FIRST_ROW + len(rows), last, page.legend, page.notes, page.table_remarks, sum(_WIDTHS))

    def _write_box(self, sheet: Worksheet, box: TaskBox) -> None:
        look = self._look(align="left") if box.column == _TEXT else self._look()
        if box.is_failing:
            marked = {"bg_color": PALE, "bold": True, "border": 6, "border_color": RED}
            look = self._look(**marked, align="left" if box.column == _TEXT else "center")
        row, text = _FIRST_ROW + box.row, box.text + "".join(box.markers)
        if box.rowspan > 1:
            sheet.merge_range(row, box.column, row + box.rowspan - 1, box.column, "", look)
        if box.column == _NUMBER and text.isdecimal():
            sheet.write_number(row, box.column, int(text), look)
        elif text:
            sheet.write_string(row, box.column, text, look)
        else:
            sheet.write_blank(row, box.column, None, look)

    def _look(self, **look: Any) -> Format:
        usual = {"font_name": SONG, "font_size": SIZE, "border": 1, "valign": "vcenter", "align": "center"}
        return self.format({**usual, "text_wrap": True, **look})


def _heights(page: PlanPage) -> list[int]:
    """Return the heights of the rows: each as its boxes need it, and higher where a name of several rows does."""
    heights = [0] * len(page.rows())
    for box in sorted(page.boxes, key=lambda box: box.rowspan):
        text = box.text + "".join(box.markers)
        lines = sum(lines_in(line, _WIDTHS[box.column], SIZE) for line in text.split("\n"))
        covered = range(box.row, box.row + box.rowspan)
        missing = row_height(lines, SIZE) - sum(heights[row] for row in covered)
        if missing > 0:
            heights[box.row + box.rowspan - 1] += missing
    return heights
