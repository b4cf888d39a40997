"""The catalogue of sentences: what a finding's code says in the reader's language.

`schema/messages/` holds the sentences; code knows codes and parameters only. In a template `{name}`
stands for a parameter, `{name:word}` for one that is itself looked up among the catalogue's words
(a list is joined with its word for "or"), `{name:list}` for the items of a list, `{name:count}` for the
length of one, `{name:title}` for the title of the code that it names, and `{name:sentence}` for the sentence of a code
with its parameters.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from govreport import resources

LANGUAGES = ("zh", "en")
_OF_ORGANS = ("/organ/kind", "/organ/level")
_FIELD = re.compile(r"\{([a-z_]+)(?::([a-z]+))?\}")


def title(code: str, language: str = "zh") -> str:
    """Return the short title of a code."""
    return _entry(code, language)["title"]


def sentence(code: str, parameters: Mapping[str, Any], language: str = "zh") -> str:
    """Return the sentence of a code with its parameters filled in, and what the name of an organ decided for it."""
    told = _fill(_entry(code, language)["sentence"], parameters, language)
    inferred: Mapping[str, tuple[str, ...]] = parameters.get("inferred", {})
    if not inferred:
        return told
    found = (word("or", language).join(word(f"organ-{v}", language) for v in values) for values in inferred.values())
    return told + phrase("inferred-from-name", language, found=word("list-comma", language).join(found))


def advice(code: str, language: str = "zh") -> str | None:
    """Return what the catalogue advises whoever meets this code, None where it has no advice."""
    return _entry(code, language).get("hint")


def meaning(code: str, language: str = "zh") -> str:
    """Return the paragraph that explains a code to somebody who asks."""
    return _entry(code, language)["meaning"]


def codes(language: str = "zh") -> tuple[str, ...]:
    """Return every code of the catalogue, in its order."""
    return tuple(_catalogue(language)["codes"])


def word(key: str, language: str = "zh") -> str:
    """Return the catalogue's word for `key`, or `key` itself where it has none."""
    found: str = _catalogue(language)["words"].get(key, key)
    return found


def member_value(pointer: str, value: Any, language: str = "zh") -> Any:
    """Return the word for the kind or the level of an organ; a value at any other pointer, or none, as it is."""
    return word(f"organ-{value}", language) if value is not None and pointer in _OF_ORGANS else value


def phrase(key: str, language: str = "zh", **values: object) -> str:
    """Return a sentence of the program's own with its values filled in."""
    template: str = _catalogue(language)["phrases"][key]
    return template.format_map(values)


@cache
def _catalogue(language: str) -> Any:
    return resources.read(f"messages/{language}.json")


def _entry(code: str, language: str) -> dict[str, str]:
    entry: dict[str, str] = _catalogue(language)["codes"][code]
    return entry


def _fill(template: str, parameters: Mapping[str, Any], language: str) -> str:
    def replace(match: re.Match[str]) -> str:
        name, how = match.groups()
        value = parameters[name]
        if how == "word":
            values = value if isinstance(value, tuple) else (value,)
            return word("or", language).join(word(str(v), language) for v in values)
        if how == "list":
            return word("list-pause", language).join(map(str, value)) or word("list-empty", language)
        if how == "count":
            return str(len(value))
        if how == "title":
            return title(value, language)
        if how == "sentence":
            return sentence(value["code"], value["parameters"], language)
        return str(value)

    return _FIELD.sub(replace, template)
