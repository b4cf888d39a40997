"""The order of properties is the order of print, and the titles are the printed labels, verbatim."""

import pytest

from govreport.form.layout import Node, load_layout

from .files import LAYOUTS
from .print_order import APPLICANTS, PROACTIVE, PROCEDURES, REQUESTS, RESULTS, SECTIONS, columns


def _cells(node: Node) -> list[Node]:
    return [cell for cell in node.walk() if cell.is_cell]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_six_sections_stand_in_the_order_of_the_form(layout: str) -> None:
    titles = [node.title for node in load_layout(layout).root.children]
    assert [title for title in titles if title in SECTIONS] == SECTIONS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_table_two_has_the_printed_blocks_rows_and_columns(layout: str) -> None:
    proactive, _, _ = load_layout(layout).tables
    assert [
        (
            block.title,
            " ".join(row.title for row in block.children),
            " ".join(dict.fromkeys(cell.title for cell in _cells(block))),
        )
        for block in proactive.children
    ] == list(PROACTIVE[layout])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_table_three_has_the_printed_columns_and_in_each_the_printed_rows(layout: str) -> None:
    found = columns(load_layout(layout))
    assert [column.title for column in found] == APPLICANTS
    for column in found:
        assert [cell.title for cell in _cells(column)] == REQUESTS[layout]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_table_four_has_three_blocks_of_five_results(layout: str) -> None:
    _, _, disputes = load_layout(layout).tables
    blocks = list(dict.fromkeys(cell.parent.pointer for cell in _cells(disputes) if cell.parent))
    assert [load_layout(layout).nodes[block].title for block in blocks] == PROCEDURES
    assert [cell.title for cell in _cells(disputes)] == RESULTS * 3


def test_the_layouts_have_as_many_cells_as_the_forms() -> None:
    assert {layout: len(load_layout(layout).cells) for layout in LAYOUTS} == {"2019": 198, "2021": 200}
