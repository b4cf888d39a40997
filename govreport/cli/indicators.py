"""`govreport indicators`: ratios of the figures of reports, as text, as a table, and as a picture."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport import resources
from govreport.cli.configuring.options import configured
from govreport.cli.display import shown
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.limits import limit_options
from govreport.cli.output import STDOUT, Output, opened, output_options, refuse_to_replace
from govreport.cli.path_arguments import PLACE
from govreport.messages import word

if TYPE_CHECKING:
    from govreport.cli.configuring.data import Configuration
    from govreport.cli.input_errors import Faults
    from govreport.cli.tabling import Run
    from govreport.corpus.bounds import Bounds
    from govreport.corpus.chart import Point
    from govreport.corpus.indicators import Measure
    from govreport.corpus.rows import Row
    from govreport.corpus.writing import Target
    from govreport.documents.limits import Limits

_MARGIN = "    "


@click.command("indicators", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("--only", "ids", multiple=True, metavar="INDICATOR")
@click.option("--picture", metavar="FILE", type=PLACE)
@click.option("-j", "--jobs", metavar="N", type=click.IntRange(min=1))
@click.option("-q", "--quiet", is_flag=True)
@limit_options
@output_options
@configured
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    ids: tuple[str, ...],
    picture: str | None,
    jobs: int | None,
    quiet: bool,
    limits: "Limits | None",
    output: str | None,
    force: bool,
    configuration: "Configuration | None",
) -> int:
    """Tell the indicators of every report at the paths, or write them to a table; draw them if asked to."""
    from govreport.cli.tabling import Run, write_table
    from govreport.corpus.indicators import indicators
    from govreport.corpus.writing import Target

    language: str = ctx.obj
    known = [indicator.id for indicator in indicators()]
    unknown = [name for name in ids if name not in known]
    if unknown:
        listed = word("list-pause", language).join(known)
        raise click.UsageError(say("indicator-unknown", language, name=unknown[0], known=listed), ctx)
    chosen = [name for name in known if not ids or name in ids]
    run = Run(paths, language, jobs=jobs, limits=limits, configuration=configuration, quiet=quiet)
    if picture is not None and not force:
        refuse_to_replace(Path(picture), language)
    if output not in (None, STDOUT) and picture is None:
        target = Target(resources.layouts()[-1], "indicators")
        at = _at(target)

        def keeps(row: "Row") -> bool:
            return row[at] in chosen

        write_table(run, target, Path(output), force=force, keeps=keeps)
        return run.end()
    if output not in (None, STDOUT):
        raise click.UsageError(say("picture-or-table", language), ctx)
    from govreport.cli.input_errors import telling_faults

    points: list[Point] = []
    with telling_faults(language) as faults:
        for path, several in _measured(run, faults, chosen):
            if picture is None:
                Output().write(_told(path, several, language))
            points.extend(several)
    if picture is not None:
        _draw(picture, points, language, ctx)
    return run.end()


def _measured(run: "Run", faults: "Faults", chosen: list[str]) -> "Iterator[tuple[str, list[Point]]]":
    """Yield each report by its name with its indicators."""
    from govreport.corpus.chart import Point
    from govreport.corpus.indicators import measure
    from govreport.model.codec import loads

    for document in run.documents(faults, None, ()):
        if document.reading is not None:
            report = loads(document.reading.data)
            yield document.name, [Point(report.organ.name, report.year, found) for found in measure(report, chosen)]


def _draw(picture: str, points: "list[Point]", language: str, ctx: click.Context) -> None:
    from govreport.corpus.chart import chart

    try:
        drawn = chart(points, language)
    except ValueError:
        organs = len({point.organ for point in points})
        raise click.UsageError(say("picture-organs", language, n=organs), ctx) from None
    with opened(picture, language, force=True) as destination:
        destination.write(drawn)


def _told(path: str, points: "list[Point]", language: str) -> str:
    """Return the indicators of a report as lines: what each is, and of how many."""
    lines = [say("indicators-of", language, path=path, organ=points[0].organ, year=points[0].year)] if points else []
    for point in points:
        found = point.found
        doubt = "" if found.sums_hold else say("indicator-doubtful", language)
        fraction = f"{_bounds(found.numerator)} / {_bounds(found.denominator)}"
        lines.append(f"{_MARGIN}{_value(found):>15}  {fraction:>15}  {found.indicator.title[language]}{doubt}")
    return "".join(f"{shown(line)}\n" for line in lines)


def _value(found: "Measure") -> str:
    """Return an indicator in percent, an interval with both its ends, rounded outwards."""
    from govreport.corpus.indicators import percent

    if found.lower is None:
        return "–"
    lower, upper = percent(found)
    return f"{lower}%" if lower == upper else f"{lower}% – {upper}%" if upper is not None else f"≥ {lower}%"


def _bounds(bounds: "Bounds") -> str:
    if bounds.is_exact:
        return str(bounds.lower)
    return f"{bounds.lower}–{bounds.upper}" if bounds.upper is not None else f"≥{bounds.lower}"


def _at(target: "Target") -> int:
    """Return at which place of a row its indicator stands."""
    from govreport.corpus.columns import columns

    return [column.name for column in columns(target.layout, target.shape)].index("indicator")
