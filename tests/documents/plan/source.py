"""Work plans in other forms than they were published in. Does not import the library.

A task is (number, name, text, units, time); the name stands with the first task of its group only, units on lines
of their own are parted by line feeds.
"""

import io
import json
import re
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import docx
import openpyxl
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph as Block
from reportlab.platypus import SimpleDocTemplate, Table

CHECKOUT = Path(__file__).parents[3]
# A published plan with its sentences replaced, made by tools/testdata.py; and the published one, where it lies beside.
DOCUMENT = CHECKOUT / "tests" / "data" / "documents" / "jiading-hr-2022.txt"
PUBLISHED = CHECKOUT.parent / "shared" / "seeds" / "001_dde5885ee5fb5128.txt"
DOCUMENTS = [DOCUMENT, *([PUBLISHED] if PUBLISHED.is_file() else [])]
EXAMPLE = CHECKOUT / "examples" / "plans" / "jiading-hr-2022.json"
LABELS = ("序号", "任务名称", "任务内容", "责任单位", "时间节点")
OTHER_LABELS = ("编号", "工作事项", "工作内容", "责任部门", "完成时限")
# How many Chinese characters a line of each column holds.
WIDTHS = (2, 5, 12, 5, 3)
ORGAN = "上海市嘉定区人力资源和社会保障局"
TITLE = "2022年嘉定区人力资源和社会保障局政务公开工作要点"
HEAD = [
    "嘉人社发〔2022〕23 号",
    "关于《2022 年嘉定区人力资源和社会保障局",
    "政务公开工作要点》的通知",
    "局机关各科室、局属各单位：",
    "现印发本局 2022 年政务公开工作要点，请照此落实。",
    ORGAN,
    "2022 年 5 月 25 日",
    "2022 年嘉定区人力资源和社会保障局",
    "政务公开工作要点",
    "本年政务公开围绕就业、人才和社会保障，提高标准化水平。",
    "一、夯实公开基础",
    "（一）公文备案。新公文全量备案，旧公文定期复查。",
    "（二）依申请公开。依法答复，加强沟通。",
    "附件：2022 年任务分解表",
]
TABLE_TITLE = ["附件", "2022 年嘉定区人力资源和社会保障局", "政务公开工作要点任务分解表"]


class Task(NamedTuple):
    """A task as it is printed; "" is nothing."""

    number: str
    name: str
    text: str
    units: str
    time: str


def tasks() -> list[Task]:
    """Return the tasks of the example."""
    found = []
    for group in json.loads(EXAMPLE.read_text(encoding="utf-8"))["groups"]:
        for place, task in enumerate(group["tasks"]):
            values = (task["text"], task["units"]["printed"], task["time"]["printed"])
            found.append(Task(str(task["number"]), group["name"] if place == 0 else "", *(v or "" for v in values)))
    return found


def broken(text: str, width: int) -> list[str]:
    """Return a text in lines of so many Chinese characters; words stay whole, stops begin no line."""
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in re.findall(r"[0-9A-Za-z]+[，。；、：）”]*|.[，。；、：）”]*", paragraph):
            if line and _width(line + piece.rstrip("，。；、：）”")) > 2 * width:
                lines.append(line.strip())
                line = ""
            line += piece
        lines.append(line.strip())
    return [line for line in lines if line]


def _width(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def as_lines(
    table: list[Task],
    labels: tuple[str, ...] = LABELS,
    order: tuple[int, ...] = (0, 1, 2, 3, 4),
    widths: tuple[int, ...] = WIDTHS,
) -> list[str]:
    """Return a table as it is copied out of a page: column after column of each row, broken in narrow lines."""
    lines = [line for column in order for line in broken(labels[column], widths[column])]
    for task in table:
        for column in order:
            lines += [*broken(task[column], widths[column]), ""]
    return lines


def as_layout(table: list[Task]) -> list[str]:
    """Return a table as a page shows it: columns side by side, parted by gaps, a number in the middle of its row."""
    lines = ["".join(f"{label:　<14}" for label in LABELS)]
    for task in table:
        columns = [broken(part, width) for part, width in zip(task, WIDTHS, strict=True)]
        height = max(map(len, columns))
        tops = [(height - len(column)) // 2 for column in columns]
        for y in range(height):
            parts = [c[y - top] if 0 <= y - top < len(c) else "" for c, top in zip(columns, tops, strict=True)]
            lines.append("".join(f"{part:　<14}" for part in parts).rstrip("　"))
    return lines


def as_markdown(table: list[Task]) -> bytes:
    """Return a plan as Markdown, whose tables have no spans."""
    rows = [LABELS, ("---",) * len(LABELS), *(task._replace(units=task.units.replace("\n", "、")) for task in table)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n\n".join([*HEAD, *TABLE_TITLE, "\n".join(lines)]).encode()


def as_text(lines: list[str], head: list[str] | None = None) -> bytes:
    """Return a plan as plain text."""
    return "\n\n".join([*(HEAD if head is None else head), *TABLE_TITLE, "\n".join(lines)]).encode()


def spans(table: list[Task]) -> list[int]:
    """Return for each task how many rows its name reaches over, 0 where it has none of its own."""
    starts = [number for number, task in enumerate(table) if task.name]
    ends = [*starts[1:], len(table)]
    reach = dict(zip(starts, (end - start for start, end in zip(starts, ends, strict=True)), strict=True))
    return [reach.get(number, 0) for number in range(len(table))]


def as_html(table: list[Task], labels: tuple[str, ...] = LABELS, merged_times: tuple[int, int] | None = None) -> bytes:
    """Return a plan as a web page; the time of rows `merged_times` is one box."""
    rows = ["<tr>" + "".join(f"<td>{label}</td>" for label in labels) + "</tr>"]
    for number, (task, span) in enumerate(zip(table, spans(table), strict=True)):
        boxes = [f"<td>{task.number}</td>"]
        boxes += [f'<td rowspan="{span}">{escape(task.name)}</td>'] if span else []
        boxes += [f"<td><p>{escape(task.text)}</p></td>", f"<td>{task.units.replace(chr(10), '<br>')}</td>"]
        if merged_times is not None and merged_times[0] <= number < merged_times[1]:
            reach = merged_times[1] - merged_times[0]
            boxes += [f'<td rowspan="{reach}">{task.time}</td>'] if number == merged_times[0] else []
        else:
            boxes.append(f"<td>{task.time}</td>")
        rows.append("<tr>" + "".join(boxes) + "</tr>")
    head = "".join(f"<p>{escape(line)}</p>" for line in (*HEAD, *TABLE_TITLE))
    page = f"<div class='nav'><a>首页</a> &gt; <a>政务公开</a></div><div>{head}<table>{''.join(rows)}</table></div>"
    return f"<html><body>{page}<div><p>打印</p><p>关闭</p></div></body></html>".encode()


def as_docx(table: list[Task]) -> bytes:
    """Return a plan as a Word document with merged cells for the names."""
    document = docx.Document()
    for line in (*HEAD, *TABLE_TITLE):
        document.add_paragraph(line)
    grid = document.add_table(rows=len(table) + 1, cols=len(LABELS))
    # Asked once: the library goes through the whole table for each cell that it is asked for.
    cells = [row.cells for row in grid.rows]
    for column, label in enumerate(LABELS):
        cells[0][column].text = label
    for number, (task, span) in enumerate(zip(table, spans(table), strict=True), 1):
        for column, text in enumerate(task):
            if column != 1:
                cells[number][column].text = text
        if span:
            cells[number][1].merge(cells[number + span - 1][1]).text = task.name
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def as_xlsx(table: list[Task]) -> bytes:
    """Return a plan as a workbook with merged cells for the names, on one sheet."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row, line in enumerate((*HEAD, *TABLE_TITLE), 1):
        sheet.cell(row, 1, line)
    top = len(HEAD) + len(TABLE_TITLE) + 1
    for column, label in enumerate(LABELS, 1):
        sheet.cell(top, column, label)
    for row, (task, span) in enumerate(zip(table, spans(table), strict=True), top + 1):
        for column, text in enumerate(task, 1):
            sheet.cell(row, column, int(text) if text.isdigit() else text or None)
        if span > 1:
            sheet.merge_cells(start_row=row, end_row=row + span - 1, start_column=2, end_column=2)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def as_pdf(table: list[Task]) -> bytes:
    """Return a plan as pages with ruled tables, whose header is repeated; names are merged within a page."""
    font = "STSong-Light"
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    body = ParagraphStyle("body", fontName=font, fontSize=14, leading=22, wordWrap="CJK")
    box = ParagraphStyle("box", fontName=font, fontSize=10, leading=13, wordWrap="CJK")
    rows: list[list[Any]] = [list(LABELS)]
    style: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 1, black), ("FONTNAME", (0, 0), (-1, -1), font)]
    for number, (task, span) in enumerate(zip(table, spans(table), strict=True), 1):
        rows.append([task.number, *(Block(part.replace("\n", "<br/>"), box) for part in task[1:])])
        if span > 1:
            style.append(("SPAN", (1, number), (1, number + span - 1)))
            style.append(("NOSPLIT", (0, number), (0, number + span - 1)))
    target = io.BytesIO()
    grid = Table(rows, colWidths=[30, 70, 200, 95, 60], repeatRows=1, style=style)
    SimpleDocTemplate(target, pagesize=A4).build([*(Block(line, body) for line in (*HEAD, *TABLE_TITLE)), grid])
    return target.getvalue()


def as_rows(table: list[Task], bar: str) -> list[str]:
    """Return a table with its boxes parted by a sign; the name stands in the first row of its group."""
    rows = [bar.join(LABELS), *(bar.join(part.replace("\n", "、") for part in task) for task in table)]
    return [f"|{row}|" for row in rows] if bar == "|" else rows
