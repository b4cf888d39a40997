"""Patterns of paths: which files of a folder they mean."""

import re
from functools import cache


def is_pattern(text: str) -> bool:
    """Return whether a text is a pattern of paths below a folder: relative, with / between names, nowhere upward."""
    names = text.split("/")
    is_drive = len(text) > 1 and text[1] == ":"
    return "\\" not in text and not text.startswith("/") and not is_drive and ".." not in names


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return what matches the paths that a pattern means, those of the files below a folder among them.

    `*` and `?` stand for characters of one name, `**` as a name for any folders.
    """
    names = [name for name in pattern.split("/") if name not in ("", ".")] or ["**"]
    parts = ["(?:[^/]+/)*" if name == "**" else _name(name) + "/" for name in names]
    if names[-1] == "**":
        parts[-1] = ".+/"
    return re.compile("".join(parts).removesuffix("/") + "(?:/.*)?", re.DOTALL)


def _name(name: str) -> str:
    wild = {"*": "[^/]*", "?": "[^/]"}
    return "".join(wild.get(character) or re.escape(character) for character in name)
