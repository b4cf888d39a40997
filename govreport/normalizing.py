"""Unicode's compatible form of texts (NFKC), in a time that grows with their length."""

import re
import unicodedata
from functools import cache

_SHORT = 200
# Between these are all marks that combine with a letter.
_FIRST, _LAST = 0x300, 0x20000
# Unicode's stream-safe texts have no more marks upon one letter.
_MOST_MARKS = 30


def nfkc(text: str) -> str:
    """Return a text in the form NFKC, without the marks upon a letter that bears thirty of them already.

    To bring heaped marks into order takes a time that grows with their square; no writing has as many.
    """
    if len(text) > _SHORT and not _marks().isdisjoint(text):
        text = _heap().sub(lambda heap: heap[0][:_MOST_MARKS], text)
    return unicodedata.normalize("NFKC", text)


def plain_name(name: str) -> str:
    """Return a name in Unicode's compatible form and without white space."""
    return "".join(nfkc(name).split())


@cache
def _marks() -> frozenset[str]:
    """Return the marks that combine with a letter."""
    return frozenset(chr(code) for code in range(_FIRST, _LAST) if unicodedata.combining(chr(code)))


@cache
def _heap() -> re.Pattern[str]:
    """Return the pattern of more marks than a letter bears."""
    return re.compile(f"[{re.escape(''.join(sorted(_marks())))}]{{{_MOST_MARKS + 1},}}")
