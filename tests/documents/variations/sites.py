"""Pages as sites, editors and people make them out of the form. Does not import the library."""

import re
from html import escape
from itertools import pairwise

from .as_html import Cells, body, four, page, paragraphs, table, three_body, three_head, two
from .source import Doc


def whole(doc: Doc, tables: list[str] | None = None) -> bytes:
    """Return a page with the report, its tables as given."""
    return page(body(doc, tables)).encode()


def tables(doc: Doc) -> list[str]:
    """Return the three tables as the form has them."""
    return [table(two(doc)), table(three_head(doc) + three_body(doc)), table(four(doc))]


def with_three(doc: Doc, rows: list[Cells]) -> bytes:
    """Return a page whose table three has these rows."""
    return whole(doc, [table(two(doc)), table(rows), table(four(doc))])


def figures(line: list[str]) -> Cells:
    """Return boxes of one slot."""
    return [(text, 1, 1) for text in line]


def titles_inside(doc: Doc) -> bytes:
    """The title of each section is the first row of its table."""
    rows = [two(doc), three_head(doc) + three_body(doc), four(doc)]
    drawn = [table([[(t, 1, w)], *part]) for t, part, w in zip(doc.titles[1:4], rows, (4, 10, 15), strict=True)]
    text = body(doc, drawn)
    for title in doc.titles[1:4]:
        text = text.replace(f"<p>{title}</p>", "", 1)
    return page(text).encode()


def one_grid(doc: Doc) -> bytes:
    """The three tables in one of thirty slots."""
    rows: list[Cells] = [[(doc.titles[1], 1, 30)]]
    rows += [[(t, h, {1: 6, 2: 12, 3: 18, 4: 30}[w]) for t, h, w in row] for row in two(doc)]
    rows.append([(doc.titles[2], 1, 30)])
    rows += [[(t, h, w * 3) for t, h, w in row] for row in three_head(doc) + three_body(doc)]
    rows.append([(doc.titles[3], 1, 30)])
    rows += [[(t, h, w * 2) for t, h, w in row] for row in four(doc)]
    text = body(doc, [table(rows), "", ""])
    for title in doc.titles[1:4]:
        text = text.replace(f"<p>{title}</p>", "", 1)
    return page(text).encode()


def word_paste(doc: Doc) -> bytes:
    """A span for each letter, <o:p>, and Word's last row that only holds widths."""

    def letters(match: re.Match[str]) -> str:
        spans = "".join(f"<span style='mso-bidi-font-family:宋体'>{escape(c)}</span>" for c in match[2])
        return f"<td{match[1]}><p class=MsoNormal>{spans}<span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>"

    widths = "<![if !supportMisalignedColumns]><tr height=0>" + "<td width=77></td>" * 10 + "</tr><![endif]></table>"
    drawn = [re.sub(r"<td([^>]*)>([^<]*)</td>", letters, t).replace("</table>", widths) for t in tables(doc)]
    return page(body(doc, drawn), "gb2312").encode("gb18030")


def spans_long(doc: Doc) -> bytes:
    """Side labels reach a row too far: what stands below them moves to the right."""
    return with_three(doc, three_head(doc) + [[(t, h + (h > 1), w) for t, h, w in row] for row in three_body(doc)])


def spans_short(doc: Doc) -> bytes:
    """Side labels end a row too early."""
    return with_three(doc, three_head(doc) + [[(t, h - (h > 1), w) for t, h, w in row] for row in three_body(doc)])


def squeezed(doc: Doc) -> bytes:
    """The labels of a row in one box, the outer ones where they begin: （三）不予公开1.属于国家秘密."""
    rows: list[Cells] = [[("", 3, 1), ("申请人情况", 1, 7)], *three_head(doc)[1:]]
    for before, (path, line) in zip([[""], *doc.rows], zip(doc.rows, doc.three, strict=True), strict=False):
        shared = sum(1 for a, b in zip(before, path[:-1], strict=False) if a == b)
        rows.append([("".join(path[shared:]), 1, 1), *figures(line)])
    return with_three(doc, rows)


def subtotals(doc: Doc) -> bytes:
    """Each group with a row of its own before its rows, which holds their sum."""
    rows: list[Cells] = [[("", 3, 1), ("申请人情况", 1, 7)], *three_head(doc)[1:]]
    for before, (path, line) in zip([[""], *doc.rows], zip(doc.rows, doc.three, strict=True), strict=False):
        if len(path) == 3 and before[:2] != path[:2]:
            group = [own for other, own in zip(doc.rows, doc.three, strict=True) if other[:2] == path[:2]]
            rows.append(
                [(path[1], 1, 1), *figures([str(sum(map(int, column))) for column in zip(*group, strict=True)])]
            )
        rows.append([(path[-1], 1, 1), *figures(line)])
    return with_three(doc, rows)


def numbered_rows(doc: Doc) -> bytes:
    """A first column that numbers the rows."""
    head = three_head(doc)
    body_rows = [[(str(n), 1, 1), *row] for n, row in enumerate(three_body(doc), 1)]
    return with_three(doc, [[("序号", 3, 1), *head[0]], *head[1:], *body_rows])


def code_column(doc: Doc) -> bytes:
    """A column with codes between the labels and the figures, without a label of its own."""
    rows = [[*row[:-7], (f"{n:02}", 1, 1), *row[-7:]] for n, row in enumerate(three_body(doc), 1)]
    head = three_head(doc)
    return with_three(doc, [[head[0][0], ("", 3, 1), head[0][1]], *head[1:], *rows])


def remark_column(doc: Doc) -> bytes:
    """A last column for remarks."""
    head = three_head(doc)
    rows = [[*row, ("含上年1件" if n == 3 else "", 1, 1)] for n, row in enumerate(three_body(doc))]
    return with_three(doc, [[*head[0], ("备注", 3, 1)], *head[1:], *rows])


def stray_column(doc: Doc) -> bytes:
    """A last column of figures under no label at all."""
    rows = [[*row, ("5", 1, 1)] for row in three_body(doc)]
    return with_three(doc, three_head(doc) + rows)


def last_year_column(doc: Doc) -> bytes:
    """Table two with last year's figures beside this year's."""
    last = {1: [], 2: [("上年数", 1, 1)], 3: [("7", 1, 1)]}
    rows = [[*row, *last[1 if len(row) == 1 else 2 if row[0][0] == "信息内容" else 3]] for row in two(doc)]
    return whole(doc, [table(rows), *tables(doc)[1:]])


def total_first(doc: Doc) -> bytes:
    """总计 is the first column."""
    head = three_head(doc)
    rows = [[*row[:-7], row[-1], *row[-7:-1]] for row in three_body(doc)]
    return with_three(doc, [head[0], [head[1][2], head[1][0], head[1][1]], head[2], *rows])


def empty_between(doc: Doc) -> bytes:
    """An empty box behind each figure; the labels above cover both."""

    def spread(rows: list[Cells]) -> str:
        wide = [[(t, h, w * 2) for t, h, w in row] for row in rows]
        return re.sub(r'<td colspan="2">(-?[\d.]*)</td>', r"<td>\1</td><td></td>", table(wide))

    return whole(doc, [table(two(doc)), spread(three_head(doc) + three_body(doc)), spread(four(doc))])


def four_by_kind(doc: Doc) -> bytes:
    """Table four with a row for each kind of case."""
    kinds: Cells = [("行政复议", 1, 2), ("行政诉讼", 2, 1), ("未经复议直接起诉", 1, 1), ("复议后起诉", 1, 1)]
    lines = [figures(doc.four[start : start + 5]) for start in (0, 5, 10)]
    head: Cells = [("", 1, 2), *figures(doc.results)]
    rows = [head, [kinds[0], *lines[0]], [*kinds[1:3], *lines[1]], [kinds[3], *lines[2]]]
    return whole(doc, [*tables(doc)[:2], table(rows)])


def four_turned(doc: Doc) -> bytes:
    """Table four with a row for each result and a column for each kind of case."""
    head: list[Cells] = [[("", 2, 1), ("行政复议", 2, 1), ("行政诉讼", 1, 2)]]
    head.append([("未经复议直接起诉", 1, 1), ("复议后起诉", 1, 1)])
    rows: list[Cells] = [[(result, 1, 1), *figures(doc.four[n::5])] for n, result in enumerate(doc.results)]
    return whole(doc, [*tables(doc)[:2], table([*head, *rows])])


def pictures(doc: Doc) -> bytes:
    """The figures of table four are pictures."""
    drawn = tables(doc)
    return whole(doc, [*drawn[:2], re.sub(r"<td>(\d+)</td>", r'<td><img src="n\1.png"></td>', drawn[2])])


def scripts(doc: Doc) -> bytes:
    """A script writes the figures of table four."""
    drawn = tables(doc)
    return whole(doc, [*drawn[:2], re.sub(r"<td>(\d+)</td>", r"<td><script>put('\1')</script></td>", drawn[2])])


def fields(doc: Doc) -> bytes:
    """Every figure is what a field of a form is filled in with."""
    filled = r'<td\1><input type="text" readonly value="\2"></td>'
    return whole(doc, [re.sub(r"<td([^>]*)>(-?[\d.]+)</td>", filled, t) for t in tables(doc)])


def hidden(doc: Doc) -> bytes:
    """Other figures stand beside the real ones and are not shown: in boxes, rows and copies of the tables."""
    beside = r'<td\1><span style="display:none">9</span>\2</td><td style="display: none">8</td>'
    drawn = [re.sub(r"<td([^>]*)>(-?[\d.]+)</td>", beside, t) for t in tables(doc)]
    copies = "".join(t.replace(">0<", ">5<") for t in tables(doc))
    row = '<tr style="display:none"><td colspan=3>四、结转下年度继续办理</td>' + "<td>6</td>" * 7 + "</tr></table>"
    drawn[1] = drawn[1].replace("</table>", row)
    return whole(doc, [drawn[0], drawn[1] + f'<div style="display:none">{copies}</div>', drawn[2]])


def contents_behind(doc: Doc) -> bytes:
    """A table of contents that floats beside the text and stands behind it in the source."""
    listed = "".join(f"<li><a>{title}</a></li>" for title in doc.titles)
    return page(f"<div>{body(doc)}</div><ul>{listed}</ul>").encode()


def notes_inside(doc: Doc) -> bytes:
    """A row with the unit above a table, rows with notes below."""
    parts: list[list[Cells]] = [two(doc), three_head(doc) + three_body(doc), four(doc)]
    drawn = [
        table([[("（单位：件）", 1, w)], *rows, [("注：按照要求填报2023年数据，合计15件。", 1, w)]])
        for rows, w in zip(parts, (4, 10, 15), strict=True)
    ]
    return whole(doc, drawn)


def two_reports(doc: Doc, last: Doc, *, boxed: bool) -> bytes:
    """This year's report with last year's below it, in boxes of their own or one after the other."""
    listed = paragraphs([f"{year}年政府信息公开工作年度报告" for year in range(2023, 2018, -1)], "li")
    texts = [f"<div>{body(part)}</div>" if boxed else body(part) for part in (doc, last)]
    return page((f"<ul>{listed}</ul>" if boxed else "") + "".join(texts)).encode()


def split_columns(doc: Doc) -> bytes:
    """Table three in two tables side by side, each with the labels of the rows."""
    halves = []
    for columns in (range(3), range(3, 7)):
        head: Cells = [("申请人", 1, 3), *((doc.applicants[x], 1, 1) for x in columns)]
        halves.append(table([head, *([*row[:-7], *(row[x - 7] for x in columns)] for row in three_body(doc))]))
    return whole(doc, [table(two(doc)), "".join(halves), table(four(doc))])


def captions_at_side(doc: Doc) -> bytes:
    """The captions of table two stand beside their rows."""
    rows = two(doc)
    starts = [n for n, row in enumerate(rows) if len(row) == 1]
    for start, end in pairwise([*starts, len(rows)]):
        rows[start + 1].insert(0, (rows[start][0][0], end - start - 1, 1))
    return whole(doc, [table([row for row in rows if len(row) > 1]), *tables(doc)[1:]])


def captions_lost(doc: Doc) -> bytes:
    """Table two without its captions."""
    return whole(doc, [table([row for row in two(doc) if len(row) > 1]), *tables(doc)[1:]])
