"""`govreport sum`: the draft of a consolidated report out of the reports of its bodies."""

from typing import TYPE_CHECKING

import click

from govreport import resources
from govreport.cli.beside import beside
from govreport.cli.display import shown
from govreport.cli.exits import Exit, Verdict
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.limits import limit_options
from govreport.cli.output import opened, output_options
from govreport.cli.path_arguments import PLACE
from govreport.messages import word

if TYPE_CHECKING:
    from govreport.batches.summing import Summed
    from govreport.documents.limits import Limits


@click.command("sum", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("--organ", "name", required=True, metavar="NAME")
@click.option("--code", metavar="CODE")
@click.option("--year", metavar="YEAR", type=int)
@click.option("--layout", type=click.Choice(resources.layouts()))
@limit_options
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    name: str,
    code: str | None,
    year: int | None,
    layout: str | None,
    limits: "Limits | None",
    output: str | None,
    force: bool,
) -> int:
    """Write the sum of the reports at the paths, and tell on standard error what does not count or add, and why."""
    from govreport.batches.summing import sum_up
    from govreport.cli.input_errors import refuse
    from govreport.model.codec import write
    from govreport.validation.exact import read

    language: str = ctx.obj
    verdict = Verdict("error")
    with opened(output, language, force=force) as destination, beside(paths, limits, verdict, language) as archive:
        assert archive is not None  # there are paths
        years = archive.years()
        if not years:
            click.echo(say("sum-nothing", language), err=True)
            raise SystemExit(max(verdict.code, Exit.REFUSED))
        if year is None and len(years) > 1:
            listed = word("list-pause", language).join(map(str, years))
            raise click.UsageError(say("sum-years", language, years=listed), ctx)
        organ = {"name": name, **({"code": code} if code else {})}
        year = years[0] if year is None else year
        # The newest layout of those that are used, so that least is left blank.
        used = [known for known in resources.layouts() if known in archive.layouts(year)]
        chosen = layout or (used or resources.layouts())[-1]
        summed = sum_up(archive, organ=organ, year=year, layout=chosen)
        document = write(summed.members)
        _, result = read(document)
        if result.findings:
            # What was given, such as an empty name, or sums larger than any report may hold.
            raise SystemExit(refuse("sum", result, language, document))
        destination.write_bytes(document)
        _tell(summed, chosen, language)
    wrong = any(left.reason in ("several", "other-layout") for left in summed.left_out)
    return max(verdict.code, Exit.FINDINGS if wrong or not summed.bodies else Exit.CLEAN)


def _tell(summed: "Summed", layout: str, language: str) -> None:
    """Tell what went into the sum and what did not, and the cells that stay blank."""
    from govreport.form.layout import load_layout
    from govreport.form.naming import place

    lines = [say("sum-done", language, n=summed.bodies)]
    for left in summed.left_out:
        where = left.path if left.document is None else f"{left.path}:{left.document}"
        reason = say(f"sum-{left.reason}", language)
        lines.append(say("sum-left-out", language, path=where, organ=left.organ, reason=reason))
    form = load_layout(layout)
    for found in summed.unadded:
        lines.append(f"{place(form, found.pointer, language)}{word('label-colon', language)}{found.told(language)}")
    for line in lines:
        click.echo(shown(line), err=True)
