"""Who says which keyword of the schema a document violates, and where.

`jsonschema` is the reference. `jsonschema-rs`, where it is installed (`govreport[fast]`), stands in for
it: both are asked only for keyword and place, which a property test shows to be the same, and
everything that a finding says beyond that is worked out here.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from govreport.form.layout import load_layout

Place = tuple[str | int, ...]
Violations = frozenset[tuple[str, Place]]
_TYPE_NAMES: Mapping[type, frozenset[str]] = {
    str: frozenset({"string"}),
    bool: frozenset({"boolean"}),
    int: frozenset({"integer", "number"}),
    type(None): frozenset({"null"}),
}
_OF_SCALARS = ("type", "const", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum")


def violations(layout: str, value: Any) -> Violations:
    """Return the (keyword, place) pairs at which a value violates the schema of a layout."""
    return _explainer(layout)(value)


def explainer_of(schema: Mapping[str, Any]) -> Callable[[Any], Violations]:
    """Return what tells where a text, a word or a number violates what a schema asks of it."""
    asked = {keyword: schema[keyword] for keyword in _OF_SCALARS if keyword in schema}
    if {"type", "minimum", "maximum"}.issuperset(asked):
        return lambda value: _explained(asked, value)
    written = json.dumps(asked)
    return lambda value: _explainer_of(written)(value)


def _explained(schema: Mapping[str, Any], value: Any) -> Violations:
    """Return what both explainers tell of a word, a text or a whole number that is to be of a type and in a range."""
    types = schema.get("type", ())
    found = set()
    if types and _TYPE_NAMES[type(value)].isdisjoint((types,) if isinstance(types, str) else types):
        found.add("type")
    if type(value) is int:
        if value < schema.get("minimum", value):
            found.add("minimum")
        if value > schema.get("maximum", value):
            found.add("maximum")
    return frozenset((keyword, ()) for keyword in found)


@cache
def _explainer_of(schema: str) -> Callable[[Any], Violations]:
    """Return the explainer of what is written here: most places ask for the same."""
    return _built(json.loads(schema))


@cache
def _explainer(layout: str) -> Callable[[Any], Violations]:
    return _built(load_layout(layout).schema)


def forget() -> None:
    """Forget which explainers are installed."""
    _explainer.cache_clear()
    _explainer_of.cache_clear()


def _built(schema: Mapping[str, Any]) -> Callable[[Any], Violations]:
    try:
        return fast_explainer(schema)
    except ImportError:
        return reference_explainer(schema)


def reference_explainer(schema: Mapping[str, Any]) -> Callable[[Any], Violations]:
    """Return the explainer built on `jsonschema`."""
    from jsonschema import Draft202012Validator

    # Following references takes jsonschema more than half of its time.
    whole = _without_references(schema, schema.get("$defs", {}), frozenset(Draft202012Validator.VALIDATORS))
    validator = Draft202012Validator(whole)

    def explain(value: Any) -> Violations:
        errors = validator.iter_errors(value)
        return frozenset((str(e.validator), tuple(e.absolute_path)) for e in errors)

    return explain


def fast_explainer(schema: Mapping[str, Any]) -> Callable[[Any], Violations]:
    """Return the explainer built on `jsonschema-rs`; raises ImportError where that is not installed."""
    from jsonschema_rs import Draft202012Validator

    validator = Draft202012Validator(dict(schema))

    def explain(value: Any) -> Violations:
        return frozenset((str(e.schema_path[-1]), tuple(e.instance_path)) for e in validator.iter_errors(value))

    return explain


def _without_references(
    member: Mapping[str, Any], definitions: Mapping[str, Any], keywords: frozenset[str]
) -> dict[str, Any]:
    """Return the same schema with each reference replaced by the definition it leads to, and without annotations.

    The schemas of this standard refer to no definition within itself, and beside a reference stand annotations only.
    """
    while "$ref" in member:
        member = definitions[member["$ref"].rpartition("/")[2]]
    whole = {key: value for key, value in member.items() if key in keywords}
    if "properties" in whole:
        whole["properties"] = {k: _without_references(v, definitions, keywords) for k, v in whole["properties"].items()}
    if "items" in whole:
        whole["items"] = _without_references(whole["items"], definitions, keywords)
    return whole
