"""`govreport render`: a report as the printed form."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport.cli.exits import Verdict
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.output import STDOUT, opened, output_options
from govreport.documents.rendering import FORMATS
from govreport.messages import word

if TYPE_CHECKING:
    from govreport.validation.result import Result


@click.command("render", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--format", "form", type=click.Choice(list(FORMATS)))
@click.option("--findings", is_flag=True)
@click.option("--formulas", is_flag=True)
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    file: str,
    form: str | None,
    findings: bool,
    formulas: bool,
    output: str | None,
    force: bool,
) -> int:
    """Write the printed form of one report, and tell on standard error what it does not carry."""
    from govreport.documents.rendering.render import left_out, render
    from govreport.errors import GovReportError, InvalidReport
    from govreport.form.layout import load_layout
    from govreport.form.naming import place
    from govreport.model.codec import load, loads

    language: str = ctx.obj
    form = form or Path(output or "").suffix.lower().removeprefix(".")
    if form not in FORMATS:
        allowed = word("or", language).join(FORMATS)
        raise click.UsageError(say("not-a-choice", language, name="--format", allowed=allowed), ctx)
    if formulas and form != "xlsx":
        raise click.UsageError(say("formulas-need-xlsx", language), ctx)
    try:
        report = loads(sys.stdin.buffer.read()) if file == STDOUT else load(file)
        data = render(report, form, findings=findings, language=language, formulas=formulas)
    except InvalidReport as error:
        return _refuse(file, error.result, language)
    except GovReportError as error:
        raise click.UsageError(str(error), ctx) from None
    with opened(output, language, force=force) as destination:
        destination.write_bytes(data)
    layout = load_layout(report.layout)
    lost = [place(layout, pointer, language) for pointer in left_out(report)]
    if lost:
        click.echo(say("left-out", language, places=word("list-comma", language).join(lost)), err=True)
    return 0


def _refuse(file: str, result: "Result", language: str) -> int:
    """Tell on standard error why a file is no report, and return the exit code for it."""
    from govreport.cli.summary import Summary
    from govreport.cli.writers import Manner, open_writer
    from govreport.validation.batch import Checked

    checked = Checked(file, None, result.layout, result.findings)
    summary, verdict = Summary(), Verdict("error")
    summary.add(checked)
    verdict.add(checked)
    writer = open_writer("text", lambda text: click.echo(text, nl=False, err=True), Manner(language))
    writer.document(checked)
    writer.end(summary)
    return verdict.code
