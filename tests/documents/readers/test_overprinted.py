"""Characters over others: what is drawn twice counts once, and a watermark across a page is no part of its figures."""

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govreport.documents.readers.overprinted import without_overprinted
from tests.documents.variations.as_ofd import as_ofd

from .test_raised import HEAD, ROWS, SECTION, TITLE, found

FIGURES = [int(figure) for _, *figures in ROWS for figure in figures]


def page(
    *, again: float | None = None, mode: int = 0, watermark: str = "", turn: int = 0, is_ruled: bool = True
) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(600, 400))

    def draw(left: float, foot: float, text: str) -> None:
        canvas.drawString(left, foot, text)
        if again is not None:
            second = canvas.beginText(left + again, foot)
            second.setTextRenderMode(mode)
            second.textOut(text)
            canvas.drawText(second)

    canvas.setFont("STSong-Light", 30)
    for x in range(60, 540, 60):
        for y in range(220, 330, 20):
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(turn)
            canvas.drawString(0, 0, watermark)
            canvas.restoreState()
    canvas.setFont("STSong-Light", 10)
    draw(50, 350, TITLE)
    draw(50, 330, SECTION)
    for y, row in enumerate((HEAD, *ROWS)):
        for x, text in enumerate(row):
            if is_ruled:
                canvas.rect(45 + 120 * x, 294 - 20 * y, 120, 20)
            draw(50 + 120 * x, 300 - 20 * y, text)
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize("is_ruled", [True, False])
@pytest.mark.parametrize(("again", "mode"), [(0.3, 0), (0.8, 0), (0, 3)], ids=["bold", "bolder", "searchable"])
def test_what_is_drawn_twice_counts_once(again: float, mode: int, is_ruled: bool) -> None:
    document = page(again=again, mode=mode, is_ruled=is_ruled)
    assert found(document) == FIGURES
    assert found(as_ofd(document, apart=True)) == FIGURES


@pytest.mark.parametrize("is_ruled", [True, False])
@pytest.mark.parametrize("turn", [30, 45, -45, 60])
def test_a_watermark_across_the_page_is_no_figure(turn: int, is_ruled: bool) -> None:
    assert found(page(watermark="12", turn=turn, is_ruled=is_ruled)) == FIGURES


def test_equal_digits_beside_each_other_are_two() -> None:
    line = [
        {"text": "1", "x0": 10.0 + 2.8 * n, "x1": 12.8 + 2.8 * n, "bottom": 20.0, "size": 10.0, "matrix": (1, 0)}
        for n in range(4)
    ]
    assert len(list(without_overprinted([*line, *line]))) == 4
