"""`govreport tasks`: which tasks of a work plan the report mentions."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from govreport.cli.exits import Exit
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.limits import limit_options
from govreport.cli.output import opened, output_options
from govreport.cli.path_arguments import PLACE

if TYPE_CHECKING:
    from govreport.documents.extraction import Extraction
    from govreport.documents.limits import Limits
    from govreport.findings import Finding

_Document = TypeVar("_Document")


@click.command("tasks", cls=Command)
@click.argument("plan", metavar="PLAN", type=PLACE)
@click.argument("report", metavar="REPORT", type=PLACE)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
@limit_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    plan: str,
    report: str,
    form: str,
    limits: "Limits | None",
    output: str | None,
    force: bool,
) -> int:
    """Write which tasks of a plan a report mentions; tell on standard error of what cannot be read."""
    from govreport.cli.mentioning import lines
    from govreport.documents.limits import Limits
    from govreport.errors import UnrelatedReport
    from govreport.kinds import WORK_PLAN
    from govreport.mentions import mentions
    from govreport.mentions.records import write_mentions
    from govreport.model.codec import loads, loads_of

    language: str = ctx.obj
    limits = limits or Limits()
    read_plan, of_plan = _read(plan, lambda data: loads_of(data, WORK_PLAN), lambda found: found.plan, limits)
    read_report, of_report = _read(report, loads, lambda found: found.report, limits)
    _tell(plan, of_plan, None if read_plan else "no-plan-read", language)
    # The tables of a report play no part here, and it would be none without its sections.
    _tell(report, () if read_report else of_report, None if read_report else "no-report-read", language)
    if read_plan is None or read_report is None:
        return Exit.REFUSED
    try:
        found = mentions(read_plan, read_report)
    except UnrelatedReport as error:
        raise click.UsageError(error.message(language), ctx) from None
    with opened(output, language, force=force) as destination:
        if form == "json":
            destination.write_bytes(write_mentions(found))
        else:
            destination.write("\n".join(lines(found, read_report.layout, language)) + "\n")
    return Exit.CLEAN


def _read(
    path: str,
    decode: Callable[[bytes], _Document],
    extracted: "Callable[[Extraction], _Document | None]",
    limits: "Limits",
) -> "tuple[_Document | None, tuple[Finding, ...]]":
    """Return a document in JSON or in a published format, None where there is none, and what is to be told of it."""
    from govreport.batches.apart import extract_apart
    from govreport.documents.limits import UnreadableDocument
    from govreport.errors import InvalidReport
    from govreport.formats import DOCUMENT_SUFFIXES, suffix
    from govreport.validation.reading import read_document

    data = read_document(Path(path), limits.file_size)
    if not isinstance(data, bytes):
        return None, (data,)
    try:
        limits.check("file_size", len(data))
        if suffix(path) in DOCUMENT_SUFFIXES or data.lstrip().startswith(b"{"):
            return decode(data), ()
        extraction = extract_apart(path, limits=limits)
    except InvalidReport as error:
        return None, error.result.findings
    except UnreadableDocument as error:
        return None, (error.finding,)
    return extracted(extraction), extraction.problems


def _tell(path: str, findings: "tuple[Finding, ...]", refusal: str | None, language: str) -> None:
    """Tell on standard error what was found in a document, and where nothing could be made of it, that."""
    from govreport.batches.validate import Checked
    from govreport.cli.input_errors import telling_faults

    if findings:
        with telling_faults(language) as faults:
            faults.tell(Checked(path, None, None, findings))
    if refusal is not None:
        click.echo(say(refusal, language, path=path), err=True)
