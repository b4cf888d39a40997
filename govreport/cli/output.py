"""Where a command writes: to standard output, or to a file that appears whole or not at all."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import click

from govreport.cli.language import say
from govreport.cli.path_arguments import PLACE
from govreport.cli.system_errors import reason

STDOUT = "-"
_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])


class Output:
    """Takes text and bytes, for a file, or for standard output where none is given."""

    def __init__(self, file: BinaryIO | None = None) -> None:
        self._file = file

    @property
    def file(self) -> BinaryIO:
        """The file that is written to, for what writes bytes of its own."""
        return sys.stdout.buffer if self._file is None else self._file

    def write(self, text: str) -> None:
        """Write text."""
        if self._file is None:
            click.echo(text, nl=False)
        else:
            self._file.write(text.encode("utf-8", "backslashreplace"))

    def write_bytes(self, data: bytes) -> None:
        """Write bytes just as they are."""
        if self._file is not None:
            self._file.write(data)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()


@contextmanager
def opened(path: str | None, language: str, *, force: bool = False) -> Iterator[Output]:
    """Give the output that --output asks for; a file appears once all is written.

    Raises click.ClickException, before any work is done, where something is there that must not be
    replaced, and at the latest in the end where the system cannot write.
    """
    if path is None or path == STDOUT:
        yield Output()
        return
    # Only those who write files need this.
    from govreport.files import writing_atomically

    if Path(path).is_dir():
        raise failed(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)), language)
    if not force:
        refuse_to_replace(Path(path), language)
    try:
        with writing_atomically(Path(path), replace=force) as file:
            yield Output(file)
    except FileExistsError:
        raise click.ClickException(say("output-exists", language, path=path)) from None
    except OSError as error:
        raise failed(path, error, language) from None


def is_same(one: str, other: str) -> bool:
    """Return whether two paths lead to the same file, by whatever name."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def refuse_to_replace(path: Path, language: str) -> None:
    """Raise click.ClickException where something is at a path that must not be replaced."""
    if path.exists():
        raise click.ClickException(say("output-exists", language, path=path))


def failed(path: str, error: OSError, language: str) -> click.ClickException:
    """Return the error that says why a place could not be written to."""
    return click.ClickException(say("output-failed", language, path=path, reason=reason(error, language)))


def output_options(command: _Decorated) -> _Decorated:
    """Give a command the options --output and --force."""
    forced = click.option("--force", is_flag=True)(command)
    return click.option("-o", "--output", metavar="FILE", type=PLACE)(forced)
