"""XML with pieces put in: what was there keeps its bytes, whatever it looks like."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.documents.limits import UnreadableDocument
from govreport.documents.trees.splicing import Splice, plain

NAMES = st.sampled_from(["a", "b", "p:c", "中"])
TEXTS = st.sampled_from(
    ["", "x", "&lt;a&gt;", "<!-- <a/> -->", "<![CDATA[</a>]]>", "<?p </a>?>", "é中\U00020000", "\n"]
)
ATTRIBUTES = st.sampled_from(["", " x='>'", ' y="/&gt;"', " z='\"'  w=\"'\" ", "\n"])
PIECE = '<new xmlns=""/>'


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    name, attributes = draw(NAMES), draw(ATTRIBUTES)
    if draw(st.booleans()) or depth == 0:
        return draw(st.sampled_from([f"<{name}{attributes}/>", f"<{name}{attributes}></{name} >"]))
    inside = draw(st.lists(st.one_of(TEXTS, elements(depth=depth - 1)), max_size=4))
    return f"<{name}{attributes}>{''.join(inside)}</{name}>"


def whole(content: str) -> str:
    return f'<?xml version="1.0"?><!-- <r> --><r xmlns:p="urn:p" xmlns="urn:r">{content}</r><!-- end -->'


PLACES: dict[str, Callable[[Splice, ElementTree.Element], None]] = {
    "before": lambda text, element: text.before(element, PIECE),
    "after": lambda text, element: text.after(element, PIECE),
    "first": lambda text, element: text.first(element, PIECE),
    "last": lambda text, element: text.last(element, PIECE),
}


@given(content=elements(), where=st.sampled_from(sorted(PLACES)), number=st.integers(0, 20))
def test_one_piece_is_added_at_the_place_and_nothing_else(content: str, where: str, number: int) -> None:
    source = whole(content)
    text = Splice(source.encode())
    inside = list(text.root.iter())[1:]
    position = number % len(inside)
    PLACES[where](text, inside[position])
    written = text.written().decode()
    assert written.count(PIECE) == 1
    # An element that held nothing and was written as one tag is now written as two.
    rest = written.replace(PIECE, "", 1)
    assert rest == source or len(rest) - len(source) == len(f"></{_raw(text, inside[position])}>") - 2
    was, now = ElementTree.fromstring(source), ElementTree.fromstring(written)
    around = list(was.iter())[1 + position]
    parents = {child: parent for parent in was.iter() for child in parent}
    container = parents[around] if where in ("before", "after") else around
    at = list(container).index(around) + (where == "after") if where in ("before", "after") else None
    new = ElementTree.Element("new")
    index = at if at is not None else 0 if where == "first" else len(container)
    container.insert(index, new)
    assert [e.tag for e in now.iter()] == [e.tag for e in was.iter()]
    assert "".join(now.itertext()) == "".join(was.itertext())


def _raw(text: Splice, element: ElementTree.Element) -> str:
    prefix = text.prefix(element)
    name = element.tag.rpartition("}")[2]
    return f"{prefix}:{name}" if prefix else name


def test_pieces_at_one_place_stay_in_order() -> None:
    text = Splice(b"<a><b/><c>x</c></a>")
    for number in "12":
        text.first(text.root[0], number)
        text.last(text.root[0], number)
        text.last(text.root[1], number)
        text.after(text.root[0], f"<n{number}/>")
    assert text.written() == b"<a><b>1122</b><n1/><n2/><c>x12</c></a>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "cp1252"])
def test_a_text_keeps_its_encoding(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(encoding, encoding)
    shown = "é" if encoding == "cp1252" else "中"
    source = f'<?xml version="1.0" encoding="{name}"?><a b="{shown}"><c/></a>'
    text = Splice(source.encode(encoding))
    text.last(text.root[0], plain("新<"))
    new = "&#26032;" if encoding == "cp1252" else "新"
    assert text.written().decode(encoding) == source.replace("<c/>", f"<c>{new}&lt;</c>")


@pytest.mark.parametrize("data", [b'<?xml version="1.0" encoding="ebcdic-cp-be"?><a/>', b"<a>\xff</a>", b"<a>"])
def test_other_encodings_and_broken_texts_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        Splice(data)


def test_a_text_is_made_fit_for_xml() -> None:
    assert plain('<&">\x00\x0b\ud800\ufffe\t\n') == "&lt;&amp;&quot;&gt;\ufffd\ufffd\ufffd\ufffd\t\n"
