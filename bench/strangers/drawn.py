"""Printed pages of the second set."""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.pagesizes import A2, A3, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from bench.strangers.page import Page, merged

_FONT, _SIZE = "STSong-Light", 7
_EDGE, _ROW = 60, 34


def _canvas(target: io.BytesIO, size: tuple[float, float]) -> Any:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    return Canvas(target, pagesize=size)


def _lines(text: str, width: float) -> Sequence[str]:
    fitting = max(1, int(width // _SIZE))
    return [text[n : n + fitting] for n in range(0, len(text), fitting)] or [""]


class _Sheet:
    """Writes from the top of a page to its bottom, and goes on on the next one."""

    def __init__(self, canvas: Any, height: float, turn: int = 0) -> None:
        self._canvas, self._height, self._turn = canvas, height, turn
        self._y = 0.0
        self._begin()

    def _begin(self) -> None:
        self._canvas.setPageRotation(self._turn)
        self._canvas.setFont(_FONT, _SIZE)
        self._canvas.setLineWidth(0.5)
        self._y = self._height - _EDGE

    def room(self, height: float) -> None:
        """Go on on the next page where so much does not fit."""
        if self._y - height < _EDGE:
            self._canvas.showPage()
            self._begin()

    def text(self, text: str, left: float, width: float) -> None:
        """Write a paragraph."""
        for line in _lines(text, width):
            self.room(12)
            self._canvas.drawString(left, self._y - 10, line)
            self._y -= 12

    def grid(self, grid: Any, left: float, width: float, ruled: bool) -> None:
        """Write a table, whole."""
        self.room(len(grid) * _ROW)
        step = width / len(grid[0])
        for box in merged(grid):
            x, top = left + box.column * step, self._y - box.row * _ROW
            if ruled:
                self._canvas.rect(x, top - box.height * _ROW, box.width * step, box.height * _ROW)
            lines = _lines(box.text, box.width * step - 4)
            middle = top - box.height * _ROW / 2 + len(lines) * (_SIZE + 1) / 2 - _SIZE
            for n, line in enumerate(lines):
                self._canvas.drawString(x + 2, middle - n * (_SIZE + 1), line)
        self._y -= len(grid) * _ROW + 8


def pages(content: Page, turn: int, ruled: bool) -> bytes:
    """Return pages that say of themselves how they are turned, with or without lines around the boxes."""
    target = io.BytesIO()
    width, height = landscape(A3)
    canvas = _canvas(target, (width, height))
    sheet = _Sheet(canvas, height, turn)
    for _, inside in content:
        if isinstance(inside, str):
            sheet.text(inside, _EDGE, width - 2 * _EDGE)
        else:
            sheet.grid(inside, _EDGE, width - 2 * _EDGE, ruled)
    canvas.save()
    return target.getvalue()


def two_columns(content: Page) -> bytes:
    """Return one page: what comes before table three to the left, the rest to the right."""
    target = io.BytesIO()
    whole, height = landscape(A2)
    canvas = _canvas(target, (whole, height))
    width = (whole - 3 * _EDGE) / 2
    middle = [n for n, (tag, _) in enumerate(content) if tag == "h2"][2]
    for left, half in ((_EDGE, content[:middle]), (2 * _EDGE + width, content[middle:])):
        sheet = _Sheet(canvas, height)
        for _, inside in half:
            if isinstance(inside, str):
                sheet.text(inside, left, width)
            else:
                sheet.grid(inside, left, width, ruled=True)
    canvas.save()
    return target.getvalue()
