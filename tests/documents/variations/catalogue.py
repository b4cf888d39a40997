"""All variations: a name, the real report it is made of, a change, and the form in which it is published."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import Any

from . import as_html as h
from . import changes as c
from .as_odf import as_ods, as_odt
from .as_ofd import as_ofd
from .as_office import as_docx, as_xlsx
from .as_pdf import as_pdf
from .as_text import barred, in_lines, laid_out, markdown, one_by_one, tabbed
from .changes import Changed
from .source import Doc

Writer = Callable[[Doc], bytes]
Change = Callable[[Doc], Changed]


def html(doc: Doc) -> bytes:
    return h.page(h.body(doc)).encode()


def gbk(doc: Doc) -> bytes:
    return h.page(h.body(doc), "gb2312").encode("gbk", "xmlcharrefreplace")


def gb18030_undeclared(doc: Doc) -> bytes:
    return f"<html><body>{h.body(doc)}</body></html>".encode("gb18030")


def byte_order_mark(doc: Doc) -> bytes:
    return b"\xef\xbb\xbf" + h.page(h.body(doc), "gbk").encode()


def utf16(doc: Doc) -> bytes:
    return b"\xff\xfe" + h.page(h.body(doc), "utf-16").encode("utf-16-le")


def big5(doc: Doc) -> bytes:
    return h.page(h.body(doc), "big5").encode("big5hkscs", "xmlcharrefreplace")


def dressed(doc: Doc) -> bytes:
    """A page with navigation, a line of data under the title, sharing, neighbours and a footer."""
    data = h.DATA.format(title="".join(doc.head[:1]))
    content = f'<div class="main">{data}<div id="zoom"><div>{h.body(doc)}</div></div></div>'
    return h.page(h.NAVIGATION + content + h.FOOTER).encode()


def flat(doc: Doc) -> bytes:
    """A page without boxes: all that surrounds the report follows it directly."""
    return h.page(
        h.NAVIGATION + h.body(doc, heading="b") + "<p>附件：报告.docx</p><p>【打印】【关闭】</p>" + h.FOOTER
    ).encode()


def nested(doc: Doc) -> bytes:
    """A page laid out with tables inside each other."""
    inner = f"<table><tr><td>{h.body(doc)}</td></tr></table>"
    outer = (
        f"<table width=980><tr><td>{h.NAVIGATION}</td><td><table><tr><td>{inner}</td></tr></table></td></tr></table>"
    )
    return h.page(outer).encode()


def one_table(doc: Doc) -> bytes:
    """The whole report in one table of ten columns, titles and texts in rows of one box."""
    wide = [[(line, 1, 10)] for line in doc.head]
    texts = list(doc.texts.values())
    parts: list[Any] = [texts[0], h.two(doc), h.three_head(doc) + h.three_body(doc), None, texts[1], texts[2]]
    rows: list[h.Cells] = list(wide)
    for title, part in zip(doc.titles, parts, strict=True):
        rows.append([(title, 1, 10)])
        if part is None:
            continue
        rows += [[(item, 1, 10)] if isinstance(item, str) else item for item in part]
        if title == doc.titles[2]:
            rows.append([(doc.titles[3], 1, 15)])
            rows += h.four(doc)
    del rows[rows.index([(doc.titles[3], 1, 10)])]
    return h.page(h.table(rows)).encode()


def split(doc: Doc, *, repeated: bool) -> list[str]:
    head = h.three_head(doc)
    first, second = h.three_body(doc, 0, 12), h.three_body(doc, 12)
    return [
        h.table(h.two(doc)),
        h.table(head + first) + "<p></p>" + h.table((head if repeated else []) + second),
        h.table(h.four(doc)),
    ]


def split_bare(doc: Doc) -> bytes:
    return h.page(h.body(doc, split(doc, repeated=False))).encode()


def split_with_heads(doc: Doc) -> bytes:
    return h.page(h.body(doc, split(doc, repeated=True))).encode()


def split_two(doc: Doc) -> bytes:
    """Table two as a table for each block, table four as one for each kind of case."""
    rows = h.two(doc)
    starts = [n for n, row in enumerate(rows) if len(row) == 1] + [len(rows)]
    blocks = "".join(h.table(rows[a:b]) for a, b in pairwise(starts))
    names: h.Cells = [(r, 1, 1) for r in doc.results]
    figures: h.Cells = [(text, 1, 1) for text in doc.four]
    review = h.table([[("行政复议", 1, 5)], names, figures[:5]])
    suits = [[("行政诉讼", 1, 10)], [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)], names + names, figures[5:]]
    tables = [blocks, h.table(h.three_head(doc) + h.three_body(doc)), review + h.table(suits)]
    return h.page(h.body(doc, tables)).encode()


def word(doc: Doc) -> bytes:
    """Word's own HTML: a paragraph, a span and <o:p> in every box, side labels from top to bottom."""

    def dress(rows: list[h.Cells]) -> list[h.Cells]:
        return [[(h.side(t) if r > 3 and w == 1 else h.word_markup(t), r, w) for t, r, w in row] for row in rows]

    tables = [dress(h.two(doc)), dress(h.three_head(doc) + h.three_body(doc)), dress(h.four(doc))]
    return h.page(
        h.body(doc, [h.table(rows, 'class="MsoTable" style="border-collapse:collapse"') for rows in tables])
    ).encode()


def unclosed(doc: Doc) -> bytes:
    """Capital tags, and no end tags where old editors left them out."""
    text = h.body(doc).replace("</td>", "").replace("</tr>", "").replace("</p>", "")
    return h.page(text.replace("<td", "<TD").replace("<tr", "<TR").replace("<table", "<TABLE")).encode()


def spanless(doc: Doc) -> bytes:
    """The spans of labels lost, as after careless copying: rows of different length."""
    rows = [[(t, 1, 1) for t, _, _ in row] for row in h.three_head(doc) + h.three_body(doc)]
    plain = [[(t, 1, 1) for t, _, _ in row] for row in h.two(doc)]
    last = [[(t, 1, 1) for t, _, _ in row] for row in h.four(doc)]
    return h.page(h.body(doc, [h.table(plain), h.table(rows), h.table(last)])).encode()


def contents(doc: Doc) -> bytes:
    """A table of contents before the report."""
    listed = "".join(f"<li>{title}</li>" for title in doc.titles)
    return h.page(f"<ul>{listed}</ul>{h.body(doc, heading='h2')}").encode()


def headless(doc: Doc) -> bytes:
    """Table three without its header: seven figures are seven columns."""
    tables = [h.table(h.two(doc)), h.table(h.three_body(doc)), h.table(h.four(doc))]
    return h.page(h.body(doc, tables)).encode()


def parted_head(doc: Doc) -> bytes:
    """The header of tables three and four in a table of its own."""
    four = h.four(doc)
    tables = [
        h.table(h.two(doc)),
        h.table(h.three_head(doc)) + h.table(h.three_body(doc)),
        h.table(four[:-1]) + h.table(four[-1:]),
    ]
    return h.page(h.body(doc, tables)).encode()


@cache
def text(write: Callable[[Doc], str], encoding: str = "utf-8") -> Writer:
    return lambda doc: write(doc).encode(encoding)


def pdf(**options: bool) -> Writer:
    return lambda doc: as_pdf(doc, **options)


def ofd(*, ruled: bool = True, turned: bool = False, **options: Any) -> Writer:
    return lambda doc: as_ofd(as_pdf(doc, ruled=ruled, turned=turned), **options)


_ALL: dict[str, tuple[str, Change, Writer]] = {
    "html": ("jingan-2023", c.unchanged, html),
    "html-gbk": ("jingan-2023", c.unchanged, gbk),
    "html-gb18030-undeclared": ("shanghai-2021", c.unchanged, gb18030_undeclared),
    "html-byte-order-mark": ("minhang-2025", c.unchanged, byte_order_mark),
    "html-utf16": ("shanghai-2021", c.unchanged, utf16),
    "html-traditional-big5": ("shanghai-2021", c.traditional, big5),
    "html-navigation": ("jingan-2023", c.unchanged, dressed),
    "html-navigation-flat": ("minhang-2025", c.unchanged, flat),
    "html-nested-tables": ("shanghai-2021", c.unchanged, nested),
    "html-one-table": ("shanghai-2021", c.unchanged, one_table),
    "html-split": ("shanghai-2021", c.unchanged, split_bare),
    "html-split-repeated-head": ("shanghai-2021", c.unchanged, split_with_heads),
    "html-split-blocks": ("jingan-2023", c.unchanged, split_two),
    "html-word": ("shanghai-2021", c.unchanged, word),
    "html-unclosed": ("shanghai-2021", c.unchanged, unclosed),
    "html-spans-lost": ("shanghai-2021", c.unchanged, spanless),
    "html-contents": ("jingan-2023", c.unchanged, contents),
    "html-headless": ("shanghai-2021", c.unchanged, headless),
    "html-parted-head": ("shanghai-2021", c.unchanged, parted_head),
    "html-full-width": ("shanghai-2021", c.full_width, html),
    "html-thousands": ("shanghai-2021", c.thousands, html),
    "html-misprints": ("shanghai-2021", c.misprinted, html),
    "html-traditional": ("jingan-2023", c.traditional, dressed),
    "html-renumbered": ("shanghai-2021", c.renumbered, word),
    "html-unnumbered": ("shanghai-2021", c.unnumbered, html),
    "html-side-labels-lost": ("shanghai-2021", c.side_labels_lost, html),
    "html-spaced-labels": ("jingan-2023", c.spaced, html),
    "html-marks": ("shanghai-2021", c.marked, html),
    "html-blanks": ("shanghai-2021", c.blank, html),
    "html-remarks": ("shanghai-2021", c.remarked, html),
    "html-hybrid": ("shanghai-2021", c.hybrid, html),
    "html-wrong-total": ("shanghai-2021", c.wrong_total, html),
    "docx": ("jingan-2023", c.unchanged, as_docx),
    "docx-blanks": ("shanghai-2021", c.blank, as_docx),
    "docx-misprints": ("shanghai-2021", c.misprinted, as_docx),
    "docx-hybrid": ("shanghai-2021", c.hybrid, as_docx),
    "docx-side-labels-lost": ("shanghai-2021", c.side_labels_lost, as_docx),
    "xlsx": ("shanghai-2021", c.unchanged, as_xlsx),
    "xlsx-sheets": ("jingan-2023", c.unchanged, lambda doc: as_xlsx(doc, sheets=True)),
    "xlsx-blanks": ("shanghai-2021", c.blank, as_xlsx),
    "xlsx-marks": ("shanghai-2021", c.marked, as_xlsx),
    "markdown": ("shanghai-2021", c.unchanged, text(markdown)),
    "markdown-blanks": ("shanghai-2021", c.blank, text(markdown)),
    "text-tabs": ("jingan-2023", c.unchanged, text(tabbed)),
    "text-tabs-blanks": ("shanghai-2021", c.blank, text(tabbed)),
    "text-bars": ("shanghai-2021", c.unchanged, text(barred, "gb18030")),
    "text-one-by-one": ("shanghai-2021", c.unchanged, text(one_by_one)),
    "text-one-by-one-misprints": ("shanghai-2021", c.misprinted, text(one_by_one)),
    "text-lines": ("shanghai-2021", c.unchanged, text(in_lines)),
    "text-lines-hybrid": ("shanghai-2021", c.hybrid, text(in_lines)),
    "text-laid-out": ("shanghai-2021", c.unchanged, text(laid_out)),
    "text-laid-out-blanks": ("shanghai-2021", c.blank, text(laid_out)),
    "pdf-ruled": ("shanghai-2021", c.unchanged, pdf()),
    "pdf-ruled-repeated-head": ("jingan-2023", c.unchanged, pdf(repeated=True)),
    "pdf-ruled-turned-label": ("shanghai-2021", c.unchanged, pdf(turned=True)),
    "pdf-ruled-blanks": ("shanghai-2021", c.blank, pdf()),
    "pdf-unruled": ("shanghai-2021", c.unchanged, pdf(ruled=False)),
    "pdf-unruled-blanks": ("shanghai-2021", c.blank, pdf(ruled=False)),
    "ofd-ruled": ("jingan-2023", c.unchanged, ofd()),
    "ofd-ruled-template": ("shanghai-2021", c.unchanged, ofd(template=True, lines=True)),
    "ofd-ruled-turned-label": ("shanghai-2021", c.unchanged, ofd(turned=True, apart=True)),
    "ofd-ruled-blanks": ("shanghai-2021", c.blank, ofd(lines=True)),
    "ofd-unruled": ("shanghai-2021", c.unchanged, ofd(ruled=False)),
    "odt": ("shanghai-2021", c.unchanged, as_odt),
    "odt-blanks": ("jingan-2023", c.blank, as_odt),
    "odt-hybrid": ("shanghai-2021", c.hybrid, as_odt),
    "ods": ("shanghai-2021", c.unchanged, as_ods),
    "ods-blanks": ("shanghai-2021", c.blank, as_ods),
    "ods-marks": ("shanghai-2021", c.marked, as_ods),
}
NAMES = tuple(_ALL)
# The first of those names that are written alike.
FORMS = tuple({write: name for name, (_, _, write) in reversed(_ALL.items())}.values())[::-1]
_CHANGES: dict[str, Change] = {
    change.__name__: change
    for change in (
        c.unchanged,
        c.full_width,
        c.thousands,
        c.misprinted,
        c.traditional,
        c.renumbered,
        c.unnumbered,
        c.side_labels_lost,
        c.spaced,
        c.marked,
        c.blank,
        c.remarked,
        c.hybrid,
        c.wrong_total,
    )
}
CHANGES = tuple(_CHANGES)


def make(name: str, *, source: str | None = None, change: str | None = None) -> tuple[bytes, dict[str, Any]]:
    """Return a variation and the truth of it; with `source` and `change`, its form of another report, changed so."""
    from .source import load

    report, usual, write = _ALL[name]
    doc, value = (_CHANGES[change] if change else usual)(load(source or report))
    return write(doc), value
