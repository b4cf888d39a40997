"""Figures for all cells of a layout, drawn at once and balanced by construction.

One run of bytes is drawn for all free cells together, two bytes for each: that takes an eighth of the
time of drawing the cells one by one (`bench/strategies.py` measures it), and Hypothesis shrinks it to
zeros, which are the figure 0 everywhere.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from govreport.form.layout import load_layout
from govreport.form.organs import infer_members
from govreport.rules.conditions import is_among
from govreport.rules.data import Instance, load_instances
from govreport.rules.sheet import Figure
from govreport.strategies.filling import FillingOrder, Share, Sum, load_plan

LARGEST = 99_999_999
_SCALES = (10, 1000, LARGEST + 1)
_ZEROS = 0x6000
_SMALL = 0xC000
_DECIMALS = 7
_WIDTHS = {"count": 2, "change": 2, "amount": 6}


@st.composite
def figures(
    draw: st.DrawFn, layout: str, members: Mapping[str, Any], given: Mapping[str, int] | None = None
) -> dict[str, Figure]:
    """Draw a figure for every cell of a layout, so that every equation and inequality holds.

    `members` are those of the report that conditions of rules ask for. `given` fixes some of the cells
    that are free or share out a sum.
    """
    plan = load_plan(layout)
    cuts = sum(len(step.parts) - 1 for step in plan.steps if isinstance(step, Share))
    size = sum(_WIDTHS[node.kind] for node in plan.free) + 2 * cuts
    scale = draw(st.sampled_from(_SCALES))
    codes = _Codes(draw(st.binary(min_size=size, max_size=size)), scale)
    found: dict[str, Any] = {node.pointer: codes.figure(node.kind) for node in plan.free}
    found.update(given or {})
    # What an inequality caps or raises is a free cell: so it comes before the sums.
    for instance in _inequalities(layout, members):
        _satisfy(instance, found)
    _complete(plan, found, codes, given or {})
    return {pointer: found[pointer] for pointer in load_layout(layout).cells}


def met(instance: Instance, members: Mapping[str, Any]) -> bool:
    """Tell whether the members of a report meet the conditions of a rule, those on figures left aside."""
    inferred = infer_members(members)
    return all(c.among is None or any(is_among(p, c.among, members, inferred) for p in c.at) for c in instance.when)


class _Codes:
    """Takes figures from a run of bytes; the bytes of 0 give the figure 0, and greater bytes greater figures."""

    def __init__(self, data: bytes, scale: int) -> None:
        self._data = data
        self._scale = scale
        self._at = 0

    def take(self, size: int) -> int:
        self._at += size
        return int.from_bytes(self._data[self._at - size : self._at], "big")

    def figure(self, kind: str) -> Figure:
        code = self.take(2)
        if kind == "change":
            magnitude = self._count(code & ~1)
            return -magnitude if code & 1 else magnitude
        whole = self._count(code)
        if kind == "count":
            return whole
        places = self.take(1) % _DECIMALS
        fraction = self.take(3) % 10**places
        return Decimal(f"{whole}.{fraction:0{places}d}" if places else whole)

    def _count(self, code: int) -> int:
        # Three eighths are 0, three eighths lie up to 1024, the rest spread evenly over the powers of two up to 2^26.
        if code < _ZEROS:
            return 0
        if code < _SMALL:
            return ((code - _ZEROS) // 24 + 1) % self._scale
        power, step = divmod(code - _SMALL, 1024)
        return ((1024 + step) << power) % self._scale


def _inequalities(layout: str, members: Mapping[str, Any]) -> list[Instance]:
    """Return the inequalities that bind a report, those that cap a figure before those that raise one."""
    bound = [i for i in load_instances(layout) if i.rule.kind == "inequality" and met(i, members)]
    return sorted(bound, key=lambda i: i.rule.relation == ">=")


def _satisfy(instance: Instance, found: dict[str, Any]) -> None:
    """Move the figure that the rule points at just as far as the rule asks."""
    excess = sum(found[c] for c in instance.left) - sum(found[c] for c in instance.right)
    if (excess > 0 and instance.rule.relation == "<=") or (excess < 0 and instance.rule.relation == ">="):
        found[instance.at] -= excess


def _complete(plan: FillingOrder, found: dict[str, Any], codes: _Codes, given: Mapping[str, int]) -> None:
    for step in plan.steps:
        if isinstance(step, Sum):
            found[step.cell] = sum([found[part] for part in step.parts])
            continue
        rest = sum([found[cell] for cell in step.source]) - sum([given.get(part, 0) for part in step.parts])
        if rest < 0:
            found[step.slack] -= rest
            rest = 0
        open_parts = [part for part in step.parts if part not in given]
        for part in open_parts[1:]:
            found[part] = rest * codes.take(2) >> 16
            rest -= found[part]
        found[open_parts[0]] = rest
