"""The site in a real browser: in both languages, in the dark, on paper, on a telephone, from a folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from govreport import resources
from govreport.form.layout import load_layout
from govreport.form.naming import place

if TYPE_CHECKING:
    from playwright.sync_api import Page

NEWEST = resources.layouts()[-1]
FIRST = {
    "结转": f"form/{NEWEST}/requests.html",
    "复议": "form/2021/disputes.html",
    "行政规范性文件": "form/2021/proactive_disclosure.html",
    "三安全一稳定": "form/2021/requests.html",
    "工作要点": "form/workplan.html",
    "任务分解表": "form/workplan.html",
    "责任单位": "form/workplan.html",
    "时间节点": "form/workplan.html",
}
WORDS = tuple(FIRST)
ADDRESSES = "links => links.map(link => link.pathname)"
COLOURED_PAGES = (
    "index.html",
    "check.html",
    "form/2021/index.html",
    "form/workplan.html",
    "findings/arithmetic.html",
    "reference/api.html",
)
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
# What is on its way to its place or colour is none to measure.
STILL = "* { transition: none !important }"
WIDE_PAGES = (
    "index.html",
    "form/2021/index.html",
    "form/2021/requests.html",
    "form/workplan.html",
    "findings/arithmetic.html",
    "check.html",
)


def search(page: "Page", words: str) -> list[str]:
    page.click(".md-search__input")
    # What was found before goes first.
    page.fill(".md-search__input", "")
    page.wait_for_selector(".md-search-result__article", state="detached")
    page.fill(".md-search__input", words)
    page.press(".md-search__input", "End")
    page.wait_for_selector(".md-search-result__article")
    return page.locator(".md-search-result__list > li").all_inner_texts()


@pytest.fixture
def chinese(searching: "Page", address: str) -> "Page":
    """The page of the search, at the start of the site."""
    if not searching.url.startswith(f"{address}/index.html"):
        searching.goto("/index.html")
    return searching


@pytest.mark.parametrize("words", WORDS)
def test_the_search_finds_chinese_words_and_shows_the_form_first(chinese: "Page", words: str) -> None:
    assert words in search(chinese, words)[0].replace("\u200b", "")
    assert chinese.locator(".md-search-result__link").evaluate_all(ADDRESSES)[0] == f"/{FIRST[words]}"


def test_the_search_asks_for_all_words_where_a_page_has_them(chinese: "Page") -> None:
    search(chinese, "行政规范性文件")
    assert "disputes" not in " ".join(chinese.locator(".md-search-result__link").evaluate_all(ADDRESSES))
    # No page has both.
    search(chinese, "结转规章")
    assert chinese.locator(".md-search-result__link").count() > 0


@pytest.mark.parametrize("words", WORDS[:1])
def test_the_search_works_from_a_folder(searching: "Page", site: Path, words: str) -> None:
    searching.goto((site / "index.html").as_uri())
    assert words in search(searching, words)[0].replace("\u200b", "")


def test_the_english_search_finds_english_entries_alone(searching: "Page") -> None:
    searching.goto("/en/index.html")
    assert "Carried over" in search(searching, "carried over")[0]
    links = searching.locator(".md-search-result__link").evaluate_all(ADDRESSES)
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


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_help_of_every_command_is_read_without_scrolling(page: "Page", folder: str) -> None:
    page.goto(f"/{folder}reference/cli.html")
    fits = page.locator("pre > code").evaluate_all("all => all.map(code => code.scrollWidth <= code.clientWidth)")
    assert fits
    assert all(fits)


def test_the_print_shows_the_tables_and_no_navigation(page: "Page") -> None:
    page.goto("/form/2021/index.html")
    page.emulate_media(media="print")
    assert page.locator("table.form").first.is_visible()
    assert not page.locator(".md-tabs").is_visible()
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".md-sidebar").first.is_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_follow_the_system(page: "Page", scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/index.html")
    assert page.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]


@pytest.mark.parametrize("path", COLOURED_PAGES)
def test_every_text_has_the_contrast_that_wcag_asks_for(page: "Page", path: str) -> None:
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.goto(f"/{path}")
        page.add_style_tag(content=STILL)
        assert page.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
        assert page.evaluate(CONTRAST) == {}


@pytest.fixture
def checked(page: "Page") -> "Page":
    """The check in the browser, with what it says of its example."""
    page.goto("/assets/govreport.html")
    page.click("#sample-show")
    page.wait_for_selector(".document .verdict", timeout=120_000)
    return page


def test_the_check_is_read_in_any_light_and_on_a_narrow_screen(checked: "Page") -> None:
    for scheme in ("light", "dark"):
        checked.emulate_media(color_scheme=scheme)
        assert checked.evaluate(CONTRAST) == {}
    checked.set_viewport_size({"width": 390, "height": 844})
    assert checked.evaluate("document.documentElement.scrollWidth") <= 390
    for button in checked.locator("button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_faint_text_is_seen_by_the_measure_of_contrast(page: "Page") -> None:
    page.goto("/index.html")
    page.add_style_tag(content="article p { color: #999 !important }")
    assert "p." in page.evaluate(CONTRAST)


def test_what_is_a_link_or_fails_is_told_without_colour(page: "Page") -> None:
    page.goto("/index.html")
    style = "(element, name) => getComputedStyle(element)[name]"
    assert page.locator("article p > a").first.evaluate(style, "textDecorationLine") == "underline"
    failing = page.locator("td.failing").first
    assert failing.evaluate(style, "outlineStyle") == "double"
    assert "※" in failing.inner_text()


def test_the_keyboard_reaches_the_search_and_the_tables(page: "Page") -> None:
    page.goto("/form/2021/index.html")
    page.add_style_tag(content=STILL)
    page.keyboard.press("Tab")
    assert "md-skip" in (page.evaluate("document.activeElement.className") or "")
    assert page.locator(".md-skip").evaluate("link => getComputedStyle(link).opacity") == "1"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target') !== null")
    page.keyboard.press("/")
    assert "md-search__input" in page.evaluate("document.activeElement.className")
    page.keyboard.press("Escape")
    page.locator("a[href='requests.html#requests.total.received']").focus()
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label == place(load_layout("2021"), "/requests/total/received")
