"""Documents that a command cannot use: told on standard error, as `govreport validate` tells them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from govreport.cli.exits import Exit, Verdict
from govreport.cli.writers import Manner
from govreport.cli.writers.text import FormatWriter

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.results import Result


class Faults:
    """Tells the findings of documents as they come in; `code` is the exit code that they lead to."""

    def __init__(self, language: str) -> None:
        self._verdict = Verdict("error")
        self._writer = FormatWriter(lambda text: click.echo(text, nl=False, err=True), Manner(language))

    @property
    def code(self) -> Exit:
        """The exit code for what was told so far."""
        return self._verdict.code

    def tell(self, checked: "Checked") -> None:
        """Tell what was found in a document."""
        self._verdict.add(checked)
        self._writer.document(checked)

    def close(self) -> None:
        """Let go of the file that was quoted last."""
        self._writer.close()


@contextmanager
def telling_faults(language: str) -> Iterator[Faults]:
    """Give what tells of faults, for the time of one run."""
    faults = Faults(language)
    try:
        yield faults
    finally:
        faults.close()


def refuse(file: str, result: "Result", language: str, source: bytes | None = None) -> int:
    """Tell on standard error why a file, or `source` from standard input, is no report, and return the exit code."""
    from govreport.batches.outcomes import Checked
    from govreport.cli.summary import Summary
    from govreport.cli.writers import open_writer

    checked = Checked(file, None, result.layout, result.findings, source)
    summary, verdict = Summary(), Verdict("error")
    summary.add(checked)
    verdict.add(checked)
    writer = open_writer("text", lambda text: click.echo(text, nl=False, err=True), Manner(language))
    writer.document(checked)
    writer.end(summary)
    return verdict.code
