"""Which pointers lead to a place of a document: those of the form where it has one, or else those of what it holds."""

from collections.abc import Mapping
from typing import Any, Protocol

import attrs

from govreport.form.layout import Layout
from govreport.pointers import top_of, value_at

NOWHERE = object()
# What a person writes about a document is no part of what it prints.
_ABOUT = frozenset({"marks", "notes", "explanations", "extensions", "source"})


class Places(Protocol):
    """The places of one document of sound structure."""

    def leads_somewhere(self, pointer: str) -> bool:
        """Return whether remarks and marks may name the place."""

    def may_be_marked(self, pointer: str) -> bool:
        """Return whether a mark may be put on the place if it is null; only asked of a place that is there."""

    def may_be_explained(self, pointer: str) -> bool:
        """Return whether an explanation may name the place."""

    def value(self, pointer: str) -> Any:
        """Return what the document holds at a place that is there."""


@attrs.frozen(kw_only=True)
class FormPlaces:
    """The places of a document that fills in a form: sections, groups and cells, the same in every document."""

    layout: Layout
    members: Mapping[str, Any] = attrs.field(repr=False)

    def leads_somewhere(self, pointer: str) -> bool:
        """Return whether the pointer leads to a section, a group or a cell."""
        node = self.layout.nodes.get(pointer)
        return node is not None and bool(node.lineage()) and node.lineage()[0].is_section

    def may_be_marked(self, pointer: str) -> bool:
        """Return whether the place is a cell."""
        return pointer in self.layout.cells

    def may_be_explained(self, pointer: str) -> bool:
        """Return whether the schema knows the place."""
        return pointer in self.layout.nodes

    def value(self, pointer: str) -> Any:
        """Return what the document holds at a place."""
        return value_at(self.members, pointer, NOWHERE)


@attrs.frozen(kw_only=True)
class DocumentPlaces:
    """The places of a document that consists of lists: it says by itself which pointers lead somewhere."""

    layout: Layout
    members: Mapping[str, Any] = attrs.field(repr=False)

    def leads_somewhere(self, pointer: str) -> bool:
        """Return whether the document holds something there that it prints."""
        return self.value(pointer) is not NOWHERE

    def may_be_marked(self, pointer: str) -> bool:
        """Return True: a mark may be put on any null."""
        return True

    def may_be_explained(self, pointer: str) -> bool:
        """Return whether the document holds something there that it prints."""
        return self.leads_somewhere(pointer)

    def value(self, pointer: str) -> Any:
        """Return what the document holds at a place, or `NOWHERE`."""
        return NOWHERE if top_of(pointer) in _ABOUT else value_at(self.members, pointer, NOWHERE)
