"""Where one figure mends all, the search is spared: what is found is just what it finds."""

import random
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given

from govreport.form.layout import load_layout
from govreport.repairs.costs import load_costs
from govreport.repairs.search import candidates
from govreport.repairs.single import single_figures
from govreport.repairs.system import System, read_system
from govreport.rules.relations import differences
from govreport.rules.sheet import read_sheet
from tests.repairs.planted import sound

from .changing import put, unbalanced_reports


def _system(report: dict[str, Any], explained: Collection[tuple[str, str]] = ()) -> System:
    sheet = read_sheet(load_layout(report["layout"]), report)
    return read_system(sheet, differences(sheet), explained)


def _apart(system: System) -> list[Sequence[int]]:
    groups = ([e for e in system.failing if e in island] for island in system.structure.islands)
    return [failing for failing in groups if failing]


def _agree(system: System) -> int:
    """Assert that the search is only spared where it finds the same, and return how often it is."""
    costs, spared = load_costs(), 0
    for failing in _apart(system):
        found = single_figures(system, failing, costs)
        if found is not None:
            spared += 1
            assert found == candidates(system, failing, costs, costs.near)
    return spared


@given(report=unbalanced_reports())
def test_of_any_report_single_figures_are_those_of_the_search(report: dict[str, Any]) -> None:
    _agree(_system(report))


def _wrong(choose: random.Random) -> System:
    """Return a report in which one figure is wrong, or two neighbours in table three are exchanged.

    Half of them explain one of the sums that fail, which then binds nothing.
    """
    report = sound(choose.choice(("huaian-2024", "jiading-2019")))
    system = _system(report)
    pointers, figures = system.structure.pointers, system.values
    rows = system.structure.rows
    pairs = [*(p for row in rows for p in pairwise(row)), *system.structure.below.items()]
    a, b = choose.choice([(a, b) for a, b in pairs if figures[a] != figures[b]])
    v = choose.choice([a, b, choose.randrange(len(pointers))])
    match choose.randrange(3):
        case 0:
            put(report, pointers[a], figures[b])
            put(report, pointers[b], figures[a])
        case 1:
            put(report, pointers[a], figures[b])
        case _:
            put(report, pointers[v], (figures[v] or 0) + choose.choice((1, 2, 9, 10, 90)))
    system = _system(report)
    if choose.random() < 0.5 or not system.failing:
        return system
    wrong = system.structure.equations[choose.choice(system.failing)].instance
    return _system(report, {(wrong.rule.id, wrong.at)})


@pytest.mark.parametrize("seed", range(6))
def test_of_typical_faults_many_are_mended_without_a_search(seed: int) -> None:
    choose = random.Random(seed)
    spared = [_agree(_wrong(choose)) for _ in range(40)]
    assert sum(spared) > 5


def test_where_a_slip_of_several_is_as_cheap_the_search_is_not_spared() -> None:
    report = sound()
    put(report, "/requests/natural_person/received", 1)
    system, costs = _system(report), load_costs()
    (failing,) = _apart(system)
    found = single_figures(system, failing, costs)
    assert found is not None
    dearest = max(candidate.cost for candidate in found) + costs.near
    for cost, is_spared in ((dearest + 1, True), (dearest, False)):
        told = attrs.evolve(costs, groups={**costs.groups, "totals-stale": cost})
        assert (single_figures(system, failing, told) is not None) is is_spared


def test_exchanges_put_wrong_what_the_structure_says() -> None:
    system = _system(sound())
    structure, figures = system.structure, system.values
    for a, b in [*(p for row in structure.rows for p in pairwise(row)), *structure.below.items()]:
        if figures[a] != figures[b]:
            report = sound()
            put(report, structure.pointers[a], figures[b])
            put(report, structure.pointers[b], figures[a])
            assert frozenset(_system(report).failing) in structure.exchanges
