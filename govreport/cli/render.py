"""`govreport render`: a report as the printed form."""

import sys

import click

from govreport.batches.paths import STDIN
from govreport.cli.help import Command
from govreport.cli.input_errors import refuse
from govreport.cli.language import alternatives, say
from govreport.cli.output import opened, output_options
from govreport.cli.path_arguments import PLACE
from govreport.documents.rendering import FORMATS
from govreport.formats import PUBLISHED_SUFFIXES, suffix
from govreport.kinds import KINDS, kind_of
from govreport.validation.gate import LARGEST_DOCUMENT


@click.command("render", cls=Command)
@click.argument("file", metavar="FILE", type=PLACE)
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
    from govreport.cli.left_out import tell_left_out
    from govreport.documents.rendering.render import printed
    from govreport.errors import GovReportError, InvalidReport
    from govreport.findings import Finding, Severity
    from govreport.model.codec import load_any, loads_any
    from govreport.results import Result

    language: str = ctx.obj
    form = form or suffix(output or "").removeprefix(".")
    if form not in FORMATS:
        raise click.UsageError(say("format-needed", language, allowed=alternatives(FORMATS, language)), ctx)
    if formulas and not any(form in kind.formulas for kind in KINDS):
        raise click.UsageError(say("formulas-need-xlsx", language), ctx)
    if suffix(file) in PUBLISHED_SUFFIXES:
        published = Finding(code="file-unsupported", severity=Severity.ERROR)
        return refuse(file, Result(findings=(published,)), language)
    source = sys.stdin.buffer.read(LARGEST_DOCUMENT + 1) if file == STDIN else None
    try:
        document = load_any(file) if source is None else loads_any(source)
        _ask_what_is_printed(document.layout, form, formulas, ctx)
        found = printed(document, form, findings=findings, language=language, formulas=formulas)
    except InvalidReport as error:
        return refuse(file, error.result, language, source)
    # Nothing else is left to fail but the library that writes the format.
    except GovReportError:
        raise click.ClickException(say("writer-missing", language, format=form)) from None
    with opened(output, language, force=force) as destination:
        destination.write_bytes(found.data)
    tell_left_out(document.layout, found.left_out, language)
    return 0


def _ask_what_is_printed(layout: str, form: str, formulas: bool, ctx: click.Context) -> None:
    """Refuse the format or the option that documents of this kind are not printed with."""
    from govreport.form.layout import load_layout

    kind, root, language = kind_of(layout), load_layout(layout).root, ctx.obj
    name = root.title if language == "zh" else root.english
    if not kind.writers:
        raise click.UsageError(say("kind-unprinted", language, document=name), ctx)
    if form not in kind.writers:
        allowed = alternatives(kind.writers, language)
        raise click.UsageError(say("kind-formats", language, document=name, allowed=allowed), ctx)
    if formulas and form not in kind.formulas:
        raise click.UsageError(say("kind-formulas", language, document=name), ctx)
