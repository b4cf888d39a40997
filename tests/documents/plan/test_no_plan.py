"""A report of which nothing but text is shown is no work plan that was read whole."""

import pytest

import govreport

TEXT = "一、总体情况", "2023年，本机关认真做好政务公开工作，公开信息12条。"


def page(title: str, tables: str = "") -> bytes:
    lines = "".join(f"<p>{text}</p>" for text in TEXT)
    return f"<html><meta charset=utf-8><body><h1>{title}</h1>{lines}{tables}</body></html>".encode()


@pytest.mark.parametrize("words", ["政府信息公开工作年度报告", "政府信息公开年报", "政府資訊公開工作年度報告"])
def test_a_report_without_tables_is_told_to_be_unread(words: str) -> None:
    hidden = "<div style='display:none'><table><tr><td>规章</td><td>0</td></tr></table></div>"
    found = govreport.extract(page(f"青石县水利局2023年{words}", hidden))
    assert found.completeness == "none"
    assert [one.code for one in found.problems] == ["layout-not-found"]


def test_a_plan_of_text_alone_is_still_one() -> None:
    assert govreport.extract(page("青石县水利局2023年政务公开工作要点")).layout == "workplan"
