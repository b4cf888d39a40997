"""The Word document: a package that is whole, tables without holes, typefaces for Chinese."""

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import docx
import pytest

from govreport.documents.extraction import extract
from govreport.documents.rendering.render import render
from govreport.documents.rendering.report.printable import one_line

from .samples import HOSTILE, SAMPLES, report, sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(name: str, **options: Any) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(render(sample(name), "docx", **options))) as archive:
        assert archive.testzip() is None
        return {entry: ElementTree.fromstring(archive.read(entry)) for entry in archive.namelist()}


def body(name: str, **options: Any) -> ElementTree.Element:
    return parts(name, **options)["word/document.xml"]


def texts(element: ElementTree.Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in element.iter(f"{W}p")]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_row_is_as_wide_as_its_table_and_merged_cells_go_on_below(name: str) -> None:
    tables = list(body(name, findings=True).iter(f"{W}tbl"))
    assert len(tables) == 3
    for table in tables:
        width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        above: dict[int, tuple[str, int]] = {}
        for row in table.findall(f"{W}tr"):
            column, here = 0, {}
            for cell in row.findall(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                size = int(span.get(f"{W}val", "")) if span is not None else 1
                if merge is not None:
                    here[column] = (merge.get(f"{W}val", ""), size)
                    if merge.get(f"{W}val") == "continue":
                        assert above[column][1] == size
                column += size
            assert column == width
            above = here


@pytest.mark.parametrize("name", SAMPLES)
def test_everything_the_package_names_is_in_it(name: str) -> None:
    found = parts(name)
    for entry, element in found.items():
        if entry.endswith(".rels"):
            folder = entry.replace("_rels/", "").rpartition("/")[0]
            targets = [relation.get("Target", "") for relation in element]
            assert all(f"{folder}/{target}".removeprefix("/") in found for target in targets)
    declared = {e.get("PartName", "").removeprefix("/") for e in found["[Content_Types].xml"] if e.get("PartName")}
    assert declared == {entry for entry in found if not entry.endswith(".rels")} - {"[Content_Types].xml"}


# The order in which the schema of WordprocessingML has the children of an element; Word refuses any other.
ORDER = {
    "document": "body",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs kinsoku wordWrap overflowPunct "
    "autoSpaceDE autoSpaceDN snapToGrid spacing ind contextualSpacing mirrorIndents jc textDirection textAlignment "
    "outlineLvl rPr",
    "pBdr": "top left bottom right between bar",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u shd fitText "
    "vertAlign rtl cs em lang",
    "p": "pPr r",
    "r": "rPr t br",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "tcPr": "tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tcBorders": "top left bottom right insideH insideV",
    "tcMar": "top left bottom right",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols vAlign titlePg textDirection docGrid",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "zoom compat",
}
UNORDERED = {"body", "trPr", "ftr", "fldSimple", "fonts", "compat", "tblGrid", "rPrDefault"}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_children_of_every_element_stand_in_the_order_of_the_schema(name: str) -> None:
    seen = set()
    for element in (e for part in parts(name, findings=True).values() for e in part.iter() if e.tag.startswith(W)):
        kind, children = element.tag.removeprefix(W), [child.tag.removeprefix(W) for child in element]
        # In a footer the field is a part of the line.
        children = ["r" if child == "fldSimple" else child for child in children]
        if children and kind not in UNORDERED:
            order = ORDER[kind].split()
            # Text and breaks follow each other as they are read.
            if kind != "r":
                assert [order.index(child) for child in children] == sorted(order.index(child) for child in children)
            seen.add(kind)
    assert {"pPr", "rPr", "tblPr", "tcPr", "sectPr", "style"} <= seen


@pytest.mark.parametrize("name", SAMPLES)
def test_another_library_finds_the_same_tables_and_paragraphs(name: str) -> None:
    document = docx.Document(io.BytesIO(render(sample(name), "docx")))
    assert [len(table.columns) for table in document.tables] == [
        len(table.findall(f"{W}tblGrid/{W}gridCol")) for table in body(name).iter(f"{W}tbl")
    ]
    assert document.core_properties.title == one_line(document.paragraphs[0].text.replace("\n", ""))


@pytest.mark.parametrize(
    ("organ", "title", "lines"),
    [
        ("某局", "某局2023年政府信息公开工作年度报告", ["某局2023年政府信息公开工作年度报告"]),
        ("某区某局", "某区某局2023年政府信息公开工作年度报告", ["某区某局2023年", "政府信息公开工作年度报告"]),
        ("某市某局", "2021 年某市某局政府信息公开工作年度报告", ["2021 年某市某局", "政府信息公开工作年度报告"]),
        ("某局", "关于信息公开的年度报告，附下属单位名单一览", ["关于信息公开的年度报告，附下属单位名单一览"]),
        ("Buro X", "Buro X2021年政府信息公开工作年度报告一览", ["Buro X2021年", "政府信息公开工作年度报告一览"]),
        ("甲" * 8, "甲" * 8 + " 政府信息公开工作年度报告", ["甲" * 8 + " 政府信息公开工作年度报告"]),
        ("甲" * 7 + ":", "甲" * 7 + ":2019政府信息公开工作年报", ["甲" * 7 + ":2019政府信息公开工作年报"]),
    ],
)
def test_a_title_too_long_for_a_line_is_broken_behind_the_organ_or_the_year(
    organ: str, title: str, lines: list[str]
) -> None:
    data = render(report({"/title": title, "/organ/name": organ}), "docx")
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text.split("\n") == lines
    assert getattr(extract(data).report, "title", None) == title


def test_what_is_said_of_a_table_stays_with_its_last_row() -> None:
    for name, keeps in (("clean", False), ("noted", True)):
        table = list(body(name).iter(f"{W}tbl"))[1]
        cells = table.findall(f"{W}tr")[-1].findall(f"{W}tc")
        assert {cell.find(f"{W}p/{W}pPr/{W}keepNext") is not None for cell in cells} == {keeps}


def test_styles_that_are_used_are_defined() -> None:
    found = parts("disputes-2023", findings=True)
    used = {style.get(f"{W}val") for style in found["word/document.xml"].iter(f"{W}pStyle")}
    assert used <= {style.get(f"{W}styleId") for style in found["word/styles.xml"].iter(f"{W}style")}
    assert len(used) > 3


def test_heads_are_repeated_and_no_row_is_torn_apart() -> None:
    tables = list(body("clean").iter(f"{W}tbl"))
    heads = [len(table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) for table in tables]
    assert heads == [0, 3, 3]
    rows = [row for table in tables for row in table.findall(f"{W}tr")]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_all_characters_have_a_chinese_typeface() -> None:
    found = parts("clean")
    faces = [fonts.get(f"{W}eastAsia") for entry in found.values() for fonts in entry.iter(f"{W}rFonts")]
    assert set(faces) == {"SimSun", "SimHei", "FangSong"}
    runs = [run for table in found["word/document.xml"].iter(f"{W}tbl") for run in table.iter(f"{W}r")]
    assert all(run.find(f"{W}rPr/{W}rFonts") is not None for run in runs)


def test_the_table_fits_the_type_area() -> None:
    document = body("clean")
    size, margins = next(document.iter(f"{W}pgSz")), next(document.iter(f"{W}pgMar"))
    area = int(size.get(f"{W}w", "")) - int(margins.get(f"{W}left", "")) - int(margins.get(f"{W}right", ""))
    for table in document.iter(f"{W}tbl"):
        total = sum(int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol"))
        assert area - 15 <= total <= area + 15


def test_nothing_in_a_report_becomes_markup() -> None:
    assert HOSTILE in texts(body("hostile"))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(sample("noted"), "docx") == render(sample("noted"), "docx")
