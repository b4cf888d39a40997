"""Objects as JSON values, by attribute: what was never given is left out, and all else is as it was given."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from math import isfinite
from typing import Any

import attrs

from govreport.form.layout import Node, load_layout
from govreport.model.registry import CLASSES, Document
from govreport.validation.gate import gate_module

_SCALARS = frozenset({int, str, Decimal})
_PLAIN = _SCALARS | {type(None)}


def members_of(document: Document) -> dict[str, Any]:
    """Return the JSON values of a document by attribute, in the order of the schema, absent ones left out."""
    return _members(document, _tables(document))


def _members(value: Any, known: dict[str, Any]) -> dict[str, Any]:
    """Return the members of an object; of some of them the JSON values are `known`."""
    members = {}
    for name, is_optional in _fields(value.__class__) or ():
        if name in known:
            members[name] = known[name]
            continue
        member = getattr(value, name)
        if is_optional and (member is None or member == ()):
            continue
        members[name] = member if member is None or type(member) in _SCALARS else _plain(member)
    return members


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if _fields(value.__class__) is None:
        # A caller may give an amount as a float; it is the decimal that it prints as, here as in `validate`.
        return Decimal(repr(float(value))) if isinstance(value, float) and isfinite(value) else value
    return _members(value, {})


def _tables(document: Document) -> dict[str, Any]:
    """Return the JSON values of the tables by name, where they hold what the standard asks for; {} for any other."""
    kind: Any = document.__class__
    expected = _objects_of(kind)
    gate = gate_module(document.layout.encode()) if expected else None
    try:
        taken = gate.tables(document) if gate is not None else None
    # Instead of an object of the form stands something else.
    except AttributeError:
        return {}
    if taken is None:
        return {}
    objects, values, tables = taken
    is_usual = tuple(map(type, objects)) == expected and _PLAIN.issuperset(map(type, values))
    found: dict[str, Any] = tables if is_usual else {}
    return found


@cache
def _objects_of(kind: Any) -> tuple[type[object], ...]:
    """Return the classes of the objects of the tables, each before those in it; () where a gate has no such tables."""
    layout = next((name for name, made in CLASSES.items() if made is kind), None)
    if layout is None:
        return ()
    fields = {field.name: field.type for field in attrs.fields(kind)}
    return tuple(made for table in load_layout(layout).tables for made in _below(table, fields[table.name]))


def _below(node: Node, kind: Any) -> Iterator[type[object]]:
    yield kind
    fields = {field.name: field.type for field in attrs.fields(kind)}
    for child in node.children:
        if child.children:
            yield from _below(child, fields[child.name])


@cache
def _fields(kind: type[object]) -> tuple[tuple[str, bool], ...] | None:
    """Return (name, whether it may be absent) of the members of a model class, None for any other type."""
    if not attrs.has(kind):
        return None
    return tuple((f.name, f.default is None or f.default == ()) for f in attrs.fields(kind))
