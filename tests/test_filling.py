"""Reports out of forms: every report can be posted as texts, and what is wrong is told by its place."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from govreport import load, loads, resources, validate
from govreport.filling import fill
from govreport.form.layout import load_layout
from govreport.model.codec import unstructure

from .reports import EXAMPLES

LAYOUT = resources.layouts()[-1]
LEAST = {"layout": LAYOUT, "year": "2023", "organ.name": "某局"}
GRANTED = "/requests/natural_person/outcomes/granted"
AMOUNT = "/proactive_disclosure/charges/administrative_fees/amount"
REPORTS = [
    path
    for folder in ("reports", "years", "contradictions")
    for path in sorted((EXAMPLES / folder).glob("*.json"))
    if "extensions" not in json.loads(path.read_bytes())
]


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts that a form would post for members, by their pointers."""
    if isinstance(value, dict):
        for name, child in value.items():
            yield from texts(child, f"{place}/{name}")
    elif isinstance(value, list | tuple):
        for number, child in enumerate(value):
            yield from texts(child, f"{place}/{number}")
    else:
        yield place, "" if value is None else str(value)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_report_can_be_posted(path: Path) -> None:
    report = load(path)
    members = unstructure(report)
    for separator in ("/", "."):
        posted = {name if separator == "/" else name[1:].replace("/", "."): text for name, text in texts(members)}
        filled = fill(posted)
        assert filled.report == report
        assert filled.errors() == {}
        assert [(f.code, f.pointer) for f in filled.result.findings] == [
            (f.code, f.pointer) for f in validate(report).findings
        ]


def test_there_are_reports_to_post() -> None:
    assert len(REPORTS) > 10
    assert {load(path).layout for path in REPORTS} == set(resources.layouts())


@pytest.mark.parametrize("layout", resources.layouts())
def test_what_is_not_given_and_what_is_blank_is_blank(layout: str) -> None:
    filled = fill({**LEAST, "layout": layout})
    blank = {**dict.fromkeys(load_layout(layout).cells, " 　"), "overview": "", "title": " ", "organ.code": ""}
    assert filled.report is not None
    assert fill({**LEAST, **blank}, layout=layout).report == filled.report
    members = unstructure(filled.report)
    assert (members["overview"], "title" in members, "marks" in members) == ("", False, False)
    assert all(text == "" for name, text in texts(members["requests"]))


@pytest.mark.parametrize(
    ("text", "figure"),
    [("3", 3), (" ３ ", 3), ("１，２３４", 1234), ("1,234", 1234), ("0", 0), ("3件", 3), ("3.0", 3), ("-0", 0)],
)
def test_figures_are_read_as_print_is(text: str, figure: int) -> None:
    report = fill({**LEAST, GRANTED: text}).report
    assert report is not None
    assert report.requests.natural_person.outcomes.granted == figure


@pytest.mark.parametrize(
    ("text", "mark"), [("—", "dash"), ("/", "slash"), ("不适用", "not_applicable"), ("无", "not_applicable")]
)
def test_signs_for_no_figure_are_marks(text: str, mark: str) -> None:
    report = fill({**LEAST, GRANTED: text, "marks.0.pointer": AMOUNT, "marks.0.mark": "blank"}).report
    assert report is not None
    assert [(m.pointer, m.mark, m.printed) for m in report.marks] == [(AMOUNT, "blank", None), (GRANTED, mark, text)]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [("25.1", Decimal("25.1"), None), ("２５１０００元", Decimal(251000), "yuan"), ("3万元", Decimal(3), None)],
)
def test_an_amount_keeps_its_decimals_and_its_unit(text: str, amount: Decimal, unit: str | None) -> None:
    report = fill({**LEAST, "layout": "2021", AMOUNT: text}).report
    assert report is not None
    fees = unstructure(report)["proactive_disclosure"]["charges"]["administrative_fees"]
    assert (fees["amount"], fees.get("unit")) == (amount, unit)


WRONG = [
    (GRANTED, "many", "wrong-form"),
    (GRANTED, "3（其中一件补正）", "wrong-form"),
    (GRANTED, "……", "wrong-form"),
    (GRANTED, "3.5", "fractional-count"),
    (GRANTED, "-3", "negative-figure"),
    (GRANTED, "1000000000000", "out-of-range"),
    (AMOUNT, "-2", "negative-figure"),
    (AMOUNT, "2.1234567", "wrong-form"),
    (AMOUNT, "9" * 50, "wrong-form"),
    ("/year", "twenty", "wrong-form"),
    ("/year", "9" * 5000, "wrong-form"),
    ("/year", "1066", "out-of-range"),
    ("/organ/kind", "bureau", "not-allowed-value"),
    ("/published", "2024", "wrong-form"),
    ("/title", "x" * 1001, "wrong-length"),
    ("/requests/natural_person", "3", "wrong-form"),
    ("/notes", "x", "wrong-form"),
    ("/extensions", "{}", "wrong-form"),
    ("/nowhere", "3", "unknown-member"),
    ("/requests/nobody/received", "3", "unknown-member"),
    ("/notes/x/text", "3", "unknown-member"),
    ("/notes/99999999999/text", "3", "unknown-member"),
    ("/overview/0", "3", "unknown-member"),
]


@pytest.mark.parametrize(("place", "text", "code"), WRONG)
def test_what_is_wrong_is_told_by_its_place_and_there_is_no_report(place: str, text: str, code: str) -> None:
    filled = fill({**LEAST, place: text}, layout="2021")
    assert filled.report is None
    assert next(f.code for f in filled.result.findings if f.pointer == place) == code
    assert list(filled.errors()) == [place]
    for language in ("zh", "en"):
        (sentence,) = filled.errors(language)[place]
        assert sentence in filled.messages(language)[place]
    assert filled.errors("zh") != filled.errors("en")


def test_what_is_missing_is_told_at_its_own_place() -> None:
    assert list(fill({"layout": LAYOUT}).errors()) == ["/year", "/organ"]
    assert list(fill({**LEAST, "organ.name": " ", "organ.kind": "other"}).errors()) == ["/organ/name"]
    assert list(fill({**LEAST, "period.start": "2023-01-01"}).errors()) == ["/period/end"]
    assert list(fill({**LEAST, "notes.3.text": "x"}).errors()) == ["/notes/0/pointer"]


def test_all_that_is_wrong_is_told_at_once_and_what_the_rules_find_beside_it() -> None:
    posted = {**LEAST, GRANTED: "x", AMOUNT: "-1", "title": "某局2022年政府信息公开工作年度报告"}
    assert set(fill(posted, layout="2021").errors()) == {GRANTED, AMOUNT}
    posted.pop(AMOUNT)
    filled = fill(posted, layout="2021")
    assert filled.report is None
    assert "/title" in filled.messages()
    posted[GRANTED] = "1"
    filled = fill(posted, layout="2021")
    assert (filled.report is not None, filled.errors()) == (True, {})
    assert "/title" in filled.messages()


def test_lines_of_a_browser_become_lines_of_a_report() -> None:
    report = fill({**LEAST, "overview": "一\r\n二\r\n"}).report
    assert report is not None
    assert report.overview == "一\n二"


@pytest.mark.parametrize("layout", ["", "1999", "workplan"])
def test_a_layout_that_is_none_of_a_report_is_no_form(layout: str) -> None:
    with pytest.raises(ValueError, match="layout"):
        fill({"layout": layout})


def test_what_was_posted_is_what_was_written() -> None:
    filled = fill(dict(texts(json.loads((EXAMPLES / "defects" / "none.json").read_bytes()))))
    assert filled.report == loads((EXAMPLES / "defects" / "none.json").read_bytes())
