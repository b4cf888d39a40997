"""The unit of an amount: printed in the header, beside the row or on a line of its own, and never taken for another."""

from collections.abc import Callable

import pytest

import govreport

TITLE = "青石县水利局2023年政府信息公开工作年度报告"
SECTION = "二、主动公开政府信息情况"
ROWS = (
    ("第二十条第（一）项",),
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", "0", "0", "0"),
    ("行政规范性文件", "1", "2", "3"),
    ("第二十条第（八）项",),
)
Write = Callable[[str, str, str, str], bytes]
Told = tuple[int | None, str | None]


def html(label: str, head: str, before: str, figure: str) -> bytes:
    line = f"<p>{before}</p>" if before else ""
    rows = (f"<tr>{''.join(f'<td>{t}</td>' for t in row)}</tr>" for row in (*ROWS, ("信息内容", head), (label, figure)))
    return f"<h1>{TITLE}</h1><p>{SECTION}</p>{line}<table>{''.join(rows)}</table>".encode()


def text(label: str, head: str, before: str, figure: str) -> bytes:
    rows = map("\t".join, (*ROWS, ("信息内容", head), (label, figure)))
    return "\n".join(filter(None, (TITLE, SECTION, before, *rows))).encode()


def told(document: bytes) -> Told:
    fees = govreport.extract(document).value["proactive_disclosure"]["charges"]["administrative_fees"]
    return fees["amount"], fees.get("unit")


FEES, HEAD = "行政事业性收费", "本年收费金额"
OPEN: Told = (None, None)


@pytest.mark.parametrize("write", [html, text])
@pytest.mark.parametrize(
    ("label", "head", "before", "expected"),
    [
        (FEES, f"{HEAD}（单位：万元）", "", (5, None)),
        (FEES, f"{HEAD}（单位：人民币元）", "", (5, "yuan")),
        (f"{FEES}（单位：元）", HEAD, "", (5, "yuan")),
        (f"{FEES}（万元）", HEAD, "", (5, None)),
        (FEES, HEAD, "单位：元", (5, "yuan")),
        (FEES, HEAD, "（单位：件、元）", (5, "yuan")),
        (FEES, HEAD, "单位：万元", (5, None)),
        (FEES, HEAD, "单位：件", (5, None)),
        # What stands nearer counts.
        (FEES, f"{HEAD}（单位：万元）", "单位：元", (5, None)),
        # No guess: the schema has no name for these, or print says two things.
        (FEES, f"{HEAD}（单位：亿元）", "", OPEN),
        (FEES, f"{HEAD}（千元）", "", OPEN),
        (FEES, HEAD, "单位：百万元", OPEN),
        (f"{FEES}（元）", f"{HEAD}（单位：万元）", "", OPEN),
    ],
)
def test_the_unit_is_the_one_that_is_printed(write: Write, label: str, head: str, before: str, expected: Told) -> None:
    assert told(write(label, head, before, "5")) == expected


@pytest.mark.parametrize("write", [html, text])
def test_nothing_is_nothing_in_any_unit(write: Write) -> None:
    assert told(write(FEES, f"{HEAD}（单位：亿元）", "", "0")) == (0, None)


def test_a_unit_in_the_cell_counts_before_all_others() -> None:
    assert told(html(FEES, f"{HEAD}（单位：亿元）", "单位：元", "5万元"))[0] == 5


def test_a_unit_without_a_name_is_told() -> None:
    found = govreport.extract(html(FEES, f"{HEAD}（单位：亿元）", "", "5"))
    (problem,) = (one for one in found.problems if one.code == "column-unknown")
    assert problem.pointer.endswith("/administrative_fees/amount")
    assert problem.parameters["label"] == "亿元"


def test_a_page_of_a_known_shape_is_asked_for_its_unit_too() -> None:
    page = [html(FEES, f"{HEAD}（单位：亿元）", "", figure) for figure in ("0", "5", "0", "7")]
    assert [told(one) for one in page] == [(0, None), OPEN, (0, None), OPEN]
