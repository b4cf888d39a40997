"""The sentences of a text that could state a figure; all others are passed over at once."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from govreport import resources
from govreport.statements.variants import fold

# Where print has other writings of a character: full-width forms, radicals, and compatibility forms.
_OTHER_WRITINGS = ((0x2F00, 0x2FE0), (0x3000, 0x3040), (0xF900, 0xFB00), (0xFE10, 0xFE70), (0xFF00, 0xFFF0))


def holds_figures(text: str) -> bool:
    """Tell whether a text may hold a figure or a word for zero that a statement could be."""
    return _at_first_sight()[1].search(text) is not None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence of a text that may hold a figure or a word for zero.

    The text is as printed: folding is for the few sentences that this leaves.
    """
    sentence, anchor = _at_first_sight()
    first = anchor.search(text)
    if first is None:
        return
    for match in sentence.finditer(text):
        start, end = match.span()
        if end > first.start() and anchor.search(text, start, end) is not None:
            yield start, end


def lines(text: str, start: int, end: int) -> list[str]:
    """Return all sentences between two places of a text."""
    return _at_first_sight()[0].findall(text, start, end)


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
def _at_first_sight() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a sentence of a printed text, and what finds in it at least all that `_exactly` finds.

    The second finds in a whole text whatever it finds in a sentence.
    """
    words = resources.read("statements/words.json")
    marks, measures = words["marks"], words["measures"]
    writings = _writings(words["variants"])

    def of(characters: Iterable[str]) -> str:
        every = set(characters)
        return "[" + "".join(map(re.escape, sorted(every.union(*(writings.get(c, ()) for c in every))))) + "]"

    ends = of(marks["ends"])
    units = {u[0] for kind in ("count", "amount", "percentage", "foreign") for u in measures[kind]}
    closing = (marks[kind] for kind in ("parts", "commas", "close"))
    behind = units | set(chain("万亿、", words["approximate"]["after"], *closing))
    small = of(_small(words))
    counted = of(u[0] for u in measures["count"])
    zeros = _zeros(words)
    # What may be first comes first: a search skips at once to such a character, and then looks back which it was.
    first = rf"[\d{small[1:-1]}{of(word[0] for word in zeros)[1:-1]}]"
    figure = rf"(?<=\d)\W*(?:{of(behind)}|{ends}|$)"
    spelled = rf"(?<={small})\W*{counted}"
    zero = "|".join(rf"(?<={of(word[0])})" + "".join(rf"\W*{of(c)}" for c in word[1:]) for word in zeros)
    return re.compile(f"[^{ends[1:]}+"), re.compile(f"{first}(?:{figure}|{spelled}|{zero})")


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
