"""A picture of indicators over the years: a panel for each, a line for each organ, bars for intervals.

SVG and nothing else: it scales, is text, and needs no program but a browser. The same figures give the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from html import escape
from math import ceil
from typing import NamedTuple

from govreport.corpus.indicators import Indicator, Measure

_WIDTH, _HEIGHT, _GAP = 640, 190, 46
_LEFT, _RIGHT, _TOP = 64, 24, 34
_LEGEND, _LINE = 30, 20
# Told apart by those who see no red or green, and in grey as well, by their shape.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000")
_FONT = "font-family=\"'Noto Sans CJK SC','Microsoft YaHei',sans-serif\" font-size=\"13\""
_STEPS = 4
# Of more lines none could be followed.
_MOST = 7


class Point(NamedTuple):
    """An indicator of an organ, or of several together, in a year."""

    organ: str
    year: int
    found: Measure


def chart(points: Iterable[Point], language: str = "zh") -> str:
    """Return the picture of points as SVG; raises ValueError without any, or for more organs than can be told apart.

    Years in which an indicator has no value have no point.
    """
    shown = tuple(points)
    organs = tuple(dict.fromkeys(point.organ for point in shown))
    panels = tuple({point.found.indicator.id: point.found.indicator for point in shown}.values())
    if not 0 < len(organs) <= _MOST:
        raise ValueError(f"a picture has 1 to {_MOST} organs, not {len(organs)}")
    years = tuple(range(min(point.year for point in shown), max(point.year for point in shown) + 1))
    legend = _LEGEND + _LINE * len(organs)
    height = legend + len(panels) * (_HEIGHT + _GAP)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" {_FONT} role="img">',
        f"<title>{escape('；'.join(panel.title[language] for panel in panels))}</title>",
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for number, organ in enumerate(organs):
        y = _LEGEND - 8 + _LINE * number
        lines.append(_mark(number, _LEFT + 5, y - 5))
        lines.append(f'<text x="{_LEFT + 18}" y="{y}">{escape(organ)}</text>')
    for number, panel in enumerate(panels):
        of_panel = [point for point in shown if point.found.indicator.id == panel.id]
        lines.append(f'<g transform="translate(0 {legend + number * (_HEIGHT + _GAP)})">')
        lines.extend(_panel(panel, of_panel, organs, years, language))
        lines.append("</g>")
    return "\n".join((*lines, "</svg>")) + "\n"


def _panel(
    panel: Indicator, points: Sequence[Point], organs: Sequence[str], years: Sequence[int], language: str
) -> Iterator[str]:
    top = _top(points)
    place = {year: _LEFT + 20 + number * _step(years) for number, year in enumerate(years)}
    yield f'<text x="{_LEFT}" y="{_TOP - 14}" font-weight="bold">{escape(panel.title[language])}</text>'
    for step in range(_STEPS + 1):
        share = top * step / _STEPS
        y = _number(_height(share, top))
        yield f'<line x1="{_LEFT}" y1="{y}" x2="{_WIDTH - _RIGHT}" y2="{y}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y}" dy="4" text-anchor="end">{_percent(share)}</text>'
    for year in years:
        yield f'<text x="{_number(place[year])}" y="{_HEIGHT + 18}" text-anchor="middle">{year}</text>'
    for number, organ in enumerate(organs):
        known = {point.year: point.found for point in points if point.organ == organ and point.found.lower is not None}
        yield from _line(number, known, place, top)


def _line(number: int, known: Mapping[int, Measure], place: Mapping[int, Fraction], top: Fraction) -> Iterator[str]:
    colour = _COLOURS[number]
    # Lines beside each other, so that bars of one year do not hide each other.
    aside = Fraction(number * 5)
    middles = {}
    for year, found in sorted(known.items()):
        lower = found.lower or Fraction(0)
        upper = top if found.upper is None else found.upper
        x = _number(place[year] + aside)
        middles[year] = (x, _number(_height((lower + upper) / 2, top)))
        if not found.is_exact:
            low, high = (_number(_height(value, top)) for value in (lower, upper))
            bar = f"M{x} {low}V{high}m-4 0h8M{x} {low}m-4 0h8"
            yield f'<path d="{bar}" stroke="{colour}" stroke-width="2" fill="none"/>'
    for year, (x, y) in middles.items():
        if year + 1 in middles:
            further = middles[year + 1]
            dashed = "" if known[year].is_exact and known[year + 1].is_exact else ' stroke-dasharray="4 4"'
            yield f'<line x1="{x}" y1="{y}" x2="{further[0]}" y2="{further[1]}" stroke="{colour}"{dashed}/>'
    for year, (x, y) in middles.items():
        if known[year].is_exact:
            yield _mark(number, x, y)


def _mark(number: int, x: object, y: object) -> str:
    """Return the mark of a line: each has its colour and its shape."""
    colour = _COLOURS[number]
    if number % 2:
        return f'<rect x="-4" y="-4" width="8" height="8" transform="translate({x} {y})" fill="{colour}"/>'
    return f'<circle cx="{x}" cy="{y}" r="4.5" fill="{colour}"/>'


def _top(points: Sequence[Point]) -> Fraction:
    """Return the highest value of a panel, rounded up to tenths; intervals without bounds reach to the top."""
    values = [bound for point in points for bound in (point.found.lower, point.found.upper) if bound is not None]
    return Fraction(max(1, ceil(10 * max(values, default=Fraction(1)))), 10)


def _step(years: Sequence[int]) -> Fraction:
    return Fraction(_WIDTH - _LEFT - _RIGHT - 60, max(1, len(years) - 1))


def _height(value: Fraction, top: Fraction) -> Fraction:
    return _HEIGHT - (_HEIGHT - _TOP) * value / top


def _number(value: Fraction) -> str:
    """Return a coordinate to a tenth of a point."""
    tenths = round(value * 10)
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _percent(value: Fraction) -> str:
    return f"{_number(value * 100)}%"
