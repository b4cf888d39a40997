"""A review as one workbook: a sheet for each of its parts, to sort, filter and print."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from govreport import messages
from govreport.cli.display import shown
from govreport.cli.language import say
from govreport.cli.reviewing.figures import outcome_names
from govreport.cli.reviewing.words import advice_of, basis_of, state_word, told_of
from govreport.documents.rendering.workbook import GREY, PALE, RED, SONG, Sheets, workbook
from govreport.form.citing import cite
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.formats import is_formula
from govreport.messages import word
from govreport.reviews.changes import chosen_cells

if TYPE_CHECKING:
    from govreport.batches.review import Review, Reviewed
    from govreport.rules.sheet import Figure

# What a cell holds at most.
_LONGEST = 32_000
_LANDSCAPE = True
Value = str | int | Decimal | None


def write_book(review: "Review", language: str) -> bytes:
    """Return a review as a workbook for Excel, WPS and LibreOffice. No text in it is ever calculated."""
    title = say("review-title", language, year=review.year)

    def write(book: Workbook) -> None:
        tables = _Tables(book, language)
        tables.write("bodies", *_bodies(review, language), frozen=1)
        tables.write("problems", *_problems(review, language), frozen=1)
        tables.write("rules", *_rules(review, language))
        tables.write("sums", *_sums(review, language), frozen=1)
        tables.write("files", *_files(review, language))

    return workbook(title, "", write)


class _Tables:
    """Writes tables, each on a sheet of its own under a head that stays in view and is repeated on each page."""

    def __init__(self, book: Workbook, language: str) -> None:
        self._sheets = Sheets(book)
        self._language = language
        look = {"font_name": SONG, "font_size": 10, "valign": "top", "border": 1, "border_color": "#B5B5B5"}
        self._look = look
        self._head = {**look, "bold": True, "bg_color": GREY, "text_wrap": True, "valign": "vcenter"}

    def write(
        self, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Value]], frozen: int = 0
    ) -> None:
        """Write a table; each head comes with the width of its column."""
        sheet = self._sheets.add_sheet(say(f"review-sheet-{name}", self._language), landscape=_LANDSCAPE)
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, head, self._sheets.format(self._head))
        last = 0
        for last, row in enumerate(rows, 1):
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


def _bodies(review: "Review", language: str) -> tuple[list[tuple[str, int]], Iterable[Sequence[Value]]]:
    layout = review.district.layout
    form = load_layout(layout)
    first = [("body", 30), ("code", 20), ("kind", 10), ("level", 10), ("parent", 20), ("state", 10), ("late", 7)]
    heads = _heads(language, *first, ("published", 12))
    heads += [(word("error", language), 7), (word("warning", language), 7)]
    cells = [place(form, cell, language) for cell in chosen_cells(layout)]
    heads += [(name, 14) for name in cells]
    heads += [(name, 10) for name in outcome_names(layout, language)]
    if review.district.compared:
        heads += [(say("review-last-year", language, name=name), 14) for name in cells]
    return heads, (_body(review, reviewed, language) for reviewed in review.bodies())


def _body(review: "Review", reviewed: "Reviewed", language: str) -> list[Value]:
    body, layout = reviewed.body, review.district.layout
    late = say("review-late", language) if reviewed.is_late else ""
    kind, level = (word(f"organ-{value}", language) if value else "" for value in (body.kind, body.level))
    row: list[Value] = [body.name, body.code, kind, level, body.parent, state_word(reviewed.state, language), late]
    row += [reviewed.published, reviewed.counts["error"], reviewed.counts["warning"]]
    figures, before = reviewed.figures, reviewed.before
    row += [None if figures is None else figures.cells[cell] for cell in chosen_cells(layout)]
    parts = None if figures is None else figures.outcomes
    row += list(parts) if parts is not None else [None] * len(outcome_names(layout, language))
    if review.district.compared:
        row += [None if before is None else before.cells[cell] for cell in chosen_cells(layout)]
    return row


def _problems(review: "Review", language: str) -> tuple[list[tuple[str, int]], Iterable[Sequence[Value]]]:
    named = [("body", 26), ("severity", 7), ("problem", 42), ("place", 26), ("printed", 14), ("quote", 26)]
    heads = _heads(language, *named, ("basis", 18), ("repair", 36), ("finding", 20))

    def rows() -> Iterable[Sequence[Value]]:
        for reviewed in review.bodies():
            for told in told_of(review, reviewed, language):
                row = [reviewed.body.name, word(told.severity, language), told.sentence, told.place, told.printed]
                yield [*row, told.quote, told.basis, told.repair, told.code]

    return heads, rows()


def _rules(review: "Review", language: str) -> tuple[list[tuple[str, int]], Iterable[Sequence[Value]]]:
    named = [("severity", 8), ("problem", 36), ("count", 8), ("bodies", 8), ("basis", 28), ("of-bodies", 60)]
    heads = _heads(language, *named, ("finding", 22))
    rows: list[list[Value]] = [
        [
            word(found.severity, language),
            messages.title(found.code, language),
            found.count,
            len(found.bodies),
            word("clause-comma", language).join(cite(entry, language) for entry in basis_of(found.code, None)),
            word("list-pause", language).join(found.bodies),
            found.code,
        ]
        for found in review.rules()
    ]
    return heads, rows


def _sums(review: "Review", language: str) -> tuple[list[tuple[str, int]], Iterable[Sequence[Value]]]:
    district = review.district
    form = load_layout(district.layout)
    heads = _heads(language, ("cell", 70), ("total", 14), ("now", 16), ("before", 14), ("change", 14))
    rows: list[list[Value]] = []
    for row in district.rows:
        figures: list[Figure] = [row.total, row.now, row.before, row.change]
        rows.append([place(form, row.pointer, language), *figures])
    rows += [
        [f"{place(form, found.pointer, language)}{word('label-colon', language)}{found.told(language)}"]
        for found in district.unadded
    ]
    return heads, rows


def _files(review: "Review", language: str) -> tuple[list[tuple[str, int]], Iterable[Sequence[Value]]]:
    heads = _heads(language, ("file", 50), ("body", 26), ("reason", 46), ("advice", 46))
    rows: list[list[Value]] = []
    for checked, body in review.unread():
        where = checked.path if checked.document is None else f"{checked.path}:{checked.document}"
        worst = sorted(checked.findings, key=lambda finding: finding.severity.rank)
        reason = worst[0].message(language) if worst else ""
        rows.append([where, body, reason, advice_of(worst[0], language) if worst else ""])
    return heads, rows
