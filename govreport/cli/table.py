"""`govreport table`: reports of any format as rows of one table, for spreadsheets, databases and engines."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport import resources
from govreport.cli.exits import Exit
from govreport.cli.help import Command
from govreport.cli.language import say
from govreport.cli.limits import limit_options
from govreport.cli.output import STDOUT, Output, failed, opened, output_options, refuse_to_replace
from govreport.cli.passed_over import PassedOver
from govreport.cli.path_arguments import PLACE
from govreport.cli.progress import Progress
from govreport.messages import LANGUAGES, word

if TYPE_CHECKING:
    from govreport.batches.tabling import Tabled
    from govreport.cli.input_errors import Faults
    from govreport.corpus.rows import Row
    from govreport.corpus.writing import Target
    from govreport.documents.limits import Limits

_OUTCOMES = ("json", "whole", "part", "known", "no-table")
_SHAPES = ("wide", "long", "findings")


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
@click.pass_obj
def command(
    language: str,
    paths: tuple[str, ...],
    layout: str,
    shape: str,
    labels: str | None,
    words: bool,
    jobs: int | None,
    quiet: bool,
    limits: "Limits | None",
    output: str | None,
    force: bool,
) -> int:
    """Write rows for every report at the paths; what became of each file is told on standard error."""
    from govreport.batches.keeping import folder
    from govreport.batches.tabling import table_all
    from govreport.cli.input_errors import telling_faults
    from govreport.corpus.codebook import codebooks
    from govreport.corpus.rows import rows_of, rows_without
    from govreport.corpus.writing import Target

    target = Target(layout, "long" if shape == "long" else "findings" if shape == "findings" else "wide", labels)
    place = None if output in (None, STDOUT) else Path(output)
    books = {} if place is None else _beside(place, codebooks(place.name, target), language, force=force)
    kept = None if place is None else folder(place)
    passed_over, counts = PassedOver(), Counter[str]()
    documents = table_all(
        paths,
        words=words,
        limits=limits,
        jobs=jobs,
        kept=kept,
        besides=() if place is None else (place, *books),
        pass_over=passed_over,
    )
    progress = Progress(lambda: _count(paths), counts.total, language, shares_screen=True)
    tell = progress.before(lambda text: click.echo(text, err=True))
    clear = progress.before(lambda text: None)

    def rows(faults: "Faults") -> "Iterator[Row]":
        for document in progress.follow(documents):
            outcome = _outcome(document)
            counts[outcome] += 1
            if document.is_published and (not quiet or outcome in ("part", "no-table")):
                tell(say(f"tabled-{outcome}", language, path=document.path))
            if document.outcome is not None:
                clear("")
                faults.tell(document.outcome)
            if document.reading is not None:
                yield from rows_of(document.name, document.reading, target.layout, target.shape)
            elif target.shape == "findings" and document.outcome is not None:
                yield from rows_without(document.name, None, document.outcome.findings, target.layout)

    with opened(output, language, force=force) as destination, telling_faults(language) as faults:
        _write(destination, place, rows(faults), target)
    for book, content in books.items():
        with opened(str(book), language, force=True) as file:
            file.write_bytes(content)
    if kept is not None:
        shutil.rmtree(kept, ignore_errors=True)
    if not quiet:
        told = (say(f"counted-{outcome}", language, n=counts[outcome]) for outcome in _OUTCOMES if counts[outcome])
        listed = word("list-comma", language).join(told)
        click.echo(say("tabled-in-all", language, n=counts.total(), counts=listed), err=True)
    passed_over.tell(language, reads_published=True)
    return max(faults.code, Exit.FINDINGS if counts["part"] else Exit.CLEAN)


def _beside(place: Path, books: Mapping[str, bytes], language: str, *, force: bool) -> dict[Path, bytes]:
    """Return the codebooks by their places; raises click.ClickException where anything keeps the run from writing."""
    from govreport.corpus.writing import missing

    extra = missing(place)
    if extra is not None:
        raise click.ClickException(say("table-extra", language, suffix=place.suffix, extra=extra))
    if not place.parent.is_dir():
        raise failed(str(place), FileNotFoundError(ENOENT, os.strerror(ENOENT)), language)
    found = {place.with_name(name): content for name, content in books.items()}
    if not force:
        for path in (place, *found):
            refuse_to_replace(path, language)
    return found


def _write(output: Output, place: Path | None, rows: "Iterator[Row]", target: "Target") -> None:
    """Write the rows in the format that the place names; on the screen, CSV without a byte order mark."""
    from govreport.corpus.writing import writer

    if place is not None:
        writer(place)(output.file, rows, target)
        return
    from govreport.corpus.writing.delimited import lines

    for text in lines(rows, target):
        output.write(text)


def _outcome(document: "Tabled") -> str:
    """Return what became of a document, by the key of the phrase that says so."""
    if document.reading is None:
        return "no-table"
    if not document.is_published:
        return "json"
    return "part" if document.reading.unread else "known" if document.was_known else "whole"


def _count(paths: tuple[str, ...]) -> int:
    from govreport.batches.validate import count

    return count(paths)
