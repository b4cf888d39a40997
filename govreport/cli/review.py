"""`govreport review`: the reports of many bodies held together, as a web page or a workbook."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport.cli.beside import beside
from govreport.cli.configuring.options import configured
from govreport.cli.configuring.telling import Telling
from govreport.cli.display import shown
from govreport.cli.exits import Exit, Verdict
from govreport.cli.given import day_option
from govreport.cli.help import Command
from govreport.cli.language import alternatives, say
from govreport.cli.limits import limit_options
from govreport.cli.output import Output, failed, opened, output_options
from govreport.cli.passed_over import PassedOver
from govreport.cli.path_arguments import PLACE
from govreport.cli.progress import Progress
from govreport.cli.summary import Summary
from govreport.cli.writers.digest import configured as configured_findings
from govreport.given import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from govreport.batches.reviewed import Review
    from govreport.batches.taking import Taken
    from govreport.cli.configuring.data import Configuration
    from govreport.documents.limits import Limits

FORMATS = (".html", ".xlsx")
SLIPS = ("docx", "html")


@click.command("review", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("--bodies", metavar="LIST", type=PLACE)
@click.option("--previous", multiple=True, metavar="PATH", type=PLACE)
@click.option("--year", metavar="YYYY", type=click.IntRange(FIRST_YEAR, LAST_YEAR))
@day_option("--due")
@click.option("--slips", metavar="FOLDER", type=PLACE)
@click.option("--slip-format", type=click.Choice(SLIPS))
@day_option("--return-by")
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1))
@limit_options
@output_options
@configured
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    bodies: str | None,
    previous: tuple[str, ...],
    year: int | None,
    due: str | None,
    slips: str | None,
    slip_format: str | None,
    return_by: str | None,
    jobs: int | None,
    limits: "Limits | None",
    output: str | None,
    force: bool,
    configuration: "Configuration | None",
) -> int:
    """Write the review of the reports at the paths, and return the exit code."""
    from govreport.batches.outcomes import Checked
    from govreport.batches.review import NoYear, review
    from govreport.batches.validate import count
    from govreport.cli.input_errors import telling_faults
    from govreport.documents.limits import UnreadableDocument
    from govreport.formats import suffix
    from govreport.reviews.listing import read_bodies

    language: str = ctx.obj
    form = suffix(output or "")
    if output is None or form not in FORMATS:
        raise click.UsageError(say("review-output", language, allowed=alternatives(FORMATS, language)), ctx)
    if slips is None and (slip_format or return_by):
        raise click.UsageError(say("slips-alone", language), ctx)
    if slips is not None and not force:
        _refuse_to_mix(Path(slips), language)
    verdict, summary, passed_over = Verdict("error"), Summary(), PassedOver()
    telling = Telling(configuration, None, None, language)
    bodies, previous = bodies or telling.configuration.bodies, previous or telling.configuration.previous
    try:
        listed = None if bodies is None else read_bodies(bodies, limits)
    except UnreadableDocument as error:
        with telling_faults(language) as faults:
            faults.tell(Checked(bodies or "", None, None, (error.finding,)))
        return Exit.REFUSED
    done = 0
    progress = Progress(lambda: count(paths), lambda: done, language)

    def follow(taking: "Iterator[Taken]") -> "Iterator[Taken]":
        nonlocal done
        for taken in progress.follow(taking):
            done += 1
            checked = telling.of(taken.checked)
            verdict.add(checked)
            summary.add(checked)
            yield taken._replace(checked=checked)

    with opened(output, language, force=force) as destination, beside(previous, limits, verdict, language) as earlier:
        try:
            reviewing = review(
                paths,
                bodies=listed,
                previous=earlier,
                year=year,
                due=due,
                organs=telling.configuration.organs,
                limits=limits,
                jobs=jobs,
                pass_over=passed_over,
                follow=follow,
            )
            with reviewing as found:
                remarks = (passed_over.sentence(language), configured_findings(summary, language))
                _write(found, form, destination, language, " ".join(filter(None, remarks)))
                _tell(found, output, language)
                if slips is not None:
                    sender = telling.configuration.sender or ""
                    _send_back(found, slips, slip_format or SLIPS[0], return_by, sender, language, force=force)
                unfinished = found.tallies["errors"]
        except NoYear:
            click.echo(say("review-no-year", language), err=True)
            raise SystemExit(max(verdict.code, Exit.REFUSED)) from None
    if hidden := configured_findings(summary, language):
        click.echo(hidden, err=True)
    passed_over.tell(language, reads_published=True)
    return max(verdict.code, Exit.FINDINGS if unfinished else Exit.CLEAN)


def _write(found: "Review", form: str, destination: Output, language: str, remark: str) -> None:
    if form == ".xlsx":
        from govreport.cli.reviewing.book import write_book

        destination.write_bytes(write_book(found, language))
    else:
        from govreport.cli.reviewing.page import write_page

        write_page(found, destination.write_bytes, language, remark)


def _tell(found: "Review", path: str, language: str) -> None:
    """Tell in one line what was found."""
    told = say(
        "review-done",
        language,
        path=path,
        n=found.states.total(),
        reported=found.states["reported"],
        errors=found.tallies["errors"],
        warnings=found.tallies["warnings"],
        files=found.files_unread,
    )
    click.echo(shown(told), err=True)


def _refuse_to_mix(folder: Path, language: str) -> None:
    """Raise click.ClickException where slips would come beside other files, or in their place."""
    if folder.is_dir() and any(folder.iterdir()):
        raise click.ClickException(say("slips-not-empty", language, folder=folder))


def _send_back(
    found: "Review", folder: str, form: str, due: str | None, sender: str, language: str, *, force: bool
) -> None:
    """Write the slips, and tell how many there are."""
    from govreport.cli.reviewing.slips import write_slips

    try:
        number = write_slips(found, Path(folder), form, language, due=due, sender=sender, replace=force)
    except OSError as error:
        raise failed(folder, error, language) from None
    click.echo(shown(say("slips-done", language, folder=folder, n=number)), err=True)
