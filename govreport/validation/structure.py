"""Does a decoded document have the structure of its layout? Findings for everything that departs from it."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any

from govreport.findings import Finding, Severity, cut
from govreport.form.figures import MOST_DECIMALS
from govreport.form.layout import Layout, load_layout, schema_at
from govreport.pointers import join, tokens
from govreport.validation.decoding import PLAIN
from govreport.validation.explainers import Place, Violations, explainer_of, violations
from govreport.validation.scanner import Exponential

# One finding for a place is enough; of several keywords the first here says most.
_SPEAKING_ORDER = ("type", "const", "enum", "pattern", "minLength", "maxLength", "minItems", "maxItems")
_CODES = {
    "type": "wrong-type",
    "const": "not-allowed-value",
    "enum": "not-allowed-value",
    "pattern": "wrong-form",
    "minLength": "wrong-length",
    "maxLength": "wrong-length",
    "minItems": "wrong-length",
    "maxItems": "wrong-length",
    "minimum": "out-of-range",
    "maximum": "out-of-range",
}
_TYPES: Mapping[type, str] = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "number",
    type(None): "null",
}


def check_structure(layout: Layout, value: Mapping[str, Any], may_hold_decimals: bool = True) -> tuple[Finding, ...]:
    """Return the structural findings of a decoded document that declares this layout."""
    return departures(layout.schema, partial(violations, layout.id), value, may_hold_decimals)


def departures(
    whole: Mapping[str, Any],
    explain: Callable[[Any], Violations],
    value: Mapping[str, Any],
    may_hold_decimals: bool = True,
) -> tuple[Finding, ...]:
    """Return the structural findings of a decoded object, given its schema and what says where it is violated."""
    decimals: list[tuple[Place, Decimal]] = []
    # What extensions hold is their own affair.
    is_told = may_hold_decimals or "extensions" in value
    ranked = sorted(explain(_without_decimals(value, (), decimals) if is_told else value), key=_speaking_first)
    judged = (_judge_decimal(whole, decimal, place) for place, decimal in decimals)
    findings = {(f.code, f.pointer, ""): f for f in judged if f is not None}
    told = {finding.pointer for finding in findings.values()}
    for keyword, place in ranked:
        instance, schema = _at(whole, value, place)
        if keyword == "required":
            found = list(_missing(place, instance, schema))
        elif keyword == "additionalProperties":
            found = list(_unknown(place, instance, schema))
        elif join(place) in told:
            continue
        else:
            told.add(join(place))
            found = [_departure(keyword, place, instance, schema)]
        for finding in found:
            findings[finding.code, finding.pointer, finding.parameters.get("member", "")] = finding
    return tuple(findings.values())


def departure(layout: str, pointer: str, value: Any) -> Finding | None:
    """Return the finding about a text, a word or a whole number that is not what its place asks for, None if it is."""
    place, schema, explain = _asked_at(layout, pointer)
    keywords = sorted((keyword for keyword, _ in explain(value)), key=_rank)
    return _departure(keywords[0], place, value, schema) if keywords else None


@lru_cache(maxsize=1024)
def _asked_at(layout: str, pointer: str) -> tuple[Place, Mapping[str, Any], Callable[[Any], Violations]]:
    """Return what the schema asks for at a place, and what tells where a value violates that."""
    place = tokens(pointer)
    schema = load_layout(layout).schema_at(place)
    return place, schema, explainer_of(schema)


def missing_member(pointer: str, name: str) -> Finding:
    """Return the finding about a member that is missing in an object."""
    return _error("missing-member", tokens(pointer), member=name)


def unknown_member(pointer: str, name: str) -> Finding:
    """Return the finding about a member of an object that its layout does not know."""
    return _error("unknown-member", (*tokens(pointer), name), member=cut(name))


def type_name(value: object) -> str:
    """Return the JSON type of a decoded value, as messages name it."""
    return _TYPES.get(type(value), "number")


def _speaking_first(violation: tuple[str, Place]) -> tuple[int, str, str]:
    keyword, place = violation
    return _rank(keyword)[0], join(place), keyword


def _rank(keyword: str) -> tuple[int, str]:
    rank = _SPEAKING_ORDER.index(keyword) if keyword in _SPEAKING_ORDER else len(_SPEAKING_ORDER)
    return rank, keyword


def _error(code: str, place: Place, **parameters: Any) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, pointer=join(place), parameters=parameters)


def _missing(place: Place, instance: Any, schema: Mapping[str, Any]) -> Iterator[Finding]:
    for name in schema["required"]:
        if name not in instance:
            yield _error("missing-member", place, member=name)


def _unknown(place: Place, instance: Any, schema: Mapping[str, Any]) -> Iterator[Finding]:
    for name in instance:
        if name not in schema["properties"]:
            yield _error("unknown-member", (*place, name), member=cut(name))


def _departure(keyword: str, place: Place, instance: Any, schema: Mapping[str, Any]) -> Finding:
    code = _CODES[keyword]
    if code == "wrong-type":
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return _error(code, place, expected=tuple(types), found=type_name(instance))
    if code == "not-allowed-value":
        allowed = schema.get("enum", [schema.get("const")])
        return _error(code, place, allowed=tuple(_shown(v) for v in allowed), found=_shown(instance))
    if code == "wrong-form":
        return _error(code, place, found=cut(instance))
    if code == "wrong-length":
        least = schema.get("minLength", schema.get("minItems", 0))
        most = schema.get("maxLength", schema.get("maxItems"))
        return _error(code, place, length=len(instance), minimum=least, maximum=most)
    if keyword == "minimum" and schema["minimum"] == 0:
        return _error("negative-figure", place, found=cut(instance))
    return _error(code, place, found=cut(instance), minimum=schema["minimum"], maximum=schema["maximum"])


def _shown(value: Any) -> str:
    """Return a value as a message shows it: texts and numbers as they are, others by their type."""
    return cut(value) if isinstance(value, str | int | Decimal) and not isinstance(value, bool) else type_name(value)


def _without_decimals(value: Any, place: Place, decimals: list[tuple[Place, Decimal]]) -> Any:
    """Return an object or a list with every decimal replaced by 0, noting each with its place.

    Validators disagree about `1.0` as a whole number and see binary fractions for decimals, so decimals
    are judged here, exactly, and kept from them. What holds no decimal is returned as it is.
    """
    # Most objects and lists hold cells or texts alone, which is told quickest of all values at once.
    if PLAIN.issuperset(map(type, value.values() if isinstance(value, dict) else value)):
        return value
    replaced: dict[Any, Any] = {}
    for token, child in value.items() if isinstance(value, dict) else enumerate(value):
        kind = type(child)
        if kind in PLAIN:
            continue
        # To ask an object with nothing but such values right here spares most of the calls.
        if place and kind is dict and PLAIN.issuperset(map(type, child.values())):
            continue
        inner: Any
        if isinstance(child, Decimal):
            decimals.append(((*place, token), child))
            inner = 0
        elif not place and token == "extensions" and isinstance(child, dict):
            inner = {}
        else:
            inner = _without_decimals(child, (*place, token), decimals)
        if inner is not child:
            replaced[token] = inner
    if not replaced:
        return value
    return {**value, **replaced} if isinstance(value, dict) else [replaced.get(n, v) for n, v in enumerate(value)]


def _judge_decimal(whole: Mapping[str, Any], value: Decimal, place: Place) -> Finding | None:
    schema = schema_at(whole, place)
    types = schema.get("type", ())
    if "integer" in types:
        return _error("fractional-count", place, found=cut(value))
    if "number" not in types:
        return None
    exponent = value.as_tuple().exponent
    if isinstance(value, Exponential) or not isinstance(exponent, int) or exponent < -MOST_DECIMALS:
        return _error("too-many-decimals", place, found=cut(value))
    if value < schema["minimum"]:
        return _error("negative-figure", place, found=cut(value))
    if value > schema["maximum"]:
        return _error("out-of-range", place, found=cut(value), minimum=schema["minimum"], maximum=schema["maximum"])
    return None


def _at(whole: Mapping[str, Any], value: Any, place: Place) -> tuple[Any, Mapping[str, Any]]:
    for token in place:
        value = value[token]
    return value, schema_at(whole, place)
