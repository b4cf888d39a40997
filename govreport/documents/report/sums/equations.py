"""The sums that the rules of a layout state over the cells of a table, each as signed cells that add to nothing."""

from collections.abc import Mapping, Sequence
from functools import cache

from govreport.form.layout import load_layout
from govreport.rules.data import load_instances
from govreport.rules.sheet import group_cells

# By the pointer of a cell, or of a group that one figure is printed for: how often it is added.
Equation = Mapping[str, int]


def equations(layout: str, cells: Sequence[str], groups: Sequence[str]) -> list[Equation]:
    """Return the sums over these cells, those of each group taken as one figure; no sum over any other cell."""
    known = frozenset((*cells, *groups))
    members = {pointer: group_cells(load_layout(layout), pointer) for pointer in groups}
    found: list[Equation] = []
    for equation in _equations(layout, tuple(groups)):
        signed = dict(equation)
        for group, inside in members.items():
            signs = {signed.get(cell, 0) for cell in inside}
            if len(signs) == 1 and (sign := signs.pop()):
                for cell in inside:
                    del signed[cell]
                signed[group] = sign
        if signed.keys() <= known:
            found.append(signed)
    return found


@cache
def _equations(layout: str, groups: tuple[str, ...]) -> tuple[Equation, ...]:
    found: list[Equation] = []
    for instance in load_instances(layout):
        is_asked = all(c.undivided and set(c.at) & set(groups) for c in instance.when)
        if instance.is_arithmetic and instance.rule.relation == "=" and is_asked:
            found.append({**dict.fromkeys(instance.left, 1), **dict.fromkeys(instance.right, -1)})
    return tuple(found)
