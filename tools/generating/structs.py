"""The closed msgspec structs of a gate: what the schema says of types, ranges and members, as classes."""

from collections.abc import Iterator

from tools.generating.definitions import (
    Schema,
    annotated,
    attribute_name,
    class_name,
    nullable,
    reference,
    scalar_type,
    value_type,
)


def gate_type(name: str, member: Schema) -> str:
    """Return the type of a definition that is no object."""
    # Amounts stay raw bytes: only their text shows whether they are written as the standard says.
    if scalar_type(member) == "Decimal":
        return "Raw"
    # The decoder reads dates faster than a pattern does, and only those that are in the calendar.
    return "date" if name == "date" else annotated(scalar_type(member), member)


def struct(schema: Schema, name: str, definition: Schema) -> Iterator[str]:
    """Yield the lines of the class of an object, that of the report itself where `name` is ""."""
    yield f"class {class_name(name) if name else 'Report'}(Struct, forbid_unknown_fields=True, kw_only=True, gc=False):"
    for member, value in definition["properties"].items():
        kind = value_type(schema, value)
        attribute = attribute_name(member)
        if nullable(schema, value) and not _is_amount(schema, value):
            kind += " | None"
        default = ""
        if member not in definition["required"]:
            # An optional member may be absent, not null: the type stays without None.
            default = " = ()" if value.get("type") == "array" else " = None  # type: ignore[assignment]"
            if attribute != member:
                default = f' = field(name="{member}", default=None)  # type: ignore[assignment]'
        yield f"    {attribute}: {kind}{default}"


def _is_amount(schema: Schema, value: Schema) -> bool:
    target = reference(value)
    return target is not None and "number" in schema["$defs"][target].get("type", ())
