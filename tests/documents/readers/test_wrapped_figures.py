"""Figures broken over two lines of a text: neither line is believed, and nothing else is touched."""

import pytest

from govreport import extract
from govreport.documents.limits import Limits
from govreport.documents.paper import Paragraph
from govreport.documents.readers.plain import parts_of

LABEL = "一、本年新收政府信息公开申请数量"
ROW = f"{LABEL}{'':10}358   52    60     647   65   50   654"


def _at(figure: str, *, is_wide: bool) -> int:
    """Return where a figure of the row stands, in characters or as wide as they are printed."""
    return ROW.index(figure) + (len(LABEL) if is_wide else 0)


def _lines(*lines: str) -> list[Paragraph]:
    return [part for part in parts_of("\n".join(lines), Limits()) if isinstance(part, Paragraph)]


def _texts(*lines: str) -> list[str]:
    return [line.text for line in _lines(*lines)]


@pytest.mark.parametrize("is_wide", [False, True])
def test_the_parts_of_a_figure_are_joined_by_a_sign_that_no_figure_has(is_wide: bool) -> None:
    below = " " * _at("358", is_wide=is_wide) + "9"
    below += " " * (_at("654", is_wide=is_wide) + 1 - len(below)) + "1"
    (row,) = _lines(ROW, below)
    assert [word.text for word in row.words] == [LABEL, "358⏎9", "52", "60", "647", "65", "50", "654⏎1"]
    assert row.text.split(" ")[1:] == ["358⏎9", "52", "60", "647", "65", "50", "654⏎1"]


@pytest.mark.parametrize(
    "below",
    [
        f"二、上年结转政府信息公开申请数量{'':10}3     5     6      7     8    9    4",
        " " * 80 + "9",
        "9",
        f"{'':20}第9页",
        f"{'':26}358   52    60     647   65   50   654",
    ],
)
def test_what_is_no_part_of_the_figures_above_stays_a_line_of_its_own(below: str) -> None:
    assert len(_texts(ROW, below)) == 2
    assert "⏎" not in "".join(_texts(ROW, below))


def test_a_figure_has_one_part_below_it() -> None:
    row = f"{LABEL}{'':10}12,345,678    52    60"
    at = row.index("12,345,678")
    assert len(_texts(row, " " * at + "9")) == 1
    assert len(_texts(row, " " * at + "9   1")) == 2


def test_parts_stand_right_below_their_figures() -> None:
    below = " " * _at("358", is_wide=False) + "9"
    assert len(_texts(ROW, below)) == 1
    assert len(_texts(ROW, "", below)) == 2
    assert len(_texts("共 3 件", below)) == 2


def test_a_broken_figure_is_never_stored_as_its_first_part() -> None:
    columns = "自然人   商业企业   科研机构   社会公益组织   法律服务机构   其他   总计"
    labels = ("二、上年结转政府信息公开申请数量", "（一）予以公开", "（七）总计", "四、结转下年度继续办理")
    rows = [f"{label}{'':14}1     2     3      4     5    6    21" for label in labels]
    title = ["丁县民政局2024年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", columns]
    broken = " " * _at("654", is_wide=False) + "1"
    whole, wrapped = (
        extract("\n".join([*title, ROW, *below, *rows]).encode(), format="text") for below in ([], [broken])
    )
    assert whole.value["requests"]["total"]["received"] == 654
    assert wrapped.value["requests"]["total"]["received"] is None
    assert "654⏎1" in [note.parameters.get("printed") for note in (*wrapped.notes, *wrapped.problems)]
