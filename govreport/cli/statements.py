"""`govreport statements`: every figure of a report's text, what it means, and whether the tables agree."""

from typing import TYPE_CHECKING

import click

from govreport.cli.configuring.options import configured
from govreport.cli.exits import Exit
from govreport.cli.given import given_options
from govreport.cli.help import Command
from govreport.cli.limits import limit_options
from govreport.cli.loading import load_any, tell
from govreport.cli.output import opened, output_options
from govreport.cli.path_arguments import PLACE

if TYPE_CHECKING:
    from govreport.cli.configuring.data import Configuration
    from govreport.documents.limits import Limits
    from govreport.given import Given


@click.command("statements", cls=Command)
@click.argument("report", metavar="REPORT", type=PLACE)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
@given_options
@limit_options
@output_options
@configured
@click.pass_obj
def command(
    language: str,
    /,
    report: str,
    form: str,
    limits: "Limits | None",
    given: "Given",
    output: str | None,
    force: bool,
    configuration: "Configuration | None",
) -> int:
    """Write what the text of a report says of its tables; say on standard error what cannot be read."""
    from govreport.cli.stating import lines
    from govreport.documents.limits import Limits
    from govreport.model.codec import loads
    from govreport.statements.writing import write_statements
    from govreport.stating import read_statements

    if configuration is not None:
        given = given._replace(organs=configuration.organs)
    found, problems = load_any(report, loads, lambda extraction: extraction.report, limits or Limits(), given)
    tell(report, () if found else problems, None if found else "no-report-read", language)
    if found is None:
        return Exit.REFUSED
    statements = read_statements(found)
    with opened(output, language, force=force) as destination:
        if form == "json":
            destination.write_bytes(write_statements(found.organ.name, found.year, found.layout, statements))
        else:
            destination.write("\n".join(lines(statements, found, language)) + "\n")
    return Exit.CLEAN
