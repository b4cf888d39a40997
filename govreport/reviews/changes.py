"""The sums of a district and their change on last year, over the bodies that reported in both years."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from govreport import resources
from govreport.between.adding import Total, amount_of, brought
from govreport.errors import NoConversion
from govreport.form.layout import load_layout
from govreport.reviews.districts import Unadded, unadded
from govreport.reviews.listing import FILE
from govreport.rules.sheet import Figure, Sheet, group_cells

Members = Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Figures:
    """What a review shows of one report: the chosen cells, and the parts of the outcomes, None where one is blank."""

    cells: Mapping[str, Figure]
    outcomes: tuple[int, ...] | None = None


@attrs.frozen(kw_only=True)
class SumRow:
    """A cell of the district: its sum this year, and over the bodies with both years that of this year and of last.

    None where it does not add.
    """

    pointer: str
    total: Figure
    now: Figure = None
    before: Figure = None

    @property
    def change(self) -> Figure:
        """This year less last year, over the same bodies."""
        return None if self.now is None or self.before is None else self.now - self.before


@attrs.frozen(kw_only=True)
class District:
    """The sums of a district in a layout, over so many bodies, of which so many can be compared with last year."""

    layout: str
    counted: int
    compared: int
    rows: tuple[SumRow, ...]
    unadded: tuple[Unadded, ...] = ()


class Adding:
    """Adds up reports of this year, each with last year's of the same organ where that is at hand."""

    def __init__(self, layout: str) -> None:
        self.layout = layout
        self._total, self._now, self._before = (Total(layout) for _ in range(3))

    def add(self, members: Members, before: Members | None) -> tuple[Figures, Figures | None] | None:
        """Count a report, and return what is shown of it and of last year's; None where it cannot be converted."""
        try:
            sheet = brought(members, self.layout)
        except NoConversion:
            return None
        self._total.add(members, sheet)
        try:
            earlier = None if before is None else brought(before, self.layout)
        except NoConversion:
            earlier = None
        if before is None or earlier is None:
            return figures_of(sheet), None
        self._now.add(members, sheet)
        self._before.add(before, earlier)
        return figures_of(sheet), figures_of(earlier)

    def district(self) -> District:
        """Return the sums of what was added."""
        rows = (
            SumRow(
                pointer=cell,
                total=_sum(self._total, cell),
                now=_sum(self._now, cell),
                before=_sum(self._before, cell),
            )
            for cell in self._total.sums
        )
        return District(
            layout=self.layout,
            counted=self._total.bodies,
            compared=self._now.bodies,
            rows=tuple(rows),
            unadded=unadded(self._total) if self._total.bodies else (),
        )


def _sum(total: Total, cell: str) -> Figure:
    found = total.sums[cell]
    return found.figure if found.reason is None else None


def figures_of(sheet: Sheet) -> Figures:
    """Return what a review shows of a report, given as its sheet."""
    cells = {cell: amount_of(sheet, cell) for cell in chosen_cells(sheet.layout.id)}
    parts: list[int] = []
    for _, members in outcome_parts(sheet.layout.id):
        figures = [sheet.figure(cell) for cell in members]
        undivided = sheet.undivided.get(sheet.covered.get(members[0], ""))
        if None in figures and undivided is None:
            return Figures(cells=cells)
        parts.append(undivided if undivided is not None else sum(int(figure or 0) for figure in figures))
    return Figures(cells=cells, outcomes=tuple(parts) or None)


@cache
def chosen_cells(layout: str) -> tuple[str, ...]:
    """Return the cells that a review shows of each body, those of them that the layout has."""
    return tuple(cell for cell in resources.read(FILE)["figures"] if cell in load_layout(layout).cells)


@cache
def outcome_parts(layout: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the parts of the outcomes, without their total: the pointer of each, and its cells."""
    return tuple(_parts(layout))


def _parts(layout: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    form = load_layout(layout)
    group = form.nodes.get(resources.read(FILE)["outcomes"])
    # The last of them is their sum.
    for child in () if group is None else group.children[:-1]:
        yield child.pointer, (child.pointer,) if child.is_cell else group_cells(form, child.pointer)
