"""A report in which every sum holds, and faults put into its figures."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from govreport import validate
from govreport.findings import Repair, Witness
from govreport.form.layout import load_layout
from govreport.repairs.costs import Costs
from govreport.repairs.ranking import find_repairs
from govreport.rules.relations import differences
from govreport.rules.sheet import read_sheet
from tests.reports import EXAMPLES, changed

NATURAL, ENTERPRISE, TOTAL = (
    "/requests/natural_person",
    "/requests/organizations/commercial_enterprise",
    "/requests/total",
)
CELLS = tuple(load_layout("2021").cells)


@cache
def _document(name: str) -> Any:
    return json.loads((EXAMPLES / "reports" / f"{name}.json").read_bytes())


def sound(name: str = "huaian-2024") -> dict[str, Any]:
    """Return an example in which nothing fails."""
    return changed({}, _document(name))


def figure(report: Mapping[str, Any], pointer: str) -> Any:
    """Return the figure of a cell."""
    value: Any = report
    for name in pointer.split("/")[1:]:
        value = value[name]
    return value


def broken(changes: Mapping[str, int | None], name: str = "huaian-2024") -> dict[str, Any]:
    """Return the example with these figures instead of its own."""
    report = changed(changes, _document(name))
    assert validate(report).repairs or not validate(report).ok
    return report


def solved(report: Mapping[str, Any], *witnesses: Witness, costs: Costs | None = None) -> tuple[Repair, ...]:
    """Return the repairs of a report, with witnesses or other costs where they are given."""
    sheet = read_sheet(load_layout(report["layout"]), report)
    return find_repairs(sheet, differences(sheet), witnesses=witnesses, costs=costs)


def after(repair: Repair) -> dict[str, int]:
    """Return the figures of a repair by pointer."""
    return {change.pointer: change.after for change in repair.changes}
