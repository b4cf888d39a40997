"""Writes the modules in `govreport/model/` with the attrs classes of one layout each."""

from collections.abc import Iterator, Mapping
from typing import Any

from govreport import kinds, resources
from govreport.form.citing import cite
from govreport.kinds import Kind
from tools.generating.definitions import (
    Schema,
    annotated,
    attribute_name,
    class_name,
    nullable,
    objects,
    reference,
    scalar_type,
    scalars,
    value_type,
)

_HEAD = '''"""{what}, as frozen attrs classes. Generated: python tools/generate.py."""

{imports}from typing import Annotated, Any, Literal

import attrs
from msgspec import Meta

'''


def generate(kind: Kind, layout: str) -> str:
    """Return the text of the module with the classes of a layout."""
    schema = resources.read(kinds.schema_file(layout))
    lines = []
    for name, member in scalars(schema):
        lines.append(f"{class_name(name)} = {annotated(scalar_type(member), member)}\n")
    for name, definition in objects(schema):
        lines.append("\n\n" + "\n".join(_class(schema, class_name(name) or kind.class_of(layout), definition)) + "\n")
    text = "".join(lines)
    imports = "from decimal import Decimal\n" if "Decimal" in text else ""
    return _HEAD.format(what=kind.summary.format(layout=layout), imports=imports) + text


def _class(schema: Schema, name: str, definition: Schema) -> Iterator[str]:
    yield "@attrs.frozen(kw_only=True)"
    yield f"class {name}:"
    yield from _docstring(definition, "    ", {})
    required = definition["required"]
    for member, value in definition["properties"].items():
        yield ""
        kind = value_type(schema, value)
        default = ""
        if "const" in value:
            default = f' = "{value["const"]}"'
        elif value.get("type") == "array" and member not in required:
            default = " = ()"
        elif member not in required:
            kind, default = f"{kind} | None", " = None"
        elif nullable(schema, value):
            kind = f"{kind} | None"
        yield f"    {attribute_name(member)}: {kind}{default}"
        target = reference(value)
        yield from _docstring(value, "    ", schema["$defs"][target] if target else {})


def _docstring(member: Schema, indent: str, behind: Mapping[str, Any]) -> Iterator[str]:
    """Yield a docstring: printed label and English name, definitions, unit and legal basis."""

    def get(key: str) -> Any:
        return member.get(key, behind.get(key))

    heads = [text for text in (get("title"), get("description")) if text]
    rest = []
    definition = get("definition")
    if definition:
        rest += [definition["zh"], definition["en"]]
    if get("unit"):
        rest.append(f"Unit: {get('unit').replace('_', ' ')}.")
    if get("basis"):
        rest.append(f"Basis: {'; '.join(cite(entry, 'en') for entry in get('basis'))}.")
    head = " - ".join(heads).rstrip(".") + "."
    if not rest:
        yield f'{indent}"""{head}"""'
        return
    yield f'{indent}"""{head}'
    yield ""
    for line in rest:
        yield indent + line
    yield f'{indent}"""'
