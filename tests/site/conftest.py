"""The site, built once for all tests here, served on loopback, and looked at with Debian's Chromium.

Whatever is missing on a machine skips these tests with its name; `.ci/run` installs it all.
"""

import contextlib
import functools
import http.server
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_socket import enable_socket

from tests.reports import ROOT
from tests.sharing import by_one_process

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# A frame may have no storage.
_FORGET = "try { localStorage.clear(); sessionStorage.clear(); } catch {}"
_SIZE: "ViewportSize" = {"width": 1280, "height": 900}


def pages_of(site: Path) -> Iterator[Path]:
    """Yield the pages of a built site; the check is a file of its own, with tests of its own."""
    return (path for path in site.rglob("*.html") if path.parent.name != "assets")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built as a user builds it."""
    for module in ("mkdocs", "material", "mkdocstrings", "jieba"):
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"THE SITE IS NOT TESTED: {module} is missing; pip install -e '.[docs]'")
    if shutil.which("npm") is None:
        pytest.skip("THE SITE IS NOT TESTED: npm is missing; apt-get install nodejs npm")
    folder = by_one_process(tmp_path_factory, "site") / "built"
    # Not --quiet: it hides warnings from --strict, too.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def _browser() -> "Iterator[Browser]":
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("THE SITE IS NOT TESTED IN A BROWSER: apt-get install chromium fonts-noto-cjk")
    if importlib.util.find_spec("playwright") is None:
        pytest.skip("THE SITE IS NOT TESTED IN A BROWSER: playwright is missing; pip install -e '.[docs]'")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(site: Path, _browser: "Browser") -> Iterator[str]:
    """The address of the site on loopback."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def _page(_browser: "Browser", address: str, site: Path) -> "Iterator[tuple[Page, list[str]]]":
    with _opened(_browser, address) as (page, wrong):
        # To read all of the index of the search takes a page a second of work.
        page.route("**/search/search_index.json", lambda route: route.fulfill(json=_short_index(site)))
        # The theme remembers, before anyone has chosen, which colours it has shown.
        page.add_init_script(_FORGET)
        yield page, wrong


@pytest.fixture
def page(_page: "tuple[Page, list[str]]") -> "Iterator[Page]":
    """A page of a browser that reaches nothing but the site; a request to anywhere else fails the test.

    One test after the other has the same one, as if it were new: to open one takes longer than most of them do. Of the
    index of the search it has one entry.
    """
    # The server of the site runs in this process. Of the browser's requests only those to it are let pass below.
    enable_socket()
    page, wrong = _page
    page.set_viewport_size(_SIZE)
    page.emulate_media(media="null", color_scheme="null")
    wrong.clear()
    yield page
    assert wrong == []


@pytest.fixture(scope="session")
def _searching(_browser: "Browser", address: str) -> "Iterator[tuple[Page, list[str]]]":
    with _opened(_browser, address) as opened:
        yield opened


@pytest.fixture
def searching(_searching: "tuple[Page, list[str]]") -> "Iterator[Page]":
    """The page in which one test after the other searches, with all of the index; else like `page`."""
    enable_socket()
    page, wrong = _searching
    wrong.clear()
    yield page
    assert wrong == []


@contextlib.contextmanager
def _opened(browser: "Browser", address: str) -> "Iterator[tuple[Page, list[str]]]":
    """Open a page; what it asks for elsewhere, and the errors of its scripts, are put into the list beside it."""
    context = browser.new_context(base_url=address, viewport=_SIZE, locale="zh-CN")
    wrong: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: wrong.append(request.url) if not _is_local(request.url, address) else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page, wrong
    context.close()


def _short_index(site: Path) -> dict[str, object]:
    index = json.loads((site / "search" / "search_index.json").read_bytes())
    return {**index, "docs": index["docs"][:1]}


def _is_local(url: str, address: str) -> bool:
    return url.startswith((address, "file:", "data:", "blob:", "about:"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of each request."""
