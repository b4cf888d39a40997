"""Kind and level of an organ, as far as its name proves them; `schema/organs.json` says by which words.

Both are sets: X市审计局 is a department, of a city or of a county, and a rule that asks the same of both needs no more.
An empty set means that the name proves nothing.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import attrs

from govreport import resources
from govreport.normalizing import nfkc

KIND, LEVEL = "/organ/kind", "/organ/level"
_LEVELS = ("state", "province", "city", "county", "township")
# A name that is longer is none, and would only take time.
_LONGEST = 200
_SHORTEST_ZONE = 3


@attrs.frozen(kw_only=True)
class Inference:
    """What a name leaves possible: kinds and levels, in the words of the standard; () where it proves nothing."""

    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    @property
    def kind(self) -> str | None:
        """The kind, if there is only one."""
        return self.kinds[0] if len(self.kinds) == 1 else None

    @property
    def level(self) -> str | None:
        """The level, if there is only one."""
        return self.levels[0] if len(self.levels) == 1 else None


@attrs.frozen(kw_only=True)
class Place:
    """The name of a place at the beginning of an organ's name, or behind that of the place around it."""

    end: int
    kinds: tuple[str, ...]
    levels: tuple[str, ...]


@lru_cache(maxsize=4096)
def infer(name: str) -> Inference:
    """Return what the name of an organ proves of its kind and its level."""
    text = "".join(nfkc(name[:_LONGEST]).split())
    data = _data()
    # Of an organ that names the state in front of its own name, the name behind it is meant.
    text = max((text[len(b) :] for b in data["branches"] if text.startswith(b) and text != b), default=text, key=len)
    if text in data["state"]["names"]:
        return Inference(kinds=tuple(data["state"]["kind"]), levels=tuple(data["state"]["level"]))
    ending, body = max(_bodies(text), default=("", None), key=lambda found: len(found[0]))
    places = list(_places(text[: len(text) - len(ending)]))
    if body is None:
        is_place = bool(places) and places[-1].end == len(text)
        return Inference(kinds=places[-1].kinds, levels=places[-1].levels) if is_place else Inference()
    is_direct = bool(places) and places[-1].end + len(ending) == len(text)
    if "level" in body:
        levels = tuple(body["level"])
    else:
        levels = places[-1].levels if places and (is_direct or not body.get("direct", False)) else ()
    return Inference(kinds=tuple(body["kind"]), levels=levels)


def infer_members(members: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """Return by pointer what a decoded report does not state of its organ and the organ's name proves."""
    organ = members.get("organ")
    if not isinstance(organ, Mapping) or not isinstance(organ.get("name"), str):
        return {}
    found = infer(organ["name"])
    proven = {KIND: found.kinds, LEVEL: found.levels}
    return {p: values for p, values in proven.items() if values and organ.get(p.rpartition("/")[2]) is None}


def starts_with_place(name: str) -> bool:
    """Tell whether a name begins with that of a place, or is one."""
    return next(_places("".join(nfkc(name[:_LONGEST]).split())), None) is not None


def _bodies(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for entry in _data()["bodies"]:
        yield from ((ending, entry) for ending in entry["endings"] if text.endswith(ending) and text != ending)


def _places(text: str) -> Iterator[Place]:
    """Yield the places that a name begins with, from the largest to the smallest."""
    start, highest = 0, -1
    while (place := _place(text, start)) is not None:
        # A smaller place lies in the larger one; a zone may have the rank of the place that set it up.
        least = highest if place.kinds == ("other",) else highest + 1
        levels = tuple(level for level in place.levels if _LEVELS.index(level) >= least)
        if not levels:
            return
        yield attrs.evolve(place, levels=levels)
        start, highest = place.end, _LEVELS.index(levels[0])


def _place(text: str, start: int) -> Place | None:
    known = _known()
    for end in range(len(text), start, -1):
        if text[start:end] in known:
            return _as_place(known[text[start:end]], end)
    taken = _no_places(text)
    found: tuple[str, Mapping[str, Any]] | None = None
    for end in range(start + 2, len(text) + 1):
        found = max(
            ((e, entry) for e, entry in _endings() if text.endswith(e, start, end) and _is_named(e, end - start)),
            default=None,
            key=lambda match: len(match[0]),
        )
        if found is None:
            continue
        is_township = found[1]["level"] == ["township"]
        # 城镇 in the middle is a word; at the end 老城镇 is a place.
        if end - 1 in taken and not (is_township and end == len(text)):
            continue
        # 桐乡市, 新乡县: what looks like the ending of a township belongs to the name of a larger place.
        if is_township and text[end : end + 1] in ("市", "县", "区") and end not in taken:
            continue
        return _as_place(found[1], end)
    return None


def _is_named(ending: str, length: int) -> bool:
    """Tell whether a place has a name before its ending; a zone is known by its kind alone (示范区)."""
    return length > len(ending) or length >= _SHORTEST_ZONE


def _as_place(entry: Mapping[str, Any], end: int) -> Place:
    return Place(end=end, kinds=tuple(entry["kind"]), levels=tuple(entry["level"]))


def _no_places(text: str) -> frozenset[int]:
    """Return the numbers of the characters that belong to words in which no place ends (城市, 社区)."""
    taken: set[int] = set()
    for word in _data()["no_places"]:
        at = text.find(word)
        while at >= 0:
            taken.update(range(at, at + len(word)))
            at = text.find(word, at + 1)
    return frozenset(taken)


@cache
def _known() -> Mapping[str, Mapping[str, Any]]:
    return {name: entry for entry in _data()["names"] for name in entry["names"]}


@cache
def _endings() -> tuple[tuple[str, Mapping[str, Any]], ...]:
    return tuple((ending, entry) for entry in _data()["places"] for ending in entry["endings"])


def _data() -> Any:
    return resources.read("organs.json")
