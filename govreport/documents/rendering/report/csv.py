"""The report as tidy CSV: one row for each place, with its pointer, its labels, and what is printed there.

The columns:

- `pointer`: the place in the report. Besides the cells these are `/layout`, `/year`, `/organ/name`, `/title`,
  `/preamble` and the sections of text, whose paragraphs are lines of `value`;
- `row_zh`, `column_zh`, `row_en`, `column_en`: the labels over a cell, from the outer to the inner;
- `value`, `unit`: the figure and, for an amount, its unit as printed; empty where no figure is printed;
- `mark`, `printed`: what stands in place of a figure, by its kind and as printed;
- `undivided`: for a cell whose figure is printed once for a group, the pointer of the group. The group has a
  row of its own, before its cells, with the figure as `value` and the `label` printed beside it;
- `notes`: the remarks on the place, one on each line;
- `findings`: only where findings are asked for, one on each line.

A text that a spreadsheet would take for a formula is preceded by an apostrophe, and so is a text that begins
with one: a reader takes one apostrophe away. Numbers are written as they are.
"""

import csv
import io
from collections.abc import Sequence

from govreport.documents.rendering.report.grids import printed_figure, printed_unit
from govreport.documents.rendering.report.merging import labels_as_printed
from govreport.documents.rendering.report.page import Page, Part
from govreport.documents.rendering.report.printable import marks_as_printed
from govreport.form.layout import Layout
from govreport.form.naming import STEP
from govreport.formats import no_formula
from govreport.rules.sheet import Sheet

COLUMNS = (
    "pointer",
    "row_zh",
    "column_zh",
    "row_en",
    "column_en",
    "value",
    "unit",
    "mark",
    "printed",
    "undivided",
    "label",
    "notes",
)
FINDINGS = "findings"

Row = dict[str, str]


def write(page: Page) -> bytes:
    """Return the report as UTF-8 with a byte order mark, so that spreadsheets read Chinese."""
    sheet = page.sheet
    layout = sheet.layout
    parts = (*((page.preamble,) if page.preamble else ()), *page.parts)
    notes: dict[str, list[str]] = {}
    for note in (note for part in parts for note in part.notes):
        notes.setdefault(note.pointer, []).append(note.text)
    findings: dict[str, list[str]] = {}
    for remark in (*page.remarks, *(remark for part in parts for remark in part.remarks)):
        findings.setdefault(remark.finding.pointer, []).append(
            f"{remark.severity} {remark.text} [{remark.finding.code}]"
        )
    values = _texts(page, parts) | _figures(sheet)
    target = io.StringIO()
    writer = csv.DictWriter(target, (*COLUMNS, FINDINGS) if findings else COLUMNS, restval="")
    writer.writeheader()
    for pointer in sorted({*values, *notes, *findings}, key=layout.order):
        row = {"pointer": pointer, **_labels(layout, pointer), **values.get(pointer, {})}
        row["notes"] = no_formula("\n".join(notes.get(pointer, ())))
        if findings:
            row[FINDINGS] = no_formula("\n".join(findings.get(pointer, ())))
        writer.writerow(row)
    return target.getvalue().encode("utf-8-sig")


def _texts(page: Page, parts: Sequence[Part]) -> dict[str, Row]:
    values = {
        "/layout": page.sheet.layout.id,
        "/year": str(page.sheet.members["year"]),
        "/organ/name": page.organ,
        "/title": page.title,
    }
    values |= {part.node.pointer: "\n".join(part.paragraphs) for part in parts if part.table is None}
    return {pointer: {"value": no_formula(value)} for pointer, value in values.items()}


def _figures(sheet: Sheet) -> dict[str, Row]:
    marks, labels = marks_as_printed(sheet), labels_as_printed(sheet)
    rows: dict[str, Row] = {}
    for cell, figure in sheet.figures.items():
        if figure is not None:
            rows[cell] = {"value": printed_figure(figure), "unit": printed_unit(cell, sheet)}
        elif cell in marks:
            mark, printed = marks[cell]
            rows[cell] = {"mark": mark, "printed": no_formula(printed)}
        else:
            rows[cell] = {"undivided": sheet.covered[cell]}
    for group, label in labels.items():
        rows[group] = {"value": printed_figure(sheet.undivided[group]), "label": no_formula(label)}
    return rows


def _labels(layout: Layout, pointer: str) -> Row:
    node = layout.nodes.get(pointer)
    if node is None:
        return {}
    # The section's own title is the label of a text; over a cell it would only repeat itself.
    lineage = node.lineage()[1:] or node.lineage()
    down = [n for n in lineage if n.parent is not None and n.parent.axis == "columns"]
    across = [n for n in lineage if n not in down]
    return {
        "row_zh": STEP.join(n.title for n in across if n.title),
        "column_zh": STEP.join(n.title for n in down if n.title),
        "row_en": STEP.join(n.english for n in across if n.english),
        "column_en": STEP.join(n.english for n in down if n.english),
    }
