"""Every way to part a run into as many figures as a row has cells, by what the form lets a figure be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import attrs

from govreport.documents.report.sums.equations import Equation
from govreport.documents.report.sums.partitions import Partitions, TooMany, neighbours
from govreport.documents.report.sums.runs import MARKS, Run
from govreport.form.figures import MOST_DECIMALS, MOST_DIGITS
from govreport.form.layout import Kind

# Where so many steps do not suffice, or so many ways remain, a run is left open: nothing can be told from them.
_MOST_STEPS = 60_000
_MOST_WAYS = 3000
_MOST_STEPS_OF_EDITS, _LONGEST_EDITED = 300_000, 50
_FEWEST_SUMMED = 2
_LARGEST = 10 ** (MOST_DIGITS + MOST_DECIMALS)
Limit = tuple[int, int]
_COUNT = re.compile(r"(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)")
_AMOUNT = re.compile(rf"(?:0|[1-9]\d*|[1-9]\d{{0,2}}(?:,\d{{3}})+)(?:\.\d{{1,{MOST_DECIMALS}}})?")


@attrs.frozen
class Way:
    """One way: where in the run each figure ends, and the figures, a mark for none as 0."""

    ends: tuple[int, ...]
    figures: tuple[int, ...]


@attrs.frozen(kw_only=True)
class Row:
    """A row with the run that is printed for it. `width` is how many signs a mark has, None where that is unknown."""

    run: Run
    cells: tuple[str, ...]
    kinds: tuple[Kind, ...]
    width: int | None = 1

    def ways(self, sums: Sequence[Equation], limits: Sequence[Limit] = (), most: int = _MOST_WAYS) -> list[Way]:
        """Return every way in which the run is figures of the cells within limits, and these sums hold.

        Raises TooMany where there are more than `most`.
        """
        text = self.run.text
        if self.is_short or len(text) > len(self.cells) * (MOST_DIGITS + MOST_DECIMALS + 1):
            return []
        search = self._partitions(sums, limits, most)
        if search is not None:
            return [Way(ends, tuple(int(text[a:b]) for a, b in pairwise((0, *ends)))) for ends in search.all()]
        weights = [tuple(one.get(cell, 0) for cell in self.cells) for one in sums]
        return _Search(self, weights, limits or [(-_LARGEST, _LARGEST)] * len(self.cells), most).all()

    def figures_with_edit(self, sums: Sequence[Equation]) -> set[tuple[int, ...]]:
        """Return the figures of each way if one digit of the run had been lost or put in; raises TooMany."""
        search = self._partitions(sums, (), _MOST_WAYS, _MOST_STEPS_OF_EDITS)
        if search is None or len(self.run.text) > _LONGEST_EDITED:
            raise TooMany
        return search.all_with_edit()

    def _partitions(
        self, sums: Sequence[Equation], limits: Sequence[Limit], most: int, steps: int = _MOST_STEPS
    ) -> Partitions | None:
        """Return the search for a run of digits alone whose sums come behind their parts, None for any other."""
        text = self.run.text
        groups = _groups([tuple(one.get(cell, 0) for cell in self.cells) for one in sums], len(self.cells))
        if not groups or not text.isdigit() or any(0 < cut < len(text) for cut in self.run.cuts):
            return None
        return Partitions(text, groups, limits or [(0, _LARGEST)] * len(self.cells), steps, most)

    def neighbours(self) -> Iterator["Row"]:
        """Yield the row as it would be if one digit of it had been lost, or one were there by mistake."""
        for text in neighbours(self.run.text):
            characters = tuple(attrs.evolve(self.run.characters[0], sign=sign) for sign in text)
            yield attrs.evolve(self, run=attrs.evolve(self.run, characters=characters, cuts=frozenset()))

    @property
    def is_short(self) -> bool:
        """There are fewer characters than cells, or blanks part most figures and yet there are fewer than cells."""
        if len(self.cells) < 2 * self.pieces < 2 * len(self.cells):
            return True
        return len(self.run.text) < len(self.cells) * (self.width or 1 if set(self.run.text) <= MARKS else 1)

    @property
    def is_parted(self) -> bool:
        """Blanks part all figures."""
        return self.pieces == len(self.cells)

    @property
    def pieces(self) -> int:
        """How many pieces blanks part the run into."""
        return sum(0 < cut < len(self.run.text) for cut in self.run.cuts) + 1

    @property
    def has_one_way(self) -> bool:
        """The digits alone allow one way, whatever the sums are."""
        try:
            return len(self.ways((), most=1)) == 1
        except TooMany:
            return False


class _Search:
    """Goes through a run from its end: totals come last in print, and bound all that is before them."""

    def __init__(self, row: "Row", weights: Sequence[tuple[int, ...]], limits: Sequence[Limit], most: int) -> None:
        self._text, self._cuts, self._kinds, self._width = row.run.text, row.run.cuts, row.kinds, row.width
        self._weights, self._limits, self._most = weights, limits, most
        self._is_plain = self._text.isdigit()
        # By cell, for each sum: whether the cells before it are added, taken off, and are all that is left.
        self._before = [[_signs(one[:cell]) for one in weights] for cell in range(len(row.cells) + 1)]
        self._steps = 0
        self._dead: set[tuple[int, int, tuple[int, ...]]] = set()
        self._found: list[Way] = []

    def all(self) -> list[Way]:
        """Return all ways."""
        self._step(len(self._kinds), len(self._text), (0,) * len(self._weights), ())
        return self._found

    def _step(self, cell: int, end: int, sums: tuple[int, ...], chosen: tuple[tuple[int, int], ...]) -> bool:
        """Part what comes before `end` into the cells before `cell`; return whether there is a way."""
        if cell == 0:
            if end == 0 and not any(sums):
                self._found.append(Way(tuple(e for e, _ in chosen), tuple(f for _, f in chosen)))
                if len(self._found) > self._most:
                    raise TooMany
                return True
            return False
        if end < cell or (cell, end, sums) in self._dead:
            return False
        is_any = False
        least, most = self._limits[cell - 1]
        for start, figure in self._figures(cell, end):
            self._steps += 1
            if self._steps > _MOST_STEPS:
                raise TooMany
            if not least <= figure <= most:
                continue
            added = sums
            if self._weights:
                added = tuple(s + w[cell - 1] * figure for s, w in zip(sums, self._weights, strict=True))
                fit = self._fit(cell - 1, start, added)
                if fit > 0:
                    # Figures grow with their length.
                    break
                if fit < 0:
                    continue
            is_any = self._step(cell - 1, start, added, ((end, figure), *chosen)) or is_any
        if not is_any:
            self._dead.add((cell, end, sums))
        return is_any

    def _fit(self, cell: int, end: int, sums: tuple[int, ...]) -> int:
        """Tell whether the cells before can bring every sum to nothing: 0 if so, -1 if not, 1 if sums are too large."""
        if cell == 0:
            return 0 if not any(sums) else -1
        if end < cell:
            return -1
        most = 10 ** min(end - cell + 1, MOST_DIGITS) + 9 * cell
        for value, (up, down, is_whole) in zip(sums, self._before[cell], strict=True):
            if value + up * most < 0 or value + down * most > 0:
                return 1 if not down and value > 0 else -1
            # Where all that is left adds up to a figure, no part of it has more digits than that.
            is_too_long = is_whole and self._is_plain and end > cell * len(str(-value))
            if is_too_long and (value or self._text[:end].strip("0")):
                return -1
        return 0

    def _figures(self, cell: int, end: int) -> list[tuple[int, int]]:
        """Return (start, figure) of each figure that may end here."""
        text, kind = self._text, self._kinds[cell - 1]
        if text[end - 1] in MARKS:
            width = self._width
            if width is None or width > end or set(text[end - width : end]) - MARKS:
                return []
            return [] if any(end - width < cut < end for cut in self._cuts) else [(end - width, 0)]
        pattern = _AMOUNT if kind == "amount" else _COUNT
        found = []
        for start in range(end - 1, cell - 2, -1):
            if text[start] in MARKS:
                # Before a change it may be its sign as well as a mark in the cell before.
                if kind == "change" and start < end - 1 and _fits(pattern, text[start + 1 : end]):
                    found.append((start, -_value(text[start + 1 : end])))
                break
            if _fits(pattern, text[start:end]):
                found.append((start, _value(text[start:end])))
            if start in self._cuts or end - start > MOST_DIGITS + MOST_DECIMALS + 1:
                break
        return found


def _groups(weights: Sequence[tuple[int, ...]], cells: int) -> list[int]:
    """Return how many cells each of some sums has, if each is the last of its cells and they follow each other."""
    found, place = [], 0
    for one in sorted(weights, reverse=True):
        inside = [x for x, weight in enumerate(one) if weight]
        size = len(inside)
        is_next = inside == list(range(place, place + size))
        if size < _FEWEST_SUMMED or not is_next or one[place : place + size] != (1,) * (size - 1) + (-1,):
            return []
        found.append(size)
        place += size
    return found if place == cells else []


def _signs(weights: Sequence[int]) -> tuple[int, int, bool]:
    return int(any(w > 0 for w in weights)), -int(any(w < 0 for w in weights)), all(w > 0 for w in weights)


@lru_cache(maxsize=1 << 14)
def _fits(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.fullmatch(text) is not None and len(text.partition(".")[0].replace(",", "")) <= MOST_DIGITS


def _value(text: str) -> int:
    """Return a figure in millionths where it has a fraction: no sum of the form has amounts in it."""
    whole, dot, fraction = text.replace(",", "").partition(".")
    return int(whole + fraction.ljust(MOST_DECIMALS, "0")) if dot else int(whole)


def mark_width(runs: Mapping[int, Run], cells: Mapping[int, int]) -> int | None:
    """Return how many signs print has for a mark of one cell, None where that is unknown.

    `cells` is by row how many there are: a row of marks alone tells, or a mark of one sign among figures.
    """
    found = set()
    shortest: int | None = None
    for row, run in runs.items():
        text = run.text
        if text and not set(text) - MARKS:
            width, rest = divmod(len(text), cells[row])
            if rest:
                return None
            found.add(width)
        else:
            for piece in re.findall(f"[{''.join(map(re.escape, sorted(MARKS)))}]+", text):
                shortest = min(shortest or len(piece), len(piece))
    if shortest == 1:
        found.add(1)
    return found.pop() if len(found) == 1 else None
