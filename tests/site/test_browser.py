"""The site in a real browser: in both languages, in the dark, on paper, on a telephone, from a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from govreport.form.layout import load_layout
from govreport.form.naming import place

if TYPE_CHECKING:
    from playwright.sync_api import Page

WORDS = ("结转", "复议", "行政规范性文件", "三安全一稳定")
WIDE_PAGES = ("index.html", "form/2021/index.html", "form/2021/requests.html", "findings/arithmetic.html", "check.html")


def search(page: "Page", words: str) -> list[str]:
    page.click(".md-search__input")
    page.fill(".md-search__input", words)
    page.press(".md-search__input", "End")
    page.wait_for_selector(".md-search-result__article")
    return page.locator(".md-search-result__list > li").all_inner_texts()


@pytest.mark.parametrize("words", WORDS)
def test_the_search_finds_chinese_words(page: "Page", words: str) -> None:
    page.goto("/index.html")
    found = search(page, words)
    assert any(words in text.replace("\u200b", "") for text in found)


@pytest.mark.parametrize("words", WORDS[:1])
def test_the_search_works_from_a_folder(page: "Page", site: Path, words: str) -> None:
    page.goto((site / "index.html").as_uri())
    assert any(words in text.replace("\u200b", "") for text in search(page, words))


def test_the_english_search_finds_english_entries_alone(page: "Page") -> None:
    page.goto("/en/index.html")
    assert any("Carried over" in text for text in search(page, "carried over"))
    links = page.locator(".md-search-result__link").evaluate_all("links => links.map(link => link.pathname)")
    assert {link.split("/")[1] for link in links} == {"en"}


def test_the_language_switch_leads_to_the_same_page_and_back(page: "Page") -> None:
    page.goto("/form/2021/requests.html")
    page.click(".other-language")
    assert page.url.endswith("/en/form/2021/requests.html")
    assert page.locator("html").get_attribute("lang") == "en"
    page.click(".other-language")
    assert page.url.endswith("/form/2021/requests.html")
    assert "/en/" not in page.url


def test_a_cell_of_the_printed_table_leads_to_its_entry(page: "Page") -> None:
    page.goto("/form/2021/index.html")
    page.locator("a[href='requests.html#requests.total.outcomes.total']").click()
    entry = page.locator("[id='requests.total.outcomes.total']")
    entry.wait_for()
    assert entry.is_visible()
    assert page.locator("tr:has([id='requests.total.outcomes.total'])").get_by_text("requests-outcomes").count() == 1


@pytest.mark.parametrize("path", WIDE_PAGES)
def test_a_narrow_screen_needs_no_scrolling_sideways(page: "Page", path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_print_shows_the_tables_and_no_navigation(page: "Page") -> None:
    page.goto("/form/2021/index.html")
    page.emulate_media(media="print")
    assert page.locator("table.form").first.is_visible()
    assert not page.locator(".md-tabs").is_visible()
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".md-sidebar").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_follow_the_system_and_text_keeps_its_contrast(page: "Page", scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("/index.html")
    wanted = "slate" if scheme == "dark" else "default"
    assert page.locator("body").get_attribute("data-md-color-scheme") == wanted
    for selector in ("article p", "td.failing", "th.column", "article p a"):
        assert page.evaluate(_CONTRAST, selector) >= 4.5, selector


# The ratio of WCAG 2, between the colour of an element and the first opaque background behind it.
_CONTRAST = """selector => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const element = document.querySelector(selector);
  const own = rgba(getComputedStyle(element).color);
  let behind = element;
  while (behind && rgba(getComputedStyle(behind).backgroundColor)[3] < 255) behind = behind.parentElement;
  const back = behind ? rgba(getComputedStyle(behind).backgroundColor) : [255, 255, 255, 255];
  const front = own.slice(0, 3).map((part, n) => (part * own[3] + back[n] * (255 - own[3])) / 255);
  const light = (colour) => colour.slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""


def test_the_keyboard_reaches_the_search_and_the_tables(page: "Page") -> None:
    page.goto("/form/2021/index.html")
    page.keyboard.press("Tab")
    assert "md-skip" in (page.evaluate("document.activeElement.className") or "")
    page.keyboard.press("/")
    assert "md-search__input" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Escape")
    page.locator("a[href='requests.html#requests.total.received']").focus()
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label == place(load_layout("2021"), "/requests/total/received")
