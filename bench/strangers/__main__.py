"""`python -m bench.strangers`: documents in shapes of strangers' own choosing, and what is read of them.

They are made by means that the generator of `tests/corpus` does not have, each of another report. Cells read, unread
and wrong are counted against the report.
"""

import json
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from bench.data import reports
from bench.strangers import first, fourth, second, third
from bench.strangers.page import Page, page_of
from govreport import extract
from govreport.form.layout import load_layout
from govreport.pointers import value_at

_LEAST = 0.97
Shapes = Mapping[str, Callable[[Page], bytes]]
_LAYOUT = "2021"


def counted(document: bytes, members: Mapping[str, Any]) -> tuple[int, int, list[str]]:
    """Return how many cells print holds, how many were read, and which were read wrongly."""
    found = extract(document).value or {}
    cells = [cell for cell in load_layout(members["layout"]).cells if value_at(members, cell) is not None]
    read = [cell for cell in cells if value_at(found, cell) is not None]
    return len(cells), len(read), [cell for cell in read if value_at(found, cell) != value_at(members, cell)]


def _measured(shapes: Shapes, seed: int, titles: bool) -> bool:
    """Print what is read of each document of a set; return whether none is read wrongly, and enough is read."""
    total = reading = 0
    wrongs: list[str] = []
    for (name, make), source in zip(shapes.items(), reports(len(shapes), seed, _LAYOUT), strict=True):
        members = json.loads(source, parse_float=Decimal)
        cells, read, wrong = counted(make(page_of(source, titles=titles)), members)
        print(f"{name:<60} {cells:>4} cells {read:>4} read {len(wrong):>3} wrong {' '.join(wrong[:3])}", flush=True)
        total, reading = total + cells, reading + read
        wrongs += wrong
    print(f"\nread {reading / total:.4f} (at least {_LEAST}), wrong {len(wrongs)}\n")
    return not wrongs and reading >= _LEAST * total


def main() -> int:
    """Print what is read of all sets; return 1 where a cell is wrong or too many are not read."""
    sets = ((one.SHAPES, one.SEED, one is not first) for one in (first, second, third, fourth))
    held = [_measured(*one) for one in sets]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
