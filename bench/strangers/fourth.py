"""The fourth stranger's set: shapes of twenty blind documents that were not read whole, each in several formats."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import Any

import openpyxl

from bench.strangers import lines, office, web
from bench.strangers.page import Fact, Grid, Page, Row, facts, is_data, labels_of, parts, turned

SEED = 4714
_ORGAN, _YEAR = "青石县水利局", "2023"
_APPLICANTS = "法人或其他组织"


def replaced(page: Page, change: Callable[[Grid], list[Any]], which: int) -> Page:
    """Return a page with what `change` makes of one of its tables in place of that."""
    at, grid = [(n, inside) for n, (_, inside) in enumerate(page) if not isinstance(inside, str)][which]
    return [*page[:at], *change(grid), *page[at + 1 :]]


def by_way(grid: Grid, corner: str = "类别", prefix: str = "") -> Grid:
    """Return table four with a row for each way of review, its label in one column."""
    rows = [(list(way), list(told)) for way, told in groupby(facts(grid), key=lambda fact: fact.column[:-1])]
    head = [corner, *(fact.column[-1] for fact in rows[0][1])]
    return [head, *([prefix * (len(way) > 1) + way[-1], *(f.figure for f in told)] for way, told in rows)]


def _one_label(page: Page, corner: str = "类别", prefix: str = "") -> Page:
    return replaced(page, lambda grid: [("table", by_way(grid, corner, prefix))], 2)


def _ways_apart(page: Page) -> Page:
    def apart(grid: Grid) -> list[Any]:
        head, review, *suits = by_way(grid)
        return [
            ("p", "（一）行政复议"),
            ("table", [head[1:], review[1:]]),
            ("p", "（二）行政诉讼"),
            ("table", [head, *suits]),
        ]

    return replaced(page, apart, 2)


def _numbered_ways(page: Page) -> Page:
    def apart(grid: Grid) -> list[Any]:
        head, *ways = by_way(grid)
        return [
            one
            for n, way in enumerate(ways, 1)
            for one in (("p", f"表{n + 5}　{way[0]}情况统计表"), ("table", [["项目", *head[1:]], ["件数", *way[1:]]]))
        ]

    return replaced(page, apart, 2)


def one_head(grid: Grid, join: str) -> Grid:
    """Return table three with one row of column labels, that of the group before each of its own, and one of labels."""
    header, rows = parts(grid)[0]
    start = labels_of(rows)
    # The outermost label is that of all columns.
    labels = [list(dict.fromkeys(above[x] for above in header))[1:] for x in range(start, len(grid[0]))]
    heads = [join.format(*label) if len(label) > 1 else label[0] for label in labels]
    return [["项目", *heads], *([row[start - 1], *row[start:]] for row in rows)]


def _one_head(page: Page, join: str) -> Page:
    return replaced(page, lambda grid: [("table", one_head(grid, join))], 1)


def lying(grid: Grid) -> Grid:
    """Return table two with a column for each figure and one row of them."""
    columns = [(*fact.row, *fact.column, fact.figure) for fact in facts(grid)]
    return [list(row) for row in zip(*columns, strict=True)]


def _lying(page: Page) -> Page:
    return replaced(page, lambda grid: [("table", lying(grid))], 0)


def captions_below(page: Page) -> Page:
    """Return a page with the titles of the sections below their tables once more."""
    found: Page = []
    number = 0
    title = ""
    for tag, inside in page:
        found.append((tag, inside))
        title = str(inside) if tag == "h2" else title
        if tag == "table":
            number += 1
            found.append(("p", f"表{number}　{title.split('、', 1)[1]}"))
    return found


def _all_facts(page: Page) -> Iterator[tuple[str, Fact]]:
    section = ""
    for tag, inside in page:
        if isinstance(inside, str):
            section = inside if tag == "h2" else section
        else:
            yield from ((section, fact) for fact in facts(inside))


def _paths(page: Page, join: str = "/") -> Iterator[tuple[str, str, str, str, str]]:
    """Yield section, labels of the row, labels of the column, figure and unit."""
    for section, fact in _all_facts(page):
        unit = "万元" if "金额" in "".join(fact.column) else "件"
        yield section.split("、", 1)[-1], join.join(fact.row), join.join(fact.column), fact.figure, unit


def with_all_columns(page: Page) -> Iterator[Row]:
    """Yield a row for each figure, with who reports for which year, numbers, units and blank remarks."""
    yield ["序号", "填报单位", "统计年度", "部分", "一级指标", "申请人", "数值", "单位", "备注"]
    for n, (section, row, column, figure, unit) in enumerate(_paths(page), 1):
        yield [str(n), _ORGAN, f"{_YEAR}年", section, row, column, figure, unit, ""]


def _few_columns(page: Page) -> Iterator[Row]:
    yield ["年度", "机构名称", "指标名称", "指标值", "计量单位"]
    for _, row, column, figure, unit in _paths(page):
        yield [_YEAR, _ORGAN, "-".join(filter(None, (row, column))), figure, unit]


def _serial_last(page: Page) -> Iterator[Row]:
    yield ["部分", "行指标", "列指标", "数量", "行号", "更新时间"]
    for n, (section, row, column, figure, _) in enumerate(_paths(page, " "), 1):
        yield [section, row, column, figure, str(n), "2024-01-25 10:00:00"]


def _coded(page: Page) -> Iterator[Row]:
    yield ["指标编码", "数据年份", "单位名称", "行政区划代码", "指标", "分组", "数据值", "上年数", "数据来源"]
    for n, (_, row, column, figure, _) in enumerate(_paths(page, "："), 1):
        yield [f"ZFXX{n:03}", _YEAR, _ORGAN, "330881", row, column, figure, str(n * 7), "政府信息公开年报"]


def as_csv(rows: Iterable[Row], encoding: str = "utf-8-sig") -> bytes:
    """Return rows parted by commas."""
    target = io.StringIO()
    csv.writer(target).writerows(rows)
    return target.getvalue().encode(encoding)


def _as_sheet(rows: Iterator[Row], title: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [*([[title]] if title else []), *rows]:
        sheet.append([int(text) if text.isdigit() else text for text in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _as_web(rows: Iterator[Row]) -> bytes:
    body = "".join(f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows)
    head = "<!DOCTYPE html><html><meta charset=utf-8><title>数据集</title>"
    return f"{head}<body><table>{body}</table></body></html>".encode()


def _word(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=len(grid), cols=len(grid[0]))
    office.fill(table, grid)


def _open_text(page: Page) -> bytes:
    pieces = (
        f"<text:p>{escape(inside)}</text:p>"
        if isinstance(inside, str)
        else f"<table:table>{office.open_cells(inside)}</table:table>"
        for _, inside in page
    )
    return office.open_document("text", "".join(pieces))


def plain_table(grid: Grid) -> str:
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{escape(t)}</td>' for t in row)}</tr>" for row in grid) + "</table>"


def _plain_sheet(page: Page) -> bytes:
    rows = (row for _, inside in page for row in ([[inside]] if isinstance(inside, str) else inside))
    return _as_sheet(rows)


def _pipes(grid: Grid) -> str:
    header = next(n for n, row in enumerate(grid) if is_data(row))
    rule = "|" + "---|" * len(grid[0])
    rows = [f"| {' | '.join(row)} |" for row in grid]
    return "\n".join([*rows[:header], rule, *rows[header:]] if header == 1 else rows)


def _tabs(grid: Grid) -> str:
    return "\n".join("\t".join(row) for row in grid)


def _cell_a_line(grid: Grid) -> str:
    return "\n".join(
        text for row in grid for n, text in enumerate(row) if text and (n == 0 or text.isdigit() or text != row[n - 1])
    )


def _markdown(page: Page) -> bytes:
    return lines.text(page, _pipes, ("# ", "## "))


SHAPES: Mapping[str, Callable[[Page], bytes]] = {
    "html, ways of review as rows": lambda page: web.page(_one_label(page), web.spanned),
    "docx, ways of review as rows": lambda page: office.word(_one_label(page, "项目"), _word),
    "xlsx, ways of review as rows": lambda page: office.one_sheet(_one_label(page, "")),
    "odt, ways of review as rows": lambda page: _open_text(_one_label(page, "审理方式", "行政诉讼-")),
    "markdown, ways of review as rows": lambda page: _markdown(_one_label(page, "", "行政诉讼：")),
    "csv, ways of review as rows": lambda page: lines.separated(_one_label(page), ",", "gb18030"),
    "text, ways of review as rows, tabs": lambda page: lines.text(_one_label(page), _tabs),
    "text, ways of review as rows, blanks": lambda page: lines.text(_one_label(page), lines.columns_by_blanks),
    "text, ways of review as rows, a cell a line": lambda page: lines.text(_one_label(page), _cell_a_line),
    "html, a table for review and one for suits": lambda page: web.page(_ways_apart(page), web.spanned),
    "docx, a table for review and one for suits": lambda page: office.word(_ways_apart(page), _word),
    "text, a table for review and one for suits": lambda page: lines.text(_ways_apart(page), _tabs),
    "html, a table for each way of review": lambda page: web.page(_numbered_ways(page), web.spanned),
    "markdown, groups joined by a colon": lambda page: _markdown(_one_head(page, "{}：{}")),
    "html, groups joined by a slash": lambda page: web.page(_one_head(page, "{}/{}"), web.spanned),
    "docx, groups joined by brackets": lambda page: office.word(_one_head(page, "{}（{}）"), _word),
    "xlsx, groups joined by a dash": lambda page: office.one_sheet(_one_head(page, "{}－{}")),
    "text, groups joined by a bar, tabs": lambda page: lines.text(_one_head(page, "{}｜{}"), _tabs),
    "text, groups joined by a hyphen, blanks": lambda page: lines.text(
        _one_head(page, "{}-{}"), lines.columns_by_blanks
    ),
    "text, groups joined by a dot, a cell a line": lambda page: lines.text(_one_head(page, "{}·{}"), _cell_a_line),
    "html, groups cut short": lambda page: web.page(
        replaced(page, lambda grid: [("table", one_head(grid, "{}-{}"))], 1),
        lambda grid: web.spanned(grid).replace(f"{_APPLICANTS}-", "法人-"),
    ),
    "html, groups joined, turned round": lambda page: web.page(
        replaced(page, lambda grid: [("table", turned(one_head(grid, "{}：{}")))], 1), web.spanned
    ),
    "xlsx, table two in one row": lambda page: _plain_sheet(_lying(page)),
    "html, table two in one row": lambda page: web.page(_lying(page), plain_table),
    "docx, table two in one row": lambda page: office.word(_lying(page), _word),
    "csv, table two in one row": lambda page: lines.separated(_lying(page), ",", "utf-8"),
    "html, captions below": lambda page: web.page(captions_below(page), web.spanned),
    "docx, captions below": lambda page: office.word(captions_below(page), _word),
    "odt, captions below": lambda page: _open_text(captions_below(page)),
    "csv, open data, all columns": lambda page: as_csv(with_all_columns(page)),
    "csv, open data, few columns": lambda page: as_csv(_few_columns(page), "gb18030"),
    "csv, open data, serial numbers last": lambda page: as_csv(_serial_last(page)),
    "csv, open data, codes and last year": lambda page: as_csv(_coded(page)),
    "xlsx, open data, all columns": lambda page: _as_sheet(with_all_columns(page)),
    "xlsx, open data, few columns, a title": lambda page: _as_sheet(_few_columns(page), f"{_ORGAN}{_YEAR}年度数据"),
    "xlsx, open data, codes and last year": lambda page: _as_sheet(_coded(page)),
    "html, open data, all columns": lambda page: _as_web(with_all_columns(page)),
    "html, open data, codes and last year": lambda page: _as_web(_coded(page)),
}
