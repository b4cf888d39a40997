"""Which cells of a workbook are filled in by hand, and what each of them takes."""

from collections.abc import Collection, Mapping
from typing import Any

import attrs

from govreport.documents.rendering.report.grids import printed_unit
from govreport.documents.rendering.report.spots import Boxes, Spot
from govreport.documents.rendering.report.verdicts import text
from govreport.documents.wording.signs import SIGNS, UNITS
from govreport.form.figures import MOST_DIGITS
from govreport.messages import phrase, word
from govreport.rules.data import load_instances
from govreport.rules.sheet import Sheet
from govreport.rules.wording import allowed_marks

_HIGHEST = 10**MOST_DIGITS - 1


@attrs.frozen(kw_only=True)
class EntryKind:
    """What a cell takes: figures of a `kind` of the schema, an amount in `unit`; the `marks` that may stand instead.

    An amount without a unit bears its own in the cell.
    """

    kind: str
    unit: str = ""
    marks: tuple[str, ...] = ()

    @property
    def takes_texts(self) -> bool:
        """A text may stand there: a mark, or a figure with its unit."""
        return bool(self.marks) or (self.kind == "amount" and not self.unit)


@attrs.frozen(kw_only=True)
class Entry:
    """A cell to fill in."""

    pointer: str
    spot: Spot
    kind: EntryKind


def entries_of(sheet: Sheet, boxes: Boxes, calculated: Collection[str]) -> Mapping[str, Entry]:
    """Return the boxes that are filled in by hand, by the first of their pointers: all that are not `calculated`."""
    found: dict[str, Entry] = {}
    for box in boxes.values():
        pointer = box.cell.pointers[0]
        cell = sheet.layout.cells[box.cell.pointers[-1]]
        if pointer not in calculated and pointer not in found:
            marks = tuple(sorted(_marks(cell.pointer, sheet)))
            # One figure for several cells is never negative.
            figures = "count" if box.is_group and cell.kind == "change" else cell.kind
            unit = printed_unit(cell.pointer, sheet) or UNITS.get(cell.unit or "", "") if cell.kind == "amount" else ""
            kind = EntryKind(kind=figures, unit=unit, marks=marks)
            found[pointer] = Entry(pointer=pointer, spot=box.spot, kind=kind)
    return found


def refusal(kind: EntryKind, language: str) -> dict[str, Any]:
    """Return what a spreadsheet lets into such a cell, and what it says of anything else.

    Where a text may stand, it is let in after a question: spreadsheets cannot ask for a number or a mark.
    """
    own_unit = kind.kind == "amount" and not kind.unit
    said = phrase("guide-amount-and-unit" if own_unit else f"guide-{kind.kind}", language, unit=kind.unit)
    if kind.marks:
        said += phrase("guide-mark", language, signs=word("list-pause", language).join(SIGNS[m] for m in kind.marks))
    return {
        "validate": "decimal" if kind.kind == "amount" else "integer",
        "criteria": "between",
        "minimum": -_HIGHEST if kind.kind == "change" else 0,
        "maximum": _HIGHEST,
        "error_type": "warning" if kind.takes_texts else "stop",
        "error_title": phrase("guide-refused", language),
        "error_message": said,
    }


def is_wrong(kind: EntryKind, cell: str) -> str:
    """Return the formula that the cell of this name holds what it does not take: what is pasted is not refused."""
    number = [] if kind.kind == "change" else [f"{cell}<0"]
    number += [] if kind.kind == "amount" else [f"{cell}<>INT({cell})"]
    no_mark = ",".join(f"{cell}<>{text(SIGNS[mark])}" for mark in kind.marks)
    other = f"AND({no_mark})" if no_mark else "FALSE" if kind.takes_texts else "TRUE"
    return f"=IF(LEN({cell})=0,FALSE,IF(ISNUMBER({cell}),OR({','.join(number)}),{other}))"


def _marks(pointer: str, sheet: Sheet) -> Collection[str]:
    """Return the marks with which a cell may rightly hold no figure."""
    rules = (i for i in load_instances(sheet.layout.id) if i.rule.of == "every-cell")
    return frozenset(mark for instance in rules for mark in allowed_marks(pointer, instance, sheet))
