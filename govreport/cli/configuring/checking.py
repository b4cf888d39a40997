"""What is wrong with a configuration: against its JSON Schema, and with what no schema knows."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from govreport import messages, resources
from govreport.cli.configuring.patterns import is_pattern
from govreport.cli.configuring.placing import Place
from govreport.cli.exits import INTERNAL, REFUSALS
from govreport.cli.language import alternatives, say
from govreport.cli.usage import unknown

SCHEMA = "meta/configuration.schema.json"
_TYPES: Mapping[type, str] = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
}
# The other types of TOML are those of days and times.
_MOMENT = "moment"
Fault = tuple[Place, str]


def faults(value: Any, folder: Path, language: str) -> Iterator[Fault]:
    """Yield place and sentence of whatever is wrong with a configuration whose paths are relative to a folder."""
    broken = list(dict.fromkeys(_against_schema(value, language)))
    yield from broken
    # Only what the schema allows can be looked at any closer.
    if not broken:
        yield from _codes(value, language)
        yield from _paths(value, folder, language)


def _against_schema(value: Any, language: str) -> Iterator[Fault]:
    from jsonschema import Draft202012Validator

    for error in Draft202012Validator(resources.read(SCHEMA)).iter_errors(value):
        place, found, schema = tuple(error.absolute_path), error.instance, error.schema
        if error.validator == "additionalProperties":
            for name in found:
                if name not in schema["properties"]:
                    yield (*place, name), unknown("config-unknown", name, schema["properties"], language)
        elif error.validator == "required":
            for name in schema["required"]:
                if name not in found:
                    yield place, messages.sentence("missing-member", {"member": name}, language)
        elif "propertyNames" in error.schema_path:
            yield (*place, found), _of_name(found, place, language)
        else:
            yield place, _departure(str(error.validator), found, schema, language)


def _of_name(name: str, place: Place, language: str) -> str:
    if place == ("severity",):
        return unknown("no-such-code", name, messages.codes(), language)
    return say("config-no-name", language)


def _departure(keyword: str, found: Any, schema: Mapping[str, Any], language: str) -> str:
    if keyword == "type" or (keyword == "enum" and not isinstance(found, str)):
        expected = schema.get("type", "string")
        types = tuple(expected) if isinstance(expected, list) else (expected,)
        parameters = {"expected": types, "found": _TYPES.get(type(found), _MOMENT)}
        return messages.sentence("wrong-type", parameters, language)
    if keyword == "enum":
        allowed = alternatives(schema["enum"], language)
        return say("config-not-allowed", language, allowed=allowed, found=found)
    if keyword == "pattern" and found.strip():
        return unknown("no-such-code", found, messages.codes(), language)
    return say("config-empty", language)


def _codes(value: Mapping[str, Any], language: str) -> Iterator[Fault]:
    """Yield the codes that there are not, and those that must not be left out or weigh less."""
    named: list[tuple[Place, str]] = [(("severity", code), code) for code in value.get("severity", ())]
    named += [(("ignore", number), code) for number, code in enumerate(value.get("ignore", ()))]
    for number, entry in enumerate(value.get("exceptions", ())):
        named += [(("exceptions", number, "codes", at), code) for at, code in enumerate(entry["codes"])]
    for place, code in named:
        if code not in messages.codes():
            yield place, unknown("no-such-code", code, messages.codes(), language)
        elif code in REFUSALS or code == INTERNAL:
            yield place, say("config-always-told", language, name=code)


def _paths(value: Mapping[str, Any], folder: Path, language: str) -> Iterator[Fault]:
    """Yield the paths that lead nowhere, and the patterns that are none."""
    named: list[tuple[Place, str]] = [((key,), value[key]) for key in ("bodies", "baseline") if key in value]
    previous = value.get("previous", ())
    if isinstance(previous, str):
        named.append((("previous",), previous))
    else:
        named += [(("previous", number), path) for number, path in enumerate(previous)]
    for place, path in named:
        if "\0" in path or not (folder / path).exists():
            yield place, say("config-no-path", language, path=path)
    for number, entry in enumerate(value.get("exceptions", ())):
        for at, pattern in enumerate(entry["paths"]):
            if not is_pattern(pattern):
                yield ("exceptions", number, "paths", at), say("config-no-pattern", language, pattern=pattern)
