"""Ways to part plain digits into figures of which some at the end of each group are the sum of the group.

A search of its own, for it asks a hundred thousand times whether a piece is a figure and not too large.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from govreport.form.figures import MOST_DIGITS

Ends = tuple[int, ...]
Figures = tuple[int, ...]
# So many figures at the beginning are looked up by their sum instead of being gone through again and again.
_LOOKED_UP = 3


class TooMany(Exception):
    """There are more ways than can be gone through."""


def neighbours(text: str) -> list[str]:
    """Return what a text may have been before one digit of it was lost, or one was put in."""
    more = {text[:at] + digit + text[at:] for at in range(len(text) + 1) for digit in "0123456789"}
    return sorted(more.union(text[:at] + text[at + 1 :] for at in range(len(text))))


class Partitions:
    """Parts digits from their end: a total comes behind its parts, and bounds them."""

    def __init__(
        self, digits: str, groups: Sequence[int], limits: Sequence[tuple[int, int]], most_steps: int, most_ways: int
    ) -> None:
        """Part `digits` into groups of so many figures, each figure within its limits."""
        self._digits = digits
        self._groups = groups
        self._firsts = (0, *accumulate(groups))
        self._limits = limits
        self._steps_left = most_steps
        self._most_ways = most_ways
        self._known: dict[tuple[int, int], list[Ends]] = {}
        self._firsts_by_sum: dict[int, dict[int, list[Ends]]] = {}

    def all(self) -> list[Ends]:
        """Return the ends of the figures of each way; raises TooMany."""
        return self._up_to(len(self._groups), len(self._digits))

    def all_with_edit(self) -> set[Figures]:
        """Return the figures of each way for the digits with one more, or without one of them; raises TooMany.

        The digit is in one of the groups; those before and behind it are parted as they stand.
        """
        digits, count = self._digits, len(self._groups)
        behind: list[dict[int, list[Figures]]] = [{} for _ in self._groups] + [{len(digits): [()]}]
        for group in range(count - 1, 0, -1):
            for end, ways in behind[group + 1].items():
                for start, ends in self._group(group, end):
                    own = self._figures_of(start, ends)
                    behind[group].setdefault(start, []).extend((*own, *way) for way in ways)
        found: set[Figures] = set()
        for group, size in enumerate(self._groups):
            for end, after in behind[group + 1].items():
                for start in range(end - size + 2) if group else (0,):
                    before = [self._figures_of(0, ends) for ends in self._up_to(group, start)]
                    for own in self._edited(group, start, end) if before else ():
                        found |= {(*one, *own, *other) for one in before for other in after}
                        if len(found) > self._most_ways:
                            raise TooMany
        return found

    def _edited(self, group: int, start: int, end: int) -> set[Figures]:
        """Return the ways in which some digits are the figures of a group if one was lost or put in."""
        found: set[Figures] = set()
        limits = self._limits[self._firsts[group] : self._firsts[group + 1]]
        for text in neighbours(self._digits[start:end]):
            if len(text) >= len(limits):
                search = Partitions(text, [len(limits)], limits, self._steps_left, self._most_ways)
                found |= {search._figures_of(0, ends) for ends in search.all()}
                self._steps_left = search._steps_left
        return found

    def _figures_of(self, start: int, ends: Ends) -> Figures:
        return tuple(int(self._digits[a:b]) for a, b in pairwise((start, *ends)))

    def _up_to(self, group: int, end: int) -> list[Ends]:
        """Return the ways in which the groups before one fill the digits before `end`."""
        if group == 0:
            return [()] if end == 0 else []
        if (group, end) not in self._known:
            found: list[Ends] = []
            for start, ends in self._group(group - 1, end):
                found += [(*before, *ends) for before in self._up_to(group - 1, start)]
                if len(found) > self._most_ways:
                    raise TooMany
            self._known[group, end] = found
        return self._known[group, end]

    def _group(self, group: int, end: int) -> list[tuple[int, Ends]]:
        """Return the start, and the ends of its figures, of each way in which a group ends here."""
        digits, first, last = self._digits, self._firsts[group], self._firsts[group + 1] - 1
        least, most = self._limits[last]
        found: list[tuple[int, Ends]] = []
        for start in range(end - 1, max(last - 1, end - 1 - MOST_DIGITS), -1):
            if digits[start] == "0" and start < end - 1:
                continue
            total = int(digits[start:end])
            if least <= total <= most:
                self._parts(last - 1, first, start, total, (end,), found)
        return found

    def _parts(self, cell: int, first: int, end: int, rest: int, behind: Ends, found: list[tuple[int, Ends]]) -> None:
        """Gather the ways in which the figures of cells `first` to `cell` end here and add up to `rest`."""
        digits = self._digits
        self._steps_left -= 1
        if self._steps_left < 0:
            raise TooMany
        least, most = self._limits[cell]
        text = str(rest)
        size = len(text)
        if cell == first:
            begin = end - size
            if begin >= first and digits[begin:end] == text and least <= rest <= most and (first or begin == 0):
                found.append((begin, (end, *behind)))
            return
        left = cell - first  # so many figures come before this one
        shortest = 1
        if not first:
            if left == _LOOKED_UP - 1:
                found.extend((0, (*ends, *behind)) for ends in self._first_three(end).get(rest, ()))
                return
            # No figure has more digits than the sum, and one has as many or one less: ten figures could have two less.
            if end > (left + 1) * size or end - left < size - 1 - left // 9:
                return
            shortest = max(1, end - left * size)
        ends = (end, *behind)
        for start in range(end - shortest, max(cell - 1, end - 1 - size), -1):
            if digits[start] == "0" and start < end - 1:
                continue
            figure = int(digits[start:end])
            if figure > rest:
                return
            if least <= figure <= most:
                self._parts(cell - 1, first, start, rest - figure, ends, found)

    def _first_three(self, end: int) -> dict[int, list[Ends]]:
        """Return by sum the ends of the first three figures where they fill the digits before `end`."""
        if end not in self._firsts_by_sum:
            found: dict[int, list[Ends]] = {}
            for second in range(end - 1, 1, -1):
                third = self._figure(2, second, end)
                for first in range(second - 1, 0, -1) if third is not None else ():
                    self._steps_left -= 1
                    one, two = self._figure(0, 0, first), self._figure(1, first, second)
                    if one is not None and two is not None and third is not None:
                        found.setdefault(one + two + third, []).append((first, second, end))
            self._firsts_by_sum[end] = found
        return self._firsts_by_sum[end]

    def _figure(self, cell: int, start: int, end: int) -> int | None:
        """Return the figure between two places, None where it is none that the cell may hold."""
        if (self._digits[start] == "0" and start < end - 1) or end - start > MOST_DIGITS:
            return None
        least, most = self._limits[cell]
        figure = int(self._digits[start:end])
        return figure if least <= figure <= most else None
