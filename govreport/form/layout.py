"""A layout of the form, read from its JSON Schema: sections, tables, cells, and their printed names.

The schema draws the form. Objects nest as the printed form nests, `title` is the printed label and
the order of properties is the order of print, so everything a program needs to know of a layout is
derived here, and no label or field name stands in code.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Literal

import attrs

from govreport import kinds, resources

Kind = Literal["object", "array", "count", "change", "amount", "section", "date", "text", "any"]
Axis = Literal["blocks", "rows", "columns"]


@attrs.frozen(kw_only=True)
class Node:
    """One place of the form: the report itself, a section, a group of cells, a cell, or another member.

    `pointer` is its JSON Pointer ("" for the report), `title` the printed Chinese label and `english`
    the English name, both "" where nothing is printed. `axis` says how the members of an object are
    laid out in print. `kind` is "count" for whole numbers from 0, "change" for signed ones, "amount"
    for decimals, "section" for the running text of a printed section. `order` numbers the nodes in the order of print.
    """

    pointer: str
    name: str
    kind: Kind
    order: int
    required: bool
    parent: "Node | None" = attrs.field(default=None, repr=False, eq=False)
    children: "Sequence[Node]" = attrs.field(default=(), repr=False, eq=False)
    title: str = ""
    english: str = ""
    definition: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    basis: tuple[Mapping[str, Any], ...] = attrs.field(default=(), repr=False)
    aliases: tuple[str, ...] = ()
    unit: str | None = None
    axis: Axis | None = None
    heading: str | None = None
    corner: str | None = None
    note: str | None = None

    @property
    def is_cell(self) -> bool:
        """A cell of a table holds a figure, or null where none is printed."""
        return self.kind in ("count", "change", "amount") and self.pointer.count("/") > 1

    @property
    def is_section(self) -> bool:
        """A section is one of the printed parts of the report, text or table; all else is about the report."""
        return self.pointer.count("/") == 1 and (self.axis is not None or self.kind == "section")

    def walk(self) -> "Iterator[Node]":
        """Yield this node and all below it, in the order of print."""
        yield self
        for child in self.children:
            yield from child.walk()

    def lineage(self) -> "tuple[Node, ...]":
        """Return the nodes from the section down to this one, the report itself left out."""
        above = self.parent.lineage() if self.parent is not None else ()
        return (*above, self) if self.pointer else ()


@attrs.frozen(kw_only=True)
class Layout:
    """One layout of the form, with its schema, its rules and its tree of nodes.

    `nodes` maps every pointer that the schema fixes to its node, in the order of print; the pointers of
    list items are not among them. `cells` are the nodes that hold figures.
    """

    id: str
    schema: Mapping[str, Any] = attrs.field(repr=False)
    rules: Mapping[str, Any] = attrs.field(repr=False)
    root: Node = attrs.field(repr=False)
    nodes: Mapping[str, Node] = attrs.field(repr=False)
    cells: Mapping[str, Node] = attrs.field(repr=False)
    tables: tuple[Node, ...] = attrs.field(repr=False)

    def order(self, pointer: str) -> tuple[int, tuple[tuple[int, int, str], ...]]:
        """Return a sort key that puts pointers in the order of print, whatever the order of members.

        A pointer below a fixed place sorts behind it, list items by number, unknown members by name.
        """
        known, names = "", pointer.split("/")[1:]
        depth = 0
        while depth < len(names) and f"{known}/{names[depth]}" in self.nodes:
            known = f"{known}/{names[depth]}"
            depth += 1
        return self.nodes[known].order, tuple(map(_token_order, names[depth:]))

    def schema_at(self, tokens: Iterable[str | int]) -> Mapping[str, Any]:
        """Return the schema of a place, its reference resolved; {} where the schema says nothing of it.

        Names lead into objects, whole numbers into lists.
        """
        return schema_at(self.schema, tokens)


def schema_at(whole: Mapping[str, Any], tokens: Iterable[str | int]) -> Mapping[str, Any]:
    """Return what a schema says of a place, its reference resolved; {} where it says nothing of it."""
    definitions, schema = whole["$defs"], whole
    for token in tokens:
        schema = schema.get("items", {}) if isinstance(token, int) else schema.get("properties", {}).get(token, {})
        if "$ref" in schema:
            schema = {**definitions[schema["$ref"].rpartition("/")[2]], **schema}
    return schema


@cache
def load_layout(layout: str) -> Layout:
    """Return the layout with this id, such as "2021"; raises KeyError for one that is not registered.

    Every kind of document is described in the same way; where it has no tables of figures, there are no cells.
    """
    schema = resources.read(kinds.schema_file(layout))
    root = _Builder(schema).build("", "", schema, parent=None, required=True)
    nodes = {node.pointer: node for node in root.walk()}
    tables = tuple(node for node in root.children if node.axis)
    return Layout(
        id=layout,
        schema=schema,
        rules=resources.read(f"{layout}/rules.json"),
        root=root,
        nodes=nodes,
        cells={n.pointer: n for table in tables for n in table.walk() if n.is_cell},
        tables=tables,
    )


class _Builder:
    """Turns the schema's properties into nodes, numbering them as it goes."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._definitions = schema["$defs"]
        self._count = -1

    def build(self, pointer: str, name: str, member: Mapping[str, Any], parent: Node | None, required: bool) -> Node:
        self._count += 1
        # What stands beside a $ref is said of this place and wins over what the definition says of all its places.
        target = member["$ref"].rpartition("/")[2] if "$ref" in member else ""
        merged = {**self._definitions[target], **member} if target else member
        # Parent and children know each other; the list is full before anyone else sees the tree.
        children: list[Node] = []
        node = Node(
            pointer=pointer,
            name=name,
            kind=_NAMED_KINDS.get(target) or _kind(merged),
            order=self._count,
            required=required,
            parent=parent,
            children=children,
            title=merged.get("title", ""),
            english=merged.get("description", ""),
            definition=merged.get("definition", {}),
            basis=tuple(merged.get("basis", ())),
            aliases=tuple(merged.get("aliases", ())),
            unit=merged.get("unit"),
            axis=merged.get("axis"),
            heading=merged.get("heading"),
            corner=merged.get("corner"),
            note=merged.get("note"),
        )
        children.extend(
            self.build(f"{pointer}/{key}", key, value, node, key in merged.get("required", ()))
            for key, value in merged.get("properties", {}).items()
        )
        return node


# Texts of a kind of their own are told by the definition that the schema refers to.
_MOST_DIGITS = 9
_NAMED_KINDS: Mapping[str, Kind] = {"section_text": "section", "date": "date"}


def _kind(member: Mapping[str, Any]) -> Kind:
    types = member.get("type", "string" if "enum" in member or "const" in member else "any")
    name = types if isinstance(types, str) else types[0]
    if name == "integer":
        return "change" if member.get("minimum", 0) < 0 else "count"
    kinds: dict[str, Kind] = {"number": "amount", "string": "text", "object": "object", "array": "array"}
    if name == "object" and "properties" not in member:
        return "any"
    return kinds.get(name, "any")


def _token_order(token: str) -> tuple[int, int, str]:
    # No list is as long as a number of so many digits, which Python may refuse to read.
    is_number = token.isascii() and token.isdigit() and len(token) <= _MOST_DIGITS
    return (0, int(token), "") if is_number else (1, 0, token)
