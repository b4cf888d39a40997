"""`govreport table`: reports as rows of one flat table, in CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport import resources
from govreport.cli.help import Command
from govreport.cli.output import opened, output_options
from govreport.cli.path_arguments import PLACE

if TYPE_CHECKING:
    from govreport.model.registry import Report

_BYTE_ORDER_MARK = "\ufeff"


@click.command("table", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=PLACE)
@click.option("--to", "layout", type=click.Choice(resources.layouts()), default=resources.layouts()[-1])
@output_options
@click.pass_obj
def command(language: str, paths: tuple[str, ...], layout: str, output: str | None, force: bool) -> int:
    """Write one row for each report at the paths; what is no report is told of on standard error."""
    from govreport.batches.outputs import read_report
    from govreport.batches.sources import find_jobs
    from govreport.batches.validate import Checked
    from govreport.cli.input_errors import Faults, telling_faults
    from govreport.cli.passed_over import PassedOver
    from govreport.corpus.table import header, rows, written

    passed_over = PassedOver()

    def reports(faults: Faults) -> "Iterator[tuple[str, Report]]":
        for job in find_jobs(paths, pass_over=passed_over):
            report = read_report(job)
            if isinstance(report, Checked):
                faults.tell(report)
            else:
                yield job.path if job.document is None else f"{job.path}:{job.document}", report

    with opened(output, language, force=force) as destination, telling_faults(language) as faults:
        if output is not None and Path(output).suffix.lower() == ".csv":
            # Without it, Excel in Chinese takes the file for GBK.
            destination.write(_BYTE_ORDER_MARK)
        destination.write(_line(header(layout)))
        for row in rows(reports(faults), layout):
            destination.write(_line(map(written, row)))
    passed_over.tell(language, reads_published=False)
    return faults.code


def _line(values: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(values)
    return buffer.getvalue()
