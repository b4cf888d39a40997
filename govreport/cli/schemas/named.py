"""The JSON Schema of a layout for generators of code, which make the names of types out of titles.

In the standard `title` is the printed label, in Chinese; most generators can make no name of it. Here `title` is the
name of the type of an object, and the label stands in the description. What the schema allows is the same.
"""

from collections.abc import Mapping
from typing import Any

from govreport import resources
from govreport.cli.schemas.typescript import type_name
from govreport.kinds import kind_of, schema_file
from govreport.messages import LANGUAGES

# What only this standard knows says nothing to a generator.
_OWN = frozenset(
    {"title", "description", "definition", "basis", "axis", "corner", "heading", "note", "aliases", "unit"}
)


def named(layout: str) -> dict[str, Any]:
    """Return the schema of a layout with the names of types as titles."""
    schema: Mapping[str, Any] = resources.read(schema_file(layout))
    definitions = {name: _described(of, type_name(name)) for name, of in schema["$defs"].items()}
    root = _described(schema, kind_of(layout).class_of(layout))
    return {**root, "$defs": definitions}


def _described(of: Mapping[str, Any], name: str | None = None) -> dict[str, Any]:
    """Return a part of a schema with label and meaning as its description, and with a name where it is a type."""
    labels = " · ".join(of[key] for key in ("title", "description") if key in of)
    meaning = of.get("definition", {})
    told = "\n".join(filter(None, (labels, *(meaning.get(language) for language in LANGUAGES))))
    made: dict[str, Any] = {key: value for key, value in of.items() if key not in _OWN}
    # A number or a text is no type of its own.
    if name is not None and "properties" in of:
        made["title"] = name
    if told:
        made["description"] = told
    if "properties" in of:
        made["properties"] = {member: _described(value) for member, value in of["properties"].items()}
    return made
