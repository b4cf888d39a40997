"""Labels of columns in attributes: what a page shows beside a figure on a narrow screen is its header."""

from html import escape
from typing import Any

import pytest

from govreport import extract
from govreport.documents.readers.html_labels import label_of
from govreport.documents.trees.html import parse_html

_TITLE = "丁县民政局2024年政府信息公开工作年度报告"
_FORM = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")


def _page(*tables: str) -> bytes:
    body = "".join(tables)
    return f"<h1>{_TITLE}</h1><h2>二、主动公开政府信息情况</h2>{body}".encode()


def _row(*boxes: tuple[str, str], tag: str = "td", name: str = "data-label") -> str:
    inner = "".join(f'<{tag} {name}="{escape(label)}">{text}</{tag}>' for label, text in boxes)
    return f"<tr>{inner}</tr>" if tag == "td" else f'<div style="display:flex">{inner}</div>'


def _cells(page: bytes) -> dict[str, Any]:
    found: dict[str, Any] = extract(page, format="html").value["proactive_disclosure"]
    return found


@pytest.mark.parametrize("name", ["data-label", "data-title", "data-th"])
@pytest.mark.parametrize(
    ("label", "unit"),
    [("本年收费金额（单位：元）", "yuan"), ("本年收费金额（单位：万元）", None), ("本年收费金额", None)],
)
def test_the_unit_of_an_amount_may_stand_in_an_attribute_alone(name: str, label: str, unit: str | None) -> None:
    rows = [
        _row(("信息内容", row), ("本年处理决定数量", "5"), name=name) for row in ("行政许可", "行政处罚", "行政强制")
    ]
    fee = _row(("信息内容", "行政事业性收费"), (label, "12000"), name=name)
    fees = _cells(_page(f"<table>{''.join(rows)}</table><table>{fee}</table>"))["charges"]["administrative_fees"]
    assert fees == {"amount": 12000} | ({"unit": unit} if unit else {})


@pytest.mark.parametrize("tag", ["td", "div"])
def test_figures_stand_under_the_labels_of_their_attributes(tag: str) -> None:
    order = (0, 3, 1, 2)
    rows = [
        _row(*((_FORM[x], (name, issued, repealed, left)[x]) for x in order), tag=tag)
        for name, issued, repealed, left in (("规章", "3", "1", "7"), ("行政规范性文件", "4", "2", "9"))
    ]
    holder = "table" if tag == "td" else "div"
    documents = _cells(_page(f"<{holder}>{''.join(rows)}</{holder}>"))["documents"]
    assert documents["government_rules"] == {"issued": 3, "repealed": 1, "in_force": 7}
    assert documents["normative_documents"] == {"issued": 4, "repealed": 2, "in_force": 9}


def test_labels_become_others_within_one_table() -> None:
    rows = [
        _row(("信息内容", "行政许可"), ("本年处理决定数量", "31")),
        _row(("信息内容", "行政处罚"), ("本年处理决定数量", "5")),
        _row(("信息内容", "行政强制"), ("本年处理决定数量", "6")),
        _row(("信息内容", "行政事业性收费"), ("本年收费金额（元）", "800")),
    ]
    found = _cells(_page(f"<table>{''.join(rows)}</table>"))
    assert found["licensing"]["licences"]["decisions"] == 31
    assert found["enforcement"]["penalties"]["decisions"] == 5
    assert found["enforcement"]["coercion"]["decisions"] == 6
    assert found["charges"]["administrative_fees"] == {"amount": 800, "unit": "yuan"}


def test_a_header_in_print_stands_before_the_attributes() -> None:
    header = "<tr><th>信息内容</th><th>本年收费金额（单位：万元）</th></tr>"
    row = _row(("内容", "行政事业性收费"), ("收费金额（元）", "12"))
    assert _cells(_page(f"<table>{header}{row}</table>"))["charges"]["administrative_fees"] == {"amount": 12}


def test_attributes_that_a_header_in_print_contradicts_say_nothing() -> None:
    header = f"<tr>{''.join(f'<th>{label}</th>' for label in _FORM)}</tr>"
    stale = ("信息内容", "现行有效件数", "本年废止件数", "本年制发件数")
    rows = [
        _row(*zip(stale, texts, strict=True)) for texts in (("规章", "3", "1", "7"), ("行政规范性文件", "4", "2", "9"))
    ]
    documents = _cells(_page(f"<table>{header}{''.join(rows)}</table>"))["documents"]
    assert documents["government_rules"] == {"issued": 3, "repealed": 1, "in_force": 7}
    assert documents["normative_documents"] == {"issued": 4, "repealed": 2, "in_force": 9}


def test_a_figure_keeps_the_place_that_it_is_printed_at() -> None:
    rows = [
        _row(("信息内容", "行政处罚"), ("本年处理决定数量", "5")),
        _row(("信息内容", "行政强制"), ("本年处理决定数量", "6")),
    ]
    places = extract(_page(f"<table>{''.join(rows)}</table>"), format="html").evidence
    place = places["/proactive_disclosure/enforcement/coercion/decisions"]
    assert (place.table, place.row, place.column) == (1, 2, 2)


def test_a_box_over_rows_reaches_over_the_header_that_comes_between() -> None:
    first = f'<tr><td rowspan="2">公开</td>{_row(("信息内容", "行政许可"), ("本年处理决定数量", "31"))[4:]}'
    second = _row(("信息内容", "行政事业性收费"), ("本年收费金额（元）", "800"))
    found = _cells(_page(f"<table>{first}{second}</table>"))
    assert found["licensing"]["licences"]["decisions"] == 31
    assert found["charges"]["administrative_fees"] == {"amount": 800, "unit": "yuan"}


def test_a_title_within_the_table_is_no_header() -> None:
    order = (0, 3, 1, 2)
    rows = [
        _row(*((_FORM[x], texts[x]) for x in order))
        for texts in (("规章", "3", "1", "7"), ("行政规范性文件", "4", "2", "9"))
    ]
    title = '<tr><td colspan="4">第二十条第（一）项</td></tr>'
    documents = _cells(_page(f"<table>{title}{''.join(rows)}</table>"))["documents"]
    assert documents["government_rules"] == {"issued": 3, "repealed": 1, "in_force": 7}
    assert documents["normative_documents"] == {"issued": 4, "repealed": 2, "in_force": 9}


@pytest.mark.parametrize(
    ("attributes", "label"),
    [
        ('data-label="件数"', "件数"),
        ('data-label="" data-th=" 件&#10;数 "', "件 数"),
        ('data-label="1" data-title="件数"', "件数"),
        ('data-label="2024"', ""),
        (f'data-label="{"件" * 100}"', "件" * 100),
        (f'data-label="{"件" * 101}" data-title="数"', "数"),
        ('title="件数"', ""),
    ],
)
def test_the_label_of_a_box_is_short_and_has_a_word(attributes: str, label: str) -> None:
    page = parse_html(f"<table><tr><td {attributes}>5</td></tr></table>".encode())
    assert page is not None
    (box,) = page.iterdescendants("td")
    assert label_of(box) == label
