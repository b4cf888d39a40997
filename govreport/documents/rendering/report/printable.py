"""What the print carries of a report, and the conventions that let a reader find it again.

The law of this package and of the readers is `printable(extract(render(x, format))) == printable(x)`.

HTML, Word, spreadsheet and Markdown print one thing after the other (a spreadsheet has the texts on its
first sheet and each table, under its heading, on a sheet of its own):

1. the title, one line; a report without one gets `<organ><year>年政府信息公开工作年度报告`;
2. the head, one line each, the labels being the titles of the schema: `机关名称：…`, `报告年度：2024年`, and
   where the report has them `统计期限：2024年1月1日至2024年12月31日` and `发布日期：2025年1月20日`;
3. the preamble, one line for each paragraph;
4. the six sections in order, each under its title as the schema prints it.

In the tables

- a mark is printed as it was (`printed`), or by its sign in `schema/print.json` where that is not known or would be
  read as a figure. The print shows no more of it: the mark is the one that the printed text is read as, and
  a null cell without a mark is blank;
- an amount whose unit is known is followed by 元 or 万元 in the cell; a unit without an amount is not printed;
- an undivided figure stands once in the merged cells of its group, under the labels of the form. Where every
  column of a table has one for the same rows, and their labels name that group, these rows are one row with
  the label given. Markdown has no merged cells: there `^^` says "as above" and `<<` "as to the left", in cells
  of figures only. A figure for cells of several blocks cannot be printed: its cells are blank;
- a cell with notes ends in their numbers: `22注1`; with findings, in `※1`. What a reader strips is
  `(?:[注※][0-9]+)+` at the end of a cell. In a spreadsheet number both stand, as units do, in the quoted
  part of the number format, and the cell's value is the number alone.

Every note is a line of its own at the end of its section, below the table or the text:
`注1（<the place, as form.naming.place names it>）：<text>`. Findings are lines that begin with `※`. A line
`“？”：…` below a table only explains a sign.

In a spreadsheet a paragraph is indented by two ideographic spaces, as on paper; one too long for a row goes on in
the next, whose text begins with U+2060. Markdown escapes punctuation with a backslash. CSV has a row for each place,
found by its `pointer`; see `csv.py` of this package.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from govreport.documents.rendering.report.merging import drawable, innermost, labels_as_printed
from govreport.documents.text import tidy
from govreport.documents.wording.cells import read_cell
from govreport.documents.wording.signs import PHRASES, SIGNS
from govreport.form.layout import Layout, Node
from govreport.form.roles import unit_of
from govreport.model.codec import structure
from govreport.model.registry import Report
from govreport.model.sheets import sheet_of
from govreport.rules.sheet import Sheet

_SPACE = re.compile(r"\s+")
# What XML and HTML cannot hold: control characters but tab and line feed, lone surrogates, noncharacters.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(report: Report) -> Report:
    """Return the report reduced to what its print carries, written in one way only.

    Title, organ name, year, preamble, sections, tables, marks, undivided figures and notes are kept;
    white space is single spaces, paragraphs without words are left out, every cell that is printed
    without a figure has a mark, and every list is in the order of print.
    """
    sheet = sheet_of(report)
    layout, members = sheet.layout, sheet.members
    kept: dict[str, Any] = {
        "layout": report.layout,
        "year": report.year,
        "organ": {"name": one_line(report.organ.name)},
    }
    kept["title"] = one_line(title_of(layout, members))
    for node in layout.root.children:
        if node.axis:
            kept[node.name] = _table(node, members[node.name])
        elif node.is_section:
            text = "\n".join(paragraphs(members.get(node.name, "")))
            if text or node.required:
                kept[node.name] = text
    kept["marks"] = list(_marks(sheet))
    kept["undivided"] = [
        {"pointer": innermost(group, sheet), "value": sheet.undivided[group], "label": one_line(label)}
        for group, label in sorted(labels_as_printed(sheet).items(), key=lambda entry: layout.order(entry[0]))
    ]
    kept["notes"] = [{"pointer": pointer, "text": text} for pointer, text in notes_in_order(layout, members)]
    reduced: Report = structure({name: value for name, value in kept.items() if value != []})
    return reduced


def title_of(layout: Layout, members: Mapping[str, Any]) -> str:
    """Return the title that is printed: the report's own, or else the usual one."""
    if members.get("title"):
        return str(members["title"])
    return PHRASES["title"].format(organ=members["organ"]["name"], year=members["year"], form=layout.root.title)


def marks_as_printed(sheet: Sheet) -> Mapping[str, tuple[str, str]]:
    """Return (mark, what is printed) for every cell that is printed without a figure of its own or of a group."""
    # Of two marks on one cell, which is a finding, the first counts.
    given = {entry["pointer"]: entry for entry in reversed(sheet.members.get("marks", ()))}
    shown = drawable(sheet)
    covered = {cell for cell, group in sheet.covered.items() if group in shown}
    found = {}
    for cell, figure in sheet.figures.items():
        if figure is None and cell not in covered:
            entry = given.get(cell, {"mark": "blank"})
            printed = read_cell(one_line(entry.get("printed", "")), sheet.layout.cells[cell].kind)
            if not printed.text or printed.mark is None:
                found[cell] = (entry["mark"], SIGNS[entry["mark"]])
            else:
                found[cell] = (printed.mark, printed.text)
    return found


def notes_in_order(layout: Layout, members: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return (pointer, text) of every note that says something, each once, in the order of print."""
    notes = dict.fromkeys((entry["pointer"], one_line(entry["text"])) for entry in members.get("notes", ()))
    return sorted((note for note in notes if note[1]), key=lambda note: layout.order(note[0]))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text that say something, without the space around them."""
    return [line for line in map(one_line, clean(text).split("\n")) if line]


def one_line(text: str) -> str:
    """Return a text as one line with single spaces."""
    return tidy(_SPACE.sub(" ", clean(text)))


def clean(text: str) -> str:
    """Return a text with each character that cannot be printed replaced by U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _table(node: Node, members: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table with its figures; the unit of an amount is printed only behind the amount."""
    kept: dict[str, Any] = {}
    amounts = {unit.pointer: cell.name for cell in node.children if (unit := unit_of(cell)) is not None}
    for child in node.children:
        if child.children:
            kept[child.name] = _table(child, members[child.name])
        elif child.is_cell or members.get(amounts.get(child.pointer, "")) is not None:
            if child.name in members:
                kept[child.name] = members[child.name]
        elif child.required:
            kept[child.name] = None
    return kept


def _marks(sheet: Sheet) -> Iterator[Mapping[str, str]]:
    for cell, (mark, printed) in marks_as_printed(sheet).items():
        yield {"pointer": cell, "mark": mark, **({"printed": printed} if printed else {})}
