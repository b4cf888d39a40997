"""A line on standard error that tells how far a long run has come."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from govreport.cli.language import say
from govreport.cli.streams import is_terminal

_Outcome = TypeVar("_Outcome")
PATIENCE = 2.0
PAUSE = 0.2
_CELLS = 24
_ERASE = "\r\x1b[K"


class Progress:
    """Drawn only on a terminal, and only once the work has taken PATIENCE seconds.

    `count` tells how many files there are, and is asked only then; `done` how many are done.
    `shares_screen` says that the findings appear on the same terminal.
    """

    def __init__(
        self, count: Callable[[], int], done: Callable[[], int], language: str, *, shares_screen: bool = False
    ) -> None:
        self._count = count
        self._done = done
        self._language = language
        self._shares_screen = shares_screen
        self._total = 0
        self._is_drawn = False

    def follow(self, outcomes: Iterable[_Outcome]) -> Iterator[_Outcome]:
        """Hand on the outcomes, drawing as they pass."""
        if not is_terminal(sys.stderr):
            yield from outcomes
            return
        due = time.monotonic() + PATIENCE
        try:
            for outcome in outcomes:
                yield outcome
                if time.monotonic() >= due:
                    self._draw()
                    due = time.monotonic() + PAUSE
        finally:
            self._erase()

    def before(self, write: Callable[[str], None]) -> Callable[[str], None]:
        """Return `write` as it may be used while the line is on the screen."""
        if not self._shares_screen:
            return write

        def erase_and_write(text: str) -> None:
            self._erase()
            write(text)

        return erase_and_write

    def _erase(self) -> None:
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
