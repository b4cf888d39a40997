"""A layout as types of TypeScript: an interface for each object of the schema, with the printed labels as comments.

What types cannot say (least and greatest values, patterns, lengths, whole numbers) stands in the comments.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from govreport import resources
from govreport.kinds import kind_of, schema_file
from govreport.messages import LANGUAGES

Schema = Mapping[str, Any]

_TYPES = {"integer": "number", "number": "number", "string": "string", "boolean": "boolean", "null": "null"}
# What a comment says of values, in the order of the schema.
_TOLD = ("minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "unit")
# Names that mean something else wherever nothing is imported.
_GLOBALS = frozenset({"Date", "Error", "Map", "Number", "Object", "Record", "Set", "String", "Symbol"})
_INDENT = "  "


def typescript(layout: str) -> str:
    """Return a module of TypeScript that exports a type for the document of a layout and for each of its parts."""
    schema: Schema = resources.read(schema_file(layout))
    root = kind_of(layout).class_of(layout)
    blocks = [_comment(schema, "", [f"{schema['$id']}, govreport schema {layout} --as typescript"])]
    blocks[0] += _interface(root, schema, _INDENT)
    for name, definition in schema["$defs"].items():
        comment = _comment(definition, "", [])
        if "properties" in definition:
            blocks.append(comment + _interface(type_name(name), definition, _INDENT))
        else:
            blocks.append(f"{comment}export type {type_name(name)} = {_type(definition)};\n")
    return "\n".join(blocks)


def type_name(definition: str) -> str:
    """Return the name of the type for a definition of the schema: DocumentCounts for document_counts."""
    name = "".join(part.capitalize() for part in definition.split("_"))
    return f"{name}Text" if name in _GLOBALS else name


def _interface(name: str, definition: Schema, indent: str) -> str:
    lines = [f"export interface {name} {{\n"]
    for member, of in definition["properties"].items():
        optional = "" if member in definition.get("required", ()) else "?"
        written = member if member.isidentifier() else _literal(member)
        lines.append(f"{_comment(of, indent, [])}{indent}{written}{optional}: {_type(of)};\n")
    return "".join((*lines, "}\n"))


def _type(of: Schema) -> str:
    """Return the type of the values that a part of the schema allows."""
    if "$ref" in of:
        return type_name(of["$ref"].rpartition("/")[2])
    if "const" in of:
        return _literal(of["const"])
    if "enum" in of:
        return " | ".join(map(_literal, of["enum"]))
    types = of["type"] if isinstance(of["type"], list) else [of["type"]]
    return " | ".join(_of_type(name, of) for name in types)


def _of_type(name: str, of: Schema) -> str:
    if name == "array":
        item = _type(of["items"])
        return f"({item})[]" if "|" in item else f"{item}[]"
    if name == "object":
        return "{ [name: string]: unknown }"
    return _TYPES[name]


def _comment(of: Schema, indent: str, more: list[str]) -> str:
    """Return the comment of a part of the schema, with its label and meaning in both languages; "" without any."""
    meaning = of.get("definition", {})
    labels = [of[key] for key in ("title", "description") if key in of]
    lines = [" · ".join(labels)] if labels else []
    lines += [meaning[language] for language in LANGUAGES if language in meaning]
    lines += more
    lines += [f"@{key} {of[key]}" for key in _TOLD if key in of]
    # What would end the comment stands in patterns alone.
    safe = [line.replace("*/", "*\\/") for line in "\n".join(lines).split("\n") if line]
    if len(safe) <= 1:
        return "".join(f"{indent}/** {line} */\n" for line in safe)
    return f"{indent}/**\n" + "".join(f"{indent} * {line}\n" for line in safe) + f"{indent} */\n"


def _literal(value: Any) -> str:
    return msgspec.json.encode(value).decode()
