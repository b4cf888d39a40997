"""The reference of the JSON that the program writes besides reports, from its schemas."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from govreport import resources
from tools.site.markup import code, grid
from tools.site.words import say


def tables(name: str, language: str) -> str:
    """Return a table for each object of the JSON of this name: its members, what they hold and what they say."""
    schema = resources.read(f"meta/{name}.schema.json")
    objects = dict(_objects(name, schema))
    blocks = []
    for title, members in objects.items():
        blocks.append(f"### {code(title)} {{ #{title} }}")
        headings = [say(key, language) for key in ("member", "values", "meaning")]
        rows = ((code(key), _kind(member, objects), escape(_said(schema, member))) for key, member in members.items())
        blocks.append(grid(headings, rows, label=title))
    return "\n\n".join(blocks)


def _objects(root: str, schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield root, schema["properties"]
    for name, definition in schema.get("$defs", {}).items():
        if "properties" in definition:
            yield name, definition["properties"]


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


def _said(schema: Mapping[str, Any], member: Mapping[str, Any]) -> str:
    if "description" in member:
        return str(member["description"])
    target = member.get("$ref", "").rpartition("/")[2]
    return str(schema["$defs"].get(target, {}).get("description", ""))
