"""A text in the form in which its words are looked for: one writing of each character, and where it was printed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import overload

from govreport import resources

# White space and quotation marks part nothing: print puts them inside words and beside figures.
PASSED_OVER = "\x00"
# So many characters are sooner looked for one by one than every one of a text is looked up.
_FEW = 4
_IDEOGRAPHS = (0x4E00, 0x9FFF)
# Marks that most texts hold, and that mostly stay as they are.
_MARKS = "，。、；：？！《》【】〔〕,.;:?!%()"


class _Folding(dict[int, str]):
    """What each code point becomes, found when it is first met."""

    def __init__(self, variants: Mapping[str, str], quotes: str, ends: str) -> None:
        super().__init__({ord(k): v for k, v in variants.items()})
        # A line feed is white space, but ends a sentence.
        self.update({ord(end): end for end in ends if end.isspace()})
        self.update(dict.fromkeys(map(ord, quotes), PASSED_OVER))

        # Finds a character that may change: all but few of a text are among those that never do.
        own = "".join(c for c in _MARKS if self[ord(c)] == c)
        changed = sorted(code for code, folded in self.items() if folded != chr(code))
        ideographs = _ranges_without(changed, *_IDEOGRAPHS)
        self.changing = re.compile(f"[^{re.escape(own)}0-9A-Za-z{ideographs}]")

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category[0] in "ZC":
            folded = PASSED_OVER
        elif category == "No":
            # A figure in a circle counts points of a list, not cases.
            folded = character
        else:
            normal = unicodedata.normalize("NFKC", character)
            folded = character if len(normal) != 1 or normal == character else self[ord(normal)]
        self[code] = folded
        return folded


def _ranges_without(codes: Iterable[int], first: int, last: int) -> str:
    """Return the characters from the first to the last but those of these codes, as a pattern has them in a class."""
    ranges = []
    for code in (*(code for code in codes if first <= code <= last), last + 1):
        if code > first:
            ranges.append(f"{chr(first)}-{chr(code - 1)}")
        first = code + 1
    return "".join(ranges)


@cache
def folding() -> _Folding:
    """Return what `str.translate` folds with: one character for each, `PASSED_OVER` for those that say nothing."""
    words = resources.read("statements/words.json")
    return _Folding(words["variants"], words["marks"]["quotes"], words["marks"]["ends"])


def says_something(text: str) -> bool:
    """Tell whether anything of a text is left when it is folded."""
    table = folding()
    return any(table[ord(character)] != PASSED_OVER for character in text)


class _Places(Sequence[int]):
    """The indexes of what is not passed over in a text, and its length; found when first asked for, as few are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._kept: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self._text) - self._text.count(PASSED_OVER) + 1

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if not self._kept:
            self._kept = [n for n, c in enumerate(self._text) if c != PASSED_OVER] + [len(self._text)]
        return self._kept[index]


def fold(text: str) -> tuple[str, Sequence[int]]:
    """Return a text in one writing, and for each of its characters the index at which it is printed.

    One more index stands at the end: that behind the last character.
    """
    table = folding()
    changing = set(table.changing.findall(text))
    if not changing:
        return text, range(len(text) + 1)
    if len(changing) > _FEW:
        folded = text.translate(table)
    else:
        folded = text
        for character in changing:
            folded = folded.replace(character, table[ord(character)])
    if PASSED_OVER not in folded:
        return folded, range(len(text) + 1)
    return folded.replace(PASSED_OVER, ""), _Places(folded)
