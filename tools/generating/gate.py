"""Writes `govreport/validation/gate_<id>.py`: the fast path of one layout, as straight-line code.

The gate may only accept. What it writes down here is the schema as closed msgspec structs, the
number of members that a report of this shape has, and every rule as one expression.
"""

from collections.abc import Iterator

from govreport import kinds, resources
from govreport.form.layout import Layout, load_layout
from tools.generating.counting import counts
from tools.generating.definitions import Schema, class_name, objects, reference, scalars
from tools.generating.expressions import path, rules
from tools.generating.structs import gate_type, struct
from tools.generating.tables import figures, tables

_HEAD = '''"""The fast path of layout {layout}, which may only accept. Generated: python tools/generate.py."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Raw, Struct, field
from msgspec.json import Decoder

from govreport.rules.comparing import counting, read_from, says
from govreport.rules.slips import are_clean

'''


def generate(layout: str) -> str:
    """Return the text of the module."""
    schema = resources.read(kinds.schema_file(layout))
    parts = [_HEAD.format(layout=layout)]
    for name, member in scalars(schema):
        parts.append(f"{class_name(name)} = {gate_type(name, member)}\n")
    for name, definition in objects(schema):
        parts.append("\n\n" + "\n".join(struct(schema, name, definition)) + "\n")
    parts.append("\n\ndecode = Decoder(Report).decode\n")
    parts.append("\n".join(counts(schema)))
    parts.append("\n".join(_amounts(load_layout(layout))))
    parts.append("\n".join(_texts(load_layout(layout))))
    parts.append("\n".join(_dates(schema)))
    parts.append("\n".join(tables(load_layout(layout))))
    parts.append("\n".join(figures(load_layout(layout))))
    parts.append("\n".join(rules(load_layout(layout))) + "\n")
    return "".join(parts)


def _amounts(layout: Layout) -> Iterator[str]:
    amounts = [node for node in layout.cells.values() if node.kind == "amount"]
    yield ""
    yield ""
    yield "def amounts(o: Any) -> tuple[Any, ...]:"
    yield '    """Return the amounts of a report, in the order of print."""'
    yield f"    return ({''.join(path(node.pointer) + ', ' for node in amounts).strip()})"


def _texts(layout: Layout) -> Iterator[str]:
    sections = [node for node in layout.root.children if node.kind == "section"]
    yield ""
    yield ""
    yield "def texts(o: Any) -> tuple[tuple[str, str | None], ...]:"
    yield '    """Return the running texts of a report with their places, in the order of print."""'
    yield f"    return ({''.join(f'({node.pointer!r}, {path(node.pointer)}), ' for node in sections).strip()})"


def _dates(schema: Schema) -> Iterator[str]:
    """Yield a function that refuses dates which are well formed but in no calendar.

    For report objects, in which dates are texts; the structs of the gate hold real dates.
    """
    yield ""
    yield ""
    yield "def dates_exist(o: Any) -> bool:"
    yield '    """Tell whether every date of a report stands in the calendar."""'
    yield "    try:"
    for member, value in schema["properties"].items():
        target = reference(value)
        if target == "date":
            yield f"        if o.{member} is not None:"
            yield f"            date.fromisoformat(o.{member})"
        elif target and "properties" in schema["$defs"][target]:
            definition = schema["$defs"][target]
            for inner, part in definition["properties"].items():
                if reference(part) == "date":
                    missing = "" if inner in definition["required"] else f" and o.{member}.{inner} is not None"
                    yield f"        if o.{member} is not None{missing}:"
                    yield f"            date.fromisoformat(o.{member}.{inner})"
    yield "    except ValueError:"
    yield "        return False"
    yield "    return True"
