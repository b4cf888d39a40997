"""What two documents have in common: runs of Chinese characters that stand in both, printed names left out."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).resolve().parents[2] / "schema"

# So many characters in a row are no accident.
LONGEST_RUN = 12
_CHINESE = re.compile(r"[^一-鿿|]+")
_NUMBER = re.compile(r"^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）")
_LAW = re.compile(r"《[^》]*》")


def common_runs(made: str, published: str, names: Iterable[str] = ()) -> list[str]:
    """Return the runs of `LONGEST_RUN` Chinese characters that stand in both, line breaks, signs and figures left out.

    Labels and titles of the form, titles of laws, and `names` (titles of the document, names of bodies) are no prose.
    """
    known = sorted({*map(_bare, names), *_labels()}, key=len, reverse=True)
    here, there = (_prose(text, known) for text in (made, published))
    runs = {there[at : at + LONGEST_RUN] for at in range(len(there) - LONGEST_RUN + 1)}
    found = (here[at : at + LONGEST_RUN] for at in range(len(here) - LONGEST_RUN + 1))
    return [run for run in dict.fromkeys(found) if run in runs and "|" not in run]


def _labels() -> set[str]:
    """Return what the forms print: the titles in their schemas."""
    schemas = (json.loads(path.read_text(encoding="utf-8")) for path in SCHEMA.glob("*/*.schema.json"))
    return {_bare(_NUMBER.sub("", title)) for schema in schemas for title in _titles(schema)}


def _titles(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("title"), str):
            yield value["title"]
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from _titles(member)


def _prose(text: str, known: list[str]) -> str:
    """Return the Chinese characters of a text, with a bar in the place of what is no prose."""
    bare = _CHINESE.sub("", _LAW.sub("|", "".join(text.split()).replace("|", "")))
    for name in known:
        if len(name) > 1:
            bare = bare.replace(name, "|")
    return bare


def _bare(text: str) -> str:
    return _CHINESE.sub("", text.replace("|", ""))
