"""A Word file with comments: they stand at the right cells and sentences, and nothing else has changed."""

import io
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree

import docx
import pytest

import govreport
from govreport.documents.limits import UnreadableDocument
from govreport.documents.marking.comment import Comment
from govreport.documents.marking.mark import mark
from govreport.documents.paper import Evidence
from govreport.documents.rendering.render import render
from tests.documents.variations import changes, word
from tests.documents.variations.as_office import as_docx
from tests.documents.variations.source import Doc, load
from tests.reports import EXAMPLES

from .parts import TYPES, changed, marked, packed, parts, unmarked

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"
OVERRIDE = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
CASES = [
    "defects/requests-outcomes",
    "defects/text-outcomes",
    "contradictions/disputes-2023",
    "contradictions/outcomes-2020",
]


def printed(name: str) -> bytes:
    return render(govreport.load(EXAMPLES / f"{name}.json"), "docx")


def commented(data: bytes) -> dict[int, str]:
    """Return what each comment is about: the text between its marks."""
    root = docx.Document(io.BytesIO(data)).element
    texts: dict[int, str] = {}
    running: set[int] = set()
    for element in root.iter():
        number = int(element.get(f"{W}id", -1)) if isinstance(element.tag, str) else -1
        if element.tag == f"{W}commentRangeStart":
            running.add(number)
            texts[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            running.remove(number)
        elif element.tag == f"{W}t":
            for one in running:
                texts[one] += element.text or ""
    assert not running
    return texts


def said(data: bytes) -> dict[int, str]:
    return {comment.comment_id: comment.text for comment in docx.Document(io.BytesIO(data)).comments}


@pytest.mark.parametrize("name", CASES)
def test_each_finding_is_a_comment_at_its_cell(name: str) -> None:
    data, result = marked(printed(name))
    about, texts = commented(data), said(data)
    assert about.keys() == texts.keys()
    sums = [finding for finding in result.findings if "actual" in finding.parameters]
    for finding in sums:
        (number,) = (n for n, text in texts.items() if finding.message() in text and f"[{finding.code}]" in text)
        assert about[number] == str(finding.parameters["actual"])
    assert len({finding.message() for finding in result.findings}) <= len(texts)


@pytest.mark.parametrize("name", CASES)
def test_all_else_is_as_it_was(name: str) -> None:
    before = printed(name)
    after, _ = marked(before)
    old, new = parts(before), parts(after)
    assert list(old) == [part for part in new if part in old]
    assert {part for part in new if part not in old} == {COMMENTS}
    assert unmarked(new.pop(DOCUMENT)) == old.pop(DOCUMENT)
    touched = {part for part in old if old[part] != new[part]}
    assert touched == {TYPES, "word/_rels/document.xml.rels"}
    for part in touched:
        start, end = old[part].rsplit(b"</", 1)
        assert new[part].startswith(start)
        assert new[part].endswith(end)


@pytest.mark.parametrize(
    "write", [as_docx, word.tracked, word.hidden, word.controls, word.fields, word.boxed, word.late_rows]
)
@pytest.mark.parametrize("change", [changes.unchanged, changes.wrong_total, changes.blank])
def test_a_marked_copy_is_read_as_the_original(
    write: Callable[[Doc], bytes], change: Callable[[Doc], changes.Changed]
) -> None:
    data = write(change(load("shanghai-2021"))[0])
    data = data if TYPES in parts(data) else packed({TYPES: OVERRIDE, **parts(data)})
    copy, _ = marked(data)
    before, after = govreport.extract(data), govreport.extract(copy)
    read, again = ({**one.value, "source": None} for one in (before, after))
    assert read == again
    assert before.evidence == after.evidence
    assert unmarked(parts(copy)[DOCUMENT]) == parts(data)[DOCUMENT]


def test_a_sentence_is_marked_with_the_words_that_are_held_against_the_table() -> None:
    data, _ = marked(printed("defects/text-outcomes"))
    cell, sentence = (text for text in commented(data).values() if text in ("3",) or "予以公开2件" in text)
    assert {cell.isdecimal(), sentence.isdecimal()} == {True, False}


def test_of_a_long_paragraph_only_the_runs_with_the_words_are_marked() -> None:
    apart = '</w:t></w:r><w:r><w:t xml:space="preserve">'
    data = changed(
        printed("defects/text-outcomes"), document=("，其中予以公开2件，", f"，{apart}其中予以{apart}公开2件{apart}，")
    )
    copy, _ = marked(data)
    assert "其中予以公开2件" in commented(copy).values()


def test_what_has_no_place_stands_in_one_comment_at_the_title() -> None:
    nowhere = [Comment(place=None, lines=("甲",)), Comment(place=Evidence(by="tag"), lines=("乙", "<丙> & \x0b"))]
    data = mark(printed("defects/none"), nowhere)
    assert commented(data) == {0: "某县某局2023年政府信息公开工作年度报告"}
    assert said(data) == {0: "甲\n乙\n<丙> & \ufffd"}


def test_places_that_the_file_does_not_have_fall_back_to_the_title() -> None:
    places = [Evidence(paragraph=10_000), Evidence(table=9, row=1, column=1), Evidence(table=1, row=99, column=1)]
    data = mark(printed("defects/none"), [Comment(place=place, lines=("x",)) for place in places])
    assert set(commented(data).values()) == {"某县某局2023年政府信息公开工作年度报告"}


def test_comments_that_are_there_stay() -> None:
    document = docx.Document(io.BytesIO(printed("defects/requests-outcomes")))
    paragraph = document.paragraphs[3]
    document.add_comment(paragraph.runs, text="请核对", author="张三", initials="张")
    target = io.BytesIO()
    document.save(target)
    data, result = marked(target.getvalue())
    texts, about = said(data), commented(data)
    assert texts[0] == "请核对"
    assert about[0] == paragraph.text
    assert len(texts) == 1 + len(result.findings)
    assert [comment.author for comment in docx.Document(io.BytesIO(data)).comments] == [
        "张三",
        *["govreport"] * len(result.findings),
    ]
    old, new = parts(target.getvalue()), parts(data)
    assert {part for part in new if new[part] != old.get(part)} == {DOCUMENT, COMMENTS}


def _reprefixed(data: bytes, write: Callable[[str], str]) -> bytes:
    files = parts(data)
    files[DOCUMENT] = write(files[DOCUMENT].decode()).encode()
    return packed(files)


def test_whatever_the_namespace_is_called() -> None:
    for prefix in ("x", "w14"):
        data, result = marked(
            _reprefixed(
                printed("defects/requests-outcomes"),
                lambda text, p=prefix: (
                    text.replace("<w:", f"<{p}:")
                    .replace("</w:", f"</{p}:")
                    .replace(" w:", f" {p}:")
                    .replace("xmlns:w=", f"xmlns:{p}=")
                ),  # type: ignore[misc]
            )
        )
        assert len(commented(data)) == len(result.findings) == 2


def test_where_elements_have_no_prefix_the_marks_declare_one() -> None:
    def bare(text: str) -> str:
        text = text.replace("<w:", "<").replace("</w:", "</")
        return text.replace("<document ", f'<document xmlns="{MAIN}" ', 1)

    data, result = marked(_reprefixed(printed("defects/requests-outcomes"), bare))
    assert len(commented(data)) == len(result.findings) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "gb18030"])
def test_whatever_the_encoding(encoding: str) -> None:
    files = parts(printed("defects/requests-outcomes"))
    text = files[DOCUMENT].decode()
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = text.replace('encoding="UTF-8"', f'encoding="{name}"', 1)
    files[DOCUMENT] = text.encode(encoding)
    data, result = marked(packed(files))
    assert parts(data)[DOCUMENT].decode(encoding) != text
    assert unmarked(parts(data)[DOCUMENT].decode(encoding).encode()).decode() == text
    assert len(result.findings) == 2


def test_an_empty_cell_is_opened_for_its_comment() -> None:
    files = parts(printed("defects/none"))
    head, cell, rest = files[DOCUMENT].decode().rpartition("<w:tc>")
    end = rest.index("</w:tc>")
    files[DOCUMENT] = f"{head}{cell}<w:p/>{rest[end:]}".encode()
    before = packed(files)
    extraction = govreport.extract(before)
    (place,) = (extraction.evidence[mark["pointer"]] for mark in extraction.value["marks"])
    data = mark(before, [Comment(place=place, lines=("空",)), Comment(place=place, lines=("又",))])
    assert commented(data) == {0: "", 1: ""}
    assert unmarked(parts(data)[DOCUMENT]).replace(b"<w:p></w:p>", b"<w:p/>") == files[DOCUMENT]


def test_text_boxes_are_commented_where_they_hang() -> None:
    data = packed({TYPES: OVERRIDE, **parts(word.boxed(load("shanghai-2021")))})
    extraction = govreport.extract(data)
    copy = mark(data, [Comment(place=place, lines=("x",)) for place in extraction.evidence.values()])
    root = ElementTree.fromstring(parts(copy)[DOCUMENT])
    inside = [e for box in root.iter(f"{W}txbxContent") for e in box.iter() if "comment" in str(e.tag)]
    assert inside == []
    assert parts(copy)[COMMENTS].count(b"<w:comment ") == len(extraction.evidence)


def test_without_findings_the_copy_is_the_original() -> None:
    data = printed("defects/none")
    assert mark(data, []) is data


HOSTILE = '<!DOCTYPE x [<!ENTITY a "b">]>'


@pytest.mark.parametrize("part", [DOCUMENT, TYPES, "word/_rels/document.xml.rels"])
def test_parts_that_declare_entities_are_refused(part: str) -> None:
    data = printed("defects/none")
    files = parts(data)
    head, _, rest = files[part].decode().partition("?>")
    files[part] = f"{head}?>{HOSTILE}{rest}".encode()
    with pytest.raises(UnreadableDocument) as caught:
        mark(packed(files), [Comment(place=Evidence(paragraph=1), lines=("x",))])
    assert caught.value.finding.code == "document-entities"


def test_a_file_with_two_parts_of_one_name_is_refused() -> None:
    data = printed("defects/none")
    target = io.BytesIO(data)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/styles.xml", b"<x/>")
    with pytest.raises(UnreadableDocument):
        mark(target.getvalue(), [Comment(place=None, lines=("x",))])


@pytest.mark.parametrize("form", ["html", "md", "csv"])
def test_other_formats_are_refused(form: str) -> None:
    data = render(govreport.load(EXAMPLES / "defects" / "none.json"), form)
    with pytest.raises(UnreadableDocument) as caught:
        mark(data, [])
    assert caught.value.finding.code == "file-unsupported"
