"""The page about the formats of files: which are read and written, and what the columns of tables hold."""

import tomllib
from collections.abc import Iterable, Iterator
from html import escape

from govreport import formats, resources
from govreport.corpus import table
from govreport.documents import rendering
from govreport.documents.rendering.report import csv
from govreport.form.layout import load_layout
from govreport.kinds import KINDS
from tools.site.including import ROOT
from tools.site.markup import code, grid
from tools.site.members import called
from tools.site.words import say


def page(language: str) -> str:
    """Return the page."""
    newest = resources.layouts()[-1]
    blocks = [f"# {say('title-formats', language)}", say("formats-lead", language)]
    headings = [say(key, language) for key in ("format", "suffixes", "reads", "writes", "needs")]
    blocks.append(grid(headings, _formats(language), say("formats-all", language)))
    blocks.append(say("formats-unread", language, suffixes=_codes(formats.UNREADABLE_SUFFIXES)))
    blocks.append(f"## {say('columns-table', language)} {{ #table }}")
    blocks.append(say("columns-table-lead", language, cells=len(load_layout(newest).cells), layout=newest))
    columns = [say(key, language) for key in ("column", "meaning")]
    blocks.append(grid(columns, _leading(newest, language), say("columns-table", language)))
    blocks.append(f"## {say('columns-render', language)} {{ #render }}")
    blocks.append(say("columns-render-lead", language))
    tidy = ((code(name), say(f"column-{name}", language)) for name in (*csv.COLUMNS, csv.FINDINGS))
    blocks.append(grid(columns, tidy, say("columns-render", language)))
    blocks.append(say("columns-apostrophe", language))
    return "\n\n".join(blocks)


def _formats(language: str) -> Iterator[tuple[str, ...]]:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    yes, no, never = say("yes", language), say("no", language), "–"
    yield "JSON", _codes(formats.DOCUMENT_SUFFIXES), yes, yes, never
    yield "NDJSON", _codes(formats.LINES_SUFFIXES), yes, yes, never
    for name in formats.FORMATS:
        suffixes = [suffix for suffix, format_ in formats.SUFFIXES.items() if format_ == name]
        written = [suffix for suffix in suffixes if suffix[1:] in rendering.FORMATS]
        by_all = all(any(suffix[1:] in kind.writers for suffix in written) for kind in KINDS if kind.writers)
        writes = (yes if by_all else say("reports-alone", language)) if written else no
        extra = code(f"[{name}]") if name in extras else never
        yield say(f"format-{name}", language), _codes(suffixes), yes, writes, extra


def _leading(layout: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of the flat table, its cells and groups as one example each."""
    form = load_layout(layout)
    nodes = {pointer[1:].replace("/", "."): node for pointer, node in form.nodes.items()}
    names = table.header(layout)
    cells = [name for name in names if name in nodes and nodes[name].is_cell]
    groups = [name for name in names if name in nodes and nodes[name].children]
    for name in names:
        if name in (table.PATH, table.UNDIVIDED):
            yield code(name), say(f"column-flat-{name}", language)
        elif name == cells[0]:
            yield f"{code(cells[0])} …", say("column-flat-cell", language)
            # Only a table of conversion that splits cells gives groups a column.
            yield from ((f"{code(name)} …", say("column-flat-group", language)) for name in groups[:1])
        elif name not in cells and name not in groups:
            node = nodes[name]
            yield code(name), escape(called(node, language) if node.title else node.definition[language])


def _codes(texts: Iterable[str]) -> str:
    return " ".join(map(code, texts))
