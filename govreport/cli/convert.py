"""`govreport convert`: reports in another layout, with a file of what that loses."""

import click

from govreport import resources
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.path_arguments import PLACE


@click.command("convert", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("--to", "layout", required=True, type=click.Choice(resources.layouts()))
@click.option("-o", "--output", required=True, metavar="PATH", type=PLACE)
@click.option("--losses", metavar="PATH", type=PLACE)
@click.option("--strict", is_flag=True)
@click.option("--force", is_flag=True)
@click.option("-q", "--quiet", is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    layout: str,
    output: str,
    losses: str | None,
    strict: bool,
    force: bool,
    quiet: bool,
) -> int:
    """Convert every report at the paths, and tell on standard error what is lost."""
    from govreport.batches.convert import Done, convert_all
    from govreport.cli.loss_messages import run, table
    from govreport.cli.passed_over import PassedOver
    from govreport.errors import NoConversion

    language: str = ctx.obj
    passed_over = PassedOver()

    def tell(done: Done) -> None:
        if not quiet:
            click.echo(table(done, language), err=True)

    outcomes = convert_all(paths, layout, output, losses=losses, replace=force, strict=strict, pass_over=passed_over)
    try:
        code = run(outcomes, tell, language)
    except NoConversion as error:
        reason = say("no-conversion", language, source=error.source, target=error.target)
        raise click.UsageError(reason, ctx) from None
    passed_over.tell(language, reads_published=False)
    return code
