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
    """One token, from `start` to `end` of the folded text. `kind` is the class of its word, "figure", "year" or "other"."""

    kind: str
    start: int
    end: int
    entry: Entry | None = None
    figure: Figure | None = None
    inner: "tuple[Token, ...]" = ()


def tokenize(text: str, start: int, end: int, words: Vocabulary) -> list[Token]:
    """Return the tokens of a folded text from `start` to `end`; together they are the whole of it."""
    tokens: list[Token] = []
    at = start
    entries = words.entries
    for match in words.pattern.finditer(text, start, end):
        first, last = match.span()
        if first > at:
            tokens.append(Token("other", at, first))
        at = last
        if match.lastgroup == "word":
            entry = entries[match[0]]
            kind = entry.kind
            if kind in _LABELS and tokens and tokens[-1].kind == "not" and tokens[-1].end == first:
                kind = "other"
            tokens.append(Token(kind, first, last, entry))
        else:
            tokens.append(_figure(match, words, tokens))
    if at < end:
        tokens.append(Token("other", at, end))
    return tokens


_LABELS = frozenset({"label", "object", "handle", "take", "publish", "receive"})


def _figure(match: re.Match[str], words: Vocabulary, before: list[Token]) -> Token:
    first, last = match.span()
    digits, times, about, unit = match["figure"], match["times"], match["about"], match["unit"] or ""
    measure = words.measures.get(unit, "")
    ordinal = bool(before) and before[-1].kind == "ordinal" and before[-1].end == first
    if measure == "time" and unit[0] == "年" and len(digits) == 4 and not times and digits[:2] in ("19", "20"):
        return Token("year", first, last, None, Figure(Decimal(digits), 0, "time", unit, False, False))
    spelled = not digits[0].isascii()
    value = _spelled(digits, words) if spelled else Decimal(digits.replace(",", ""))
    if ordinal or value is None:
        return Token("other", first, last)
    if measure == "time":
        return Token("time", first, last)
    near = bool(before) and before[-1].kind == "about_before"
    return Token("figure", first, last, None, Figure(value, _TIMES.get(times, 0), measure, unit, bool(about) or near, spelled))


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



