"""A review as one workbook: a sheet for each of its parts, to sort, filter and print."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govreport import messages
from govreport.cli.display import shown
from govreport.cli.language import say
from govreport.cli.reviewing.figures import outcome_names
from govreport.cli.reviewing.words import basis_of, not_reviewed, state_word, told_of
from govreport.documents.rendering.workbook import GREY, PALE, RED, SONG, Sheets, lines_in, row_height, workbook
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.formats import is_formula
from govreport.messages import word
from govreport.reviews.changes import chosen_cells

if TYPE_CHECKING:
    from govreport.batches.reviewed import Review, Reviewed
    from govreport.rules.sheet import Figure

# What a cell holds at most.
_LONGEST = 32_000
# What a row takes at most, in points.
_TALLEST = 400
_SIZE = 10
Value = str | int | Decimal | None
Table = tuple[list[tuple[str, int]], Iterable[Sequence[Value]]]
"""The heads of a table with the widths of their columns, and its rows."""


def write_book(review: "Review", language: str) -> bytes:
    """Return a review as a workbook for Excel, WPS and LibreOffice. No text in it is ever calculated."""
    title = say("review-title", language, year=review.year)

    def write(book: Workbook) -> None:
        tables = _Tables(book, language)
        tables.write("bodies", *_bodies(review, language), frozen=1)
        tables.write("figures", *_figures(review, language), frozen=1)
        tables.write("problems", *_problems(review, language), frozen=1)
        tables.write("rules", *_rules(review, language))
        tables.write("sums", *_sums(review, language), frozen=1)
        tables.write("files", *_files(review, language))

    return workbook(title, "", write, by_rows=True)


class _Tables:
    """Writes tables, each on a sheet of its own under a head that stays in view and is repeated on each page."""

    def __init__(self, book: Workbook, language: str) -> None:
        self._sheets = Sheets(book)
        self._language = language
        look = {"font_name": SONG, "font_size": _SIZE, "valign": "top", "border": 1, "border_color": "#B5B5B5"}
        self._look = look
        self._head = {**look, "bold": True, "bg_color": GREY, "text_wrap": True, "valign": "vcenter"}

    def write(
        self, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Value]], frozen: int = 0
    ) -> None:
        """Write a table; each head comes with the width of its column."""
        sheet = self._sheets.add_sheet(say(f"review-sheet-{name}", self._language), landscape=True)
        sheet.set_row(0, row_height(max(lines_in(head, width, _SIZE) for head, width in heads), _SIZE))
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, head, self._sheets.format(self._head))
        last = 0
        for last, row in enumerate(rows, 1):
            # Not every program fits the height of a row to a text that wraps.
            texts = [(value, width) for value, (_, width) in zip(row, heads, strict=False) if isinstance(value, str)]
            lines = max((lines_in(text, width, _SIZE) for text, width in texts), default=1)
            sheet.set_row(last, min(_TALLEST, row_height(lines, _SIZE)))
            for column, value in enumerate(row):
                self._cell(sheet, last, column, value)
        sheet.freeze_panes(1, frozen)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, last, len(heads) - 1)

    def _cell(self, sheet: Worksheet, row: int, column: int, value: Value) -> None:
        if isinstance(value, int | Decimal):
            sheet.write_number(row, column, value, self._sheets.format({**self._look, "align": "right"}))
            return
        text = shown(value or "")[:_LONGEST]
        look: dict[str, Any] = {**self._look, "text_wrap": True}
        if is_formula(text):
            # It is written as a text; this keeps it one when somebody edits the cell.
            look["quote_prefix"] = True
        if text in (word("error", self._language), say("review-state-missing", self._language)):
            look |= {"font_color": RED, "bg_color": PALE}
        sheet.write_string(row, column, text, self._sheets.format(look))


def _heads(language: str, *named: tuple[str, int]) -> list[tuple[str, int]]:
    return [(say(f"review-{name}", language), width) for name, width in named]


def _bodies(review: "Review", language: str) -> Table:
    """Return who has reported; what the list says of no body has no column."""
    widths = {"code": 20, "kind": 10, "level": 10, "parent": 24}
    said = [name for name in widths if any(getattr(one.body, name) for one in review.bodies())]
    heads = _heads(language, ("body", 34), *((name, widths[name]) for name in said))
    heads += _heads(language, ("state", 10), ("late", 8), ("published", 12))
    heads += [(word(severity, language), 8) for severity in ("error", "warning")]

    def rows() -> Iterator[list[Value]]:
        for reviewed in review.bodies():
            own = [_said(reviewed, name, language) for name in said]
            late = say("review-late", language) if reviewed.is_late else ""
            counts = [reviewed.counts[severity] for severity in ("error", "warning")]
            yield [reviewed.body.name, *own, state_word(reviewed.state, language), late, reviewed.published, *counts]

    return heads, rows()


def _said(reviewed: "Reviewed", name: str, language: str) -> str | None:
    """Return what the list says of a body, kind and level in words."""
    value: str | None = getattr(reviewed.body, name)
    return word(f"organ-{value}", language) if value and name in ("kind", "level") else value


def _figures(review: "Review", language: str) -> Table:
    """Return the figures of each body beside last year's, and its outcomes."""
    layout, has_before = review.district.layout, review.district.compared > 0
    form, cells = load_layout(layout), chosen_cells(layout)
    heads = _heads(language, ("body", 26))
    for cell in cells:
        name = place(form, cell, language)
        heads.append((name, 9))
        if has_before:
            heads.append((say("review-last-year", language, name=name), 9))
    heads += [(name, 9) for name in outcome_names(layout, language)]

    def rows() -> Iterator[list[Value]]:
        for one in review.bodies():
            if one.figures is None:
                continue
            row: list[Value] = [one.body.name]
            for cell in cells:
                row.append(one.figures.cells[cell])
                if has_before:
                    row.append(None if one.before is None else one.before.cells[cell])
            yield [*row, *(one.figures.outcomes or ())]

    return heads, rows()


def _problems(review: "Review", language: str) -> Table:
    named = [("body", 20), ("severity", 7), ("problem", 34), ("place", 24), ("printed", 12), ("quote", 20)]
    heads = _heads(language, *named, ("basis", 14), ("repair", 30), ("finding", 16))

    def rows() -> Iterator[list[Value]]:
        for reviewed in review.bodies():
            for told in told_of(review, reviewed, language):
                row = [reviewed.body.name, word(told.severity, language), told.sentence, told.place, told.printed]
                yield [*row, told.quote, told.basis, told.repair, told.code]

    return heads, rows()


def _rules(review: "Review", language: str) -> Table:
    named = [("severity", 8), ("problem", 36), ("count", 8), ("bodies", 8), ("basis", 28), ("of-bodies", 60)]
    heads = _heads(language, *named, ("finding", 22))
    rows: list[list[Value]] = [
        [
            word(found.severity, language),
            messages.title(found.code, language),
            found.count,
            len(found.bodies),
            basis_of(found.code, None, language),
            word("list-pause", language).join(found.bodies),
            found.code,
        ]
        for found in review.rules()
    ]
    return heads, rows


def _sums(review: "Review", language: str) -> Table:
    district = review.district
    form = load_layout(district.layout)
    compared = district.compared
    now = [("now", 16)] if compared and compared < district.counted else []
    last = [("before", 14), ("change", 14)] if compared else []
    heads = _heads(language, ("cell", 84), ("total", 14), *now, *last)
    rows: list[list[Value]] = []
    for row in district.rows:
        figures: list[Figure] = [row.total, *([row.now] if now else []), *([row.before, row.change] if last else [])]
        rows.append([place(form, row.pointer, language), *figures])
    rows += [
        [f"{place(form, found.pointer, language)}{word('label-colon', language)}{found.told(language)}"]
        for found in district.unadded
    ]
    return heads, rows


def _files(review: "Review", language: str) -> Table:
    heads = _heads(language, ("file", 50), ("body", 26), ("reason", 46), ("advice", 46))
    rows: list[list[Value]] = []
    for checked, body in review.unread():
        where = checked.path if checked.document is None else f"{checked.path}:{checked.document}"
        rows.append([where, body, *not_reviewed(checked, language)])
    return heads, rows
