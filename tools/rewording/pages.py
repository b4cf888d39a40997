"""The pages of a published PDF with their sentences replaced: rules, titles and tables stay where they are."""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from . import facts
from .paragraphs import reworded
from .reports import is_title
from .sentences import Supply, width

SONG, TIMES = "STSong-Light", "Times-Roman"
_EDGE = 60  # what is printed so near to the foot of a page is its number
_LONGEST_TITLE = 25
_INDENTED = 90  # where the first line of a paragraph begins
_Char = dict[str, Any]


class Line(NamedTuple):
    """A line of a page: its characters from left to right."""

    page: int
    chars: tuple[_Char, ...]

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(char["text"] for char in self.chars)

    @property
    def printed(self) -> tuple[_Char, ...]:
        """The characters that can be seen."""
        return tuple(char for char in self.chars if char["text"].strip())

    @property
    def is_text(self) -> bool:
        """Whether the line is printed and no number of a page."""
        return bool(self.printed) and bool(self.chars[0]["y0"] > _EDGE)


class Words(NamedTuple):
    """What is to be printed in the place of a line, and whether a paragraph ends with it."""

    line: Line
    text: str
    is_last: bool


def reworded_pages(path: Path, name: str) -> bytes:
    """Return a PDF in our words; `name` is that of its example."""
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=True, pageCompression=1)
    with pdfplumber.open(path) as pdf:
        pages = list(pdf.pages)
        lines = [line for number, page in enumerate(pages) for line in _lines(number, page)]
        kept, texts = _reworded(lines, Supply(facts.of_report(name)))
        for number, page in enumerate(pages):
            canvas.setPageSize((float(page.width), float(page.height)))
            _draw_rules(canvas, page)
            for line in kept:
                if line.page == number:
                    for char in line.printed:
                        _draw(canvas, char["text"], char["size"], char["matrix"][4], char["matrix"][5])
            for words in texts:
                if words.line.page == number:
                    _draw_words(canvas, words)
            canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _lines(number: int, page: Any) -> Iterator[Line]:
    chars = sorted(page.chars, key=lambda char: -round(char["matrix"][5]))
    for _, line in groupby(chars, key=lambda char: round(char["matrix"][5])):
        yield Line(number, tuple(sorted(line, key=itemgetter("x0"))))


def _reworded(lines: Sequence[Line], supply: Supply) -> tuple[list[Line], list[Words]]:
    """Return the lines that stay, and those with other words."""
    kept: list[Line] = []
    paragraphs: list[tuple[str, list[Line]]] = []
    theme, is_open = "title", False
    for line in lines:
        text = line.text.strip()
        title = next((number for number in "一二三四五六" if is_title(text, number)), None)
        if title is not None:
            theme, is_open = {"一": "general", "五": "problems", "六": "other"}.get(title, "table"), False
        elif theme == "title" and width(text) > _LONGEST_TITLE:
            theme = "preamble"
        if title is not None or theme in ("title", "table") or not line.is_text:
            kept.append(line)
            continue
        if not is_open or line.printed[0]["x0"] > _INDENTED:
            if text.startswith("（"):
                theme = facts.matter(text.partition("。")[0], theme)
            elif theme == "problems" and is_open:
                theme = "remedies"
            paragraphs.append((theme, []))
        paragraphs[-1][1].append(line)
        is_open = True
    texts: list[Words] = []
    for matter, members in paragraphs:
        found = reworded([line.text.strip() for line in members], matter, supply, False)
        texts.extend(Words(line, text, line is members[-1]) for line, text in zip(members, found, strict=True))
    return kept, texts


def _draw_rules(canvas: Canvas, page: Any) -> None:
    for rect in page.rects:
        canvas.setFillColorRGB(*rect["non_stroking_color"])
        place = (rect["x0"], rect["y0"], rect["width"], rect["height"])
        canvas.rect(*place, stroke=int(rect["stroke"]), fill=int(rect["fill"]))
    canvas.setFillColorRGB(0, 0, 0)
    for line in page.lines:
        canvas.setLineWidth(line["linewidth"])
        canvas.line(line["x0"], line["y0"], line["x1"], line["y1"])


def _draw(canvas: Canvas, text: str, size: float, left: float, bottom: float) -> None:
    canvas.setFont(TIMES if text.isascii() else SONG, size)
    canvas.drawString(left, bottom, text)


def _draw_words(canvas: Canvas, words: Words) -> None:
    """Draw words in place of a line: from its left edge, and to its right edge unless a paragraph ends there."""
    line, text = words.line, words.text
    first, last = line.printed[0], line.printed[-1]
    size = max(char["size"] for char in line.printed)
    widths = [pdfmetrics.stringWidth(char, TIMES if char.isascii() else SONG, size) for char in text]
    room = last["x1"] - first["x0"] - sum(widths)
    gap = 0 if (words.is_last and room > 0) or len(text) < 2 else room / (len(text) - 1)
    left, bottom = first["matrix"][4], first["matrix"][5]
    for char, wide in zip(text, widths, strict=True):
        _draw(canvas, char, size, left, bottom)
        left += wide + gap


def words_of(path: Path) -> str:
    """Return what the pages of a PDF say, line by line."""
    with pdfplumber.open(path) as pdf:
        lines = [line for number, page in enumerate(pdf.pages) for line in _lines(number, page)]
    return "\n".join(re.sub(r"\s+", "", line.text) for line in lines)
