"""The sections of a layout: which of them print under a numbered title, and under which titles."""

from collections.abc import Sequence
from functools import cache

from govreport.documents.wording.labels import fold, numeral
from govreport.form.layout import Layout, Node, load_layout


def numbered_sections(layout: Layout) -> Sequence[Node]:
    """Return the sections that print under a numbered title: all but what stands before the first of them."""
    return _numbered_sections(layout.id)


@cache
def _numbered_sections(layout: str) -> Sequence[Node]:
    return tuple(node for node in load_layout(layout).root.children if node.is_section and numeral(node.title))


@cache
def titles_key(layout: str) -> Sequence[object]:
    """Return what layouts have in common that print their sections under the same titles."""
    return tuple((n.pointer, n.title, n.aliases, n.axis) for n in _numbered_sections(layout))


Wanted = tuple[Node, str, tuple[str, ...]]


@cache
def wanted_titles(layout: str) -> Sequence[Wanted]:
    """Return the sections with their numbers, and with their titles, folded."""
    return tuple((n, numeral(n.title), tuple(map(fold, (n.title, *n.aliases)))) for n in _numbered_sections(layout))


def opening_text(layout: Layout) -> Node:
    """Return the section with which the running text begins (一、总体情况)."""
    return next(node for node in numbered_sections(layout) if node.axis is None)


def head_text(layout: Layout) -> Node:
    """Return the section that is printed before the first numbered one, without a title of its own."""
    return next(n for n in layout.root.children if n.is_section and n.axis is None and not numeral(n.title))
