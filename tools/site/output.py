"""The reference of the JSON that the program writes besides reports, from its schemas."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from govreport import resources
from tools.site.markup import code, grid
from tools.site.translating import say_as
from tools.site.words import say

# The schemas that pages show, and how they are called there.
SHOWN = ("output", "losses", "evidence", "mentions", "told", "differences", "baseline", "configuration", "explanations")


def tables(name: str, language: str) -> str:
    """Return a table for each object of the JSON of this name: its members, what they hold and what they say."""
    schema = _read(name)
    objects = dict(_objects(name, schema))
    headings = [say(key, language) for key in ("member", "values", "meaning")]
    blocks = []
    for title, pointer in objects.items():
        blocks.append(f"### {code(title)} {{ #{title} }}")
        blocks.append(_say(name, schema, pointer, language))
        rows = (
            (code(key), _kind(member, objects), escape(_say(name, schema, f"{pointer}/properties/{key}", language)))
            for key, member in _at(schema, pointer)["properties"].items()
        )
        blocks.append(grid(headings, rows, label=title))
    return "\n\n".join(blocks)


def descriptions() -> Iterator[tuple[str, str]]:
    """Yield source and text of each description that the pages show."""
    for name in SHOWN:
        schema = _read(name)
        for _, pointer in _objects(name, schema):
            members = (f"{pointer}/properties/{key}" for key in _at(schema, pointer)["properties"])
            for place in (pointer, *members):
                source, text = _described(name, schema, place)
                if text:
                    yield source, text


def _read(name: str) -> Mapping[str, Any]:
    schema: Mapping[str, Any] = resources.read(f"meta/{name}.schema.json")
    return schema


def _objects(root: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield title and pointer of each object."""
    yield root, ""
    for name, definition in schema.get("$defs", {}).items():
        if "properties" in definition:
            yield name, f"/$defs/{name}"


def _at(schema: Mapping[str, Any], pointer: str) -> Mapping[str, Any]:
    for step in pointer.split("/")[1:]:
        schema = schema[step]
    return schema


def _kind(member: Mapping[str, Any], objects: Mapping[str, Any]) -> str:
    if "$ref" in member:
        name = member["$ref"].rpartition("/")[2]
        return f'<a href="#{name}">{code(name)}</a>' if name in objects else code(name)
    if "anyOf" in member:
        return " / ".join(_kind(one, objects) for one in member["anyOf"])
    if isinstance(member.get("items"), Mapping):
        return f"[ {_kind(member['items'], objects)} ]"
    values = member.get("enum", [member["const"]] if "const" in member else [])
    if values:
        return " ".join(code(str(value)) for value in values)
    types = member.get("type", "")
    return code(" | ".join(types) if isinstance(types, list) else types)


def _say(name: str, schema: Mapping[str, Any], pointer: str, language: str) -> str:
    source, text = _described(name, schema, pointer)
    return text and say_as(source, text, language)


def _described(name: str, schema: Mapping[str, Any], pointer: str) -> tuple[str, str]:
    """Return source and text of what is said of a place, or else of what its values are; the text may be empty."""
    member = _at(schema, pointer)
    if "description" not in member and "$ref" in member:
        pointer = member["$ref"].removeprefix("#")
    return f"{name}.schema.json#{pointer}", _at(schema, pointer).get("description", "")
