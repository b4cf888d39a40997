"""Units of money in headers: kept where the print has another than the form."""

from decimal import Decimal

import pytest

import govreport
from govreport.documents.report.tables.units import header_unit
from tests.corpus.changes import CHANGES
from tests.corpus.documents import make
from tests.corpus.measuring import as_file, measure
from tests.corpus.shapes import SHAPES


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (["信息内容", "本年收费金额（单位：万元）"], "ten_thousand_yuan"),
        (["信息内容", "本年收费金额(单位:元)"], "yuan"),
        (["本年收费金额（元）"], "yuan"),
        (["本年收费金额（单位：", "元）"], "yuan"),
        (["本年收费金額（單位：萬元）"], "ten_thousand_yuan"),
        (["本年收费金额"], None),
        (["金额（元）", "折合（万元）"], None),
    ],
)
def test_a_header_says_in_what_its_amounts_are(texts: list[str], unit: str | None) -> None:
    assert header_unit(texts) == unit


@pytest.mark.parametrize(
    "shape", ["text-barred", "text-cell-a-line", "text-raw", "html-tagged", "docx-plain", "xlsx-sheet"]
)
def test_an_amount_under_a_header_in_yuan_is_in_yuan(shape: str) -> None:
    made = make(SHAPES[shape], CHANGES["fee-header-in-yuan"], 0, 3)
    assert measure(made).wrong == ()
    fees = as_file(made, govreport.extract).value["proactive_disclosure"]["charges"]["administrative_fees"]
    assert (Decimal(fees["amount"]), fees["unit"]) == (
        made.truth["proactive_disclosure"]["charges"]["administrative_fees"]["amount"],
        "yuan",
    )


def test_an_amount_under_the_header_of_the_form_has_no_unit_of_its_own() -> None:
    fees = as_file(make(SHAPES["text-barred"], CHANGES["clean"], 3, 2), govreport.extract).value
    assert "unit" not in fees["proactive_disclosure"]["charges"]["administrative_fees"]
