"""The figures of a report under the columns of a layout: taken from what the gate decoded, or from JSON values.

Both ways give the same. The first takes a few microseconds; it is open to reports whose figures all go over one by one,
or as the sum of their parts. Marks and undivided figures take the second, which converts like `convert`.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

import attrs

from govreport.conversion.compiling import Merge, load_compiled
from govreport.conversion.convert import carry
from govreport.conversion.tables import load_route, neighbours
from govreport.corpus.columns import TEN_THOUSAND, YUAN, Column, columns, name
from govreport.form.layout import Node, load_layout
from govreport.pointers import join, parent, value_at

Cell = str | int | Decimal | bool | None
_UNIT = "unit"
_PER_YUAN = Decimal("0.0001")


class Figures(NamedTuple):
    """The values of the columns of cells, groups, units and converted amounts, in their order; marks and the rest.

    `marks` leads from cells without a figure to what is printed there, `others` has the figures printed once for
    groups that have no column.
    """

    values: tuple[Cell, ...]
    marks: Mapping[str, str]
    others: Mapping[str, int]


@cache
def places(layout: str) -> tuple[Column, ...]:
    """Return the columns that `Figures` has the values of."""
    return tuple(column for column in columns(layout) if column.part not in ("about", "behind"))


def figures_of(decoded: Any, layout: str) -> Figures | None:
    """Return the figures of a report as the gate decoded it, None where they do not go over one by one."""
    if decoded.undivided or (decoded.marks and decoded.layout != layout):
        return None
    way = _way(decoded.layout, layout)
    if way is None:
        return None
    marks = {mark.pointer: mark.mark for mark in decoded.marks}
    return Figures(way.values(decoded), marks, {})


def figures_in(members: Mapping[str, Any], layout: str) -> Figures:
    """Return the figures of a report given as JSON values; raises NoConversion like `convert`."""
    brought, _ = carry(dict(members), layout)
    undivided = {entry["pointer"]: entry["value"] for entry in reversed(brought.get("undivided", ()))}
    values: list[Cell] = []
    for column in places(layout):
        pointer = column.pointer or ""
        if column.part == "converted":
            values.append(in_ten_thousand(value_at(brought, pointer), unit_in(brought, layout, pointer)))
        elif load_layout(layout).nodes[pointer].children:
            values.append(undivided.pop(pointer, None))
        else:
            values.append(value_at(brought, pointer))
    marks = {mark["pointer"]: mark["mark"] for mark in brought.get("marks", ())}
    return Figures(tuple(values), marks, undivided)


def unit_in(members: Mapping[str, Any], layout: str, pointer: str) -> str | None:
    """Return the unit of an amount: the one printed in its cell, else that of its column, None where none is known."""
    return _unit(value_at(members, f"{parent(pointer)}/{_UNIT}"), load_layout(layout).nodes[pointer])


def in_ten_thousand(amount: Any, unit: str | None) -> Decimal | None:
    """Return an amount in 万元, exactly; None where there is none or its unit is unknown."""
    if amount is None or unit not in (TEN_THOUSAND, YUAN):
        return None
    exact = Decimal(amount)
    return exact if unit == TEN_THOUSAND else exact * _PER_YUAN


def _unit(printed: str | None, node: Node) -> str | None:
    return printed or (node.unit if node.unit in (TEN_THOUSAND, YUAN) else None)


@attrs.frozen(kw_only=True)
class _Way:
    """How the figures of a layout become the columns of another.

    `take` takes attributes of a decoded report; the first of them go over as they are, `sums` are what `merges` make of
    others, `amounts` are written numbers with the attribute of their unit. `arrange` picks the columns from all these.
    """

    take: Callable[[Any], tuple[Any, ...]]
    amounts: tuple[tuple[int, int | None, Node], ...]
    merges: tuple[tuple[tuple[int, ...], int], ...]
    arrange: Callable[[tuple[Any, ...]], tuple[Cell, ...]]

    def values(self, decoded: Any) -> tuple[Cell, ...]:
        taken = self.take(decoded)
        amounts = [_amount(taken[number]) for number, _, _ in self.amounts]
        converted = [
            in_ten_thousand(amount, _unit(None if unit is None else taken[unit], node))
            for amount, (_, unit, node) in zip(amounts, self.amounts, strict=True)
        ]
        sums = [_sum([taken[number] for number in parts], largest) for parts, largest in self.merges]
        return self.arrange((*taken, None, *amounts, *converted, *sums))


def _amount(written: Any) -> Decimal | None:
    text = bytes(written)
    return None if text == b"null" else Decimal(text.decode("ascii"))


def _sum(parts: list[int | None], largest: int) -> int | None:
    """Return what a cell holds that stands for several, as conversion has it."""
    printed = [part for part in parts if part is not None]
    return sum(printed) if len(printed) == len(parts) and sum(printed) <= largest else None


class _Builder:
    """Collects the attributes that are taken, each once."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.amounts: list[tuple[int, int | None, Node]] = []
        self.merges: list[tuple[tuple[int, ...], int]] = []

    def take(self, pointer: str) -> int:
        return self.names.setdefault(name(pointer), len(self.names))


@cache
def _way(source: str, target: str) -> _Way | None:
    """Return the way from a layout to another, None where it is no single step, or amounts go over."""
    origins = _origins(source, target)
    if origins is None:
        return None
    build, form = _Builder(), load_layout(target)
    picks: list[tuple[str, int]] = []
    for column in places(target):
        pointer = column.pointer or ""
        found = origins.get(pointer)
        node = form.nodes[pointer]
        if found is None:
            picks.append(("none", 0))
        elif column.part in ("amount", "converted"):
            if source != target:
                return None
            unit = f"{parent(pointer)}/{_UNIT}"
            entry = (build.take(pointer), build.take(unit) if unit in form.nodes else None, node)
            if entry not in build.amounts:
                build.amounts.append(entry)
            picks.append((column.part, build.amounts.index(entry)))
        elif isinstance(found, str):
            picks.append(("taken", build.take(found)))
        else:
            parts, largest = found
            build.merges.append((tuple(map(build.take, parts)), largest))
            picks.append(("sum", len(build.merges) - 1))
    counted = len(build.names)
    starts = {"taken": 0, "none": counted, "amount": counted + 1, "converted": counted + 1 + len(build.amounts)}
    starts["sum"] = starts["converted"] + len(build.amounts)
    return _Way(
        take=attrgetter(*build.names),
        amounts=tuple(build.amounts),
        merges=tuple(build.merges),
        arrange=itemgetter(*(starts[kind] + number for kind, number in picks)),
    )


def _origins(source: str, target: str) -> Mapping[str, str | tuple[tuple[str, ...], int]] | None:
    """Return for each place of a layout the cell of another that it comes from, or the cells that it is the sum of."""
    form = load_layout(target)
    if source == target:
        return {pointer: pointer for pointer, node in form.nodes.items() if not node.children}
    if source not in neighbours(target):
        return None
    return dict(_carried(source, target))


def _carried(source: str, target: str) -> Iterator[tuple[str, str | tuple[tuple[str, ...], int]]]:
    route = load_route(source, target)
    here = load_layout(source)
    for pointer, there in (*route.leaves.items(), *route.split.items()):
        if pointer in here.cells:
            yield there, pointer
    for merge in load_compiled(source, target).leftovers:
        if isinstance(merge, Merge):
            parts = tuple(join((*merge.origin, *part)) for part in merge.origins)
            yield join(merge.whole), (parts, merge.largest)
