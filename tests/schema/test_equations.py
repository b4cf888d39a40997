"""The equations of a layout are those of the form: as many as there are, over every figure, and no others."""

from collections import Counter

import pytest

from govreport.form.layout import load_layout
from govreport.rules.data import Instance, load_instances

from .files import LAYOUTS
from .print_order import columns

SUMS = {
    "2019": {"requests-identity": 7, "requests-outcomes": 7, "requests-columns": 23, "disputes-totals": 3},
    "2021": {
        "requests-identity": 7,
        "requests-outcomes": 7,
        "requests-columns": 25,
        "requests-undivided": 1,
        "disputes-totals": 3,
        "documents-stock": 2,
    },
}


def _instances(layout: str, rule: str) -> list[Instance]:
    return [instance for instance in load_instances(layout) if instance.rule.id == rule]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_there_are_as_many_as_the_form_has(layout: str) -> None:
    counted = Counter(i.rule.id for i in load_instances(layout) if i.is_arithmetic)
    powers = {name: n for name, n in counted.items() if name.startswith("rules-power-")}
    assert counted - Counter(powers) == Counter(SUMS[layout])
    assert all(i.when for name in powers for i in _instances(layout, name))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_the_undivided_equation_has_a_condition(layout: str) -> None:
    conditional = {i.rule.id for i in load_instances(layout) if i.rule.kind == "equation" and i.when}
    assert conditional == ({"requests-undivided"} if "requests-undivided" in SUMS[layout] else set())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_identity_holds_in_each_column_between_the_four_numbered_items(layout: str) -> None:
    for instance in _instances(layout, "requests-identity"):
        column = instance.at.removesuffix("/outcomes/total")
        assert instance.left == (f"{column}/received", f"{column}/carried_over")
        assert instance.right == (instance.at, f"{column}/carried_forward")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_outcomes_are_all_cells_before_their_total(layout: str) -> None:
    form = load_layout(layout)
    for instance in _instances(layout, "requests-outcomes"):
        outcomes = form.nodes[instance.at].parent
        assert outcomes is not None
        cells = [cell.pointer for cell in outcomes.walk() if cell.is_cell]
        assert (*instance.left, *instance.right) == tuple(cells)
        assert instance.right == (instance.at,)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_columns_add_up_in_every_row_of_the_table(layout: str) -> None:
    total = load_layout(layout).nodes["/requests/total"]
    applicants = [column.pointer for column in columns(load_layout(layout)) if column is not total]
    instances = _instances(layout, "requests-columns")
    assert [instance.at for instance in instances] == [cell.pointer for cell in total.walk() if cell.is_cell]
    for instance in instances:
        row = instance.at.removeprefix(total.pointer)
        assert instance.left == tuple(applicant + row for applicant in applicants)
        assert instance.right == (instance.at,)
        assert instance.rule.paired


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_results_of_disputes_are_all_cells_before_their_total(layout: str) -> None:
    form = load_layout(layout)
    instances = _instances(layout, "disputes-totals")
    for instance in instances:
        block = form.nodes[instance.at].parent
        assert block is not None
        assert (*instance.left, *instance.right) == tuple(cell.pointer for cell in block.children)
    summed = [pointer for i in instances for pointer in i.left + i.right]
    assert summed == [pointer for pointer in form.cells if pointer.startswith("/disputes/")]
