"""What a page of OFD draws: characters with their places, and the straight lines of its paths."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from xml.etree.ElementTree import Element

from govreport.documents.limits import Limits
from govreport.documents.readers.overprinted import is_slanted
from govreport.documents.readers.placed import Char
from govreport.documents.readers.ruled import Edge

# The format measures in millimetres, the readers in points.
POINTS = 72 / 25.4
_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,15}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?")
_STEP = re.compile(r"[A-Za-z]|[-+]?(?:[0-9]{1,15}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?")
# How many numbers follow the letter of a step; the last two are where it ends.
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_STRAIGHT = frozenset("LC")
# Of its size so much of a character is above the line that it is written on.
_ABOVE = 0.86
# Lines this near to each other are one, and one that ends so near to another goes on in it.
_NEAR = 3.0
_SHORTEST = 3.0
# What is filled but not outlined is a line if it is no thicker.
_THICKEST_RULE = 3.0
_HOLDERS = frozenset({"Layer", "PageBlock", "Content"})


class Matrix(NamedTuple):
    """Where a place (x, y) of an object lies on the page: (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place lies."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


class Drawing:
    """Gathers what the layers of a page draw; raises UnreadableDocument for more than a page may show."""

    def __init__(self, limits: Limits) -> None:
        self.characters: list[Char] = []
        self.height = 0.0
        self._limits = limits
        self._lines: list[tuple[float, float, float, float]] = []
        self._objects = 0

    def add(self, content: Element) -> None:
        """Draw what is inside an element."""
        stack = list(reversed(content))
        while stack:
            element = stack.pop()
            self._objects += 1
            self._limits.check("characters", self._objects)
            name = element.tag.rpartition("}")[2]
            if element.get("Visible") == "false":
                continue
            if name in _HOLDERS:
                stack.extend(reversed(element))
            elif name == "TextObject":
                self._add_text(element)
            elif name == "PathObject":
                self._add_path(element)

    def turn_upright(self, width: float, height: float) -> None:
        """Set the height of the page, which is turned so that most of its text runs from left to right."""
        self.height = height
        turns = Counter(_turn(char["matrix"]) for char in self.characters if not is_slanted(char["matrix"]))
        turn = next((turn for turn, count in turns.most_common(1) if count > turns.total() // 2), 0)
        for _ in range(turn // 90):
            # By 90 degrees clockwise: what was at the bottom is at the left.
            for char in self.characters:
                left, right = self.height - char["bottom"], self.height - char["top"]
                char.update(x0=left, x1=right, top=char["x0"], bottom=char["x1"])
                along, up = char["matrix"]
                char["matrix"] = (up, -along)
            self._lines = [(self.height - y1, x1, self.height - y0, x0) for x0, y0, x1, y1 in self._lines]
            width, self.height = self.height, width
        for char in self.characters:
            char["upright"] = abs(char["matrix"][0]) >= abs(char["matrix"][1])

    def edges(self) -> list[Edge]:
        """Return the lines that run across or up, those that lie upon or end in each other as one."""
        level = [(y0, min(x0, x1), max(x0, x1)) for x0, y0, x1, y1 in self._lines if abs(y1 - y0) < 1 <= abs(x1 - x0)]
        upright = [(x0, min(y0, y1), max(y0, y1)) for x0, y0, x1, y1 in self._lines if abs(x1 - x0) < 1 <= abs(y1 - y0)]
        return [
            *({"orientation": "h", "top": p, "bottom": p, "x0": a, "x1": b} for p, a, b in _joined(level)),
            *({"orientation": "v", "x0": p, "x1": p, "top": a, "bottom": b} for p, a, b in _joined(upright)),
        ]

    def _add_text(self, element: Element) -> None:
        size = _number(element.get("Size"), 0.0)
        if size <= 0:
            return
        matrix = _matrix(element)
        # A stretch of the letters, and how far they are turned beside what the matrix turns.
        stretch = _number(element.get("HScale"), 1.0) or 1.0
        x = y = 0.0
        for code in element:
            if code.tag.rpartition("}")[2] != "TextCode":
                continue
            text = (code.text or "").strip("\r\n\t")
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            is_down = code.get("DeltaX") is None and code.get("DeltaY") is not None
            across = _deltas(code.get("DeltaX"), len(text))
            down = _deltas(code.get("DeltaY"), len(text))
            at_x, at_y = x, y
            for index, letter in enumerate(text):
                width = size * stretch * (0.5 if letter.isascii() else 1)
                self._add_character(letter, matrix, at_x, at_y, width, size)
                at_x += across[index] if index < len(across) else 0.0 if is_down else across[-1] if across else width
                at_y += down[index] if index < len(down) else down[-1] if down else 0.0

    def _add_character(self, letter: str, matrix: Matrix, x: float, y: float, width: float, size: float) -> None:
        self._objects += 1
        self._limits.check("characters", self._objects)
        corners = [
            matrix.at(x + across, y + down) for across in (0, width) for down in (-size * _ABOVE, size * (1 - _ABOVE))
        ]
        scale = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c)) or 1.0
        places = [place for corner in corners for place in corner]
        if not all(math.isfinite(place) and abs(place) < 1e6 for place in places):
            return
        self.characters.append(
            {
                "text": letter,
                "x0": min(places[::2]) * POINTS,
                "x1": max(places[::2]) * POINTS,
                "top": min(places[1::2]) * POINTS,
                "bottom": max(places[1::2]) * POINTS,
                "size": size * scale * POINTS,
                # As PDF has it, whose pages count upwards.
                "matrix": (matrix.a, -matrix.b),
            }
        )

    def _add_path(self, element: Element) -> None:
        is_drawn = element.get("Stroke") != "false"
        if not is_drawn and element.get("Fill") != "true":
            return
        data = next((child.text or "" for child in element if child.tag.rpartition("}")[2] == "AbbreviatedData"), "")
        matrix = _matrix(element)
        lines: list[tuple[float, float, float, float]] = []
        for start, end in _straight(data):
            (x0, y0), (x1, y1) = matrix.at(*start), matrix.at(*end)
            lines.append((x0 * POINTS, y0 * POINTS, x1 * POINTS, y1 * POINTS))
            self._limits.check("strokes", len(self._lines) + len(lines))
        if not is_drawn and lines:
            wide = max(max(x0, x1) for x0, _, x1, _ in lines) - min(min(x0, x1) for x0, _, x1, _ in lines)
            tall = max(max(y0, y1) for _, y0, _, y1 in lines) - min(min(y0, y1) for _, y0, _, y1 in lines)
            if min(wide, tall) > _THICKEST_RULE:
                return
        self._lines.extend(line for line in lines if all(math.isfinite(place) for place in line))


def numbers(text: str, most: int) -> list[float]:
    """Return the first numbers of a text."""
    return [float(found[0]) for found in islice(_NUMBER.finditer(text), most)]


def _number(text: str | None, default: float) -> float:
    found = _NUMBER.match(text.strip()) if text is not None else None
    return float(found[0]) if found is not None else default


def _matrix(element: Element) -> Matrix:
    """Return where the places of an object lie on the page: its own matrix, then the corner of its boundary."""
    own = numbers(element.get("CTM", ""), 6)
    matrix = Matrix(*own) if len(own) == 6 else Matrix()
    corner = numbers(element.get("Boundary", ""), 2)
    left, top = corner if len(corner) == 2 else (0.0, 0.0)
    return matrix._replace(e=matrix.e + left, f=matrix.f + top)


def _deltas(text: str | None, most: int) -> list[float]:
    """Return how far each letter is from the next; `g 3 2.5` stands for three times 2.5."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if word == "g":
            count, value = next(words, "0"), _number(next(words, None), 0.0)
            times = int(count[:6]) if count[:6].isdecimal() else 0
        else:
            times, value = 1, _number(word, 0.0)
        found.extend([value] * min(times, most - len(found)))
        if len(found) >= most:
            break
    return found


def _straight(data: str) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight lines of a path, from its text of letters and numbers."""
    start = place = (0.0, 0.0)
    letter = ""
    operands: list[float] = []
    for step in _STEP.finditer(data):
        word = step[0]
        if word.isalpha():
            letter, operands = word, []
        else:
            operands.append(float(word))
        if len(operands) != _OPERANDS.get(letter, -1):
            continue
        end = start if letter == "C" else (operands[-2], operands[-1])
        if letter in _STRAIGHT and end != place:
            yield place, end
        place = end
        start = end if letter in "SM" else start
        operands = []


def _joined(lines: Sequence[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Yield lines of one direction, each as its place and its two ends."""
    bundles: list[list[tuple[float, float, float]]] = []
    for line in sorted(lines):
        if bundles and line[0] - bundles[-1][-1][0] <= _NEAR:
            bundles[-1].append(line)
        else:
            bundles.append([line])
    for bundle in bundles:
        place = sum(line[0] for line in bundle) / len(bundle)
        first, last = None, 0.0
        for _, start, end in sorted(bundle, key=lambda line: line[1]):
            if first is not None and start <= last + _NEAR:
                last = max(last, end)
                continue
            if first is not None and last - first >= _SHORTEST:
                yield place, first, last
            first, last = start, end
        if first is not None and last - first >= _SHORTEST:
            yield place, first, last


def _turn(matrix: tuple[float, float]) -> int:
    """Return by how many degrees a character must be turned clockwise to stand upright."""
    along, up = matrix
    if abs(along) >= abs(up):
        return 0 if along >= 0 else 180
    return 90 if up > 0 else 270
