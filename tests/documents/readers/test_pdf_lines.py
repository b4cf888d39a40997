"""Lines of PDF pages: words where the eye sees words, and no headers or footers."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from govreport.documents.limits import Limits
from govreport.documents.paper import Paragraph
from govreport.documents.readers import pdf

SONG = "STSong-Light"
Drawn = tuple[float, float, str, str]  # left, bottom, font, text


def lines(*pages: list[Drawn]) -> list[Paragraph]:
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for page in pages:
        for left, bottom, font, text in page:
            canvas.setFont(font, 10)
            canvas.drawString(left, bottom, text)
        canvas.showPage()
    canvas.save()
    parts = pdf.read(stream.getvalue(), Limits()).parts
    assert all(isinstance(part, Paragraph) for part in parts)
    return [part for part in parts if isinstance(part, Paragraph)]


def test_figures_of_narrow_columns_are_words_of_their_own() -> None:
    # Three digits of Helvetica are 16.7 points wide.
    (line,) = lines([(100, 500, "Helvetica", "388"), (120, 500, "Helvetica", "1640")])
    assert [word.text for word in line.words] == ["388", "1640"]


def test_letters_of_a_label_that_stand_apart_are_one_word() -> None:
    (line,) = lines([(100, 500, SONG, "总"), (114, 500, SONG, "计"), (200, 500, "Helvetica", "7")])
    assert [word.text for word in line.words] == ["总计", "7"]


def test_characters_of_fonts_of_different_height_stand_in_one_line() -> None:
    (line,) = lines([(100, 500, SONG, "自"), (110, 497, "Helvetica", "1"), (115.6, 500, SONG, "月")])
    assert line.text == "自1月"


def test_headers_and_footers_that_differ_in_numbers_only_are_left_out() -> None:
    pages: list[list[Drawn]] = [
        [(50, 815, SONG, f"某局 第{number}页"), (50, 500, SONG, f"正文{number}"), (290, 20, "Helvetica", f"{number}/2")]
        for number in (1, 2)
    ]
    assert [line.text for line in lines(*pages)] == ["正文1", "正文2"]


def test_lines_at_the_edge_that_hold_figures_are_no_headers() -> None:
    row: list[Drawn] = [(50.0 + 40 * n, 815.0, "Helvetica", "0") for n in range(7)]
    pages: list[list[Drawn]] = [[(50.0, 500.0, SONG, "正文"), *row], [(50.0, 500.0, SONG, "正文"), *row]]
    assert [line.text for line in lines(*pages)].count("0 0 0 0 0 0 0") == 2
