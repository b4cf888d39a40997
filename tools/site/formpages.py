"""What the site says of the annual report: for each layout the printed tables, their cells, and all that is beside."""

from collections.abc import Iterator
from typing import Any

from govreport.form.layout import load_layout
from govreport.kinds import Kind
from tools.site import comparing
from tools.site.entries import layout_page, table_page, weight
from tools.site.members import entries, members
from tools.site.tables import anchor
from tools.site.words import say


def pages(kind: Kind, language: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of every page: those of each layout, then those that compare the layouts."""
    for layout in kind.layouts:
        yield f"form/{layout}/index.md", layout_page(layout, language)
        for table in load_layout(layout).tables:
            yield f"form/{layout}/{table.name}.md", table_page(layout, table.name, language)
        yield f"form/{layout}/members.md", members_page(layout, language)
    yield "form/compare/index.md", comparing.index_page(language)
    for table in load_layout(kind.layouts[-1]).tables:
        yield f"form/compare/{table.name}.md", comparing.table_page(table.name, language)


def tree(kind: Kind, language: str) -> Iterator[dict[str, Any]]:
    """Yield what the navigation shows: the newest layout first, then the comparison."""
    for layout in kind.layouts[::-1]:
        names = ("index", *(table.name for table in load_layout(layout).tables), "members")
        yield {say("layout", language, layout=layout): [f"form/{layout}/{name}.md" for name in names]}
    compared = ("index", *(table.name for table in load_layout(kind.layouts[-1]).tables))
    yield {say("nav-compare", language): [f"form/compare/{name}.md" for name in compared]}


def lead(kind: Kind, language: str) -> Iterator[str]:
    """Yield nothing: the page about all layouts begins with the report."""
    yield from ()


def rules_heading(kind: Kind, language: str) -> str:
    """Return what stands over the rules of the report."""
    return say("all-rules", language)


def entry(layout: str, pointer: str) -> str:
    """Return the address of the entry of a place, from the folder of the form."""
    form, section = load_layout(layout), pointer.split("/")[1]
    if form.nodes[pointer].is_cell:
        return f"{layout}/{section}.html#{anchor(pointer)}"
    if form.nodes[f"/{section}"].axis is not None:
        return f"{layout}/index.html#{section}"
    return f"{layout}/members.html#{anchor(pointer)}"


def members_page(layout: str, language: str) -> str:
    """Return the page of a layout about everything that stands beside its tables."""
    beside = [member for member in members(layout) if not member.is_table]
    title = say("title-members", language, layout=layout)
    blocks = [f"{weight(layout)}# {title}", say("members-lead", language)]
    return "\n\n".join([*blocks, *entries(layout, beside, title, language, 2, "../../")])
