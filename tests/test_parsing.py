"""The watch over the two parsers sees where they differ, and stands in front of every page that is read."""

from typing import Any

import pytest

import govreport
from govreport.documents.limits import UnreadableDocument
from govreport.documents.trees import by_lxml, by_python
from tests.parsing import Pages

PAGE = b"<table><tr><td>1<td>2</table>"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Pages:
    # Without the watch of this run, which would see the differences that are made below.
    monkeypatch.setattr(by_lxml, "parse", getattr(by_lxml.parse, "__wrapped__", by_lxml.parse))
    pages = Pages()
    pages.watch()
    return pages


def test_pages_of_which_both_make_one_tree_are_passed_over(pages: Pages) -> None:
    with pages.watched():
        by_lxml.parse(PAGE)
        by_lxml.parse(b"<input checked>")
        by_lxml.parse(b"")
        with pytest.raises(UnreadableDocument):
            by_lxml.parse(b"<b>" * 3000)
    assert pages.differing == []


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace(b"1", b"3"),
        PAGE.replace(b"<td>2", b"<th>2"),
        PAGE.replace(b"<td>2", b"<td>2</td><td>"),
        PAGE.replace(b"<td>2", b"<td rowspan=2>2"),
        PAGE.replace(b"<tr>", b"\n<tr>"),
        b"<p>" * 3000,
    ],
)
def test_a_page_of_which_they_do_not_is_kept(other: bytes, pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    parse = by_python.parse
    monkeypatch.setattr(by_python, "parse", lambda source: parse(other))
    by_lxml.parse(PAGE)
    assert pages.differing == []
    with pages.watched():
        by_lxml.parse(PAGE)
    assert pages.differing == [PAGE]


def test_the_watch_of_this_run_stands_before_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    parse = by_python.parse

    def told(source: bytes) -> Any:
        asked.append(source)
        return parse(source)

    monkeypatch.setattr(by_python, "parse", told)
    page = "<html><body><p>本页只供本例一次读取</p></body></html>".encode()
    govreport.extract(page)
    assert len(asked) == 1
