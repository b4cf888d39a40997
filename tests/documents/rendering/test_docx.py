"""The Word document: a package that is whole, tables without holes, typefaces for Chinese."""

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest

from govreport.documents.rendering.render import render

from .samples import HOSTILE, SAMPLES, sample

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
