"""`govreport fix`: a report with a repair made that its user has chosen."""

import sys

import click

from govreport.batches.paths import STDIN
from govreport.cli.exits import Exit
from govreport.cli.help import Command
from govreport.cli.input_errors import refuse
from govreport.cli.language import say
from govreport.cli.output import STDOUT, is_same, opened
from govreport.cli.path_arguments import PLACE
from govreport.formats import PUBLISHED_SUFFIXES, suffix
from govreport.validation.gate import LARGEST_DOCUMENT


@click.command("fix", cls=Command)
@click.argument("report", metavar="REPORT", type=PLACE)
@click.option("--repair", "number", required=True, metavar="N", type=click.IntRange(min=1))
@click.option("-o", "--output", required=True, metavar="FILE", type=PLACE)
@click.option("--force", is_flag=True)
@click.pass_context
def command(ctx: click.Context, /, report: str, number: int, output: str, force: bool) -> int:
    """Write a report with one of its repairs made, and tell on standard error what was changed."""
    from govreport.cli.writers.wording import repair as in_words
    from govreport.findings import Change, Finding, Severity
    from govreport.messages import word
    from govreport.model.codec import dumps, structure
    from govreport.repairs.applying import apply
    from govreport.results import Result
    from govreport.validating import validate_bytes
    from govreport.validation.exact import read
    from govreport.validation.reading import read_document

    language: str = ctx.obj
    if output != STDOUT and report != STDIN and is_same(report, output):
        raise click.UsageError(say("repair-in-place", language, path=report), ctx)
    data = sys.stdin.buffer.read(LARGEST_DOCUMENT + 1) if report == STDIN else read_document(report)
    if isinstance(data, bytes) and suffix(report) in PUBLISHED_SUFFIXES:
        data = Finding(code="file-unsupported", severity=Severity.ERROR)
    if not isinstance(data, bytes):
        return refuse(report, Result(findings=(data,)), language)
    members, soundness = read(data)
    if soundness.findings:
        return refuse(report, soundness, language, data)
    result = validate_bytes(data)
    if not result.repairs:
        if result.reaching(Severity.ERROR):
            return refuse(report, result, language, data)
        raise click.UsageError(say("repair-needless", language), ctx)
    if number > len(result.repairs):
        raise click.UsageError(say("repair-number", language, number=number, n=len(result.repairs)), ctx)
    chosen = result.repairs[number - 1]

    def note(change: Change) -> str:
        before = word("blank", "zh") if change.before is None else change.before
        # The note is part of a Chinese document, whoever works on it.
        return say("repair-note", "zh", before=before, after=change.after)

    with opened(output, language, force=force) as destination:
        destination.write_bytes(dumps(structure(apply(members, chosen, note))))
    told = in_words(chosen, result.layout or "", language)
    click.echo(say("repair-done", language, path=output, repair=told), err=True)
    return Exit.CLEAN
