"""Plain texts and texts with marks of the second set."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any
from unicodedata import east_asian_width

from bench.strangers.page import Grid, Page, Row, facts, is_data, once


def text(content: Page, table: Callable[[Grid], str], signs: tuple[str, str] = ("", "")) -> bytes:
    """Return a text whose tables `table` writes, with signs before the title and before the headings."""
    opening = dict(zip(("h1", "h2"), signs, strict=True))
    pieces = (
        opening.get(tag, "") + inside if isinstance(inside, str) else f"\n{table(inside)}\n" for tag, inside in content
    )
    return "\n".join(pieces).encode()


def _width(word: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in word)


def _padded(word: str, width: int) -> str:
    return word + " " * (width - _width(word))


def _widths(grid: Grid) -> list[int]:
    return [max(map(_width, column)) for column in zip(*grid, strict=True)]


def framed(grid: Grid) -> str:
    """Return a table with a frame of box drawing."""
    widths = _widths(grid)

    def rule(left: str, middle: str, right: str) -> str:
        return left + middle.join("─" * (width + 2) for width in widths) + right

    rows = ["│" + "│".join(f" {_padded(t, w)} " for t, w in zip(row, widths, strict=True)) + "│" for row in grid]
    body = f"\n{rule('├', '┼', '┤')}\n".join(rows)
    return f"{rule('┌', '┬', '┐')}\n{body}\n{rule('└', '┴', '┘')}"


def grid_table(grid: Grid) -> str:
    """Return a grid table of reStructuredText and Pandoc, labels of two words broken into lines."""
    lines = [[[t[:12], t[12:]] if len(t) > 12 else [t, ""] for t in row] for row in grid]
    widths = _widths([[piece[n] for piece in row] for row in lines for n in (0, 1)])
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    found = [rule]
    for row, after in zip(lines, [*grid[1:], grid[-1]], strict=True):
        for n in (0, 1):
            if n == 0 or any(piece[1] for piece in row):
                found.append("|" + "|".join(f" {_padded(p[n], w)} " for p, w in zip(row, widths, strict=True)) + "|")
        is_header = not any(piece[0].isdigit() for piece in row) and is_data(after)
        found.append(rule.replace("-", "=") if is_header else rule)
    return "\n".join(found)


def simple_table(grid: Grid) -> str:
    """Return a simple table of reStructuredText."""
    widths = _widths(grid)
    rule = "  ".join("=" * width for width in widths)
    rows = ["  ".join(_padded(t or "\\", w) for t, w in zip(row, widths, strict=True)).rstrip() for row in grid]
    header = next(n for n, row in enumerate(grid) if is_data(row))
    return "\n".join([rule, *rows[:header], rule, *rows[header:], rule])


def org_table(grid: Grid) -> str:
    """Return a table of Org mode."""
    rule = "|" + "+".join("---" for _ in grid[0]) + "|"
    rows = [f"| {' | '.join(row)} |" for row in grid]
    header = next(n for n, row in enumerate(grid) if is_data(row))
    return "\n".join([*rows[:header], rule, *rows[header:]])


def ragged(grid: Grid) -> str:
    """Return rows whose labels stand once, three blanks between all."""
    return "\n".join("   ".join(once(row)) for row in grid)


def columns_by_blanks(grid: Grid) -> str:
    """Return rows whose columns stand under each other, labels once."""
    rows = [[t if x == 0 or t != row[x - 1] or t.isdigit() else "" for x, t in enumerate(row)] for row in grid]
    widths = _widths(rows)
    return "\n".join("  ".join(_padded(t, w) for t, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def paths(grid: Grid) -> str:
    """Return a line for each figure: all its labels, then the figure."""
    return "\n".join(f"{'/'.join((*fact.row, *fact.column))}：{fact.figure}" for fact in facts(grid))


def spoken(grid: Grid) -> str:
    """Return a line for each row: its labels, then each column with its figure."""
    rows: dict[str, list[str]] = {}
    for fact in facts(grid):
        rows.setdefault("—".join(fact.row or fact.column[:-1]), []).append(f"{fact.column[-1]} {fact.figure}")
    return "\n".join(f"{label}：{'；'.join(figures)}。" for label, figures in rows.items())


def listing(grid: Grid) -> str:
    """Return a listing of names and values in braces."""
    tree: dict[str, Any] = {}
    for fact in facts(grid):
        inner = tree
        *outer, last = (*fact.row, *fact.column)
        for label in outer:
            inner = inner.setdefault(label, {})
        inner[last] = int(fact.figure) if fact.figure.isdigit() else fact.figure
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _long(content: Page) -> Iterator[Row]:
    yield ["章节", "行", "列", "数值"]
    section = ""
    for tag, inside in content:
        if isinstance(inside, str):
            section = inside if tag == "h2" else section
            yield [inside]
        else:
            for fact in facts(inside):
                yield [section, " ".join(fact.row), " ".join(fact.column), fact.figure]


def long_form(content: Page) -> bytes:
    """Return a row for each figure, tabs between."""
    return "\n".join("\t".join(row) for row in _long(content)).encode()


def separated(content: Page, sign: str, encoding: str) -> bytes:
    """Return rows with a sign between, all as wide as the widest."""
    target = io.StringIO()
    width = max(len(inside[0]) for _, inside in content if not isinstance(inside, str))
    rows = [row for _, inside in content for row in ([[inside]] if isinstance(inside, str) else inside)]
    csv.writer(target, delimiter=sign).writerows(row + [""] * (width - len(row)) for row in rows)
    return target.getvalue().encode(encoding)
