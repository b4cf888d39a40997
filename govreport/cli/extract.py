"""`govreport extract`: published documents to reports in JSON."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport.batches.paths import STDIN, is_single
from govreport.cli.configuring.options import configured
from govreport.cli.display import shown
from govreport.cli.exits import INTERNAL, Exit
from govreport.cli.given import given_options
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.limits import advise, limit_options
from govreport.cli.output import STDOUT, Output, refuse_to_replace
from govreport.cli.passed_over import PassedOver
from govreport.cli.path_arguments import PLACE
from govreport.cli.progress import Progress
from govreport.cli.system_errors import reason
from govreport.formats import FORMATS, LINES_SUFFIXES, suffix
from govreport.messages import word

if TYPE_CHECKING:
    from typing import Literal

    from govreport.batches.extract import Extracted, ExtractJob
    from govreport.cli.configuring.data import Configuration
    from govreport.documents.limits import Limits
    from govreport.formats import Format
    from govreport.given import Given

_CODES = {
    "whole": Exit.CLEAN,
    "taken": Exit.CLEAN,
    "other": Exit.CLEAN,
    "skipped": Exit.CLEAN,
    "part": Exit.FINDINGS,
    "unwritten": Exit.USAGE,
    "none": Exit.REFUSED,
}
_MARGIN = "    "


@click.command("extract", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("-o", "--output", metavar="PATH", type=PLACE)
@click.option("--evidence", metavar="PATH", type=PLACE)
@click.option("--format", "form", type=click.Choice(["auto", *FORMATS]), default="auto")
@click.option("--force", is_flag=True)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1), default=1)
@given_options
@limit_options
@configured
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
    limits: "Limits | None",
    given: "Given",
    quiet: bool,
    configuration: "Configuration | None",
) -> int:
    """Read every document at the paths, write its report, and tell on standard error what could not be read."""
    from govreport.batches.extract import SameOutput, extract_all
    from govreport.documents.limits import Limits

    language: str = ctx.obj
    limits = limits or Limits()
    if configuration is not None:
        given = given._replace(organs=configuration.organs)
    passed_over = PassedOver()
    to_screen = output in (None, STDOUT)
    place = Path(STDOUT if output is None else output)
    try:
        tasks = _tasks(paths, place, evidence, passed_over, limits)
    except SameOutput as same:
        reason = say("same-output", language, first=same.first, second=same.second, output=same.output)
        raise click.UsageError(reason, ctx) from None
    if evidence is not None and not to_screen and place.resolve() == Path(evidence).resolve():
        raise click.UsageError(say("same-place", language, path=evidence), ctx)
    # Only a folder is filled up; a single file that is there may be of another document, and its exit
    # code would say that this one was read.
    if not force and not to_screen and [task.output for task in tasks] == [place]:
        refuse_to_replace(place, language)
    if to_screen and len(tasks) > 1:
        raise click.UsageError(say("output-needed", language), ctx)
    if len(tasks) > 1 and place.exists() and not place.is_dir():
        raise click.UsageError(say("output-no-folder", language, path=place), ctx)
    if to_screen:
        tasks = [task._replace(output=None) for task in tasks]
    code, counts = Exit.CLEAN, Counter[str]()
    progress = Progress(lambda: len(tasks), counts.total, language, shares_screen=True)
    write = progress.before(lambda text: click.echo(text, err=True))
    read = extract_all(tasks, format=form, replace=force, jobs=jobs, limits=limits, given=given)
    for extracted in progress.follow(read):
        counts[extracted.outcome] += 1
        is_internal = any(finding.code == INTERNAL for finding in extracted.findings)
        outcome = "part" if not extracted.was_whole else extracted.outcome
        code = max(code, Exit.INTERNAL if is_internal else _CODES[outcome])
        if not quiet or extracted.outcome in ("part", "unwritten", "none"):
            write(_told(extracted, language))
        if extracted.report is not None:
            Output().write_bytes(extracted.report)
    if len(tasks) > 1:
        click.echo(_summed_up(counts, language), err=True)
    passed_over.tell(language, reads_published=True)
    return code


def _tasks(
    paths: tuple[str, ...], output: Path, evidence: str | None, passed_over: PassedOver, limits: "Limits"
) -> "list[ExtractJob]":
    """Return one task for a file that goes to a file, else a task for each document that goes into a folder."""
    from govreport.batches.extract import ExtractJob, find_extract_jobs

    place = Path(evidence) if evidence else None
    if paths == (STDIN,):
        # One byte too many is enough to see that there are too many.
        return [ExtractJob(Path(STDIN), output, place, sys.stdin.buffer.read(limits.file_size + 1), True)]
    if len(paths) == 1 and is_single(paths[0]) and not output.is_dir():
        return [ExtractJob(Path(paths[0]), output, place, is_single=True)]
    return find_extract_jobs(paths, output, place, passed_over)


def _summed_up(counts: "Counter[str]", language: str) -> str:
    """Return the sentence that says what became of how many documents, the worst last."""
    told = (say(f"counted-{outcome}", language, n=counts[outcome]) for outcome in _CODES if counts[outcome])
    return say("extracted-in-all", language, n=counts.total(), counts=word("list-comma", language).join(told))


def _told(extracted: "Extracted", language: str) -> str:
    path = word("standard-input", language) if str(extracted.path) == STDIN else extracted.path
    if extracted.failure is not None:
        why = reason(extracted.failure, language)
        return shown(say("output-failed", language, path=extracted.failure.filename or extracted.output, reason=why))
    lines = [say(f"extracted-{extracted.outcome}", language, path=path, output=extracted.output)]
    for finding in extracted.findings:
        # Of a file with a document on each line, which one it is about.
        of_line = suffix(str(extracted.path)) in LINES_SUFFIXES and finding.line is not None
        where = say("at-line", language, n=finding.line) + word("label-colon", language) if of_line else ""
        lines.append(f"{_MARGIN}{where}{finding.message(language)} [{finding.code}] {finding.pointer}")
        hint = advise(finding, language) if extracted.outcome == "none" else None
        if hint is not None:
            lines.append(f"{_MARGIN}{word('hint', language)}{word('label-colon', language)}{hint}")
    return "\n".join(shown(line.rstrip()) for line in lines)
