"""Captions and titles of tables told by labels beside and above their figures: what they name, and for how far."""

import pytest

from bench.strangers import fourth
from bench.strangers.page import Grid
from tests.documents.report.test_crossed import read


def with_captions(*captions: str) -> tuple[int, list[str]]:
    """Return what is read of a page with a table for each way of review, below a caption that names it."""

    def apart(grid: Grid) -> list[object]:
        head, *rows = fourth.by_way(grid)
        return [
            one
            for caption, row in zip(captions, rows, strict=True)
            for one in (("p", caption), ("table", [["项目", *head[1:]], ["件数", *row[1:]]]))
        ]

    found, wrong, _ = read(apart, 2)
    return found, wrong


def test_a_caption_names_the_way_where_no_row_does() -> None:
    assert with_captions("（一）行政复议", "1.未经复议直接起诉", "2.复议后起诉") == (200, [])
    assert with_captions("表6　行政复议情况", "表7　未经复议直接起诉", "表8　复议后起诉案件") == (200, [])


@pytest.mark.parametrize("caption", ["上年度行政复议情况", "行政赔偿", "（一）行政复议（上年）", "行政诉讼"])
def test_another_caption_names_none(caption: str) -> None:
    found, wrong = with_captions(caption, "1.未经复议直接起诉", "2.复议后起诉")
    assert wrong == []
    assert found < 200


def old(grid: Grid) -> Grid:
    """Return a table with the same labels and other figures."""
    return [grid[0], *([row[0], *("7" for _ in row[1:])] for row in grid[1:])]


def titled(title: str, grid: Grid) -> Grid:
    """Return a table whose first row is its title."""
    return [[title, *("" for _ in grid[0][1:])], *grid]


@pytest.mark.parametrize("title", ["上年度情况", "2022年（上年）行政复议、行政诉讼情况"])
def test_what_a_title_says_is_of_the_year_before_is_not_read(title: str) -> None:
    def above(grid: Grid) -> list[object]:
        return [("p", title), ("table", fourth.by_way(grid))]

    def within(grid: Grid) -> list[object]:
        return [("table", titled(title, fourth.by_way(grid)))]

    for change in (above, within):
        assert read(change, 2)[:2] == (185, [])


def test_a_table_of_the_year_before_may_stand_beside() -> None:
    def above(grid: Grid) -> list[object]:
        ours = fourth.by_way(grid)
        return [("p", "上年度情况"), ("table", old(ours)), ("p", "本年度情况"), ("table", ours)]

    def below(grid: Grid) -> list[object]:
        ours = fourth.by_way(grid)
        return [("table", [*ours, *titled("上年度情况", old(ours))])]

    for change in (above, below):
        assert read(change, 2)[:2] == (200, [])


def test_a_header_without_a_caption_is_not_below_that_of_the_table_above() -> None:
    def within(grid: Grid) -> list[object]:
        head, *rows = fourth.by_way(grid)
        names = ("（一）行政复议", "1.未经复议直接起诉", "2.复议后起诉")
        parts = [[["项目", *head[1:]], ["件数", *row[1:]]] for row in rows]
        captioned = [line for name, part in zip(names, parts, strict=True) for line in titled(name, part)]
        return [("table", [*captioned, *old(parts[0])])]

    assert read(within, 2)[:2] == (200, [])
