"""A report before it is printed: what it says, how each figure is printed, and what is true of it."""

import random
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.documents.variations import as_html, drawn
from tests.documents.variations.as_html import Cells
from tests.documents.variations.source import APPLICANTS, NOTE, RESULTS, TITLES, Doc

from . import places, wording

SECTIONS = ("overview", "proactive_disclosure", "requests", "disputes", "problems_and_improvements", "other_matters")
TEXTS = ("overview", "problems_and_improvements", "other_matters")
FIRST = "/requests/natural_person"


@dataclass
class Paragraph:
    """A line of running text."""

    text: str


@dataclass
class Heading:
    """The title of a section."""

    text: str


@dataclass
class Grid:
    """A table: boxes with their spans, the first rows of which are its header."""

    name: str
    rows: list[Cells]
    head: int


Item = Paragraph | Heading | Grid


@dataclass
class ExtraRow:
    """A row that the form does not have, printed behind (or in place of) the row with a label."""

    behind: str
    labels: list[str]
    figures: list[str]
    instead: bool = False


@dataclass
class Report:
    """What a document is made of. Changes mutate it; `truth` tells what a reader should find in it."""

    layout: str
    year: int
    organ: places.Organ
    drawn: drawn.Drawn
    title: str
    opening: list[str]
    texts: dict[str, list[str]]
    titles: dict[str, str | None]
    published: str | None = None
    dateline: str | None = None
    url: str | None = None
    signature: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # a label of the form -> what is printed for it
    extra_rows: list[ExtraRow] = field(default_factory=list)
    lost_rows: set[str] = field(default_factory=set)
    merged_rows: set[str] = field(default_factory=set)  # rows printed as one, under the label of their group
    unit: str | None = None
    said: dict[str, Any] = field(default_factory=dict)  # members of which the document says otherwise, or nothing
    must: list[tuple[str, str]] = field(default_factory=list)

    def set(self, pointer: str, value: int | Decimal, printed: str | None = None) -> None:
        """Let a cell hold a figure, and print it."""
        self.drawn.values[pointer] = value
        self.drawn.printed[pointer] = str(value) if printed is None else printed

    def figure(self, pointer: str) -> int:
        """Return the figure of a cell."""
        value = self.drawn.values[pointer]
        assert isinstance(value, int | Decimal), pointer
        return int(value)

    def doc(self) -> Doc:
        """Return the report in the form of the older writers; sections and lines that they do not know are left out."""
        doc = self.drawn.doc()
        doc.head = [self.title, *([self.dateline] if self.dateline else []), *self.opening]
        doc.titles = [self.titles[name] or TITLES[n] for n, name in enumerate(SECTIONS)]
        doc.texts = {name: self.texts[name] for name in TEXTS}
        kept = [n for n, path in enumerate(doc.rows) if path[-1] not in self.lost_rows]
        doc.rows, doc.three = [doc.rows[n] for n in kept], [doc.three[n] for n in kept]
        for block, (_, _, labels) in zip(doc.two, doc.blocks, strict=True):
            kept = [n for n, label in enumerate(labels) if label not in self.lost_rows]
            block[:], labels[:] = [block[n] for n in kept], [labels[n] for n in kept]
        for row in self.extra_rows:
            self._insert(doc, row)
        doc.rows = [path[:-1] if path[-1] in self.merged_rows else path for path in doc.rows]
        doc.rows = [[self._printed(label) for label in path] for path in doc.rows]
        doc.blocks = [
            (self._printed(caption), [self._printed(c) for c in columns], [self._printed(r) for r in rows])
            for caption, columns, rows in doc.blocks
        ]
        doc.applicants = [self._printed(label) for label in APPLICANTS]
        doc.results = [self._printed(label) for label in RESULTS]
        doc.note = self._printed(NOTE)
        return doc

    def _printed(self, label: str) -> str:
        return self.labels.get(label, label)

    def _insert(self, doc: Doc, row: ExtraRow) -> None:
        for (_, _, labels), block in zip(doc.blocks, doc.two, strict=True):
            if row.behind in labels:
                at = labels.index(row.behind) + (0 if row.instead else 1)
                end = at + (1 if row.instead else 0)
                labels[at:end], block[at:end] = row.labels, [row.figures]
                return
        at = next(n for n, path in enumerate(doc.rows) if path[-1] == row.behind) + 1
        doc.rows.insert(at, row.labels)
        doc.three.insert(at, row.figures)

    def flow(self) -> list[Item]:
        """Return the whole report in the order of print; sections without a title are left out."""
        doc = self.doc()
        grids = {
            "proactive_disclosure": Grid("two", two(doc), 0),
            "requests": Grid("three", as_html.three_head(doc) + as_html.three_body(doc), 3),
            "disputes": Grid("four", as_html.four(doc), 3),
        }
        items: list[Item] = [Paragraph(text) for text in (self.title, self.dateline, *self.opening) if text]
        for name in SECTIONS:
            title = self.titles[name]
            if title is None:
                continue
            items.append(Heading(title))
            items += [grids[name]] if name in grids else [Paragraph(text) for text in self.texts[name]]
        return items + [Paragraph(text) for text in self.signature]

    def _signed(self) -> str | None:
        """Return the day of the signature, which counts where no day of publication is printed."""
        day = re.fullmatch(r"(\d+)年(\d+)月(\d+)日", self.signature[-1]) if self.signature else None
        return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day else None

    def truth(self) -> dict[str, Any]:
        """Return what is true of the document, as JSON values: cells, marks, identity, and what must be found."""
        value = self.drawn.truth()
        value |= {"organ": {"name": self.organ.name, "kind": self.organ.kind, "level": self.organ.level}}
        value |= {
            "title": self.title,
            "year": self.year,
            "published": self.published or self._signed(),
            "url": self.url,
            "unit": self.unit,
        }
        value |= {name: "\n".join(self.texts[name]) if self.titles[name] else None for name in TEXTS}
        value |= self.said
        value["extra_rows"] = [row.labels[-1] for row in self.extra_rows]
        value["must"] = [list(entry) for entry in self.must]
        return value


def two(doc: Doc) -> list[Cells]:
    """Return table two; a block may have lost all its rows."""
    rows: list[Cells] = []
    for (caption, columns, labels), figures in zip(doc.blocks, doc.two, strict=True):
        span = 3 // len(columns)
        rows += [[(caption, 1, 4)], [("信息内容", 1, 1), *((c, 1, span) for c in columns)]]
        for label, line in zip(labels, figures, strict=True):
            rows.append([(label, 1, 1), *((text, 1, span) for text in line)])
    return rows


def draw(
    choose: random.Random, layout: str | None = None, *, organ: places.Organ | None = None, year: int | None = None
) -> Report:
    """Return a clean report: every sum right, in time, its words agreeing with its tables."""
    layout = layout or choose.choice(("2019", "2021", "2021", "2021"))
    year = year or (choose.randint(2019, 2020) if layout == "2019" else choose.randint(2021, 2025))
    organ = organ or places.draw(choose)
    cells = drawn.draw(choose.randrange(10**9), layout, most=organ.most, density=organ.density)
    cells.year = year
    title = choose.choice(
        (
            f"{organ.name}{year}年政府信息公开工作年度报告",
            f"{organ.name}{year}年度政府信息公开工作年度报告",
            f"{year}年{organ.name}政府信息公开工作年度报告",
        )
    )
    report = Report(
        layout=layout,
        year=year,
        organ=organ,
        drawn=cells,
        title=title,
        opening=wording.opening(organ.name, year, choose),
        texts={},
        titles=dict(zip(SECTIONS, TITLES, strict=True)),
    )
    _restrain(report, choose)
    report.texts = {
        "overview": wording.overview(year, cells.values, choose),
        "problems_and_improvements": wording.improvements(choose),
        "other_matters": wording.others(year, choose),
    }
    day = f"{year + 1}-01-{choose.randint(8, 30):02}"
    if choose.randrange(2):
        report.published = day
        form = choose.choice(("发布日期：{}", "发布时间：{} 10:21", "发布日期：{} 来源：办公室 浏览次数：128"))
        report.dateline = form.format(day)
    if choose.randrange(3) == 0:
        report.signature = [organ.name, f"{year + 1}年1月{int(day[-2:])}日"]
    return report


def _restrain(report: Report, choose: random.Random) -> None:
    """Bodies without the power to make 规章 print 0 or "/"; and no more is issued than is in force."""
    documents = "/proactive_disclosure/documents"
    rules = [p for p in report.drawn.values if p.startswith(f"{documents}/government_rules/")]
    if not report.organ.makes_rules:
        sign = choose.choice(("0", "0", "/", "—"))
        for pointer in rules:
            if sign == "0":
                report.set(pointer, 0)
            else:
                report.drawn.values[pointer], report.drawn.printed[pointer] = drawn.MARKS[sign], sign
    for document in ("government_rules", "normative_documents"):
        stock = f"{documents}/{document}/in_force"
        issued = report.drawn.values.get(f"{documents}/{document}/issued")
        if isinstance(issued, int) and stock in report.drawn.values:
            report.set(stock, report.figure(stock) + issued)
    for pointer in report.drawn.values:
        if pointer.endswith("/amount") and choose.randrange(2):
            report.set(pointer, 0)
    if report.layout == "2021" and report.figure("/requests/total/outcomes/other/fee_overdue"):
        # What is printed there asks for words in section six; a change plants that, a clean report has it not.
        _clear(report, "outcomes/other/fee_overdue")


def _clear(report: Report, row: str) -> None:
    """Let a row of table three hold 0, and its column keep its sums: what it held goes to 3.其他."""
    for column in columns(report):
        other, gone = f"{column}/outcomes/other/other", f"{column}/{row}"
        report.set(other, report.figure(other) + report.figure(gone))
        report.set(gone, 0)


def columns(report: Report) -> list[str]:
    """Return the pointers of the seven columns of table three, 总计 last."""
    return [
        p.removesuffix("/received")
        for p in report.drawn.labels
        if p.startswith("/requests/") and p.endswith("/received")
    ]
