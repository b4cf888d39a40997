"""The printed tables: every slot is filled once, and every figure stands where the form has its place."""

import pytest

from govreport.documents.rendering.report.grids import PrintedGrid
from govreport.documents.rendering.report.page import compose
from govreport.form.layout import load_layout
from govreport.model.codec import structure, unstructure
from govreport.model.registry import Report
from govreport.model.sheets import sheet_of
from govreport.rules.sheet import group_cells

from .samples import NATURAL, SAMPLES, columns, sample, with_undivided

GROUPS = [
    (layout, node.pointer)
    for layout in ("2019", "2021")
    for table in load_layout(layout).tables
    for node in table.walk()
    if group_cells(load_layout(layout), node.pointer)
]


def tables(report: Report) -> list[PrintedGrid]:
    """Return the whole tables and their blocks."""
    parts = compose(sheet_of(report)).parts
    return [grid for part in parts for grid in (*part.blocks, *((part.table,) if part.table else ()))]


def slots(grid: PrintedGrid) -> list[tuple[int, int]]:
    """Return every slot that some cell covers."""
    return [
        (y, x)
        for cell in grid.cells
        for y in range(cell.row, cell.row + cell.rowspan)
        for x in range(cell.column, cell.column + cell.colspan)
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_boxes_leave_no_gap_and_never_overlap(name: str) -> None:
    for grid in tables(sample(name)):
        assert sorted(slots(grid)) == [(y, x) for y in range(grid.height) for x in range(grid.width)]


@pytest.mark.parametrize(("layout", "group"), GROUPS)
def test_any_undivided_figure_leaves_no_gap_and_stands_once(layout: str, group: str) -> None:
    report = with_undivided(group, value=987654, layout=layout)
    found = [
        cell
        for part in compose(sheet_of(report)).parts
        for grid in part.blocks
        for cell in grid.cells
        if cell.figure == 987654
    ]
    for grid in tables(report):
        assert sorted(slots(grid)) == [(y, x) for y in range(grid.height) for x in range(grid.width)]
    # Only what spreads over several blocks cannot be shown.
    assert len(found) == (0 if load_layout(layout).nodes[group].axis == "blocks" else 1)
    if found:
        assert set(found[0].pointers) == {group, *group_cells(load_layout(layout), group)}
        assert found[0].rowspan * found[0].colspan == len(found[0].pointers) - 1


def test_one_figure_in_each_column_makes_one_row_with_its_label() -> None:
    report = with_undivided(*(f"/requests/{column}/outcomes/other" for column in columns()), label="(六)其他处理")
    grid = tables(report)[-3]
    row = next(cell.row for cell in grid.cells if cell.text == "(六)其他处理")
    assert grid.height == 26
    assert [(c.role, c.rowspan, c.colspan) for c in grid.rows()[row]] == [("row", 1, 2), *[("cell", 1, 1)] * 7]
    assert not any(cell.text.endswith("3.其他") for cell in grid.cells)


def test_a_label_that_names_another_row_leaves_the_rows_of_the_form() -> None:
    groups = [f"/requests/{column}/outcomes/other" for column in columns()]
    grid = tables(with_undivided(*groups, label="（七）总计"))[-3]
    assert grid.height == 28
    assert [cell.rowspan for cell in grid.cells if cell.figure == 7] == [3] * 7


def test_labels_that_differ_leave_the_rows_of_the_form() -> None:
    groups = [f"/requests/{column}/outcomes/other" for column in columns()]
    given = unstructure(with_undivided(*groups))
    given["undivided"][3]["label"] = "（六） 其他处理"
    assert tables(structure(given))[-3].height == 28


def test_figures_of_one_column_are_merged_and_keep_the_labels() -> None:
    grid = tables(with_undivided(f"{NATURAL}/outcomes/denied"))[-3]
    merged = next(cell for cell in grid.cells if cell.figure == 7)
    assert (merged.rowspan, merged.colspan, grid.height) == (8, 1, 28)
    assert sum(cell.text.startswith("8.属于行政查询事项") for cell in grid.cells) == 1


def test_a_table_of_blocks_is_as_wide_as_its_widest_and_all_blocks_fill_it() -> None:
    for name, width in (("hongze-2024", 4), ("jiading-2019", 7)):
        table = compose(sheet_of(sample(name))).parts[1].table
        assert table is not None
        assert table.width == width
        assert all(cell.colspan == width for cell in table.cells if cell.role == "caption")
