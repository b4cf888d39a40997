"""Figures of a review as page and workbook show them, and the order in which bodies are told of."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from govreport.form.layout import load_layout
from govreport.reviews.changes import outcome_parts

if TYPE_CHECKING:
    from govreport.batches.reviewed import Review
    from govreport.reviews.changes import District, Figures, SumRow
    from govreport.rules.sheet import Figure

# How urgent the state of a body is.
_URGENCY = ("missing", "other-year", "unread", "several", "reported")
_MINUS = "−"
_NONE = "–"


def show(figure: "Figure", *, signed: bool = False) -> str:
    """Return a figure as it is written, a dash for none; if `signed`, an increase with a plus."""
    if figure is None:
        return _NONE
    text = f"{abs(Decimal(figure)).normalize():f}" if isinstance(figure, Decimal) else str(abs(figure))
    return (_MINUS if figure < 0 else "+" if signed and figure > 0 else "") + text


def received(figures: "Figures | None") -> "Figure":
    """Return the figure of a body that is shown beside last year's."""
    return None if figures is None else next(iter(figures.cells.values()), None)


def outstanding(review: "Review") -> int:
    """Return how many bodies have not sent a report for the year that could be read."""
    return sum(review.states[state] for state in ("missing", "other-year", "unread"))


def worst_first(review: "Review") -> list[int]:
    """Return the numbers of the bodies of which something is told: those that have not reported, then by errors."""
    found = [
        (_URGENCY.index(one.state), -one.counts["error"], -one.counts["warning"], number)
        for number, one in enumerate(review.bodies())
        if not one.is_clean
    ]
    return [number for *_, number in sorted(found)]


def sum_rows(district: "District") -> Iterator["SumRow"]:
    """Yield the sums that a page has room for: of a table by applicants only its last column, the total."""
    columns = {
        table.pointer: table.children[-1].pointer
        for table in load_layout(district.layout).tables
        if table.axis == "columns"
    }
    for row in district.rows:
        table = "/" + row.pointer.split("/")[1]
        if table not in columns or row.pointer.startswith(f"{columns[table]}/"):
            yield row


@cache
def outcome_names(layout: str, language: str) -> tuple[str, ...]:
    """Return the printed names of the parts of the outcomes, without what stands in brackets behind them."""
    nodes = (load_layout(layout).nodes[pointer] for pointer, _ in outcome_parts(layout))
    titles = ((node.title if language == "zh" else node.english) or node.name for node in nodes)
    return tuple(_short(title) for title in titles)


def _short(title: str) -> str:
    """Return a title without its number in front, and without what stands in brackets behind it."""
    behind = title.partition("）")[2] if title.startswith("（") else title
    return behind.partition("（")[0].partition(" (")[0]
