"""By how much a figure has changed since the year before, as a text tells it right behind that figure.

What is told is held against both reports only where the figure itself agrees with the tables: then it is known which
cells are meant. `schema/README.md` ("Years") has the procedure.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import NamedTuple

from govreport import resources
from govreport.normalizing import nfkc
from govreport.rules.sheet import Sheet
from govreport.rules.stated import sums_of
from govreport.statements.comparing import is_printed_of
from govreport.statements.reading import Judged, statement
from govreport.statements.records import Reading, Statement

FILE = "years.json"
_PIECE = re.compile(r"\{([a-z]+)\}")
# So many characters behind a figure are looked at, and so many changes of one figure are read.
_WIDEST, _MOST = 80, 2
_EXACT = Context(prec=60)
_HUNDREDTH = Decimal("0.01")


class Change(NamedTuple):
    """A change as it is told: less is negative; `end` is where it ends in the text.

    `base` is what the figure is said to have been in the year before, if that is said.
    """

    value: Decimal
    is_percentage: bool
    end: int
    base: int | None = None


class WrongChange(NamedTuple):
    """A change that is told otherwise than both reports have it, of the cells of a `reading`.

    `before` and `now` are their sums in the two reports. The words stand from `start` to `end` of the text at
    `pointer`.
    """

    reading: Reading
    change: Change
    before: int
    now: int
    pointer: str
    start: int
    end: int
    quote: str

    @property
    def difference(self) -> str:
        """By how much the figure has changed, without its sign, in the measure in which the text tells it."""
        moved = abs(self.now - self.before)
        if not self.change.is_percentage:
            return str(moved)
        percent = _EXACT.divide(Decimal(moved * 100), Decimal(self.before)).quantize(_HUNDREDTH, ROUND_HALF_UP)
        return f"{percent}%"


def wrong_changes(told: Iterable[Judged], sheet: Sheet, before: Sheet, known: frozenset[str]) -> Iterator[WrongChange]:
    """Yield every change that the texts of a report tell otherwise than it and last year's, in the order of the texts.

    `told` are the figures of the texts. `before` is last year's sheet in the layout of this one, `known` are the cells
    of which it says something.
    """
    year = sheet.members["year"]
    sums = sums_of(sheet)
    for judged in told:
        attached = judged.told.attached
        is_read = judged.verdict == "agrees" and attached.kind in ("count", "zero")
        if not is_read or not known.issuperset(cell for r in attached.readings for cell in (*r.cells, *r.minus)):
            continue
        found = statement(judged, sums)
        text = judged.told.text
        for change in told_changes(text, found.figure_end, year - 1):
            wrong = _held(change, found, text, sheet, before)
            if wrong is not None:
                # What is told next of the same figure follows from this.
                yield wrong
                break


def told_changes(text: str, at: int, year_before: int) -> Iterator[Change]:
    """Yield the changes against the year before that a text tells right behind a figure, which ends at `at`."""
    first, further = patterns()
    link = first.match(text[at : at + _WIDEST])
    if link is None or (link[1] and int(nfkc(link[1])) != year_before):
        return
    base = None if link[2] is None else int(_number(link[2]))
    for _ in range(_MOST):
        # The first pattern alone has groups for the year and for what there was then.
        up, _, number, percent = link.groups()[-4:]
        at += link.end()
        value = _number(number)
        # Zero keeps its sign, too.
        yield Change(value if up else value.copy_negate(), bool(percent), at, base)
        next_link = further.match(text[at : at + _WIDEST])
        if next_link is None:
            return
        link = next_link


def _number(printed: str) -> Decimal:
    return Decimal(nfkc(printed).replace(",", ""))


def _held(change: Change, found: Statement, text: str, sheet: Sheet, last: Sheet) -> WrongChange | None:
    """Return a change that fits none of what its figure may mean, None for one that fits, or where nobody can say."""
    meant: WrongChange | None = None
    for reading in found.readings:
        now, before = _sum(reading, sheet), _sum(reading, last)
        if now is None or before is None or reading.relation != "=" or (change.is_percentage and not before):
            return None
        if _fits(change, now, before):
            return None
        if meant is None and now == found.value:
            start, end = found.figure_start, change.end
            meant = WrongChange(reading, change, before, now, found.pointer, start, end, text[start:end])
    return meant


def _sum(reading: Reading, sheet: Sheet) -> int | None:
    """Return the sum of a reading, None where a cell of it is blank."""
    whole = 0
    for sign, cells in ((1, reading.cells), (-1, reading.minus)):
        for cell in cells:
            figure = sheet.figure(cell)
            if figure is None:
                return None
            whole += sign * int(figure)
    return whole


def _fits(change: Change, now: int, before: int) -> bool:
    if change.base not in (None, before):
        return False
    moved = now - before
    if not change.is_percentage:
        return change.value == moved
    # Less by so little that nothing of it is printed is less all the same.
    return (not moved or (moved < 0) == change.value.is_signed()) and is_printed_of(
        abs(change.value), _EXACT.divide(Decimal(abs(moved) * 100), Decimal(before))
    )


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what tells the first change behind a figure, and what tells a further one."""
    written = resources.read(FILE)["changes"]

    def whole(name: str) -> re.Pattern[str]:
        return re.compile(_PIECE.sub(lambda match: f"(?:{written[match[1]]})", written[name] + written["change"]))

    return whole("first"), whole("next")
