"""Workbooks in which every sheet is the table of one case of the conformance suite, and what the rules say of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
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
    """The table of a case: on which sheet it stands, in which cell each verdict, and what the rules say of it."""

    case: suite.Case
    sheet: str
    cells: Mapping[Place, str]
    expected: Mapping[Place, str]


def arithmetic_cases() -> Iterator[tuple[suite.Case, Report]]:
    """Yield the cases about sums and blanks, with the reports that they describe."""
    for case in suite.cases("rules", "blanks"):
        if case.group == "rules" and (case.rule is None or case.rule[0] not in SUMS):
            continue
        # What is no report cannot be printed.
        with suppress(InvalidReport):
            yield case, loads(suite.written(suite.document(case.data["input"])))


def write(cases: Sequence[tuple[suite.Case, Report]]) -> tuple[bytes, list[Table]]:
    """Return a workbook with the tables that the cases change, and which they are."""
    tables: list[Table] = []

    def fill(book: Workbook) -> None:
        for case, report in cases:
            tables.extend(_tables(book, case, report))

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


def _tables(book: Workbook, case: suite.Case, report: Report) -> Iterator[Table]:
    page = compose(sound_sheet_of(report))
    changed = {top_of(change["pointer"]) for change in case.data["input"].get("changes", ())}
    changed.add(top_of(case.data.get("at", "")))
    said = _said(page)
    for part in page.parts:
        if part.table is None or part.node.name not in changed:
            continue
        title = f"{case.name} {part.node.name}"[:31]
        own = attrs.evolve(page, parts=(attrs.evolve(part, node=attrs.evolve(part.node, title=title)),))
        printer = _Printer(book, own)
        printer.write_table(printer.add_sheet(title, landscape=False), own.parts[0], part.table)
        (checks,) = printer.checks.values()
        cells = {(c.instance.rule.id, c.instance.at): name(c.spot.row, c.spot.column) for c in checks.all}
        yield Table(case=case, sheet=title, cells=cells, expected={place: said.get(place, "") for place in cells})


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
