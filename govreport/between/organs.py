"""Which reports are of the same organ: by its code, else by its name, with the name of a place in front or without.

Names that are merely alike never count as the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
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


class Roll:
    """Organs that others are looked up among; each has a number, counted from 0."""

    def __init__(self, organs: Iterable[Mapping[str, Any]] = ()) -> None:
        self._organs: list[Mapping[str, Any]] = []
        self._by_name: dict[str, list[int]] = {}
        self._by_tail: dict[str, list[int]] = {}
        self._by_code: dict[str, list[int]] = {}
        for organ in organs:
            self.add(organ)

    def __len__(self) -> int:
        return len(self._organs)

    def add(self, organ: Mapping[str, Any]) -> int:
        """Take up an organ, and return its number."""
        number = len(self._organs)
        self._organs.append(organ)
        name, *shorter = tails(organ["name"])
        self._by_name.setdefault(name, []).append(number)
        for tail in shorter:
            self._by_tail.setdefault(tail, []).append(number)
        if organ.get("code"):
            self._by_code.setdefault(organ["code"], []).append(number)
        return number

    def find(self, organ: Mapping[str, Any]) -> tuple[int, ...]:
        """Return the numbers of those that are the same organ.

        Of several, those of its code alone, or else of its very name, if there are any.
        """
        name, *shorter = tails(organ["name"])
        coded = self._by_code.get(organ.get("code") or "", ())
        # Thousands may share what follows a place, such as 人民政府; they are only looked at for an organ of that name.
        named = [*self._by_tail.get(name, ()), *(n for tail in (name, *shorter) for n in self._by_name.get(tail, ()))]
        found = [number for number in sorted({*coded, *named}) if same_organ(self._organs[number], organ)]
        if len(found) < 2:
            return tuple(found)
        exact = [number for number in found if number in self._by_name.get(name, ())]
        return tuple([number for number in found if number in coded] or exact or found)


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
