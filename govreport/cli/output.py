"""Where a command writes: to standard output, or to a file that appears whole or not at all."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from govreport.cli.language import say

STDOUT = "-"
_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


class Output:
    """Takes text piece by piece; a file is written by `save`, at the very end.

    Raises click.UsageError, before any work is done, where the file is there already and must not be
    replaced, or where its folder is missing.
    """

    def __init__(self, path: str | None, language: str, *, force: bool = False) -> None:
        self._path = None if path in (None, STDOUT) else Path(str(path))
        self._language = language
        self._force = force
        self._pieces: list[bytes] = []
        if self._path is None:
            return
        if self._path.is_dir() or (self._path.exists() and not force):
            raise click.UsageError(say("output-exists", language, path=path))
        if not self._path.parent.is_dir():
            raise self._failure(FileNotFoundError(2, "No such file or directory"))

    @property
    def is_terminal(self) -> bool:
        """Tell whether somebody reads along."""
        return self._path is None and sys.stdout.isatty()

    def write(self, text: str) -> None:
        """Write text."""
        if self._path is None:
            click.echo(text, nl=False)
        else:
            self._pieces.append(text.encode("utf-8", "backslashreplace"))

    def write_bytes(self, data: bytes) -> None:
        """Write bytes just as they are."""
        if self._path is None:
            stream = click.get_binary_stream("stdout")
            stream.write(data)
            stream.flush()
        else:
            self._pieces.append(data)

    def save(self) -> None:
        """Write the file, if it is one. Raises click.UsageError where the system refuses."""
        if self._path is None:
            return
        from govreport.files import write_atomically

        try:
            write_atomically(self._path, b"".join(self._pieces), replace=self._force)
        except FileExistsError:
            raise click.UsageError(say("output-exists", self._language, path=self._path)) from None
        except OSError as error:
            raise self._failure(error) from None

    def _failure(self, error: OSError) -> click.UsageError:
        reason = error.strerror or str(error)
        return click.UsageError(say("output-failed", self._language, path=self._path, reason=reason))


def output_options(command: _Decorated) -> _Decorated:
    """Give a command the options --output and --force."""
    forced = click.option("--force", is_flag=True)(command)
    return click.option("-o", "--output", metavar="FILE", type=click.Path())(forced)
