"""Documents in shapes of strangers' own choosing (`bench/strangers`): no cell is read wrongly, nearly all are read."""

import contextlib
import json
import random
import re
import time
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import govreport
from bench.data import reports
from bench.strangers import first, fourth, second, third, web
from bench.strangers.__main__ import counted
from bench.strangers.page import page_of
from govreport.documents.limits import UnreadableDocument

from .test_damaged import LONGEST, damaged

ALL = {**first.SHAPES, **second.SHAPES, **third.SHAPES, **fourth.SHAPES}
# What no way of reading knows, by how much of it is read.
UNREAD = {
    "text, a listing by columns": 0.92,
    "text, elements of XML": 0.0,
    "text, a table of LaTeX": 0.0,
    "text, a table of MediaWiki, a cell a line": 0.0,
    "text, turned round, blanks": 0.0,
    "markdown, turned round, a grid table": 0.0,
    "html, elements of its own": 0.0,
}
LEAST = 0.97
NAMED = (
    "html, lists of definitions",
    "text, a line for each figure",
    "text, a listing in braces",
    "text, a row for each figure, tabs between",
)
TRIES = 12


@cache
def source(seed: int = 99) -> bytes:
    (report,) = reports(1, seed, "2021")
    return report


@cache
def printed(name: str, seed: int = 99) -> bytes:
    return ALL[name](page_of(source(seed), titles=name not in first.SHAPES))


@pytest.mark.parametrize("name", ALL)
def test_no_cell_is_wrong_and_nearly_all_are_read(name: str) -> None:
    members = json.loads(source(), parse_float=Decimal)
    cells, read, wrong = counted(printed(name), members)
    assert wrong == []
    assert read >= UNREAD.get(name, LEAST) * cells


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("行政规范性文件", "其他文件（不含行政规范性文件）"),
        lambda text: text.replace("自然人", "村民委员会"),
        lambda text: text.replace("4.保护第三方合法权益", "4.其他情形"),
        lambda text: text.replace("商业企业", "上年商业企业"),
    ],
    ids=["another-row", "another-column", "another-reason", "last-year"],
)
def test_figures_behind_other_names_become_no_cells(name: str, change: Callable[[str], str]) -> None:
    members = json.loads(source(), parse_float=Decimal)
    _, read, wrong = counted(change(printed(name).decode()).encode(), members)
    assert wrong == []
    assert read < 200


def test_names_that_lead_twice_to_one_cell_are_read_nowhere() -> None:
    text = printed("text, a line for each row, columns named").decode()
    lost = text.replace("行政诉讼—未经复议直接起诉：", "").replace("行政诉讼—复议后起诉：", "")
    found = govreport.extract(lost.encode())
    assert not any(pointer.startswith("/disputes/") for pointer in found.evidence)


def test_running_text_with_all_labels_is_no_table() -> None:
    text = printed("text, a line for each figure").decode()
    lines = [line for line in text.splitlines() if "/" not in line]
    told = "。".join(line.replace("/", "的").replace("：", "比上年多") for line in text.splitlines() if "/" in line)
    found = govreport.extract("\n".join([*lines[:8], told, *lines[8:]]).encode())
    assert not any(pointer.startswith("/requests/") for pointer in found.evidence)


@pytest.mark.parametrize("file", ["report.txt", "report.csv", "report"])
@pytest.mark.parametrize("name", ["bytes, commas in UTF-8", "bytes, semicolons in UTF-16"])
def test_rows_of_fields_are_read_whatever_the_file_is_called(tmp_path: Path, name: str, file: str) -> None:
    path = tmp_path / file
    path.write_bytes(printed(name))
    assert govreport.extract(path).format == "csv"
    assert govreport.extract(path).completeness == "whole"


HIDDEN = (
    "<style>.old{display:none}</style>|<tr class=old>",
    "<style>tr.old{visibility:hidden}</style>|<tr class=old>",
    "<style>#old{display:none !important}</style>|<tr id=old>",
    "|<tr hidden>",
)


@pytest.mark.parametrize("style", HIDDEN)
def test_rows_that_a_style_sheet_hides_are_not_read(style: str) -> None:
    sheet, opening = style.split("|")
    page = printed("html, all spans filled up").decode()
    row = "<tr><td>行政许可</td>"
    assert page.count(row) == 1
    again = f"{opening}<td>行政许可</td><td>7</td><td>7</td><td>7</td></tr>"
    page = page.replace("<body>", f"{sheet}<body>").replace(row, again + row)
    cells, read, wrong = counted(page.encode(), json.loads(source(), parse_float=Decimal))
    assert (read, wrong) == (cells, [])


def test_rules_for_print_alone_hide_nothing() -> None:
    page = printed("html, all spans filled up").decode()
    page = page.replace("<body>", "<style>@media print{td{display:none}}</style><body>")
    cells, read, _ = counted(page.encode(), json.loads(source(), parse_float=Decimal))
    assert read == cells


def test_a_blank_box_of_styled_rows_keeps_its_column() -> None:
    page = printed("html, flexible rows told by classes").decode()
    row, cell = "一、本年新收政府信息公开申请数量", '<span class="cell">'
    start = page.index(f"{cell}{row}")
    start = page.index(cell, page.rindex(f"{cell}{row}", start, page.index("</div>", start)) + len(cell))
    end = page.index("</span>", start)
    members = json.loads(source(), parse_float=Decimal)
    blank = page[: start + len(cell)] + page[end:]
    _, read, wrong = counted(blank.encode(), members)
    assert (read, wrong) == (199, [])


def test_a_drawing_that_is_turned_is_not_read() -> None:
    page = printed("html, a drawing in SVG").decode().replace("<text ", "<text transform='rotate(90)' ")
    assert not any(cell.startswith("/requests/") for cell in govreport.extract(page.encode()).evidence)


def test_a_page_laid_out_by_boxes_is_no_table() -> None:
    page = printed("html, all spans filled up").decode()
    body = page[page.index("<body>") + 6 : page.index("</body>")]
    row = "<div style='display:flex'><div>{}</div><div>{}</div></div>"
    laid = page.replace(
        body, row.format("登录", "12") + row.format("<ul><li>首页</li></ul>", body) + row.format("3", "4")
    )
    cells, read, wrong = counted(laid.encode(), json.loads(source(), parse_float=Decimal))
    assert (read, wrong) == (cells, [])


SIGNED = ("text, sentences", "html, cards", "text, a line for each figure", "html, lists of definitions")


@pytest.mark.parametrize("name", SIGNED)
@pytest.mark.parametrize("sign", ["-", "−", "—", "－"])
def test_no_figure_loses_its_sign(name: str, sign: str) -> None:
    (report,) = reports(1, 8, "2019")
    members = json.loads(report, parse_float=Decimal)
    for group in members["proactive_disclosure"].values():
        for row in group.values():
            if "change" in row:
                row["change"] = -row["change"]
    text = ALL[name](page_of(report, titles=True)).decode()
    signed, count = re.subn(r"(增/减(?:：|</span><span>)?)(?=[1-9])", rf"\g<1>{sign}", text)
    assert count == 4
    _, read, wrong = counted(signed.encode(), members)
    assert wrong == []
    assert read >= 0.8 * 200


def read_of(data: bytes) -> tuple[int, list[str]]:
    _, read, wrong = counted(data, json.loads(source(), parse_float=Decimal))
    return read, wrong


def test_a_group_printed_as_one_row_hands_no_labels_on() -> None:
    text = printed("text, a line for each row, columns named").decode()
    lines = text.splitlines()
    rows = [n for n, line in enumerate(lines) if "（六）其他处理" in line]
    assert len(rows) == 3
    merged = [line for n, line in enumerate(lines) if n not in rows[:2]]
    merged = [line.replace("—3.其他：", "：") if "（六）其他处理" in line else line for line in merged]
    value = govreport.extract("\n".join(merged).encode()).value
    other = value["requests"]["total"]["outcomes"]["other"] if "requests" in value else {}
    assert not any(figure is not None for figure in other.values())


def test_the_unit_beside_a_named_figure_is_kept() -> None:
    text = printed("text, a line for each figure").decode()
    assert "（单位：万元）" in text
    found = govreport.extract(text.replace("（单位：万元）", "（单位：元）").encode()).value
    fees = found["proactive_disclosure"]["charges"]["administrative_fees"]
    assert fees["unit"] == "yuan"


def test_digits_that_may_be_three_figures_are_not_one() -> None:
    lines = []
    for _, content in page_of(source(), titles=True):
        lines += [content] if isinstance(content, str) else ["".join(row) for row in content]
    assert read_of("\n".join(lines).encode())[1] == []


def test_figures_that_may_each_be_two_are_none() -> None:
    # In 2019 table two has blocks of two and three columns, over six slots: 00535300 is 0, 53 and 0.
    for seed in range(3, 9):
        (report,) = reports(1, seed, "2019")
        page = web.page(page_of(report, titles=True), web.flex)
        assert counted(page, json.loads(report, parse_float=Decimal))[2] == []


def test_a_header_may_stand_in_a_table_of_its_own() -> None:
    page = printed("html, a table for each row").decode()
    page = page.replace("（单位：万元）", "（单位：元）")
    fees = govreport.extract(page.encode()).value["proactive_disclosure"]["charges"]["administrative_fees"]
    assert fees["unit"] == "yuan"


def test_items_of_a_list_in_markdown_are_lines() -> None:
    text = printed("text, a line for each figure").decode()
    marked = "\n".join(f"- {line}" if "/" in line else f"\n{line}\n" for line in text.splitlines())
    head, _, rest = marked.partition("\n")
    assert read_of(f"# {head}\n\n## 说明\n\n{rest}".encode()) == (200, [])


MARKED = [pytest.param(n, marks=[pytest.mark.pages] * n.startswith("html")) for n in second.SHAPES]


@pytest.mark.parametrize("name", MARKED)
def test_damage_raises_nothing_but_a_refusal(name: str) -> None:
    data, rng = printed(name), random.Random(name)
    for _ in range(TRIES):
        start = time.monotonic()
        with contextlib.suppress(UnreadableDocument):
            govreport.extract(damaged(data, rng))
        assert time.monotonic() - start < LONGEST


def test_the_sets_have_no_shape_in_common() -> None:
    assert len(ALL) == sum(len(one.SHAPES) for one in (first, second, third, fourth))
    assert all(callable(make) for make in ALL.values())
