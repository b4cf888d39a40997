"""`govreport validate`: check reports and tell what was found."""

import sys
from typing import TYPE_CHECKING

import click

from govreport.cli import codes
from govreport.cli.beside import beside
from govreport.cli.configuring.options import configured
from govreport.cli.configuring.telling import Telling
from govreport.cli.drafting import progress_of, without_blanks
from govreport.cli.exits import FAIL_ON, Verdict
from govreport.cli.explaining import check_explanations
from govreport.cli.given import given_options
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.limits import limit_options
from govreport.cli.marking import check_mark, write_marked
from govreport.cli.output import opened, output_options
from govreport.cli.path_arguments import PLACE
from govreport.cli.progress import Progress
from govreport.cli.selecting import Selection
from govreport.cli.streams import columns, has_colours, is_terminal
from govreport.cli.summary import Summary
from govreport.cli.writers import FORMATS, Manner, open_writer

if TYPE_CHECKING:
    from govreport.batches.archive import Archive
    from govreport.batches.outcomes import Checked
    from govreport.cli.comparing import Comparison
    from govreport.cli.configuring.data import Configuration
    from govreport.documents.limits import Limits
    from govreport.given import Given


@click.command("validate", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text")
@click.option("--fail-on", type=click.Choice(FAIL_ON), default="error")
@click.option("--select", multiple=True, metavar="CODE", callback=codes.check, shell_complete=codes.complete)
@click.option("--ignore", multiple=True, metavar="CODE", callback=codes.check, shell_complete=codes.complete)
@click.option("--previous", multiple=True, metavar="PATH", type=PLACE)
@click.option("--bodies", multiple=True, metavar="PATH", type=PLACE)
@click.option("--explanations", metavar="FILE", type=PLACE)
@click.option("--baseline", metavar="FILE", type=PLACE)
@click.option("--write-baseline", metavar="FILE", type=PLACE)
@click.option("--compare", metavar="FILE", type=PLACE)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1))
@click.option("--draft", is_flag=True)
@click.option("--mark", metavar="FILE", type=PLACE)
@given_options
@limit_options
@output_options
@click.option("-q", "--quiet", is_flag=True)
@click.option("-v", "--verbose", is_flag=True)
@configured
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    form: str,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    previous: tuple[str, ...],
    bodies: tuple[str, ...],
    explanations: str | None,
    baseline: str | None,
    write_baseline: str | None,
    compare: str | None,
    jobs: int | None,
    draft: bool,
    mark: str | None,
    limits: "Limits | None",
    given: "Given",
    output: str | None,
    force: bool,
    quiet: bool,
    verbose: bool,
    configuration: "Configuration | None",
) -> int:
    """Check every document at the paths, write what was found, and return the exit code."""
    from govreport.batches import validate as batch

    language: str = ctx.obj
    if quiet and verbose:
        raise click.UsageError(say("quiet-and-verbose", language), ctx)
    check_explanations(paths, explanations, ctx)
    check_mark(paths, mark, output, force=force, ctx=ctx)
    to_screen = output is None and is_terminal(sys.stdout)
    manner = Manner(language, quiet, verbose, to_screen and has_colours(sys.stdout), columns(sys.stdout))
    marked: list[Checked] = []  # one at most, and of one file only
    summary, verdict, selection = Summary(), Verdict(fail_on), Selection(select, ignore)
    telling = Telling(configuration, baseline, write_baseline, language, force=force)
    previous = previous or telling.configuration.previous
    progress = Progress(lambda: batch.count(paths), lambda: summary.files, language, shares_screen=to_screen)
    with (
        opened(output, language, force=force) as destination,
        beside(previous, limits, verdict, language) as earlier,
        beside(bodies, limits, verdict, language) as summed_up,
    ):
        comparison = _comparison(compare, selection, earlier, summed_up, language)
        writer = open_writer(form, progress.before(destination.write), manner)
        tell = progress.before(lambda text: click.echo(text, err=True))
        writer.begin()
        outcomes = batch.check_all(
            paths,
            jobs=jobs,
            limits=limits,
            ignored=selection.unasked,
            given=given._replace(organs=telling.configuration.organs),
            pass_over=summary.passed_over,
            previous=earlier,
            bodies=summed_up,
            explanations=explanations,
        )
        for outcome in progress.follow(outcomes):
            if draft:
                if filled := progress_of(outcome, language):
                    tell(filled)
                outcome = without_blanks(outcome)
            checked = telling.of(selection.of(outcome))
            if comparison is not None:
                checked = comparison.of(checked)
            summary.add(checked)
            verdict.add(checked)
            writer.document(checked)
            if mark is not None:
                marked.append(checked)
        if comparison is not None:
            summary.compared = comparison.tally()
        writer.end(summary)
        telling.close()
    for checked in marked:
        write_marked(mark or "", checked, manner, limits, force=force)
    return verdict.code


def _comparison(
    path: str | None, selection: Selection, previous: "Archive | None", bodies: "Archive | None", language: str
) -> "Comparison | None":
    """Return what holds the run against an earlier one, None where that is not asked for."""
    if path is None:
        return None
    from govreport.cli.comparing import Comparison, unasked

    codes = unasked(has_previous=previous is not None, has_bodies=bodies is not None)
    return Comparison(path, language, selection, codes)
