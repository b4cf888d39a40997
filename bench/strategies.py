"""How fast reports are generated for property tests, against drawing each of their cells separately.

`python -m bench.strategies` prints the figures.
"""

import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from typing import Any
from unittest.mock import patch

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bench.measuring import Figure
from govreport import resources
from govreport.form.layout import Node, load_layout
from govreport.strategies import decoded_reports, figures, near_miss_documents, reports

_ROUNDS = 3
_HALF = 0.5


def measure(examples: int) -> Iterator[Figure]:
    """Yield the figures of each layout, from rounds in which both ways of drawing take turns."""
    for layout in resources.layouts():
        tables: list[float] = []
        whole: list[float] = []
        for number in range(_ROUNDS):
            apart = _seconds(_cells_drawn_apart(layout, {}), examples, number)
            tables.append(_seconds(figures.figures(layout, {}), examples, number) / apart)
            with patch("govreport.strategies.reports.figures", _cells_drawn_apart):
                apart = _seconds(decoded_reports(layout), examples, number)
            whole.append(_seconds(decoded_reports(layout), examples, number) / apart)
        beside = "relative to drawing each cell separately"
        yield Figure(what=f"tables of layout {layout}, {beside}", value=statistics.median(tables), at_most=_HALF)
        yield Figure(what=f"whole reports of layout {layout}, {beside}", value=statistics.median(whole), at_most=_HALF)
    yield Figure(what="reports", value=1 / _seconds(reports(), examples, 0), unit="/s")
    yield Figure(what="near misses", value=1 / _seconds(near_miss_documents(), examples, 0), unit="/s")


@st.composite
def _cells_drawn_apart(
    draw: st.DrawFn, layout: str, members: Mapping[str, Any], given: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """Draw a figure for every cell by itself; nothing balances."""
    return {pointer: draw(_cell(node)) for pointer, node in load_layout(layout).cells.items()}


def _cell(node: Node) -> st.SearchStrategy[Any]:
    if node.kind == "amount":
        return st.decimals(0, figures.LARGEST, places=2)
    return st.integers(-figures.LARGEST if node.kind == "change" else 0, figures.LARGEST)


def _seconds(strategy: st.SearchStrategy[Any], examples: int, number: int) -> float:
    """Return the seconds of processor time that Hypothesis takes for one example."""
    drawn: list[Any] = []

    @seed(number)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(example: Any) -> None:
        drawn.append(example)

    start = time.process_time()
    draw()
    taken = time.process_time() - start
    return taken / len(drawn)


def main() -> int:
    """Print the figures; exit with 1 where a goal is missed."""
    missed = 0
    for figure in measure(200):
        print(f"{figure.what:<75} {figure.value:8.3g} {figure.unit}  {figure.goal}")
        missed += not figure.holds
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
