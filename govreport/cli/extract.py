"""`govreport extract`: published documents to reports in JSON."""

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport.cli.display import shown
from govreport.cli.exits import INTERNAL, Exit
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.output import STDOUT
from govreport.cli.progress import Progress
from govreport.documents.detecting import FORMATS

if TYPE_CHECKING:
    from typing import Literal

    from govreport.documents.batch import Extracted, Task
    from govreport.documents.detecting import Format

_CODES = {"whole": Exit.CLEAN, "skipped": Exit.CLEAN, "part": Exit.FINDINGS, "none": Exit.REFUSED}


@click.command("extract", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("-o", "--output", metavar="PATH", type=click.Path())
@click.option("--evidence", metavar="PATH", type=click.Path())
@click.option("--format", "form", type=click.Choice(["auto", *FORMATS]), default="auto")
@click.option("--force", is_flag=True)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1), default=1)
@click.option("-q", "--quiet", is_flag=True)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    output: str | None,
    evidence: str | None,
    form: "Format | Literal['auto']",
    force: bool,
    jobs: int,
    quiet: bool,
) -> int:
    """Read every document at the paths, write its report, and tell on standard error what could not be read."""
    from govreport.documents.batch import extract_all

    language: str = ctx.obj
    with tempfile.TemporaryDirectory() as folder:
        to_screen = output in (None, STDOUT)
        tasks = _tasks(paths, Path(folder, "report.json") if to_screen else Path(str(output)), evidence)
        if to_screen and len(tasks) > 1:
            raise click.UsageError(say("output-needed", language), ctx)
        code, done = Exit.CLEAN if tasks else Exit.REFUSED, 0
        progress = Progress(lambda: len(tasks), lambda: done, language, shares_screen=True)
        write = progress.before(lambda text: click.echo(text, err=True))
        for extracted in progress.follow(extract_all(tasks, format=form, replace=force, jobs=jobs)):
            done += 1
            is_internal = any(finding.code == INTERNAL for finding in extracted.findings)
            code = max(code, Exit.INTERNAL if is_internal else _CODES[extracted.outcome])
            if not quiet or extracted.outcome in ("part", "none"):
                write(_told(extracted, language))
            if to_screen and extracted.output.exists():
                sys.stdout.flush()
                sys.stdout.buffer.write(extracted.output.read_bytes())
        return code


def _tasks(paths: tuple[str, ...], output: Path, evidence: str | None) -> "list[Task]":
    """Return one task for a file that goes to a file, else a task for each document that goes into a folder."""
    from govreport.documents.batch import Task, plan

    place = Path(evidence) if evidence else None
    is_single = len(paths) == 1 and not Path(paths[0]).is_dir() and not output.is_dir()
    if is_single:
        return [Task(Path(paths[0]), output, place)]
    return plan(paths, output, place)


def _told(extracted: "Extracted", language: str) -> str:
    lines = [say(f"extracted-{extracted.outcome}", language, path=extracted.path, output=extracted.output)]
    lines += [f"    {finding.message(language)} [{finding.code}] {finding.pointer}" for finding in extracted.findings]
    return "\n".join(shown(line.rstrip()) for line in lines)
