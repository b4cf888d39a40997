"""A passage compiled into direct steps: how the members of one layout become those of the other.

What is the same on both sides is taken over whole, as deep as it is the same; only objects that
differ are built anew. The steps are worked out once for each passage.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from govreport.conversion.tables import Reason, Route, load_route
from govreport.form.layout import Layout, Node
from govreport.pointers import Tokens, parent, tokens, value_at
from govreport.rules.sheet import group_cells

Members = dict[str, Any]


@attrs.frozen(kw_only=True)
class Drop:
    """A leaf of the source that goes over not at all, or only where its value is one of `carried`."""

    pointer: str
    origin: Tokens
    reason: Reason
    carried: Mapping[str, str]


@attrs.frozen(kw_only=True)
class Merge:
    """Cells of the source that are one cell in the target; that cell holds at most `largest`.

    `origins` lead to the parts from the group that they make up.
    """

    group: str
    origin: Tokens
    parts: tuple[str, ...]
    origins: tuple[Tokens, ...]
    whole: Tokens
    largest: int


@attrs.frozen(kw_only=True)
class Split:
    """A cell of the source that is several in the target: its figure goes over undivided, with its label."""

    pointer: str
    origin: Tokens
    group: str
    label: str


@attrs.frozen(kw_only=True)
class CompiledRoute:
    """All steps of a passage.

    `build` makes every member that has one counterpart, and null or nothing of those that have none; the
    lists of remarks it leaves null. `leftovers` are in the order of print.
    """

    build: Callable[[Members], Members]
    leftovers: tuple[Drop | Merge, ...]
    splits: tuple[Split, ...]


@cache
def load_compiled(source: str, target: str) -> CompiledRoute:
    """Return the plan of the passage between two layouts; raises KeyError where there is none."""
    passage = load_route(source, target)
    return CompiledRoute(
        build=_builder(passage.target.root, passage, {there: here for here, there in passage.leaves.items()}),
        leftovers=tuple(_leftovers(passage)),
        splits=tuple(
            Split(pointer=cell, origin=tokens(cell), group=group, label=passage.source.nodes[cell].title)
            for cell, group in passage.split.items()
        ),
    )


def _builder(node: Node, passage: Route, origins: Mapping[str, str]) -> Callable[[Members], Members]:
    """Return the function that builds the object `node` of the target from all members of the source."""
    template: Members = {}
    remarks = {there for _, there in passage.lists.values()}
    copies: dict[Tokens, list[tuple[str, str, bool]]] = {}
    translations: list[tuple[str, Tokens, Mapping[str, str]]] = []
    nested: list[tuple[str, Callable[[Members], Members], bool]] = []
    for child in node.children:
        origin = _origin(child, passage, origins)
        if origin is not None:
            *holder, key = tokens(origin)
            copies.setdefault(tuple(holder), []).append((child.name, key, child.required))
        elif child.pointer in origins:
            origin = origins[child.pointer]
            translations.append((child.name, tokens(origin), passage.translations[origin]))
        elif child.children:
            nested.append((child.name, _builder(child, passage, origins), child.required))
        elif not child.required and child.pointer not in remarks:
            continue
        # The lists of remarks keep their place in the order of the schema; they are filled in later.
        template[child.name] = None

    def build(members: Members) -> Members:
        result = template.copy()
        for path, pairs in copies.items():
            holder = members
            for token in path:
                holder = holder.get(token) or {}
            for name, key, required in pairs:
                if key in holder:
                    result[name] = holder[key]
                elif not required:
                    del result[name]
        for name, path, values in translations:
            result[name] = values.get(value_at(members, path))
            if result[name] is None:
                del result[name]
        for name, builder, required in nested:
            result[name] = builder(members)
            if not required and all(value is None for value in result[name].values()):
                del result[name]
        return result

    return build


def _origin(node: Node, passage: Route, origins: Mapping[str, str]) -> str | None:
    """Return where a member of the target stands in the source with all that is below it, None if not in one piece."""
    if not node.children:
        origin = origins.get(node.pointer)
        return None if origin in passage.translations else origin
    found = [_origin(child, passage, origins) for child in node.children]
    above = {origin and parent(origin) for origin in found}
    holder = above.pop()
    if above or not holder:
        return None
    whole = [f"{holder}/{child.name}" for child in node.children]
    return holder if whole == found == [child.pointer for child in passage.source.nodes[holder].children] else None


def _leftovers(passage: Route) -> Iterator[Drop | Merge]:
    for pointer, node in passage.source.nodes.items():
        if pointer in passage.merged:
            cells = group_cells(passage.source, pointer)
            whole = passage.merged[pointer]
            yield Merge(
                group=pointer,
                origin=tokens(pointer),
                parts=cells,
                origins=tuple(tokens(cell.removeprefix(pointer)) for cell in cells),
                whole=tokens(whole),
                largest=_largest(passage.target, whole),
            )
        elif pointer in passage.absent and not node.children:
            carried = passage.translations.get(pointer, {})
            yield Drop(pointer=pointer, origin=tokens(pointer), reason=passage.absent[pointer], carried=carried)


def _largest(layout: Layout, cell: str) -> int:
    """Return the greatest figure that the schema allows in a cell."""
    member: Any = layout.schema
    for name in tokens(cell):
        member = _resolved(layout, member["properties"][name])
    largest: int = member["maximum"]
    return largest


def _resolved(layout: Layout, member: Any) -> Any:
    name = member.get("$ref", "").rpartition("/")[2]
    return {**layout.schema["$defs"][name], **member} if name else member
