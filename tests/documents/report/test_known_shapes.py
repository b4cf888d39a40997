"""Tables of a shape that was read before: whatever their figures, they are read as if it were for the first time."""

import random
import re
from copy import copy
from typing import Any

import attrs
import pytest

import govreport
from bench.data import reports
from govreport.documents.paper import Box, Evidence, Grid
from govreport.documents.report import table_reading
from govreport.documents.report.tables import known_shapes
from govreport.documents.report.tables.form import Fit
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


GRID = Grid(
    boxes=tuple(Box(text, 0, x, 1, 1) for x, text in enumerate(("规章", "1", "2", "3"))),
    height=1,
    width=4,
    evidence=Evidence(table=1, line=7),
)
ROWS = [(0, frozenset({"/proactive_disclosure"}))]
PLACES = ((1, 3, 1, 1), (0, 2, 1, 1), (0, 3, 2, 1), (0, 3, 1, 2))


def shape(grid: Grid = GRID, rows: Any = ROWS) -> Any:
    return known_shapes.shape_of("2021", [(grid, rows)])


def with_text(text: str) -> Grid:
    return attrs.evolve(GRID, boxes=(*GRID.boxes[:-1], Box(text, 0, 3, 1, 1)))


@pytest.mark.parametrize(
    ("grid", "rows"),
    [
        (attrs.evolve(GRID, height=2), ROWS),
        (attrs.evolve(GRID, width=5), ROWS),
        (attrs.evolve(GRID, evidence=Evidence(table=2, line=7)), ROWS),
        (attrs.evolve(GRID, evidence=Evidence(table=1, line=8)), ROWS),
        (with_text("—"), ROWS),
        (GRID, [(0, frozenset({"/requests"}))]),
        (GRID, [(1, ROWS[0][1])]),
        *((attrs.evolve(GRID, boxes=(*GRID.boxes[:-1], Box("3", *place))), ROWS) for place in PLACES),
    ],
)
def test_all_but_the_figures_tells_shapes_apart(grid: Grid, rows: Any) -> None:
    assert shape(grid, rows) not in (None, shape())


@pytest.mark.parametrize("text", ["0", "999999999", "1.5", "999999999.123456"])
def test_figures_tell_no_shapes_apart(text: str) -> None:
    assert shape(with_text(text)) == shape()


# Others may be more than a figure to whoever reads the table.
@pytest.mark.parametrize("text", ["1000000000", "１２", "1.1234567", "1234567890.5", "1.", "-1", "1,204"])
def test_what_may_be_no_figure_tells_shapes_apart(text: str) -> None:
    assert shape(with_text(text)) not in (None, shape())


def test_grids_that_are_large_or_say_where_each_box_stands_have_no_shape() -> None:
    def of(boxes: int, characters: int) -> Any:
        texts = ["规" * (characters - boxes + 1), *["规"] * (boxes - 1)]
        return shape(attrs.evolve(GRID, boxes=tuple(Box(text, 0, x, 1, 1) for x, text in enumerate(texts))))

    assert of(1_000, 20_000) is not None
    assert of(1_001, 20_000) is of(1_000, 20_001) is None
    assert shape(attrs.evolve(GRID, is_aligned=False)) is None
    assert shape(attrs.evolve(GRID, evidence=Evidence(table=1, page=1))) is None
    assert shape(attrs.evolve(GRID, boxes=tuple(box._replace(evidence=Evidence(line=1)) for box in GRID.boxes))) is None


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is given to `keep` when a page is read for the first time."""
    given: dict[str, Any] = {}
    names = ("shape", "placed", "rows", "readings")
    monkeypatch.setattr(table_reading, "keep", lambda *values: given.update(zip(names, values, strict=True)))
    govreport.extract(rendered(3))
    known_shapes.keep(**given)
    assert known_shapes._known
    known_shapes._known.clear()
    return given


def test_a_table_is_kept_only_if_labels_and_header_alone_told_every_row(kept: dict[str, Any]) -> None:
    first, *rest = kept["rows"]
    for other in (
        attrs.evolve(first, at=None),
        attrs.evolve(first, at=attrs.evolve(first.at, group=1)),
        attrs.evolve(first, at=attrs.evolve(first.at, fit=Fit.PLACE)),
        attrs.evolve(first, part="其中"),
        attrs.evolve(first, is_headed=False),
        attrs.evolve(first, rest=tuple(box._replace(rowspan=2) for box in first.rest)),
        attrs.evolve(first, rest=tuple(box._replace(colspan=2) for box in first.rest)),
    ):
        known_shapes.keep(**{**kept, "rows": [other, *rest]})
        assert not known_shapes._known


def test_a_table_of_which_anything_is_to_be_said_is_not_kept(kept: dict[str, Any]) -> None:
    readings = kept["readings"]
    for name, content in (
        ("findings", [None]),
        ("remarks", [("", "")]),
        ("undivided", {"/requests": None}),
        ("doubtful", {"/requests"}),
        ("cells", {**readings.cells, "/other": None}),
    ):
        said = copy(readings)
        setattr(said, name, content)
        known_shapes.keep(**{**kept, "readings": said})
        assert not known_shapes._known


def test_a_table_with_a_figure_that_belongs_nowhere_is_not_kept(kept: dict[str, Any]) -> None:
    (grid, places), *others = kept["placed"]
    for text, y, is_kept in (("注", places[0][0], True), ("7", places[0][0], False), ("7", 10_000, True)):
        more = attrs.evolve(grid, boxes=(*grid.boxes, Box(text, y, 99)))
        rows = [attrs.evolve(row, grid=more) if row.grid is grid else row for row in kept["rows"]]
        known_shapes.keep(**{**kept, "placed": [(more, places), *others], "rows": rows})
        assert bool(known_shapes._known) == is_kept
        known_shapes._known.clear()
