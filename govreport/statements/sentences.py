"""The sentences of a text that could state a figure; all others are passed over at once."""

import re
import string
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from govreport import resources
from govreport.statements.variants import fold

# Where print has other writings of a character: full-width forms, radicals, and compatibility forms.
_OTHER_WRITINGS = ((0x2F00, 0x2FE0), (0x3000, 0x3040), (0xF900, 0xFB00), (0xFE10, 0xFE70), (0xFF00, 0xFFF0))
# Of characters beyond the basic plane some are digits, too.
_BEYOND = "\U00010000-\U0010ffff"


def holds_figures(text: str) -> bool:
    """Tell whether a text may hold a figure or a word for zero that a statement could be."""
    return _at_first_sight()[2].search(text) is not None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a text that may hold a figure or a word for zero.

    The text is as printed: folding is for the few sentences that this leaves.
    """
    every, sentence, anchor = _at_first_sight()
    found = anchor.search(text)
    if found is None:
        return
    # Sentences are sought only around what was found: most of a text holds nothing.
    ends = [end for end in every if end in text]
    behind = 0
    while found is not None:
        at = found.start()
        start = max([text.rfind(end, behind, at) for end in ends], default=-1) + 1
        match = sentence.match(text, at)
        assert match is not None
        behind = match.end()
        # What was found may be parted by an end.
        if found.end() <= behind or anchor.search(text, at, behind) is not None:
            yield start, behind
        found = anchor.search(text, behind)


def lines(text: str, start: int, end: int) -> list[str]:
    """Return all sentences between two places of a text."""
    return _at_first_sight()[1].findall(text, start, end)


def states_figures(folded: str) -> bool:
    """Tell whether a folded sentence holds a figure or a word for zero."""
    return _exactly().search(folded) is not None


@cache
def _exactly() -> re.Pattern[str]:
    """Return what finds a figure or a word for zero in a folded sentence."""
    words = resources.read("statements/words.json")
    marks, measures = words["marks"], words["measures"]
    units = _any(u for kind in ("count", "amount", "percentage", "foreign") for u in measures[kind])
    closing = re.escape("".join(marks[kind] for kind in ("ends", "parts", "commas", "close")) + "、")
    after = "".join(words["approximate"]["after"])
    figure = f"[0-9][万亿]*[{after}]?(?:{units}|(?=[{closing}])|$)|[{_small(words)}](?:{_any(measures['count'])})"
    return re.compile(f"{figure}|{_any(_zeros(words))}")


@cache
def _at_first_sight() -> tuple[str, re.Pattern[str], re.Pattern[str]]:
    """Return what ends a sentence of a printed text, what finds one, and what finds at least all that `_exactly` finds.

    The last finds in a whole text whatever it finds in a sentence.
    """
    words = resources.read("statements/words.json")
    marks, measures = words["marks"], words["measures"]
    writings = _writings(words["variants"])

    def written(characters: Iterable[str]) -> list[str]:
        every = set(characters)
        return sorted(every.union(*(writings.get(c, ()) for c in every)))

    def of(characters: Iterable[str]) -> str:
        return "[" + "".join(map(re.escape, written(characters))) + "]"

    ends = written(marks["ends"])
    units = {u[0] for kind in ("count", "amount", "percentage", "foreign") for u in measures[kind]}
    closing = (marks[kind] for kind in ("parts", "commas", "close"))
    behind = units | set(chain("万亿、", words["approximate"]["after"], *closing))
    small = of(_small(words))
    counted = of(u[0] for u in measures["count"])
    # By the first character what may stand behind it.
    zeros: dict[str, list[str]] = {}
    for word in _zeros(words):
        zeros.setdefault(word[0], []).append("".join(rf"\W*{of(c)}" for c in word[1:]))
    # What may be first comes first: a search skips at once to such a character, and then looks back which it was.
    first = of(chain(string.digits, _small(words), zeros))
    figure = rf"(?<=\d)\W*(?:{of(behind.union(ends))}|$)"
    spelled = rf"(?<={small})\W*{counted}"
    zero = "|".join(f"(?<={of(begin)})(?:{'|'.join(following)})" for begin, following in zeros.items())
    anchor = rf"[{_BEYOND}{first[1:]}(?:{figure}|(?<!\d)(?:{spelled}|{zero}))"
    return "".join(ends), re.compile(f"[^{of(ends)[1:]}+"), re.compile(anchor)


def _writings(variants: dict[str, str]) -> dict[str, set[str]]:
    """Return the other writings of each character that folding gives."""
    found: dict[str, set[str]] = {}
    others = chain(variants, (chr(code) for low, high in _OTHER_WRITINGS for code in range(low, high)))
    for other in others:
        found.setdefault(fold(other)[0], set()).add(other)
    return found


def _small(words: dict[str, dict[str, dict[str, int]]]) -> str:
    """Return the characters of numbers that are worth less than 万."""
    return "".join(c for part in words["numerals"].values() for c, worth in part.items() if worth < 10_000)


def _zeros(words: dict[str, dict[str, list[str]]]) -> list[str]:
    """Return the beginnings of words for zero that are enough to find them all: 未 finds 未收到, too."""
    zero = {fold(w)[0] for kind in ("zero", "nothing") for w in words["classes"][kind]}
    return sorted(w for w in zero if not any(w != v and w.startswith(v) for v in zero))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
