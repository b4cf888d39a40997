"""Near misses of a full document: one change each, at every place, with the verdict that the schema owes it."""

import json
from collections.abc import Iterator
from typing import Any

from .documents import Builder, Place, Sample, Schema, at, changed, without

# Lists of a size that only costs time are not built.
_LONGEST_LIST = 20_000
_NO_REPORTS: tuple[Any, ...] = (None, 0, "", [], {})
_NO_NUMBERS: tuple[Any, ...] = (True, False, [], {})


def samples(layout: str) -> list[Sample]:
    """Return the minimal and the full document of a layout and all near misses of the full one."""
    builder = Builder(layout)
    full = builder.build(builder.schema)
    found = [
        Sample(name="minimal", document=builder.build(builder.schema, full=False), is_valid=True),
        Sample(name="full", document=full, is_valid=True),
        *(_sample(full, (), wrong, is_valid=False) for wrong in _NO_REPORTS),
    ]
    seen = set()
    for place, member in builder.places(builder.schema, full):
        found += _of_members(full, place, member)
        found.append(_sample(full, place, 7 if isinstance(at(full, place), str) else "7", is_valid=False))
        # Limits belong to the schema, not to the place: one place of each kind is enough.
        limits = json.dumps({k: v for k, v in member.items() if k in _LIMITS}, sort_keys=True)
        if limits not in seen:
            seen.add(limits)
            found += [_sample(full, place, value, is_valid) for value, is_valid in _at_limits(full, place, member)]
    return found


_LIMITS = ("const", "enum", "type", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems")


def _sample(full: Any, place: Place, value: Any, is_valid: bool) -> Sample:
    shown = f"{value!r:.40}"
    return Sample(name=f"{_pointer(place)} = {shown}", document=changed(full, place, value), is_valid=is_valid)


def _pointer(place: Place) -> str:
    return "".join(f"/{token}" for token in place)


def _of_members(full: Any, place: Place, member: Schema) -> Iterator[Sample]:
    """Drop each member of an object, and add one that the form does not have."""
    if not isinstance(at(full, place), dict):
        return
    for name in member.get("properties", ()):
        document = without(full, (*place, name))
        is_valid = name not in member["required"]
        yield Sample(name=f"{_pointer(place)} without {name}", document=document, is_valid=is_valid)
    document = changed(full, place, {**at(full, place), "cn.example": 1})
    is_open = member["additionalProperties"]
    yield Sample(name=f"{_pointer(place)} with another member", document=document, is_valid=is_open)


def _at_limits(full: Any, place: Place, member: Schema) -> Iterator[tuple[Any, bool]]:
    """Yield values on both sides of every limit that a schema sets, each with whether it is within."""
    value = at(full, place)
    yield None, "null" in member.get("type", "") or None in member.get("enum", ())
    for allowed in member.get("enum", ()):
        yield allowed, True
    if isinstance(value, str):
        yield from _texts(value, member)
    elif isinstance(value, list):
        yield [], False
        for size in (member["maxItems"], member["maxItems"] + 1):
            if size <= _LONGEST_LIST:
                yield value * size, size == member["maxItems"]
    elif isinstance(value, int):
        yield from ((wrong, False) for wrong in _NO_NUMBERS)
        for limit, beyond in ((member["minimum"], -1), (member["maximum"], 1)):
            yield limit, True
            yield limit + beyond, False
        # A schema cannot tell 1.0 from 1: that is for the lexical layer.
        yield float(member["minimum"]), True
        yield member["minimum"] + 0.5, "number" in member["type"]


def _texts(value: str, member: Schema) -> Iterator[tuple[str, bool]]:
    if "maxLength" not in member:
        yield value + " ", False
        yield "", False
        return
    if "pattern" in member:
        # A pattern that ends in "$" must not let a line feed at the end pass, as it does in some languages.
        for wrong in (value + "\n", "\n" + value, value + "０", value[:-1] + "!", value[:-1] + "\u0660", ""):
            yield wrong, False
        return
    # Lengths count code points, also those outside the basic plane.
    yield "", not member.get("minLength", 0)
    for letter in ("a", "\U00020000"):
        yield letter * member["maxLength"], True
        yield letter * (member["maxLength"] + 1), False
