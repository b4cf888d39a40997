"""A sentence as tokens: words of the vocabulary, figures, and whatever lies between them."""

import re
import string
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from govreport.statements.entries import NAMES_YEAR, REFUSED_AFTER_NOT, Entry
from govreport.statements.variants import PASSED_OVER
from govreport.statements.vocabulary import Vocabulary

_TIMES = {"": 0, "万": 4, "亿": 8, "万万": 8, "万亿": 12}


class Figure(NamedTuple):
    """A figure as printed: its value, its power of ten (万 is 4), the kind and word of its measure."""

    value: Decimal
    times: int
    measure: str
    unit: str
    is_about: bool
    is_spelled: bool


class Token(NamedTuple):
    """One token, from `start` to `end` of the folded text; `kind` is the class of its word, or "figure", "other".

    `number` is how many numbers in digits stand before it, for a number in digits.
    """

    kind: str
    start: int
    end: int
    entry: Entry | None = None
    figure: Figure | None = None
    inner: "tuple[Token, ...]" = ()
    number: int = -1


# A named tuple made without its own constructor takes a third of the time, and there is one for every word.
_new = tuple.__new__
_DIGITS = frozenset(string.digits)
_TEN_THOUSAND = 10_000
# Where a number that only numbers a point of a list stands, and what is behind it.
_BEFORE_MARK = frozenset({"", "parts", "commas", "colons"})
_MARK = re.compile("[.、](?![0-9])")
# Figures of so many writings are kept in mind; most are small and come again.
_KEPT = 4096


def tokenize(text: str, start: int, end: int, words: Vocabulary, year: int) -> list[Token]:
    """Return the tokens of a folded text from `start` to `end`; together they are the whole of it.

    `year` is that of the report.
    """
    tokens: list[Token] = []
    add, new, kind_of = tokens.append, _new, Token
    begins = words.tree.get
    # A character that is in no word ends the last one.
    characters = [*text[:end], PASSED_OVER]
    # The text from `pending` on is not yet in a token.
    at = pending = start
    last = ""
    numbers = 0
    while at < end:
        node = begins(characters[at])
        if node is None:
            at += 1
            continue
        found = match = None
        behind = step = at
        while node is not None:
            step += 1
            entry, following = node
            if entry is not None:
                found, behind = entry, step
            if not following:
                break
            node = following.get(characters[step])
        if found is not None and found.is_plain:
            if at > pending:
                add(new(kind_of, ("other", pending, at, None, None, (), -1)))
            # Most words are of this kind: neither a year nor a number is in them, and no word before takes their sense.
            last = found.kind
            add(new(kind_of, (last, at, behind, found, None, (), -1)))
            at = pending = behind
            continue
        if found is None:
            match = words.figure.match(text, at, end)
            if match is None:
                at += 1
                continue
            behind = match.end()
        if at > pending:
            add(new(kind_of, ("other", pending, at, None, None, (), -1)))
            last = "other"
        if match is not None:
            if last in _BEFORE_MARK and match.end() - match.start() == len(match[1]) and _MARK.match(text, behind):
                # 1.予以公开5件；2.部分公开3件
                behind += 1
                last = "aside"
                add(_new(Token, ("aside", at, behind, None, None, (), -1)))
                numbers += characters[at] in _DIGITS
                at = pending = behind
                continue
            last, figure = _figure(match, words, last)
            add(_new(Token, (last, at, behind, None, figure, (), numbers)))
            numbers += characters[at] in _DIGITS
        else:
            if found is NAMES_YEAR:
                found = words.entry(text[at:behind], year)
                numbers += 1
            elif found is not None and found.holds_digits:
                numbers += count_numbers(found.word)
            if found is None or (last == "not" and found.kind in REFUSED_AFTER_NOT):
                last = "other"
                add(_new(Token, ("other", at, behind, None, None, (), -1)))
            else:
                last = found.kind
                add(_new(Token, (last, at, behind, found, None, (), -1)))
        at = pending = behind
    if end > pending:
        add(_new(Token, ("other", pending, end, None, None, (), -1)))
    return tokens


def _figure(match: re.Match[str], words: Vocabulary, before: str) -> tuple[str, Figure | None]:
    """Return the kind and value of a number, in figures or spelled out, that follows a token of this kind."""
    printed = match[0]
    known = words.figures.get(printed)
    if known is None:
        known = _number(match, words)
        if len(words.figures) < _KEPT:
            words.figures[printed] = known
    kind, figure = known
    if kind == "figure" and before == "ordinal":
        kind, figure = "other", None
    return kind, figure


def _number(match: re.Match[str], words: Vocabulary) -> tuple[str, Figure | None]:
    """Return the kind of token that a number is, with its value if it has one that matters."""
    digits, times, about, unit = match.group("figure", "times", "about", "unit")
    measure = words.measures[unit] if unit else ""
    if measure in ("time", "period"):
        if unit[0] == "年" and len(digits) == 4 and not times:
            year = digits if digits.isdigit() else _in_digits(digits, words)
            if year[:2] in ("19", "20"):
                return "year", Figure(Decimal(year), 0, "time", unit, False, False)
        return measure, None
    spelled = not digits.isascii()
    value = _spelled(digits, words) if spelled else decimal_of(digits)
    if value is None:
        return "other", None
    return "figure", Figure(value, _TIMES.get(times, 0), measure, unit or "", bool(about), spelled)


def _in_digits(numeral: str, words: Vocabulary) -> str:
    """Return numerals that are written digit by digit (二〇二四) in digits, nothing for others."""
    values = [words.numerals[character] for character in numeral if character in words.numerals]
    return "".join(map(str, values)) if len(values) == len(numeral) and max(values) < 10 else ""


@cache
def count_numbers(word: str) -> int:
    """Return how many numbers in digits a word holds."""
    return len(re.findall("[0-9]+", word))


@lru_cache(maxsize=4096)
def decimal_of(digits: str) -> Decimal:
    """Return the value of a number in digits."""
    return Decimal(digits.replace(",", ""))


def _spelled(numeral: str, words: Vocabulary) -> Decimal | None:
    """Return the value of a Chinese numeral, None where it is none (三四件, 超千次)."""
    total = section = 0
    digit: int | None = None
    last = _TEN_THOUSAND
    for character in numeral:
        value = words.numerals[character]
        if value < 10:
            if digit:
                return None
            digit = value
        elif value < _TEN_THOUSAND:
            if value >= last or (not digit and (value != 10 or section)):
                return None
            section += (digit or 1) * value
            digit, last = None, value
        else:
            total = (total + section + (digit or 0)) * value
            if not total:
                return None
            section, digit, last = 0, None, _TEN_THOUSAND
    return Decimal(total + section + (digit or 0))
