"""Rows that might be one and the same row of the form: the one whose label fits best has it."""

import pytest

import govreport

_PAGE = (
    "<h1>某市2023年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2><table><tr><td>信息内容</td>"
    "<td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>{}</table>"
)
_OWN, _OTHER = ("行政规范性文件", 1, 2, 3), ("规范性文件", 7, 8, 9)


def _row(row: tuple[str, int, int, int]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"


@pytest.mark.parametrize("rows", [(_OWN, _OTHER), (_OTHER, _OWN)])
def test_a_row_with_the_own_label_keeps_its_figures_beside_one_with_a_part_of_it(
    rows: tuple[tuple[str, int, int, int], ...],
) -> None:
    found = govreport.extract(_PAGE.format("".join(map(_row, rows))).encode())
    figures = found.value["proactive_disclosure"]["documents"]["normative_documents"]
    assert figures == {"issued": 1, "repealed": 2, "in_force": 3}
    assert "row-unknown" in {problem.code for problem in found.problems}


def test_a_row_that_is_printed_twice_keeps_both_claims() -> None:
    found = govreport.extract(_PAGE.format(_row(_OWN) + _row((*_OWN[:3], 4))).encode())
    figures = found.value["proactive_disclosure"]["documents"]["normative_documents"]
    assert figures == {"issued": 1, "repealed": 2, "in_force": None}
    assert "cell-printed-twice" in {problem.code for problem in found.problems}
