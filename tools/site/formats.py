"""The page about the formats of files: which are read and written, and what the columns of tables hold."""

import tomllib
from collections.abc import Iterable, Iterator
from html import escape

from govreport import formats, resources
from govreport.corpus.columns import SHAPES, Column, Shape, columns
from govreport.documents import rendering
from govreport.documents.rendering.report import csv
from govreport.form.layout import load_layout
from govreport.kinds import KINDS
from govreport.messages import word
from tools.site.including import ROOT
from tools.site.markup import code, grid
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
    headings = [say(key, language) for key in ("column", "meaning")]
    blocks.append(grid(headings, _wide(newest, language), say("columns-table", language)))
    for shape in SHAPES[1:]:
        blocks.append(say(f"columns-{shape}", language))
        named = resources.read("table.json")["shapes"][shape]["title"][language]
        blocks.append(grid(headings, _further(shape, newest, language), named))
    blocks.append(f"## {say('columns-render', language)} {{ #render }}")
    blocks.append(say("columns-render-lead", language))
    tidy = ((code(name), say(f"column-{name}", language)) for name in (*csv.COLUMNS, csv.FINDINGS))
    blocks.append(grid(headings, tidy, say("columns-render", language)))
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


def _wide(layout: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of a row for each report, its cells, groups and amounts as one example each."""
    shown: set[str] = set()
    nodes = load_layout(layout).nodes
    for column in columns(layout):
        if column.part in ("about", "behind"):
            yield code(column.name), _meaning(column, language)
            continue
        # Only a table of conversion that splits cells gives groups a column.
        kind: str = "cell" if column.part in ("figure", "amount") else column.part
        if column.pointer and nodes[column.pointer].children:
            kind = "group"
        if kind not in shown:
            shown.add(kind)
            yield f"{code(column.name)} …", say(f"column-flat-{kind}", language)


def _further(shape: Shape, layout: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of another shape that stand behind what every table says of a report."""
    behind = (column for column in columns(layout, shape) if column.part == "behind")
    return ((code(column.name), _meaning(column, language)) for column in behind)


def _meaning(column: Column, language: str) -> str:
    title, definition = column.title[language], column.definition[language]
    if column.pointer is not None:
        return escape(title)
    return escape(f"{title}{word('label-colon', language)}{definition}")


def _codes(texts: Iterable[str]) -> str:
    return " ".join(map(code, texts))
