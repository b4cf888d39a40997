"""Many reports converted or restored: files and folders in, the same tree out, each file whole or not at all.

Documents stream through: of a file nothing is kept but what is written to its output.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from enum import Enum, auto
from itertools import zip_longest
from typing import NamedTuple

from govreport.batches.outcomes import Checked
from govreport.batches.outputs import OutputJob, check_free, find_output_jobs, is_tree, opened, read_report
from govreport.batches.paths import PassOver, nobody
from govreport.batches.sources import Job, find_jobs
from govreport.conversion.convert import Conversion, convert, restore
from govreport.conversion.record import read_losses, write_losses, write_losses_line
from govreport.errors import GovReportError, InvalidLosses
from govreport.files import check_same
from govreport.findings import Finding
from govreport.model import codec
from govreport.model.registry import Report
from govreport.validation.reading import read_document


class Done(NamedTuple):
    """A document converted or restored: the report to write, and its conversion."""

    path: str
    document: int | None
    report: Report
    conversion: Conversion


class Withheld(Enum):
    """Why a file was not written: a document of it is wrong, or something of it would be lost."""

    DEFECTIVE = auto()
    LOSSY = auto()


class Refused(NamedTuple):
    """A file that was not written, or a document that could not be restored."""

    path: str
    document: int | None
    why: Withheld | OSError | GovReportError


Outcome = Done | Refused | Checked


def convert_all(
    paths: Sequence[str],
    layout: str,
    output: str,
    *,
    losses: str | None = None,
    replace: bool = False,
    strict: bool = False,
    pass_over: PassOver = nobody,
) -> Iterator[Outcome]:
    """Convert every report at the paths, and yield what came of each document, and of each file not written.

    The paths are what `check_all` takes, but published documents are refused. One file becomes the file
    `output`; a folder, or several files, become the same tree in the folder `output`. A file of losses is
    written beside each, or at `losses` in the same manner. A file is written whole, or not at all if a
    document of it is no report; with `strict` nothing at all is written if anything would be lost. Nothing is
    replaced unless `replace`. Raises NoConversion like `convert`.
    """
    if strict and is_tree(paths, output):
        why: Withheld | None = None
        for source in find_jobs(paths):
            found = _convert(source, layout)
            if not isinstance(found, Done):
                why = Withheld.DEFECTIVE
                yield found
            elif found.conversion.losses:
                why = why or Withheld.LOSSY
                yield found
        if why is not None:
            yield Refused(output, None, why)
            return
    for job in find_output_jobs(paths, output, losses, pass_over):
        yield from (job,) if isinstance(job, Checked) else _told(job, _convert_file(job, layout, replace, strict))


def restore_all(
    paths: Sequence[str],
    output: str,
    *,
    losses: str | None = None,
    replace: bool = False,
    pass_over: PassOver = nobody,
) -> Iterator[Outcome]:
    """Restore the original of every converted report at the paths, in the manner of `convert_all`.

    The files of losses are looked for beside the reports, or at `losses`. An edited report is refused.
    """
    for job in find_output_jobs(paths, output, losses, pass_over, is_restored=True):
        yield from (job,) if isinstance(job, Checked) else _told(job, _restore_file(job, replace))


class _Withdrawn(Exception):
    """Raised inside a file that shall not appear."""

    def __init__(self, why: Withheld) -> None:
        self.why = why


def _told(job: OutputJob, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes of a job, and at the end the refusal of its file, if it was refused."""
    try:
        yield from outcomes
    except _Withdrawn as withdrawn:
        # Where a file holds one document, what was found in it says enough.
        if job.has_lines or withdrawn.why is Withheld.LOSSY:
            yield Refused(str(job.output), None, withdrawn.why)
    except OSError as error:
        # Reading does not raise: what cannot be read is an outcome.
        yield Refused(str(error.filename or job.output), None, error)


def _convert_file(job: OutputJob, layout: str, replace: bool, strict: bool) -> Iterator[Outcome]:
    check_free(job, job.output, replace)
    if not job.is_free:
        check_free(job, job.losses, replace)
    why: Withheld | None = None
    with ExitStack() as files:
        # The report appears last: whoever finds it finds its losses beside it.
        report_file = files.enter_context(opened(job.output, replace))
        losses_file = files.enter_context(opened(job.losses, replace))
        write = write_losses_line if job.has_lines else write_losses
        for source in job.sources:
            found = _convert(source, layout)
            yield found
            if not isinstance(found, Done):
                why = Withheld.DEFECTIVE
            elif strict and found.conversion.losses:
                why = why or Withheld.LOSSY
            else:
                report_file.write(_text(found.report, job))
                losses_file.write(write(found.conversion))
        if why is not None:
            raise _Withdrawn(why)
        if not replace:
            # Of a run that was ended in between, the losses may be there alone: those of this report, or of another.
            check_same(losses_file, job.losses)
            check_same(report_file, job.output)


def _restore_file(job: OutputJob, replace: bool) -> Iterator[Outcome]:
    check_free(job, job.output, replace)
    is_sound = True
    with opened(job.output, replace) as file:
        for source, losses in zip_longest(job.sources, _records(job)):
            found = _restore(source, losses, job)
            yield found
            if isinstance(found, Done):
                file.write(_text(found.report, job))
            else:
                is_sound = False
        if not is_sound:
            raise _Withdrawn(Withheld.DEFECTIVE)


def _convert(source: Job, layout: str) -> Done | Checked:
    report = read_report(source)
    if isinstance(report, Checked):
        return report
    conversion = convert(report, layout)
    return Done(source.path, source.document, conversion.report, conversion)


def _restore(source: Job | None, losses: bytes | Finding | None, job: OutputJob) -> Outcome:
    report = None if source is None else read_report(source)
    if isinstance(report, Checked):
        return report
    if isinstance(losses, Finding):
        return Checked(str(job.losses), None, None, (losses,))
    if source is None or report is None or losses is None:
        return Refused(str(job.losses), None, InvalidLosses("not as many lines as the file of reports"))
    try:
        conversion = read_losses(losses, report)
        return Done(source.path, source.document, restore(conversion), conversion)
    except GovReportError as error:
        return Refused(source.path, source.document, error)


def _text(report: Report, job: OutputJob) -> bytes:
    return (codec.write_line if job.has_lines else codec.write)(codec.unstructure(report))


def _records(job: OutputJob) -> Iterator[bytes | Finding]:
    """Yield the losses of each document of a job, or once the finding that says why they cannot be read."""
    if not job.has_lines:
        yield read_document(job.losses)
        return
    try:
        file = open(job.losses, "rb")  # noqa: SIM115 - closed below, once the lines are used up
    except OSError:
        yield read_document(job.losses)
        return
    with file:
        yield from file
