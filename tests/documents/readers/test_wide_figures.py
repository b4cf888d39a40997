"""A figure that is wider than its box on a page: no digit of it is taken for one of the next box."""

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from .test_raised import HEAD, ROWS, SECTION, TITLE, found

SIZE = 10
STARTS = (50, 160, 172, 184, 196)


def page(shift: float) -> bytes:
    """Return a page with narrow boxes, the figures of the second row drawn so much to the right of their middle."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(600, 400))
    canvas.setFont("STSong-Light", SIZE)
    canvas.drawString(50, 350, TITLE)
    canvas.drawString(50, 330, SECTION)
    for y, row in enumerate((HEAD, *ROWS)):
        top = 310 if y == 0 else 200 - 20 * y
        height = 110 if y == 0 else 20
        for x, text in enumerate(row):
            left, right = STARTS[x], STARTS[x + 1]
            canvas.rect(left, top - height, right - left, height)
            lines = [text] if x == 0 or text.isdigit() else list(text)
            for n, line in enumerate(lines):
                width = pdfmetrics.stringWidth(line, "STSong-Light", SIZE)
                middle = (left + right - width) / 2 + (shift if y == 2 and x else 0)
                canvas.drawString(left + 2 if x == 0 else middle, top - 14 - SIZE * n, line)
    canvas.save()
    return target.getvalue()


def test_a_figure_as_wide_as_its_box_is_read() -> None:
    assert found(page(0)) == [int(figure) for _, *figures in ROWS for figure in figures]


@pytest.mark.parametrize("shift", [-6, -4, 4, 6])
def test_a_figure_over_two_boxes_is_of_neither(shift: float) -> None:
    printed = [int(figure) for _, *figures in ROWS for figure in figures]
    read = found(page(shift))
    assert read[:3] == printed[:3]
    # All digits may still stand in their own box.
    assert read[3] in (None, printed[3])
    assert read[4] in (None, printed[4])
    assert read[5] is None
