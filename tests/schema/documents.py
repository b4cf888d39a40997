"""Documents built from the schema of a layout, and near misses of them, each with the verdict it deserves.

Built from the schema alone, so that a validator can be asked about every keyword at every place.
"""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from .files import read

Place = tuple[str | int, ...]
Schema = Mapping[str, Any]

# A text for each pattern of the schemas, by the member or definition that asks for it.
EXAMPLES = {
    "code": "11350100003607005B",
    "division": "350100",
    "sha256": "0123456789abcdef" * 4,
    "rule": "period-start",
    "date": "2024-01-31",
    "pointer": "/overview",
}


@attrs.frozen(kw_only=True)
class Sample:
    """A document, what was done to it, and whether the schema should accept it."""

    name: str
    document: Any = attrs.field(repr=False)
    is_valid: bool


class Builder:
    """Builds documents of one layout from its schema."""

    def __init__(self, layout: str) -> None:
        self.schema = read(f"{layout}/report.schema.json")

    def resolve(self, member: Schema) -> Schema:
        """Return a schema with its reference replaced by what it leads to."""
        return {**self.schema["$defs"][member["$ref"].rpartition("/")[2]], **member} if "$ref" in member else member

    def build(self, member: Schema, name: str = "", full: bool = True) -> Any:
        """Return a value that the schema accepts, with all optional members or with none."""
        if "$ref" in member and "pattern" in self.resolve(member):
            name = member["$ref"].rpartition("/")[2]
        member = self.resolve(member)
        if "const" in member or "enum" in member:
            return member.get("const", member.get("enum", [None])[0])
        kind = member["type"] if isinstance(member["type"], str) else member["type"][0]
        if kind == "object":
            members = member.get("properties", {})
            return {k: self.build(v, k, full) for k, v in members.items() if full or k in member["required"]}
        if kind == "array":
            return [self.build(member["items"], name, full)]
        if kind == "string":
            return EXAMPLES[name] if "pattern" in member else "文"
        return max(member["minimum"], 0)

    def places(self, member: Schema, value: Any, place: Place = ()) -> Iterator[tuple[Place, Schema]]:
        """Yield every place of a document with its schema, containers before what they hold."""
        member = self.resolve(member)
        yield place, member
        if isinstance(value, dict):
            for name in value:
                yield from self.places(member["properties"][name], value[name], (*place, name))
        elif isinstance(value, list):
            yield from self.places(member["items"], value[0], (*place, 0))


def at(document: Any, place: Place) -> Any:
    """Return the value at a place."""
    for token in place:
        document = document[token]
    return document


def changed(document: Any, place: Place, value: Any) -> Any:
    """Return a copy of the document that holds `value` at a place."""
    if not place:
        return value
    result = copy.deepcopy(document)
    at(result, place[:-1])[place[-1]] = value
    return result


def without(document: Any, place: Place) -> Any:
    """Return a copy of the document without the member at a place."""
    result = copy.deepcopy(document)
    del at(result, place[:-1])[place[-1]]
    return result
