"""Reports by organ and year: which years there are, which are missing, and one figure over all of them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from govreport.between.beside import earlier_of
from govreport.between.data import counterparts
from govreport.between.organs import same_organ, tails
from govreport.between.previous import last_year
from govreport.conversion.convert import convert
from govreport.conversion.losses import Loss
from govreport.errors import NoConversion
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure
from govreport.model.registry import Report
from govreport.model.sheets import sheet_of
from govreport.pointers import value_at
from govreport.rules.sheet import Figure


@attrs.frozen(kw_only=True)
class Point:
    """A figure of one year: the cell as the report has it, or as it is once the report is in another layout.

    `layout` is that of the report. `figure` is None where the cell is blank, and `mark` is what is printed there then.
    `undivided` is the figure printed once for the group that the cell is part of. `losses` are those of the
    conversion that concern the cell; without a counterpart `is_comparable` is False, and there is no figure.
    """

    year: int
    layout: str
    figure: Figure
    mark: str | None = None
    undivided: int | None = None
    is_comparable: bool = True
    losses: tuple[Loss, ...] = ()


@attrs.frozen(kw_only=True)
class Series:
    """The reports of one organ, by year.

    `reports` has one for each year, the newest where several are given: one that another replaces does not count.
    `gaps` are the years in between without one, `several` those with reports that say different things.
    """

    organ: str
    code: str | None
    reports: Mapping[int, Report] = attrs.field(repr=False)
    gaps: tuple[int, ...] = ()
    several: tuple[int, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years that there is a report for, in their order."""
        return tuple(self.reports)

    def figures(self, pointer: str, layout: str | None = None) -> tuple[Point, ...]:
        """Return the figure of a cell in every year, in the layout of the newest report unless another is named.

        Raises KeyError for a pointer that is no cell of that layout.
        """
        target = layout or self.reports[self.years[-1]].layout
        if pointer not in load_layout(target).cells:
            raise KeyError(pointer)
        return tuple(_point(year, report, pointer, target) for year, report in self.reports.items())


def group(reports: Iterable[Report]) -> tuple[Series, ...]:
    """Return the reports by organ, in the order in which organs first come, each with its years and gaps.

    Organs are the same by code, else by name with or without the name of a place in front; never by likeness. A name
    that fits two organs of different codes belongs to neither of them.
    """
    members: list[list[Report]] = []
    by_name: dict[str, list[int]] = {}
    by_code: dict[str, int] = {}
    for report in reports:
        organ = _organ(report)
        number = _known(organ, members, by_name, by_code)
        if number is None:
            number = len(members)
            members.append([])
        members[number].append(report)
        for name in tails(organ["name"]):
            if number not in by_name.setdefault(name, []):
                by_name[name].append(number)
        if "code" in organ:
            by_code.setdefault(organ["code"], number)
    return tuple(map(_series, members))


def _known(
    organ: Mapping[str, str],
    members: list[list[Report]],
    by_name: Mapping[str, list[int]],
    by_code: Mapping[str, int],
) -> int | None:
    if organ.get("code", "") in by_code:
        return by_code[organ["code"]]
    near = {n for name in tails(organ["name"]) for n in by_name.get(name, ())}
    fitting = [n for n in sorted(near) if all(same_organ(_organ(report), organ) for report in members[n])]
    return fitting[0] if len(fitting) == 1 else None


def _organ(report: Report) -> dict[str, str]:
    code = report.organ.code
    return {"name": report.organ.name, **({"code": code} if code else {})}


def _series(reports: list[Report]) -> Series:
    chosen: dict[int, Report] = {}
    several = set[int]()
    for year, report, is_sure in _by_year(reports):
        chosen[year] = report
        if not is_sure:
            several.add(year)
    years = range(min(chosen), max(chosen) + 1)
    newest = chosen[max(chosen)]
    return Series(
        organ=newest.organ.name,
        code=next((r.organ.code for r in reversed(reports) if r.organ.code), None),
        reports=chosen,
        gaps=tuple(year for year in years if year not in chosen),
        several=tuple(sorted(several)),
    )


def _by_year(reports: list[Report]) -> Iterator[tuple[int, Report, bool]]:
    """Yield each year with the report that stands for it, and whether that is sure."""
    for year in sorted({report.year for report in reports}):
        of_year = [report for report in reports if report.year == year]
        if len(of_year) == 1:
            yield year, of_year[0], True
            continue
        known = {number: earlier_of(report) for number, report in enumerate(of_year)}
        standing = last_year(known.values())
        last = next(n for n, e in known.items() if e is standing[-1])
        yield year, of_year[last], len(standing) == 1


def _point(year: int, report: Report, pointer: str, target: str) -> Point:
    try:
        conversion = convert(report, target)
    except NoConversion:
        return Point(year=year, layout=report.layout, figure=None, is_comparable=False)
    sheet = sheet_of(conversion.report)
    members = unstructure(conversion.report)
    marks = {mark["pointer"]: mark["mark"] for mark in members.get("marks", ())}
    group_of = sheet.covered.get(pointer)
    figure: Any = value_at(members, pointer)
    return Point(
        year=year,
        layout=report.layout,
        figure=figure,
        mark=marks.get(pointer),
        undivided=sheet.undivided[group_of] if group_of is not None else None,
        is_comparable=report.layout == target or pointer in counterparts(report.layout, target),
        losses=tuple(loss for loss in conversion.losses if _concerns(loss, pointer, sheet.covered.get(pointer))),
    )


def _concerns(loss: Loss, pointer: str, group_of: str | None) -> bool:
    """Tell whether a loss is about the place of a cell: the cell itself, its parts, or the group it is part of."""
    places = {pointer, group_of}
    about = loss.value["pointer"] if isinstance(loss.value, Mapping) and "pointer" in loss.value else loss.pointer
    above = f"{about}/"
    return about in places or pointer.startswith(above) or about.startswith(f"{pointer}/")
