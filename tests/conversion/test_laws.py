"""Laws of conversion, asked of random reports of both layouts, wrong sums and remarks of every kind among them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport import convert, dumps, restore
from govreport.conversion.convert import Conversion
from govreport.conversion.tables import Reason, Route, load_route
from govreport.errors import EditedReport
from govreport.form.layout import load_layout
from govreport.model.codec import structure, unstructure
from govreport.model.sheets import sheet_of
from govreport.rules.data import Instance, load_instances
from govreport.rules.engine import evaluate
from govreport.rules.sheet import group_cells
from govreport.validation.references import check_references
from govreport.validation.structure import check_structure

from .samples import LAYOUTS, OTHER, at, put, random_members, random_report

EXAMPLES = settings(max_examples=40, deadline=None)
seeds = st.integers(0, 2**32)


@pytest.mark.parametrize("layout", LAYOUTS)
@EXAMPLES
@given(seed=seeds)
def test_the_original_comes_back_exactly(layout: str, seed: int) -> None:
    report = random_report(layout, seed)
    before = dumps(report)
    restored = restore(convert(report, OTHER[layout]))
    assert restored == report
    assert dumps(restored) == dumps(report) == before


@pytest.mark.parametrize("layout", LAYOUTS)
@EXAMPLES
@given(seed=seeds)
def test_a_sound_report_stays_sound(layout: str, seed: int) -> None:
    converted = convert(random_report(layout, seed), OTHER[layout]).report
    members, target = unstructure(converted), load_layout(OTHER[layout])
    assert check_structure(target, members) == ()
    # An explanation without a reason is no defect of the conversion, and there is none in these reports.
    assert [finding.code for finding in check_references(target, members)] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@EXAMPLES
@given(seed=seeds)
def test_conversion_gives_the_same_bytes_every_time(layout: str, seed: int) -> None:
    first, second = (convert(random_report(layout, seed), OTHER[layout]) for _ in range(2))
    assert first == second
    assert dumps(first.report) == dumps(second.report)


@pytest.mark.parametrize("layout", LAYOUTS)
@EXAMPLES
@given(seed=seeds)
def test_every_figure_is_carried_or_lost_and_none_is_invented(layout: str, seed: int) -> None:
    report = random_members(layout, seed)
    conversion = convert(structure(report), OTHER[layout])
    result, passage = unstructure(conversion.report), load_route(layout, OTHER[layout])
    lost = {loss.pointer: loss.value for loss in conversion.losses}
    printed = {p: at(report, p) for p in load_layout(layout).cells if at(report, p) is not None}
    undivided = {entry["pointer"]: entry["value"] for entry in result.get("undivided", ())}
    accounted = {}
    for pointer, figure in printed.items():
        if pointer in passage.leaves:
            assert at(result, passage.leaves[pointer]) == figure
            accounted[passage.leaves[pointer]] = figure
        elif pointer in passage.split:
            assert undivided[passage.split[pointer]] == figure
        else:
            assert lost[pointer] == figure
    for group, whole in passage.merged.items():
        accounted[whole] = _merged(report, group, group_cells(passage.source, group))
    for pointer in load_layout(OTHER[layout]).cells:
        assert at(result, pointer) == accounted.get(pointer)


def _merged(report: Any, group: str, cells: tuple[str, ...]) -> int | None:
    parts = [at(report, cell) for cell in cells]
    if all(part is None for part in parts):
        return next((e["value"] for e in report.get("undivided", ()) if e["pointer"] == group), None)
    if None in parts or sum(parts) > 999_999_999_999:
        return None
    return int(sum(parts))


@pytest.mark.parametrize("layout", LAYOUTS)
@EXAMPLES
@given(seed=seeds)
def test_every_remark_is_carried_or_lost(layout: str, seed: int) -> None:
    report = random_members(layout, seed)
    conversion = convert(structure(report), OTHER[layout])
    result = unstructure(conversion.report)
    lost = {loss.pointer: loss.value for loss in conversion.losses}
    for name, tell in (("marks", "mark"), ("notes", "text"), ("explanations", "text")):
        kept = [entry[tell] for entry in result.get(name, ())]
        for number, entry in enumerate(report.get(name, ())):
            assert entry[tell] in kept or lost[f"/{name}/{number}"] == entry
    for name in ("overview", "other_matters", "extensions", "title", "scope", "organ"):
        assert result.get(name) == report.get(name)


@pytest.mark.parametrize("layout", LAYOUTS)
@EXAMPLES
@given(seed=seeds)
def test_no_rule_changes_its_verdict_where_all_its_cells_are_mapped(layout: str, seed: int) -> None:
    report = random_report(layout, seed)
    conversion = convert(report, OTHER[layout])
    passage = load_route(layout, OTHER[layout])
    before, after = _found(report), _found(conversion.report)
    there = {(instance.rule.id, instance.at): instance for instance in load_instances(OTHER[layout])}
    asked = 0
    for instance in load_instances(layout):
        place = passage.finding(instance.rule.id, instance.at)
        if isinstance(place, Reason) or not _is_mapped(instance, passage, conversion):
            continue
        if instance.rule.kind == "stated":
            continue  # what a text says of cells has no cells of its own
        if not _is_asked(instance, report):
            continue
        asked += 1
        found = after.get(place)
        if not _is_asked(there[place], conversion.report):
            # No figure is printed in this row at all: its three rows are blank, and all in doubt or none.
            parts = group_cells(load_layout(OTHER[layout]), place[1])
            found = {after.get((instance.rule.id, part)) for part in parts}.pop()
        assert (before.get((instance.rule.id, instance.at)), instance) == (found, instance)
    assert asked > 40


def _found(report: Any) -> dict[tuple[str | None, str], str]:
    findings = evaluate(sheet_of(report))
    return {(f.rule, f.pointer): "open" if f.code == "undetermined" else "fails" for f in findings}


def _is_mapped(instance: Instance, passage: Route, conversion: Conversion) -> bool:
    """Tell whether the conversion holds every figure that a rule asks for, a sum standing for all its parts."""
    gone = {loss.pointer for loss in conversion.losses if loss.kind == "dropped"}
    if not instance.is_arithmetic:
        cells: tuple[str, ...] = tuple(p for p in passage.source.cells if p.startswith(instance.at + "/"))
        return all(_is_whole(cell, cells, passage, gone) for cell in cells)
    sides = (instance.left, instance.right)
    return all(_is_whole(cell, side, passage, gone) for side in sides for cell in side)


def _is_whole(cell: str, cells: tuple[str, ...], passage: Route, gone: set[str]) -> bool:
    if cell in passage.parts:
        group = next(g for g in passage.merged if cell.startswith(g + "/"))
        return all(part in cells and part not in gone for part in group_cells(passage.source, group))
    return cell in passage.leaves or cell in passage.split


def _is_asked(instance: Instance, report: Any) -> bool:
    """Tell whether a rule is asked, as far as that hangs on undivided figures; all else is the same on both sides."""
    undivided = {entry.pointer for entry in report.undivided}
    return all(not c.undivided or not undivided.isdisjoint(c.at) for c in instance.when)


@pytest.mark.parametrize("layout", LAYOUTS)
@EXAMPLES
@given(seed=seeds, number=st.integers(0, 10**6))
def test_an_edited_report_is_refused(layout: str, seed: int, number: int) -> None:
    conversion = convert(random_report(layout, seed), OTHER[layout])
    members = unstructure(conversion.report)
    cells = list(load_layout(OTHER[layout]).cells)
    pointer = cells[number % len(cells)]
    put(members, pointer, 6 if at(members, pointer) == 5 else 5)
    edited = Conversion(
        report=structure(members),
        source=conversion.source,
        target=conversion.target,
        sha256=conversion.sha256,
        steps=conversion.steps,
    )
    with pytest.raises(EditedReport):
        restore(edited)
