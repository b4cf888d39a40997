"""The page of a review in a browser, opened from its file: it sorts and filters, asks for nothing, and prints whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pytest_socket import enable_socket

from tests.cli.running import govreport
from tests.reports import changed, clean, document

from .conftest import _is_local

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

YEAR = clean()["year"]
NAMES = ("甲县财政局", "乙县教育局", "丙县司法局", "丁县审计局")
RECEIVED = {"甲县财政局": 0, "乙县教育局": 7, "丙县司法局": 4}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review of four bodies: one clean, one wrong, one late, one that has not reported."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "now").mkdir()
    for name, received in RECEIVED.items():
        figures: dict[str, Any] = {
            f"/requests/{column}/{row}": received
            for column in ("natural_person", "total")
            for row in ("received", "outcomes/granted", "outcomes/total")
        }
        others = {"/requests/natural_person/carried_over": 0, "/requests/total/carried_over": 0}
        report = changed({**_nothing(), **figures, **others, "/organ": {"name": name}})
        report["title"] = f"{name}{YEAR}年政府信息公开工作年度报告"
        if name == "乙县教育局":
            report["requests"]["total"]["received"] = 70
        if name == "丙县司法局":
            report["published"] = f"{YEAR + 1}-12-01"
        (folder / "now" / f"{name}.json").write_bytes(document(report))
    (folder / "list.csv").write_text("名称\n" + "\n".join(NAMES), encoding="utf-8")
    output = folder / "review.html"
    govreport("review", folder / "now", "--bodies", folder / "list.csv", "-o", output, "--lang", "zh")
    return output


def _nothing() -> dict[str, Any]:
    """Return every count of table three as 0, by its pointer."""
    found: dict[str, Any] = {}

    def walk(value: Any, pointer: str) -> None:
        if isinstance(value, dict):
            for name, child in value.items():
                walk(child, f"{pointer}/{name}")
        else:
            found[pointer] = 0

    walk(clean()["requests"], "/requests")
    return found


@pytest.fixture
def opened(_browser: "Browser", file: Path) -> "Iterator[Page]":
    enable_socket()
    context = _browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page = context.new_page()
    trouble: list[str] = []
    page.on("request", lambda request: trouble.append(request.url) if not _is_local(request.url, "file:") else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda message: trouble.append(message.text))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert trouble == []


def names(page: "Page") -> list[str]:
    shown = page.locator("table.bodies tbody tr:visible th")
    return [text.strip() for text in shown.all_inner_texts()]


def test_bodies_stand_in_the_order_of_the_list_and_can_be_sorted(opened: "Page") -> None:
    assert names(opened) == list(NAMES)
    head = opened.get_by_role("button", name="收到申请")
    head.click()
    assert names(opened)[:3] == ["乙县教育局", "丙县司法局", "甲县财政局"]
    head.press("Enter")
    assert names(opened) == ["丁县审计局", "甲县财政局", "丙县司法局", "乙县教育局"]
    assert opened.locator("th[aria-sort]").count() == 1


@pytest.mark.parametrize(
    ("kind", "found"),
    [("未报", ["丁县审计局"]), ("逾期", ["丙县司法局"]), ("没有问题", ["甲县财政局"]), ("全部", list(NAMES))],
)
def test_a_kind_of_body_is_picked_out_with_its_problems(kind: str, found: list[str], opened: "Page") -> None:
    opened.get_by_role("combobox").select_option(kind)
    assert names(opened) == found
    sections = opened.locator("tbody.body:visible").count()
    assert sections == len([name for name in found if name != "甲县财政局"])


def test_a_body_is_found_by_a_part_of_its_name(opened: "Page") -> None:
    opened.get_by_role("searchbox").fill("司法")
    assert names(opened) == ["丙县司法局"]
    opened.get_by_role("searchbox").fill("")
    assert names(opened) == list(NAMES)


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_reaches_beyond_the_screen(width: int, opened: "Page") -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture
def still(_browser: "Browser", file: Path) -> "Iterator[Page]":
    """The page in a browser that runs no script."""
    enable_socket()
    context = _browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


def test_without_a_script_it_says_all_the_same(still: "Page") -> None:
    assert names(still) == list(NAMES)
    assert still.locator(".filter").count() == 0
    assert still.locator("tbody.body").count() == len(NAMES) - 1
