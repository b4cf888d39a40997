"""What the site says of a kind of document: one page for each of its layouts, drawn from the schema and the rules.

A kind whose pages are more than that has a module of its own with the same functions; its record names it.
"""

from collections.abc import Iterator
from html import escape
from types import ModuleType
from typing import Any

from govreport.cli.reference import address
from govreport.form.layout import Layout, load_layout
from govreport.form.naming import place
from govreport.kinds import Kind, kind_of, resolve
from govreport.rules.data import load_rules
from tools.site.markup import code, link, plain
from tools.site.members import entries, members
from tools.site.tables import anchor, table
from tools.site.words import say


def site_of(kind: Kind) -> ModuleType:
    """Return the module that writes the pages of a kind."""
    module: ModuleType = resolve(kind.site)
    return module


def entry_of(layout: str, pointer: str) -> str:
    """Return the address of the entry of a place, from the folder of the form."""
    found: str = site_of(kind_of(layout)).entry(layout, pointer)
    return found


def pages(kind: Kind, language: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of every page of a kind."""
    for layout in kind.layouts:
        yield f"form/{layout}.md", page(layout, language)


def tree(kind: Kind, language: str) -> Iterator[dict[str, Any]]:
    """Yield what the navigation shows of a kind, the newest layout first."""
    for layout in kind.layouts[::-1]:
        yield {title(layout, language): f"form/{layout}.md"}


def lead(kind: Kind, language: str) -> Iterator[str]:
    """Yield what the page about all layouts says of a kind."""
    for layout in kind.layouts[::-1]:
        yield f"## {plain(title(layout, language))}"
        yield say("kind-lead", language, layout=layout, page=f"{layout}.md")


def rules_heading(kind: Kind, language: str) -> str:
    """Return what stands over the rules of a kind."""
    return say("kind-rules", language, document=title(kind.layouts[-1], language))


def entry(layout: str, pointer: str) -> str:
    """Return the address of the entry of a place, from the folder of the form."""
    return f"{layout}.html#{anchor(pointer)}"


def page(layout: str, language: str) -> str:
    """Return the page of a layout: its printed tables, then an entry for each member."""
    return "\n\n".join(
        [
            # The search shows what the entries say before what the guides say of it.
            f"---\nsearch:\n  boost: 2\n---\n# {plain(title(layout, language))}",
            say("kind-page-lead", language, layout=layout, rules=f"../{rules_page(layout)}.md"),
            *_print(load_layout(layout), language),
            *all_members(layout, language),
        ]
    )


def title(layout: str, language: str) -> str:
    """Return what a document of a layout is called."""
    root = load_layout(layout).root
    return root.title if language == "zh" else root.english


def rules_page(layout: str) -> str:
    """Return the path of the page with the first of the rules of a layout, from the root of a language."""
    return address(next(iter(load_rules(layout)))).partition(".html")[0]


def all_members(layout: str, language: str) -> Iterator[str]:
    """Yield the part of a page that has an entry for each member."""
    yield f"## {say('plan-members', language)} {{ #members }}"
    yield say("plan-members-lead", language)
    yield from entries(layout, members(layout), say("plan-members", language), language, 2, "../")


def _print(form: Layout, language: str) -> Iterator[str]:
    if form.tables:
        yield f"## {say('plan-print', language)} {{ #print }}"
    for node in form.tables:
        yield table(form, node, language, lambda pointer: _cell(form, pointer, language), "print-")


def _cell(form: Layout, pointer: str, language: str) -> str:
    return f"<td>{link(f'#{anchor(pointer)}', code(form.nodes[pointer].name))}</td>".replace(
        "<a ", f'<a title="{escape(place(form, pointer, language))}" '
    )
