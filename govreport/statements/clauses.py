"""The tokens of a sentence as clauses, between commas; what stands in brackets is an aside or clauses of its own."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from govreport.statements.heads import VERBS
from govreport.statements.tokens import Token

_BREAKS = frozenset({"commas", "parts"})
_new = tuple.__new__
_BRACKETS = frozenset({"open", "close", "title_open"})
# Stands between what was before and what is now: 由34件增至42件.
_TURN = "sink:last-year"
_SPECIAL = _BREAKS | _BRACKETS | {_TURN}
# What may stand between the number of things and what is said of all of them.
_BETWEEN = frozenset({"filler", "colons", "each"})
_BEFORE_COUNTED = _BETWEEN | {"figure"}
_COUNTED = frozenset({"figure", "nothing"})
_TELLING = frozenset({"figure", "zero"})
# What says something of the figures to come.
HEEDED = VERBS | {"year", "year_last", "year_this", "office", "whole", "object", "period", "theme"}
_SAYING = HEEDED | {"figure", "zero", "nothing"}
# Most words are of these kinds, of which a clause takes no note.
_PLAIN = frozenset({"filler", "other", "connector", "disclosure", "part", "colons", "own"})
# What stands in a bracket inside so many others is left out.
_DEEPEST = 8


class Clause(NamedTuple):
    """The tokens of one clause, and whether it stands in brackets; `points` are the indexes of those that matter.

    `known` is what was found out of its figures before, None for clauses that are not kept.
    """

    tokens: Sequence[Token]
    is_bracketed: bool
    points: Sequence[int]
    known: dict[tuple[Any, ...], Any] | None


def clauses(tokens: Sequence[Token], are_kept: bool = False) -> list[Clause]:
    """Return the clauses of a sentence in their order; bracketed ones follow the clause in which they stand.

    A bracket without a figure and without a word for zero stays in its clause, as one token of the kind "aside"
    that holds what is in it; one that has become clauses leaves an empty aside, and so does a title in book marks,
    and so does the first of two figures with a word between them that says that one became the other. `are_kept`: they
    will be met again.
    """
    result: list[Clause] = []
    own: list[Token] = []
    points: list[int] = []
    for token in tokens:
        kind = token[0]
        if kind in _PLAIN:
            own.append(token)
            continue
        if kind in _SPECIAL:
            if kind not in _BREAKS:
                return _clauses(tokens, are_kept, 0)
            if own:
                result.append(_new(Clause, (own, False, points, {} if are_kept else None)))
                own, points = [], []
            continue
        if kind in _COUNTED and own and own[-1][0] in _BEFORE_COUNTED:
            _set_aside(own, points, token)
        if kind in _SAYING or (kind == "label" and _is_echoed(token)):
            points.append(len(own))
        own.append(token)
    if own:
        result.append(_new(Clause, (own, False, points, {} if are_kept else None)))
    return result


def _clauses(tokens: Sequence[Token], are_kept: bool, depth: int) -> list[Clause]:
    is_bracketed = depth > 0
    result: list[Clause] = []
    own: list[Token] = []
    behind: list[Clause] = []
    at = 0
    count = len(tokens)
    while at < count:
        token = tokens[at]
        kind = token[0]
        if kind == "figure" and [t[0] for t in tokens[at + 1 : at + 3]] == [_TURN, "figure"]:
            _close(behind, tokens[at : at + 2], [], are_kept, is_bracketed=False)
            at += 1
            own.append(_new(Token, ("aside", token.start, tokens[at].end, None, None, (), -1)))
        elif kind not in _BREAKS and kind not in _BRACKETS:
            if kind in _COUNTED and own and own[-1][0] in _BEFORE_COUNTED:
                _set_aside(own, [], token)
            own.append(token)
        elif kind == "open":
            last = _closing(tokens, at)
            inner = tuple(tokens[at + 1 : last])
            if depth == _DEEPEST:
                inner = ()
            elif own and own[-1][0] == "label" and (counted := _count_in(inner)):
                # 予以公开（5件，占5%） is 予以公开5件（占5%）.
                own += inner[:counted]
                inner = inner[counted + 1 :]
                if inner and any(t.kind in _TELLING for t in inner):
                    behind += _clauses(inner, are_kept, depth + 1)
                at = min(last, len(tokens) - 1) + 1
                if at < count and tokens[at][0] == "connector":
                    _close(result, own, behind, are_kept, is_bracketed)
                    own, behind = [], []
                continue
            elif any(t.kind in _TELLING for t in inner):
                behind += _clauses(inner, are_kept, depth + 1)
                inner = ()
            at = min(last, len(tokens) - 1)
            own.append(_new(Token, ("aside", token.start, tokens[at].end, None, None, inner, -1)))
            if len(own) > 1 and own[-2][0] == "figure" and at + 1 < count and tokens[at + 1][0] == "connector":
                # Each of a list has its own bracket: 予以公开5件（占5%）、部分公开3件（占3%）.
                _close(result, own, behind, are_kept, is_bracketed)
                own, behind = [], []
        elif kind == "title_open":
            # What is cited says nothing of figures.
            last = next((n for n in range(at, len(tokens)) if tokens[n].kind == "title_close"), at)
            title = "other" if last == at else "aside"
            own.append(_new(Token, (title, token.start, tokens[last].end, None, None, (), -1)))
            at = last
        elif kind in _BREAKS:
            _close(result, own, behind, are_kept, is_bracketed)
            own, behind = [], []
        at += 1
    _close(result, own, behind, are_kept, is_bracketed)
    return result


def _close(
    result: list[Clause], own: Sequence[Token], behind: list[Clause], are_kept: bool, is_bracketed: bool
) -> None:
    if own:
        points = [n for n, t in enumerate(own) if (kind := t[0]) in _SAYING or (kind == "label" and _is_echoed(t))]
        result.append(_new(Clause, (own, is_bracketed, points, {} if are_kept else None)))
    result += behind


def _set_aside(own: list[Token], points: list[int], behind: Token) -> None:
    """Let a figure that counts the things named before it be an aside, if words for all of them stand behind it.

    行政许可、行政处罚、行政强制三项均为零, 行政复议、行政诉讼两项分别为3件、5件.
    """
    is_of_all = behind.entry is not None and behind.entry.is_alike
    for number in range(len(own) - 1, -1, -1):
        kind, start, end, entry, figure, *_ = own[number]
        if kind == "figure":
            if is_of_all and figure is not None and figure.measure == "count":
                own[number] = _new(Token, ("aside", start, end, None, None, (), -1))
                if number in points:
                    points.remove(number)
            return
        if kind not in _BETWEEN:
            return
        is_of_all = is_of_all or kind == "each" or (entry is not None and entry.is_alike)


def _is_echoed(token: Token) -> bool:
    return token.entry is not None and token.entry.is_echoed


def _count_in(inner: Sequence[Token]) -> int:
    """Return how many tokens at the beginning of a bracket are a count and no more, 0 where something else is there."""
    for number, token in enumerate(inner):
        if token[0] == "figure":
            is_count = token[4] is not None and token[4].measure == "count"
            is_end = number + 1 == len(inner) or inner[number + 1][0] in _BREAKS
            return number + 1 if is_count and is_end else 0
        if token[0] != "filler":
            return 0
    return 0


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the bracket that closes the one at this index, the length where none does."""
    depth = 0
    for number in range(at, len(tokens)):
        depth += (tokens[number].kind == "open") - (tokens[number].kind == "close")
        if depth == 0:
            return number
    return len(tokens)
