"""Documents of the layouts that exist, in every form that the tests of reading have; and such of an added layout."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import govreport
from tests.documents.variations import as_html, as_text, catalogue, drawn_catalogue
from tests.documents.variations.as_office import as_docx, as_xlsx
from tests.documents.variations.as_pdf import Page, as_pdf
from tests.documents.variations.drawn import draw
from tests.documents.variations.source import PAGES, SEEDS, Doc, published
from tests.documents.variations.source import document as path_of
from tests.layouts.added import YEAR
from tests.reports import EXAMPLES, clean, document

FORMATS = ("html", "docx", "xlsx", "md", "csv")
_ROW = {"html": re.compile(r"<tr\b.*?</tr>\s*", re.DOTALL), "md": re.compile(r"^\|.*\d \|\n", re.MULTILINE)}
# The rows of these are cut out one at a time, of a report in each layout.
_CUT = (("huaian-2024", "html"), ("minhang-2025", "md"), ("jiading-2019", "html"))


def existing() -> Iterator[tuple[str, bytes]]:
    """Yield documents of the layouts that exist, by name."""
    reports = {path.stem: govreport.load(path) for path in sorted((EXAMPLES / "reports").glob("*.json"))}
    for name, report in (reports | {"clean": govreport.loads(document(clean()))}).items():
        for form in FORMATS:
            yield f"example {name} {form}", govreport.render(report, form)
    for name, form in _CUT:
        text = govreport.render(reports[name], form).decode()
        for number, row in enumerate(_ROW[form].finditer(text)):
            yield f"cut {name} {form} {number}", (text[: row.start()] + text[row.end() :]).encode()
    for name in drawn_catalogue.NAMES:
        yield f"drawn {name}", drawn_catalogue.make(name)[0]
    for name in catalogue.NAMES:
        yield f"variation {name}", catalogue.make(name)[0]
    for name in (*SEEDS, *PAGES):
        for path in (path_of(name), *published(name)):
            yield f"real {path.name}", path.read_bytes()


def without_row(report: govreport.Report, label: str) -> bytes:
    """Return a page with a report that has lost the row of a label."""
    text = govreport.render(report, "html").decode()
    row = next(row for row in _ROW["html"].finditer(text) if label in row[0])
    assert row[0].count("<tr") == 1
    return (text[: row.start()] + text[row.end() :]).encode()


_FORMS: dict[str, Callable[[Doc], bytes]] = {
    "html": lambda doc: as_html.page(as_html.body(doc)).encode(),
    "docx": as_docx,
    "xlsx": as_xlsx,
    "markdown": lambda doc: as_text.markdown(doc).encode(),
    "text-tabs": lambda doc: as_text.tabbed(doc).encode(),
    "text-one-by-one": lambda doc: as_text.one_by_one(doc).encode(),
    "text-lines": lambda doc: as_text.in_lines(doc).encode(),
    "text-laid-out": lambda doc: as_text.laid_out(doc).encode(),
    "pdf-ruled": as_pdf,
    "pdf-unruled": lambda doc: as_pdf(doc, ruled=False),
}
FIGURES = [str(number) for number in range(11, 18)]


def own(name: str) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Yield documents of an added layout that the library did not print: name, bytes, and what is true of the cells."""
    report = draw(1)
    report.year = YEAR
    doc, truth = report.doc(), report.truth()
    if name == "section-more":
        yield "pdf-ruled", _pdf(doc, section="六、政府信息管理情况"), truth
    elif name == "table-more":
        yield "pdf-ruled", _pdf(doc, table="七、公共数据开放情况"), truth
    else:
        _change_row(doc, truth, is_more=name == "row-more")
        for form, write in _FORMS.items():
            yield form, write(doc), truth


def _change_row(doc: Doc, truth: dict[str, Any], *, is_more: bool) -> None:
    labels = [path[-1] for path in doc.rows]
    columns = [truth["requests"]["natural_person"], *truth["requests"]["organizations"].values()]
    declined = [column["outcomes"]["declined"] for column in (*columns, truth["requests"]["total"])]
    if is_more:
        at = labels.index("5.要求行政机关确认或重新出具已获取信息") + 1
        doc.rows.insert(at, [*doc.rows[at - 1][:-1], "6.申请内容不属于政府信息"])
        doc.three.insert(at, list(FIGURES))
        for group, figure in zip(declined, FIGURES, strict=True):
            group["further"] = int(figure)
    else:
        at = labels.index("3.要求提供公开出版物")
        del doc.rows[at], doc.three[at]
        for group in declined:
            del group["published_material"]


def _pdf(doc: Doc, *, section: str = "", table: str = "") -> bytes:
    """Return a PDF with one section more: a text before the last one, or a table behind it."""
    page = Page(ruled=True, turned=False, repeated=False)
    texts = list(doc.texts.values())
    tables = [(as_html.two(doc), 0), (as_html.three_head(doc) + as_html.three_body(doc), 3), (as_html.four(doc), 3)]
    parts: list[tuple[str, list[Any]]] = list(
        zip(doc.titles, [texts[0], *([t] for t in tables), texts[1], texts[2]], strict=True)
    )
    if section:
        parts[-1] = (parts[-1][0].replace("六、", "七、"), parts[-1][1])
        parts.insert(-1, (section, ["政府信息按目录管理，随时更新。"]))
    if table:
        rows = [
            ["数据集", "无条件开放", "有条件开放", "合计"],
            ["本年新开放", "3", "2", "5"],
            ["累计开放", "4", "3", "7"],
        ]
        parts.append((table, [([[(text, 1, 1) for text in row] for row in rows], 1)]))
    for line in doc.head:
        page.text(line)
    for title, content in parts:
        page.text(title)
        for item in content:
            if isinstance(item, str):
                page.text(item)
            else:
                page.table(*item)
    return page.bytes()
