"""Faults planted in reports whose sums hold: in each way that the repairs know, one figure or several put wrong.

A fault is planted in the figures alone, by pointer; what it did is the truth that a repair has to find.
"""

import itertools
import random
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

Figures = dict[str, int | None]

TABLE_3, TABLE_4 = "/requests/", "/disputes/"
_COLUMNS = (
    "natural_person",
    *(
        f"organizations/{name}"
        for name in (
            "commercial_enterprise",
            "research_institution",
            "public_interest_organization",
            "legal_service_institution",
            "other",
        )
    ),
    "total",
)
_APPLICANTS, _TOTAL = _COLUMNS[:-1], _COLUMNS[-1]
# Three of four slips of a typist fall on figures, the fourth on any cell: most cells are 0.
_SHARE_OF_FIGURES = 0.75


@attrs.frozen(kw_only=True)
class Sheet:
    """The figures of a report, and the rows of table three in the order of print, as names below a column."""

    figures: Figures
    rows: tuple[str, ...]

    def cell(self, column: str, row: str) -> str:
        """Return the pointer of a cell of table three."""
        return f"{TABLE_3}{column}/{row}"

    def line(self, row: str) -> list[str]:
        """Return the cells of a row of table three."""
        return [self.cell(column, row) for column in _COLUMNS]

    def at(self, pointer: str) -> int:
        """Return a figure, a blank as 0."""
        return self.figures[pointer] or 0


Plant = Callable[[Sheet, random.Random], Figures | None]


def sheet_of(figures: Figures) -> Sheet:
    """Return the sheet of the figures of a report."""
    first = f"{TABLE_3}{_COLUMNS[0]}/"
    return Sheet(figures=figures, rows=tuple(p.removeprefix(first) for p in figures if p.startswith(first)))


def planted(plant: Plant, sheets: Sequence[Sheet], number: int, seed: str) -> Iterator[tuple[Sheet, Figures]]:
    """Yield so many faults, each as the sheet and the figures that it put wrong, spread over the sheets."""
    choose = random.Random(seed)
    made = tries = 0
    while made < number and tries < 50 * number:
        sheet = sheets[tries % len(sheets)]
        tries += 1
        wrong = plant(sheet, choose)
        wrong = {p: v for p, v in (wrong or {}).items() if (v or 0) != sheet.at(p)}
        if wrong:
            made += 1
            yield sheet, wrong


def mistyped(value: int, choose: random.Random) -> int:
    """Return a figure as a typist may get it wrong: a digit changed, lost, added or doubled, two exchanged."""
    digits = str(value)
    place = choose.randrange(len(digits))
    while True:
        match choose.randrange(4):
            case 0:
                wrong = digits[:place] + choose.choice("0123456789") + digits[place + 1 :]
            case 1:
                wrong = digits[:place] + digits[place + 1 :]
            case 2:
                wrong = (
                    digits[: place + 1]
                    + choose.choice((digits[place], choose.choice("0123456789")))
                    + digits[place + 1 :]
                )
            case _:
                wrong = digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :]
        if wrong and int(wrong) != value and (wrong == "0" or wrong[0] != "0"):
            return int(wrong)


def typos(table: str, number: int) -> Plant:
    """Return what mistypes so many cells of a table."""

    def plant(sheet: Sheet, choose: random.Random) -> Figures | None:
        cells = [p for p, v in sheet.figures.items() if p.startswith(table) and v is not None]
        filled = [p for p in cells if sheet.figures[p]]
        wrong: Figures = {}
        while len(wrong) < number:
            if not cells:
                return None
            cell = choose.choice(filled if filled and choose.random() < _SHARE_OF_FIGURES else cells)
            wrong.setdefault(cell, mistyped(sheet.at(cell), choose))
            if len(filled) < number and len(cells) < number:
                return None
        return wrong

    return plant


def exchanged_in_row(sheet: Sheet, choose: random.Random) -> Figures | None:
    """Exchange two neighbours in a row."""
    return _exchanged(sheet, choose, [(a, b) for row in sheet.rows for a, b in _neighbours(sheet.line(row))])


def exchanged_in_column(sheet: Sheet, choose: random.Random) -> Figures | None:
    """Exchange two neighbours in the column of an applicant."""
    return _exchanged(
        sheet,
        choose,
        [(sheet.cell(c, a), sheet.cell(c, b)) for c in _APPLICANTS for a, b in _neighbours(sheet.rows)],
    )


def exchanged_in_total(sheet: Sheet, choose: random.Random) -> Figures | None:
    """Exchange two neighbours in the column of totals."""
    pairs = [(sheet.cell(_TOTAL, a), sheet.cell(_TOTAL, b)) for a, b in _neighbours(sheet.rows)]
    return _exchanged(sheet, choose, pairs)


def shifted(sheet: Sheet, choose: random.Random) -> Figures | None:
    """Shift a row by one column either way: the whole row, with 0, or what fell out, at the end; or the applicants."""
    rows = [row for row in sheet.rows if any(sheet.at(p) for p in sheet.line(row))]
    cells = sheet.line(choose.choice(rows)) if rows else []
    if choose.random() < 0.25:
        cells = cells[:-1]
    old = [sheet.at(p) for p in cells]
    is_to_the_right = choose.random() < 0.5
    pushed_out = old[-1] if is_to_the_right else old[0]
    entering = pushed_out if choose.random() < 0.25 else 0
    new = [entering, *old[:-1]] if is_to_the_right else [*old[1:], entering]
    return dict(zip(cells, new, strict=True))


def total_not_carried(sheet: Sheet, choose: random.Random) -> Figures | None:
    """Correct a cell and the sums of its column, and leave the total of its row, or all totals of the row sums, old."""
    outcome = choose.choice([r for r in sheet.rows if r.startswith("outcomes/") and r != "outcomes/total"])
    step = choose.choice([1, 1, 2, 3, 5, 8, 13, 40])
    rows = choose.choice([(outcome,), (outcome, "outcomes/total", "received")])
    cells = [sheet.cell(_TOTAL, row) for row in rows]
    # The true report has the greater figures throughout; the totals that lag behind are the fault.
    if any(sheet.at(p) < step for p in cells):
        return None
    return {p: sheet.at(p) - step for p in cells}


def wrong_applicant(sheet: Sheet, choose: random.Random) -> Figures | None:
    """Put a figure into the column of another applicant, which had none."""
    places = [
        (sheet.cell(a, row), sheet.cell(b, row))
        for row in sheet.rows
        for a in _APPLICANTS
        for b in _APPLICANTS
        if sheet.at(sheet.cell(a, row)) and not sheet.at(sheet.cell(b, row))
    ]
    if not places:
        return None
    origin, other = choose.choice(places)
    return {origin: 0, other: sheet.at(origin)}


def digit_lost_twice(sheet: Sheet, choose: random.Random) -> Figures | None:
    """Lose a digit in a cell and add up its total from that, or lose one in the total, too."""
    places = [
        (sheet.cell(c, row), sheet.cell(_TOTAL, row))
        for c in _APPLICANTS
        for row in sheet.rows
        if sheet.at(sheet.cell(c, row)) > 9
    ]
    if not places:
        return None
    cell, total = choose.choice(places)
    value = _shortened(sheet.at(cell), choose)
    is_added_up = choose.random() < 0.5
    return {
        cell: value,
        total: sheet.at(total) + value - sheet.at(cell) if is_added_up else _shortened(sheet.at(total), choose),
    }


def sign(sheet: Sheet, choose: random.Random) -> Figures | None:
    """Print a figure with a minus in front of it."""
    filled = [p for p, v in sheet.figures.items() if v and p.startswith((TABLE_3, TABLE_4))]
    cell = choose.choice(filled) if filled else None
    return {cell: -sheet.at(cell)} if cell else None


def _shortened(value: int, choose: random.Random) -> int:
    digits = str(value)
    place = choose.randrange(len(digits))
    return int(digits[:place] + digits[place + 1 :] or "0")


def _exchanged(sheet: Sheet, choose: random.Random, pairs: Sequence[tuple[str, str]]) -> Figures | None:
    differing = [(a, b) for a, b in pairs if sheet.at(a) != sheet.at(b)]
    if not differing:
        return None
    a, b = choose.choice(differing)
    return {a: sheet.at(b), b: sheet.at(a)}


def _neighbours(items: Sequence[str]) -> Iterator[tuple[str, str]]:
    return itertools.pairwise(items)


FAULTS: Mapping[str, Plant] = {
    "one typo, table three": typos(TABLE_3, 1),
    "one typo, table four": typos(TABLE_4, 1),
    "two typos": typos(TABLE_3, 2),
    "three typos": typos(TABLE_3, 3),
    "exchange in a row": exchanged_in_row,
    "exchange in a column": exchanged_in_column,
    "exchange in 总计": exchanged_in_total,
    "row shifted": shifted,
    "total not carried along": total_not_carried,
    "sign": sign,
    "wrong applicant": wrong_applicant,
    "digit lost in cell and total": digit_lost_twice,
}
