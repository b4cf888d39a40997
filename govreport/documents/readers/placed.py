"""Characters with their places, as pages of PDF and OFD have them: ruled tables as grids, all other text as lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any

from govreport.documents.limits import Limits
from govreport.documents.paper import Box, Evidence, Grid, Paper, Paragraph, Part, Word
from govreport.documents.readers.overprinted import without_overprinted
from govreport.documents.readers.page_columns import columns
from govreport.documents.readers.raised import on_their_lines, with_raised
from govreport.documents.readers.ruled import Cell as _Cell
from govreport.documents.readers.slots import Slots
from govreport.documents.readers.wrapped_figures import BREAK
from govreport.documents.text import tidy, without_radicals

_SAME_EDGE = 2
# Of their size, digits of one figure stand no farther apart, unless it is spread.
_TOUCHING = 0.03
# Gaps between characters are measured in fifths of their size.
_PARTS = 5
_DIGITS = frozenset("0123456789,.")
# Headers and footers stand within this many points from the edge of the page; a line of figures is none.
_EDGE = 60
_SEVERAL_PAGES = 2
_NUMBER = re.compile(r"\d+")
_FIGURES = re.compile(r"(?:\S+ +)?0(?: +[0.,—/-]+)+")

# What a character is and where, in points from the left and from the top: `text`, `x0`, `x1`, `top`, `bottom`, `size`,
# whether it is `upright`, and its `matrix`, whose second number says whether turned text runs upwards.
Char = dict[str, Any]
_Char = Char


class Pages:
    """Gathers the parts of page after page."""

    def __init__(self, limits: Limits) -> None:
        self._parts: list[Part] = []
        self._heights: dict[int, int] = {}
        self._limits = limits
        self._tables = self._cells = self._lines = 0

    def paper(self) -> Paper | None:
        """Return what the pages print, headers and footers left out; None where they print nothing."""
        return Paper(parts=tuple(_without_running_lines(self._parts, self._heights))) if self._parts else None

    def add(self, page: int, height: float, chars: Iterable[Char], tables: Iterable[Sequence[_Cell]]) -> None:
        """Read one page, column by column from top to bottom; `tables` are the boxes of those that lines draw."""
        self._heights[page] = round(height)
        chars = [
            {**char, "text": without_radicals(char["text"])} for char in on_their_lines(without_overprinted(chars))
        ]
        for inside, ruled in columns(height, chars, list(tables)):
            self._add_column(page, inside, ruled)

    def _add_column(self, page: int, chars: Sequence[_Char], tables: Iterable[Sequence[_Cell]]) -> None:
        found: list[tuple[Any, Part]] = []
        for table in tables:
            cells = sorted(table, key=itemgetter(1, 0))
            self._cells += len(cells)
            self._limits.check("cells", self._cells)
            slots = Slots(cells)
            if slots.width < 2 or not chars:
                continue
            self._tables += 1
            inside, chars = _sorted_into(cells, chars, self._limits)
            found.append((min(cell[1] for cell in cells), self._grid(page, cells, inside, slots)))
        found.extend(self._text(page, chars))
        self._parts.extend(part for _, part in sorted(found, key=itemgetter(0)))

    def _grid(self, page: int, cells: list[_Cell], inside: list[list[_Char]], slots: Slots) -> Grid:
        boxes = []
        for cell, chars in zip(cells, inside, strict=True):
            slot = slots.of(cell)
            where = Evidence(page=page, box=_points(cell), table=self._tables, row=slot.row + 1, column=slot.column + 1)
            boxes.append(Box(_cell_text(cell, chars), *slot, evidence=where))
        evidence = Evidence(page=page, table=self._tables)
        return Grid(boxes=tuple(boxes), height=slots.height, width=slots.width, evidence=evidence)

    def _text(self, page: int, chars: Sequence[_Char]) -> Iterator[tuple[Any, Part]]:
        for line in _word_lines(chars):
            text = tidy(" ".join(word["text"] for word in line))
            if text:
                self._lines += 1
                first, last = line[0], line[-1]
                box = (first["x0"], min(w["top"] for w in line), last["x1"], max(w["bottom"] for w in line))
                yield (
                    box[1],
                    Paragraph(
                        text=text,
                        evidence=Evidence(page=page, box=_points(box), line=self._lines),
                        is_line=True,
                        words=tuple(Word(text=w["text"], start=round(w["x0"]), end=round(w["x1"])) for w in line),
                    ),
                )


def _without_running_lines(parts: list[Part], heights: dict[int, int]) -> list[Part]:
    """Return the parts without headers and footers: lines at the edge of several pages that differ in numbers only."""
    places: dict[tuple[str, int], set[int]] = {}
    for part in parts:
        if (place := _running_place(part, heights)) is not None:
            places.setdefault(place, set()).add(part.evidence.page or 0)
    return [p for p in parts if len(places.get(_running_place(p, heights) or ("", 0), ())) < _SEVERAL_PAGES]


def _running_place(part: Part, heights: dict[int, int]) -> tuple[str, int] | None:
    """Return what a line at the edge of a page says, numbers aside, and how high it stands, None for other parts."""
    box, page = part.evidence.box, part.evidence.page
    if not isinstance(part, Paragraph) or box is None or page is None:
        return None
    is_at_edge = box[3] < _EDGE or box[1] > heights[page] - _EDGE
    text = _NUMBER.sub("0", part.text)
    return (text, box[1] // _SAME_EDGE) if is_at_edge and not _FIGURES.fullmatch(text) else None


def _sorted_into(cells: list[_Cell], chars: Sequence[_Char], limits: Limits) -> tuple[list[list[_Char]], list[_Char]]:
    """Return the characters inside each cell, and those outside of all."""
    inside: list[list[_Char]] = [[] for _ in cells]
    outside: list[_Char] = []
    heights = sorted({cell[1] for cell in cells} | {cell[3] for cell in cells})
    # The cells that reach into each band between two heights; a place on the border of two bands is looked for in both.
    bands: list[list[int]] = [[] for _ in heights]
    reached = 0
    for number, cell in enumerate(cells):
        first, last = bisect_left(heights, cell[1]), bisect_left(heights, cell[3])
        reached += last - first
        limits.check("cells", reached)
        for band in range(first, last):
            bands[band].append(number)
    before: tuple[_Char, int | None] | None = None
    for char in chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        low, high = bisect_left(heights, y) - 1, bisect_right(heights, y) - 1
        near = sorted(number for band in {low, high} if band >= 0 for number in bands[band])
        around = ((number, cells[number]) for number in near)
        at = next((n for n, cell in around if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]), None)
        (outside if at is None else inside[at]).append(char)
        if before is not None and at != before[1] and _is_one_figure(before[0], char):
            # A figure that is wider than its box: which box that is, its digits do not tell.
            for torn in (at, before[1]):
                if torn is not None:
                    inside[torn].append({**char, "text": BREAK})
        before = char, at
    return inside, outside


def _is_one_figure(before: _Char, char: _Char) -> bool:
    """Tell whether two characters that are drawn one after the other are digits of one figure, which touch."""
    are_digits = before["text"] in _DIGITS and char["text"] in _DIGITS
    is_line = are_digits and abs(char["bottom"] - before["bottom"]) < 1
    return bool(is_line and abs(char["x0"] - before["x1"]) < char["size"] * _TOUCHING)


def _cell_text(cell: _Cell, chars: list[_Char]) -> str:
    chars = [char for char in chars if char["text"].strip()]
    if not chars:
        return ""
    if not any(char["upright"] for char in chars):
        # Turned text runs up or down its cell.
        is_upwards = chars[0]["matrix"][1] > 0
        return "".join(c["text"] for c in sorted(chars, key=itemgetter("top"), reverse=is_upwards))
    size = max(char["size"] for char in chars)
    text, is_full = "", False
    for line in map(with_raised, _lines(chars)):
        pieces = [line[0]["text"]]
        for before, char in pairwise(line):
            pieces.append(" " if char["x0"] - before["x1"] > size * 3 / 4 else "")
            pieces.append(char["text"])
        words = "".join(pieces)
        # A long figure that fills a narrow cell goes on in the next line; one that leaves room has ended.
        goes_on = bool(text) and text[-1] in _DIGITS and words[0] in _DIGITS and is_full
        text += ("" if goes_on or not text else "\n") + words
        is_full = cell[2] - line[-1]["x1"] < size * 5 / 4 and line[0]["x0"] - cell[0] < size * 5 / 4
    return text


def _word_lines(chars: Sequence[_Char]) -> Iterator[list[_Char]]:
    """Yield the words of each line, from top to bottom; characters of one line may come from fonts of different height.

    Words in a Chinese line stand apart where a column ends, not where a letter ends; the digits of one figure touch
    each other.
    """
    turned = [char for char in chars if not char["upright"]]
    lines = [list(_words(line)) for line in _lines([char for char in chars if char["upright"]])]
    lines.extend([_word(word)] for word in _turned_words(turned))
    yield from sorted(filter(None, lines), key=lambda line: min(word["top"] for word in line))


def _turned_words(chars: list[_Char]) -> Iterator[list[_Char]]:
    """Yield the words of turned text, from left to right: characters that follow each other up or down."""
    columns: dict[int, list[_Char]] = {}
    for char in chars:
        columns.setdefault(round((char["x0"] + char["x1"]) / 2 / _SAME_EDGE), []).append(char)
    for _, column in sorted(columns.items()):
        is_upwards = column[0]["matrix"][1] > 0
        ordered = sorted(column, key=itemgetter("top"), reverse=is_upwards)
        word: list[_Char] = []
        for char in ordered:
            gap = 0 if not word else max(char["top"] - word[-1]["bottom"], word[-1]["top"] - char["bottom"])
            if word and (not char["text"].strip() or gap > char["size"]):
                yield word
                word = []
            if char["text"].strip():
                word.append(char)
        if word:
            yield word


def _words(line: list[_Char]) -> Iterator[_Char]:
    word: list[_Char] = []
    for char in line:
        if word and (not char["text"].strip() or char["x0"] - word[-1]["x1"] > _gap(word[-1], char)):
            yield _word(word)
            word = []
        if char["text"].strip():
            word.append(char)
    if word:
        yield _word(word)


def _gap(before: _Char, char: _Char) -> Any:
    """Return how far two characters of one word may stand apart."""
    is_figure = before["text"] in _DIGITS and char["text"] in _DIGITS
    return char["size"] * (1 if is_figure else 4) / _PARTS


def _word(chars: list[_Char]) -> _Char:
    return {
        "text": "".join(char["text"] for char in with_raised(chars)),
        "x0": chars[0]["x0"],
        "x1": chars[-1]["x1"],
        "top": min(char["top"] for char in chars),
        "bottom": max(char["bottom"] for char in chars),
    }


def _lines(items: list[_Char]) -> list[list[_Char]]:
    """Return characters or words in lines, from top to bottom, each from left to right."""
    lines: list[list[_Char]] = []
    for item in sorted(items, key=lambda i: i["top"] + i["bottom"]):
        middle = (item["top"] + item["bottom"]) / 2
        if (
            lines
            and middle < lines[-1][0]["bottom"]
            and (middle - (lines[-1][0]["top"] + lines[-1][0]["bottom"]) / 2 < (item["bottom"] - item["top"]) / 2)
        ):
            lines[-1].append(item)
        else:
            lines.append([item])
    return [sorted(line, key=itemgetter("x0")) for line in lines]


def _points(box: _Cell) -> tuple[int, int, int, int]:
    return (round(box[0]), round(box[1]), round(box[2]), round(box[3]))
