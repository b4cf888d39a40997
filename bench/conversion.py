"""How fast reports are converted between the layouts, beside what other libraries take to upgrade a document.

nbformat lifts a notebook from format 3 to 4, pystac an item from STAC 0.9: other work on other documents, of
much the same size, and the nearest thing there is. All begin with objects at hand and end with objects.
"""

import copy
import statistics
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import permutations
from typing import Any

from bench.data import reports
from bench.measuring import Figure, nth, ratio, side_by_side
from govreport import convert, loads, resources

_ROUNDS = 5
_GOAL = 5_000
# Conversions, relative to what it takes to read the same report; so many of each take turns.
_MOST, _CHUNK = 4, 100
_PEERS = 60


def measure(number: int) -> Iterator[Figure]:
    """Yield conversions a second in both directions, then those of the peers, taking turns with the first."""
    batch = number // _ROUNDS
    rates: dict[str, list[float]] = {}
    beside: dict[str, list[float]] = {}
    for round_number in range(_ROUNDS):
        for here, there in permutations(resources.layouts()[-2:]):
            documents = list(reports(batch, seed=round_number, layout=here))
            objects = [loads(data) for data in documents]
            rate = _rate(objects, partial(convert, layout=there))
            rates.setdefault(f"{here} → {there}", []).append(rate)
            calls = {"loads": nth(loads, documents), "convert": nth(partial(convert, layout=there), objects)}
            chunks = [range(start, min(start + _CHUNK, batch)) for start in range(0, batch, _CHUNK)]
            beside.setdefault(f"{here} → {there}", []).append(
                ratio(side_by_side(calls, chunks, {}), "convert", "loads")
            )
        rates.setdefault("nbformat: notebook 3 → 4", []).append(_rate(*_notebooks()))
        rates.setdefault("pystac: item 0.9 → latest", []).append(_rate(*_items()))
    for what, found in rates.items():
        is_ours = what.startswith("20")
        yield Figure(what=what, value=statistics.median(found), unit="/s", at_least=_GOAL if is_ours else None)
    for what, ratios in beside.items():
        yield Figure(
            what=f"{what}, relative to loads of the same report", value=statistics.median(ratios), at_most=_MOST
        )


def _rate(objects: Sequence[Any], work: Callable[[Any], object]) -> float:
    start = time.perf_counter()
    for one in objects:
        work(one)
    return len(objects) / (time.perf_counter() - start)


def _notebooks() -> tuple[list[Any], Callable[[Any], object]]:
    import nbformat
    from nbformat import v3

    output = v3.new_output("stream", "x" * 80)
    cells = [v3.new_code_cell(input="print(1)\n" * 8, outputs=[output]) for _ in range(45)]
    notebook = v3.new_notebook(worksheets=[v3.new_worksheet(cells=cells)])

    def upgrade(one: Any) -> object:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return nbformat.convert(one, 4)

    return [copy.deepcopy(notebook) for _ in range(_PEERS)], upgrade


def _items() -> tuple[list[Any], Callable[[Any], object]]:
    from pystac.serialization import identify_stac_object, migrate_to_latest

    item = {
        "type": "Feature",
        "stac_version": "0.9.0",
        "id": "item",
        "geometry": {"type": "Polygon", "coordinates": [[[n / 100, n / 50] for n in range(400)]]},
        "bbox": [0, 0, 1, 1],
        "properties": {"datetime": "2020-01-01T00:00:00Z", **{f"p{n}": n for n in range(80)}},
        "links": [],
        "assets": {f"a{n}": {"href": f"https://example.com/{n}.tif", "title": "t" * 20} for n in range(60)},
    }
    return [copy.deepcopy(item) for _ in range(_PEERS)], lambda one: migrate_to_latest(one, identify_stac_object(one))
