"""`govreport diff`: what differs between two reports, in words of the print."""

from typing import TYPE_CHECKING

import click

from govreport import resources
from govreport.cli.exits import Exit
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.limits import limit_options
from govreport.cli.output import opened, output_options
from govreport.cli.path_arguments import PLACE

if TYPE_CHECKING:
    from govreport.batches.loading import Loaded
    from govreport.documents.limits import Limits

FORMATS = ("text", "json", "html")


@click.command("diff", cls=Command)
@click.argument("old", metavar="OLD", type=PLACE)
@click.argument("new", metavar="NEW", type=PLACE)
@click.option("--layout", type=click.Choice(resources.layouts()))
@click.option("--format", "form", type=click.Choice(FORMATS))
@limit_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    old: str,
    new: str,
    layout: str | None,
    form: str | None,
    limits: "Limits | None",
    output: str | None,
    force: bool,
) -> int:
    """Write what differs between two reports; the exit code says whether anything does."""
    from govreport.cli.differing import lines, page
    from govreport.errors import NoConversion
    from govreport.formats import suffix
    from govreport.reviews.differences import compare
    from govreport.reviews.writing import write_comparison

    language: str = ctx.obj
    older, newer = (_load(path, limits, language) for path in (old, new))
    if older is None or newer is None or older.report is None or newer.report is None:
        return Exit.REFUSED
    named = suffix(output or "").removeprefix(".")
    form = form or (named if named in FORMATS else "text")
    try:
        comparison = compare(older.report, newer.report, layout, hashes=(older.sha256 or "",))
    except NoConversion as error:
        reason = say("no-conversion", language, source=error.source, target=error.target)
        raise click.UsageError(reason, ctx) from None
    with opened(output, language, force=force) as destination:
        if form == "json":
            destination.write_bytes(write_comparison(comparison, old, new, language))
        elif form == "html":
            destination.write_bytes(page(comparison, (older.report, newer.report), (old, new), language))
        else:
            destination.write("\n".join(lines(comparison, (older.report, newer.report), (old, new), language)) + "\n")
    return Exit.FINDINGS if comparison.differences else Exit.CLEAN


def _load(path: str, limits: "Limits | None", language: str) -> "Loaded | None":
    """Return the report at a path; what cannot be read of it is told of on standard error."""
    from govreport.batches.loading import load_all
    from govreport.cli.input_errors import telling_faults

    found: Loaded | None = None
    with telling_faults(language) as faults:
        for number, loaded in enumerate(load_all([path], limits=limits, jobs=1)):
            if loaded.outcome is not None:
                faults.tell(loaded.outcome)
            if number:
                raise click.UsageError(say("one-report", language, path=path), click.get_current_context())
            found = loaded
    return found
