"""Pages give the same whether lxml reads them or Python alone: the same tree, paper, evidence, values and findings."""

import json
import random
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govreport
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.readers import html as reader
from govreport.documents.trees import by_lxml, by_python
from govreport.documents.trees import html as door
from tests.corpus.documents import SEED, entries
from tests.documents.variations.catalogue import NAMES, make
from tests.growth.mutation import broken, seeds
from tests.parsing import flat

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "tests" / "data", ROOT.parent / "shared" / "cases", ROOT.parent / "shared" / "published")
pytestmark = pytest.mark.pages
READERS = {"lxml": by_lxml.parse, "python": by_python.parse}


@cache
def pages() -> dict[str, bytes]:
    """Return pages of the corpus, of the variations, of the files at hand and of the examples as they are printed."""
    found = {entry.shape + entry.change: entry for entry in entries(SEED, 2) if entry.shape.startswith("html")}
    made = {name: entry.make().data for name, entry in found.items()}
    made |= {name: make(name)[0] for name in NAMES if name.startswith("html")}
    made |= {str(path): path.read_bytes() for folder in FOLDERS for path in sorted(folder.rglob("*.htm*"))}
    for path in sorted((ROOT / "examples").glob("*.json")):
        made[path.name] = govreport.render(govreport.load(path), "html")
    return made


def both(monkeypatch: pytest.MonkeyPatch, data: bytes) -> Iterator[Any]:
    """Yield what is made of a page with each of the two parsers."""
    for parse in READERS.values():
        monkeypatch.setattr(reader, "parse_html", parse)
        try:
            extraction = govreport.extract(data)
        except UnreadableDocument as error:
            yield error.finding
        else:
            value = json.dumps(extraction.value, default=str)
            yield extraction, value, govreport.validate(value.encode()).findings


def test_there_are_pages_of_every_kind() -> None:
    assert len(pages()) >= 80


def test_every_page_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in pages().items():
        first, second = both(monkeypatch, data)
        assert first == second, name


def test_what_is_broken_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(1)
    texts = [*seeds()["html"], *(data.decode("utf-8", "replace")[:20_000] for data in list(pages().values())[:8])]
    for _ in range(150):
        data = broken(rng, rng.choice(texts), rng.choice(texts)).encode("utf-8", "replace")
        if b"<html/" not in data.lower():
            papers = []
            for parse in READERS.values():
                monkeypatch.setattr(reader, "parse_html", parse)
                papers.append(reader.read(data, Limits()))
            assert papers[0] == papers[1], data


_ELEMENTS = (
    "a b br body caption center col colgroup dd div dl dt em fieldset font form frame h1 h2 head hr i img input legend"
    " li link menu meta noscript ol option p pre s script select small span strong style table tbody td tfoot th thead"
    " title tr tt u ul textarea o:p iframe button dir address label article"
)
_PIECES = [f"<{name}>" for name in _ELEMENTS.split()] + [f"</{name}>" for name in _ELEMENTS.split()]
_PIECES += [
    "<td rowspan=2 colspan='3'>",
    '<span style="display: none">',
    "<p/>",
    "<body/>",
    "<b a=1 A=2 c = d>",
    "<x =y>",
]
_PIECES += ["<!-- c -->", "<!---->", "<!doctype html>", "<?xml?>", "</ >", "<1>", "&nbsp;", "&#x4e00;", "&notit;", "&"]
_PIECES += ["<b a=1 A=2 c = d>", "<x =y>", "x", "1", " ", "\n", "中", "<html>"]


@given(st.lists(st.sampled_from(_PIECES), max_size=9))
def test_the_trees_are_the_same(pieces: list[str]) -> None:
    source = "".join(pieces).encode()
    trees = [_flat(parse(source)) for parse in READERS.values()]
    assert trees[0] == trees[1]


def _flat(root: door.Element | None) -> list[Any]:
    """Return each element with what it holds directly, blanks aside: those around the first text are of no matter."""
    return [
        (element.tag, (element.text or "").split(), (element.tail or "").split(), _name_of(element.getparent()))
        for element in (root.iter() if root is not None else ())
    ]


def _name_of(element: door.Element | None) -> str | None:
    return element.tag if element is not None else None


def test_elements_know_their_lines_and_attributes() -> None:
    source = b"<table>\n<tr>\n<td\nrowspan='2' STYLE=\"a&amp;b\">1\n<td hidden>2</table>"
    cells = [list(parse(source).iter("td")) for parse in READERS.values()]  # type: ignore[union-attr]
    for one, other in zip(*cells, strict=True):
        assert one.sourceline == other.sourceline
        assert {name: one.get(name) for name in ("rowspan", "style", "hidden")} == {
            name: other.get(name) for name in ("rowspan", "style", "hidden")
        }
    assert cells[1][0].get("style") == "a&b"


@pytest.mark.parametrize("source", ["\n \n中\n<table>\n<tr><td>1", "<html>\n\n中<p>\n文", "<head>\n</head>\n\n中"])
def test_what_a_page_leaves_out_begins_where_its_text_does(source: str) -> None:
    one, other = (flat(parse(source.encode())) for parse in READERS.values())
    assert one == other


@pytest.mark.parametrize("parse", READERS.values(), ids=READERS)
def test_what_follows_the_end_of_a_page_is_read(parse: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "parse_html", parse)
    paper = reader.read(b"<html><body><p>a</p></body></html><p>b</p></HTML ><p>c</p>", Limits())
    assert [part.text for part in paper.parts if hasattr(part, "text")] == ["a", "b", "c"]


@pytest.mark.parametrize("parse", READERS.values(), ids=READERS)
@pytest.mark.parametrize("tag", ["div", "b", "o:p", "table><tr><td"])
def test_too_deep_a_page_is_refused(parse: Any, tag: str) -> None:
    assert parse(f"<{tag}>".encode() * 600) is not None
    with pytest.raises(UnreadableDocument, match="nested-too-deep"):
        parse(f"<{tag}>".encode() * 2100)


def test_the_switch_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(door.PURE, raising=False)
    door.parser.cache_clear()
    assert door.parser() is by_lxml.parse
    monkeypatch.setenv(door.PURE, "1")
    door.parser.cache_clear()
    assert door.parser() is by_python.parse
    monkeypatch.delenv(door.PURE)
    monkeypatch.setitem(sys.modules, "govreport.documents.trees.by_lxml", None)
    door.parser.cache_clear()
    assert door.parser() is by_python.parse
    door.parser.cache_clear()
