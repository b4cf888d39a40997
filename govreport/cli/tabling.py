"""Documents gone through for a table or for indicators: read in processes, kept while the run lasts, each told of."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING

import click

from govreport.batches.outcomes import Checked
from govreport.cli.configuring.telling import Telling
from govreport.cli.exits import Exit
from govreport.cli.language import say
from govreport.cli.output import Output, failed, opened, refuse_to_replace
from govreport.cli.passed_over import PassedOver
from govreport.cli.progress import Progress
from govreport.cli.summary import Summary
from govreport.cli.writers.digest import configured
from govreport.messages import word

if TYPE_CHECKING:
    from govreport.batches.tabling import Tabled
    from govreport.cli.configuring.data import Configuration
    from govreport.cli.input_errors import Faults
    from govreport.corpus.rows import Row
    from govreport.corpus.writing import Target
    from govreport.documents.limits import Limits

# The worst last, as the summary lists them.
_OUTCOMES = ("json", "whole", "known", "part", "no-table")


class Run:
    """One run over documents; `code` is the exit code that they lead to."""

    def __init__(
        self,
        paths: tuple[str, ...],
        language: str,
        *,
        words: bool = False,
        jobs: int | None = None,
        limits: "Limits | None" = None,
        configuration: "Configuration | None" = None,
        quiet: bool = False,
    ) -> None:
        self.code = Exit.CLEAN
        self.language = language
        self._paths = paths
        self._words = words
        self._jobs = jobs
        self._limits = limits
        self._quiet = quiet
        self._passed_over = PassedOver()
        self._counts = Counter[str]()
        self._telling = Telling(configuration, None, None, language)
        self._summary = Summary()

    def documents(self, faults: "Faults", kept: Path | None, besides: tuple[Path, ...]) -> "Iterator[Tabled]":
        """Yield what becomes of each document, and tell what the reader must know of it."""
        from govreport.batches.tabling import table_all

        progress = Progress(self._count, self._counts.total, self.language, shares_screen=True)
        tell = progress.before(lambda text: click.echo(text, err=True))
        clear = progress.before(lambda text: None)
        found = table_all(
            self._paths,
            kept=kept,
            besides=besides,
            pass_over=self._passed_over,
            words=self._words,
            jobs=self._jobs,
            limits=self._limits,
            organs=self._telling.configuration.organs,
        )
        for document in map(self._configured, progress.follow(found)):
            outcome = _outcome(document)
            self._counts[outcome] += 1
            if document.is_published and (not self._quiet or outcome in ("part", "no-table")):
                tell(say(f"tabled-{outcome}", self.language, path=document.path))
            if document.outcome is not None:
                clear("")
                faults.tell(document.outcome)
            yield document
        self.code = max(self.code, faults.code, Exit.FINDINGS if self._counts["part"] else Exit.CLEAN)

    def end(self) -> int:
        """Tell what became of how many documents, and return the exit code."""
        if not self._quiet:
            told = (say(f"counted-{o}", self.language, n=self._counts[o]) for o in _OUTCOMES if self._counts[o])
            listed = word("list-comma", self.language).join(told)
            click.echo(say("tabled-in-all", self.language, n=self._counts.total(), counts=listed), err=True)
        if hidden := configured(self._summary, self.language):
            click.echo(hidden, err=True)
        self._passed_over.tell(self.language, reads_published=True)
        return self.code

    def _configured(self, document: "Tabled") -> "Tabled":
        """Return what became of a document, its findings as the configuration wants them told."""
        if document.reading is None:
            return document
        checked = self._telling.of(Checked(document.path, document.document, None, document.reading.findings))
        self._summary.add(checked)
        return document._replace(reading=document.reading._replace(findings=checked.findings))

    def _count(self) -> int:
        from govreport.batches.validate import count

        return count(self._paths)


def write_table(
    run: Run, target: "Target", place: Path | None, *, force: bool, keeps: "Callable[[Row], bool]" = lambda row: True
) -> None:
    """Write the rows of a run in the format that a place names, with its codebooks; as CSV to the screen without one.

    Only rows that it `keeps` are written. Raises click.ClickException where something keeps the run from writing.
    """
    from govreport.cli.input_errors import telling_faults
    from govreport.corpus.codebook import codebooks
    from govreport.corpus.rows import rows_of, rows_without

    books = {} if place is None else _beside(place, codebooks(place.name, target), run.language, force=force)

    def rows(faults: "Faults", kept: Path | None) -> "Iterator[Row]":
        for document in run.documents(faults, kept, () if place is None else (place, *books)):
            if document.reading is not None:
                yield from filter(keeps, rows_of(document.name, document.reading, target.layout, target.shape))
            elif target.shape == "findings" and document.outcome is not None:
                yield from rows_without(document.name, None, document.outcome.findings, target.layout)

    output = None if place is None else str(place)
    with keeping(place) as kept:
        with opened(output, run.language, force=force) as destination, telling_faults(run.language) as faults:
            _write(destination, place, rows(faults, kept), target)
        for book, content in books.items():
            with opened(str(book), run.language, force=True) as file:
                file.write_bytes(content)


@contextmanager
def keeping(place: Path | None) -> Iterator[Path | None]:
    """Give the folder where what is read is kept for a file that is written; it goes once all is written."""
    from govreport.batches.keeping import folder

    kept = None if place is None else folder(place)
    yield kept
    if kept is not None:
        shutil.rmtree(kept, ignore_errors=True)


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
