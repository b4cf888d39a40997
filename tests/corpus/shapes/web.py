"""Reports as pages of sites: several templates, with what stands around an article on each of them."""

import random
import re
from collections.abc import Callable
from html import escape

from tests.documents.variations.as_html import Cells, table

from ..report import Grid, Heading, Report
from .kinds import Shape

Table = Callable[[Grid], str]


def plain_table(grid: Grid) -> str:
    """Return a table as the form has it."""
    return table(grid.rows)


def article(report: Report, draw: Table = plain_table, paragraph: str = "<p>{}</p>", heading: str = "<p>{}</p>") -> str:
    """Return the report as the inside of an article."""
    parts = []
    for item in report.flow():
        if isinstance(item, Grid):
            parts.append(draw(item))
        else:
            form = heading if isinstance(item, Heading) else paragraph
            parts.append(form.format(escape(item.text)) + "\n")
    return "".join(parts)


def page(body: str, head: str = "", title: str = "政府信息公开年报", charset: str = "utf-8") -> str:
    """Return a page."""
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="{charset}">{head}'
        f"<title>{escape(title)}</title></head>\n<body>{body}</body></html>\n"
    )


def _around(report: Report) -> str:
    return "".join(f'<div class="bar">{escape(line)}</div>' for line in report.before)


def tagged(report: Report, choose: random.Random) -> bytes:
    """A page with the tags that the guide for government sites prescribes; the article begins with section one."""
    day = report.published or f"{report.year + 1}-01-{choose.randint(10, 28)}"
    report.published = day
    report.url = f"https://www.example.gov.cn/gk/nb/{day[:4]}/t{day.replace('-', '')}_{choose.randrange(10**5)}.htm"
    tags = {
        "SiteName": "政务公开网",
        "SiteDomain": "www.example.gov.cn",
        "ColumnName": "政府信息公开年报",
        "ArticleTitle": report.title,
        "PubDate": f"{day} 09:12",
        "ContentSource": "" if "organ" in report.said else report.organ.name,
        "Url": report.url,
    }
    head = "".join(f'<meta name="{name}" content="{escape(value)}">\n' for name, value in tags.items())
    path = '<div class="crumbs"><span>当前位置：</span><a>首页</a><a>政务公开</a><a>年报</a></div>'
    source = tags["ContentSource"]
    info = f'<div class="info"><span>来源：{source}</span> <span>时间：{day} 09:12</span> <span>浏览量：</span></div>'
    body = article(report, paragraph='<p style="text-indent:2em">{}</p>', heading="<p><strong>{}</strong></p>")
    menu = '<div class="menu"><a>首页</a><a>要闻</a><a>政务公开</a><a>办事服务</a></div>'
    end = '<div class="foot">主办：办公室 备案号：云ICP备00000001号</div>'
    return page(
        f"{_around(report)}{menu}{path}<h1>{escape(report.title)}</h1>{info}<div class='txt'>{body}</div>{end}", head
    ).encode()


def old_site(report: Report, choose: random.Random) -> bytes:
    """A page of an old site: laid out with tables, capital tags, fonts, in GBK."""
    body = article(report, paragraph="<FONT size=3>　　{}</FONT><BR>", heading="<FONT size=3><B>　　{}</B></FONT><BR>")
    inner = body.replace("<td", "<TD").replace("</td", "</TD").replace("<tr", "<TR").replace("</tr", "</TR")
    menu = "<TABLE width=180><TR><TD>领导之窗</TD></TR><TR><TD>政务公开</TD></TR><TR><TD>公众监督</TD></TR></TABLE>"
    right = f"<TABLE><TR><TD>{inner}</TD></TR></TABLE>"
    whole = f"<TABLE width=980><TR><TD valign=top>{menu}</TD><TD>{right}</TD></TR></TABLE>"
    return page(_around(report) + whole, charset="gb2312").encode("gb18030")


def word_export(report: Report, choose: random.Random) -> bytes:
    """Text pasted from Word: a class, a span and <o:p> around everything."""
    span = '<p class="MsoNormal"><span lang="EN-US" style="font-family:仿宋">{}<o:p></o:p></span></p>'

    def draw(grid: Grid) -> str:
        rows: list[Cells] = [[(span.format(escape(text) or "&nbsp;"), h, w) for text, h, w in row] for row in grid.rows]
        return table(rows, 'class="MsoNormalTable" border="1" cellspacing="0" style="border-collapse:collapse"')

    return page(_around(report) + article(report, draw, span, span)).encode()


def header_cells(report: Report, choose: random.Random) -> bytes:
    """Tables with a caption, th in thead, and rows in tbody."""

    def draw(grid: Grid) -> str:
        head = table(grid.rows[: grid.head]).split("\n", 1)[1].rsplit("</table>", 1)[0] if grid.head else ""
        head = head.replace("<td", "<th").replace("</td", "</th")
        body = table(grid.rows[grid.head :]).split("\n", 1)[1].rsplit("</table>", 1)[0]
        return f"<table><colgroup><col><col></colgroup><thead>{head}</thead><tbody>{body}</tbody></table>"

    return page(_around(report) + article(report, draw, heading="<h2>{}</h2>")).encode()


def line_breaks(report: Report, choose: random.Random) -> bytes:
    """One paragraph whose lines are parted by <br>, with the tables between."""
    body = article(report, lambda grid: f"</p>{plain_table(grid)}<p>", "&nbsp;&nbsp;{}<br/>", "<b>{}</b><br>")
    return page(f"{_around(report)}<div><p>{body}</p></div>").encode()


def nested_sections(report: Report, choose: random.Random) -> bytes:
    """Sections and spans inside each other, as editors for messages make them; each table in a box that scrolls."""
    text = '<section><section data-role="p"><span><span style="font-size:16px">{}</span></span></section></section>'

    def draw(grid: Grid) -> str:
        boxes: list[Cells] = [
            [(f"<section><span>{escape(t)}</span></section>", h, w) for t, h, w in r] for r in grid.rows
        ]
        return f'<section style="overflow:auto">{table(boxes)}</section>'

    return page(f"{_around(report)}<div id='js_content'>{article(report, draw, text, text)}</div>").encode()


def spans_dropped(report: Report, choose: random.Random) -> bytes:
    """The spans of boxes are gone, as after careless copying."""
    return page(
        _around(report) + article(report, lambda g: table([[(t, 1, 1) for t, _, _ in r] for r in g.rows]))
    ).encode()


def rowspans_dropped(report: Report, choose: random.Random) -> bytes:
    """Only the spans over rows are gone."""
    return page(
        _around(report) + article(report, lambda g: table([[(t, 1, w) for t, _, w in r] for r in g.rows]))
    ).encode()


def spans_disagree(report: Report, choose: random.Random) -> bytes:
    """The header of a table spans other columns than its figures, though their boxes match one to one."""

    def draw(grid: Grid) -> str:
        if grid.name == "two":
            return plain_table(grid)
        rows = [[(t, h, w) for t, h, w in row] for row in grid.rows]
        rows[2] = [(t, h, 2 if n % 2 else 1) for n, (t, h, _) in enumerate(rows[2])]
        return table(rows)

    return page(_around(report) + article(report, draw)).encode()


def four_below(report: Report, choose: random.Random) -> bytes:
    """Table four as three tables one below the other."""

    def draw(grid: Grid) -> str:
        if grid.name != "four":
            return plain_table(grid)
        names: Cells = [(text, 1, 1) for text, _, _ in grid.rows[1][:5]]
        kinds = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
        figures = grid.rows[3]
        return "".join(table([[(kind, 1, 5)], names, figures[5 * n : 5 * n + 5]]) for n, kind in enumerate(kinds))

    return page(_around(report) + article(report, draw)).encode()


def titles_as_captions(report: Report, choose: random.Random) -> bytes:
    """The title of a section of figures is the caption of its table."""
    body = re.sub(
        r"<h3>([^<]*)</h3>\n(<table[^>]*>)", r"\2<caption>\1</caption>", article(report, heading="<h3>{}</h3>")
    )
    return page(_around(report) + body).encode()


def continued(report: Report, choose: random.Random) -> bytes:
    """Table three goes on in a second table, under a header of its own, with a note between."""

    def draw(grid: Grid) -> str:
        if grid.name != "three":
            return plain_table(grid)
        head, body = grid.rows[:3], grid.rows[3:]
        at = next((n for n, row in enumerate(body) if "四" in row[0][0][:3] and "四、" not in row[0][0]), 11)
        first: list[Cells] = [[(t, min(h, at - n), w) for t, h, w in row] for n, row in enumerate(body[:at])]
        total = len(body) - 2
        second = [list(row) for row in body[at:]]
        second[0].insert(0, ("三、本年度办理结果", total - at + 1, 1))
        return table(head + first) + "<p>（续表）</p>" + table(head + second)

    return page(_around(report) + article(report, draw)).encode()


def preformatted(report: Report, choose: random.Random) -> bytes:
    """The report as text with tabs inside <pre>."""
    lines: list[str] = []
    for item in report.flow():
        lines += ["\t".join(t for t, _, _ in row) for row in item.rows] if isinstance(item, Grid) else [item.text]
    return page(f"{_around(report)}<pre>{escape(chr(10).join(lines))}</pre>").encode()


_TEMPLATES = (
    tagged,
    old_site,
    word_export,
    header_cells,
    line_breaks,
    nested_sections,
    spans_dropped,
    rowspans_dropped,
    spans_disagree,
    four_below,
    titles_as_captions,
    continued,
    preformatted,
)
SHAPES = tuple(
    Shape(name=f"html-{write.__name__.replace('_', '-')}", write=write, suffix="html") for write in _TEMPLATES
)
