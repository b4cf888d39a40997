"""What a cell holds beside its figure without showing it, or struck out, is no digit of the figure."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from .test_raised import HEAD, ROWS, SECTION, TITLE, found, html, open_text, word

OLD = "2"


def struck(run: Any) -> None:
    run.font.strike = True


def struck_twice(run: Any) -> None:
    run.font.double_strike = True


def hidden(run: Any) -> None:
    run.font.hidden = True


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in ((TITLE,), (SECTION,), HEAD):
        book.active.append(list(row))
    for label, *figures in ROWS:
        old = TextBlock(InlineFont(strike=True), OLD)
        book.active.append([label, *(CellRichText(old, figure) for figure in figures)])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "del": lambda: html("<del>", "</del>"),
    "s": lambda: html("<s>", "</s>"),
    "strike": lambda: html("<strike><b>", "</b></strike>"),
    "line-through": lambda: html('<span style="color:red;text-decoration: line-through">', "</span>"),
    "line-through, by its line": lambda: html('<b style="text-decoration-line:line-through">', "</b>"),
    "line-through, by a class": lambda: (
        b"<style>.old{text-decoration:line-through red}</style>" + html('<span class="old">', "</span>")
    ),
    "hidden em": lambda: html('<em style="display:none">', "</em>"),
    "hidden b": lambda: html("<b hidden>", "</b>"),
    "no size": lambda: html('<span style="font-size:0px">', "</span>"),
    "for voices": lambda: html('<span class="label sr-only">', "</span>"),
    "docx, struck": lambda: word(struck),
    "docx, struck twice": lambda: word(struck_twice),
    "docx, hidden": lambda: word(hidden),
    "xlsx, struck": workbook,
    "odt, struck": lambda: open_text('text-line-through-style="solid"'),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_not_shown_or_does_not_count_is_no_digit(name: str) -> None:
    assert found(DOCUMENTS[name]()) == [int(figure) for _, *figures in ROWS for figure in figures]


def test_a_size_inside_of_what_has_none_is_shown() -> None:
    page = html('<span style="font-size:0"><i style="font-size:14px">', "</i></span>")
    assert found(page) == [int(f"{figure}{OLD}") for _, *figures in ROWS for figure in figures]


def test_a_figure_that_is_struck_out_is_none() -> None:
    page = html("<s>", "</s>").decode().replace(f"<td>21<s>{OLD}</s></td>", "<td><s>21</s></td>")
    assert found(page.encode())[:3] == [1, 0, None]


def test_a_row_that_is_struck_out_is_not_read() -> None:
    row = "<tr style='text-decoration:line-through'><td>规章</td><td>7</td><td>7</td><td>7</td></tr>"
    page = html("<s>", "</s>").decode().replace("<tr><td>规章", f"{row}<tr><td>规章")
    assert found(page.encode())[:3] == [1, 0, 21]


def test_hidden_words_in_a_line_are_not_read() -> None:
    lines = (f"<p>{'　'.join(row)}</p>" for row in (HEAD, *ROWS))
    page = f"<h1>{TITLE}</h1><p>{SECTION}</p>{''.join(lines)}".replace("　21<", '　<i style="display:none">9</i>21<')
    assert found(page.encode()) == [int(figure) for _, *figures in ROWS for figure in figures]
