"""Rows of tables in web pages: how far spans reach, and tables within tables."""

from typing import Any

import pytest

from govreport import extract
from govreport.documents.readers.html_rows import span_of

_TITLE = "<h1>丁县民政局2024年政府信息公开工作年度报告</h1><h2>二、主动公开政府信息情况</h2>"
_HEADER = "<tr><th>信息内容<th>本年制发件数<th>本年废止件数<th>现行有效件数</tr>"
_ROW = "<tr><td>{}<td>{}<td>{}<td>{}</tr>"
_RULES = _ROW.format("规章", 3, 1, 7)
_OTHERS = _ROW.format("行政规范性文件", 4, 2, 9)


def _documents(page: str) -> dict[str, Any]:
    found: dict[str, Any] = extract((_TITLE + page).encode(), format="html").value["proactive_disclosure"]["documents"]
    return found


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2", 2),
        (" 3\n", 3),
        ("000002", 2),
        ("0", 9),
        ("00000000", 9),
        ("99999", 1000),
        ("123456789" * 1000, 1000),
        ("", 1),
        ("-2", 1),
        ("2.5", 1),
        ("²", 1),
        ("两", 1),
    ],
)
def test_a_span_is_a_number_within_bounds(value: str, span: int) -> None:
    assert span_of(value, 9) == span


def test_no_box_reaches_beyond_its_group_of_rows() -> None:
    first = _RULES.replace("<td>规章", '<td rowspan="3">规章')
    documents = _documents(f"<table><tbody>{_HEADER}{first}</tbody><tbody>{_OTHERS}</tbody></table>")
    assert documents["government_rules"] == {"issued": 3, "repealed": 1, "in_force": 7}
    assert documents["normative_documents"] == {"issued": 4, "repealed": 2, "in_force": 9}


def test_a_table_that_lays_out_the_page_holds_no_data() -> None:
    documents = _documents(f"<table><tr><td>导航<td><table>{_HEADER}{_RULES}{_OTHERS}</table></tr></table>")
    assert documents["government_rules"] == {"issued": 3, "repealed": 1, "in_force": 7}
    assert documents["normative_documents"] == {"issued": 4, "repealed": 2, "in_force": 9}
