"""The counts of a gate: how many members a report's JSON has, and how many colons its texts hold.

What the schema fixes is a constant; only optional members and texts are counted.
"""

from collections.abc import Iterator

from tools.generating.definitions import Schema, attribute_name, reference


def counts(schema: Schema) -> Iterator[str]:
    """Yield the two functions."""
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


def _may_hold_colon(schema: Schema, value: Schema) -> bool:
    """Tell whether a member is a text in which a colon may stand; those with a pattern hold none."""
    target = reference(value)
    member = schema["$defs"][target] if target else value
    return member.get("type") == "string" and "pattern" not in member
