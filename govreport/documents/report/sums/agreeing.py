"""What all ways agree in that are left when the sums of the form are asked, for all rows of a table at once.

Sums never choose between the ways of one row alone where the form has sums over other rows too: each must hold. Where
no ways satisfy them, one figure of the report may be wrong in print: its sums are spared, figure after figure, and
what all trials agree in is what stands there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import attrs

from govreport.documents.report.sums.equations import Equation
from govreport.documents.report.sums.joining import Vector, surviving
from govreport.documents.report.sums.partitions import TooMany
from govreport.documents.report.sums.ways import Limit, Row, Way

By = Literal["digits", "sums", "sums-but-one"]
_LARGEST = 10**18


@attrs.frozen(kw_only=True)
class Part:
    """A figure of a row: which characters of its run it is, and what told so."""

    start: int
    end: int
    by: By


def parts_of(rows: Sequence[Row], sums: Sequence[Equation], every: Sequence[Equation]) -> Mapping[str, Part]:
    """Return by pointer the figures of which it is sure where they begin and end.

    `sums` are those whose cells are all printed, `every` those of the form: a cell with sums that cannot be asked is
    told by its digits alone.
    """
    table = _Table(rows, sums)
    solution = table.solve()
    unasked = {cell for one in every if one not in table.sums for cell in one}
    summed = {cell for one in every for cell in one}
    parts: dict[str, Part] = {}
    for number, row in enumerate(rows):
        is_single = row.has_one_way
        ways = solution.ways.get(number, ())
        if ways:
            ways = table.with_edits(row, ways)
            by: By = "digits" if is_single else solution.by
            loose = set() if is_single else unasked.union(cell for cell in row.cells if cell not in summed)
            loose |= solution.doubtful
            parts |= {cell: attrs.evolve(part, by=by) for cell, part in _alike(row, ways).items() if cell not in loose}
        elif is_single:
            parts |= _by_digits(row, row.ways(())[0], table.within(row))
    return parts


def _alike(row: Row, ways: Sequence[Way]) -> dict[str, Part]:
    """Return the figures in which all ways agree."""
    if not ways:
        return {}
    first = ways[0]
    starts = (0, *first.ends)
    return {
        cell: Part(start=starts[x], end=first.ends[x], by="sums")
        for x, cell in enumerate(row.cells)
        if all(way.figures[x] == first.figures[x] for way in ways)
    }


def _by_digits(row: Row, way: Way, sums: Sequence[Equation]) -> dict[str, Part]:
    """Return the figures of a row whose digits allow one way, though sums do not hold or cannot be asked.

    Where a sum of the row fails, a digit may be lost; one that no digit more could mend is wrong in the report.
    """
    kept = {cell: attrs.evolve(part, by="digits") for cell, part in _alike(row, [way]).items()}
    figures = dict(zip(row.cells, way.figures, strict=True))
    failed = [one for one in sums if sum(sign * figures[cell] for cell, sign in one.items())]
    is_bare = len(row.run.text) == len(row.cells) and (row.pieces == 1 or row.is_parted)
    if failed and (not is_bare or len(failed) > 1 or len(sums) == 1 or _may_lack_digit(row, failed[0])):
        return {}
    return kept


def _may_lack_digit(row: Row, failed: Equation) -> bool:
    """Tell whether one digit more among the figures of a sum could make it hold; each figure is one digit."""
    places = [x for x, cell in enumerate(row.cells) if cell in failed]
    inside = Row(
        run=attrs.evolve(row.run, characters=tuple(row.run.characters[x] for x in places), cuts=frozenset()),
        cells=tuple(row.cells[x] for x in places),
        kinds=tuple(row.kinds[x] for x in places),
    )
    return any(more.ways([failed]) for more in inside.neighbours())


@attrs.frozen(kw_only=True)
class _Solution:
    """By the number of a row the ways that remain; `doubtful` are cells that may lack a digit or have one too many."""

    ways: Mapping[int, Sequence[Way]] = attrs.field(factory=dict)
    by: By = "sums"
    doubtful: frozenset[str] = frozenset()


class _Table:
    """The rows of a table with the sums that are asked of them."""

    def __init__(self, rows: Sequence[Row], sums: Sequence[Equation]) -> None:
        self._rows = rows
        self._place = {cell: (number, x) for number, row in enumerate(rows) for x, cell in enumerate(row.cells)}
        self.sums = list(sums)
        self._ways: dict[int, list[Way]] = {}
        failed = self._part()
        if len(failed) != 1:
            # Several rows that nothing satisfies are no one figure that is wrong.
            self._leave_out(failed)
            failed = []
        self._failed = failed

    def within(self, row: Row) -> list[Equation]:
        """Return the sums over figures of one row."""
        return [one for one in self.sums if set(one) <= set(row.cells)]

    def with_edits(self, row: Row, ways: Sequence[Way]) -> Sequence[Way]:
        """Return the ways of a row, and those it would have if a digit were lost or put in and nothing showed it.

        Sums over other rows show it. A row without them may be parted in one way by chance.
        """
        within = self.within(row)
        others = {cell for one in self.sums if one not in within for cell in one}
        if row.is_parted or not within or not others.isdisjoint(row.cells):
            return ways
        try:
            more = row.figures_with_edit(within)
        except TooMany:
            return ()
        return [*ways, *(Way(ways[0].ends, figures) for figures in sorted(more))]

    def _part(self) -> list[int]:
        """Find the ways of each row by its own sums; return the rows that have none."""
        failed = []
        for number, row in enumerate(self._rows):
            try:
                self._ways[number] = row.ways(self.within(row))
            except TooMany:
                self._leave_out([number])
                continue
            if row.is_short:
                self._leave_out([number])
            elif not self._ways[number]:
                failed.append(number)
        return failed

    def _leave_out(self, numbers: Iterable[int]) -> None:
        """Ask no sum over several rows of which one of these is a part."""
        for number in numbers:
            own = set(self._rows[number].cells)
            self.sums = [one for one in self.sums if set(one) <= own or own.isdisjoint(one)]
            self._ways.pop(number, None)

    def solve(self) -> _Solution:
        """Return the ways that remain."""
        try:
            if not self._failed:
                found = self._joined(self._ways, self.sums)
                if found is not None:
                    return _Solution(ways=found)
            return self._sparing()
        except TooMany:
            return _Solution()

    def _joined(self, ways: Mapping[int, Sequence[Way]], sums: Sequence[Equation]) -> dict[int, Sequence[Way]] | None:
        """Return the ways of each row that are part of a solution, None where there is none."""
        across = self._across(sums)
        numbers = list(ways)
        options = [[self._vector(number, way, across) for way in ways[number]] for number in numbers]
        kept = surviving(options, len(across))
        if kept is None:
            return None
        return {number: [ways[number][n] for n in sorted(left)] for number, left in zip(numbers, kept, strict=True)}

    def _across(self, sums: Sequence[Equation]) -> list[Equation]:
        return [one for one in sums if len({self._place[cell][0] for cell in one}) > 1]

    def _vector(self, number: int, way: Way, across: Sequence[Equation]) -> Vector:
        cells = self._rows[number].cells
        return tuple(sum(one.get(cell, 0) * f for cell, f in zip(cells, way.figures, strict=True)) for one in across)

    def _sparing(self) -> _Solution:
        """Spare the sums of each figure in turn; gather what every trial that has a solution leaves."""
        union: dict[int, dict[Way, None]] = {}
        doubtful: set[str] = set()
        suspects: set[int] = set()
        for cell, (number, _) in self._cells_to_spare():
            spared = [one for one in self.sums if cell in one]
            asked = [one for one in self.sums if cell not in one]
            own = self._ways_between(number, asked)
            found = self._joined({**self._ways, number: own}, asked) if own else None
            if found is None:
                continue
            suspects.add(number)
            for row, ways in found.items():
                union.setdefault(row, {}).update(dict.fromkeys(ways))
            if self._is_doubtful(cell, found, spared):
                doubtful.add(cell)
        # A row that lacks a digit may have a way of its own by chance, so not only those that failed are supposed to.
        for number in sorted(suspects):
            self._suppose_digit(number, union)
        return _Solution(
            ways={row: list(ways) for row, ways in union.items()}, by="sums-but-one", doubtful=frozenset(doubtful)
        )

    def _suppose_digit(self, number: int, union: dict[int, dict[Way, None]]) -> None:
        """Gather what would be left if a digit of a row were lost, or put in, and all sums held."""
        limits = self._limits(number, self.sums)
        within = self.within(self._rows[number])
        for other in self._rows[number].neighbours():
            own = other.ways(within, limits)
            found = self._joined({**self._ways, number: own}, self.sums) if own else None
            for row, ways in (found or {}).items():
                union.setdefault(row, {}).update(dict.fromkeys(ways))

    def _cells_to_spare(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield the cells that stand in a sum over several rows: only these are told by other rows when spared."""
        crossing = {cell for one in self._across(self.sums) for cell in one}
        for cell, place in self._place.items():
            if cell in crossing and (not self._failed or place[0] in self._failed) and place[0] in self._ways:
                yield cell, place

    def _ways_between(self, number: int, asked: Sequence[Equation]) -> list[Way]:
        """Return the ways of a row within what the other rows leave for each of its figures."""
        row = self._rows[number]
        return row.ways([one for one in asked if set(one) <= set(row.cells)], self._limits(number, asked))

    def _limits(self, number: int, asked: Sequence[Equation]) -> list[Limit]:
        """Return the least and the most that each figure of a row may be by the sums over other rows."""
        row = self._rows[number]
        limits = [(0, _LARGEST)] * len(row.cells)
        for one in self._across(asked):
            own = [x for x, cell in enumerate(row.cells) if cell in one]
            if len(own) == 1:
                least, most = self._rest(number, one)
                sign = one[row.cells[own[0]]]
                low, high = (-most, -least) if sign > 0 else (least, most)
                limits[own[0]] = max(limits[own[0]][0], low), min(limits[own[0]][1], high)
        return limits

    def _rest(self, number: int, one: Equation) -> Limit:
        """Return the least and the most that the figures of a sum in other rows come to."""
        least = most = 0
        for cell, sign in one.items():
            row, x = self._place[cell]
            if row != number:
                values = [sign * way.figures[x] for way in self._ways[row]]
                least, most = least + min(values), most + max(values)
        return least, most

    def _is_doubtful(self, cell: str, found: Mapping[int, Sequence[Way]], spared: Sequence[Equation]) -> bool:
        """Tell whether a figure with one digit more or less would satisfy one of its sums."""
        values = {other: self._value(other, found) for one in spared for other in one}
        printed = values[cell]
        for one in spared:
            if any(values[other] is None for other in one):
                return True
            rest = sum(sign * (values[other] or 0) for other, sign in one.items() if other != cell)
            if printed is None or _are_one_digit_apart(str(printed), str(-rest * one[cell])):
                return True
        return False

    def _value(self, cell: str, found: Mapping[int, Sequence[Way]]) -> int | None:
        number, x = self._place[cell]
        values = {way.figures[x] for way in found[number]}
        return values.pop() if len(values) == 1 else None


def _are_one_digit_apart(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
