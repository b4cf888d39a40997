"""The third stranger's set: thirty-four documents in further shapes, written after the second set was read whole."""

from collections.abc import Callable, Mapping
from html import escape
from itertools import groupby
from typing import Any

from bench.strangers import lines, office, web
from bench.strangers.page import Grid, Page, facts, is_data, is_figure, once, turned

SEED = 4713


def _by_column(grid: Grid) -> str:
    """Return a listing of columns, each with its rows below."""
    columns: dict[tuple[str, ...], list[str]] = {}
    for fact in facts(grid):
        columns.setdefault(fact.column, []).append(f"  {' '.join(fact.row) or '件数'} = {fact.figure}")
    return "\n".join(line for column, rows in columns.items() for line in (f"【{'-'.join(column)}】", *rows))


def _indented(grid: Grid) -> str:
    """Return a listing whose labels stand deeper the farther inside they are, as in YAML."""
    found: list[str] = []
    before: tuple[str, ...] = ()
    for fact in facts(grid):
        path = (*fact.row, *fact.column)
        shared = 0
        while shared < min(len(path), len(before)) - 1 and path[shared] == before[shared]:
            shared += 1
        found += ["  " * depth + f"{path[depth]}:" for depth in range(shared, len(path) - 1)]
        found.append("  " * (len(path) - 1) + f"{path[-1]}: {fact.figure}")
        before = path
    return "\n".join(found)


def _bullets(grid: Grid) -> str:
    found = []
    for row, columns in groupby(facts(grid), key=lambda fact: fact.row):
        found += [f"- **{row[-1]}**"] if row else []
        found += [f"  - {' / '.join(fact.column)}: {fact.figure}" for fact in columns]
    return "\n".join(found)


def _sentences(grid: Grid) -> str:
    found = []
    for row, columns in groupby(facts(grid), key=lambda fact: fact.row):
        told = (f"{f.column[-1] if row else ' '.join(f.column)}{f.figure}件" for f in columns)
        found.append("".join(f"{label}：" for label in row[-1:]) + "，".join(told) + "。")
    return "\n".join(found)


def _total_first(grid: Grid) -> str:
    found = []
    for row, columns in groupby(facts(grid), key=lambda fact: fact.row):
        told = [f"{' '.join(f.column)}＝{f.figure}" for f in columns]
        found.append(f"{' '.join(row)}：" + "；".join(told[-1:] + told[:-1] if row else told))
    return "\n".join(found)


def _marked_up(grid: Grid) -> str:
    return "\n".join(f'<记录 行="{" ".join(f.row)}" 列="{" ".join(f.column)}">{f.figure}</记录>' for f in facts(grid))


def _tabular(grid: Grid) -> str:
    rows = "\n".join(" & ".join(row) + r" \\ \hline" for row in grid)
    return f"\\begin{{tabular}}{{{'l' * len(grid[0])}}}\n{rows}\n\\end{{tabular}}"


def _wiki_cells(grid: Grid) -> str:
    rows = ("\n".join(f"{'|' if is_figure(text) else '!'} {text}" for text in row) for row in grid)
    return '{| class="wikitable"\n' + "\n".join(f"|-\n{row}" for row in rows) + "\n|}"


def _wiki_rows(grid: Grid) -> str:
    return '{| class="wikitable"\n' + "\n".join(f"|-\n| {' || '.join(row)}" for row in grid) + "\n|}"


def _double_bars(grid: Grid) -> str:
    return "\n".join(f"|{'|'.join(row)}|" if is_data(row) else f"||{'||'.join(row)}||" for row in grid)


def _cards(grid: Grid) -> str:
    found = []
    for row, columns in groupby(facts(grid), key=lambda fact: fact.row):
        items = "".join(
            f"<div><span>{escape(f.column[-1] if row else ' '.join(f.column))}</span><span>{f.figure}</span></div>"
            for f in columns
        )
        found.append(f"<div class=card><h4>{escape(row[-1] if row else '案件')}</h4>{items}</div>")
    return f"<div class=cards>{''.join(found)}</div>"


def _details(grid: Grid) -> str:
    found = []
    for row, columns in groupby(facts(grid), key=lambda fact: fact.row):
        rows = "".join(f"<tr><th>{escape(' '.join(f.column))}</th><td>{f.figure}</td></tr>" for f in columns)
        found.append(
            f"<details open><summary>{escape('・'.join(row) or '案件')}</summary><table>{rows}</table></details>"
        )
    return "".join(found)


def _long(grid: Grid) -> str:
    rows = "".join(
        f"<tr><td>{escape(' > '.join(f.row))}</td><td>{escape(' > '.join(f.column))}</td><td>{f.figure}</td></tr>"
        for f in facts(grid)
    )
    return f"<table><tr><th>指标</th><th>分组</th><th>数量</th></tr>{rows}</table>"


def _pairs(grid: Grid, across: int) -> str:
    told = [f"<td>{escape('—'.join((*f.row, *f.column)))}</td><td>{f.figure}</td>" for f in facts(grid)]
    return (
        "<table>"
        + "".join(f"<tr>{''.join(told[n : n + across])}</tr>" for n in range(0, len(told), across))
        + "</table>"
    )


def _elements(grid: Grid, row: str, cell: str) -> str:
    rows = ("".join(f"<{cell}>{escape(text)}</{cell}>" for text in texts) for texts in grid)
    return "<div>" + "".join(f"<{row}>{texts}</{row}>" for texts in rows) + "</div>"


def _columns_side_by_side(grid: Grid) -> str:
    return f"<div style='display:flex'>{_elements(turned(grid), 'div', 'div')[5:-6]}</div>"


def _turned_page(content: Page) -> Page:
    return [(tag, inside if isinstance(inside, str) else turned(inside)) for tag, inside in content]


def _turned_word(document: Any, grid: Grid) -> None:
    rows = turned(grid)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    office.fill(table, rows)


def _paragraphs(tell: Callable[[Grid], str]) -> Callable[[Any, Grid], None]:
    def write(document: Any, grid: Grid) -> None:
        for line in tell(grid).splitlines():
            document.add_paragraph(line)

    return write


def _slashes(grid: Grid) -> str:
    return "\n".join(f"{'／'.join((*f.row, *f.column))}　{f.figure}" for f in facts(grid))


SHAPES: Mapping[str, Callable[[Page], bytes]] = {
    "text, a listing by columns": lambda page: lines.text(page, _by_column),
    "text, a listing by indents": lambda page: lines.text(page, _indented),
    "text, sentences": lambda page: lines.text(page, _sentences),
    "text, totals first, columns named": lambda page: lines.text(page, _total_first),
    "text, elements of XML": lambda page: lines.text(page, _marked_up),
    "text, a table of LaTeX": lambda page: lines.text(page, _tabular),
    "text, a table of MediaWiki, a cell a line": lambda page: lines.text(page, _wiki_cells),
    "text, a table of MediaWiki, a row a line": lambda page: lines.text(page, _wiki_rows),
    "text, headers between double bars": lambda page: lines.text(page, _double_bars),
    "text, turned round, tabs": lambda page: lines.text(
        _turned_page(page), lambda grid: "\n".join(map("\t".join, grid))
    ),
    "text, turned round, framed": lambda page: lines.text(_turned_page(page), lines.framed),
    "text, turned round, blanks": lambda page: lines.text(_turned_page(page), lines.columns_by_blanks),
    "markdown, lists in lists": lambda page: lines.text(page, _bullets, ("# ", "## ")),
    "markdown, turned round, a grid table": lambda page: lines.text(
        _turned_page(page), lines.grid_table, ("# ", "## ")
    ),
    "html, cards": lambda page: web.page(page, _cards),
    "html, a folded table for each row": lambda page: web.page(page, _details),
    "html, headers alone": lambda page: web.page(page, lambda grid: web.spanned(grid).replace("td", "th")),
    "html, a row for each figure": lambda page: web.page(page, _long),
    "html, a row for each figure, one label": lambda page: web.page(page, lambda grid: _pairs(grid, 1)),
    "html, two figures a row, one label each": lambda page: web.page(page, lambda grid: _pairs(grid, 2)),
    "html, bars in a list": lambda page: web.page(
        page, lambda grid: _elements([[" | ".join(r)] for r in grid], "ol", "li")
    ),
    "html, wide blanks in paragraphs": lambda page: web.page(
        page, lambda grid: "".join(f"<p>{'&emsp;'.join(map(escape, once(row)))}</p>" for row in grid)
    ),
    "html, columns side by side": lambda page: web.page(page, _columns_side_by_side),
    "html, elements of its own": lambda page: web.page(page, lambda grid: _elements(grid, "x-row", "x-cell")),
    "html, boxes in boxes without style": lambda page: web.page(page, lambda grid: _elements(grid, "div", "div")),
    "html, a list for each row": lambda page: web.page(page, lambda grid: _elements(grid, "ul", "li")),
    "docx, turned round": lambda page: office.word(page, _turned_word),
    "docx, a paragraph for each figure": lambda page: office.word(page, _paragraphs(_slashes)),
    "docx, paragraphs with bullets": lambda page: office.word(page, _paragraphs(_bullets)),
    "xlsx, turned round, one sheet": lambda page: office.one_sheet(_turned_page(page)),
    "bytes, bars in GB 18030": lambda page: lines.separated(page, "|", "gb18030"),
    "bytes, tabs in UTF-16": lambda page: lines.separated(page, "\t", "utf-16"),
    "bytes, turned round, commas": lambda page: lines.separated(_turned_page(page), ",", "utf-8"),
    "bytes, a row for each figure, commas": lambda page: lines.long_form(page).replace(b"\t", b","),
}
