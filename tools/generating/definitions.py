"""What the generators read of a schema: its definitions in order, and the Python type of each member."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

_META = {
    "minimum": "ge",
    "maximum": "le",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "pattern": "pattern",
}
_PYTHON = {"integer": "int", "number": "Decimal", "string": "str"}


def class_name(definition: str) -> str:
    """Return the Python name of a definition: "document_counts" gives "DocumentCounts"."""
    return "".join(part.capitalize() for part in definition.split("_"))


def attribute_name(member: str) -> str:
    """Return the attribute of a member: only "$schema" is no Python name and becomes "schema"."""
    return member.removeprefix("$")


def objects(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield (name, definition) of every object, each after those it refers to, the report itself last as ""."""
    done: set[str] = set()

    def visit(name: str, member: Schema) -> Iterator[tuple[str, Schema]]:
        for child in member["properties"].values():
            target = reference(child.get("items", child))
            if target and target not in done and "properties" in schema["$defs"][target]:
                done.add(target)
                yield from visit(target, schema["$defs"][target])
        yield name, member

    yield from visit("", schema)


def scalars(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Yield (name, definition) of every definition that is no object."""
    for name, member in schema["$defs"].items():
        if "properties" not in member:
            yield name, member


def reference(member: Schema) -> str | None:
    """Return the name of the definition that a member refers to, None where it refers to none."""
    return member["$ref"].rpartition("/")[2] if "$ref" in member else None


def nullable(schema: Schema, member: Schema) -> bool:
    """Tell whether null is an allowed value of a member."""
    target = reference(member)
    if target is not None:
        return nullable(schema, schema["$defs"][target])
    return "null" in member.get("type", ()) or None in member.get("enum", ())


def value_type(schema: Schema, member: Schema) -> str:
    """Return the Python type of a member's values, null left out."""
    target = reference(member)
    if target is not None:
        return class_name(target)
    if "const" in member:
        return f'Literal["{member["const"]}"]'
    if "enum" in member:
        return f"Literal[{', '.join(repr(v) for v in member['enum'] if v is not None)}]".replace("'", '"')
    if member["type"] == "array":
        return annotated(f"tuple[{value_type(schema, member['items'])}, ...]", member)
    if member["type"] == "object":
        return "dict[str, Any]"
    return annotated(scalar_type(member), member)


def scalar_type(member: Schema) -> str:
    """Return the bare Python type of a number or a text."""
    types = member["type"] if isinstance(member["type"], list) else [member["type"]]
    return _PYTHON[next(t for t in types if t != "null")]


def annotated(base: str, member: Schema) -> str:
    """Return a type with the constraints that the schema puts on its values.

    msgspec takes none on decimals; the codec reads amounts by their text instead.
    """
    if base == "Decimal":
        return base
    given = ", ".join(f"{_META[k]}={_literal(v)}" for k, v in member.items() if k in _META)
    return f"Annotated[{base}, Meta({given})]" if given else base


def _literal(value: object) -> str:
    return f'r"{value}"' if isinstance(value, str) else f"{value:_}" if isinstance(value, int) else repr(value)
