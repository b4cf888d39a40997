"""Readings held against the figures of the tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

import attrs

from govreport.statements.records import Reading, StatementKind, Weighed

FigureOf = Callable[[str], int | Decimal | None]
# Twelve digits before the point and as many behind are more than any figure has.
_EXACT = Context(prec=60)
_YUAN = {"ten_thousand_yuan": 10_000, "yuan": 1}
_PLACES = 4  # between these units


@attrs.frozen(kw_only=True, eq=False)
class Sums:
    """The figures of the tables, ready to be added up.

    `undivided` gives the figure printed once for the blank cells of a group, `covered` the group of each such cell.
    `units` are those of amounts, by cell; None where none is printed, which may be either.
    """

    figure: FigureOf
    undivided: Mapping[str, int] = attrs.field(factory=dict)
    covered: Mapping[str, str] = attrs.field(factory=dict)
    unit: Callable[[str], str | None] = lambda _: None

    def add(self, cells: Iterable[str]) -> tuple[int | Decimal | None, tuple[str, ...]]:
        """Return the sum of the cells that hold figures, None if none does, and the blank cells."""
        figures = [self.figure(cell) for cell in cells]
        if None not in figures:
            return sum(figures), ()  # type: ignore[arg-type]
        return self._with_blanks(tuple(cells), figures)

    def _with_blanks(
        self, cells: tuple[str, ...], figures: list[int | Decimal | None]
    ) -> tuple[int | Decimal | None, tuple[str, ...]]:
        whole = {g for g in self.undivided if all(c in cells for c, owner in self.covered.items() if owner == g)}
        known = [figure for figure in figures if figure is not None]
        known += [self.undivided[g] for g in whole if any(self.covered.get(c) == g for c in cells)]
        blanks = tuple(
            cell
            for cell, figure in zip(cells, figures, strict=True)
            if figure is None and self.covered.get(cell) not in whole
        )
        return (sum(known) if known else None), blanks


def weigh(kind: StatementKind, value: Decimal, reading: Reading, sums: Sums) -> Weighed:
    """Return a reading with its sum, and whether the figure fits it."""
    total, blanks = _total(reading, sums)
    base: int | Decimal | None = None
    if reading.base:
        base, missing = sums.add(reading.base)
        blanks += missing
    return Weighed(
        reading=reading,
        sum=None if total is None else Decimal(total),
        base=None if base is None else Decimal(base),
        blanks=blanks,
        fits=fits(kind, value, reading, sums),
    )


def fits(kind: StatementKind, value: Decimal, reading: Reading, sums: Sums) -> bool | None:
    """Tell whether a figure fits a reading, None where blanks leave it open."""
    total, blanks = _total(reading, sums)
    if total is None:
        return None
    if reading.base:
        base, missing = sums.add(reading.base)
        if not base or blanks or missing:
            return None
        return is_printed_of(value, _EXACT.divide(Decimal(total) * 100, Decimal(base)))
    if kind == "amount":
        return None if blanks else _is_amount(value, Decimal(total), sums.unit(reading.cells[0]))
    if reading.relation == "<=":
        return True if value <= total else None if blanks else False
    if not blanks:
        # A figure in 万 is rounded, or cut off, at its printed digits.
        return value == total or (_is_rounded(value) and is_printed_of(value, Decimal(total)))
    if value == total:
        return True
    # What is printed may already exceed the figure.
    return False if value < total and not reading.minus else None


def fits_in_other_unit(yuan: Decimal, reading: Reading, sums: Sums) -> bool:
    """Tell whether an amount is that of a reading but for its unit: 元 where the cell has 万元, or the reverse."""
    return any(fits("amount", yuan.scaleb(places), reading, sums) for places in (_PLACES, -_PLACES))


def is_sum(kind: StatementKind, value: Decimal, weighed: Weighed, sums: Sums) -> bool:
    """Tell whether figures, added up to `value`, are just the sum of a reading; amounts are added up in yuan."""
    if weighed.sum is None or kind != "amount":
        return value == weighed.sum
    return any(value == weighed.sum * factor for factor in _factors(sums.unit(weighed.reading.cells[0])))


def _total(reading: Reading, sums: Sums) -> tuple[int | Decimal | None, tuple[str, ...]]:
    total, blanks = sums.add(reading.cells)
    if reading.minus:
        less, more = sums.add(reading.minus)
        total = None if total is None or less is None else total - less
        blanks += more
    return total, blanks


def _is_rounded(value: Decimal) -> bool:
    return int(value.as_tuple().exponent) > 0


def is_printed_of(value: Decimal, exact: Decimal) -> bool:
    """Tell whether a figure is an exact one rounded or cut off at the digits that are printed."""
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return value in (exact.quantize(step, ROUND_HALF_UP, _EXACT), exact.quantize(step, ROUND_DOWN, _EXACT))


def _is_amount(yuan: Decimal, amount: Decimal, unit: str | None) -> bool:
    """Tell whether a sum in yuan, whose exponent says to which digit it is printed, is the amount of a cell."""
    return any(is_printed_of(yuan, amount * factor) for factor in _factors(unit))


def _factors(unit: str | None) -> Sequence[int]:
    """Return how many yuan one of a unit is; where none is known, of both."""
    return (_YUAN[unit],) if unit in _YUAN else tuple(_YUAN.values())
