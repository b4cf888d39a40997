"""Labels of rows: each is taken by its own words, or for no row of the form."""

import pytest

from govreport.documents.report.tables.form import Fit, load_form

NORMATIVE = "/proactive_disclosure/documents/normative_documents"


def named(text: str, layout: str = "2021") -> str | None:
    """Return the first cell of the row that a label is taken for."""
    at = load_form(layout).row(text)
    return None if at is None else at.block.cells[at.row, 0]


@pytest.mark.parametrize(
    ("text", "pointer", "fit"),
    [
        ("行政规范性文件", f"{NORMATIVE}/issued", Fit.EXACT),
        ("行政规范性文件（以本机关名义印发的，含修订）", f"{NORMATIVE}/issued", Fit.OWN_WORDS),
        ("规范性文件", f"{NORMATIVE}/issued", Fit.OWN_WORDS),
        ("规章（有立法权的市填写）", "/proactive_disclosure/documents/government_rules/issued", Fit.OWN_WORDS),
        ("行政许可数量", "/proactive_disclosure/licensing/licences/decisions", Fit.LIKE),
        ("（二）部分公开", "/requests/natural_person/outcomes/partially_granted", Fit.EXACT),
        ("（二）部分公开（区分处理的", "/requests/natural_person/outcomes/partially_granted", Fit.EXACT),
        ("2.其他法律行政止公开", "/requests/natural_person/outcomes/denied/prohibited_by_law", Fit.LIKE),
        ("2.重復申請", "/requests/natural_person/outcomes/declined/repeated", Fit.EXACT),
    ],
)
def test_a_label_is_taken_by_its_own_words(text: str, pointer: str, fit: Fit) -> None:
    at = load_form("2021").row(text)
    assert at is not None
    assert (named(text), at.fit) == (pointer, fit)


@pytest.mark.parametrize(
    "text",
    [
        "其他文件(不含行政规范性文件)",
        "其他主动公开文件（除行政规范性文件以外）",
        "规范性文件（不含行政规范性文件）",
        "其他行政规范性文件",
        "党委规范性文件",
        "行政检查（不含行政处罚）",
        "行政处分",
        "不予行政许可",
        "行政强制执行",
        "其中：行政许可",
        "一、本年撤回政府信息公开申请数量",
        "二、上年撤回政府信息公开申请数量",
        "（行政许可）",
        "范性文件）",
    ],
)
@pytest.mark.parametrize("layout", ["2019", "2021"])
def test_other_words_make_no_row_of_the_form(text: str, layout: str) -> None:
    assert named(text, layout) is None


def test_a_row_may_have_the_name_that_another_layout_gives_it() -> None:
    assert named("行政规范性文件", "2019") == f"{NORMATIVE}/newly_made"
