"""The standard streams: UTF-8, safe to print to, and quiet when the reader has gone."""

import io
import os
import sys
from typing import TextIO

NO_COLOUR = "NO_COLOR"
_USUAL = 100


def prepare() -> None:
    """Make the output streams able to print everything.

    What is no terminal gets UTF-8 on every system, so that files and pipes hold the same bytes
    everywhere; a terminal keeps its encoding, and what that cannot show is escaped. A stream that was
    closed before the start, as services do, reads as empty and swallows what is written to it.
    """
    # What takes the place of a stream stays open to the end.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence() -> None:
    """Send what is still to be written to standard output nowhere: nobody reads it any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # not a real file, as in tests
        pass
    finally:
        os.close(nowhere)


def is_terminal(stream: TextIO) -> bool:
    """Tell whether somebody reads along."""
    return stream.isatty()


def has_colours(stream: TextIO) -> bool:
    """Tell whether colours may be written to a stream: to a terminal, unless NO_COLOR is set."""
    return is_terminal(stream) and not os.environ.get(NO_COLOUR) and os.environ.get("TERM") != "dumb"


def columns(stream: TextIO) -> int:
    """Return how many columns there are to write in; 100 where there is no terminal to ask."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except (OSError, ValueError):  # no terminal, or not even a real file
        return _USUAL
