"""A line on standard error that tells how far a long run has come."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from govreport.cli.language import say

if TYPE_CHECKING:
    from govreport.validation.batch import Checked

_PATIENCE = 2.0
_PAUSE = 0.2
_CELLS = 24
_ERASE = "\r\x1b[K"


class Progress:
    """Drawn only on a terminal, and only once the work has taken some two seconds.

    `count` tells how many files there are; it is asked only then.
    """

    def __init__(self, count: Callable[[], int], done: Callable[[], int], language: str) -> None:
        self._count = count
        self._done = done
        self._language = language
        self._total = 0
        self._is_drawn = False

    def follow(self, outcomes: "Iterable[Checked]") -> "Iterator[Checked]":
        """Hand on the outcomes, drawing as they pass."""
        if not sys.stderr.isatty():
            yield from outcomes
            return
        due = time.monotonic() + _PATIENCE
        try:
            for outcome in outcomes:
                yield outcome
                if time.monotonic() >= due:
                    self._draw()
                    due = time.monotonic() + _PAUSE
        finally:
            self.clear()

    def clear(self) -> None:
        """Take the line away, before something else is written to the terminal."""
        if self._is_drawn:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
            self._is_drawn = False

    def _draw(self) -> None:
        self._total = self._total or max(self._count(), 1)
        done = min(self._done(), self._total)
        filled = _CELLS * done // self._total
        bar = "#" * filled + "." * (_CELLS - filled)
        sys.stderr.write(f"\r[{bar}] {say('progress', self._language, files=done, total=self._total)}")
        sys.stderr.flush()
        self._is_drawn = True
