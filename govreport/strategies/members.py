"""Members of a report that no rule of the tables binds, drawn from the JSON Schema of the layout."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from govreport.form.layout import load_layout
from govreport.pointers import tokens
from govreport.strategies.texts import texts

Schema = Mapping[str, Any]
_LONGEST_LIST = 2
_RUN = re.compile(r"\^(\[[-A-Za-z0-9]+\])\{([0-9]+)\}\$\(\?!\\n\)")
_DEEPEST = 4
_NUMBERS = st.one_of(
    st.integers(-(10**39) + 1, 10**39),
    st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**9), 10**9), st.integers(1, 6)),
)
_NAMES = st.one_of(st.sampled_from(["layout", "amount", "a:b", "~/", ""]), texts())


@cache
def member_of(layout: str, pointer: str) -> st.SearchStrategy[Any]:
    """Return a strategy for the member at a pointer, such as "/organ/name"; "/marks/mark" is one of each item."""
    if pointer == "/extensions":
        return extensions()
    schema = load_layout(layout).schema
    member = schema
    for name in tokens(pointer):
        holder = _resolved(schema, member)
        member = _resolved(schema, holder.get("items", holder))["properties"][name]
    return _strategy(schema, member)


@st.composite
def some_of(draw: st.DrawFn, names: tuple[str, ...]) -> tuple[str, ...]:
    """Draw a selection of names, in their order: one draw for all of them, and a quarter of them on average."""
    either, other = divmod(draw(st.integers(0, 4 ** len(names) - 1)), 2 ** len(names)) if names else (0, 0)
    return tuple(name for number, name in enumerate(names) if (either & other) >> number & 1)


def extensions() -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for extensions: any JSON under reverse-domain names."""
    names = st.sampled_from(["cn.gov.example", "cn.gov.beijing.tj", "org.example-1.x"])
    leaves = st.one_of(st.none(), st.booleans(), _NUMBERS, texts())
    values = st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=_LONGEST_LIST), st.dictionaries(_NAMES, inner, max_size=_LONGEST_LIST)
        ),
        max_leaves=_DEEPEST,
    )
    return st.dictionaries(names, values, max_size=_LONGEST_LIST)


def _resolved(schema: Schema, member: Schema) -> Schema:
    if "$ref" not in member:
        return member
    return {**schema["$defs"][member["$ref"].rpartition("/")[2]], **member}


def _strategy(schema: Schema, member: Schema) -> st.SearchStrategy[Any]:
    if member.get("$ref") == "#/$defs/date":
        return st.dates().map(lambda day: day.isoformat())
    member = _resolved(schema, member)
    if "enum" in member:
        return st.sampled_from(sorted(member["enum"], key=lambda value: value is not None))
    if member["type"] == "object":
        return _objects(schema, member)
    if member["type"] == "array":
        return st.lists(_strategy(schema, member["items"]), min_size=1, max_size=_LONGEST_LIST)
    if member["type"] == "integer":
        return st.integers(member["minimum"], member["maximum"])
    if "pattern" in member:
        return _matching(member["pattern"])
    return texts()


def _matching(pattern: str) -> st.SearchStrategy[str]:
    """Return a strategy for texts that match a pattern: one draw where it is a run of characters, such as a hash."""
    run = _RUN.fullmatch(pattern)
    if run is None:
        return st.from_regex(pattern, fullmatch=True)
    allowed, size = [c for c in map(chr, range(128)) if re.match(run[1], c)], int(run[2])
    return st.text(allowed, min_size=size, max_size=size)


def _objects(schema: Schema, member: Schema) -> st.SearchStrategy[dict[str, Any]]:
    return _some_members(
        {name: _strategy(schema, child) for name, child in member["properties"].items()},
        frozenset(member["required"]),
    )


@st.composite
def _some_members(
    draw: st.DrawFn, strategies: Mapping[str, st.SearchStrategy[Any]], required: frozenset[str]
) -> dict[str, Any]:
    chosen = required.union(draw(some_of(tuple(name for name in strategies if name not in required))))
    return {name: draw(strategy) for name, strategy in strategies.items() if name in chosen}
