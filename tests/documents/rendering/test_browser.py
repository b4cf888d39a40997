"""The page in Chromium: printed to A4 and read back, on a narrow screen, and what stands together on paper."""

import importlib.util
import io
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pdfplumber
import pytest

from govreport.documents.extraction import extract
from govreport.documents.rendering.render import render
from govreport.documents.rendering.report.printable import printable
from govreport.documents.text import without_radicals
from govreport.documents.wording.labels import fold
from govreport.form.drawing import draw
from govreport.form.layout import load_layout
from tests.sharing import by_one_process

from .differing import differences
from .samples import NAMES, example, noted

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="NO BROWSER: apt-get install chromium fonts-noto-cjk"),
    pytest.mark.skipif(importlib.util.find_spec("playwright") is None, reason="NO BROWSER: pip install -e '.[docs]'"),
]
A4 = (595, 842)
# 24 mm, as the style sheet has it.
MARGIN = 67


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def printed(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The examples with their findings, and a report with notes, each as a PDF."""
    folder = by_one_process(tmp_path_factory, "pages")
    pages = {name: render(example(name), "html", findings=True) for name in NAMES}
    pages["noted"] = render(noted(), "html")
    return {name: as_pdf(browser, folder / f"{name}.html", data) for name, data in pages.items()}


@attrs.frozen(kw_only=True)
class Leaf:
    """A page of paper: its size, between which edges letters stand, and its text, folded as labels are."""

    size: tuple[int, int]
    left: float
    right: float
    text: str


@pytest.fixture(scope="module")
def leaves(printed: dict[str, bytes]) -> Callable[[str], list[Leaf]]:
    """Return the pages of an example by its name; what takes long, to look into a PDF, is done once for each."""
    return cache(lambda name: list(_leaves(printed[name])))


def _leaves(data: bytes) -> Iterator[Leaf]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            yield Leaf(
                size=(round(page.width), round(page.height)),
                left=min(char["x0"] for char in page.chars),
                right=max(char["x1"] for char in page.chars),
                text=fold(without_radicals(page.extract_text())),
            )


def as_pdf(browser: "Browser", path: Path, data: bytes) -> bytes:
    path.write_bytes(data)
    page = browser.new_page()
    page.goto(path.as_uri())
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    return pdf


def read(data: bytes) -> Any:
    report = extract(data).report
    assert report is not None
    return printable(report)


@pytest.mark.parametrize("name", [*NAMES, "noted"])
def test_a_page_printed_to_pdf_is_read_back_whole(name: str, printed: dict[str, bytes]) -> None:
    given = noted() if name == "noted" else example(name)
    assert list(differences(read(printed[name]), printable(given))) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_table_lies_whole_on_one_page_under_its_title(name: str, leaves: Callable[[str], list[Leaf]]) -> None:
    layout = load_layout(example(name).layout)
    for table in layout.tables:
        labels = [fold(box.text) for box in draw(table)[-1].boxes if box.role in ("row", "column")]
        (text,) = [leaf.text for leaf in leaves(name) if fold(table.title) in leaf.text]
        assert labels[-1] in text


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_printed_outside_of_the_type_area(name: str, leaves: Callable[[str], list[Leaf]]) -> None:
    for leaf in leaves(name):
        assert leaf.size == A4
        assert leaf.left >= MARGIN
        assert leaf.right <= A4[0] - MARGIN


def test_the_message_stands_on_the_page_of_the_failing_cell(leaves: Callable[[str], list[Leaf]]) -> None:
    texts = [leaf.text for leaf in leaves("disputes-2023")]
    title = fold(load_layout("2021").nodes["/disputes"].title)
    assert [title in text for text in texts] == [fold("四种结果之和为 5") in text for text in texts]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1100])
def test_a_screen_of_any_width_shows_titles_whole_and_moves_only_tables(
    width: int, scheme: Any, browser: "Browser", tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(render(example("outcomes-2020"), "html", findings=True))
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    ends = page.evaluate("[...document.querySelectorAll('h1, h2')].map(h => h.getBoundingClientRect().right)")
    assert len(ends) == 7
    assert max(ends) <= width
    context.close()


def test_no_head_of_a_narrow_column_is_broken_within_two_characters(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(render(example("outcomes-2020"), "html"))
    page = browser.new_page()
    page.emulate_media(media="print")
    # The type area of A4, in pixels.
    page.set_viewport_size({"width": 612, "height": 900})
    page.goto(path.as_uri())
    lines = page.evaluate(
        """() => [...document.querySelectorAll('.deep th.column')].map(head => {
            const range = document.createRange(), text = head.firstChild, lines = [];
            for (let n = 0; n < text.length; n++) {
                range.setStart(text, n); range.setEnd(text, n + 1);
                const top = Math.round(range.getBoundingClientRect().top);
                if (lines.length && lines.at(-1)[0] === top) lines.at(-1)[1] += text.data[n];
                else lines.push([top, text.data[n]]);
            }
            return lines.map(line => line[1]);
        })"""
    )
    page.close()
    assert ["自然人"] in lines
    assert ["社会", "公益", "组织"] in lines
    assert ["商业", "企业"] in lines
