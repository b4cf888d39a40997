"""Names of members that stand at one place of a layout only: a text with sound structure is entered there at once.

The bytes of such a name, in quotes and with a colon behind them, are that one member: no text holds a quote that is not
escaped, and no other member has the name. To come there member by member takes many times longer.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from govreport.form.layout import Node, load_layout
from govreport.pointers import Tokens, tokens


class Landmark(NamedTuple):
    """The way to a place from the last landmark before it: its name, and the rest of the way.

    `following` are the landmarks that may stand behind what the first one holds, the nearest first, each with how many
    objects end in between.
    """

    name: bytes
    following: tuple[tuple[bytes, int], ...]
    rest: Tokens


@lru_cache(maxsize=1024)
def landmark(layout: str, pointer: str) -> Landmark | None:
    """Return the way to a place of a layout from the last landmark before it, None where there is none."""
    nodes, alone = load_layout(layout).nodes, _names_alone(layout)
    way = tokens(pointer)
    for depth in range(len(way), 0, -1):
        node = nodes.get("/" + "/".join(way[:depth]))
        if node is None or node.parent is None or node.name not in alone:
            continue
        following = tuple((_quoted(name), ends) for name, ends in _following(node) if name in alone)
        return Landmark(_quoted(node.name), following, way[depth:])
    return None


def is_landmark(layout: str, name: str) -> bool:
    """Tell whether a name stands at one place of a layout only."""
    return name in _names_alone(layout)


def _following(node: Node) -> Iterator[tuple[str, int]]:
    """Yield the names of the members behind a place in the order of print, and how many objects end before each."""
    ends = 0
    while node.parent is not None:
        yield from ((sibling.name, ends) for sibling in node.parent.children if sibling.order > node.order)
        node = node.parent
        ends += 1


@cache
def _names_alone(layout: str) -> frozenset[str]:
    """Return the names that one member of a document has at most, wherever it is."""
    schema = load_layout(layout).schema
    counts = Counter(_names(schema, schema["$defs"]))
    return frozenset(name for name, count in counts.items() if count == 1)


def _names(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Iterator[str]:
    """Yield the name of every member below a schema, those of the items of lists more than once."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    for name, member in schema.get("properties", {}).items():
        yield name
        yield from _names(member, definitions)
    if "items" in schema:
        yield from 2 * tuple(_names(schema["items"], definitions))


def _quoted(name: str) -> bytes:
    return f'"{name}"'.encode()
