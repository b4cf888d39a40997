"""The printed form as a workbook to fill in: whole numbers only, definitions, totals that add up, and what does not.

It is the workbook of `xlsx.py` and, beside and below what is printed, guides whoever fills it in. The ranges of the
guides have names that `schema/print.json` begins: readers pass them over, and they lie outside of what is printed on
paper. Everything comes from the schema, the rules and the catalogue of sentences.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govreport.documents.rendering.report.checks import Check, Checks, Line, draw_checks
from govreport.documents.rendering.report.entries import Entry, entries_of, is_wrong, refusal
from govreport.documents.rendering.report.formulas import totals
from govreport.documents.rendering.report.grids import PrintedCell, PrintedGrid
from govreport.documents.rendering.report.page import PREAMBLE, Page, Part
from govreport.documents.rendering.report.progress import Progress, progress_of
from govreport.documents.rendering.report.spots import Spot, boxes_of, name, rectangles
from govreport.documents.rendering.report.verdicts import fails
from govreport.documents.rendering.report.xlsx import FIRST_ROW, Printer, widths_of
from govreport.documents.rendering.workbook import (
    FANG,
    GREY,
    PALE,
    RED,
    SONG,
    WIDTH,
    lines_in,
    row_height,
    workbook,
)
from govreport.documents.text import GUIDE
from govreport.messages import meaning, phrase, title

# Cells to fill in, and what is still open there.
_TO_FILL, _WAITING, _AMBER = "#FFFBE3", "#FFF1CC", "#7A4B00"
# In digits of the default typeface: the gap beside the form, a column of verdicts, what is said about filling in.
_GAP, _VERDICT, _GUIDE = 2, 13, 44
_SIZE = 9
# A low table leaves so many rows for what is said beside it.
_GUIDE_ROWS = 12
# Rows for the paragraphs of a section that has none yet, and before the first section.
_ROWS, _PREAMBLE_ROWS = 5, 2
# What may still be done to a protected sheet.
_ALLOWED = {"format_columns": True, "format_rows": True, "format_cells": True}
_POINTS_OF_DIGIT, _NOTE_WIDTH, _NOTE_LINE, _NOTE_ROOM = 8, 300, 18, 40


def write(page: Page) -> bytes:
    """Return the page as a workbook to fill in, for Excel, WPS and LibreOffice. The same page gives the same bytes."""
    return workbook(page.title, page.organ, lambda book: FillablePrinter(book, page).write())


class FillablePrinter(Printer):
    """Writes the sheets of one page, and what guides whoever fills them in."""

    def __init__(self, book: Workbook, page: Page) -> None:
        super().__init__(book, page)
        self.boxes = boxes_of(page, FIRST_ROW)
        self.checks: dict[str, Checks] = {}
        self._totals = totals(self.boxes, page.sheet)
        self._entries = entries_of(page.sheet, self.boxes, self._totals)
        self._progress: list[Progress] = []
        self._to_fill: list[tuple[int, int, Part]] = []

    def write(self) -> None:
        """Write all sheets; the first tells how far the others are filled in."""
        super().write()
        self._guide_text(self.sheets[0])

    def texts(self) -> list[Part]:
        """Return the parts of the first sheet; there is room for a preamble in any case."""
        if self.page.preamble is not None:
            return super().texts()
        return [Part(node=self.page.sheet.layout.nodes[f"/{PREAMBLE}"]), *super().texts()]

    def write_paragraphs(self, sheet: Worksheet, row: int, part: Part) -> int:
        """Write the running text of a section, or rows to write it into, and return the next free row."""
        start = row
        if part.paragraphs:
            row = super().write_paragraphs(sheet, row, part)
        else:
            look = {"font_name": FANG, "font_size": 13, "text_wrap": True, "valign": "top", "bg_color": _TO_FILL}
            shape = self.format({**look, "border": 4, "border_color": "#C9C2A0"})
            for _ in range(_ROWS if part.has_heading else _PREAMBLE_ROWS):
                sheet.write_blank(row, 0, None, shape)
                row += 1
        self._to_fill.append((start, row, part))
        return row

    def write_table(self, sheet: Worksheet, part: Part, grid: PrintedGrid) -> int:
        """Write a table, lock what is not to be filled in, and put guides around it."""
        row = super().write_table(sheet, part, grid)
        last = grid.width - 1
        sheet.print_area(0, 0, row - 1, last)
        home = sheet.get_name()
        checks = draw_checks(self.boxes, self.page.sheet, home, last + 2, row, self.page.language)
        self.checks[home] = checks
        own = [entry for entry in self._entries.values() if entry.spot.sheet == home]
        self._restrict(sheet, own)
        self._define(sheet, grid)
        column = last + 2 + len(checks.beside)
        bottom = max(row + len(checks.below) - 1, FIRST_ROW + _GUIDE_ROWS)
        self._show_beside(sheet, checks, column, bottom)
        self._show_below(sheet, checks, grid)
        self._mark_totals(sheet, checks)
        progress = progress_of(part.node, self.boxes, own, checks, Spot(home, 0, column), self.page)
        self._progress.append(progress)
        self._say(sheet, Spot(home, 0, column), progress.formula, progress.shown)
        sheet.set_column(last + 1, last + 1, _GAP)
        if checks.beside:
            sheet.set_column(last + 2, column - 1, _VERDICT)
        sheet.set_column(column, column, _GUIDE)
        self._name(sheet, 1, (0, last + 1, bottom, column))
        if checks.below:
            self._name(sheet, 2, (row, 0, row + len(checks.below) - 1, last))
        sheet.protect("", _ALLOWED)
        return row

    def write_cell(self, sheet: Worksheet, row: int, column: int, cell: PrintedCell, look: Mapping[str, Any]) -> None:
        """Write what stands in a box: a formula where the rules sum it up, else what is there, open to be changed."""
        pointer = cell.pointers[0] if cell.role == "cell" else ""
        if pointer in self._totals:
            shown = "" if cell.figure is None else int(cell.figure)
            shape = self.format({**look, "bg_color": look.get("bg_color", GREY)})
            sheet.write_formula(row, column, self._totals[pointer], shape, shown)
        elif pointer in self._entries:
            open_look = {**look, "bg_color": look.get("bg_color", _TO_FILL), "locked": False}
            super().write_cell(sheet, row, column, cell, open_look)
        else:
            super().write_cell(sheet, row, column, cell, look)

    def _restrict(self, sheet: Worksheet, entries: Sequence[Entry]) -> None:
        """Let the cells of a sheet take such figures only as the schema allows there; show what slipped in."""
        wrong = self.format({"bg_color": PALE, "font_color": RED})
        for kind in dict.fromkeys(entry.kind for entry in entries):
            spots = [entry.spot for entry in entries if entry.kind == kind]
            areas = rectangles(spots)
            first = areas[0]
            sheet.data_validation(
                *first, {**refusal(kind, self.page.language), "other_cells": [list(a) for a in areas]}
            )
            for area in areas:
                criteria = is_wrong(kind, name(area[0], area[1]))
                sheet.conditional_format(*area, {"type": "formula", "criteria": criteria, "format": wrong})

    def _define(self, sheet: Worksheet, grid: PrintedGrid) -> None:
        """Put the definitions of the schema on the labels of a table."""
        nodes = self.page.sheet.layout.nodes
        for cell in grid.cells:
            node = nodes.get(cell.pointers[0]) if cell.pointers and cell.role != "cell" else None
            if node is not None and node.definition:
                text = node.definition[self.page.language]
                self._note(sheet, FIRST_ROW + cell.row, cell.column, text)

    def _note(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        lines = lines_in(text, _NOTE_WIDTH // _POINTS_OF_DIGIT, 10)
        size = {"width": _NOTE_WIDTH, "height": _NOTE_ROOM + _NOTE_LINE * lines}
        sheet.write_comment(row, column, text, {"author": "govreport", "font_name": SONG, "font_size": 10, **size})

    def _show_beside(self, sheet: Worksheet, checks: Checks, column: int, bottom: int) -> None:
        for line in checks.beside:
            first = min(check.spot.row for check in line.checks)
            at = line.checks[0].spot.column
            shape = self.format(_look(align="center", bg_color=GREY, border=1, border_color="#BFBFBF"))
            top = FIRST_ROW if first > FIRST_ROW else 0
            if first - top > 1:
                sheet.merge_range(top, at, first - 1, at, "", shape)
            sheet.write_string(top, at, title(line.rule, self.page.language), shape)
            self._note(sheet, top, at, meaning(line.rule, self.page.language))
            self._show(sheet, line)
        shape = self.format(_look(valign="top", font_color="#404040", indent=1))
        sheet.merge_range(FIRST_ROW, column, bottom, column, "", shape)
        sheet.write_string(FIRST_ROW, column, phrase("guide-cells", self.page.language), shape)

    def _show_below(self, sheet: Worksheet, checks: Checks, grid: PrintedGrid) -> None:
        widths = widths_of(grid)
        for line in checks.below:
            row = line.checks[0].spot.row
            first = min(check.spot.column for check in line.checks)
            shape = self.format(_look(align="right", bg_color=GREY, border=1, border_color="#BFBFBF"))
            text = title(line.rule, self.page.language)
            lines = max(2, lines_in(text, sum(widths[:first]), _SIZE))
            sheet.set_row(row, row_height(lines, _SIZE))
            if first > 1:
                sheet.merge_range(row, 0, row, first - 1, "", shape)
            sheet.write_string(row, 0, text, shape)
            self._note(sheet, row, 0, meaning(line.rule, self.page.language))
            self._show(sheet, line)

    def _show(self, sheet: Worksheet, line: Line) -> None:
        shape = self.format(_look(align="center"))
        for check in line.checks:
            sheet.write_formula(check.spot.row, check.spot.column, check.formula, shape, check.shown)
        for area in rectangles([check.spot for check in line.checks]):
            first = name(area[0], area[1])
            failing = {"type": "formula", "criteria": f"={fails(first, self.page.language)}", "format": self._failing()}
            waits = {"type": "formula", "criteria": f"=LEN({first})>0", "format": self._waiting()}
            sheet.conditional_format(*area, {**failing, "stop_if_true": True})
            sheet.conditional_format(*area, waits)

    def _mark_totals(self, sheet: Worksheet, checks: Checks) -> None:
        """Colour the cells that a rule is about while it fails."""
        about: dict[Spot, list[Check]] = {}
        for check in checks.all:
            about.setdefault(check.about, []).append(check)
        for (_, row, column), found in about.items():
            cells = (name(check.spot.row, check.spot.column, anchored=True) for check in found)
            failing = ",".join(fails(cell, self.page.language) for cell in cells)
            look = {"type": "formula", "criteria": f"=OR({failing})", "format": self._failing()}
            sheet.conditional_format(row, column, row, column, look)

    def _guide_text(self, sheet: Worksheet) -> None:
        """Say beside the text what belongs where, and how far the tables are filled in."""
        home, language = sheet.get_name(), self.page.language
        rows = max(end for _, end, _ in self._to_fill)
        sheet.print_area(0, 0, rows - 1, 0)
        sheet.set_column(1, 1, _GAP)
        sheet.set_column(2, 2, _GUIDE)
        shape = self.format(_look(valign="top", font_color="#404040", indent=1))
        said = phrase("guide-texts", language)
        sheet.set_row(0, max(row_height(lines_in(self.page.title, WIDTH, 18), 18), row_height(4, _SIZE)))
        sheet.write_string(0, 2, said, shape)
        for row, progress in enumerate(self._progress, 1):
            where = f"'{progress.spot.sheet}'!{name(progress.spot.row, progress.spot.column)}"
            label = progress.label + ("：" if language == "zh" else ": ")
            self._say(sheet, Spot(home, row, 2), f'="{label}"&{where}', label + progress.shown)
        for start, end, part in self._to_fill:
            if start > len(self._progress):
                named = part.node.title if language == "zh" else part.node.english
                if end - start > 1:
                    sheet.merge_range(start, 2, end - 1, 2, "", shape)
                sheet.write_string(start, 2, part.node.definition.get(language, named), shape)
        self._name(sheet, 1, (0, 1, rows - 1, 2))

    def _say(self, sheet: Worksheet, spot: Spot, formula: str, shown: str) -> None:
        sheet.write_formula(spot.row, spot.column, formula, self.format(_look(bold=True, indent=1)), shown)

    def _name(self, sheet: Worksheet, number: int, area: tuple[int, int, int, int]) -> None:
        """Give an area the name by which readers know that it is no part of the report."""
        home = sheet.get_name().replace("'", "''")
        start, end = name(*area[:2], anchored=True), name(*area[2:], anchored=True)
        self.book.define_name(f"'{home}'!{GUIDE}_{number}", f"='{home}'!{start}:{end}")

    def _failing(self) -> Any:
        return self.format({"bg_color": PALE, "font_color": RED, "bold": True})

    def _waiting(self) -> Any:
        return self.format({"bg_color": _WAITING, "font_color": _AMBER})


def _look(**changes: Any) -> dict[str, Any]:
    return {"font_name": SONG, "font_size": _SIZE, "text_wrap": True, "valign": "vcenter", **changes}
