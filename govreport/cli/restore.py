"""`govreport restore`: the originals of converted reports."""

import click

from govreport.cli.help import Command
from govreport.cli.path_arguments import PLACE


@click.command("restore", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("--losses", metavar="PATH", type=PLACE)
@click.option("-o", "--output", required=True, metavar="PATH", type=PLACE)
@click.option("--force", is_flag=True)
@click.pass_obj
def command(language: str, paths: tuple[str, ...], losses: str | None, output: str, force: bool) -> int:
    """Restore the original of every converted report at the paths."""
    from govreport.batches.convert import restore_all
    from govreport.cli.loss_messages import run
    from govreport.cli.passed_over import PassedOver

    passed_over = PassedOver()
    outcomes = restore_all(paths, output, losses=losses, replace=force, pass_over=passed_over)
    code = run(outcomes, lambda done: None, language)
    passed_over.tell(language, reads_published=False)
    return code
