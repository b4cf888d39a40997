"""Small charts of one body as SVG inside a page: requests of two years, and the outcomes by their shares."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

_WIDTH = 120
_BAR, _GAP = 7, 2


def bars(now: int | Decimal, before: int | Decimal | None, most: int | Decimal, label: str) -> str:
    """Return a bar for this year, below one for last year if that is known; `most` is as long as there is room."""
    figures = [(before, "before"), (now, "now")] if before is not None else [(now, "now")]
    height = len(figures) * (_BAR + _GAP) - _GAP
    drawn = "".join(
        f'<rect class="{kind}" y="{number * (_BAR + _GAP)}" width="{_length(figure or 0, most)}" height="{_BAR}"/>'
        for number, (figure, kind) in enumerate(figures)
    )
    return _svg(_WIDTH, height, label, drawn)


def shares(parts: Sequence[int], names: Sequence[str], label: str) -> str:
    """Return one bar divided by the shares of the parts; nothing where all are 0."""
    total = sum(parts)
    if total <= 0 or min(parts) < 0:
        return ""
    drawn, at = [], 0
    for number, (part, name) in enumerate(zip(parts, names, strict=True)):
        start, at = at * _WIDTH * 2 / Decimal(total), at + part
        if part:
            width = part * _WIDTH * 2 / Decimal(total)
            title = f"<title>{escape(name)} {part}</title>"
            drawn.append(f'<rect class="part-{number}" x="{start:.1f}" width="{width:.1f}" height="14">{title}</rect>')
    said = label + " " + ", ".join(f"{name} {part}" for part, name in zip(parts, names, strict=True) if part)
    return _svg(_WIDTH * 2, 14, said, "".join(drawn))


def _length(figure: int | Decimal, most: int | Decimal) -> str:
    """Return how long a bar is; the smallest figure that is not 0 can still be seen."""
    if figure <= 0 or most <= 0:
        return "0"
    return f"{max(Decimal(1), Decimal(figure) * _WIDTH / Decimal(most)):.1f}"


def _svg(width: int, height: int, label: str, drawn: str) -> str:
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" preserveAspectRatio="none" '
        f'role="img" aria-label="{escape(label)}">{drawn}</svg>'
    )
