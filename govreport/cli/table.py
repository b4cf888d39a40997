"""`govreport table`: reports of any format as rows of one table, for spreadsheets, databases and engines."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govreport import resources
from govreport.cli.configuring.options import configured
from govreport.cli.help import Command
from govreport.cli.limits import limit_options
from govreport.cli.output import STDOUT, output_options
from govreport.cli.path_arguments import PLACE
from govreport.messages import LANGUAGES

if TYPE_CHECKING:
    from govreport.cli.configuring.data import Configuration
    from govreport.documents.limits import Limits

_SHAPES = ("wide", "long", "findings", "indicators")


@click.command("table", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("--to", "layout", type=click.Choice(resources.layouts()), default=resources.layouts()[-1])
@click.option("--shape", type=click.Choice(_SHAPES), default="wide")
@click.option("--labels", type=click.Choice(LANGUAGES))
@click.option("--words", is_flag=True)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1))
@click.option("-q", "--quiet", is_flag=True)
@limit_options
@output_options
@configured
@click.pass_obj
def command(
    language: str,
    paths: tuple[str, ...],
    layout: str,
    shape: Any,
    labels: str | None,
    words: bool,
    jobs: int | None,
    quiet: bool,
    limits: "Limits | None",
    output: str | None,
    force: bool,
    configuration: "Configuration | None",
) -> int:
    """Write rows for every report at the paths; what became of each file is told on standard error."""
    from govreport.cli.tabling import Run, write_table
    from govreport.corpus.writing import Target

    run = Run(paths, language, words=words, jobs=jobs, limits=limits, configuration=configuration, quiet=quiet)
    place = None if output in (None, STDOUT) else Path(output)
    write_table(run, Target(layout, shape, labels), place, force=force)
    return run.end()
