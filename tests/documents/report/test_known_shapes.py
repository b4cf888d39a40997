"""Tables of a shape that was read before: whatever their figures, they are read as if it were for the first time."""

import random
import re
from typing import Any

import pytest

import govreport
from bench.data import reports
from govreport.documents.paper import Box, Evidence, Grid
from govreport.documents.report.tables import known_shapes
from govreport.documents.text import decode
from tests.documents.variations.catalogue import NAMES, make

PAGES = tuple(name for name in NAMES if name.startswith("html"))
# What may stand in a box instead of a figure, or as another one.
TEXTS = ("", "0", "7", "12", "１２", "3.5", "1,204", "—", "/", "无", "5件", "8（注）", "□", "999999999", "1234567890")


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_shapes, "_known", {})


def rendered(seed: int, layout: str = "2021") -> bytes:
    (document,) = reports(1, seed, layout)
    return govreport.render(govreport.loads(document), "html")


def said(data: bytes) -> tuple[Any, ...]:
    found = govreport.extract(data)
    return found.value, dict(found.evidence), found.notes, found.problems, found.completeness


def with_other_figures(page: str, rng: random.Random, share: float) -> bytes:
    def other(match: re.Match[str]) -> str:
        text = rng.choice(TEXTS) if rng.random() < share else str(rng.randrange(300))
        return f">{text}<"

    return re.sub(r">\d+(?:\.\d+)?<", other, page).encode()


@pytest.mark.parametrize("name", ["rendered", *PAGES])
def test_other_figures_in_a_known_shape_are_read_as_for_the_first_time(name: str) -> None:
    page, _ = decode(rendered(3) if name == "rendered" else make(name)[0])
    rng = random.Random(name)
    pages = [page.encode(), *(with_other_figures(page, rng, share) for share in (0, 0, 0.01, 0.2))]
    first = []
    for data in pages:
        known_shapes._known.clear()
        first.append(said(data))
    known_shapes._known.clear()
    assert [said(data) for data in pages] == first
    assert [said(data) for data in reversed(pages)] == first[::-1]


def test_pages_of_one_program_have_one_shape() -> None:
    for seed in range(4):
        govreport.extract(rendered(seed))
    assert len(known_shapes._known) == 1


def test_a_table_of_which_something_is_said_is_not_kept() -> None:
    page = rendered(3).decode()
    row = re.search(r"<tr><th[^>]*>行政许可</th>.*?</tr>", page)
    assert row is not None
    for broken in (page.replace(row[0], row[0] + row[0]), page.replace("行政许可</th>", "行政许可其他</th>")):
        govreport.extract(broken.encode())
    assert not known_shapes._known


def test_no_more_shapes_are_kept_than_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_shapes, "_MOST_SHAPES", 2)
    page = rendered(3).decode()
    for number in range(7):
        govreport.extract(page.replace("规章</th>", f"规章{' ' * number}<!-- -->（{number}）</th>").encode())
    assert 1 <= len(known_shapes._known) <= 2


def test_a_shape_is_one_of_its_layout() -> None:
    boxes = tuple(Box(text, 0, x, 1, 1) for x, text in enumerate(("规章", "1", "2", "3")))
    placed = [(Grid(boxes=boxes, height=1, width=4, evidence=Evidence(table=1)), [(0, frozenset({"/requests"}))])]
    assert known_shapes.shape_of("2021", placed) == known_shapes.shape_of("2021", placed) is not None
    assert known_shapes.shape_of("2019", placed) != known_shapes.shape_of("2021", placed)
