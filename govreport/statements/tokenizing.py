"""A sentence as tokens, from left to right; at each place the longest word wins."""

import re
import string
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govreport.statements.entries import REFUSED_AFTER_NOT
from govreport.statements.roles import DENYING, NOTED, role_of
from govreport.statements.tokens import Figure, Token
from govreport.statements.trees import BEGINS_NUMBER, NAMES_YEAR
from govreport.statements.variants import PASSED_OVER
from govreport.statements.vocabulary import Vocabulary

_new = tuple.__new__
_TIMES = {"": 0, "万": 4, "亿": 8, "万万": 8, "万亿": 12}
_DIGITS = frozenset(string.digits)
_TEN_THOUSAND = 10_000
# Where a number that only numbers a point of a list stands, and what is behind it.
_BEFORE_MARK = frozenset({"", "parts", "commas", "colons"})
_MARK = re.compile("[.、](?![0-9])")
# So many figures, and so many words that nobody knows, are kept in mind; most are short and come again.
_KEPT = 4096


class Tokens(NamedTuple):
    """The tokens of a text, which together are the whole of it, and where each starts.

    `noted` are the indexes of those of which clauses take note.
    """

    tokens: list[Token]
    starts: list[int]
    noted: list[int]


def tokenize(text: str, words: Vocabulary, year: int) -> Tokens:
    """Return the tokens of a folded text in a report of a year."""
    tokens: list[Token] = []
    starts: list[int] = []
    noted: list[int] = []
    add, put = tokens.append, starts.append
    begins, others = words.tree.get, words.others.get
    # A character that is in no word ends the last one.
    characters = [*text, PASSED_OVER]
    # The text from `pending` on is not yet in a token.
    at = pending = 0
    end = len(text)
    # What is there is taken away by the word before.
    denied = -1
    # Up to here no number begins: numerals without end would each be read with all behind them.
    plain = 0
    while at < end:
        node = begins(characters[at])
        if node is None:
            at += 1
            continue
        found, following = node
        behind = step = at + 1
        while following:
            node = following.get(characters[step])
            if node is None:
                break
            step += 1
            token, following = node
            if token is not None:
                found, behind = token, step
        if found is None:
            at += 1
            continue
        role = found.role
        if role:
            # Of most words nothing matters but where they stand.
            if found is BEGINS_NUMBER:
                match = words.figure.match(text, at) if at >= plain else None
                if match is None or match["figure"] is None:
                    if match is not None:
                        plain = match.end()
                    at += 1
                    continue
                found = words.figures.get(match[0]) or _figure(match, words)
                behind = at + len(found.text)
            if found is NAMES_YEAR:
                found = _named(text[at:behind], words, year)
            elif found.kind == "figure":
                before = "other" if at > pending else tokens[-1].kind if tokens else ""
                if before == "ordinal":
                    found = _other(found.text, words)
                elif before in _BEFORE_MARK and found.text[-1] in _DIGITS and _MARK.match(text, behind):
                    # 1.予以公开5件；2.部分公开3件
                    behind += 1
                    found = Token("aside", text[at:behind])
            if at == denied and found.kind in REFUSED_AFTER_NOT:
                found = _other(found.text, words)
            role = found.role
        if at > pending:
            between = text[pending:at]
            add(others(between) or _other(between, words))
            put(pending)
        if role > NOTED:
            if role == DENYING:
                denied = behind
            else:
                noted.append(len(tokens))
        put(at)
        add(found)
        at = pending = behind
    if end > pending:
        add(_other(text[pending:], words))
        put(pending)
    return _new(Tokens, (tokens, starts, noted))


def _named(word: str, words: Vocabulary, year: int) -> Token:
    """Return the token of a word that names a year, in a report of a year."""
    entry = words.entry(word, year)
    return _other(word, words) if entry is None else Token(entry.kind, word, entry, role=role_of(entry.kind, entry))


def _other(text: str, words: Vocabulary) -> Token:
    """Return the token of what nobody knows."""
    token = words.others.get(text)
    if token is None:
        token = Token("other", text)
        if len(words.others) < _KEPT:
            words.others[text] = token
    return token


def _figure(match: re.Match[str], words: Vocabulary) -> Token:
    """Return the token of a number, in figures or spelled out."""
    printed = match[0]
    kind, figure = _number(match, words)
    token = Token(kind, printed, None, figure, role=role_of(kind))
    if len(words.figures) < _KEPT:
        words.figures[printed] = token
    return token


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
