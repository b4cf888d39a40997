"""`govreport explain`: what a code means, and how to mend what it tells of."""

import sys
from itertools import chain

import click

from govreport.cli import codes
from govreport.cli.help import Command
from govreport.cli.output import Output
from govreport.cli.streams import columns
from govreport.messages import word

# Longer lines are hard to read.
_WIDEST = 100


@click.command("explain", cls=Command)
@click.argument("code", required=False, metavar="[CODE]", shell_complete=codes.complete)
@click.pass_context
def command(ctx: click.Context, code: str | None) -> None:
    """Print what is to be known of a code, or the list of all codes."""
    from govreport.cli.describing import code_table, describe_code
    from govreport.cli.reference import installed, link

    if code is None:
        lines = code_table(ctx.obj)
    else:
        codes.require(code, ctx)
        lines = describe_code(code, ctx.obj, min(columns(sys.stdout), _WIDEST))
        # A link that leads nowhere helps nobody.
        if installed() is not None:
            reference = word("reference", ctx.obj) + word("label-colon", ctx.obj) + link(code, ctx.obj)
            lines = chain(lines, ["", reference])
    Output().write("\n".join(lines) + "\n")
