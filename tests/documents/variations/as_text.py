"""The report as plain text and Markdown. Does not import the library."""

from unicodedata import east_asian_width

from .as_html import four, three_body, three_head, two
from .as_office import placed
from .source import Doc


def whole(doc: Doc, tables: list[list[str]], between: str = "\n") -> str:
    """Return texts and tables in the order of the form."""
    texts = list(doc.texts.values())
    lines = list(doc.head)
    for title, content in zip(doc.titles, [texts[0], *tables, texts[1], texts[2]], strict=True):
        lines += [title, *content]
    return between.join(lines) + "\n"


def matrix(rows: list[list[tuple[str, int, int]]]) -> list[list[str]]:
    """Return rows of boxes as a rectangle of texts; what a span covers is empty."""
    boxes = placed(rows)
    width = max(x + w for _, x, _, w, _ in boxes)
    slots = [[""] * width for _ in rows]
    for y, x, _, _, text in boxes:
        slots[y][x] = text
    return slots


def tables(doc: Doc) -> list[list[list[str]]]:
    """Return the three tables as rectangles."""
    return [matrix(two(doc)), matrix(three_head(doc) + three_body(doc)), matrix(four(doc))]


def markdown(doc: Doc) -> str:
    """Return the report with tables of bars."""
    drawn = []
    for table in tables(doc):
        lines = [f"| {' | '.join(row)} |" for row in table]
        drawn.append(["", lines[0], "|" + "---|" * len(table[0]), *lines[1:], ""])
    texts = list(doc.texts.values())
    content: list[str] = [f"# {doc.head[0]}", *doc.head[1:]]
    for title, part in zip(doc.titles, [texts[0], *drawn, texts[1], texts[2]], strict=True):
        content.append(f"## {title}")
        content += ["\n".join(part)] if part and part[0] == "" else part
    return "\n\n".join(content) + "\n"


def tabbed(doc: Doc) -> str:
    """Return the report as copied from a page: rows with tabs."""
    return whole(doc, [["\t".join(row) for row in table] for table in tables(doc)])


def barred(doc: Doc) -> str:
    """Return the report with bars between boxes, those under a span left out."""
    drawn = [[" | ".join(text for text, _, _ in row) + " |" for row in rows] for rows in _rows(doc)]
    return whole(doc, drawn)


def one_by_one(doc: Doc) -> str:
    """Return the report with one label or figure on each line."""
    return whole(doc, [[text for row in rows for text, _, _ in row if text] for rows in _rows(doc)])


def in_lines(doc: Doc, wrap: int = 12) -> str:
    """Return the report as text taken out of a PDF: labels broken into lines, figures after them."""
    drawn = []
    for rows in _rows(doc):
        lines: list[str] = []
        for row in rows:
            figures: list[str] = []
            for text, _, _ in row:
                if text.replace(".", "").isdigit() or text.startswith("—"):
                    figures.append(text)
                else:
                    lines += [text[n : n + wrap] for n in range(0, len(text), wrap)]
            lines += [" ".join(figures)] if figures else []
        drawn.append(lines)
    return whole(doc, drawn, "\n\n")


def laid_out(doc: Doc) -> str:
    """Return the report as a page laid out with blanks; the label of a row may be broken around its figures."""
    drawn = []
    for table in tables(doc):
        left = 44 if len(table[0]) < 15 else 2
        step = 14
        lines = []
        for row in table:
            labels = [t for t in row if t and not _is_figure(t)]
            figures = [(x, t) for x, t in enumerate(row) if _is_figure(t)]
            if not figures and len(labels) > 1:
                # A line of column labels, each in the middle of its column.
                start = len(row) - 7 if len(row) == 10 else 0
                line = ""
                for x, text in enumerate(row):
                    if text:
                        place = left + (x - start) * step - _width(text) // 2 if x >= start else 0
                        line += " " * max(2 if line else 0, place - _width(line)) + text
                lines.append(line)
                continue
            label = labels[-1] if labels else ""
            first, rest = label[:18], label[18:]
            line = first
            start = len(row) - (7 if len(row) == 10 else len(row) - (1 if len(row) < 15 else 0))
            for x, text in figures:
                line += " " * max(2, left + (x - start) * step - _width(line)) + text
            lines += [line] if not rest else [line, rest]
        drawn.append(lines)
    return whole(doc, drawn)


def _rows(doc: Doc) -> list[list[list[tuple[str, int, int]]]]:
    return [two(doc), three_head(doc) + three_body(doc), four(doc)]


def _is_figure(text: str) -> bool:
    return text.replace(".", "").isdigit() or text.startswith("—")


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
