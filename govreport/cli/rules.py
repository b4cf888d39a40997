"""`govreport rules`: the rules of a layout, as a table or as the file that states them."""

import click

from govreport import resources
from govreport.cli.help import Command
from govreport.cli.output import Output


@click.command("rules", cls=Command)
@click.argument("layout", metavar="LAYOUT", type=click.Choice(resources.documents()), default=resources.layouts()[-1])
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text")
@click.pass_obj
def command(language: str, layout: str, form: str) -> None:
    """Print the rules of a layout, the newest one of the report if none is given."""
    output = Output()
    if form == "json":
        output.write_bytes((resources.schema_root() / layout / "rules.json").read_bytes())
    else:
        from govreport.cli.describing import rule_table

        output.write("\n".join(rule_table(layout, language)) + "\n")
