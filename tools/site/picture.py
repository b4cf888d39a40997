"""The picture of the home page: a table of a published report, with the cells marked that fail."""

from functools import cache
from html import escape
from pathlib import Path

from govreport.cli.language import say
from govreport.cli.reference import address
from govreport.findings import Finding
from govreport.form.layout import load_layout
from govreport.form.naming import place
from govreport.messages import word
from govreport.model.codec import load, unstructure
from govreport.rules.sheet import read_sheet
from govreport.validating import validate
from tools.site.markup import code, link
from tools.site.tables import table
from tools.site.words import say as site_say

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "contradictions" / "disputes-2023.json"
_TABLE = "/disputes"


def picture(language: str) -> str:
    """Return the table as HTML; a failing cell is marked by a sign and a frame, not by colour alone."""
    report = load(EXAMPLE)
    form = load_layout(report.layout)
    sheet = read_sheet(form, unstructure(report))
    failing = {finding.pointer: number for number, finding in enumerate(_found(), 1)}

    def cell(pointer: str) -> str:
        figure = sheet.figures[pointer]
        shown = "" if figure is None else str(figure)
        if pointer not in failing:
            return f"<td>{shown}</td>"
        number = failing[pointer]
        return f'<td class="failing">{shown}<sup><a href="#found-{number}">※{number}</a></sup></td>'

    return table(form, form.nodes[_TABLE], language, cell, prefix="picture-", named=False)


def findings(language: str) -> str:
    """Return the findings marked in the picture, in words."""
    form = load_layout(load(EXAMPLE).layout)
    items = []
    for number, finding in enumerate(_found(), 1):
        figures = {key: finding.parameters[key] for key in ("expected", "actual")}
        items.append(
            f'<li id="found-{number}">※{number} <b>{word(finding.severity, language)}</b> '
            f"{escape(place(form, finding.pointer, language))}{word('label-colon', language)}"
            f"{escape(finding.message(language))}"
            f"{site_say('aside', language, text=say('expected-actual', language, **figures))} "
            f"{link(address(finding.code), code(finding.code))}</li>"
        )
    return f'<ul class="found">{"".join(items)}</ul>'


@cache
def _found() -> tuple[Finding, ...]:
    return tuple(finding for finding in validate(EXAMPLE).findings if finding.pointer.startswith(_TABLE))
