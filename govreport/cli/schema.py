"""`govreport schema`: the JSON Schema of a layout, as it is, or what other languages and engines need of it."""

import click

from govreport import resources
from govreport.cli.help import Command
from govreport.cli.language import alternatives, say
from govreport.cli.output import opened, output_options
from govreport.kinds import schema_file

FORMS = ("json", "named", "typescript", "arrow", "table-schema")
# These describe the wide table of reports.
_OF_TABLES = frozenset({"arrow", "table-schema"})


@click.command("schema", cls=Command)
@click.argument("layout", metavar="LAYOUT", type=click.Choice(resources.documents()))
@click.option("--as", "form", type=click.Choice(FORMS), default="json")
@output_options
@click.pass_context
def command(ctx: click.Context, /, layout: str, form: str, output: str | None, force: bool) -> None:
    """Write the schema of a layout: the file byte for byte, or what is made from it."""
    language: str = ctx.obj
    if form in _OF_TABLES and layout not in resources.layouts():
        allowed = alternatives(resources.layouts(), language)
        raise click.UsageError(say("schema-no-table", language, form=form, allowed=allowed), ctx)
    data = _made(layout, form, language)
    with opened(output, language, force=force) as destination:
        destination.write_bytes(data)


def _made(layout: str, form: str, language: str) -> bytes:
    if form == "typescript":
        from govreport.cli.schemas.typescript import typescript

        return typescript(layout).encode()
    if form == "named":
        from govreport.cli.schemas.named import named
        from govreport.corpus.codebook import written

        return written(named(layout))
    if form == "table-schema":
        from govreport.corpus.codebook import table_schema, written
        from govreport.corpus.writing import Target

        return written(table_schema("reports.csv", Target(layout)))
    if form == "arrow":
        return _arrow(layout, language)
    return (resources.schema_root() / schema_file(layout)).read_bytes()


def _arrow(layout: str, language: str) -> bytes:
    """Return the schema of the wide table as an IPC message; raises click.ClickException where Arrow is missing."""
    try:
        from govreport.corpus.arrow import schema
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "pyarrow":
            raise
        raise click.ClickException(say("table-extra", language, suffix="arrow", extra="arrow")) from None
    data: bytes = schema(layout).serialize().to_pybytes()
    return data
