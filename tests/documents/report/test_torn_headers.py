"""Headers whose spans are wrong: a label that reaches over too few columns pushes those below it on, and no figure."""

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from bench.data import reports
from bench.strangers import lines, web
from bench.strangers.__main__ import counted
from bench.strangers.page import Grid, merged, once, page_of

(SOURCE,) = reports(1, 5140, "2021")
GROUP = "法人或其他组织"
Table = Callable[[Grid], str]


def table(grid: Grid, width: int) -> str:
    rows: list[list[str]] = [[] for _ in grid]
    for box in merged(grid):
        across = width if box.text == GROUP else box.width
        rows[box.row].append(f'<td rowspan="{box.height}" colspan="{across}">{box.text}</td>')
    return f"<table>{''.join(f'<tr>{text}</tr>' for text in map(''.join, rows))}</table>"


def apart(grid: Grid, width: int) -> str:
    return table(grid[:3], width) + web.spanned(grid[3:])


def read(make: Table) -> tuple[int, int, list[str]]:
    page = web.page(
        page_of(SOURCE, titles=True),
        lambda grid: make(grid) if any(GROUP in row for row in grid) else web.spanned(grid),
    )
    return counted(page, json.loads(SOURCE, parse_float=Decimal))


@pytest.mark.parametrize("make", [table, apart])
@pytest.mark.parametrize("width", [1, 2, 3, 4, 6, 8])
def test_a_label_over_too_few_or_too_many_columns_moves_no_figure(make: Callable[[Grid, int], str], width: int) -> None:
    assert read(lambda grid: make(grid, width)) == (200, 200, [])


def test_columns_that_truly_stand_in_another_order_are_read_as_they_stand() -> None:
    assert read(lambda grid: web.spanned([[*row[:8], row[9], row[8]] for row in grid])) == (200, 200, [])


SUITS_FIRST = [*range(5, 15), *range(5)]
REVIEW_BETWEEN = [*range(5, 10), *range(5), *range(10, 15)]


@pytest.mark.parametrize("order", [SUITS_FIRST, REVIEW_BETWEEN])
def test_groups_in_another_order_keep_their_figures(order: list[int]) -> None:
    def turned(grid: Grid) -> Grid:
        return [[row[x] for x in order] for row in grid] if len(grid[0]) == len(order) else grid

    content = [(tag, inside if isinstance(inside, str) else turned(inside)) for tag, inside in page_of(SOURCE, True)]
    members = json.loads(SOURCE, parse_float=Decimal)
    assert counted(web.page(content, web.spanned), members) == (200, 200, [])
    bars = lines.text(content, lambda grid: "\n".join("|".join(once(row)) for row in grid))
    assert counted(bars, members)[2] == []
