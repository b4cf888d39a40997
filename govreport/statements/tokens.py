"""A sentence as tokens: words of the vocabulary, figures, and whatever lies between them."""

import re
from decimal import Decimal
from typing import NamedTuple

from govreport.statements.vocabulary import Entry, Vocabulary

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
    """One token, from `start` to `end` of the folded text; `kind` is the class of its word, or "figure", "other"."""

    kind: str
    start: int
    end: int
    entry: Entry | None = None
    figure: Figure | None = None
    inner: "tuple[Token, ...]" = ()


# A named tuple made without its own constructor takes a third of the time, and there is one for every word.
_new = tuple.__new__
_REFUSED_AFTER_NOT = frozenset({"label", "object", "handle", "take", "publish", "receive"})


def tokenize(text: str, start: int, end: int, words: Vocabulary, year: int) -> list[Token]:
    """Return the tokens of a folded text from `start` to `end`; together they are the whole of it.

    `year` is that of the report.
    """
    tokens: list[Token] = []
    add = tokens.append
    entries = words.entries
    at = start
    last = ""
    for match in words.pattern.finditer(text, start, end):
        first, behind = match.span()
        if first > at:
            add(_new(Token, ("other", at, first, None, None, ())))
            last = "other"
        at = behind
        if match.lastgroup == "word":
            entry = entries.get(match[0]) or words.entry(match[0], year)
            kind = "other" if entry is None else entry.kind
            if last == "not" and kind in _REFUSED_AFTER_NOT:
                kind = "other"
            add(_new(Token, (kind, first, behind, entry, None, ())))
            last = kind
        else:
            token = _figure(match, words, last)
            add(token)
            last = token.kind
    if at < end:
        add(_new(Token, ("other", at, end, None, None, ())))
    return tokens


def _figure(match: re.Match[str], words: Vocabulary, before: str) -> Token:
    """Return the token of a number, in figures or spelled out, that follows a token of this kind."""
    first, last = match.span()
    digits, times, about, unit = match.group("figure", "times", "about", "unit")
    measure = words.measures[unit] if unit else ""
    if measure == "time":
        if unit[0] == "年" and len(digits) == 4 and not times and digits[:2] in ("19", "20"):
            return Token("year", first, last, None, Figure(Decimal(digits), 0, "time", unit, False, False))
        return Token("time", first, last)
    spelled = not digits.isascii()
    value = _spelled(digits, words) if spelled else Decimal(digits.replace(",", ""))
    if before == "ordinal" or value is None:
        return Token("other", first, last)
    is_about = bool(about) or before == "about_before"
    figure = _new(Figure, (value, _TIMES.get(times, 0), measure, unit or "", is_about, spelled))
    return _new(Token, ("figure", first, last, None, figure, ()))


def _spelled(numeral: str, words: Vocabulary) -> Decimal | None:
    """Return the value of a Chinese numeral, None where it is none (三四件)."""
    total = section = 0
    digit: int | None = None
    for character in numeral:
        value = words.numerals[character]
        if value < 10:
            if digit:
                return None
            digit = value
        elif value < 10**4:
            section += (1 if digit is None else digit) * value
            digit = None
        else:
            total = (total + section + (digit or 0)) * value
            section, digit = 0, None
    return Decimal(total + section + (digit or 0))
