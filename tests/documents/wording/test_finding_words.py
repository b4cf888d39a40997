"""The place of a finding in running text is where its words stand, not where its section begins."""

from typing import Any

import attrs
import pytest

import govreport
from govreport.documents.paper import Evidence, Printed
from govreport.documents.wording.finding_words import Finder, Passage, words_of
from govreport.findings import Finding, Severity
from tests.documents.wording.test_explaining import draft
from tests.reports import EXAMPLES

OVERVIEW = "2023年，开展工作。\n公开信息  条，文件×× 件。\n联系人身份证号110101199003078515。\n又公开信息  条。"


def report(**changes: Any) -> Any:
    return attrs.evolve(govreport.load(EXAMPLES / "contradictions" / "disputes-2023.json"), **changes)


def places(data: bytes, member: str, code: str = "hole-unfilled") -> list[Any]:
    """Return a member of the place of each finding of a code in the overview."""
    found = [f for f in govreport.check(data).findings if f.code == code and f.pointer == "/overview"]
    return [finding.parameters["evidence"].get(member) for finding in found]


def test_in_word_it_is_the_paragraph() -> None:
    data = govreport.render(report(overview=OVERVIEW), "docx")
    (heading,) = (
        f.parameters["evidence"]["paragraph"]
        for f in govreport.check(govreport.render(report(overview=""), "docx")).findings
        if f.pointer == "/overview"
    )
    assert places(data, "paragraph") == [heading + 2, heading + 2, heading + 4]
    # Of a number that is hidden, what is left is looked for.
    assert places(data, "paragraph", "identity-number") == [heading + 3]


def test_on_a_web_page_it_is_the_words_of_the_paragraph() -> None:
    words = places(govreport.render(report(overview=OVERVIEW), "html"), "words")
    assert [text[:6] for text in words] == ["公开信息 条", "公开信息 条", "又公开信息 "]


def test_in_plain_text_it_is_the_line() -> None:
    data = govreport.render(report(overview=OVERVIEW), "md")
    lines = data.decode().splitlines()
    assert [lines[number - 1][:4] for number in places(data, "line")] == ["公开信息", "公开信息", "又公开信"]


def test_a_line_that_no_longer_explains_anything_has_its_place() -> None:
    lines = [
        "核对说明（行政复议 › 总计〔disputes-totals〕）：甲",
        "核对说明（行政诉讼 › 未经复议直接起诉 › 总计〔disputes-totals〕）：乙",
    ]
    (stale,) = (f for f in govreport.check(draft({}, *lines)).findings if f.code == "explanation-stale")
    (other,) = (f for f in govreport.check(draft({}, lines[1])).findings if f.code == "explanation-stale")
    assert stale.parameters["evidence"] == {"paragraph": other.parameters["evidence"]["paragraph"] + 1}


def at(number: int) -> Evidence:
    return Evidence(line=number)


PIECES: tuple[Printed, ...] = (("公开信", at(1)), ("息  条，接待", at(2)), ("接待　三人。公开信息条。", at(3)))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("公开信息", 1),
        ("息条", 2),
        ("接待三人", 3),
        ("条…", 2),
        ("公开信息条。", 3),
        ("接待*人", 3),
        ("无", None),
        ("", None),
        ("…", None),
    ],
)
def test_words_go_over_lines(words: str, line: int | None) -> None:
    place, _ = Passage(PIECES).find(words)
    assert place == (None if line is None else at(line))


def finding(words: str, code: str = "hole-unfilled", pointer: str = "/overview") -> Finding:
    return Finding(code=code, rule=code, severity=Severity.WARNING, pointer=pointer, parameters={"quote": words})


def test_the_same_words_again_are_those_that_come_next() -> None:
    finder = Finder({"/overview": PIECES})
    assert [finder.place(finding("公开信息")) for _ in range(3)] == [at(1), at(3), at(1)]
    assert finder.place(finding("公开信息", code="another-rule")) == at(1)
    assert finder.place(finding("公开信息", pointer="/disputes")) is None


def test_a_finding_about_no_words_has_none() -> None:
    assert words_of(Finding(code="a", severity=Severity.INFO, parameters={"found": "甲"})) == ""
    assert words_of(Finding(code="a", rule="a", severity=Severity.INFO, parameters={"found": "甲"})) == "甲"
    assert words_of(Finding(code="a", rule="a", severity=Severity.INFO, parameters={"found": 1, "quote": ""})) == ""
