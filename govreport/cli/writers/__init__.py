"""The writers: each turns outcomes into one format, document by document."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from govreport.batches.outcomes import Checked
    from govreport.cli.summary import Summary

FORMATS = ("text", "json", "sarif", "github")

Write = Callable[[str], None]


class Manner(NamedTuple):
    """How to write: language, how much of it, and what the place written to can show."""

    language: str = "en"
    quiet: bool = False
    verbose: bool = False
    has_colours: bool = False
    columns: int = 100


class Writer(Protocol):
    """What every writer can do. Memory does not grow with the number of documents."""

    def begin(self) -> None:
        """Write what comes before the first document."""

    def document(self, checked: "Checked") -> None:
        """Write the outcome of one document."""

    def end(self, summary: "Summary") -> None:
        """Write what comes after the last document."""


def open_writer(name: str, write: Write, manner: Manner) -> Writer:
    """Return the writer of a format. Only its module is imported."""
    writer: Writer = import_module(f"govreport.cli.writers.{name}").FormatWriter(write, manner)
    return writer
