"""Each site speaks its own language, and says of whatever it quotes in the other which one that is."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest

from govreport import resources
from govreport.kinds import WORK_PLAN, schema_file

from .conftest import pages_of

CHINESE = re.compile(r"[\u3400-\u9fff]")
WORDS = re.compile(r"[A-Za-z]{2}")
CODE = ("code", "pre", "script", "style", "svg")
INLINE = ("a", "abbr", "b", "em", "small", "span", "strong", "sub", "sup", "wbr", "label")
VOID = ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
# The reference has names of Python and JSON as headings, and commands; "#" is the link to a heading.
NAMES = re.compile(r"(govreport )?[\w$]+( ?#)?")
# What is printed besides labels: what stands in cells, short names of rows, titles of documents. One more: the switch.
KNOWN = {"不适用", "元", "万元", "上年结转", "任务分解表", "中文", "万"}
# They say how Chinese sentences are compared or read, and quote some.
QUOTING = (
    "en/guides/plans.html",
    "en/guides/statements.html",
    "en/findings/statements.html",
    "en/reference/standard.html",
)
NUMBER = re.compile(r"（[一二三四五六七]）|[一二三四]、|[1-8]\.")


@cache
def printed() -> re.Pattern[str]:
    """Return what matches the labels of documents and the names of acts, the longest first."""
    files = (*map(schema_file, resources.documents()), "acts.json")
    found = {word for file in files for word in words(file)}
    found |= {NUMBER.sub("", word, count=1) for word in found} | KNOWN
    longest_first = sorted(filter(None, found), key=len, reverse=True)
    return re.compile("|".join((*map(re.escape, longest_first), NUMBER.pattern)))


def words(file: str) -> Iterator[str]:
    """Yield the Chinese texts of a file of the standard that are printed somewhere, its definitions apart."""
    waiting: list[Any] = [resources.read(file)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str) and CHINESE.search(value):
            yield value
        elif isinstance(value, dict):
            waiting += [child for key, child in value.items() if key != "definition"]
        elif isinstance(value, list):
            waiting += value


@attrs.frozen
class Piece:
    """Text of one block of a page, without code.

    `told`: an element around it says its language; `inside`: it stands in the main part; `name`: it is not
    shown, but what an element is called; `quoted`: it is printed in a document that the page shows.
    """

    text: str
    told: bool = False
    inside: bool = False
    name: bool = False
    quoted: bool = False


class Reader(HTMLParser):
    """Reads the pieces of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._open: list[tuple[str, str]] = []
        self._text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        given = dict(attributes)
        if tag not in INLINE or "lang" in given:
            self._end_piece()
        if tag not in VOID:
            self._open.append((tag, given.get("lang") or ""))
        for name in ("aria-label", "placeholder", "alt"):
            if given.get(name):
                self.pieces.append(Piece(given[name] or "", name=True))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag not in INLINE or (self._open and self._open[-1][1]):
            self._end_piece()
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take in text that is no code."""
        if not any(tag in CODE for tag, _ in self._open):
            self._text += data

    def _end_piece(self) -> None:
        text = " ".join(self._text.split())
        if text:
            told = any(language for _, language in self._open[1:])
            around = {tag for tag, _ in self._open}
            self.pieces.append(
                Piece(text, told=told, inside="article" in around, quoted=not around.isdisjoint(("figure", "q")))
            )
        self._text = ""


@pytest.fixture(scope="module")
def pieces(site: Path) -> Mapping[str, list[Piece]]:
    """The pieces of each page."""
    found = {}
    for path in pages_of(site):
        reader = Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = reader.pieces
    return found


def test_the_chinese_site_is_in_chinese(pieces: Mapping[str, list[Piece]]) -> None:
    foreign = {
        (path, piece.text)
        for path, found in pieces.items()
        if not path.startswith("en/")
        for piece in found
        if WORDS.search(piece.text) and not CHINESE.search(piece.text) and not piece.told
        if not (path.startswith("reference/") and NAMES.fullmatch(piece.text))
        # What a document says in `layout`.
        if piece.text not in WORK_PLAN.layouts
    }
    assert foreign == set()


def test_the_english_site_says_what_is_chinese(pieces: Mapping[str, list[Piece]]) -> None:
    silent = {
        (path, piece.text)
        for path, found in pieces.items()
        if path.startswith("en/")
        for piece in found
        if piece.inside and CHINESE.search(piece.text) and not piece.told
    }
    assert silent == set()


def test_the_english_site_has_only_what_is_printed_in_chinese(pieces: Mapping[str, list[Piece]]) -> None:
    foreign = {
        (path, rest)
        for path, found in pieces.items()
        if path.startswith("en/") and path not in QUOTING
        for piece in found
        if not piece.quoted
        if CHINESE.search(rest := printed().sub("", piece.text))
    }
    assert foreign == set()
