"""The pages of one layout: its printed tables, and an entry for each of their cells."""

from collections.abc import Iterator
from html import escape

from govreport import resources
from govreport.cli.reference import address
from govreport.conversion.tables import load_route, neighbours
from govreport.form.citing import cite
from govreport.form.layout import Layout, Node, load_layout
from govreport.form.naming import STEP, place
from govreport.kinds import KINDS
from govreport.messages import word
from govreport.rules.data import load_instances
from tools.site.kindpages import site_of
from tools.site.markup import code, english, facts, grid, link, plain
from tools.site.members import attribute, rules_about
from tools.site.tables import anchor, table
from tools.site.wordings import columns, wordings
from tools.site.words import say


def overview(language: str) -> str:
    """Return the page that lists the layouts."""
    return "\n\n".join(
        [
            f"# {say('title-form', language)}",
            say("form-lead", language),
            overview_table(language),
            say("form-more", language),
            *(block for kind in KINDS for block in site_of(kind).lead(kind, language)),
        ]
    )


def overview_table(language: str, root: str = "") -> str:
    """Return the table of all layouts; `root` leads to the folder of the form."""
    versions = resources.read("versions.json")["layouts"]
    acts = resources.read("acts.json")["acts"]
    rows = []
    for layout in resources.layouts()[::-1]:
        entry = versions[layout]
        years = entry["years"]
        last = str(years["last"]) if "last" in years else say("open-end", language)
        form = load_layout(layout)
        rows.append(
            (
                link(f"{root}{layout}/index.html", say("layout", language, layout=layout)),
                escape(cite({"act": entry["form"]}, language)),
                acts[entry["form"]].get("date", "–"),
                f"{years['first']}–{last}",
                say(f"status-{entry['status'].replace(' ', '-')}", language),
                str(len(form.cells)),
                str(entry["revision"]),
            )
        )
    headings = [say(f"head-{key}", language) for key in ("layout", "act", "issued", "years", "status", "cells", "rev")]
    return grid(headings, rows, say("nav-form", language))


def layout_page(layout: str, language: str) -> str:
    """Return the page with the printed tables of a layout."""
    form = load_layout(layout)
    versions = resources.read("versions.json")["layouts"][layout]
    blocks = [
        weight(layout) + f"# {say('title-layout', language, layout=layout)}",
        escape(cite({"act": versions["form"]}, language)),
        say("layout-lead", language),
    ]
    for section in form.root.children:
        if not section.is_section:
            continue
        name = section.title if language == "zh" else f"{section.english} · {section.title}"
        blocks.append(f"## {plain(name)} {{ #{section.name} }}")
        if section.definition:
            blocks.append(plain(section.definition[language]))
        if section.axis:
            blocks.append(table(form, section, language, lambda pointer: _link_cell(form, pointer, language)))
            blocks.append(f"[{say('to-entries', language)}]({section.name}.md){{ .md-button }}")
        else:
            blocks.append(f"[{say('to-entry', language)}](members.md#{anchor(section.pointer)})")
    return "\n\n".join(blocks)


def table_page(layout: str, name: str, language: str) -> str:
    """Return the page with the entries of the cells of one table."""
    form = load_layout(layout)
    node = form.nodes["/" + name]
    title = node.title if language == "zh" else node.english
    blocks = [weight(layout) + f"# {plain(title)}{say('aside', language, text=layout)}"]
    if language != "zh":
        blocks.append(f'<p class="printed" lang="zh-CN">{escape(node.title)}</p>')
    if node.definition:
        blocks.append(plain(node.definition[language]))
    about = [(say("aliases-head", language), escape("；".join(node.aliases)))] if node.aliases else []
    about.append((word("basis", language), "<br>".join(escape(cite(basis, language)) for basis in node.basis)))
    groups = {inner.pointer for inner in node.walk() if not inner.is_cell}
    whole = dict.fromkeys(instance.rule.id for instance in load_instances(layout) if instance.at in groups)
    about.append(
        (say("table-rules", language), "<br>".join(link(f"../../{address(rule)}", code(rule)) for rule in whole))
    )
    columned = columns(form, name, language)
    if columned:
        about.append((say("columns-in-texts", language), columned))
    blocks.append(facts(about))
    blocks.append(f"[{say('to-print', language)}](index.md#{name})")
    for cells in entries(node):
        blocks += _entry(form, cells, language)
    return "\n\n".join(blocks)


def weight(layout: str) -> str:
    """Return the front matter that lets the search show the form in force first."""
    return "---\nsearch:\n  boost: 2\n---\n" if layout == resources.layouts()[-1] else ""


def entries(table: Node) -> Iterator[tuple[Node, ...]]:
    """Yield the cells of a table by what they count: one label and one definition, in all its columns."""
    groups: dict[tuple[object, ...], list[Node]] = {}
    for cell in table.walk():
        if cell.is_cell:
            rows = tuple(n.name for n in cell.lineage() if n.parent and n.parent.axis in ("rows", "blocks"))
            groups.setdefault((rows, cell.title, cell.definition.get("zh")), []).append(cell)
    for cells in groups.values():
        yield tuple(cells)


def elsewhere(layout: str, other: str, pointer: str, language: str) -> str:
    """Return what a cell is in another layout, as HTML with links."""
    passage = load_route(layout, other)
    name = passage.leaves.get(pointer)
    if name is not None:
        here, there = load_layout(layout).nodes[pointer], load_layout(other).nodes[name]
        same = [n.title for n in here.lineage()] == [n.title for n in there.lineage()]
        return link(_entry_address(other, name), say("same" if same else "renamed", language, label=there.title))
    if pointer in passage.split:
        parts = [n.title for n in load_layout(other).nodes[passage.split[pointer]].children]
        return f"{say('split', language, n=len(parts))}{escape(' / '.join(parts))}"
    if pointer in passage.parts:
        whole = passage.parts[pointer]
        return link(_entry_address(other, whole), say("merged", language, label=load_layout(other).nodes[whole].title))
    return f"{say('absent', language)}{escape(passage.why_absent(pointer).words[language])}"


def _entry(form: Layout, cells: tuple[Node, ...], language: str) -> Iterator[str]:
    first = cells[0]
    labels = [n for n in first.lineage()[1:] if n.parent and n.parent.axis in ("rows", "blocks")]
    labels += [] if first in labels else [first]
    if len(cells) == 1:
        labels += [n for n in first.lineage()[1:] if n not in labels and n.parent and n.parent.axis == "columns"]
    own = [n for n in labels if n.parent is None or n.parent.axis != "blocks"]
    title = STEP.join((n.title if language == "zh" else n.english) for n in own)
    yield f"## {plain(title)} {{ #{_entry_anchor(cells)} }}"
    yield plain(first.definition.get(language, ""))
    pairs = [(say("name-en" if language == "zh" else "name-zh", language), _name(own, language))]
    if first.unit:
        pairs.append((say("unit", language), say(f"unit-{first.unit}", language)))
    sources = first.basis or next((n.basis for n in reversed(first.lineage()) if n.basis), ())
    pairs.append((word("basis", language), "<br>".join(escape(cite(basis, language)) for basis in sources)))
    pairs.append((say("holds", language), say(f"kind-{first.kind}", language)))
    yield facts(pairs)
    others = neighbours(form.id)
    rows = [
        (
            f'<span id="{anchor(cell.pointer)}">{escape(_column(form, cell, language))}</span>',
            f"{code(cell.pointer)}<br>{code(attribute(form.id, cell.pointer))}",
            "<br>".join(link(f"../../{address(rule)}", code(rule)) for rule in rules_about(form.id, cell.pointer)),
            *(elsewhere(form.id, other, cell.pointer, language) for other in others),
        )
        for cell in cells
    ]
    headings = [say(key, language) for key in ("cell", "places", "rules")]
    headings += [say("in-layout", language, layout=other) for other in others]
    yield grid(headings, rows, label=escape(title))
    yield from wordings(form, cells, language)


def _entry_anchor(cells: tuple[Node, ...]) -> str:
    return "entry-" + anchor(cells[0].pointer)


def _name(labels: list[Node], language: str) -> str:
    if language == "zh":
        return english(STEP.join(n.english for n in labels))
    return escape(STEP.join(n.title for n in labels))


def _column(form: Layout, cell: Node, language: str) -> str:
    columns = [n for n in cell.lineage()[1:] if n.parent and n.parent.axis == "columns"]
    names = [(n.title if language == "zh" else n.english) for n in columns]
    return STEP.join(names) or place(form, cell.pointer, language)


def _entry_address(layout: str, pointer: str) -> str:
    return f"../{layout}/{pointer.split('/')[1]}.html#{anchor(pointer)}"


def _link_cell(form: Layout, pointer: str, language: str) -> str:
    node = form.nodes[pointer]
    name = escape(place(form, pointer, language))
    sign = {"amount": "0.00", "change": "±0"}.get(node.kind, "0")
    address = f"{pointer.split('/')[1]}.html#{anchor(pointer)}"
    return f'<td><a href="{address}" aria-label="{name}" title="{name}">{sign}</a></td>'
