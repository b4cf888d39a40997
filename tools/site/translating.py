"""The Chinese texts of what is written in English alone: docstrings, and descriptions in the meta-schemas.

`translations.json` gives each source its Chinese text and the digest of the English one it was made from, so
that no translation outlives its original unseen. While somebody works, a text without an up-to-date translation is
shown as it is; where CI is set, as in the lane `all`, it fails.
"""

import hashlib
import json
import logging
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypedDict

from mkdocs.exceptions import PluginError

_LENGTH = 8
_LOG = logging.getLogger("mkdocs.plugins.translating")


class Translation(TypedDict):
    """The Chinese text of a source, and the digest of the English text that it says."""

    of: str
    zh: str


def say_as(source: str, english: str, language: str) -> str:
    """Return a text of a source in a language.

    A translation that is missing or stale raises PluginError where work has to be finished; elsewhere the text is shown
    in English, or in Chinese as it was.
    """
    if language == "en":
        return english
    fault = wrong(source, english)
    if fault and is_finished():
        raise PluginError(fault)
    if fault:
        _LOG.info(fault)
    entry = catalogue().get(source)
    return entry["zh"] if entry else english


def is_finished() -> bool:
    """Say whether every text must be translated: in CI and in the lane `all`, not while somebody works."""
    return bool(os.environ.get("CI"))


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
