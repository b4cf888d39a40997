"""Drawn reports in the shapes of real sites, editors and printers: a name, the report and its truth, the bytes.

Written after the readers, to try them, and without looking at them. Does not import the library.
"""

import io
import re
from collections.abc import Callable, Iterable
from itertools import cycle
from typing import Any

import openpyxl

from . import sites, word
from .as_html import four, table, three_body, three_head, two
from .as_office import as_docx, as_xlsx, placed
from .as_pdf import as_pdf
from .as_text import laid_out, markdown, tables, whole
from .drawn import MARKS, Drawn, draw
from .source import Doc

_FIGURE = re.compile(r"[-−]?\d(?!\.\D)")
_OTHER = "/outcomes/other"
_PARTS = ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"]
_PARTS += ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"]


def blank(report: Drawn) -> Drawn:
    """Print no 0."""
    return report.print(lambda text, _: "" if text == "0" else text)


def marked(report: Drawn) -> Drawn:
    """Print each 0 in another way."""
    signs = cycle(["0", "０", "无", "/", "—", "－", "--", "", "————", "不适用", "0.00", "\\"])
    return report.print(lambda text, _: next(signs) if text == "0" else text)


def with_units(report: Drawn) -> Drawn:
    """Print a unit behind each figure, with a blank or without."""
    gaps = cycle(["", " ", "\xa0"])
    return report.print(lambda text, pointer: text + next(gaps) + ("元" if pointer.endswith("amount") else "件"))


def parted(report: Drawn) -> Drawn:
    """Print thousands parted by commas, every other one full-width."""
    wide = str.maketrans("0123456789,", "０１２３４５６７８９，")
    styles = cycle([{}, wide])

    def change(text: str, _: str) -> str:
        digits, dot, rest = text.partition(".")
        return f"{int(digits):,}{dot}{rest}".translate(next(styles))

    return report.print(change)


def signed(report: Drawn) -> Drawn:
    """Print 本年增/减 in words."""

    def change(text: str, pointer: str) -> str:
        number = int(text) if pointer.endswith("change") else 0
        return f"减少{-number}项" if number < 0 else f"增加 {number} 项" if number else text

    return report.print(change)


def without(report: Drawn, parts: Iterable[str]) -> Drawn:
    """Leave the cells of some rows or columns unread: the print does not have them."""
    for pointer in report.values:
        if any(part in pointer for part in parts):
            report.values[pointer] = None
    return report


def rows_gone(report: Drawn, doc: Doc) -> bytes:
    names = {"1.属于国家秘密", "8.属于行政查询事项", "2.重复申请", "3.要求提供公开出版物"}
    kept = [n for n, path in enumerate(doc.rows) if path[-1] not in names]
    doc.rows, doc.three = [doc.rows[n] for n in kept], [doc.three[n] for n in kept]
    without(report, ("state_secret", "administrative_query", "/repeated", "published_material"))
    return sites.whole(doc)


def three_for_one(report: Drawn, doc: Doc) -> bytes:
    """The 2019 form with the three rows （六） of 2021."""
    number = next(n for n, path in enumerate(doc.rows) if path[-1] == "（六）其他处理")
    line = doc.three[number]
    doc.rows[number : number + 1] = [[*doc.rows[number], part] for part in _PARTS]
    doc.three[number : number + 1] = [[str(int(text) - 1 if int(text) else 0) for text in line], ["0"] * 7]
    doc.three.insert(number + 2, [str(min(int(text), 1)) for text in line])
    for pointer in report.values:
        if pointer.endswith(_OTHER):
            report.values[pointer] = "ambiguous"
    return sites.whole(doc)


def merged_figure(report: Drawn, doc: Doc) -> bytes:
    """One figure for 行政处罚 and 行政强制."""
    pointer = "/proactive_disclosure/enforcement"
    label = report.labels[f"{pointer}/penalties/decisions"][0]
    rows = two(doc)
    number = next(n for n, row in enumerate(rows) if row[0][0] == "行政处罚")
    report.undivided.append({"pointer": pointer, "value": int(rows[number][1][0]), "label": label})
    rows[number], rows[number + 1] = [rows[number][0], (rows[number][1][0], 2, 3)], rows[number + 1][:1]
    without(report, [f"{pointer}/"])
    return sites.whole(doc, [table(rows), *sites.tables(doc)[1:]])


def unreadable(report: Drawn, doc: Doc, write: Callable[[Doc], bytes]) -> bytes:
    """Table four shows what is no text."""
    for pointer in report.values:
        if pointer.startswith("/disputes/"):
            report.values[pointer] = "illegible"
    return write(doc)


def hidden_in_workbook(doc: Doc) -> bytes:
    """A hidden sheet with other figures, a hidden row that repeats one, a hidden column."""
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(doc, sheets=True)))
    sheet = book[doc.titles[2][2:12]]
    other = book.copy_worksheet(sheet)
    other.sheet_state = "hidden"
    for line in range(5, sheet.max_row + 1):
        other.cell(line, 10, 12345)
        sheet.cell(line, 20, 55)
    last = sheet.max_row + 1
    for x, text in enumerate(("四、结转下年度继续办理", None, None, *range(91, 98)), 1):
        sheet.cell(last, x, text)
    sheet.row_dimensions[last].hidden = True
    sheet.column_dimensions["T"].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def columnwise(doc: Doc) -> bytes:
    """Text taken out of a page where the figures of a row come before its label."""
    drawn = []
    for rows in (two(doc), three_head(doc) + three_body(doc), four(doc)):
        lines: list[str] = []
        labels: list[str] = []
        for row in rows:
            figures = [text for text, _, _ in row if text and (text in MARKS or _FIGURE.match(text))]
            labels += [text for text, _, _ in row if text and text not in figures]
            if figures:
                lines, labels = [*lines, *labels[:-1], *figures, *labels[-1:]], []
        drawn.append(lines + labels)
    return whole(doc, drawn).encode()


def jostled(doc: Doc) -> bytes:
    """A page laid out with blanks where long labels push the figures of some rows to the right."""
    lines = laid_out(doc).split("\n")
    shifts = cycle([0, 3, 7, 0, 5])
    return "\n".join(line.replace("  ", " " * (2 + next(shifts)), 1) for line in lines).encode()


def repeating(doc: Doc) -> bytes:
    """Markdown that repeats a box in every slot it covers."""
    text = markdown(doc)
    for plain, rows in zip(tables(doc), (two(doc), three_head(doc) + three_body(doc), four(doc)), strict=True):
        full = [list(row) for row in plain]
        for y, x, tall, wide, content in placed(rows):
            for slot in range(tall * wide):
                full[y + slot // wide][x + slot % wide] = content
        for before, after in zip(plain, full, strict=True):
            text = text.replace(f"| {' | '.join(before)} |", f"| {' | '.join(after)} |", 1)
    return text.encode()


def html_in_markdown(doc: Doc) -> bytes:
    """Markdown with its tables as HTML."""
    parts = [f"# {doc.head[0]}", *doc.head[1:]]
    texts = list(doc.texts.values())
    for title, part in zip(doc.titles, [texts[0], *([t] for t in sites.tables(doc)), *texts[1:]], strict=True):
        parts += [f"## {title}", *(text.strip() for text in part)]
    return ("\n\n".join(parts) + "\n").encode()


Writer = Callable[[Drawn, Doc], bytes]
_Entry = tuple[Callable[[int], Drawn], Writer]


def _of(write: Callable[[Doc], bytes]) -> Writer:
    return lambda _, doc: write(doc)


def _drawn(change: Callable[[Drawn], Drawn] = lambda report: report, **options: Any) -> Callable[[int], Drawn]:
    return lambda seed: change(draw(seed, **options))


_ALL: dict[str, _Entry] = {
    **{
        f"site-{write.__name__.replace('_', '-')}": (_drawn(), _of(write))
        for write in (
            sites.titles_inside,
            sites.one_grid,
            sites.word_paste,
            sites.spans_long,
            sites.spans_short,
            sites.squeezed,
            sites.subtotals,
            sites.numbered_rows,
            sites.code_column,
            sites.remark_column,
            sites.last_year_column,
            sites.total_first,
            sites.empty_between,
            sites.fields,
            sites.hidden,
            sites.contents_behind,
            sites.notes_inside,
            sites.split_columns,
            sites.captions_at_side,
            sites.captions_lost,
            sites.four_by_kind,
            sites.four_turned,
        )
    },
    **{
        f"site-{write.__name__.replace('_', '-')}-blank": (_drawn(blank), _of(write))
        for write in (
            sites.whole,
            sites.spans_long,
            sites.spans_short,
            sites.numbered_rows,
            sites.code_column,
            sites.remark_column,
            sites.stray_column,
            sites.four_by_kind,
            sites.four_turned,
            sites.empty_between,
        )
    },
    "site-marks": (_drawn(marked), _of(sites.whole)),
    "site-units": (_drawn(with_units), _of(sites.whole)),
    "site-large": (_drawn(parted, most=4_000_000, density=90), _of(sites.whole)),
    "site-zero": (_drawn(density=0), _of(sites.whole)),
    "site-all-blank": (_drawn(lambda r: r.print(lambda t, p: "" if p[1] in "rd" else t)), _of(sites.whole)),
    "site-unbalanced": (_drawn(balanced=False), _of(sites.whole)),
    "site-pictures": (_drawn(), lambda report, doc: unreadable(report, doc, sites.pictures)),
    "site-scripts": (_drawn(), lambda report, doc: unreadable(report, doc, sites.scripts)),
    "site-two-reports": (_drawn(), lambda _, doc: sites.two_reports(doc, draw(99).doc(), boxed=True)),
    "site-two-reports-flat": (_drawn(), lambda _, doc: sites.two_reports(doc, draw(99).doc(), boxed=False)),
    "site-rows-gone": (_drawn(), rows_gone),
    "site-merged-figure": (_drawn(), merged_figure),
    "site-2019": (_drawn(layout="2019"), _of(sites.whole)),
    "site-2019-signed": (_drawn(signed, layout="2019"), _of(sites.whole)),
    "site-2019-three-for-one": (_drawn(layout="2019"), three_for_one),
    "site-2019-word-paste-blank": (_drawn(blank, layout="2019"), _of(sites.word_paste)),
    **{
        f"word-{write.__name__.replace('_', '-')}": (_drawn(), _of(write))
        for write in (word.tracked, word.hidden, word.controls, word.fields, word.boxed, word.late_rows)
    },
    "word-2019-blank": (_drawn(blank, layout="2019"), _of(as_docx)),
    "workbook-hidden": (_drawn(), _of(hidden_in_workbook)),
    "workbook-2019": (_drawn(layout="2019"), _of(as_xlsx)),
    "pdf-2019-unruled": (_drawn(layout="2019"), _of(lambda doc: as_pdf(doc, ruled=False))),
    "pdf-sideways": (_drawn(), _of(lambda doc: as_pdf(doc, rotation=90))),
    "pdf-upside-down": (_drawn(), _of(lambda doc: as_pdf(doc, ruled=False, rotation=180))),
    "text-columnwise": (_drawn(density=90), _of(columnwise)),
    "text-columnwise-blank": (_drawn(blank), _of(columnwise)),
    "text-jostled-blank": (_drawn(blank), _of(jostled)),
    "markdown-repeating": (_drawn(), _of(repeating)),
    "markdown-html": (_drawn(layout="2019"), _of(html_in_markdown)),
}
NAMES = tuple(_ALL)


def make(name: str, seed: int = 1) -> tuple[bytes, dict[str, Any]]:
    """Return a document and the truth of it."""
    make_report, write = _ALL[name]
    report = make_report(seed)
    doc = report.doc()
    data = write(report, doc)
    return data, report.truth()
