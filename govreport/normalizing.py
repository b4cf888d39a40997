"""Unicode's compatible form of texts (NFKC), in a time that grows with their length."""

import re
import unicodedata
from functools import cache

_SHORT = 200
# Between these are all marks that combine with a letter.
_FIRST, _LAST = 0x300, 0x20000
# Nearly all characters of Chinese texts, as ranges: those that stay as they are, and signs of which some change. None
# of them, nor what any becomes, joins with one before it: so each has its form by itself.
_STAYING = "\x00-\x7f\xb7\u4e00-\u9fff"
_SIGNS = ((0x2010, 0x2016), (0x2018, 0x201F), (0x2026, 0x2026), (0x2460, 0x2473), (0x3000, 0x3029), (0xFF01, 0xFF5E))
_USUAL = re.compile(f"[{_STAYING}{''.join(f'{chr(first)}-{chr(last)}' for first, last in _SIGNS)}]*+")
_NORMAL = {
    chr(code): unicodedata.normalize("NFKC", chr(code)) for first, last in _SIGNS for code in range(first, last + 1)
}
_CHANGING = re.compile(f"[{re.escape(''.join(sign for sign, normal in _NORMAL.items() if normal != sign))}]")
# Unicode's stream-safe texts have no more marks upon one letter.
_MOST_MARKS = 30


def nfkc(text: str) -> str:
    """Return a text in the form NFKC, without the marks upon a letter that bears thirty of them already.

    To bring heaped marks into order takes a time that grows with their square; no writing has as many.
    """
    if _USUAL.fullmatch(text):
        # To replace the few that change takes a tenth of the time of looking at every one.
        for character in frozenset(_CHANGING.findall(text)):
            text = text.replace(character, _NORMAL[character])
        return text
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
