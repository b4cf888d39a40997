"""What would cost too much is refused by what is asked of it beforehand: in two seconds, in 500 MB, with a finding."""

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import govreport
from govreport.documents.bars import is_delimiter
from govreport.documents.limits import Limits
from govreport.documents.separated import read_rows
from govreport.normalizing import nfkc
from govreport.rules.terms import _compiled, _split, _terms

from ..growth.measuring import check_alone
from ..growth.printed import drawn, pdf, stream, word, workbook, zipped
from ..reports import ROOT

HOSTILE = ROOT / "tests" / "data" / "cases" / "hostile"
# What the processor may spend; a machine that others use too takes longer by the clock.
SECONDS, MEMORY = 2.0, 500


def ends_in_time(path: Path) -> None:
    """Fail unless a file is checked in time, in one of some attempts: among other work the processor takes longer."""
    costs = []
    for _ in range(3):
        cost = check_alone(path, 60)
        assert cost is not None, "it does not end"
        assert cost.codes
        assert cost.memory < MEMORY
        costs.append(cost.seconds)
        if cost.seconds < SECONDS:
            return
    pytest.fail(f"it takes {costs} seconds")


@pytest.mark.parametrize("name", [path.name for path in sorted(HOSTILE.iterdir())])
def test_every_hostile_case_ends_in_time_with_a_finding(name: str) -> None:
    ends_in_time(HOSTILE / name)


def _packed(size: int) -> bytes:
    reader = zlib.compressobj(9)
    piece = bytes(1 << 20)
    return b"".join(reader.compress(piece) for _ in range(size >> 20)) + reader.flush()


def _doubling(levels: int) -> bytes:
    forms: dict[str, str | bytes] = {
        f"o{i}": stream(
            b"/X Do /X Do", f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {i + 1} 0 R>>>>"
        )
        for i in range(6, 6 + levels)
    }
    forms[f"o{6 + levels}"] = stream(b"BT /F1 9 Tf (x) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return drawn(b"/X Do", "/XObject<</X 6 0 R>>", **forms)


def _font(more: str, **objects: str | bytes) -> bytes:
    return pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
            4: f"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]{more}>>",
            5: stream(b"BT /F1 9 Tf <0041> Tj ET"),
            6: "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<<>>/FontDescriptor<<>>/W 8 0 R>>",
            **{int(name[1:]): content for name, content in objects.items()},
        }
    )


def _chained_tables(count: int) -> bytes:
    """Return a PDF whose tables of contents lead, each twice, to the one before."""
    data = pdf({1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Kids[]/Count 0>>"})
    place = int(data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    for _ in range(count):
        data += b"\n"
        before, place = place, len(data)
        data += b"xref\n0 0\ntrailer<</Size 3/Prev %d/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n" % (before, before, place)
    return data


KINDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "references in a circle": (".pdf", lambda: pdf({1: "<</Type/Catalog/Pages 2 0 R>>", 2: "3 0 R", 3: "2 0 R"})),
    "a stream of its own length": (
        ".pdf",
        lambda: pdf({1: "<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Length 2 0 R>>stream\nx\nendstream"}),
    ),
    "two gigabytes in two megabytes": (
        ".pdf",
        lambda: drawn(b"", o5=stream(_packed(2 << 30), "/Filter/FlateDecode")),
    ),
    "packed twice": (
        ".pdf",
        lambda: drawn(b"", o5=stream(zlib.compress(_packed(1 << 30), 9), "/Filter[/FlateDecode/FlateDecode]")),
    ),
    "a content that says it is a picture": (
        ".pdf",
        lambda: drawn(b"", o5=stream(_packed(1 << 30), "/Subtype/Image/Filter/FlateDecode")),
    ),
    "forms that draw each other twice": (".pdf", lambda: _doubling(60)),
    "ruling lines": (
        ".pdf",
        lambda: drawn(b"".join(b"%d 0 m %d 2000 l S 0 %d m 2000 %d l S " % (i, i, i, i) for i in range(0, 2000, 5))),
    ),
    "many characters on a page": (".pdf", lambda: drawn(b"BT /F1 1 Tf (" + b"abcdefgh" * 100_000 + b") Tj ET")),
    "many rectangles on a page": (".pdf", lambda: drawn(b"1 1 1 1 re S " * 100_000)),
    "a map of all codes": (
        ".pdf",
        lambda: _font(
            "/ToUnicode 7 0 R", o7=stream(b"1 beginbfrange <00000000> <ffffffff> <0000> endbfrange"), o8="[]"
        ),
    ),
    "widths of all codes": (".pdf", lambda: _font("", o8="[0 2147483647 500]")),
    "tables of contents that double": (".pdf", lambda: _chained_tables(60)),
    "labels that double": (
        ".pdf",
        lambda: pdf(
            {
                1: "<</Type/Catalog/Pages 2 0 R/PageLabels 3 0 R>>",
                2: "<</Type/Pages/Kids[]/Count 0>>",
                **{i: f"<</Kids[{i + 1} 0 R {i + 1} 0 R]>>" for i in range(3, 60)},
                60: "<</Nums[]>>",
            }
        ),
    ),
    "a text of brackets": (".pdf", lambda: drawn(b"BT (" + b"(" * 400_000 + b"x) Tj ET")),
    "a whole sheet merged": (
        ".xlsx",
        lambda: workbook('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ),
    "a whole sheet merged, in UTF-16": (
        ".xlsx",
        lambda: zipped(
            {
                "xl/workbook.xml": "<x/>",
                "xl/worksheets/sheet1.xml": '<x><mergeCell ref="A1:XFD1048576"/></x>'.encode("utf-16"),
            }
        ),
    ),
    "cells with a prefix": (
        ".xlsx",
        lambda: zipped(
            {"xl/workbook.xml": "<x/>", "xl/worksheets/a.xml": "<x:a xmlns:x='x'>" + "<x:c/>" * 250_000 + "</x:a>"}
        ),
    ),
    "a cell far away": (
        ".xlsx",
        lambda: workbook('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ),
    "an archive of a hundred thousand files": (
        ".docx",
        lambda: zipped({"word/document.xml": "<x/>", **{f"{i}": "" for i in range(20_000)}}),
    ),
    "text boxes inside each other": (
        ".docx",
        lambda: word("<w:p><w:r><w:t>x</w:t><w:txbxContent>" * 60 + "</w:txbxContent></w:r></w:p>" * 60),
    ),
    "rows that span all others": (
        ".html",
        lambda: b"<table>" + b"<tr><td rowspan=9999>a</td><td>b</td></tr>" * 9999 + b"</table>",
    ),
    "marks heaped upon a letter": (".txt", lambda: ("信息公开a" + "\u0315\u0300" * 200_000).encode()),
    "an encoding that never ends": (".html", lambda: b"<meta charset=punycode><p>\xff" + b"a-b" * 100_000),
}


# Pages once more with the parser that is Python alone: it takes longer, and holds more.
MARKED = [pytest.param(kind, marks=[pytest.mark.pages] * (KINDS[kind][0] == ".html")) for kind in KINDS]


@pytest.mark.parametrize("kind", MARKED)
def test_every_kind_of_hostile_document_ends_in_time_with_a_finding(kind: str, tmp_path: Path) -> None:
    suffix, make = KINDS[kind]
    path = tmp_path / f"hostile{suffix}"
    path.write_bytes(make())
    ends_in_time(path)


@pytest.mark.parametrize(
    ("data", "limit"),
    [
        (drawn(b"BT /F1 9 Tf (abcdef) Tj ET"), Limits(characters=5)),
        (drawn(b"1 1 1 1 re 2 2 2 2 re S"), Limits(strokes=1)),
        (word("<w:p/>"), Limits(files=1, unpacked_size=10)),
    ],
)
def test_a_page_and_an_archive_have_limits_of_their_own(data: bytes, limit: Limits) -> None:
    with pytest.raises(govreport.UnreadableDocument) as caught:
        govreport.extract(data, limits=limit)
    assert caught.value.finding.code == "limit-exceeded"


@pytest.mark.parametrize("line", ["|---|", "---|---", "| :-- | --: |", ":-:|", "|-|-"])
def test_a_row_of_dashes_between_bars_is_a_delimiter(line: str) -> None:
    assert is_delimiter(line)


@pytest.mark.parametrize("line", ["", "|", "---", "|a|", "||", "|---| x", "|--a--|", "::|"])
def test_anything_else_is_none(line: str) -> None:
    assert not is_delimiter(line)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\r\nc\n", [(1, ["a", "b"]), (2, ["c"])]),
        ('"a,""b""\nc",d\n\ne,', [(2, ['a,"b"\nc', "d"]), (3, []), (4, ["e", ""])]),
        ('""\n"x" y,"z', [(1, [""]), (2, ["x y", "z"])]),
    ],
)
def test_rows_of_csv_are_read_as_spreadsheets_write_them(text: str, rows: list[tuple[int, list[str]]]) -> None:
    assert list(read_rows(text)) == rows


def test_marks_upon_a_letter_are_kept_up_to_thirty() -> None:
    text = "é" + "x" * 300
    assert nfkc("e\u0301" + "x" * 300) == text
    assert len(nfkc("a" + "\u0315" * 1000)) == 31


@pytest.mark.parametrize("brackets", ["（）", "()", "（)"])
def test_long_units_are_parted_as_short_ones_are(brackets: str) -> None:
    import random

    rng = random.Random(1)
    separator = _compiled(_terms("workplan")["units"]["separator"])
    for _ in range(200):
        text = "".join(rng.choice("局办、，;\n" + brackets) for _ in range(rng.randrange(300)))
        assert list(_split(separator, text)) == separator.split(text)
