"""`govreport tasks`: which tasks of a work plan the report mentions."""

from typing import TYPE_CHECKING

import click

from govreport.cli.exits import Exit
from govreport.cli.help import Command
from govreport.cli.limits import limit_options
from govreport.cli.loading import load_any, tell
from govreport.cli.output import opened, output_options
from govreport.cli.path_arguments import PLACE

if TYPE_CHECKING:
    from govreport.documents.limits import Limits


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
    read_plan, of_plan = load_any(plan, lambda data: loads_of(data, WORK_PLAN), lambda found: found.plan, limits)
    read_report, of_report = load_any(report, loads, lambda found: found.report, limits)
    tell(plan, of_plan, None if read_plan else "no-plan-read", language)
    # The tables of a report play no part here, and it would be none without its sections.
    tell(report, () if read_report else of_report, None if read_report else "no-report-read", language)
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
