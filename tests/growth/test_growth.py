"""Time grows with the size of a document, whatever it holds: twice as much never takes more than three times as long.

Measured is the time of the processor, at the largest size that fits into a little time; where a measure fails it is
taken again, for on a machine that others use too a single one says nothing.
"""

import pytest

from .measuring import time_check
from .shapes import SHAPES, Shape

pytestmark = pytest.mark.growth

# A document is made twice as large until reading it takes so many seconds, or it is so large, or it is refused.
ENOUGH = 0.12
LARGEST = 3_000_000
MOST = 3.0
ATTEMPTS = 4


def measured(shape: Shape, size: int, times: int = 1) -> tuple[float, bool, int]:
    """Return the shortest time of some, whether the document was refused by a limit, and how large it is."""
    data = shape.make(size)
    results = [time_check(data, shape.suffix) for _ in range(times)]
    return min(seconds for seconds, _ in results), "limit-exceeded" in results[0][1], len(data)


def largest(shape: Shape) -> int | None:
    """Return the size to measure, None for a shape that is refused before it takes any time."""
    size = shape.first
    while True:
        seconds, is_refused, length = measured(shape, size)
        if is_refused and seconds < ENOUGH:
            return None
        if seconds >= ENOUGH or length > LARGEST:
            return size
        size *= 2


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_twice_the_size_takes_no_more_than_three_times_as_long(shape: Shape) -> None:
    size = largest(shape)
    if size is None:
        return
    before, after = measured(shape, size // 2, 2)[0], measured(shape, size, 2)[0]
    for _ in range(ATTEMPTS):
        if after <= MOST * before:
            break
        before = min(before, measured(shape, size // 2)[0])
        after = min(after, measured(shape, size)[0])
        # Too short a time says nothing; the next size is no shorter.
        if after < ENOUGH:
            break
    assert after <= MOST * before, f"{shape.name}: {before:.3f} s for {size // 2}, {after:.3f} s for {size}"


def test_there_are_shapes_of_every_format() -> None:
    formats = {shape.suffix for shape in SHAPES}
    assert formats == {".txt", ".md", ".html", ".csv", ".docx", ".xlsx", ".pdf", ".json"}
    assert all(sum(shape.suffix == suffix for shape in SHAPES) >= 8 for suffix in formats)
