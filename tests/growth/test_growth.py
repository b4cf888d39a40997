"""Time grows with the size of a document, whatever it holds: twice as much never takes more than three times as long.

Measured is the time of the processor, at the largest size that fits into a little time, and over two doublings: a
single one may fall on the size at which a cache is full. Where a measure fails it is taken again, for on a machine that
others use too a single one says nothing.

What grows with the square from some size on only may be hidden there by what grows with the size. So each shape is
measured once more, three doublings further.
"""

from collections.abc import Iterator
from itertools import cycle

import pytest

from govreport.documents.trees.html import PURE, parser

from .measuring import time_check
from .shapes import SHAPES as USUAL
from .shapes import Shape
from .strange_shapes import STRANGE

pytestmark = pytest.mark.growth

SHAPES = (*USUAL, *STRANGE)

# A document is made twice as large until reading it takes so many seconds, or it is so large, or it is refused.
ENOUGH = 0.08
LARGEST = 3_000_000
# Some shapes have an end of their own, such as sixty boxes inside each other.
DOUBLINGS = 14
MOST = 3.0**2
ATTEMPTS = 5
# However it grows, what a limit refuses at twice the size never takes longer than it does there.
BOUNDED = 0.5
# What is shorter cannot be measured.
LEAST = 0.01
# So many doublings further a square that took a fifth of the time takes most of it. A step of memory may come there.
FURTHER = 3
MOST_FURTHER = 1.8 * 2**FURTHER
# What takes so long already is measured one doubling less further.
DEAR = 0.2
# Codes of documents that are too large: what they take says nothing.
TOO_LARGE = {"limit-exceeded", "wrong-length", "too-large"}

# What was read before is partly kept in mind, and read again in less time: no two documents are alike.
_APART = cycle(range(31))

PAGES = [shape for shape in SHAPES if shape.suffix == ".html"]
OTHERS = [shape for shape in SHAPES if shape.suffix != ".html"]


def measured(shape: Shape, size: int) -> tuple[float, bool, int]:
    """Return how long a document takes, whether it was refused by a limit, and how large it is."""
    data = shape.make(size + next(_APART))
    seconds, codes = time_check(data, shape.suffix)
    return seconds, "limit-exceeded" in codes, len(data)


def largest(shape: Shape, base: float) -> tuple[int, float, float] | None:
    """Return the size to measure, with the times of a quarter of it and of all, None where a limit comes first."""
    size, times = shape.first, [0.0, 0.0]
    while True:
        seconds, is_refused, length = measured(shape, size)
        if is_refused and seconds - base < ENOUGH:
            return None
        is_last = length > LARGEST or size >= shape.first << DOUBLINGS
        if times[-2] and (seconds - base >= ENOUGH or is_last):
            return size, times[-2], seconds
        size, times = size * 2, [*times, seconds]


@pytest.fixture(params=["", "1"], ids=["lxml", "python"])
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(PURE, request.param)
    parser.cache_clear()
    yield
    parser.cache_clear()


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize("shape", PAGES, ids=lambda shape: shape.name)
def test_pages_are_read_in_time_that_grows_with_their_size_alone(shape: Shape) -> None:
    check_growth(shape)


@pytest.mark.parametrize("shape", OTHERS, ids=lambda shape: shape.name)
def test_twice_the_size_takes_no_more_than_three_times_as_long(shape: Shape) -> None:
    check_growth(shape)


def check_growth(shape: Shape) -> None:
    """Hold the time of four times a size against that of once the size."""
    # What the document around the shape takes says nothing of how the shape grows.
    base = min(measured(shape, 1)[0] for _ in range(2))
    found = largest(shape, base)
    if found is None:
        return
    size, before, after = found
    # A single measure may be too long by any time, and would hide how much longer the other one is.
    before = min(before, measured(shape, size // 4)[0])
    # What is refused at the first look costs less than the document around it.
    base = base if before >= base else 0.0
    for _ in range(ATTEMPTS):
        if after - base <= MOST * max(before - base, LEAST):
            break
        before = min(before, measured(shape, size // 4)[0])
        after = min(after, measured(shape, size)[0])
    else:
        _, is_refused, _ = measured(shape, size * 2)
        if is_refused and after < BOUNDED:
            return
        # A step, such as where memory begins to be asked of the system, is no growth: beyond it time grows as before.
        beyond = min(measured(shape, size * 4)[0] for _ in range(2))
        if beyond - base <= MOST / 2 * (after - base):
            return
    times = f"{before:.3f} s for {size // 4}, {after:.3f} s for {size}, {base:.3f} s for nothing"
    assert after - base <= MOST * max(before - base, LEAST), times
    check_further(shape, size, after)


def check_further(shape: Shape, size: int, seconds: float) -> None:
    """Hold the time of much more than a size against that of the size, as far as nothing refuses it."""
    again, codes = codes_of(shape, size)
    seconds, known = min(seconds, again), set(codes)
    for doublings in range(FURTHER if seconds < DEAR else FURTHER - 1, 1, -1):
        further = size << doublings
        late, codes = codes_of(shape, further)
        if (TOO_LARGE & set(codes)) - known:
            # However it grows, it ends here.
            assert late < MOST_FURTHER * max(seconds, ENOUGH)
            continue
        most = MOST_FURTHER * 2.0 ** (doublings - FURTHER)
        for _ in range(ATTEMPTS):
            if late <= most * max(seconds, LEAST):
                break
            seconds = min(seconds, codes_of(shape, size)[0])
            late = min(late, codes_of(shape, further)[0])
        assert late <= most * max(seconds, LEAST), f"{seconds:.3f} s for {size}, {late:.3f} s for {further}"
        return


def codes_of(shape: Shape, size: int) -> tuple[float, tuple[str, ...]]:
    """Return how long a document of a size takes, and the codes of what is found in it."""
    return time_check(shape.make(size + next(_APART)), shape.suffix)


def test_there_are_shapes_of_every_format() -> None:
    formats = {shape.suffix for shape in SHAPES}
    assert formats == {".txt", ".md", ".html", ".csv", ".docx", ".xlsx", ".pdf", ".json", ".odt", ".ods", ".ofd"}
    assert all(sum(shape.suffix == suffix for shape in SHAPES) >= 6 for suffix in formats)
