"""XML of office files: what is hostile is refused, what is odd but right is read."""

import pytest

from govreport.documents.archives import Archive
from govreport.documents.limits import Limits, UnreadableDocument
from govreport.documents.trees.xml import DEEPEST, TooManyElements, parse_xml
from tests.documents.test_safety import zipped


def test_a_tree_holds_names_with_their_namespaces_texts_and_tails() -> None:
    root = parse_xml(
        b'<w:a xmlns:w="urn:w" b="1" w:c="2" xml:space="preserve">x<w:b/>y<!-- c -->z<?p?>\xe4\xb8\xad</w:a>'
    )
    assert (root.tag, root.text, root[0].tag, root[0].tail) == ("{urn:w}a", "x", "{urn:w}b", "yz中")
    assert root.get("b") == "1"
    assert root.get("{urn:w}c") == "2"
    assert root.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030", "iso-8859-1", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "é" if encoding in ("iso-8859-1", "cp1252") else "中"
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    assert parse_xml(f'<?xml version="1.0" encoding="{name}"?><a>{text}</a>'.encode(encoding)).text == text


def code(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        parse_xml(data)
    return caught.value.finding.code


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        b"<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>",
        b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        b"<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://x'>%b;]><a/>",
        "<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>".encode("utf-16"),
        '<?xml version="1.0" encoding="cp037"?><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'.encode("cp037"),
        b"<!DOCTYPE a",
    ],
)
def test_a_declared_type_is_refused(data: bytes) -> None:
    assert code(data) in ("document-entities", "document-damaged")
    with pytest.raises(UnreadableDocument):
        parse_xml(data)


def test_declarations_are_named_as_such() -> None:
    assert code(b"<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>") == "document-entities"
    assert code("<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>".encode("utf-16")) == "document-entities"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        b"<w:a/>",
        b"<a b='1' b='2'/>",
        b"<a>&nbsp;</a>",
        b"<a>\x00</a>",
        b"<a>\xff</a>",
        b'<?xml version="1.0" encoding="no-such"?><a/>',
        b'<?xml version="1.0" encoding="idna"?><a/>',
        b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1),
    ],
)
def test_what_is_broken_is_refused(data: bytes) -> None:
    assert code(data) == "document-damaged"


def test_as_deep_as_allowed_is_read() -> None:
    assert len(list(parse_xml(b"<a>" * DEEPEST + b"</a>" * DEEPEST).iter())) == DEEPEST


def test_a_long_text_in_pieces_is_one_text() -> None:
    assert parse_xml("<a>{}</a>".format("中&lt;" * 100_000).encode()).text == "中<" * 100_000


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(TooManyElements):
        parse_xml(b"<a>" + b"<b/>" * 10 + b"</a>", most=10)
    archive = Archive(zipped({"a.xml": "<a>" + "<b/>" * 3000 + "</a>"}), Limits(cells=100))
    with pytest.raises(UnreadableDocument, match="limit-exceeded"):
        archive.xml("a.xml")
