"""What must be true of every page of the built site, without a browser."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import attrs
import pytest

from govreport import messages, resources, validate
from govreport.cli.reference import address, grouped, link
from govreport.form.layout import load_layout
from govreport.kinds import WORK_PLAN
from govreport.messages import word
from govreport.rules.data import load_rules
from govreport.rules.terms import read_time, wordings
from tests.reports import EXAMPLES
from tools.site import codes, members, plans
from tools.site.tables import anchor
from tools.site.words import LANGUAGES, say

from .conftest import pages_of

LARGEST = 300 * 1024
FOLDERS = {"zh": "", "en": "en/"}


@attrs.define
class Parsed:
    """What the tests read of a page: its ids, what it refers to, its tables' headers."""

    ids: set[str] = attrs.field(factory=set)
    links: list[str] = attrs.field(factory=list)
    sources: list[str] = attrs.field(factory=list)
    language: str = ""
    headers: list[str] = attrs.field(factory=list)
    scopeless: int = 0


class Reader(HTMLParser):
    """Reads a page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Parsed()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take in what an element says."""
        given = {key: value or "" for key, value in attributes}
        if "id" in given:
            assert given["id"] not in self.page.ids or given["id"].startswith("__"), given["id"]
            self.page.ids.add(given["id"])
        if tag == "a" and "href" in given:
            self.page.links.append(given["href"])
        if tag in ("script", "img", "iframe") and "src" in given:
            self.page.sources.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload"):
            self.page.sources.append(given["href"])
        if tag == "html":
            self.page.language = given.get("lang", "")
        if tag == "th" and "scope" not in given:
            self.page.scopeless += 1
        if tag == "td" and "headers" in given:
            self.page.headers += given["headers"].split()


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Parsed]:
    """Every page of the site by its path."""
    found = {}
    for path in pages_of(site):
        reader = Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = reader.page
    return found


def test_every_page_is_there_in_both_languages(pages: dict[str, Parsed]) -> None:
    chinese = {path for path in pages if not path.startswith("en/")}
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert chinese == english
    assert len(chinese) > 40


def test_every_page_says_its_language(pages: dict[str, Parsed]) -> None:
    for path, page in pages.items():
        assert page.language == ("en" if path.startswith("en/") else "zh"), path


def test_every_link_and_every_anchor_resolves(site: Path, pages: dict[str, Parsed]) -> None:
    broken = [
        (path, link)
        for path, page in pages.items()
        for link in page.links
        if path.rpartition("/")[2] != "404.html" and not _resolves(path, link, pages, site)
    ]
    assert broken == []


def _resolves(path: str, link: str, pages: dict[str, Parsed], site: Path) -> bool:
    if re.match(r"(https?|mailto):", link):
        return True
    target, fragment = urldefrag(link)
    base = path.split("/")[:-1]
    for part in unquote(target).split("/") if target else []:
        if part == "..":
            base.pop()
        elif part not in (".", ""):
            base.append(part)
    found = pages.get("/".join(base) if target else path) or pages.get("/".join([*base, "index.html"]).lstrip("/"))
    if found is None:
        return bool(target) and (site / "/".join(base)).is_file()
    return not fragment or unquote(fragment) in found.ids


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, Parsed]) -> None:
    assert {s for page in pages.values() for s in page.sources if "//" in s} == set()


def test_no_page_is_larger_than_300_kilobytes(site: Path) -> None:
    sizes = {path: path.stat().st_size for path in pages_of(site)}
    assert {path.name: size for path, size in sizes.items() if size > LARGEST} == {}


def test_every_cell_names_its_headers_and_they_are_there(pages: dict[str, Parsed]) -> None:
    for page in pages.values():
        assert set(page.headers) <= page.ids
        assert page.scopeless == 0
    assert sum(len(page.headers) for page in pages.values()) > 1000


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", resources.layouts())
def test_every_cell_has_an_entry_and_the_printed_table_leads_to_it(
    language: str, layout: str, pages: dict[str, Parsed]
) -> None:
    folder = f"{FOLDERS[language]}form/{layout}/"
    printed = pages[f"{folder}index.html"].links
    for cell in load_layout(layout).cells:
        file = f"{cell.split('/')[1]}.html"
        assert anchor(cell) in pages[folder + file].ids
        assert f"{file}#{anchor(cell)}" in printed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", resources.layouts())
def test_every_rule_stands_beside_a_place_that_it_looks_at(
    language: str, layout: str, pages: dict[str, Parsed]
) -> None:
    folder = f"{FOLDERS[language]}form/{layout}/"
    linked = {link for path, page in pages.items() if path.startswith(folder) for link in page.links}
    assert [rule for rule in load_rules(layout) if f"../../{address(rule)}" not in linked] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", WORK_PLAN.layouts)
def test_every_member_of_a_plan_has_an_entry_and_its_print_leads_there(
    language: str, plan: str, pages: dict[str, Parsed]
) -> None:
    page = pages[f"{FOLDERS[language]}form/{plan}.html"]
    described = {member.pointer: anchor(member.pointer) for member in members.walk(plan)}
    assert set(described.values()) <= page.ids
    # Each column and the lines around the table; what a report does not print leads nowhere.
    for pointer in ("/notice/title", "/title", "/year", "/sections/*/items/*/title", "/table_title", "/groups/*/name"):
        assert f"#{described[pointer]}" in page.links
    for column in ("number", "text", "units", "time"):
        assert f"#{described[f'/groups/*/tasks/*/{column}']}" in page.links


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", WORK_PLAN.layouts)
def test_a_rule_of_a_plan_and_the_place_that_it_looks_at_lead_to_each_other(
    language: str, plan: str, pages: dict[str, Parsed]
) -> None:
    form = pages[f"{FOLDERS[language]}form/{plan}.html"]
    for code, rule in load_rules(plan).items():
        assert f"../{address(code)}" in form.links
        findings = pages[FOLDERS[language] + urldefrag(address(code))[0]]
        assert f"../form/{plan}.html#{anchor(rule.at)}" in findings.links


@pytest.mark.parametrize("plan", WORK_PLAN.layouts)
def test_every_wording_of_times_has_examples(plan: str) -> None:
    shown = plans.examples(plan)
    assert len(shown) == len(wordings(plan)) + 1
    for wording, texts in shown.items():
        assert texts
        for text in texts:
            assert read_time(plan, text).kind == (wording.kind if wording else "other")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_an_entry(language: str, pages: dict[str, Parsed]) -> None:
    for code in messages.codes():
        path, fragment = urldefrag(address(code))
        assert fragment in pages[FOLDERS[language] + path].ids
        assert link(code, language) == FOLDERS[language] + address(code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_as_a_term_beside_a_code_is_a_word_of_the_explanation(language: str, site: Path) -> None:
    keys = ("severity", "kind", "standing", "layout", "basis", "blanks", "repair", "explanation", "asks", "condition")
    known = {word(key, language) for key in keys}
    known |= {say("points-to", language, layout=layout) for layout in resources.documents()}
    for group in grouped():
        text = (site / FOLDERS[language] / "findings" / f"{group}.html").read_text(encoding="utf-8")
        assert set(re.findall("<dt>(.*?)</dt>", text)) <= known


@pytest.mark.parametrize("group", grouped())
def test_beside_an_example_that_fails_stands_a_clean_document_of_its_kind(group: str) -> None:
    named = re.findall(r"examples/defects/([a-z0-9-]+\.json)", codes.group_page(group, "zh").replace("<wbr>", ""))
    for failing, clean in zip(named[::2], named[1::2], strict=True):
        code = failing.removesuffix(".json")
        found, expected_none = (validate(EXAMPLES / "defects" / name).findings for name in (failing, clean))
        assert code in {finding.code for finding in found}
        assert expected_none == ()
        assert _is_plan(failing) == _is_plan(clean)


def _is_plan(name: str) -> bool:
    data = (EXAMPLES / "defects" / name).read_bytes()
    return any(f'"layout": "{plan}"'.encode() in data for plan in WORK_PLAN.layouts)


def test_labels_stand_in_the_printed_tables_verbatim(site: Path) -> None:
    for layout in resources.layouts():
        text = (site / "form" / layout / "index.html").read_text(encoding="utf-8")
        for label in _labels(layout):
            assert f">{label}</span>" in text, label


def _labels(layout: str) -> Iterator[str]:
    for table in load_layout(layout).tables:
        for node in list(table.walk())[1:]:
            if node.title:
                yield node.title
