"""`render`: a report as the printed form, in one of several formats."""

from collections.abc import Sequence
from typing import Any

import attrs

from govreport.documents.rendering import FORMATS
from govreport.errors import GovReportError
from govreport.findings import Finding
from govreport.kinds import kind_of, resolve
from govreport.model.registry import Document
from govreport.model.sheets import sheet_of, sound_sheet_of
from govreport.rules.sheet import Sheet
from govreport.validation.exact import examine_sheet


@attrs.frozen(kw_only=True)
class Print:
    """The printed form of a report: its bytes, and the pointers of what the report holds and they do not carry."""

    data: bytes = attrs.field(repr=False)
    left_out: tuple[str, ...]


def render(
    report: Document, format: str, *, findings: bool = False, language: str = "zh", formulas: bool = False
) -> bytes:
    """Return a report as the printed form, in the `format` "html", "docx", "xlsx", "md" or "csv".

    A work plan is printed as the notice, the text and the table of tasks, in "html" or "xlsx".

    With `findings` the rules are asked of the report, and each error and warning is marked where it stands, with its
    message in `language` ("zh" or "en"). With `formulas` a workbook has formulas for the totals that are
    blank or right, so that it can be filled in. The same report gives the same bytes.

    Raises InvalidReport where the object holds what no report may hold, ValueError for an unknown format, for one
    in which plans are not printed, or for formulas in any but "xlsx" or in a plan, and GovReportError where the
    library for the format is not installed.
    """
    return printed(report, format, findings=findings, language=language, formulas=formulas).data


def printed(
    report: Document,
    format: str,
    *,
    findings: bool | Sequence[Finding] = False,
    language: str = "zh",
    formulas: bool = False,
) -> Print:
    """Return the printed form as `render` makes it, together with what it does not carry; raises as `render` does.

    `findings` may be those that are at hand, such as those of the rules between the reports of two years.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; known are {', '.join(FORMATS)}")
    kind = kind_of(report.layout)
    if format not in kind.writers or kind.composer is None:
        known = f", but as {' or '.join(kind.writers)}" if kind.writers else ""
        raise ValueError(f"a {kind.noun} is not printed as {format!r}{known}")
    if formulas and format not in kind.formulas:
        raise ValueError("only the workbook (xlsx) of a report has formulas")
    sheet = sound_sheet_of(report)
    if isinstance(findings, bool):
        findings = examine_sheet(sheet).findings if findings else ()
    page = resolve(kind.composer)(sheet, findings, language)
    try:
        writer: Any = resolve((kind.formulas if formulas else kind.writers)[format])
    except ModuleNotFoundError as error:
        raise GovReportError(f'{error.name} is not installed; pip install "govreport[documents]"') from error
    return Print(data=writer.write(page), left_out=_left_out(sheet))


def left_out(report: Document) -> tuple[str, ...]:
    """Return the pointers of what a report holds and its print does not carry."""
    return _left_out(sheet_of(report))


def _left_out(sheet: Sheet) -> tuple[str, ...]:
    home = kind_of(sheet.layout.id).left_out
    return () if home is None else tuple(resolve(home)(sheet))
