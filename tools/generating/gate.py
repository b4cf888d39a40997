"""Writes `govreport/validation/gate_<id>.py`: the fast path of one layout, as straight-line code.

The gate may only accept. What it writes down here is the schema as closed msgspec structs, the
number of members that a report of this shape has, and every rule as one expression.
"""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
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

from govreport.rules.comparing import read_from, says

'''


def generate(layout: str) -> str:
    """Return the text of the module."""
    schema = resources.read(f"{layout}/report.schema.json")
    parts = [_HEAD.format(layout=layout)]
    for name, member in scalars(schema):
        parts.append(f"{class_name(name)} = {_gate_type(name, member)}\n")
    for name, definition in objects(schema):
        parts.append("\n\n" + "\n".join(_struct(schema, layout, name, definition)) + "\n")
    parts.append("\n\ndecode = Decoder(Report).decode\n")
    parts.append("\n".join(_counts(schema)))
    parts.append("\n".join(_amounts(load_layout(layout))))
    parts.append("\n".join(_dates(schema)))
    parts.append("\n".join(_rules(load_layout(layout))) + "\n")
    return "".join(parts)


def _gate_type(name: str, member: Schema) -> str:
    # Amounts stay raw bytes: only their text shows whether they are written as the standard says.
    if scalar_type(member) == "Decimal":
        return "Raw"
    # The decoder reads dates faster than a pattern does, and only those that are in the calendar.
    return "date" if name == "date" else annotated(scalar_type(member), member)


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


def _counts(schema: Schema) -> Iterator[str]:
    """Yield two functions: how many members a report's JSON has, and how many colons its texts hold.

    What the schema fixes is a constant; only optional members and texts are counted.
    """
    yield ""
    yield ""
    yield "def members(o: Any) -> int:"
    yield '    """Return how many members the JSON of a report has."""'
    yield from _count_members(schema, schema, "o", "    ", "number = ")
    yield "    return number"
    yield ""
    yield ""
    yield "def colons(o: Any) -> int:"
    yield '    """Return how many colons the texts of a report hold."""'
    yield "    number = 0"
    yield from _count_colons(schema, schema, "o", "    ")
    yield "    return number"


def _count_members(
    schema: Schema, definition: Schema, path: str, indent: str, begin: str = "number += ", given: int = 0
) -> Iterator[str]:
    """Yield the lines that count `given` members and those of the object at `path`, with all below it."""
    lines: list[str] = []
    optional: list[str] = []
    fixed = given

    def visit(inner: Schema, path: str) -> None:
        nonlocal fixed
        fixed += len(inner["required"])
        for member, value in inner["properties"].items():
            place = f"{path}.{attribute_name(member)}"
            below, target = _object_below(schema, value)
            if "items" in value:
                each = f"each_{target}"
                lines.append(f"{indent}if {place}:")
                lines.append(f"{indent}    number += 1")
                lines.append(f"{indent}    for {each} in {place}:")
                lines.extend(_count_members(schema, below, each, indent + " " * 8))
            elif below and member in inner["required"]:
                visit(below, place)
            elif below:
                lines.append(f"{indent}if {place} is not None:")
                lines.extend(_count_members(schema, below, place, indent + "    ", given=1))
            elif member not in inner["required"]:
                optional.append(place)

    visit(definition, path)
    # Counting the absent ones in a tuple is quicker than adding up truths.
    present = f" - ({', '.join(optional)},).count(None)" if optional else ""
    yield f"{indent}{begin}{fixed + len(optional)}{present}"
    yield from lines


def _count_colons(schema: Schema, definition: Schema, path: str, indent: str) -> Iterator[str]:
    """Yield the lines that count the colons in the texts below `path`."""
    for member, value in definition["properties"].items():
        place = f"{path}.{attribute_name(member)}"
        inner, target = _object_below(schema, value)
        present = "" if member in definition["required"] else f"{place} is not None"
        if "items" in value:
            below = list(_count_colons(schema, inner, f"each_{target}", indent + "    "))
            yield from [f"{indent}for each_{target} in {place}:", *below] if below else []
        elif inner:
            below = list(_count_colons(schema, inner, place, indent + "    " * bool(present)))
            yield from [f"{indent}if {present}:", *below] if below and present else below
        elif _may_hold_colon(schema, value):
            # To look whether there is one is far quicker than to count.
            yield f'{indent}if {present + " and " if present else ""}":" in {place}:'
            yield f'{indent}    number += {place}.count(":")'


def _object_below(schema: Schema, value: Schema) -> tuple[Schema, str]:
    """Return the object that a member, or each item of a list, is, with its name; empty where it is none."""
    target = reference(value.get("items", value)) or ""
    definition = schema["$defs"].get(target, {})
    return (definition, target) if "properties" in definition else ({}, "")


def _amounts(layout: Layout) -> Iterator[str]:
    amounts = [node for node in layout.cells.values() if node.kind == "amount"]
    yield ""
    yield ""
    yield "def amounts(o: Any) -> tuple[Any, ...]:"
    yield '    """Return the amounts of a report, in the order of print."""'
    yield f"    return ({''.join(_path(node.pointer) + ', ' for node in amounts).strip()})"


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


def _path(pointer: str) -> str:
    return "o" + pointer.replace("/", ".")


def _rules(layout: Layout) -> Iterator[str]:
    instances = [i for i in load_instances(layout.id) if not any(c.undivided for c in i.when)]
    patterns = _pattern_names(instances)
    yield ""
    yield ""
    for pattern, name in patterns.items():
        yield f"{name} = re.compile({pattern!r})"
    always = [i for i in instances if i.rule.kind == "equation" and not i.when]
    implied = {id(i) for i in always} - {id(i) for i in _independent(always)}
    asked = [i for i in instances if i.is_arithmetic and id(i) not in implied]
    # To add up a blank raises TypeError; cells that no such sum has are looked at one by one.
    summed = {cell for i in always if len(i.left + i.right) > 2 for cell in i.left + i.right}
    single = [c for c, node in layout.cells.items() if c not in summed and node.kind != "amount"]
    uses = Counter(cell for i in asked for cell in _cells(i))
    uses.update(single)
    names: dict[str, str] = {}
    lines: list[str] = []
    _Locals(layout, uses, names, lines).bind()
    yield ""
    yield ""
    yield "def balances(o: Any) -> bool:"
    yield '    """Tell whether every cell holds a figure and every sum is right; a blank may also raise TypeError.'
    yield ""
    yield "    Amounts are looked at by their text. Equations that follow from the others are left out."
    yield '    """'
    yield from lines
    # The sum before its condition: it is quicker to look at, and most often right.
    checks = [f"{_sum(i, names)}{_unless(_condition(layout, i, names))}" for i in asked]
    yield from _all([*checks, f"None not in ({', '.join(names[c] for c in single)},)"] if single else checks)
    yield ""
    yield ""
    yield "def reads_well(o: Any) -> bool:"
    yield '    """Tell whether every rule about words, dates and years holds."""'
    places = {p: _path(p) for p in layout.cells}
    wording = ((i, _wording(layout, i, patterns)) for i in instances)
    asked_words = [(_condition(layout, i, places), text) for i, text in wording if text is not None]
    yield from _all([f"not ({condition}) or {text}" if condition else text for condition, text in asked_words])


def _cells(instance: Instance) -> tuple[str, ...]:
    """Return every cell that a check of this instance names."""
    return (*instance.left, *instance.right, *(p for c in instance.when if c.above is not None for p in c.at))


def _independent(equations: list[Instance]) -> list[Instance]:
    """Return equations that do not follow from one another and from which all the others follow.

    Short ones are kept and long ones left out: that the rows add up and so do six columns says that the seventh does.
    """
    kept = []
    reduced: dict[str, dict[str, Fraction]] = {}  # by the cell that each of them is solved for
    for equation in sorted(equations, key=lambda i: len(i.left + i.right)):
        rest: dict[str, Fraction] = {}
        for sign, side in ((1, equation.left), (-1, equation.right)):
            for cell in side:
                rest[cell] = rest.get(cell, Fraction()) + sign
        for cell, row in reduced.items():
            if factor := rest.get(cell):
                for other, value in row.items():
                    rest[other] = rest.get(other, Fraction()) - factor * value
        pivot = next((cell for cell, value in rest.items() if value), None)
        if pivot is not None:
            reduced[pivot] = {cell: value / rest[pivot] for cell, value in rest.items() if value}
            kept.append(equation)
    return kept


def _all(checks: list[str]) -> Iterator[str]:
    yield "    return bool("
    for number, check in enumerate(checks):
        yield f"        {'and ' if number else ''}({check})"
    yield "    )"


class _Locals:
    """Gives every cell an expression, walking the objects of the tables once.

    It is a local name where the cell is used more than once.
    """

    def __init__(self, layout: Layout, uses: Counter[str], names: dict[str, str], lines: list[str]) -> None:
        self._layout, self._uses, self._names, self._lines = layout, uses, names, lines
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
                name = expression = f"{group}.{child.name}"
                if self._uses[child.pointer] > 1:
                    name = f"c{len(self._names)}"
                    self._lines.append(f"    {name} = {expression}")
                self._names[child.pointer] = name


def _pattern_names(instances: list[Instance]) -> dict[str, str]:
    rules = [i.rule for i in instances]
    patterns = dict.fromkeys(p for r in rules for p in (r.present, r.absent, r.pattern) if p is not None)
    return {pattern: f"pattern_{number}" for number, pattern in enumerate(patterns)}


def _condition(layout: Layout, instance: Instance, names: dict[str, str]) -> str:
    """Return the expression of the conditions under which a check is asked, "" where it always is."""
    conditions = []
    for condition in instance.when:
        if condition.above is not None:
            conditions.append(" or ".join(f"{names[p]} > {condition.above}" for p in condition.at))
        else:
            conditions.append(" or ".join(f"{_member(layout, p)} in {condition.among!r}" for p in condition.at))
    return " and ".join(f"({c})" for c in conditions)


def _unless(condition: str) -> str:
    return f" or not ({condition})" if condition else ""


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
        relation = "==" if rule.relation == "=" else rule.relation
        expected = f"{relation} {_derived(rule.value or '')}"
        if rule.pattern is None:
            return f"{member} is None or str({member}) {expected}"
        found = f"(found := {patterns[rule.pattern]}.search({member}))"
        return f"{member} is None or {found} is None or read_from(found) {expected}"
    return None


def _derived(template: str) -> str:
    """Return the expression of a value derived from the year: "{year+1}-01-31" is an f-string of `o.year`."""
    return 'f"' + template.replace("{year", "{o.year") + '"'


def _member(layout: Layout, pointer: str) -> str:
    """Return the expression of a member, None where an object above it is absent."""
    node = layout.nodes[pointer]
    above = [n for n in node.lineage()[:-1] if not n.required]
    return f"({' and '.join([*(_path(n.pointer) for n in above), _path(pointer)])})" if above else _path(pointer)
