"""Reports of which only sums and statements are left to ask: their figures are taken from what the gate has decoded.

The gate stops at the first sum that is wrong. Where all else holds that it asks, nothing else is asked again.
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

import msgspec

from govreport.form.layout import load_layout
from govreport.form.organs import KIND, LEVEL
from govreport.pointers import tokens
from govreport.rules.arithmetic import load_relations
from govreport.rules.sheet import Sheet, cell_numbers
from govreport.rules.stated import stated
from govreport.rules.unknown import NOTHING_UNKNOWN, Unknown
from govreport.validation.gate import gate_module, is_complete
from govreport.validation.scanner import number

_NONE_UNREAD: frozenset[str] = frozenset()
_OF_ORGANS = frozenset({KIND, LEVEL})


def worded_sheet(
    report: Any,
    ignored: frozenset[str],
    members: Callable[[], Mapping[str, Any]],
    unknown: str | None = None,
) -> Sheet | None:
    """Return the sheet of a report that the gate has decoded, if every rule but those about sums and statements holds.

    Every cell of it but one that is `unknown` holds a figure, and nothing is written about it. `members` gives the
    whole report as JSON values; it is only asked where more of it is needed than figures and the organ.
    """
    module = gate_module(report.layout.encode())
    if module is None or not is_complete(report, module):
        return None
    row = module.figures(report)
    if row is None:
        return None
    unread = _NONE_UNREAD
    if None in row:
        if row.count(None) > 1 or cell_numbers(report.layout).get(unknown or "") != row.index(None):
            return None
        unread = frozenset({unknown or ""})
    try:
        if not module.reads_well(report):
            return None
    except TypeError:  # a cell that is not known, of which words depend
        return None
    amounts = _amounts(report.layout)
    if amounts:
        figures = list(row)
        for place in amounts:
            figures[place] = number(bytes(figures[place]).decode("ascii"))
        row = tuple(figures)
    return Sheet(
        layout=load_layout(report.layout),
        members={"organ": _organ(report.organ)} if _asks_organs_alone(report.layout, ignored) else members(),
        row=row,
        doubtful=unread,
        unknown=NOTHING_UNKNOWN if unknown is None else Unknown(frozenset({tokens(unknown)})),
        unread=unread,
    )


@cache
def _amounts(layout: str) -> tuple[int, ...]:
    """Return the numbers of the cells that hold amounts, which the gate keeps as they are written."""
    return tuple(n for n, cell in enumerate(load_layout(layout).cells.values()) if cell.kind == "amount")


@lru_cache(maxsize=64)
def _asks_organs_alone(layout: str, ignored: frozenset[str]) -> bool:
    """Tell whether sums are asked under no condition but on the kind and level of organs, and all else is ignored."""
    if any(instance.rule.id not in ignored for instance in stated(layout)):
        return False
    conditions = [c for relation in load_relations(layout).values() for c in relation.instance.when]
    return all(c.undivided or c.above is not None or _OF_ORGANS.issuperset(c.at) for c in conditions)


def _organ(organ: msgspec.Struct) -> Mapping[str, Any]:
    members = ((name, getattr(organ, name)) for name in organ.__struct_fields__)
    return {name: value for name, value in members if value is not None}
