"""Indicators: ratios of the figures of a report, each with one numerator and one denominator, as exact fractions.

`schema/indicators.json` says which there are. Where a cell is blank, an indicator is an interval: what it can be if the
blanks hold whatever the sums of the form leave them. Nothing is taken for 0 that is not printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Any, Literal

import attrs

from govreport import resources
from govreport.corpus.bounds import NOTHING, Bounds, Cells
from govreport.corpus.figures import Figures, figures_in, places
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.model.registry import Report

_FILE = "indicators.json"
_DECIMALS, _PERCENT = Decimal("0.000001"), Decimal("0.1")
_DIGITS = 40


@attrs.frozen(kw_only=True)
class Indicator:
    """An indicator as the standard states it: the sum of some cells over the sum of others.

    A "share" is part of its denominator, a "ratio" is not. `elsewhere` says which other definitions are in use,
    `layouts` which layouts have figures of the same measure for it.
    """

    id: str
    kind: Literal["share", "ratio"]
    title: Mapping[str, str]
    numerator: tuple[str, ...]
    denominator: tuple[str, ...]
    basis: tuple[Mapping[str, Any], ...] = attrs.field(repr=False)
    definition: Mapping[str, str] = attrs.field(repr=False)
    elsewhere: Mapping[str, str] = attrs.field(repr=False)
    layouts: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Measure:
    """The value of an indicator in one report, or in several together.

    `lower` and `upper` are the least and the most that it can be, both None where the denominator can only be 0,
    `upper` also where nothing bounds it. Where sums do not hold that its cells are part of, `sums_hold` is False, and
    the value is that of the printed figures.
    """

    indicator: Indicator
    numerator: Bounds
    denominator: Bounds
    lower: Fraction | None
    upper: Fraction | None
    sums_hold: bool = True

    @property
    def is_exact(self) -> bool:
        """Only one value is possible."""
        return self.lower is not None and self.lower == self.upper


@cache
def indicators() -> tuple[Indicator, ...]:
    """Return all indicators, in the order of the standard."""
    entries: list[dict[str, Any]] = resources.read(_FILE)["indicators"]
    return tuple(Indicator(**{key: _frozen(value) for key, value in entry.items()}) for entry in entries)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def measure(report: Report, ids: Iterable[str] | None = None) -> tuple[Measure, ...]:
    """Return the indicators of a report, all of them or those named; raises KeyError for an unknown one."""
    known = {indicator.id: indicator for indicator in indicators()}
    chosen = indicators() if ids is None else tuple(known[name] for name in ids)
    return measure_figures(report.layout, figures_in(unstructure(report), report.layout), chosen)


def measure_figures(layout: str, figures: Figures, chosen: Sequence[Indicator]) -> tuple[Measure, ...]:
    """Return indicators of the figures of a report in its own layout, without those that the layout does not have."""
    named = dict(zip((column.pointer for column in places(layout)), figures.values, strict=True))
    printed: dict[str, Any] = {cell: named[cell] for cell in _counted(layout)}
    nodes = load_layout(layout).nodes
    undivided = dict(figures.others)
    for pointer, value in named.items():
        if isinstance(value, int) and pointer is not None and nodes[pointer].children:
            undivided[pointer] = value
    cells = Cells(layout, printed, undivided)
    return tuple(_measure(indicator, layout, cells) for indicator in chosen if layout in indicator.layouts)


def pooled(measures: Iterable[Measure]) -> Measure:
    """Return one indicator of several reports together: the sum of the numerators over that of the denominators.

    Raises ValueError where they are of different indicators, or none.
    """
    several = tuple(measures)
    if len({one.indicator.id for one in several}) != 1:
        raise ValueError("indicators are pooled one at a time")
    numerator, denominator = NOTHING, NOTHING
    for one in several:
        numerator, denominator = numerator + one.numerator, denominator + one.denominator
    return _value(several[0].indicator, numerator, denominator, all(one.sums_hold for one in several))


def rounded(value: Fraction | None, rounding: str = ROUND_HALF_EVEN, places: Decimal = _DECIMALS) -> Decimal | None:
    """Return a fraction to six decimals, or to as many as `places` has."""
    if value is None:
        return None
    with localcontext() as context:
        context.prec = _DIGITS
        return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(places, rounding)


def bounds_rounded(found: Measure) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of an indicator to six decimals, an interval never narrower than it is."""
    if found.is_exact:
        return rounded(found.lower), rounded(found.upper)
    return rounded(found.lower, ROUND_FLOOR), rounded(found.upper, ROUND_CEILING)


def percent(found: Measure) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of an indicator in percent to one decimal, an interval never narrower than it is."""
    hundred = [None if bound is None else bound * 100 for bound in (found.lower, found.upper)]
    if found.is_exact:
        return rounded(hundred[0], places=_PERCENT), rounded(hundred[1], places=_PERCENT)
    return rounded(hundred[0], ROUND_FLOOR, _PERCENT), rounded(hundred[1], ROUND_CEILING, _PERCENT)


@cache
def _counted(layout: str) -> tuple[str, ...]:
    """Return the cells of the tables that indicators speak of."""
    tables = {place.split("/")[1] for one in indicators() for place in (*one.numerator, *one.denominator)}
    return tuple(cell for cell in load_layout(layout).cells if cell.split("/")[1] in tables)


@cache
def cells_of(layout: str, places: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells that places stand for: themselves, or all below them."""
    nodes = load_layout(layout).nodes
    return tuple(node.pointer for place in places for node in nodes[place].walk() if node.is_cell)


def _measure(indicator: Indicator, layout: str, cells: Cells) -> Measure:
    above, below = (cells_of(layout, p) for p in (indicator.numerator, indicator.denominator))
    hold = cells.sums_hold((*above, *below))
    numerator, denominator = cells.sum(above), cells.sum(below)
    if not set(above) <= set(below):
        return _value(indicator, numerator, denominator, hold)
    # What is above is below as well: the share is largest where the rest is smallest.
    rest = cells.sum([cell for cell in below if cell not in above])
    has_value = denominator.upper != 0
    lower = _share(numerator.lower, rest.upper) if has_value else None
    upper = _share(numerator.upper, rest.lower) if has_value else None
    return Measure(
        indicator=indicator,
        numerator=numerator,
        denominator=denominator,
        lower=lower,
        upper=upper,
        sums_hold=hold,
    )


def _share(part: int | None, rest: int | None) -> Fraction:
    """Return what share a part is of itself and the rest, each without bounds where it is None."""
    if part is None:
        return Fraction(1)
    if rest is None:
        return Fraction(0)
    return Fraction(part, part + rest) if part + rest else Fraction(0)


def _value(indicator: Indicator, numerator: Bounds, denominator: Bounds, hold: bool) -> Measure:
    lower: Fraction | None = None
    upper: Fraction | None = None
    if denominator.upper != 0:
        lower = Fraction(0) if denominator.upper is None else Fraction(numerator.lower, denominator.upper)
        if numerator.upper is not None and denominator.lower:
            upper = Fraction(numerator.upper, denominator.lower)
        if indicator.kind == "share" and lower <= 1 and (upper is None or upper > 1):
            upper = Fraction(1)
    return Measure(
        indicator=indicator, numerator=numerator, denominator=denominator, lower=lower, upper=upper, sums_hold=hold
    )
