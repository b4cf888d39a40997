"""Writes `govreport/rules/sieves.py`: which entries of a list of slips may find something in a text, told at a glance.

To look for a letter takes a hundredth of the time of a pattern, and most texts lack one that a match would need.
Of entries that need nothing rare, most are looked for near to what they need, which most texts have little of.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple

from govreport import resources
from govreport.rules.slips import FILE, entries, written
from tools.generating.patterns import Needed, begins_anywhere, first, is_anchored, needed_by, width

# Letters that most reports have, those in front in nearly all: to look for one tells little.
_COMMON = (
    "2010。，、；：公开年政府信息度工作报告月日条件有理要请收申主动费解处求没不保按取平督台监障建管设式加展将形成增富丰各项依图"
    "稳序的办和复上期行本议人都结文中新机其果到下室维统关限为转事一是计对发持了与法制照示网至用定问总需规在读例数业会局性站"
    "个改社核部策全区内已布他共提训分联审构字民查目系疑可来次进号接重流如更后国向点编表多整录栏标程案服就大以出专实通题待未格删份篇"
    "3456789（）"
)
_IN_NEARLY_ALL = 20
_NEARLY_ALWAYS, _OFTEN, _SELDOM, _HARDLY = 0.9, 0.5, 0.1, 0.02
# Of an entry so many sets are looked for, of a set whole texts if it has few and fewer ones if it has many.
_MOST_NEEDED, _MOST_LOOKED_FOR, _MANY = 3, 6, 24
# Up to this chance the letters of a text say enough.
_UNLIKELY = 0.3
# How wide the matches of an entry may be that is looked for near to letters, and how rare these must be together.
_WIDEST, _RARE_ENOUGH = 80, 1.95
# Where matches are wider, to look for them everywhere takes long.
_FAR = 30
# Wherever a report has figures, they are many.
_DIGITS = frozenset("0123456789０１２３４５６７８９")

_HEAD = '''"""Which entries of the lists of slips may find something in a text. Generated: python tools/generate.py.

Each entry comes with the text in which its pattern matches if it does anywhere, None if that is the whole. `NEAR` says
how far from which words the matches of an entry lie at most.
"""

from collections.abc import Callable, Mapping

from govreport.rules.nearness import near

Suspects = list[tuple[int, str | None]]
'''


class _Place(NamedTuple):
    """Where matches lie: so many characters at most before and behind one of these words."""

    words: Needed
    before: int
    behind: int


def generate() -> str:
    """Return the text of the module."""
    lists = {name: entries(name) for name in resources.read(FILE)["slips"]}
    parts = [_HEAD]
    for name, found in lists.items():
        parts.append("\n\n" + "\n".join(_sieve(name, found)) + "\n")
    parts.append("\n\nSIEVES: Mapping[str, Callable[[str], Suspects]] = {\n")
    parts += [f'    "{name}": {_function(name)},\n' for name in lists]
    parts.append("}\n\nNEAR: Mapping[tuple[str, int], tuple[str, int, int]] = {\n")
    for name, found in lists.items():
        for number, place in _far_places(found).items():
            parts.append(f'    ("{name}", {number}): ({_arguments(place)}),\n')
    return "".join([*parts, "}\n"])


def _function(name: str) -> str:
    return "_" + name.replace("-", "_")


def _sieve(name: str, found: Sequence[Mapping[str, str]]) -> Iterator[str]:
    yield f"def {_function(name)}(t: str) -> Suspects:"
    yield "    found: Suspects = []"
    places = _places(found)
    names = {place: f"d{number}" for number, place in enumerate(dict.fromkeys(places.values()))}
    for place, local in names.items():
        yield f"    {local} = near(t, {_arguments(place)})"
    for number, entry in enumerate(found):
        text = names[places[number]] if number in places else "t"
        tests = [_test(needed, text) for needed in _chosen(entry, number in places)]
        parts = [f"({test})" if " or " in test and len(tests) > 1 else test for test in tests]
        where = "None" if text == "t" else text
        yield f"    if {' and '.join(parts)}:" if parts else "    if True:"
        yield f"        found.append(({number}, {where}))"
    yield "    return found"


def _arguments(place: _Place) -> str:
    return f"{_pattern(place.words)!r}, {place.before}, {place.behind}"


def _places(found: Sequence[Mapping[str, str]]) -> dict[int, _Place]:
    """Return where the matches of entries lie whose letters alone say little; neighbours share a place."""
    at_first: dict[int, Needed] = {}
    letters: dict[int, Needed] = {}
    for number, entry in enumerate(found):
        find = written(entry["find"])
        if min(map(_told, _chosen(entry)), default=1) <= _UNLIKELY or width(find) > _WIDEST or _asks_for_ends(find):
            continue
        sets = [
            n for n in needed_by(find) if set(map(len, n)) == {1} and _chance(n) <= _RARE_ENOUGH and not n & _DIGITS
        ]
        start = first(find)
        if start is not None and start in sets:
            at_first[number] = start
        elif sets:
            letters[number] = min(sets, key=lambda needed: (len(needed), sorted(needed)))
    places = _far_places(found)
    for chosen, is_first in ((at_first, True), (letters, False)):
        chosen = {number: words for number, words in chosen.items() if number not in places}
        for group in _groups(chosen):
            words = frozenset[str]().union(*(chosen[number] for number in group))
            reach = max(width(written(found[number]["find"])) for number in group)
            places |= dict.fromkeys(group, _Place(words, 0 if is_first else reach, reach))
    return places


def _groups(chosen: Mapping[int, Needed]) -> Iterator[list[int]]:
    """Yield the numbers in groups whose words together are still rare enough."""
    left = dict(chosen)
    while left:
        group, words = list[int](), frozenset[str]()
        for number, others in tuple(left.items()):
            if _chance(words | others) <= _RARE_ENOUGH:
                group.append(number)
                words |= left.pop(number)
        yield group


def _far_places(found: Sequence[Mapping[str, str]]) -> dict[int, _Place]:
    """Return where the matches of entries lie that may begin at any letter and run far, which takes longest."""
    places = {}
    for number, entry in enumerate(found):
        find = written(entry["find"])
        # What may match anywhere, needing nothing, has no place.
        if begins_anywhere(find) and width(find) > _FAR and not _asks_for_ends(find) and needed_by(find):
            words = min(needed_by(find), key=lambda needed: (_chance(needed), sorted(needed)))
            # One of these words may hide behind another one that it overlaps.
            reach = width(find) + max(map(len, words))
            places[number] = _Place(words, reach, reach)
    return places


def _asks_for_ends(pattern: str) -> bool:
    """Tell whether a pattern asks for the beginning or the end of the text, which parts of it have elsewhere."""
    return "$" in pattern or "^" in pattern.replace("[^", "")


def _pattern(words: Needed) -> str:
    """Return a pattern that matches these words, what they begin with written once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words):
        by_letter.setdefault(word[:1], []).append(word[1:])
    letters = {letter: re.escape(letter) for letter in by_letter}
    if all(rest == [""] for rest in by_letter.values()):
        return "".join(letters.values()) if len(letters) == 1 else f"[{''.join(letters.values())}]"
    ends = {letter: "" if rest == [""] else _pattern(frozenset(rest)) for letter, rest in by_letter.items()}
    return f"(?:{'|'.join(letters[letter] + end for letter, end in ends.items())})"


def _needed(entry: Mapping[str, str]) -> tuple[Needed, ...]:
    """Return sets of texts of which one each stands in a text that has a match of an entry which counts."""
    find = written(entry["find"])
    needed: tuple[Needed, ...] = ()
    if "behind" in entry:
        behind = written(entry["behind"])
        needed += needed_by(behind, find) if is_anchored(behind) else needed_by(behind)
    needed += needed_by(find)
    if "cue" in entry:
        needed += needed_by(written(entry["cue"]))
    return tuple(dict.fromkeys(needed))


def _chosen(entry: Mapping[str, str], in_find: bool = False) -> Sequence[Needed]:
    """Return the sets that tell most, the rarest first: none that most texts have one of.

    With `in_find` only what stands in the match itself.
    """
    few = dict.fromkeys(map(_few, needed_by(written(entry["find"])) if in_find else _needed(entry)))
    telling = [texts for texts in few if not any(len(t) == 1 and t in _COMMON for t in texts)]
    return sorted(telling, key=lambda texts: (_chance(texts), sorted(texts)))[:_MOST_NEEDED]


def _few(texts: Needed) -> Needed:
    """Return fewer texts of which one stands wherever one of these does, if possible: pairs of letters out of them."""
    left, pairs = sorted(texts), set[str]()
    if len(left) <= _MANY or min(map(len, left)) == 1:
        return texts
    while left:
        found = Counter(pair for text in left for pair in {text[n : n + 2] for n in range(len(text) - 1)})
        pair = min(found, key=lambda pair: (_chance(frozenset({pair})) > _UNLIKELY, -found[pair], pair))
        pairs.add(pair)
        left = [text for text in left if pair not in text]
    return frozenset(pairs) if len(pairs) < len(texts) else texts


def _chance(texts: Needed) -> float:
    """Return how likely it is that one of these stands in a text, roughly."""
    return sum(prod(map(_frequency, text)) for text in texts)


def _told(texts: Needed) -> float:
    """Return how likely it is that a look for these texts finds something: for the rarest letters of many."""
    return _chance(texts if _is_looked_for(texts) else frozenset(min(text, key=_rank) for text in texts))


def _is_looked_for(texts: Needed) -> bool:
    return sum(len(text) > 1 for text in texts) <= _MOST_LOOKED_FOR


def _frequency(letter: str) -> float:
    if letter in _COMMON[:_IN_NEARLY_ALL]:
        return _NEARLY_ALWAYS
    return _OFTEN if letter in _COMMON else _SELDOM if "一" <= letter <= "鿿" else _HARDLY


def _test(needed: Needed, name: str) -> str:
    """Return the expression that is true of a text in which one of these texts may stand.

    Many are told by their rarest letters alone.
    """
    by_letter: dict[str, list[str]] = {}
    for text in sorted(needed):
        by_letter.setdefault(min(text, key=_rank), []).append(text)
    is_exact = _is_looked_for(needed)
    return " or ".join(_held(letter, texts if is_exact else [letter], name) for letter, texts in by_letter.items())


def _rank(letter: str) -> int:
    """Return how common a letter is; 0 if it is not."""
    return len(_COMMON) - _COMMON.find(letter) if letter in _COMMON else 0


def _held(letter: str, texts: list[str], name: str) -> str:
    if texts == [letter]:
        return f"{letter!r} in {name}"
    whole = " or ".join(f"{text!r} in {name}" for text in texts)
    return f"({letter!r} in {name} and {f'({whole})' if len(texts) > 1 else whole})"
