"""The option --explanations: a file with the organ's reasons, for one published document."""

import click

from govreport.batches.paths import is_single
from govreport.cli.language import say


def check_explanations(paths: tuple[str, ...], explanations: str | None, ctx: click.Context) -> None:
    """Raise click.UsageError where a file with explanations is given for anything but one document."""
    if explanations is not None and (len(paths) != 1 or not is_single(paths[0])):
        raise click.UsageError(say("explanations-one", ctx.obj), ctx)
