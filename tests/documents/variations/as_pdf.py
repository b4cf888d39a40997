"""The report as PDF, drawn line by line with a library that only draws. Does not import the library under test."""

import io
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from .as_html import Cells, four, three_body, three_head, two
from .as_office import placed
from .source import Doc

_FONT, _SIZE = "STSong-Light", 8
_LEFT, _TOP, _BOTTOM = 50, 790, 60
Boxes = list[tuple[int, int, int, int, str]]
_WIDTHS = {4: [120, 120, 120, 120], 10: [18, 60, 130] + [40] * 7, 15: [32] * 15}


class Page:
    """Writes text and tables from top to bottom, on as many pages as they need."""

    def __init__(self, *, ruled: bool, turned: bool, repeated: bool, rotation: int = 0) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
        self._stream = io.BytesIO()
        self._canvas = Canvas(self._stream, pagesize=A4)
        self._rotation = rotation
        self._ruled, self._turned, self._repeated = ruled, turned, repeated
        self._y = _TOP
        self._number = 0
        self._font()

    def text(self, line: str) -> None:
        """Write a paragraph in lines of sixty characters; no program that sets text breaks a number."""
        pieces, start = [], 0
        while start < len(line):
            end = start + 60
            while end < len(line) and line[end - 1].isdigit() and line[end].isdigit():
                end -= 1
            pieces.append(line[start:end])
            start = end
        for number, piece in enumerate(pieces):
            if self._y < _BOTTOM:
                self._turn_over()
            self._canvas.drawString(_LEFT + (0 if number else 16), self._y, piece)
            self._y -= 14

    def table(self, rows: list[Cells], head: int) -> None:
        """Draw a table; one that does not fit goes on on the next page."""
        boxes = placed(rows)
        widths = _WIDTHS[max(x + w for _, x, _, w, _ in boxes)]
        lefts = [_LEFT + sum(widths[:n]) for n in range(len(widths) + 1)]
        heights = [self._height(boxes, y, widths) for y in range(len(rows))]
        start = 0
        while start < len(rows):
            end, room = start, self._y - _BOTTOM
            repeat = head if self._repeated and start else 0
            room -= sum(heights[:repeat])
            while end < len(rows) and heights[end] <= room:
                room -= heights[end]
                end += 1
            if end == start:
                self._turn_over()
                continue
            if repeat:
                self._rows(boxes, 0, repeat, heights, lefts)
            self._rows(boxes, start, end, heights, lefts)
            start = end
            if start < len(rows):
                self._turn_over()
        self._y -= 10

    def bytes(self) -> bytes:
        """Return the PDF."""
        self._turn_over()
        self._canvas.save()
        return self._stream.getvalue()

    def _rows(self, boxes: Boxes, start: int, end: int, heights: list[int], lefts: list[int]) -> None:
        tops = [self._y - sum(heights[start:n]) for n in range(start, end + 1)]
        for y, x, tall, wide, text in boxes:
            first, last = max(y, start), min(y + tall, end)
            if first >= last:
                continue
            top, bottom = tops[first - start], tops[last - start]
            left, right = lefts[x], lefts[x + wide]
            if self._ruled:
                self._canvas.rect(left, bottom, right - left, top - bottom)
            if y >= start:
                self._fill(text, left, right, top, bottom)
        self._y = tops[-1]

    def _fill(self, text: str, left: int, right: int, top: int, bottom: int) -> None:
        if self._turned and right - left < 20 and len(text) > 3:
            self._canvas.saveState()
            self._canvas.translate(right - 6, (top + bottom) / 2)
            self._canvas.rotate(90)
            self._font()
            self._canvas.drawCentredString(0, 0, text)
            self._canvas.restoreState()
            return
        fit = max(1, (right - left - 4) // _SIZE)
        lines = [text] if text.isascii() else [text[n : n + fit] for n in range(0, len(text), fit)]
        y = (top + bottom) / 2 + (len(lines) - 1) * 5 - 3
        for line in lines:
            self._canvas.drawCentredString((left + right) / 2, y, line)
            y -= 10

    def _height(self, boxes: Boxes, row: int, widths: list[int]) -> int:
        most = 1
        for y, x, tall, wide, text in boxes:
            if y == row and tall == 1 and not text.isascii():
                most = max(most, -(-len(text) * _SIZE // (sum(widths[x : x + wide]) - 4)))
        return 10 * most + 8

    def _turn_over(self) -> None:
        self._number += 1
        self._canvas.drawCentredString(300, 30, f"- {self._number} -")
        self._canvas.setPageRotation(self._rotation)
        self._canvas.showPage()
        self._font()
        self._y = _TOP

    def _font(self) -> None:
        self._canvas.setFont(_FONT, _SIZE)
        self._canvas.setLineWidth(0.5)


def as_pdf(doc: Doc, *, ruled: bool = True, turned: bool = False, repeated: bool = False, rotation: int = 0) -> bytes:
    """Return the report as a PDF; `rotation` turns its pages by so many degrees."""
    page = Page(ruled=ruled, turned=turned, repeated=repeated, rotation=rotation)
    texts = list(doc.texts.values())
    tables = [(two(doc), 0), (three_head(doc) + three_body(doc), 3), (four(doc), 3)]
    for line in doc.head:
        page.text(line)
    contents: list[list[Any]] = [texts[0], *([t] for t in tables), texts[1], texts[2]]
    for title, content in zip(doc.titles, contents, strict=True):
        page.text(title)
        for item in content:
            if isinstance(item, str):
                page.text(item)
            else:
                page.table(*item)
    return page.bytes()
