"""The Chinese texts of what is written in English alone: docstrings, and descriptions in the meta-schemas.

`translations.json` gives each source its Chinese text and the digest of the English one it was made from, so
that no translation outlives its original unseen.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypedDict

from mkdocs.exceptions import PluginError

_LENGTH = 8


class Translation(TypedDict):
    """The Chinese text of a source, and the digest of the English text that it says."""

    of: str
    zh: str


def say_as(source: str, english: str, language: str) -> str:
    """Return a text of a source in a language; raises PluginError where its translation is missing or stale."""
    if language == "en":
        return english
    fault = wrong(source, english)
    if fault:
        raise PluginError(fault)
    return catalogue()[source]["zh"]


def wrong(source: str, english: str) -> str:
    """Return what has to be done to the translation of a source, "" if it is up to date."""
    entry = catalogue().get(source)
    if entry is not None and entry["of"] == digest(english):
        return ""
    task = "translate anew" if entry else "translate"
    return f'translations.json: {task} "{source}", "of": "{digest(english)}":\n{english}'


def digest(text: str) -> str:
    """Return what tells this text from an edited one."""
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


@cache
def catalogue() -> Mapping[str, Translation]:
    """Return all translations by their source."""
    found: Mapping[str, Translation] = json.loads(Path(__file__).with_name("translations.json").read_bytes())
    return found
