"""The pages that show two layouts side by side, cell by cell, with what conversion keeps and loses."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from govreport import resources
from govreport.conversion.tables import Route, load_route
from govreport.form.layout import Layout, load_layout
from govreport.form.naming import place
from tools.site.markup import code, grid, link, plain
from tools.site.tables import anchor
from tools.site.words import say

# Whoever searches for a label wants its entry first. There is one heading, and the table needs the width.
_HEAD = "---\nhide: [toc]\nsearch:\n  boost: 0.5\n---\n"


def pair() -> tuple[str, str]:
    """Return the two newest layouts, the older first."""
    return [*pairwise(resources.layouts())][-1]


def index_page(language: str) -> str:
    """Return the page that says what the relations are, and how many cells stand in each."""
    older, newer = pair()
    forth, back = load_route(older, newer), load_route(newer, older)
    blocks = [
        f"# {say('title-compare', language, older=older, newer=newer)}",
        say("compare-lead", language),
    ]
    names = [table.name for table in load_layout(newer).tables]
    rows = []
    for name in names:
        counts = [_count(passage, name) for passage in (forth, back)]
        title = place(load_layout(newer), "/" + name, language)
        rows.append((link(f"{name}.html", escape(title)), *counts[0], *counts[1]))
    headings = [say("table", language)]
    for source, target in ((older, newer), (newer, older)):
        headings += [f"{source} → {target} {say(key, language)}" for key in ("kept", "recast", "not-kept")]
    blocks.append(grid(headings, rows, say("compare-count", language)))
    blocks.append(f"## {say('compare-reasons', language)}")
    reasons = {r.code: r for r in (*forth.reasons.values(), *back.reasons.values())}
    blocks.append(
        grid(
            [say("reason", language), say("meaning", language)],
            [(code(r.code), escape(r.words[language])) for r in reasons.values()],
        )
    )
    return "\n\n".join(blocks)


def table_page(name: str, language: str) -> str:
    """Return the page that compares one table, every cell of both layouts in the order of print."""
    older, newer = pair()
    forth, back = load_route(older, newer), load_route(newer, older)
    node = load_layout(newer).nodes["/" + name]
    title = node.title if language == "zh" else node.english
    blocks = [
        f"{_HEAD}# {plain(title)}{say('aside', language, text=f'{older} / {newer}')}",
        say("compare-table-lead", language, older=older, newer=newer),
    ]
    rows = []
    for left, right in _pairs(forth, back, name):
        rows.append(
            (
                _cell(forth.source, left, language),
                _cell(forth.target, right, language),
                _fate(forth, left, language) if left else "–",
                _fate(back, right, language) if right else "–",
            )
        )
    headings = [
        older,
        newer,
        say("converting", language, source=older, target=newer),
        say("converting", language, source=newer, target=older),
    ]
    blocks.append(grid(headings, rows, escape(title), kind="compared"))
    return "\n\n".join(blocks)


def _pairs(forth: Route, back: Route, name: str) -> Iterator[tuple[str | None, str | None]]:
    """Yield (cell here, cell there): counterparts side by side, then the cells of the new layout without one."""
    waiting = [p for p in forth.target.cells if p.split("/")[1] == name]
    for left in (p for p in forth.source.cells if p.split("/")[1] == name):
        if left in forth.leaves:
            right = forth.leaves[left]
            # What stands before the counterpart and has none of its own is shown in its place of print.
            while waiting and waiting[0] != right and waiting[0] not in back.leaves:
                yield None, waiting.pop(0)
            if right in waiting:
                waiting.remove(right)
            yield left, right
        elif left in forth.split:
            parts = [p for p in waiting if p.startswith(forth.split[left] + "/")]
            for number, part in enumerate(parts):
                waiting.remove(part)
                yield (left if number == 0 else None), part
        else:
            yield left, None
    for right in waiting:
        yield None, right


def _cell(form: Layout, pointer: str | None, language: str) -> str:
    if pointer is None:
        return "–"
    address = f"../{form.id}/{pointer.split('/')[1]}.html#{anchor(pointer)}"
    return f"{link(address, escape(place(form, pointer, language)))}<br>{code(pointer)}"


def _fate(passage: Route, pointer: str, language: str) -> str:
    if pointer in passage.leaves:
        there = passage.leaves[pointer]
        titles = [form.nodes[p].title for form, p in ((passage.source, pointer), (passage.target, there))]
        return f"✓ {say('kept' if titles[0] == titles[1] else 'kept-renamed', language)}"
    if pointer in passage.split:
        return f"◐ {say('to-undivided', language, group=code(passage.split[pointer]))}"
    if pointer in passage.parts:
        return f"◐ {say('to-sum', language)}"
    return f"✗ {say('lost', language)}{escape(passage.why_absent(pointer).words[language])}"


def _count(passage: Route, name: str) -> tuple[str, str, str]:
    cells = [p for p in passage.source.cells if p.split("/")[1] == name]
    kept = sum(p in passage.leaves for p in cells)
    recast = sum(p in passage.split or p in passage.parts for p in cells)
    return str(kept), str(recast), str(len(cells) - kept - recast)
