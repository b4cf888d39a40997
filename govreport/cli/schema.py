"""`govreport schema`: the JSON Schema of a layout, as it is."""

import click

from govreport import resources
from govreport.cli.help import Command
from govreport.cli.output import Output
from govreport.kinds import schema_file


@click.command("schema", cls=Command)
@click.argument("layout", metavar="LAYOUT", type=click.Choice(resources.documents()))
def command(layout: str) -> None:
    """Print the schema file of a layout, byte for byte."""
    data = (resources.schema_root() / schema_file(layout)).read_bytes()
    Output().write_bytes(data)
