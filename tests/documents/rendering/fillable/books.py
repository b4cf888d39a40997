"""Workbooks in which every sheet is a table of cases of the conformance suite, and what the rules say of it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from io import BytesIO
from typing import Any

import attrs
import openpyxl
from xlsxwriter.workbook import Workbook

from govreport.documents.rendering.report.fillable import FillablePrinter
from govreport.documents.rendering.report.page import Page, compose
from govreport.documents.rendering.report.spots import name
from govreport.documents.rendering.workbook import workbook
from govreport.errors import InvalidReport
from govreport.messages import phrase
from govreport.model.codec import loads
from govreport.model.registry import Report
from govreport.model.sheets import sound_sheet_of
from govreport.pointers import top_of
from govreport.resources import layouts
from govreport.rules.data import load_instances
from govreport.rules.engine import evaluate
from tests.conformance import suite

_SAYS = {"=": "guide-differs", ">=": "guide-less", "<=": "guide-more"}
SUMS = {i.rule.id for layout in layouts() for i in load_instances(layout) if i.is_arithmetic}
Place = tuple[str, str]
"""A rule and where it points."""


@attrs.frozen(kw_only=True)
class Table:
    """The table of cases: on which sheet it stands, in which cell each verdict, and what the rules say of it."""

    cases: Sequence[suite.Case]
    sheet: str
    cells: Mapping[Place, str]
    expected: Mapping[Place, str]


def arithmetic_cases() -> Iterator[tuple[suite.Case, str]]:
    """Yield the cases about sums and blanks, with the layouts of the reports that they describe."""
    for case in suite.cases("rules", "blanks"):
        if case.group == "rules" and (case.rule is None or case.rule[0] not in SUMS):
            continue
        # What is no report cannot be printed.
        with suppress(InvalidReport):
            yield case, loads(suite.written(suite.document(case.data["input"]))).layout


def joined(cases: Iterable[suite.Case]) -> Iterator[tuple[Sequence[suite.Case], Report]]:
    """Yield reports with the changes of as many cases as do not touch each other, and which these are.

    To print a table takes long, and a verdict looks at few of its cells.
    """
    groups: list[list[suite.Case]] = []
    for case in cases:
        fitting = (group for group in groups if all(_is_apart(case, other) for other in group))
        group = next(fitting, None)
        if group is None:
            groups.append([case])
        else:
            group.append(case)
    for group in groups:
        changes = [change for case in group for change in case.data["input"].get("changes", ())]
        yield group, loads(suite.written(suite.document({**group[0].data["input"], "changes": changes})))


def _is_apart(one: suite.Case, other: suite.Case) -> bool:
    """Tell whether neither of two cases changes a cell that the other changes or that its rule looks at."""
    if one.rule is None or other.rule is None or one.data["input"]["base"] != other.data["input"]["base"]:
        return False
    changed, looked_at = _touched(one)
    others, others_looked_at = _touched(other)
    return not _meet(changed, others | others_looked_at) and not _meet(others, looked_at)


def _touched(case: suite.Case) -> tuple[set[str], set[str]]:
    """Return the pointers that a case changes, and what its rule looks at."""
    changed = {change["pointer"] for change in case.data["input"].get("changes", ())}
    return changed, _looked_at(case.data["input"]["base"].rpartition("-")[2], case.rule)


@cache
def _looked_at(layout: str, place: Place | None) -> set[str]:
    instances = [i for i in load_instances(layout) if (i.rule.id, i.at) == place]
    asked = {pointer for instance in instances for condition in instance.when for pointer in condition.at}
    return asked | {cell for instance in instances for cell in (*instance.left, *instance.right)}


def _meet(some: Collection[str], others: Collection[str]) -> bool:
    """Tell whether a pointer is one of the others, or stands above or below one."""
    return any(f"{a}/".startswith(f"{b}/") or f"{b}/".startswith(f"{a}/") for a in some for b in others)


def write(cases: Iterable[tuple[Sequence[suite.Case], Report]]) -> tuple[bytes, list[Table]]:
    """Return a workbook with the tables that the cases of each report change, and which they are."""
    tables: list[Table] = []

    def fill(book: Workbook) -> None:
        for together, report in cases:
            tables.extend(_tables(book, together, report))

    return workbook("", "", fill), tables


def shown(data: bytes, tables: Sequence[Table]) -> Iterator[tuple[Table, Mapping[Place, str]]]:
    """Yield the tables with what a workbook shows in the cells of their verdicts."""
    values = shown_on(data, {table.sheet for table in tables})
    for table in tables:
        yield table, {place: values[table.sheet].get(cell) or "" for place, cell in table.cells.items()}


def shown_on(data: bytes, sheets: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return what sheets of a workbook show, by the names of their cells."""
    # Read only: else openpyxl draws the borders of all merged cells anew, which takes most of the time.
    book = openpyxl.load_workbook(BytesIO(data), data_only=True, read_only=True)
    try:
        filled = {name: (c for row in book[name].iter_rows() for c in row if c.value is not None) for name in sheets}
        return {name: {cell.coordinate: cell.value for cell in cells} for name, cells in filled.items()}
    finally:
        book.close()


class _Printer(FillablePrinter):
    """Leaves out what no verdict is worked out from, for it takes most of the time."""

    def _note(self, *_: Any) -> None:
        pass

    def _restrict(self, *_: Any) -> None:
        pass

    def _mark_totals(self, *_: Any) -> None:
        pass


def _tables(book: Workbook, cases: Sequence[suite.Case], report: Report) -> Iterator[Table]:
    page = compose(sound_sheet_of(report))
    changed = {top_of(change["pointer"]) for case in cases for change in case.data["input"].get("changes", ())}
    changed |= {top_of(case.data.get("at", "")) for case in cases}
    said = _said(page)
    for part in page.parts:
        if part.table is None or part.node.name not in changed:
            continue
        title = f"{cases[0].name} {part.node.name}"[:31]
        own = attrs.evolve(page, parts=(attrs.evolve(part, node=attrs.evolve(part.node, title=title)),))
        printer = _Printer(book, own)
        printer.write_table(printer.add_sheet(title, landscape=False), own.parts[0], part.table)
        (checks,) = printer.checks.values()
        cells = {(c.instance.rule.id, c.instance.at): name(c.spot.row, c.spot.column) for c in checks.all}
        yield Table(cases=cases, sheet=title, cells=cells, expected={place: said.get(place, "") for place in cells})


def _said(page: Page) -> dict[Place, str]:
    """Return what the rules find, in the words of a workbook; where they find nothing, nothing is shown."""
    said: dict[Place, str] = {}
    rules = {rule["id"]: rule for rule in page.sheet.layout.rules["rules"]}
    for finding in evaluate(page.sheet):
        rule = rules.get(finding.rule or "", {})
        if finding.code == "undetermined":
            said[str(finding.rule), finding.pointer] = phrase("guide-open")
        elif rule.get("kind") in ("equation", "inequality"):
            key = _SAYS[rule.get("relation", "=")]
            said[str(finding.rule), finding.pointer] = phrase(key, n=finding.parameters["difference"])
    return said
