"""Shapes of documents that grow: each is one kind of hostile or merely long content, made in any size."""

import json
import zlib
from collections.abc import Callable

import attrs

from .printed import drawn, members, ofd, ofd_text, opendocument, pdf, stream, within, word, workbook

Make = Callable[[int], bytes]


@attrs.frozen(kw_only=True)
class Shape:
    """A kind of document. `make` gives one of a size, which is that of `first` at least."""

    name: str
    suffix: str
    make: Make = attrs.field(repr=False)
    first: int = 1024


_ODF_CELL = "<table:table-cell><text:p>1</text:p></table:table-cell>"
_ODF_ROW = f"<table:table-row>{_ODF_CELL * 4}</table:table-row>"
_ODF_TABLE = f"<table:table>{_ODF_ROW}{{}}</table:table>"
_ODF_REPEATED = (
    '<table:table-row><table:table-cell table:number-columns-repeated="{}"><text:p>1</text:p></table:table-cell>'
    "</table:table-row>"
)
_OFD_LINE = (
    '<ofd:PathObject Boundary="{0} {0} 80 40"><ofd:AbbreviatedData>M 0 0 L 80 0 L 80 40 C</ofd:AbbreviatedData>'
    "</ofd:PathObject>"
)


def _text(name: str, content: Callable[[int], str], first: int = 1024) -> Shape:
    return Shape(
        name=f"text: {name}", suffix=".txt", make=lambda n: content(n).encode("utf-8", "surrogatepass"), first=first
    )


def _in_text(name: str, content: Callable[[int], str]) -> Shape:
    return Shape(name=f"text report: {name}", suffix=".txt", make=lambda n: within("md", content(n)))


def _markdown(name: str, content: Callable[[int], str]) -> Shape:
    return Shape(name=f"markdown: {name}", suffix=".md", make=lambda n: within("md", content(n)))


def _html(name: str, content: Callable[[int], str]) -> Shape:
    return Shape(name=f"html: {name}", suffix=".html", make=lambda n: within("html", content(n)))


def _csv(name: str, content: Callable[[int], str]) -> Shape:
    return Shape(name=f"csv: {name}", suffix=".csv", make=lambda n: content(n).encode())


def _word(name: str, content: Callable[[int], str]) -> Shape:
    return Shape(name=f"docx: {name}", suffix=".docx", make=lambda n: word(content(n)))


def _sheet(name: str, content: Callable[[int], str]) -> Shape:
    return Shape(name=f"xlsx: {name}", suffix=".xlsx", make=lambda n: workbook(content(n)))


def _odf(suffix: str, name: str, content: Callable[[int], str]) -> Shape:
    kind = {".odt": "text", ".ods": "spreadsheet"}[suffix]
    return Shape(name=f"{suffix[1:]}: {name}", suffix=suffix, make=lambda n: opendocument(kind, content(n)))


def _ofd(name: str, content: Callable[[int], str]) -> Shape:
    return Shape(name=f"ofd: {name}", suffix=".ofd", make=lambda n: ofd(content(n)))


def _pdf(name: str, make: Make) -> Shape:
    return Shape(name=f"pdf: {name}", suffix=".pdf", make=make)


def _json(name: str, make: Callable[[int], object]) -> Shape:
    return Shape(name=f"json: {name}", suffix=".json", make=lambda n: json.dumps(make(n), ensure_ascii=False).encode())


def _p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _plan(n: int, task: str = "公开第{}批重点领域政府信息，并及时更新。") -> str:
    lines = "".join(f"{i}\n{task.format(i)}\n区政府办公室\n全年\n" for i in range(1, n + 1))
    return f"2022年某区政务公开工作要点分工表\n序号\n工作任务\n责任单位\n完成时限\n{lines}"


PARAGRAPH = "全区各单位认真落实条例的各项要求，主动公开政府信息。"
TITLES = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"


def _cells(n: int, cell: str) -> str:
    return "<tr>" + "".join(cell.format(i) for i in range(n)) + "</tr>"


def _flate(n: int) -> bytes:
    packed = zlib.compress(b"BT /F1 12 Tf (x) Tj ET\n" * n, 9)
    return drawn(b"", o5=stream(packed, "/Filter/FlateDecode"))


def _reference_chain(n: int) -> bytes:
    chain = {i: f"{i + 1} 0 R" for i in range(2, n + 2)}
    return pdf({1: "<</Type/Catalog/Pages 2 0 R>>", **chain, n + 2: "<</Type/Pages/Kids[]/Count 0>>"})


def _nested_forms(n: int) -> bytes:
    forms: dict[str, str | bytes] = {
        f"o{i}": stream(
            b"/X Do /X Do (x) Tj", f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {i + 1} 0 R>>>>"
        )
        for i in range(6, 6 + n)
    }
    forms[f"o{6 + n}"] = stream(b"BT /F1 9 Tf (x) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return drawn(b"/X Do", "/XObject<</X 6 0 R>>", **forms)


def _page_tree(n: int) -> bytes:
    kids = " ".join("3 0 R" for _ in range(n))
    return pdf(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: f"<</Type/Pages/Kids[{kids}]/Count {n}>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R>>",
            4: stream(b""),
        }
    )


def _deep_page_tree(n: int) -> bytes:
    nodes = {i: f"<</Type/Pages/Kids[{i + 1} 0 R]/Count 1>>" for i in range(2, n + 2)}
    return pdf({1: "<</Type/Catalog/Pages 2 0 R>>", **nodes, n + 2: "<</Type/Page/MediaBox[0 0 9 9]>>"})


def _notes(n: int) -> object:
    return {**members(), "notes": [{"pointer": f"/nowhere/{i}", "text": ""} for i in range(n)]}


def _explanations(n: int) -> object:
    entry = {"rule": "requests-identity", "pointer": "/requests/total/outcomes/total", "text": "说明"}
    return {**members(), "explanations": [entry] * n}


TWO = "## 二、主动公开政府信息情况\n\n"
THREE = "## 三、收到和处理政府信息公开申请情况\n\n"
SHAPES: tuple[Shape, ...] = (
    _text("blank lines", lambda n: "a" + "\n" * n),
    _text("lines of blanks", lambda n: (" " * 80 + "\n") * n + "x"),
    _text("blanks", lambda n: "x" + " " * n + "x"),
    _text("bars", lambda n: "|" * n),
    _text("dashes and bars", lambda n: "-|" * n + "x"),
    _text("hyphens in a row", lambda n: "---" * n + "x"),
    _text("hashes", lambda n: "x" + "#" * n + "x"),
    _text("tags cut off", lambda n: "<p " * n),
    _text("digits", lambda n: "1" * n),
    _text("grouped digits", lambda n: "规章 " + "1,234" * n),
    _text("years", lambda n: "2023年" * n + "x"),
    _text("dates", lambda n: "自2023年1月1日" * n),
    _text("organs", lambda n: "局" * n + "信息公开"),
    _text("one line without a stop", lambda n: "政务公开" * n),
    _text("titles", lambda n: TITLES * n),
    _text("titles with a text", lambda n: "".join(f"一、总体情况{i}\n{PARAGRAPH}\n" for i in range(n))),
    _text("blanks behind a title", lambda n: "某市2023年政府信息公开工作年度报告" + "\u00a0" * n + "x\n" + TITLES),
    _text("report titles", lambda n: "某某市2023年政府信息公开工作年度报告\n" * n),
    _text("figures in lines", lambda n: TITLES + "规章 1 2 3\n" * n),
    _text("one figure a line", lambda n: TITLES + "规章\n1\n2\n3\n" * n),
    _text("words side by side", lambda n: TITLES + ("规章  " * n)),
    _text("tabs", lambda n: TITLES + "规章\t1\t2\t3\n" * n),
    _text("numbered lines", lambda n: "".join(f"{i}\n任务{i}\n" for i in range(n))),
    _text("plan of tasks", lambda n: _plan(n)),
    _text("plan without stops", lambda n: _plan(n, "公开第{}批信息")),
    _text("plan of numbers", lambda n: _plan(1) + "1\n" * n),
    _text("plan of rising numbers", lambda n: _plan(1) + "".join(f"{i}\n" for i in range(n))),
    _text("headers of a plan", lambda n: "政务公开工作要点\n" + "序号\n工作任务\n" * n),
    _text("plan on one line", lambda n: _plan(1) + "1 " * n),
    _text("a long task of a plan", lambda n: _plan(1) + "2\n" + "公开信息\n" * n),
    _text("times of a plan", lambda n: _plan(1) + "2\n公开信息。\n" + "全年 " * n),
    _text("meta data of a page", lambda n: "发布日期: " * n + "\n" + TITLES),
    _in_text("paragraphs", lambda n: "\n\n".join([PARAGRAPH] * n)),
    _in_text("one paragraph", lambda n: PARAGRAPH * n),
    _in_text("lines", lambda n: "\n".join([PARAGRAPH] * n)),
    _in_text("digits behind a label", lambda n: f"{TWO}规章" + "10" * n),
    _in_text(
        "rows whose figures run together",
        lambda n: THREE + "2.重复申请1000001\n" * n,
    ),
    _in_text("labels and figures in one line", lambda n: THREE + "3.其他0000000" * n),
    _html("preformatted lines", lambda n: "<pre>" + "规章\t0\t0\t0\n" * n + "</pre>"),
    _in_text("short lines", lambda n: "公开\n" * n),
    _in_text("notes", lambda n: "\n\n".join(f"注{i}（总体情况）：说明" for i in range(n))),
    _in_text("brackets of a note", lambda n: "注1（" + "）：" * n),
    _in_text("quotation marks", lambda n: "“" * n),
    _in_text("holes", lambda n: "公开政府信息XX条，" * n),
    _in_text("crosses", lambda n: "公开政府信息" + "X" * n),
    _in_text("blanks before a measure word", lambda n: "公开政府信息" + " " * n + "条"),
    _in_text("lines to write on", lambda n: "公开政府信息" + "_" * n + "a"),
    _in_text("open brackets", lambda n: "（" * n),
    _in_text("days that do not exist", lambda n: "2月30日" * n),
    _in_text("digits before a month", lambda n: "2023" * n + "月"),
    _markdown("paragraphs", lambda n: "\n\n".join([PARAGRAPH] * n)),
    _markdown("emphasis open", lambda n: "**a " * n),
    _markdown("emphasis", lambda n: "**a** " * n),
    _markdown("stars", lambda n: "*" * n + "x"),
    _markdown("underscores", lambda n: "_" * n + "x"),
    _markdown("underscores and letters", lambda n: "__a" * n),
    _markdown("tags open", lambda n: "<b " * n),
    _markdown("tags", lambda n: "<b>a</b>" * n),
    _markdown("hashes", lambda n: "# " + "#" * n + " x"),
    _markdown("hashes behind a text", lambda n: "# x" + " #" * n),
    _markdown("blanks before a hash", lambda n: "# x" + " " * n + "x#"),
    _markdown("rules", lambda n: "- " * n + "x"),
    _markdown("delimiters", lambda n: "a|b\n" + "-|" * n + "x"),
    _markdown("blank delimiters", lambda n: "a|b\n" + " " * n + "x"),
    _markdown("delimiters of blanks", lambda n: "a|b\n|" + " - " * n + "x"),
    _markdown("bars", lambda n: "|" * n),
    _markdown("escaped bars", lambda n: "\\\\" * n + "|"),
    _markdown("headers of tables", lambda n: "a|b\n" * n),
    _markdown("tables", lambda n: "a|b\n-|-\n1|2\n\n" * n),
    _markdown("merged boxes", lambda n: "a|b\n-|-\n" + "^^|^^\n" * n),
    _markdown("tables of HTML", lambda n: "<table>\n\n" * n),
    _markdown("entities", lambda n: "&amp" * n),
    _markdown("line breaks", lambda n: "a<br>" * n),
    _html("paragraphs", lambda n: f"<p>{PARAGRAPH}</p>" * n),
    _html("short lines", lambda n: "公开<br>" * n),
    _html("spans", lambda n: "<span>公开</span>" * n),
    _html(
        "hidden spans in a cell",
        lambda n: "<table><tr><td>a</td><td>" + "<span style='display:none'>x</span>y" * n + "</td></tr></table>",
    ),
    _html(
        "hidden spans inside each other",
        lambda n: "<table><tr><td>a<td>" + "<span hidden>" * min(n, 200) + "x" * n + "</table>",
    ),
    _html("blocks in a cell", lambda n: "<table><tr><td>a</td><td>" + "<p>x</p>" * n + "</td></tr></table>"),
    _html(
        "texts of one line in a cell",
        lambda n: "<table><tr><td>a</td><td>" + "<p>" + "<b>x</b>y" * n + "</p><p>z</p></td></tr></table>",
    ),
    _html("inline inside each other", lambda n: ("<b>" * 200 + "x" + "</b>" * 200) * (n // 8) + "<p>y</p>"),
    _html("divs inside each other", lambda n: "<div>" * min(n, 250) + "<p>x</p>" * n + "</div>" * min(n, 250)),
    _html("tables", lambda n: "<table><tr><td>a</td><td>b</td></tr></table>" * n),
    _html(
        "tables inside each other",
        lambda n: ("<table><tr><td>a</td><td>" * 60 + "x" + "</td></tr></table>" * 60) * (n // 16),
    ),
    _html("rowspans", lambda n: "<table>" + f"<tr><td rowspan={n}>a</td><td>b</td></tr>" * n + "</table>"),
    _html(
        "rowspans of one row",
        lambda n: "<table>" + _cells(n, f"<td rowspan={n}>{{}}</td>") + "<tr><td>b</td></tr>" * n + "</table>",
    ),
    _html("colspans", lambda n: "<table><tr>" + "<td colspan=1000>a</td>" * n + "</tr></table>"),
    _html("blanks in a tag", lambda n: "<a" + " " * n + ">x</a>"),
    _html("words of a sheet", lambda n: f"<style>{'display' * n}</style>x"),
    _html("adornments of a text", lambda n: f"<p style='{'text-decoration:' * n}'>x</p>"),
    _html("styles of blanks", lambda n: f"<p style='display{' ' * n}x'>a</p>"),
    _html("style words", lambda n: f"<p style='{'display:' * n}'>a</p>"),
    _html("wide rows of figures", lambda n: "<table>" + _cells(n, "<td>{}</td>") * 2 + "</table>"),
    _html(
        "rows of the form",
        lambda n: (
            "<h2>二、主动公开政府信息情况</h2><table>"
            + "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>" * n
            + "</table>"
        ),
    ),
    _html(
        "unknown labels",
        lambda n: (
            "<h2>二、主动公开政府信息情况</h2><table>"
            # No label is one of another size, whose likenesses are kept in mind.
            + "".join(f"<tr><td>行政规范{n}之{i}</td><td>1</td><td>2</td></tr>" for i in range(n))
            + "</table>"
        ),
    ),
    _html(
        "labels in one row",
        lambda n: (
            "<h2>三、收到和处理政府信息公开申请情况</h2><table>"
            + _cells(n, "<td>自然人{}</td>") * 4
            + "<tr><td>1</td></tr></table>"
        ),
    ),
    _html(
        "column labels over and over",
        lambda n: (
            "<h2>三、收到和处理政府信息公开申请情况</h2><table>"
            + _cells(n, "<td>自然人</td>") * 2
            + "<tr><td>（一）予以公开</td>"
            + "<td>1</td>" * 7
            + "</tr></table>"
        ),
    ),
    _html("lines in a box", lambda n: "<table><tr><td>a</td><td>" + "公开<br>" * n + "</td></tr></table>"),
    _html("fields in a cell", lambda n: "<table><tr><td>a</td><td>" + "<option>x</option>" * n + "</td></tr></table>"),
    _html("attributes", lambda n: "<p " + " ".join(f"a{i}=1" for i in range(n)) + ">x</p>"),
    _html("open tags", lambda n: "<i>" * min(n, 200) + "<p>" * n),
    _html("type faces never closed", lambda n: "<p>" + _cells(min(n, 1500), "<font a{}>") + "<p>x" * n),
    _html("tables never closed", lambda n: "<table>x<b>" * min(n, 300) + "<p>x<td>1" * n),
    _html("ends that nothing began", lambda n: "<b>" * 1500 + "</i></div>" * n),
    _html("ends out of reach", lambda n: "<i><table><tr><td>" + "<b>" * 1500 + "</i>" * n),
    _html("comments never closed", lambda n: "<!--" * n),
    _html("tags never closed", lambda n: "<a b='" * n),
    _html("titles never closed", lambda n: "<title></titl" * n),
    _html("scripts never closed", lambda n: "<script></scrip" * n),
    _html("references", lambda n: "&" * n + "&#" * n + "&notit;" * n + f"&#{'9' * n};"),
    Shape(
        name="html: broken encoding",
        suffix=".html",
        make=lambda n: b"<html><body><p>" + b"\xff\xfe\x00" * n + b"</p></html>",
    ),
    Shape(
        name="html: metas",
        suffix=".html",
        make=lambda n: b"<html><head>" + b"<meta name=x content=y>" * n + b"</head><body><p>x</body></html>",
    ),
    _csv("rows", lambda n: "规章,1,2,3\n" * n),
    _csv("one text a row", lambda n: f"{PARAGRAPH}\n" * n),
    _csv("quotes", lambda n: 'a,"' + '""' * n),
    _csv("a wide row", lambda n: "1," * n),
    _csv("rows of many widths", lambda n: "".join("," * (i % 40) + "1,2\n" for i in range(n))),
    _csv("digits", lambda n: "pointer,value\n/layout,2021\n/year," + "9" * n + "\n"),
    _csv("a digit in a cell", lambda n: "pointer,value\n/layout,2021\n/requests/total/received," + "9" * n + "\n"),
    _csv("pointers", lambda n: "pointer,value\n/layout,2021\n" + "".join(f"/x{i},1\n" for i in range(n))),
    _csv("a pointer of steps", lambda n: "pointer,value\n/layout,2021\n" + "/x" * n + ",1\n"),
    _csv("columns of pointers", lambda n: "pointer," + "a," * n + "\n/layout,2021\n"),
    _csv("notes of pointers", lambda n: 'pointer,value,notes\n/layout,2021\n/overview,x,"' + "a\n" * n + '"\n'),
    Shape(name="csv: text of a report", suffix=".csv", make=lambda n: within("csv", PARAGRAPH * n)),
    _word("paragraphs", lambda n: _p(PARAGRAPH) * n),
    _word("runs", lambda n: "<w:p>" + "<w:r><w:t>公开</w:t></w:r>" * n + "</w:p>"),
    _word("line breaks", lambda n: "<w:p><w:r>" + "<w:t>公开</w:t><w:br/>" * n + "</w:r></w:p>"),
    _word(
        "text boxes inside each other",
        lambda n: "<w:p><w:r><w:t>x</w:t><w:txbxContent>" * min(n, 60) + "</w:txbxContent></w:r></w:p>" * min(n, 60),
    ),
    _word(
        "many nests of text boxes",
        lambda n: ("<w:p><w:r><w:t>x</w:t><w:txbxContent>" * 30 + "</w:txbxContent></w:r></w:p>" * 30) * (n // 16),
    ),
    _word("text boxes", lambda n: "<w:p>" + "<w:r><w:txbxContent><w:p/></w:txbxContent></w:r>" * n + "</w:p>"),
    _word(
        "tables inside each other",
        lambda n: ("<w:tbl><w:tr><w:tc>" * 40 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 40) * (n // 16),
    ),
    _word(
        "a table with rows and a table",
        lambda n: (
            "<w:tbl>"
            + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>" * n
            + "<w:tr><w:tc><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:tc></w:tr></w:tbl>"
        ),
    ),
    _word("rows", lambda n: "<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>" * n + "</w:tbl>"),
    _word(
        "cells inside each other",
        lambda n: "<w:tbl><w:tr>" + ("<w:tc><w:p/>" * 60 + "</w:tc>" * 60) * (n // 8) + "</w:tr></w:tbl>",
    ),
    _word(
        "merged boxes",
        lambda n: (
            "<w:tbl>"
            + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>" * n
            + "</w:tbl>"
        ),
    ),
    _word("tables", lambda n: "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>" * n),
    _word(
        "wide spans",
        lambda n: (
            "<w:tbl><w:tr>" + "<w:tc><w:tcPr><w:gridSpan w:val='1000'/></w:tcPr><w:p/></w:tc>" * n + "</w:tr></w:tbl>"
        ),
    ),
    _word("controls inside each other", lambda n: ("<w:sdt>" * 100 + _p("x") + "</w:sdt>" * 100) * (n // 16)),
    _sheet(
        "texts",
        lambda n: (
            "<sheetData>"
            + "".join(f'<row r="{i}"><c r="A{i}" t="inlineStr"><is><t>公开</t></is></c></row>' for i in range(1, n + 1))
            + "</sheetData>"
        ),
    ),
    _sheet(
        "merges",
        lambda n: (
            "<sheetData/><mergeCells>"
            + "".join(f'<mergeCell ref="A{2 * i}:B{2 * i + 1}"/>' for i in range(1, n))
            + "</mergeCells>"
        ),
    ),
    _sheet("the same merge", lambda n: "<sheetData/><mergeCells>" + '<mergeCell ref="A1:C9"/>' * n + "</mergeCells>"),
    _sheet(
        "wide merges",
        lambda n: (
            "<sheetData/><mergeCells>"
            + "".join(f'<mergeCell ref="A{i}:ZZ{i}"/>' for i in range(1, n))
            + "</mergeCells>"
        ),
    ),
    _sheet("a merge that grows", lambda n: f'<sheetData/><mergeCells><mergeCell ref="A1:C{n}"/></mergeCells>'),
    _sheet("a far cell", lambda n: f'<sheetData><row r="{n}"><c r="A{n}"><v>1</v></c></row></sheetData>'),
    _sheet(
        "columns",
        lambda n: (
            "<cols>" + "".join(f'<col min="{i}" max="16384" hidden="1"/>' for i in range(1, n)) + "</cols><sheetData/>"
        ),
    ),
    _sheet(
        "formulas",
        lambda n: (
            "<sheetData>"
            + "".join(f'<row r="{i}"><c r="A{i}"><f>SUM(A1:A9)</f></c></row>' for i in range(1, n + 1))
            + "</sheetData>"
        ),
    ),
    _sheet(
        "conditional formats",
        lambda n: (
            "<sheetData/>"
            + '<conditionalFormatting sqref="A1:A9"><cfRule type="cellIs" priority="1"/></conditionalFormatting>' * n
        ),
    ),
    _sheet(
        "validations",
        lambda n: (
            "<sheetData/><dataValidations>" + '<dataValidation sqref="A1:XFD1048576"/>' * n + "</dataValidations>"
        ),
    ),
    _sheet(
        "a sequence of areas",
        lambda n: (
            '<sheetData/><dataValidations><dataValidation sqref="' + "A1:XFD1048576 " * n + '"/></dataValidations>'
        ),
    ),
    _pdf("lines of text", lambda n: drawn(b"BT /F1 9 Tf 9 3900 Td 0 -10 Td " + b"(abc) Tj 0 -10 Td " * n + b"ET")),
    _pdf("one line of text", lambda n: drawn(b"BT /F1 9 Tf 9 3900 Td (" + b"abc " * n + b") Tj ET")),
    _pdf("letters at one place", lambda n: drawn(b"BT /F1 9 Tf 9 3900 Td " + b"1 0 0 1 9 9 Tm (a) Tj " * n + b"ET")),
    _pdf("turned letters", lambda n: drawn(b"BT /F1 9 Tf (ab) Tj " + b"0 1 -1 0 9 9 Tm (a) Tj " * n + b"ET")),
    _pdf(
        "ruling lines",
        lambda n: drawn(
            b"".join(b"%d 0 m %d 800 l S 0 %d m 600 %d l S " % (4 * i, 4 * i, 4 * i, 4 * i) for i in range(n))
        ),
    ),
    _pdf("ruling lines of one direction", lambda n: drawn(b"".join(b"%d 0 m %d 800 l S " % (i, i) for i in range(n)))),
    _pdf("rectangles", lambda n: drawn(b"".join(b"%d %d 3 3 re S " % (9 * (i % 50), 9 * (i // 50)) for i in range(n)))),
    _pdf(
        "rectangles inside each other",
        lambda n: drawn(b"".join(b"%d %d %d %d re S " % (i, i, 3000 - 2 * i, 3000 - 2 * i) for i in range(n))),
    ),
    _pdf("curves", lambda n: drawn(b"0 0 m " + b"9 9 20 20 30 9 c " * n + b"S")),
    _pdf(
        "a path of corners",
        lambda n: drawn(b"0 0 m " + b"".join(b"%d %d l " % (i % 97, i % 89) for i in range(n)) + b"S"),
    ),
    _pdf("states", lambda n: drawn(b"q " * n)),
    _pdf("operands", lambda n: drawn(b"1 " * n)),
    _pdf("arrays inside each other", lambda n: drawn(b"[" * n)),
    _pdf("dictionaries inside each other", lambda n: drawn(b"<<" * n)),
    _pdf("brackets of a text", lambda n: drawn(b"(" * n)),
    _pdf("inline images", lambda n: drawn(b"BI /W 1 /H 1 ID x EI " * n)),
    _pdf("an inline image without an end", lambda n: drawn(b"BI /W 1 /H 1 ID " + b"E" * n)),
    _pdf("packed text", _flate),
    _pdf("references", _reference_chain),
    _pdf("forms that double", lambda n: _nested_forms(min(n // 8, 60))),
    _pdf("pages", _page_tree),
    _pdf("pages inside each other", _deep_page_tree),
    _pdf("no objects at all", lambda n: b"%PDF-1.4\n" + b"x\n" * n),
    _pdf(
        "objects without a table",
        lambda n: b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n<</A %d 0 R>>\nendobj\n" % (i, i + 1) for i in range(n)),
    ),
    _pdf("comments", lambda n: b"%PDF-1.4\n" + b"%" * n),
    *(
        _odf(suffix, name, content)
        for suffix in (".odt", ".ods")
        for name, content in (
            ("rows", lambda n: f"<table:table>{_ODF_ROW * n}</table:table>"),
            ("cells", lambda n: f"<table:table><table:table-row>{_ODF_CELL * n}</table:table-row></table:table>"),
            (
                "a row that is repeated",
                lambda n: _ODF_TABLE.format(
                    f'<table:table-row table:number-rows-repeated="{n}">{_ODF_CELL}</table:table-row>'
                ),
            ),
            (
                "a cell that is repeated",
                lambda n: _ODF_TABLE.format(_ODF_REPEATED.format(n)),
            ),
            ("tables inside each other", lambda n: "<table:table><table:table-row><table:table-cell>" * n),
            ("paragraphs", lambda n: "<text:p>公开</text:p>" * n),
            ("spans inside each other", lambda n: "<text:p>" + "<text:span>公" * n + "</text:span>" * n + "</text:p>"),
            ("spaces", lambda n: f'<text:p>公<text:s text:c="{n}"/>开</text:p>'),
        )
    ),
    _ofd("texts", lambda n: "".join(ofd_text("公开", 20 + i % 50, 20 + i % 200) for i in range(n))),
    _ofd("one text", lambda n: ofd_text("公" * n, 20, 20)),
    _ofd(
        "steps",
        lambda n: (
            f'<ofd:TextObject Boundary="1 1 9 9" Size="4"><ofd:TextCode DeltaX="g {n} 4">公开</ofd:TextCode>'
            "</ofd:TextObject>"
        ),
    ),
    _ofd("lines", lambda n: "".join(_OFD_LINE.format(i % 100) for i in range(n))),
    _ofd(
        "a path",
        lambda n: (
            '<ofd:PathObject Boundary="1 1 9 9"><ofd:AbbreviatedData>M 0 0 '
            f"{'L 9 9 L 0 0 ' * n}</ofd:AbbreviatedData></ofd:PathObject>"
        ),
    ),
    _ofd("blocks inside each other", lambda n: "<ofd:PageBlock>" * n + "</ofd:PageBlock>" * n),
    _json("notes at no place", _notes),
    _json("explanations again and again", _explanations),
    _json("members unknown", lambda n: {**members(), **{f"x{i}": 1 for i in range(n)}}),
    _json("extensions", lambda n: {**members(), "extensions": {f"cn.example.x{i}": 1 for i in range(n)}}),
    _json("a long text", lambda n: {**members(), "overview": PARAGRAPH * n}),
    _json("a text of figures", lambda n: {**members(), "other_matters": "2023年收取信息处理费1元。" * n}),
    _json("figures of several topics", lambda n: {**members(), "overview": "行政复议5件，" * n}),
    _json("figures without commas", lambda n: {**members(), "overview": "收到政府信息公开申请5件" * n}),
    _json("words for zero without commas", lambda n: {**members(), "overview": "没有申请" * n}),
    _json("parts of one group", lambda n: {**members(), "overview": "予以公开57件，" + "含部分公开1件，" * n}),
    _json("words for zero with labels", lambda n: {**members(), "overview": "没有因行政处罚引发的行政诉讼" * n}),
    _json("labels of another table that none has", lambda n: {**members(), "overview": "没有因行政处罚" * n}),
    _json("labels that are taken out again", lambda n: {**members(), "overview": "没有行政复议信访" * n}),
    _json("words for zero alone", lambda n: {**members(), "overview": "未" * n}),
    _json("noughts", lambda n: {**members(), "overview": "零" * n}),
    _json("numerals of no measure", lambda n: {**members(), "overview": "收到5件" + "十" * n}),
    _json("a number of labels", lambda n: {**members(), "overview": "予以公开一项5件" * n}),
    _json("figures without a topic", lambda n: {**members(), "overview": "行政复议5件，" * n}),
    _json(
        "names held against one of places",
        lambda n: {
            **members(),
            "organ": {"name": "市" * 197 + "审计局"},
            "overview": "本报告由市县市县市县局院局院财政局编制。" * (n // 4),
        },
    ),
    _json("titles that do not end", lambda n: {**members(), "overview": "《" * n + "5件"}),
    _json("a text of years", lambda n: {**members(), "overview": "2020年" * n}),
    _json(
        "marks",
        lambda n: {**members(), "marks": [{"pointer": f"/requests/total/x{i}", "mark": "blank"} for i in range(n)]},
    ),
    _json(
        "undivided",
        lambda n: {
            **members(),
            "undivided": [{"pointer": "/requests/total/outcomes/other", "value": 1, "label": "x"}] * n,
        },
    ),
    _json("no report at all", lambda n: [1] * n),
    Shape(name="json: the same member", suffix=".json", make=lambda n: b'{"layout":"2021"' + b',"a":1' * n + b"}"),
    Shape(name="json: arrays open", suffix=".json", make=lambda n: b"[" * n),
    Shape(
        name="json: a number of digits", suffix=".json", make=lambda n: b'{"layout":"2021","year":' + b"9" * n + b"}"
    ),
    Shape(name="json: backslashes", suffix=".json", make=lambda n: b'{"layout":"' + b"\\\\" * n + b'"}'),
    Shape(
        name="json: lone surrogates",
        suffix=".json",
        make=lambda n: b'{"layout":"2021","a":[' + b'"\\ud800",' * n + b"1]}",
    ),
    Shape(name="json: not a number", suffix=".json", make=lambda n: b'{"layout":"2021","a":[' + b"1e9," * n + b"NaN]}"),
    Shape(name="json: blanks", suffix=".json", make=lambda n: b" " * n + b"{" + b" " * n),
)
