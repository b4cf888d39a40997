"""Reports as text: the many layouts in which copied, converted and collected text is found."""

import random
import re
from collections.abc import Callable, Sequence

from tests.documents.variations.as_html import Cells
from tests.documents.variations.as_text import matrix

from ..report import Grid, Heading, Item, Paragraph, Report
from .kinds import Shape

Lines = Callable[[Grid], list[str]]


def written(report: Report, draw: Lines, between: str = "\n") -> str:
    """Return the report with each table drawn as lines."""
    lines = list(report.before)
    for item in report.flow():
        lines += draw(item) if isinstance(item, Grid) else [item.text]
    return between.join(lines) + "\n"


def texts(rows: list[Cells]) -> list[list[str]]:
    """Return the texts of boxes, row by row."""
    return [[text for text, _, _ in row] for row in rows]


def is_figure(text: str) -> bool:
    """The text of a box is a figure or a mark, not a label."""
    return re.fullmatch(r"[-\d.,０-９．，/—－]+[件元]?|无|不适用|", text) is not None


def cell_a_line(grid: Grid) -> list[str]:
    """One box on each line."""
    return [text for row in texts(grid.rows) for text in row]


def cell_a_line_bar(grid: Grid) -> list[str]:
    """One box on each line, each closed by a bar; what a span covers leaves bars behind."""
    lines: list[str] = []
    for row in texts(grid.rows):
        lines += [f"{text} |" for text in row]
        if len(row) == 1:
            lines.append("|||")
    return lines


def bars_alone(grid: Grid) -> list[str]:
    """One box on each line, and a bar on a line of its own behind each."""
    return [line for row in texts(grid.rows) for text in row for line in (text, "|")]


def barred(grid: Grid) -> list[str]:
    """A row on each line, bars between boxes and at the end."""
    return [" | ".join(row) + " |" for row in texts(grid.rows)]


def barred_both_sides(grid: Grid) -> list[str]:
    """A row on each line, bars on both sides, no line below the header."""
    return [f"| {' | '.join(row)} |" for row in texts(grid.rows)]


def tabbed_ragged(grid: Grid) -> list[str]:
    """A row on each line, tabs between boxes, what a span covers left out."""
    return ["\t".join(row) for row in texts(grid.rows)]


def spaced(grid: Grid) -> list[str]:
    """A row on each line, one blank between boxes."""
    return [" ".join(row) for row in texts(grid.rows)]


def raw(grid: Grid) -> list[str]:
    """Text taken out of a PDF without its layout: labels broken into short lines, then the figures of the row."""
    lines: list[str] = []
    for row in texts(grid.rows):
        labels = [text for text in row if not is_figure(text)]
        figures = " ".join(text for text in row if is_figure(text))
        for label in labels:
            lines += [label[n : n + 11] for n in range(0, len(label), 11)]
        if figures and lines and labels and len(labels[-1]) <= 11:
            lines[-1] += f" {figures}"
        elif figures:
            lines.append(figures)
    return lines


def glued(grid: Grid) -> list[str]:
    """A row on each line, nothing between boxes."""
    return ["    " + "".join(row) for row in texts(grid.rows)]


def glued_whole(grid: Grid) -> list[str]:
    """A whole table in one line, nothing between boxes."""
    return ["".join("".join(row) for row in texts(grid.rows))]


def labels_over_lines(grid: Grid) -> list[str]:
    """Bars between boxes; a long label goes on on the next line."""
    lines = []
    for row in texts(grid.rows):
        broken = [f"{text[:9]}\n{text[9:]}" if len(text) > 12 and not is_figure(text) else text for text in row]
        lines += (" | ".join(broken) + " |").split("\n")
    return lines


def label_then_figures(grid: Grid) -> list[str]:
    """The label of a row on one line, its figures on the next, parted by blanks."""
    lines = []
    for row in texts(grid.rows):
        labels = [text for text in row if not is_figure(text)]
        figures = [text for text in row if is_figure(text)]
        lines += [*labels, *([" ".join(figures)] if figures else [])]
    return lines


def four_below(grid: Grid) -> list[str]:
    """Table four as three small tables one below the other; the other tables with bars."""
    if grid.name != "four":
        return barred(grid)
    names, figures = [text for text, _, _ in grid.rows[1][:5]], [text for text, _, _ in grid.rows[3]]
    kinds = ("行政复议", "行政诉讼 | 未经复议直接起诉", "行政诉讼 | 复议后起诉")
    lines = []
    for number, kind in enumerate(kinds):
        lines += [f"{kind} |", " | ".join(names) + " |", " | ".join(figures[5 * number : 5 * number + 5]) + " |"]
    return lines


def comma_separated(grid: Grid) -> list[str]:
    """A row on each line, commas between boxes, as a spreadsheet saves it; slots under spans are empty."""
    return [",".join(map(_quoted, row)) for row in matrix(grid.rows)]


def comma_ragged(grid: Grid) -> list[str]:
    """A row on each line, commas between boxes, what a span covers left out."""
    return [",".join(map(_quoted, row)) for row in texts(grid.rows)]


def _quoted(text: str) -> str:
    return f'"{text}"' if "," in text else text


def titles_swallowed(items: Sequence[Item]) -> list[str]:
    """The line before a table's title has swallowed it: a paragraph that ends with 二、主动公开政府信息情况."""
    lines: list[str] = []
    for item in items:
        if isinstance(item, Grid):
            lines += barred(item)
        elif isinstance(item, Heading) and lines and "|" not in lines[-1]:
            lines[-1] += item.text
        else:
            lines.append(item.text)
    return lines


def titles_in_one_line(items: Sequence[Item]) -> list[str]:
    """Everything that is no table runs together in long lines, titles and sentences alike."""
    lines: list[str] = [""]
    for item in items:
        if isinstance(item, Grid):
            lines += [*barred(item), ""]
        else:
            lines[-1] += (" " if isinstance(item, Heading) else "") + item.text
    return lines


def contents_first(items: Sequence[Item]) -> list[str]:
    """A table of contents in one line above the report."""
    titles = [item.text for item in items if isinstance(item, Heading)]
    lines: list[str] = []
    for item in items:
        lines += barred(item) if isinstance(item, Grid) else [item.text]
    return [lines[0], "目录 " + " ".join(titles), *lines[1:]]


def markdown(report: Report, *, heads: bool, titles: bool) -> str:
    """Return the report as Markdown: with a line below each header, or pipes alone under a title for each table."""
    lines = list(report.before)
    section = ""
    for item in report.flow():
        if isinstance(item, Paragraph):
            lines += [item.text if lines else f"# {item.text}", ""]
        elif isinstance(item, Heading):
            section = item.text
            lines += [f"## {item.text}" if not titles else item.text, ""]
        else:
            if titles:
                lines.append(f"## 表：{section.partition('、')[2]}")
            width = max(sum(w for _, _, w in row) for row in item.rows)
            drawn = [
                [box for text, _, w in row for box in (text, *[""] * (w - 1 if heads else 0))] for row in item.rows
            ]
            rows = [f"| {' | '.join(row)} |" for row in drawn]
            lines += [*rows[:1], "|" + " --- |" * width, *rows[1:], ""] if heads else [*rows, ""]
    return "\n".join(lines) + "\n"


def _lines(name: str, draw: Lines, between: str = "\n", encoding: str = "utf-8", suffix: str = "txt") -> Shape:
    return Shape(
        name=f"text-{name}",
        write=lambda report, _: written(report, draw, between).encode(encoding, "replace"),
        suffix=suffix,
    )


def _joined(name: str, join: Callable[[Sequence[Item]], list[str]]) -> Shape:
    def write(report: Report, _: random.Random) -> bytes:
        return "\n".join([*report.before, *join(report.flow())]).encode()

    return Shape(name=f"text-{name}", write=write, suffix="txt")


SHAPES = (
    _lines("cell-a-line", cell_a_line),
    _lines("cell-a-line-apart", cell_a_line, "\n\n"),
    _lines("cell-a-line-bar", cell_a_line_bar),
    _lines("bars-alone", bars_alone),
    _lines("barred", barred),
    _lines("barred-gb18030", barred, encoding="gb18030"),
    _lines("barred-both-sides", barred_both_sides),
    _lines("tabbed-ragged", tabbed_ragged),
    _lines("spaced", spaced),
    _lines("raw", raw),
    _lines("glued", glued),
    _lines("glued-whole", glued_whole),
    _lines("labels-over-lines", labels_over_lines),
    _lines("label-then-figures", label_then_figures),
    _lines("four-below", four_below),
    _joined("titles-swallowed", titles_swallowed),
    _joined("titles-in-one-line", titles_in_one_line),
    _joined("contents-first", contents_first),
    _lines("commas", comma_separated, suffix="csv"),
    _lines("commas-ragged", comma_ragged, suffix="csv"),
    _lines("commas-gb18030", comma_separated, encoding="gb18030", suffix="csv"),
    Shape(
        name="markdown-tables",
        write=lambda report, _: markdown(report, heads=True, titles=False).encode(),
        suffix="md",
    ),
    Shape(
        name="markdown-pipes-alone",
        write=lambda report, _: markdown(report, heads=False, titles=True).encode(),
        suffix="md",
    ),
)
