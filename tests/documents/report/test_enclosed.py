"""Attachments that a text announces: told where none follows, and only there."""

import pytest

import govreport
from govreport.formats import Format
from tests.documents.report.test_identity import page, report

HEAD = "云溪县水利局2023年政府信息公开工作年度报告"
LAST = "2023年没有收取信息处理费。"


def missing(data: bytes, kind: Format = "text") -> list[tuple[str, object]]:
    extracted = govreport.extract(data, format=kind)
    found = (*extracted.problems, *extracted.notes)
    return [(f.pointer, f.parameters["found"]) for f in found if f.code == "attachment-not-found"]


def text(words: str, tail: str = "") -> bytes:
    return report(HEAD, last=LAST + words, tail=tail)


@pytest.mark.parametrize(("words", "found"), [("目录调整见附件。", "见附件"), ("目录调整详见附表1。", "见附表1")])
def test_an_attachment_that_does_not_follow_is_told(words: str, found: str) -> None:
    assert missing(text(words)) == [("/other_matters", found)]


@pytest.mark.parametrize("words", ["附表另存。", "目录调整见附件（另行发布）。", "目录附件已公开。"])
def test_what_lies_elsewhere_is_not_told(words: str) -> None:
    assert missing(text(words)) == []


@pytest.mark.parametrize(
    "tail", ["云溪县水利局\n2024年1月15日\n附件：目录调整表", "附件\n目录调整表", "附表1 目录调整表", "点击下载附件"]
)
def test_an_attachment_that_is_named_or_follows_is_there(tail: str) -> None:
    assert missing(text("目录调整见附件1。", tail)) == []


def test_a_page_of_a_site_is_not_asked() -> None:
    data = page({"ArticleTitle": HEAD}).decode().replace("没有收取信息处理费", "没有收取信息处理费，目录调整见附件")
    assert "见附件" in data
    assert missing(data.encode(), "html") == []
