"""Runs: the lines of a table as labels, each with the digits and marks that follow it, nothing between the figures."""

import re
from collections.abc import Mapping, Sequence

import attrs

from govreport.documents.paper import Evidence, Paragraph

DIGITS = frozenset("0123456789")
MARKS = frozenset("-‐‑‒–—―─━ー﹣/\\")
# Widths are print's; the numbers in circles and of other scripts are no digits of a figure.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = "".join(map(re.escape, sorted(MARKS)))
# No label of the form begins with one of these.
_UNITS = "|".join(("万元", "萬元", "元", "件", "项", "条", "宗", "个", "起"))
_TOKEN = re.compile(
    r"(?P<text>\([0-9]{1,4}+\)|[0-9]++(?=[年月日]))"
    r"|(?P<figure>[0-9]++(?:[.,][0-9]++)*+)"
    rf"|(?P<mark>[{_SIGNS}]++)"
    r"|(?P<blank>\s++)"
    rf"|(?P<unit>{_UNITS})"
    r"|(?P<other>.)",
    re.DOTALL,
)
# A dash between letters is part of the text, and so are two; so many are marks of several cells.
_FEWEST_MARKS = 3


@attrs.frozen(kw_only=True)
class Character:
    """A character of a run, narrow, and its place among those of its line that are not blank, from 1."""

    sign: str
    line: int
    place: int


@attrs.frozen(kw_only=True)
class Run:
    """Texts, by lines, and the characters of the figures that follow; `cuts` are where blanks or units part figures.

    The first text begins with the number of its label where that is printed right behind the figures before it, and
    then `number` is that digit. `is_inside` says that the first text does not begin its line.
    """

    texts: tuple[str, ...]
    characters: tuple[Character, ...] = ()
    cuts: frozenset[int] = frozenset()
    units: Mapping[int, str] = attrs.field(factory=dict, hash=False)
    number: str = ""
    is_inside: bool = False

    @property
    def text(self) -> str:
        """The figures, narrow."""
        return "".join(c.sign for c in self.characters)


def runs_of(lines: Sequence[Paragraph]) -> list[Run]:
    """Return the runs of lines, in their order; the last may have texts alone."""
    reader = _Reader()
    for number, line in enumerate(lines):
        reader.add(number, line.text.translate(_NARROW))
    return reader.finish()


class _Reader:
    """Goes through lines and gathers the run at hand."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._texts: list[list[str]] = []
        self._figures: list[Character] = []
        self._cuts: set[int] = set()
        self._units: dict[int, str] = {}
        self._number = ""
        self._is_inside = False

    def add(self, number: int, line: str) -> None:
        """Read a line."""
        if self._figures:
            self._cuts.add(len(self._figures))
        self._texts.append([])
        place, is_first, was_figure = 0, True, False
        for token in _TOKEN.finditer(line):
            kind, piece = token.lastgroup, token[0]
            if kind == "blank":
                if self._figures:
                    self._cuts.add(len(self._figures))
                self._texts[-1].append(piece)
                continue
            if kind == "unit" and was_figure:
                self._cuts.add(len(self._figures))
                self._units[len(self._figures)] = piece
                place += len(piece)
                was_figure = False
                continue
            was_figure = kind == "figure"
            if kind == "figure" or (kind == "mark" and self._is_mark(line, token)):
                self._figures += [Character(sign=c, line=number, place=place + n) for n, c in enumerate(piece, 1)]
            else:
                if self._figures:
                    self._close(piece, is_inside=not is_first)
                self._texts[-1].append(piece)
            place += len(piece)
            is_first = False

    def finish(self) -> list[Run]:
        """Return all runs."""
        self._close("", is_inside=False)
        return self._runs

    def _is_mark(self, line: str, token: re.Match[str]) -> bool:
        before, after = line[max(token.start() - 1, 0) : token.start()], line[token.end() : token.end() + 1]
        is_among_letters = before.isalpha() and after.isalpha() and not self._figures
        return not is_among_letters or len(token[0]) >= _FEWEST_MARKS

    def _close(self, piece: str, *, is_inside: bool) -> None:
        """End the run at hand before a piece of text, which may be the stop behind the number of a label."""
        number = ""
        if piece in (".", "、") and self._figures and len(self._figures) not in self._cuts:
            last = self._figures.pop()
            number, is_inside = last.sign, last.place > 1
        if self._figures or not number:
            run = Run(
                texts=tuple(text for text in map("".join, self._texts) if text.strip()),
                characters=tuple(self._figures),
                cuts=frozenset(self._cuts),
                units=self._units,
                number=self._number,
                is_inside=self._is_inside,
            )
            self._runs.append(run)
            self._texts, self._number, self._is_inside = [[number]], number, is_inside
        else:
            self._texts[-1].append(number)
        self._figures, self._cuts, self._units = [], set(), {}


def evidence_of(lines: Sequence[Paragraph], characters: Sequence[Character], by: str | None) -> Evidence:
    """Return where some characters of a line are printed, and what parted them from their neighbours."""
    first, last = characters[0], characters[-1]
    return attrs.evolve(lines[first.line].evidence, by=by, characters=(first.place, last.place))
