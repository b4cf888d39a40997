"""`render`: a report as the printed form, in one of several formats."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from govreport.documents.rendering import FORMATS, PLAN_FORMATS
from govreport.documents.rendering.plan.page import compose_plan
from govreport.documents.rendering.report.merging import drawable
from govreport.documents.rendering.report.page import compose
from govreport.errors import GovReportError
from govreport.form.layout import load_layout
from govreport.model.codec import dumps, unstructure
from govreport.model.registry import Report
from govreport.model.workplan import WorkPlan
from govreport.rules.sheet import read_sheet
from govreport.validating import validate

# The members that are printed; of the organ only its name is.
_PRINTED = frozenset({"layout", "year", "organ", "title", "period", "published", "marks", "undivided", "notes"})

# The members of a work plan that are about the document and are not printed.
_NO_PART_OF_PLANS = frozenset({"$schema", "source", "explanations", "extensions"})


def render(
    report: Report | WorkPlan, format: str, *, findings: bool = False, language: str = "zh", formulas: bool = False
) -> bytes:
    """Return a report as the printed form, in the `format` "html", "docx", "xlsx", "md" or "csv".

    A work plan is printed as the notice, the text and the table of tasks, in "html" or "xlsx".

    With `findings` the report is validated, and each error and warning is marked where it stands, with its
    message in `language` ("zh" or "en"). With `formulas` a workbook has formulas for the totals that are
    blank or right, so that it can be filled in. The same report gives the same bytes.

    Raises InvalidReport where the object holds what no report may hold, ValueError for an unknown format, for one
    in which plans are not printed, or for formulas in any but "xlsx" or in a plan, and GovReportError where the
    library for the format is not installed.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; known are {', '.join(FORMATS)}")
    is_plan = isinstance(report, WorkPlan)
    if is_plan and format not in PLAN_FORMATS:
        raise ValueError(f"a work plan is not printed as {format!r}, but as {' or '.join(PLAN_FORMATS)}")
    if formulas and (format != "xlsx" or is_plan):
        raise ValueError("only the workbook (xlsx) of a report has formulas")
    dumps(report)  # refuses what is no report
    found = validate(report).findings if findings else ()
    page = compose_plan(report, found, language) if isinstance(report, WorkPlan) else compose(report, found, language)
    try:
        writer: Any = import_module(f"govreport.documents.rendering.{(PLAN_FORMATS if is_plan else FORMATS)[format]}")
    except ModuleNotFoundError as error:
        raise GovReportError(f'{error.name} is not installed; pip install "govreport[documents]"') from error
    data: bytes = writer.write(page, formulas=True) if formulas else writer.write(page)
    return data


def left_out(report: Report | WorkPlan) -> tuple[str, ...]:
    """Return the pointers of what a report holds and its print does not carry."""
    return tuple(_left_out_of_plan(report) if isinstance(report, WorkPlan) else _left_out(report))


def _left_out(report: Report) -> Iterator[str]:
    members = unstructure(report)
    layout = load_layout(report.layout)
    sections = {node.name for node in layout.root.children if node.is_section}
    for name in members:
        if name == "organ":
            yield from (f"/organ/{detail}" for detail in members["organ"] if detail != "name")
        elif name not in _PRINTED | sections:
            yield f"/{name}"
    shown = drawable(read_sheet(layout, members))
    for number, entry in enumerate(members.get("undivided", ())):
        if entry["pointer"] not in shown:
            yield f"/undivided/{number}"


def _left_out_of_plan(plan: WorkPlan) -> Iterator[str]:
    members = unstructure(plan)
    yield from (f"/organ/{detail}" for detail in members["organ"] if detail != "name")
    yield from (f"/{name}" for name in members if name in _NO_PART_OF_PLANS)
    if "table_title" in members and not members["groups"]:
        yield "/table_title"
