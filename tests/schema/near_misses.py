"""Near misses of a full document: one change each, at every place, with the verdict that the schema owes it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from .documents import Builder, Place, Sample, Schema, at, changed, without

# Lists of a size that only costs time are not built.
_LONGEST_LIST = 20_000
_NO_REPORTS: tuple[Any, ...] = (None, 0, "", [], {})
_NO_NUMBERS: tuple[Any, ...] = (True, False, [], {})


@cache
def samples(layout: str) -> tuple[Sample, ...]:
    """Return the minimal and the full document of a layout and all near misses of the full one."""
    builder = Builder(layout)
    full = builder.build(builder.schema)
    found = [
        Sample(name="minimal", document=builder.build(builder.schema, full=False), is_valid=True),
        Sample(name="full", document=full, is_valid=True),
        *(_sample(full, (), wrong, is_valid=False) for wrong in _NO_REPORTS),
    ]
    seen = set()
    definitions: dict[Place, str] = {}
    for place, member in builder.places(builder.schema, full):
        definitions[place] = _definition(member)
        found += _of_members(full, place, member)
        line = f"{definitions.get(place[:-1])} {place[-1:]}"
        found.append(_sample(full, place, 7 if isinstance(at(full, place), str) else "7", is_valid=False, about=line))
        # Limits belong to the schema, not to the place: one place of each kind is enough.
        limits = json.dumps({k: v for k, v in member.items() if k in _LIMITS}, sort_keys=True)
        if limits not in seen:
            seen.add(limits)
            found += [_sample(full, place, value, is_valid) for value, is_valid in _at_limits(full, place, member)]
    return tuple(found)


def samples_of_each_line(layout: str) -> list[Sample]:
    """Return of those about the same line of the schema one, the places at which it is broken taken in turn."""
    alike: dict[str | int, list[Sample]] = defaultdict(list)
    for number, sample in enumerate(samples(layout)):
        alike[sample.about or number].append(sample)
    return [same[number % len(same)] for number, same in enumerate(alike.values())]


def samples_of_each_limit(layout: str) -> list[Sample]:
    """Return the samples on both sides of every limit, and the two documents without a change."""
    return [sample for sample in samples(layout) if sample.about is None]


_LIMITS = ("const", "enum", "type", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems")


def _definition(member: Schema) -> str:
    return json.dumps(member.get("properties", member))


def _sample(full: Any, place: Place, value: Any, is_valid: bool, about: str | None = None) -> Sample:
    shown = f"{value!r:.40}"
    document = changed(full, place, value)
    return Sample(name=f"{_pointer(place)} = {shown}", document=document, is_valid=is_valid, about=about)


def _pointer(place: Place) -> str:
    return "".join(f"/{token}" for token in place)


def _of_members(full: Any, place: Place, member: Schema) -> Iterator[Sample]:
    """Drop each member of an object, and add one that the form does not have."""
    if not isinstance(at(full, place), dict):
        return
    definition = _definition(member)
    for name in member.get("properties", ()):
        yield Sample(
            name=f"{_pointer(place)} without {name}",
            document=without(full, (*place, name)),
            is_valid=name not in member["required"],
            about=f"{definition} without {name}",
        )
    yield Sample(
        name=f"{_pointer(place)} with another member",
        document=changed(full, place, {**at(full, place), "cn.example": 1}),
        is_valid=member["additionalProperties"],
        about=definition,
    )


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
