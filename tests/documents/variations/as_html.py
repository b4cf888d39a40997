"""The report as web pages. Does not import the library."""

from html import escape
from itertools import groupby

from .source import OUTCOMES, Doc

Cells = list[tuple[str, int, int]]  # text, rowspan, colspan


def paragraphs(lines: list[str], tag: str = "p") -> str:
    """Return lines as paragraphs."""
    return "".join(f"<{tag}>{escape(line)}</{tag}>\n" for line in lines)


def table(rows: list[Cells], attributes: str = 'border="1" cellspacing="0"') -> str:
    """Return rows of boxes as a table."""
    return f"<table {attributes}>\n" + "\n".join(map(row, rows)) + "\n</table>\n"


def row(cells: Cells) -> str:
    """Return a row of a table."""
    return "<tr>" + "".join(cell(*c) for c in cells) + "</tr>"


def cell(text: str, rowspan: int = 1, colspan: int = 1) -> str:
    """Return a box; its text may hold markup already."""
    spans = (f' rowspan="{rowspan}"' if rowspan > 1 else "") + (f' colspan="{colspan}"' if colspan > 1 else "")
    return f"<td{spans}>{text if '<' in text or '&' in text else escape(text)}</td>"


def two(doc: Doc) -> list[Cells]:
    """Return table two."""
    rows: list[Cells] = []
    for (caption, columns, labels), figures in zip(doc.blocks, doc.two, strict=True):
        span = 3 // len(columns)
        rows += [[(caption, 1, 4)], [("信息内容", 1, 1), *((c, 1, span) for c in columns)]]
        for label, line in zip(labels, figures, strict=True):
            rows.append([(label, 1, 1), *((text, 1, span) for text in line)])
    return rows


def three_head(doc: Doc) -> list[Cells]:
    """Return the header of table three."""
    first, *middle, last = doc.applicants
    return [
        [(doc.note, 3, 3), ("申请人情况", 1, 7)],
        [(first, 2, 1), ("法人或其他组织", 1, 5), (last, 2, 1)],
        [(label, 1, 1) for label in middle],
    ]


def three_body(doc: Doc, start: int = 0, end: int | None = None) -> list[Cells]:
    """Return rows of table three, with the labels at their side."""
    labels, figures = doc.rows[start:end], doc.three[start:end]
    rows: list[Cells] = [[] for _ in labels]
    for level in (0, 1, 2):
        at = 0
        for key, run in groupby(labels, key=lambda path: tuple(path[: level + 1])):
            length = len(list(run))
            if len(key) == level + 1:
                depth = len(labels[at])
                rows[at].append((key[-1], length, 4 - depth if depth == level + 1 else 1))
            at += length
    for cells, line in zip(rows, figures, strict=True):
        cells.extend((text, 1, 1) for text in line)
    return rows


def four(doc: Doc) -> list[Cells]:
    """Return table four."""
    names: Cells = [(r, 1, 1) for r in doc.results]
    return [
        [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
        [*((r, 2, 1) for r in doc.results), ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
        [*names, *names],
        [(text, 1, 1) for text in doc.four],
    ]


def body(doc: Doc, tables: list[str] | None = None, heading: str = "p") -> str:
    """Return the whole report."""
    tables = tables or [table(two(doc)), table(three_head(doc) + three_body(doc)), table(four(doc))]
    titles = [f"<{heading}>{escape(t)}</{heading}>\n" for t in doc.titles]
    texts = list(doc.texts.values())
    return "".join(
        [
            paragraphs(doc.head),
            titles[0],
            paragraphs(texts[0]),
            *(t for pair in zip(titles[1:4], tables, strict=True) for t in pair),
            titles[4],
            paragraphs(texts[1]),
            titles[5],
            paragraphs(texts[2]),
        ]
    )


def page(content: str, charset: str = "utf-8", title: str = "政府信息公开工作年度报告_政府网") -> str:
    """Return a page around a report."""
    return (
        f'<!DOCTYPE html>\n<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
        f"<title>{title}</title><style>p{{margin:0}}</style><script>var n = 1 < 2;</script></head>\n"
        f"<body>{content}</body></html>"
    )


NAVIGATION = """<div class="top"><a href="/">首页</a> <a href="/xw">新闻中心</a> <a href="/gk">政府信息公开</a></div>
<div class="path">当前位置：<a>首页</a> &gt; <a>政府信息公开</a> &gt; <a>政府信息公开年报</a></div>
<ul><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li><li>政府信息公开年报</li></ul>"""
DATA = """<h1>{title}</h1><div class="info"><span>发布时间：2024-01-26 10:21</span> <span>来源：办公室</span>
<span>浏览次数：<em>128</em></span> 【字体：<a>大</a> <a>中</a> <a>小</a>】</div>"""
FOOTER = """<div class="share">分享到：微信 微博</div><p>上一篇：2022年度财政决算</p><p>下一篇：没有了</p>
<div class="foot"><table><tr><td>主办：市政府办公室</td><td>技术支持：信息中心</td></tr></table>
<p>网站标识码：3100000001 沪ICP备05000001号 沪公网安备31010102000001号</p></div>"""


def side(text: str) -> str:
    """Return a label written from top to bottom."""
    return "<br/>".join(text)


def word_markup(text: str) -> str:
    """Return a text as Word saves it for the web."""
    return (
        '<p class="MsoNormal" align="center" style="text-align:center"><span lang="EN-US" style="font-family:宋体">'
        f"{escape(text)}<o:p></o:p></span>&nbsp;</p>"
    )


def is_side(path: list[str]) -> bool:
    """Tell whether a row stands under 三、本年度办理结果."""
    return path[0] == OUTCOMES
