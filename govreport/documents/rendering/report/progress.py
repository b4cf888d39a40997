"""How far a table of a workbook is filled in, as a formula: its cells with figures, and the sums that do not hold."""

from collections.abc import Sequence

import attrs

from govreport.documents.rendering.report.checks import Checks
from govreport.documents.rendering.report.entries import Entry
from govreport.documents.rendering.report.page import Page
from govreport.documents.rendering.report.spots import Boxes, Spot, references
from govreport.documents.rendering.report.verdicts import is_failing, text
from govreport.documents.wording.signs import SIGNS
from govreport.form.layout import Node
from govreport.messages import phrase

_COMMA = {"zh": "，", "en": ", "}


@attrs.frozen(kw_only=True)
class Progress:
    """Where a sheet tells how far its table is filled in, by which formula, and what that shows now."""

    label: str
    spot: Spot
    formula: str
    shown: str


def progress_of(
    table: Node, boxes: Boxes, entries: Sequence[Entry], checks: Checks, spot: Spot, page: Page
) -> Progress:
    """Return how far a table is filled in; a cell whose mark is right counts as filled, as it does in `--draft`."""
    language = page.language
    cells = [cell for cell in page.sheet.layout.cells if cell.startswith(f"{table.pointer}/")]
    spots = tuple(dict.fromkeys(boxes[cell].spot for cell in cells))
    parts = [f"COUNT({','.join(references(spots, spot.sheet))})"]
    # One figure for several cells fills them all.
    parts += [str(len(cells) - len(spots))] if len(cells) > len(spots) else []
    for entry in entries:
        (cell,) = references([entry.spot], spot.sheet)
        parts += [f"COUNTIF({cell},{text(SIGNS[mark])})" for mark in entry.kind.marks]
    blank = page.sheet.blanks(table.pointer)
    right = [
        entry for entry in entries if entry.pointer in blank and page.sheet.marks.get(entry.pointer) in entry.kind.marks
    ]
    verdicts = [check.shown for check in checks.all]
    failing = sum(is_failing(shown, language) for shown in verdicts)
    waiting = sum(map(bool, verdicts)) - failing
    filled = phrase("guide-filled", language, n=len(cells) - len(blank) + len(right), of=len(cells))
    shown = [filled, *_counted(failing, "guide-failing", language), *_counted(waiting, "guide-open-places", language)]
    formulas = [_formula("+".join(parts), "guide-filled", language, of=len(cells))]
    if checks.all:
        runs = references([check.spot for check in checks.all], spot.sheet)
        open_here = "+".join(f"COUNTIF({run},{text(phrase('guide-open', language))})" for run in runs)
        not_holding = "+".join(f"SUMPRODUCT(--(LEN({run})>0))" for run in runs) + f"-({open_here})"
        for key, count in (("guide-failing", not_holding), ("guide-open-places", open_here)):
            formulas.append(f'IF({count}=0,"",{text(_COMMA[language])}&{_formula(count, key, language)})')
    return Progress(
        label=table.title if language == "zh" else table.english,
        spot=spot,
        formula="=" + "&".join(formulas),
        shown=_COMMA[language].join(shown),
    )


def _counted(count: int, key: str, language: str) -> list[str]:
    return [phrase(key, language, n=count)] if count else []


def _formula(count: str, key: str, language: str, **values: int) -> str:
    """Return the expression of a sentence in which a number is worked out."""
    before, _, after = phrase(key, language, n="\0", **values).partition("\0")
    return "&".join(filter(None, (text(before), f"({count})", text(after))))
