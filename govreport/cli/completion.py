"""`govreport completion`: the script that teaches a shell to complete commands, options and codes."""

import click

from govreport.cli.help import Command
from govreport.cli.output import Output

SHELLS = ("bash", "zsh", "fish")
PROGRAM, VARIABLE = "govreport", "_GOVREPORT_COMPLETE"


@click.command("completion", cls=Command)
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell."""
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None  # click has one for each of SHELLS
    completer = kind(ctx.find_root().command, {}, PROGRAM, VARIABLE)
    # That of bash would start a bash first, to see how old it is.
    Output().write(ShellComplete.source(completer) + "\n")
