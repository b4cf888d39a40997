"""Writes `govreport/validation/gate_<id>.py`: the fast path of one layout, as straight-line code.

The gate may only accept. What it writes down here is the schema as closed msgspec structs, the
number of members that a report of this shape has, and every rule as one expression.
"""

from collections.abc import Iterator
from typing import Any

from govreport import resources
from govreport.form.layout import Layout, load_layout
from govreport.rules.data import Instance, load_instances
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

_HEAD = '''"""The fast path of layout {layout}, which may only accept. Generated: python tools/generate.py."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Raw, Struct, field
from msgspec.json import Decoder

from govreport.rules.comparing import agrees, says

'''


def generate(layout: str) -> str:
    """Return the text of the module."""
    schema = resources.read(f"{layout}/report.schema.json")
    parts = [_HEAD.format(layout=layout)]
    for name, member in scalars(schema):
        # Amounts stay raw bytes: only their text shows whether they are written as the standard says.
        kind = "Raw" if scalar_type(member) == "Decimal" else annotated(scalar_type(member), member)
        parts.append(f"{class_name(name)} = {kind}\n")
    for name, definition in objects(schema):
        parts.append("\n\n" + "\n".join(_struct(schema, layout, name, definition)) + "\n")
    parts.append("\n\ndecode = Decoder(Report).decode\n")
    parts.append("\n".join(_tallies(schema)))
    parts.append("\n".join(_amounts(load_layout(layout))))
    parts.append("\n".join(_dates(schema)))
    parts.append("\n".join(_rules(load_layout(layout))) + "\n")
    return "".join(parts)


def _struct(schema: Schema, layout: str, name: str, definition: Schema) -> Iterator[str]:
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


def _may_hold_colon(schema: Schema, value: Schema) -> bool:
    """Tell whether a member is a text in which a colon may stand; those with a pattern hold none."""
    target = reference(value)
    member = schema["$defs"][target] if target else value
    return member.get("type") == "string" and "pattern" not in member


def _tallies(schema: Schema) -> Iterator[str]:
    """Yield functions that count the colons of a report's JSON: one for each member, and those in texts.

    What the schema fixes is a constant; only optional members and texts are counted.
    """
    apart = {reference(v["items"]) for _, d in objects(schema) for v in d["properties"].values() if "items" in v}
    for _, definition in objects(schema):
        for member, value in definition["properties"].items():
            if member not in definition["required"]:
                apart.add(reference(value))
    for name, definition in objects(schema):
        if name in apart or not name:
            yield from _tally(schema, name or "report", definition)


def _tally(schema: Schema, name: str, definition: Schema) -> Iterator[str]:
    lines: list[str] = []
    members = _tally_into(schema, definition, "o", lines)
    yield ""
    yield ""
    yield f"def tally_{name}(o: Any) -> tuple[int, int]:"
    yield '    """Return how many members this object has, and how many colons its texts hold."""'
    yield f"    members, colons = {members}, 0"
    yield from lines
    yield "    return members, colons"


def _tally_into(schema: Schema, definition: Schema, path: str, lines: list[str]) -> int:
    """Append the lines that count what may vary below `path`; return the number of members that may not."""
    fixed = len(definition["required"])
    for member, value in definition["properties"].items():
        place = f"{path}.{attribute_name(member)}"
        target = reference(value)
        is_object = target is not None and "properties" in schema["$defs"][target]
        if member in definition["required"]:
            if is_object:
                fixed += _tally_into(schema, schema["$defs"][target or ""], place, lines)
            elif _may_hold_colon(schema, value):
                lines += [f'    if ":" in {place}:', f'        colons += {place}.count(":")']
        elif value.get("type") == "array":
            item = reference(value["items"])
            lines += [
                f"    if {place}:",
                "        members += 1",
                f"        for item in {place}:",
                f"            more, inside = tally_{item}(item)",
                "            members, colons = members + more, colons + inside",
            ]
        else:
            lines += [f"    if {place} is not None:", "        members += 1"]
            if is_object:
                lines += [
                    f"        more, inside = tally_{target}({place})",
                    "        members, colons = members + more, colons + inside",
                ]
            elif _may_hold_colon(schema, value):
                lines.append(f'        colons += {place}.count(":")')
    return fixed


def _amounts(layout: Layout) -> Iterator[str]:
    amounts = [node for node in layout.cells.values() if node.kind == "amount"]
    yield ""
    yield ""
    yield "def amounts(o: Any) -> tuple[Any, ...]:"
    yield '    """Return the amounts of a report, in the order of print."""'
    yield f"    return ({''.join(_path(node.pointer) + ', ' for node in amounts).strip()})"


def _dates(schema: Schema) -> Iterator[str]:
    """Yield a function that refuses dates which are well formed but in no calendar."""
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


def _path(pointer: str) -> str:
    return "o" + pointer.replace("/", ".")


def _rules(layout: Layout) -> Iterator[str]:
    instances = [i for i in load_instances(layout.id) if not any(c.undivided for c in i.when)]
    patterns = _pattern_names(instances)
    yield ""
    yield ""
    for pattern, name in patterns.items():
        yield f"{name} = re.compile({pattern!r})"
    names: dict[str, str] = {}
    lines: list[str] = []
    _Locals(layout, names, lines).bind()
    summed = {cell for i in instances if i.rule.kind == "equation" for cell in i.left + i.right}
    single = [names[c] for c, node in layout.cells.items() if c not in summed and node.kind != "amount"]
    yield ""
    yield ""
    yield "def balances(o: Any) -> bool:"
    yield '    """Tell whether every cell holds a figure and every sum is right; a blank may also raise TypeError.'
    yield ""
    yield "    Amounts are looked at by their text."
    yield '    """'
    yield from lines
    checks = [_condition(layout, i, names) + _sum(i, names) for i in instances if i.is_arithmetic]
    yield from _all([*checks, f"None not in ({', '.join(single)},)"] if single else checks)
    yield ""
    yield ""
    yield "def reads_well(o: Any) -> bool:"
    yield '    """Tell whether every rule about words, dates and years holds."""'
    for instance in instances:
        for condition in instance.when:
            if condition.above is not None:
                yield from (f"    {names[p]} = {_path(p)}" for p in condition.at if not instance.is_arithmetic)
    wording = ((i, _wording(layout, i, patterns)) for i in instances)
    yield from _all([_condition(layout, i, names) + text for i, text in wording if text is not None])


def _all(checks: list[str]) -> Iterator[str]:
    yield "    return bool("
    for number, check in enumerate(checks):
        yield f"        {'and ' if number else ''}({check})"
    yield "    )"


class _Locals:
    """Gives every cell a local name, walking the objects of the tables once."""

    def __init__(self, layout: Layout, names: dict[str, str], lines: list[str]) -> None:
        self._layout, self._names, self._lines = layout, names, lines
        self._groups = 0

    def bind(self) -> None:
        for table in self._layout.tables:
            self._descend(table, f"o.{table.name}")

    def _descend(self, node: Any, expression: str) -> None:
        group = f"g{self._groups}"
        self._groups += 1
        self._lines.append(f"    {group} = {expression}")
        for child in node.children:
            if child.children:
                self._descend(child, f"{group}.{child.name}")
            elif child.is_cell and child.kind != "amount":
                name = f"c{len(self._names)}"
                self._names[child.pointer] = name
                self._lines.append(f"    {name} = {group}.{child.name}")


def _pattern_names(instances: list[Instance]) -> dict[str, str]:
    rules = [i.rule for i in instances]
    patterns = dict.fromkeys(p for r in rules for p in (r.present, r.absent, r.pattern) if p is not None)
    return {pattern: f"pattern_{number}" for number, pattern in enumerate(patterns)}


def _condition(layout: Layout, instance: Instance, names: dict[str, str]) -> str:
    """Return what stands before a check that is asked only under conditions: "not (…) or "."""
    conditions = []
    for condition in instance.when:
        if condition.above is not None:
            conditions.append(" or ".join(f"{names[p]} > {condition.above}" for p in condition.at))
        else:
            conditions.append(" or ".join(f"{_member(layout, p)} in {condition.among!r}" for p in condition.at))
    return f"not ({' and '.join(f'({c})' for c in conditions)}) or " if conditions else ""


def _sum(instance: Instance, names: dict[str, str]) -> str:
    relation = "==" if instance.rule.relation == "=" else instance.rule.relation
    left, right = (" + ".join(names[c] for c in side) or "0" for side in (instance.left, instance.right))
    return f"{left} {relation} {right}"


def _wording(layout: Layout, instance: Instance, patterns: dict[str, str]) -> str | None:
    """Return the expression that is true where a rule about words holds, None for other rules.

    Rules about blank cells need none: a report with a blank is never called clean.
    """
    rule = instance.rule
    member = _member(layout, instance.at)
    if rule.kind == "presence" and rule.of == "text":
        return f"says({member})"
    if rule.kind == "text":
        if rule.absent is not None:
            return f"not {patterns[rule.absent]}.search({member})"
        return f"{patterns[rule.present or '']}.search({member})"
    if rule.kind == "compare":
        finder = "None" if rule.pattern is None else patterns[rule.pattern]
        return f"agrees({member}, {finder}, {rule.relation!r}, {_derived(rule.value or '')})"
    return None


def _derived(template: str) -> str:
    """Return the expression of a value derived from the year: "{year+1}-01-31" is an f-string of `o.year`."""
    return 'f"' + template.replace("{year", "{o.year") + '"'


def _member(layout: Layout, pointer: str) -> str:
    """Return the expression of a member, None where an object above it is absent."""
    node = layout.nodes[pointer]
    above = [n for n in node.lineage()[:-1] if not n.required]
    return f"({' and '.join([*(_path(n.pointer) for n in above), _path(pointer)])})" if above else _path(pointer)
