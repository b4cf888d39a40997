"""Sentences of a set, filled with figures that agree with the tables, and where each of these is printed."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import attrs

from bench.narratives.facts import FACTS, value

_SLOT = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"(\d+)(?:\.(\d))?-(\d+)(?:\.\d)?")
_PARTED = re.compile(r"(.+)/(\d)\.(\d)")
_YEAR = re.compile(r"y([+-]\d+)?")
_NUMERALS = "〇一二三四五六七八九"


@attrs.frozen(kw_only=True)
class Mention:
    """A figure of the tables in a text: its place there, what it is called, and how it is written."""

    start: int
    end: int
    fact: str
    style: str


@attrs.frozen(kw_only=True)
class Told:
    """A text and the figures of the tables in it."""

    text: str
    mentions: tuple[Mention, ...]


def holds(template: str, members: Mapping[str, Any]) -> bool:
    """Return whether a report can tell the sentence: its figures stand in the tables, and those said to be 0 are."""
    conditions, sentence = _parted(template)
    for condition in conditions:
        if condition == "gov":
            if members["organ"]["kind"] != "government":
                return False
        elif value(members, FACTS[condition][0]) != 0:
            return False
    return all((value(members, FACTS[name][0]) or 0) > 0 for slot in _SLOT.findall(sentence) for name in _named(slot))


def tell(template: str, members: Mapping[str, Any], choose: random.Random) -> Told:
    """Return the sentence with its figures."""
    _, sentence = _parted(template)
    parts: dict[tuple[str, int], Sequence[int]] = {}
    pieces: list[str] = []
    mentions: list[Mention] = []
    length = position = 0
    for slot in _SLOT.finditer(sentence):
        before = sentence[position : slot.start()]
        printed, mention = _filled(slot[1], members, choose, parts)
        start = length + len(before)
        length = start + len(printed)
        if mention:
            mentions.append(Mention(start=start, end=length, fact=mention[0], style=mention[1]))
        pieces += [before, printed]
        position = slot.end()
    return Told(text="".join(pieces) + sentence[position:], mentions=tuple(mentions))


def numeral(number: int) -> str:
    """Return a whole number below a hundred million in Chinese numerals, as a clerk writes it."""
    if number < 10:
        return "零" if number == 0 else _NUMERALS[number]
    for unit, name in ((10_000, "万"), (1_000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            head, rest = divmod(number, unit)
            front = "" if unit == 10 and head == 1 else numeral(head)
            gap = "零" if 0 < rest < unit // 10 else ""
            # 一百一十 and 一百零一十, but 十 alone.
            one = "一" if 10 <= rest < 20 and unit > 10 else ""
            return front + name + gap + (one + numeral(rest) if rest else "")
    raise AssertionError


def _parted(template: str) -> tuple[list[str], str]:
    front, bar, rest = template.partition("|")
    if bar and "{" not in front and front.isascii():
        return front.split(","), rest
    return [], template


def _named(slot: str) -> list[str]:
    base = slot.partition("|")[0].rstrip("<")
    if parted := _PARTED.fullmatch(base):
        base = parted[1]
    return [name for name in base.split("%") if name in FACTS]


def _filled(
    slot: str, members: Mapping[str, Any], choose: random.Random, parts: dict[tuple[str, int], Sequence[int]]
) -> tuple[str, tuple[str, str] | None]:
    base, _, style = slot.partition("|")
    if base in ("org", "place"):
        name = members["organ"]["name"]
        return (name if base == "org" else name[:3]), None
    if year := _YEAR.fullmatch(base):
        return str(members["year"] + int(year[1] or 0)), None
    if numbers := _RANGE.fullmatch(base):
        whole = choose.randint(int(numbers[1]), int(numbers[3]))
        return (f"{whole}.{choose.randint(1, 9)}" if numbers[2] else _STYLES[style](whole)), None
    if "%" in base:
        share, total = (Decimal(value(members, FACTS[name][0])) for name in base.split("%"))
        digits = choose.choice(["1", "0.1", "0.01"])
        return str((share * 100 / total).quantize(Decimal(digits), ROUND_HALF_UP)), (base, "share")
    if base.endswith("<"):
        return str(choose.randint(1, value(members, FACTS[base[:-1]][0]))), None
    if parted := _PARTED.fullmatch(base):
        name, number, which = parted[1], int(parted[2]), int(parted[3])
        if (name, number) not in parts:
            parts[name, number] = _split(value(members, FACTS[name][0]), number, choose)
        return _STYLES[style](parts[name, number][which - 1]), None
    figure = value(members, FACTS[base][0])
    return _STYLES[style](figure), (base, style)


def _split(total: int, number: int, choose: random.Random) -> list[int]:
    cuts = [0, *sorted(choose.randint(0, total) for _ in range(number - 1)), total]
    return [after - before for before, after in pairwise(cuts)]


def _ten(figure: int) -> str:
    return str(max(figure // 10 * 10, 1) if figure < 100 else figure // 10 * 10)


_STYLES: Mapping[str, Callable[[Any], str]] = {
    "": str,
    "cn": numeral,
    "comma": lambda figure: f"{figure:,}",
    "ten": _ten,
    "wan": lambda figure: f"{Decimal(figure) / 10_000}万",
}
