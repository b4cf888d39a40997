"""Which reports are of the same organ: by its code, else by its name, with the name of a place in front or without.

Names that are merely alike never count as the same.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from govreport import resources
from govreport.normalizing import plain_name


def tails(name: str) -> tuple[str, ...]:
    """Return a plain name, and what remains of it without each name of a place in front, the longest first."""
    name = plain_name(name)
    return (name, *_tails(name))


def same_organ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two members `organ` (or bodies of a scope) mean the same organ.

    Codes decide where both have one; else one name must be the other, save for places named in
    front of it: 淮安市洪泽区司法局 and 洪泽区司法局.
    """
    codes = one.get("code"), other.get("code")
    if all(codes):
        return codes[0] == codes[1]
    here, there = tails(one["name"]), tails(other["name"])
    return here[0] in there or there[0] in here


def _tails(name: str) -> Iterator[str]:
    for match in _endings().finditer(name):
        rest = name[match.end() :]
        if rest and not name[: match.end()].endswith(_apart()):
            yield rest


@cache
def _endings() -> re.Pattern[str]:
    """Return what finds the end of the name of a place, at least one character before it."""
    endings = resources.read("years.json")["places"]["endings"]
    return re.compile("(?<=.)(?:" + "|".join(sorted(endings, key=len, reverse=True)) + ")")


@cache
def _apart() -> tuple[str, ...]:
    """Return the words that end as the name of a place does and are none."""
    return tuple(resources.read("years.json")["places"]["apart"])
