"""How much of a crossed table must be printed and placed, which grids are looked at, and the short ways to labels."""

import random
from collections.abc import Callable

import pytest

import govreport
from bench.strangers import fourth
from bench.strangers.page import Grid as Rows
from govreport.documents.paper import Box, Evidence, Grid
from govreport.documents.report.named.crossed import _Crossed, _is_value, _keeps_columns
from govreport.documents.report.named.label_sets import LabelSets
from govreport.documents.report.named.vocabulary import vocabulary
from govreport.documents.report.tables.form import load_form
from govreport.form.layout import load_layout
from govreport.pointers import value_at

from .test_crossed import read

CELLS = [cell for cell in load_layout("2021").cells if cell.startswith("/disputes/")]
WORDS = vocabulary(load_form("2021"), ["/disputes"])


def disputes(change: Callable[[Rows], Rows]) -> int:
    """Return how many cells of table four are read, none wrongly, where it has a row for each way, changed."""
    _, wrong, data = read(lambda grid: [("table", change(fourth.by_way(grid)))], 2)
    assert wrong == []
    value = govreport.extract(data).value
    return sum(value_at(value, cell) is not None for cell in CELLS)


def filled(grid: Rows, count: int) -> Rows:
    """Return a table of which so many figures are printed."""
    rows, left = [list(grid[0])], count
    for row in grid[1:]:
        rows.append([row[0], *(text if n < left else "" for n, text in enumerate(row[1:]))])
        left = max(0, left - len(row) + 1)
    return rows


@pytest.mark.parametrize(("figures", "found"), [(5, 0), (6, 6)])
def test_four_cells_of_ten_have_a_figure(figures: int, found: int) -> None:
    assert disputes(lambda grid: filled(grid, figures)) == found


@pytest.mark.parametrize(("figures", "found"), [(8, 0), (9, 9)])
def test_nine_figures_of_ten_have_a_place(figures: int, found: int) -> None:
    def with_loose(grid: Rows) -> Rows:
        head, first, *rows = filled(grid, figures)
        # What is beside reviews is said of suits alone.
        return [[*head, "未经复议直接起诉"], [*first, "7"], *([*row, ""] for row in rows)]

    assert disputes(with_loose) == found


@pytest.mark.parametrize(("boxes", "found"), [(3_000, 15), (3_006, 0)])
def test_a_table_has_at_most_three_thousand_boxes(boxes: int, found: int) -> None:
    assert disputes(lambda grid: [*grid, *[["其他案件", *"77777"]] * (boxes // 6 - len(grid))]) == found


def test_of_a_row_that_comes_twice_the_figures_count() -> None:
    def doubled(grid: Rows, order: int) -> Rows:
        return [grid[0], *[[grid[1][0], *[""] * 5], grid[1]][::order], *grid[2:]]

    assert disputes(lambda grid: doubled(grid, 1)) == disputes(lambda grid: doubled(grid, -1)) == 15


def grid_of(rows: list[list[str]], is_aligned: bool = False, start: int = 0) -> Grid:
    boxes = tuple(Box(text, y, x + (start if y else 0)) for y, row in enumerate(rows) for x, text in enumerate(row))
    width = max(map(len, rows)) + start
    return Grid(boxes=boxes, height=len(rows), width=width, evidence=Evidence(), is_aligned=is_aligned)


HEAD = ["类别", "结果维持", "结果纠正"]


@pytest.mark.parametrize(
    ("rows", "start", "keeps"),
    [
        ([HEAD, ["行政复议", "1", "2"]], 0, True),
        ([HEAD, ["注"], ["行政复议", "1", "2"]], 0, True),
        ([HEAD, ["", "1", "2"]], 0, True),
        ([HEAD, ["", "", "2", "3"]], 0, False),
        ([HEAD, ["行政复议", "1"]], 0, False),
        ([HEAD, ["行政复议", "", "2"]], 0, False),
        ([HEAD, ["行政复议", "1", "2", "3"]], 0, False),
        ([["", "", "结果维持", "结果纠正"], ["", "", "1", "2"]], 0, False),
    ],
)
def test_copied_rows_that_lack_no_box_keep_their_columns(rows: list[list[str]], start: int, keeps: bool) -> None:
    assert _keeps_columns(grid_of(rows, start=start)) == keeps
    assert _keeps_columns(grid_of(rows, is_aligned=True))


def crossed(grid: Grid) -> _Crossed:
    return _Crossed(WORDS, LabelSets(WORDS.blocks), grid, ())


def drawn(rng: random.Random) -> Grid:
    """Return a grid of boxes that reach over rows and columns."""
    size, taken, boxes = 7, set[tuple[int, int]](), []
    for y in range(size):
        for x in range(size):
            if (y, x) in taken:
                continue
            places = [(y, x)]
            down, across = rng.choice([(1, 1), (1, 1), (1, 2), (2, 1), (2, 2)])
            wider = [(b, a) for b in range(y, min(y + down, size)) for a in range(x, min(x + across, size))]
            if taken.isdisjoint(wider):
                places = wider
            taken.update(places)
            text = rng.choice(["", "5", "7", "7", "行政复议", "结果维持", "总计"])
            boxes.append(Box(text, y, x, places[-1][0] - y + 1, places[-1][1] - x + 1))
    return Grid(boxes=tuple(boxes), height=size, width=size, evidence=Evidence())


def test_labels_that_the_figure_before_has_are_those_of_the_whole_way() -> None:
    rng = random.Random(4)
    for grid in (drawn(rng) for _ in range(20)):
        known = crossed(grid)
        for box in filter(_is_value, grid.boxes):
            anew = crossed(grid)
            assert (known._above(box), known._beside(box)) == (anew._above(box), anew._beside(box))


def test_a_blank_box_between_labels_ends_no_way_and_a_figure_does() -> None:
    for between, labels in (("", ["复议后起诉", "行政诉讼"]), ("3", ["复议后起诉"])):
        grid = grid_of([["行政诉讼", between, "复议后起诉", "", "5"]], is_aligned=True)
        assert [box.text for box in crossed(grid)._beside(grid.boxes[-1])] == labels
        # A row of its own is a caption: only the way up of this grid is asked for.
        turned = grid_of([[text, "7"] for text in ("行政诉讼", between, "复议后起诉", "", "5")], is_aligned=True)
        assert [box.text for box in crossed(turned)._above(turned.boxes[-2])] == labels


def test_a_line_within_a_table_may_reach_over_some_of_the_columns() -> None:
    head, row = (grid_of([texts]).boxes for texts in (["", "结果维持", "结果纠正"], ["行政复议", "1", "2"]))
    line = Box("若干题外话", 1, 0, 1, 2), Box("", 1, 2)
    boxes = (*head, *line, *(box._replace(row=2) for box in row))
    grid = Grid(boxes=boxes, height=3, width=3, evidence=Evidence())
    places = {one.box.text: one.cell for one in crossed(grid).found()}
    assert places["1"] == "/disputes/reconsideration/upheld"
