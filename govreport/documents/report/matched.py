"""What was read of a paper in terms of the form, and what is given of it besides."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

import attrs
import msgspec

from govreport.documents.matches import Certainty
from govreport.documents.paper import Evidence, Printed
from govreport.documents.report.layouts import LayoutFound
from govreport.findings import Finding
from govreport.form.layout import Layout, Node, load_layout
from govreport.form.organs import KIND, LEVEL
from govreport.given import Given
from govreport.pointers import Tokens, parent, tokens

_OF_IDENTITY = frozenset({"identity-not-found", "identity-inferred"})


@attrs.frozen(kw_only=True)
class Matched:
    """What a paper says in terms of the form.

    `members` is the report as JSON values, without the required members that were not found; `layout` is None
    where the paper shows no table of the form. `is_whole` says that every cell and every text was read, and organ and
    year; `has_all_else` that nothing but these may be missing.
    """

    layout: LayoutFound | None = None
    members: Mapping[str, Any] = attrs.field(factory=dict, repr=False)
    evidence: Mapping[str, Evidence] = attrs.field(factory=dict, repr=False)
    texts: Mapping[str, Sequence[Printed]] = attrs.field(factory=dict, repr=False)
    findings: tuple[Finding, ...] = ()
    has_all_else: bool = False

    @property
    def is_whole(self) -> bool:
        """Every cell and every text was read, and organ and year."""
        return self.has_all_else and "year" in self.members and "name" in self.members.get("organ", {})

    @property
    def has_texts(self) -> bool:
        """A section of text was read, not tables alone."""
        nodes = load_layout(self.layout.id).root.children if self.layout is not None else ()
        return any(node.is_section and node.required and not node.axis and node.name in self.members for node in nodes)

    @property
    def labels(self) -> tuple[str, ...]:
        """The printed labels that decided on the layout."""
        return () if self.layout is None else self.layout.labels

    @property
    def certainty(self) -> Certainty:
        """The lines of another document may look like those of a damaged table, but not like a section of text."""
        return Certainty.LIKELY if self.has_texts else Certainty.DOUBTFUL


def with_given(matched: Matched, given: Given) -> Matched:
    """Return what a paper says together with what is given of it, which counts."""
    pointers = given.pointers
    given_of = {f"/{pointer.split('/')[1]}" for pointer in pointers if pointer not in (KIND, LEVEL)}
    return attrs.evolve(
        matched,
        members=order_members(load_layout(matched.members["layout"]), given.fill(matched.members)),
        evidence={**matched.evidence, **{pointer: Evidence(by="option") for pointer in pointers}},
        findings=tuple(f for f in matched.findings if not (f.code in _OF_IDENTITY and f.pointer in given_of)),
    )


def order_members(layout: Layout, members: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of a report in the order of the schema."""
    order = {node.name: n for n, node in enumerate(layout.root.children)}
    return dict(sorted(members.items(), key=lambda entry: order[entry[0]]))


@cache
def cell_groups(layout: str) -> Sequence[tuple[Tokens, Sequence[Node]]]:
    """Return the cells of a layout in the order of print, as runs of those that stand in one object, and its place."""
    runs = groupby(load_layout(layout).cells.values(), key=lambda node: parent(node.pointer))
    return tuple((tokens(group), tuple(nodes)) for group, nodes in runs)


def object_at(members: dict[str, Any], place: Tokens) -> dict[str, Any]:
    """Return the object at a place; those that are missing on the way are made."""
    for token in place:
        members = members.setdefault(token, {})
    return members


def empty_tables(layout: str) -> dict[str, Any]:
    """Return the tables of a layout without figures: every cell and every required member is there and null."""
    # To read them as JSON is the quickest way to a copy.
    tables: dict[str, Any] = msgspec.json.decode(_empty_tables(layout))
    return tables


@cache
def _empty_tables(layout: str) -> bytes:
    return msgspec.json.encode({table.name: empty_table(table) for table in load_layout(layout).tables})


def empty_table(node: Node) -> dict[str, Any]:
    """Return a table without figures."""
    return {
        child.name: empty_table(child) if child.children else None
        for child in node.children
        if child.required or child.is_cell
    }
