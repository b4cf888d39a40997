"""Where one figure mends all, the search takes short cuts: it finds just what it finds without them."""

import random
from collections.abc import Collection, Iterable
from typing import Any
from unittest.mock import patch

import attrs
import pytest
from hypothesis import given

from govreport.form.layout import load_layout
from govreport.repairs import search
from govreport.repairs.costs import Costs, load_costs
from govreport.repairs.search import Candidate, _Search, candidates
from govreport.repairs.slips import EXCHANGES, Slip, mending_slips, slips
from govreport.repairs.system import System, read_system
from govreport.rules.relations import differences
from govreport.rules.sheet import read_sheet
from tests.repairs.planted import sound

from .changing import put, unbalanced_reports


def _system(report: dict[str, Any], explained: Collection[tuple[str, str]] = ()) -> System:
    sheet = read_sheet(load_layout(report["layout"]), report)
    return read_system(sheet, differences(sheet), explained)


def _found(system: System, costs: Costs) -> list[tuple[Candidate, ...]]:
    groups = ([e for e in system.failing if e in island] for island in system.structure.islands)
    return [candidates(system, failing, costs, costs.near) for failing in groups if failing]


def _found_plainly(system: System, costs: Costs) -> list[tuple[Candidate, ...]]:
    """Return the same without any short cut: every figure and every slip is tried."""
    with (
        patch.object(_Search, "_alone", lambda self: self._singles(1, 0, "")),
        patch.object(search, "mending_slips", slips),
    ):
        return _found(system, costs)


@given(report=unbalanced_reports())
def test_of_any_report_the_search_finds_the_same_with_short_cuts(report: dict[str, Any]) -> None:
    system = _system(report)
    assert _found(system, load_costs()) == _found_plainly(system, load_costs())


def _exchanged(choose: random.Random) -> System:
    """Return a report in which neighbours of table three are exchanged or one figure is wrong.

    Half of them explain one of the sums that fail, so that one figure may mend the rest.
    """
    report = sound()
    system = _system(report)
    pointers, figures, others = system.structure.pointers, system.values, system.structure.exchangeable
    pairs = [(a, b) for a, found in others.items() for b, _ in found if figures[a] != figures[b]]
    a, b = choose.choice(pairs)
    put(report, pointers[a], figures[b])
    if choose.random() < 0.7:
        put(report, pointers[b], figures[a])
    system = _system(report)
    if choose.random() < 0.5:
        return system
    wrong = system.structure.equations[choose.choice(system.failing)].instance
    return _system(report, {(wrong.rule.id, wrong.at)})


@pytest.mark.parametrize("seed", range(8))
def test_of_exchanged_neighbours_the_search_finds_the_same_with_short_cuts(seed: int) -> None:
    choose, costs = random.Random(seed), load_costs()
    for _ in range(25):
        system = _exchanged(choose)
        assert _found(system, costs) == _found_plainly(system, costs)


@pytest.mark.parametrize("most", [26, 28, 30])
def test_the_exchanges_that_mend_all_are_those_of_all_slips_that_do(most: int) -> None:
    choose, costs = random.Random(most), attrs.evolve(load_costs(), groups={**load_costs().groups, "with-total": 0})
    taken = set()
    for _ in range(150):
        system = _exchanged(choose)
        if failing := system.failing:
            every, mending = (_told(f(system, failing, costs, most.__ge__)) for f in (slips, mending_slips))
            assert mending == {told for told in every if system.mends(failing, dict(told[0]))}
            taken |= {kind for _, _, kind in mending}
    assert taken == {kind for kind in EXCHANGES if costs.groups[kind] <= most}


def _told(found: Iterable[Slip]) -> set[tuple[tuple[tuple[int, int], ...], int, str]]:
    return {(tuple(sorted(slip.after.items())), slip.cost, slip.kind) for slip in found}
