"""Patterns of the standard, taken apart: which literal texts must stand in a text for a pattern to match in it.

Only what `schema/README.md` allows in patterns is read; anything else raises ValueError.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

# So many texts may stand for one another, and so many characters of a class are told apart.
_MOST_TEXTS, _MOST_CHARACTERS = 512, 12
END = r"$(?!\n)"
_REPEATING = (".", "*", "+", "?", "{")
_EMPTY = frozenset({""})
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}

Needed = frozenset[str]
"""Literal texts of which at least one stands wherever a pattern matches."""


class Found(NamedTuple):
    """What is known of all that a part of a pattern matches.

    `exact` are all texts that it matches, None where they are too many. `needed` are sets of texts of which one each
    stands in it. It looks at no more than `width` characters, those ahead of it among them.
    """

    exact: Needed | None
    needed: tuple[Needed, ...] = ()
    width: int = 0


def is_anchored(pattern: str) -> bool:
    """Tell whether all that a pattern matches ends where the text does."""
    return pattern.endswith(END) and len(_Reader(pattern).branches()) == 1


def begins_anywhere(pattern: str) -> bool:
    """Tell whether a pattern may match from most characters on."""
    return first(pattern) is None


def first(pattern: str) -> Needed | None:
    """Return the texts of which one is the first of each match, None if they are too many."""
    return next(part.exact for part in _Reader(pattern).sequence() if part.exact != _EMPTY)


def width(pattern: str) -> int:
    """Return how many characters a pattern looks at, at most."""
    return sum(part.width for part in _Reader(pattern).sequence())


def needed_by(*patterns: str) -> tuple[Needed, ...]:
    """Return sets of texts of which one each stands in every text in which the patterns match.

    Each pattern matches right behind the one before. What a look ahead at the very end asks for is part of it.
    """
    *before, last = patterns
    parts = [part for pattern in before for part in _Reader(pattern).sequence()]
    found = _in_sequence([*parts, *_Reader(last, is_last=True).sequence()])
    return tuple(dict.fromkeys(_shortest(texts) for texts in _all_needed(found) if "" not in texts))


def _all_needed(found: Found) -> tuple[Needed, ...]:
    return (*found.needed, *(() if found.exact is None else (found.exact,)))


def _shortest(texts: Iterable[str]) -> Needed:
    """Return texts without those that hold another one of them: where the long one stands, the short one does."""
    return frozenset(t for t in texts if not any(o != t and o in t for o in texts))


def _in_sequence(parts: Sequence[Found]) -> Found:
    """Return what is known of parts one behind the other. As long as they are few, texts of neighbours become one."""
    needed: list[Needed] = []
    run, is_whole = _EMPTY, True
    for part in parts:
        needed += part.needed
        if part.exact is not None and len(run) * len(part.exact) <= _MOST_TEXTS:
            run = frozenset(a + b for a, b in product(run, part.exact))
            continue
        needed.append(run)
        run, is_whole = part.exact or _EMPTY, False
    most = sum(part.width for part in parts)
    return Found(run, tuple(needed), most) if is_whole else Found(None, (*needed, run), most)


def _either(branches: Sequence[Sequence[Found]]) -> Found:
    """Return what is known of a part that is one of these branches."""
    found = [_in_sequence(parts) for parts in branches]
    most = max(branch.width for branch in found)
    if all(branch.exact is not None for branch in found):
        exact = frozenset(text for branch in found for text in branch.exact or ())
        if len(exact) <= _MOST_TEXTS:
            return Found(exact, (), most)
    chosen = [_best(branch) for branch in found]
    return Found(None, () if None in chosen else (frozenset().union(*filter(None, chosen)),), most)


def _best(found: Found) -> Needed | None:
    """Return the set that says most of a branch: the one whose shortest text is longest."""
    sets = [texts for texts in map(_shortest, _all_needed(found)) if "" not in texts]
    return max(sets, key=lambda texts: (min(map(len, texts)), -len(texts), sorted(texts)), default=None)


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str, is_last: bool = False) -> None:
        self._pattern = pattern
        self._is_last = is_last
        self._at = 0

    def sequence(self) -> list[Found]:
        """Return the parts of the whole pattern, one behind the other."""
        branches = self.branches()
        if self._at < len(self._pattern):
            raise ValueError(self._pattern)
        return branches[0] if len(branches) == 1 else [_either(branches)]

    def branches(self) -> list[list[Found]]:
        """Return the parts of each branch, up to the end of the pattern or of the group that is open."""
        branches: list[list[Found]] = [[]]
        while self._at < len(self._pattern) and self._peek() != ")":
            if self._take("|"):
                branches.append([])
            else:
                branches[-1] += self._part()
        return branches

    def _part(self) -> list[Found]:
        """Return what is known of the next part and its repetitions."""
        if self._take("(?!"):
            return [Found(_EMPTY, (), _either(self._close()).width)]
        if self._take("(?="):
            return [self._ahead(_either(self._close()))]
        if self._take("(?:") or self._take("("):
            return self._repeated(self._close())
        if self._take("["):
            return self._repeated([[self._class()]])
        if self._take("^") or self._take("$"):
            return []
        if self._peek() in _REPEATING:
            raise ValueError(self._pattern)
        return self._repeated([[Found(frozenset({self._character()}), (), 1)]])

    def _close(self) -> list[list[Found]]:
        branches = self.branches()
        if not self._take(")"):
            raise ValueError(self._pattern)
        return branches

    def _ahead(self, found: Found) -> Found:
        """Return what a look ahead adds: a text behind the others only at the very end; else others begin with it."""
        if self._is_last and self._at == len(self._pattern):
            return found
        return Found(None, _all_needed(found), found.width)

    def _class(self) -> Found:
        is_other = self._take("^")
        characters: set[str] = set()
        while not self._take("]"):
            first = self._character()
            if self._peek() == "-" and self._pattern[self._at + 1 : self._at + 2] != "]":
                self._at += 1
                last = self._character()
                # Of twenty thousand characters nobody needs the list.
                is_other |= ord(last) - ord(first) >= _MOST_CHARACTERS
                characters.update(() if is_other else map(chr, range(ord(first), ord(last) + 1)))
            else:
                characters.add(first)
        return Found(None if is_other or len(characters) > _MOST_CHARACTERS else frozenset(characters), (), 1)

    def _character(self) -> str:
        if self._take("\\"):
            escaped = self._next()
            if escaped.isalnum() and escaped not in _ESCAPES:
                raise ValueError(self._pattern)
            return _ESCAPES.get(escaped, escaped)
        return self._next()

    def _repeated(self, branches: list[list[Found]]) -> list[Found]:
        """Return a part as often as it must come, and what is known of the rest of its repetitions."""
        least, most = 1, 1
        if self._take("?"):
            least = 0
        elif self._peek() == "{":
            bounds, _, _ = self._pattern[self._at + 1 :].partition("}")
            self._at += len(bounds) + 2
            first, _, last = bounds.partition(",")
            least, most = int(first), int(last or first)
            self._take("?")
        if least == most == 1 and len(branches) == 1:
            return branches[0]
        part = _either(branches)
        if (least, most) == (0, 1) and part.exact is not None:
            return [Found(part.exact | {""}, (), part.width)]
        return [part] * least + ([Found(None, (), part.width * (most - least))] if most > least else [])

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _next(self) -> str:
        if self._at >= len(self._pattern):
            raise ValueError(self._pattern)
        self._at += 1
        return self._pattern[self._at - 1]

    def _take(self, text: str) -> bool:
        found = self._pattern.startswith(text, self._at)
        self._at += len(text) if found else 0
        return found
