"""Numbers of the items of lists in a text: whether each follows one before it."""

import re
from functools import cache
from typing import NamedTuple

from govreport.form.numerals import numeral
from govreport.normalizing import nfkc

# So many lists inside each other are kept; numbers above the largest are none that lists have.
_DEEPEST, _LARGEST = 8, 20
_SIGNS = ")、.．）是要，"


class _Number(NamedTuple):
    """A number as it is printed, and the one before it in the same writing."""

    value: int
    before: str


class Lists:
    """The lists that are open as far as a text is read, by the number of the last item of each, the innermost last."""

    def __init__(self) -> None:
        self._open: list[int] = []
        self._end = 0

    def misnumbers(self, match: re.Match[str]) -> bool:
        """Tell whether a number, the group of the next match, follows no item of a list that is open.

        One begins a list inside the others. A match without the group is another way of counting, and ends them all.
        """
        between, self._end = match.string[self._end : match.start()], match.end()
        number = None if match[1] is None else _numbers().get(nfkc(match[1]))
        if number is None:
            self._open.clear()
            return False
        if number.value == 1:
            self._open = [*self._open[1 - _DEEPEST :], 1]
            return False
        # The innermost list lacks an item, whatever a list before it ended with.
        is_skipped = self._open[-1:] == [number.value - 2]
        for depth in reversed(range(len(self._open))):
            if self._open[depth] == number.value - 1 and not is_skipped:
                self._open[depth:] = [number.value]
                return False
        is_known = bool(self._open)
        self._open[-1:] = [number.value]
        # The one before may stand where no item is expected to begin.
        return is_known and not any(number.before + sign in between for sign in _SIGNS)


@cache
def _numbers() -> dict[str, _Number]:
    """Return what the numbers of items are, by how they are printed."""
    writings = (str, numeral)
    return {write(n): _Number(n, write(n - 1) if n > 1 else "") for n in range(1, _LARGEST + 1) for write in writings}
