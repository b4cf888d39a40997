"""A statement held against the figures of the tables."""

from collections.abc import Callable, Iterable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

import attrs

from govreport.statements.records import Reading, Statement, Weighed

FigureOf = Callable[[str], "int | Decimal | None"]


def weigh(statement: Statement, sums: "Sums") -> Statement:
    """Return the statement with its readings weighed and its verdict."""
    if not statement.readings:
        return statement
    weighed = tuple(_weigh(statement, reading, sums) for reading in statement.readings)
    if any(w.fits for w in weighed):
        verdict = "agrees"
    elif any(w.fits is None for w in weighed) or not statement.is_certain:
        verdict = "open"
    else:
        verdict = "contradicts"
    return attrs.evolve(statement, weighed=weighed, verdict=verdict)


@attrs.frozen(kw_only=True)
class Sums:
    """Adds up cells: a figure printed once for a group of blank cells counts once for all of them."""

    figure: FigureOf
    undivided: "dict[str, Decimal]" = attrs.field(factory=dict)
    covered: "dict[str, str]" = attrs.field(factory=dict)

    def add(self, cells: Iterable[str]) -> tuple[Decimal | None, tuple[str, ...]]:
        """Return the sum of the cells that hold figures, None if none does, and the blank cells."""
        total: Decimal | None = None
        blanks = []
        cells = tuple(cells)
        groups = set()
        for cell in cells:
            group = self.covered.get(cell)
            if group is not None and all(c in cells for c, g in self.covered.items() if g == group):
                if group not in groups:
                    groups.add(group)
                    total = (total or Decimal(0)) + self.undivided[group]
                continue
            figure = self.figure(cell)
            if figure is None:
                blanks.append(cell)
            else:
                total = (total or Decimal(0)) + figure
        return total, tuple(blanks)


def _weigh(statement: Statement, reading: Reading, sums: Sums) -> Weighed:
    total, blanks = sums.add(reading.cells)
    if reading.minus:
        less, more = sums.add(reading.minus)
        total = None if total is None or less is None else total - less
        blanks += more
    if reading.base:
        base, missing = sums.add(reading.base)
        fits = None
        if total is not None and base and not blanks and not missing:
            fits = _is_share(statement.value, total, base)
        return Weighed(reading=reading, sum=total, base=base, blanks=blanks + missing, fits=fits)
    value = statement.value
    if statement.kind == "amount":
        return Weighed(reading=reading, sum=total, blanks=blanks, fits=None if total is None else _is_amount(statement, total))
    if total is None:
        return Weighed(reading=reading, sum=None, blanks=blanks)
    fits: bool | None
    if reading.relation == "<=":
        fits = True if value <= total else None if blanks else False
    elif blanks:
        fits = False if value < total and not reading.minus else None if value != total else True
    else:
        fits = value == total
    return Weighed(reading=reading, sum=total, blanks=blanks, fits=fits)


def _is_share(value: Decimal, part: Decimal, base: Decimal) -> bool:
    """Tell whether a percentage is right, rounded or cut off at its printed digits."""
    step = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    with localcontext() as context:
        context.prec = 60
        exact = part * 100 / base
        return value in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_DOWN))


def _is_amount(statement: Statement, amount: Decimal) -> bool:
    printed = statement.value
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    yuan = amount * 10000
    return printed in (yuan.quantize(step, ROUND_HALF_UP), yuan.quantize(step, ROUND_DOWN)) 
