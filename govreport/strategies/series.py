"""Series of yearly reports of one organ, in which each year takes over what the year before left.

The relations between years are those that the fields mean by their definitions; `rules.json` has no
rules across years. A relation holds where the layouts of both years have its cells.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st

from govreport import resources
from govreport.form.layout import load_layout
from govreport.model.codec import structure
from govreport.model.registry import Report
from govreport.pointers import parent, value_at
from govreport.strategies.filling import load_plan
from govreport.strategies.members import member_of
from govreport.strategies.reports import members

_FIRST_YEAR, _LAST_START, _MOST_YEARS = 2019, 2024, 4
_ITEMS = "items_last_year"


@attrs.frozen(kw_only=True)
class Carry:
    """A cell that continues cells of the year before: it is their sum, plus and minus cells of its own year.

    All are named within one group of cells.
    """

    cell: str
    before: tuple[str, ...]
    plus: str | None = None
    minus: str | None = None


CARRIES = (
    Carry(cell="carried_over", before=("carried_forward",)),
    Carry(cell=_ITEMS, before=(_ITEMS, "change")),
    Carry(cell="in_force", before=("in_force",), plus="issued", minus="repealed"),
)


@st.composite
def series(
    draw: st.DrawFn, organ: Mapping[str, Any] | None = None, years: Sequence[int] | None = None
) -> tuple[Report, ...]:
    """Draw valid reports of one organ for consecutive years, each in the layout of its year.

    上年结转 is 结转下年度继续办理 of the year before, in every column; 上一年项目数量 is that of the year before
    with its 本年增/减 (layout 2019); 现行有效件数 is that of the year before with what was issued and without
    what was repealed (layout 2021). No cell is blank. `organ` is the member "organ" of the reports, and
    `years` are consecutive years from 2019 on; what is not given is drawn.
    """
    if years is None:
        first = draw(st.integers(_FIRST_YEAR, _LAST_START))
        years = range(first, first + draw(st.integers(2, _MOST_YEARS)))
    who = draw(member_of(layout_of(years[0]), "/organ")) if organ is None else dict(organ)
    reports: list[dict[str, Any]] = []
    for year in years:
        layout = layout_of(year)
        before = reports[-1] if reports else None
        given = dict(_given(layout, before)) if before else {}
        report = draw(members(layout, fixed={"/year": year, "/organ": who}, given=given, whole=True))
        _continue(layout, report, before)
        reports.append(report)
    return tuple(structure(report) for report in reports)


def layout_of(year: int) -> str:
    """Return the layout that reports for a year are made in, as `versions.json` says; raises KeyError without one."""
    found = resources.layouts_of(year)
    if not found:
        raise KeyError(year)
    return found[0]


def carried(layout: str, before: Mapping[str, Any]) -> Iterator[tuple[Carry, str, int]]:
    """Yield each relation between a year before and a year in `layout`, with its group and the figure taken over."""
    earlier = load_layout(before["layout"]).cells
    for carry in CARRIES:
        for cell, node in load_layout(layout).cells.items():
            group = parent(cell)
            if node.name == carry.cell and all(f"{group}/{name}" in earlier for name in carry.before):
                yield carry, group, sum(value_at(before, f"{group}/{name}") for name in carry.before)


def _given(layout: str, before: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    sums = {cell for step in load_plan(layout).steps for cell in step.settles if len(step.settles) == 1}
    for carry, group, figure in carried(layout, before):
        cell = f"{group}/{carry.cell}"
        if carry.plus is None and cell not in sums:
            yield cell, figure


def _continue(layout: str, report: dict[str, Any], before: Mapping[str, Any] | None) -> None:
    """Put right the cells of a report that depend both on the year before and on other cells of its own year."""
    for carry, group, figure in () if before is None else carried(layout, before):
        cells = value_at(report, group)
        if carry.plus is not None and carry.minus is not None:
            cells[carry.minus] = min(cells[carry.minus], figure + cells[carry.plus])
            cells[carry.cell] = figure + cells[carry.plus] - cells[carry.minus]
    for cell, node in load_layout(layout).cells.items():
        if node.kind == "change":
            # No more items can go than there were: the next year takes over what is left.
            cells = value_at(report, parent(cell))
            cells[node.name] = max(cells[node.name], -cells[_ITEMS])
