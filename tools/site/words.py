"""The few words of the site itself, in both languages; what is said of the form comes from `schema/`."""

import json
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")


def say(key: str, language: str, **values: object) -> str:
    """Return the words of a key in a language, with their values filled in."""
    return template(key, language).format_map(values)


def template(key: str, language: str) -> str:
    """Return the words of a key in a language as they stand, for a script to fill in."""
    return _words()[key][LANGUAGES.index(language)]


@cache
def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(Path(__file__).with_name("words.json").read_bytes())
    return found
