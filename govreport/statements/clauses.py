"""The tokens of a sentence as clauses, between commas; what stands in brackets is an aside or clauses of its own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from govreport.statements.heads import GAP
from govreport.statements.roles import BREAK, COUNTED, SAYING, SPECIAL, TURN
from govreport.statements.tokenizing import Tokens
from govreport.statements.tokens import Token

_new = tuple.__new__
# What may stand between the number of things and what is said of all of them.
_BETWEEN = frozenset({"filler", "colons", "each"})
_BEFORE_COUNTED = _BETWEEN | GAP | {"figure"}
_TELLING = frozenset({"figure", "zero"})
# What stands in a bracket inside so many others is left out.
_DEEPEST = 8
# Nobody writes a clause of more tokens. Of a longer one the words for zero would each be looked at with all the rest.
_LONGEST = 256


class Clause(NamedTuple):
    """The tokens of one clause, and where each starts; `points` are the indexes of those that matter.

    `known` is what was found out of its figures before, None for clauses that are not kept.
    """

    tokens: Sequence[Token]
    starts: Sequence[int]
    is_bracketed: bool
    points: Sequence[int]
    known: dict[tuple[Any, ...], Any] | None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return from where to where two tokens reach, with all that is between them."""
        return self.starts[first], self.starts[last] + len(self.tokens[last].text)


def clauses(told: Tokens, are_kept: bool = False) -> list[Clause]:
    """Return the clauses of a sentence in their order; bracketed ones follow the clause in which they stand.

    A bracket without a figure and without a word for zero stays in its clause, as one token of the kind "aside"
    that holds what is in it; one that has become clauses leaves an empty aside, and so does a title in book marks,
    and so does the first of two figures with a word between them that says that one became the other. A clause of more
    than `_LONGEST` tokens is several. `are_kept`: they will be met again.
    """
    found = _of_sentence(told, are_kept)
    if len(told.tokens) <= _LONGEST:
        return found
    return [piece for clause in found for piece in _pieces(clause)]


def _pieces(clause: Clause) -> Iterator[Clause]:
    """Yield a clause that is too long as several, one after the other."""
    tokens, starts, is_bracketed, points, known = clause
    first = 0
    for begin in range(0, len(tokens), _LONGEST):
        end = begin + _LONGEST
        # The points stand in their order: to look through all of them for each piece would cost a square.
        behind = bisect_left(points, end, first)
        own = [at - begin for at in points[first:behind]]
        first = behind
        yield Clause(tokens[begin:end], starts[begin:end], is_bracketed, own, None if known is None else {})


def _of_sentence(told: Tokens, are_kept: bool) -> list[Clause]:
    tokens, starts, noted = told
    result: list[Clause] = []
    points: list[int] = []
    begin = 0
    for at in noted:
        token = tokens[at]
        role = token.role
        if role == SAYING:
            points.append(at - begin)
        elif role == BREAK:
            if at > begin:
                known: dict[tuple[Any, ...], Any] | None = {} if are_kept else None
                result.append(_new(Clause, (tokens[begin:at], starts[begin:at], False, points, known)))
                points = []
            begin = at + 1
        elif role == COUNTED:
            if at > begin and tokens[at - 1].kind in _BEFORE_COUNTED:
                if tokens is told.tokens:
                    tokens = [*tokens]
                _set_aside(tokens, begin, at, points, token)
            points.append(at - begin)
        else:
            return _clauses(told.tokens, starts, are_kept, 0)
    if begin < len(tokens):
        result.append(_new(Clause, (tokens[begin:], starts[begin:], False, points, {} if are_kept else None)))
    return result


def _clauses(tokens: Sequence[Token], starts: Sequence[int], are_kept: bool, depth: int) -> list[Clause]:
    result: list[Clause] = []
    behind: list[Clause] = []
    own: list[Token] = []
    begins: list[int] = []
    # The tokens from `taken` on are not yet looked at, or nothing but part of the clause.
    at = taken = 0
    count = len(tokens)
    # Where the last title ends, once that is known.
    titles: int | None = None

    def close() -> None:
        """Let the clause end here, with those behind it."""
        nonlocal own, begins, behind
        _close(result, own, begins, are_kept, is_bracketed=depth > 0)
        result.extend(behind)
        own, begins, behind = [], [], []

    def add(token: Token) -> None:
        own.append(token)
        begins.append(starts[at])

    while at < count:
        token = tokens[at]
        role, kind = token.role, token.kind
        if role < COUNTED or kind == TURN:
            at += 1
            continue
        own += tokens[taken:at]
        begins += starts[taken:at]
        if role == COUNTED:
            if kind == "figure" and at + 2 < count and tokens[at + 1].kind == TURN and tokens[at + 2].kind == kind:
                _close(behind, tokens[at : at + 2], starts[at : at + 2], are_kept, is_bracketed=False)
                add(_aside(tokens[at : at + 2]))
                at += 1
            else:
                if own and own[-1].kind in _BEFORE_COUNTED:
                    _set_aside(own, 0, len(own), [], token)
                add(token)
        elif kind == "open":
            last = _closing(tokens, at)
            inner = tuple(tokens[at + 1 : last])
            if depth == _DEEPEST:
                inner = ()
            elif own and own[-1].kind == "label" and (counted := _count_in(inner)):
                # 予以公开（5件，占5%） is 予以公开5件（占5%）.
                own += inner[:counted]
                begins += starts[at + 1 : at + 1 + counted]
                inner = inner[counted + 1 :]
                if inner and _tells(inner):
                    behind += _clauses(inner, starts[at + counted + 2 : last], are_kept, depth + 1)
                at = taken = min(last, count - 1) + 1
                if at < count and tokens[at].kind == "connector":
                    close()
                continue
            elif _tells(inner):
                behind += _clauses(inner, starts[at + 1 : last], are_kept, depth + 1)
                inner = ()
            last = min(last, count - 1)
            add(_aside(tokens[at : last + 1], inner))
            at = last
            if len(own) > 1 and own[-2].kind == "figure" and at + 1 < count and tokens[at + 1].kind == "connector":
                # Each of a list has its own bracket: 予以公开5件（占5%）、部分公开3件（占3%）.
                close()
        elif kind == "title_open":
            # What is cited says nothing of figures.
            if titles is None:
                titles = max((n for n in range(at, count) if tokens[n].kind == "title_close"), default=-1)
            last = at if titles < at else next(n for n in range(at, count) if tokens[n].kind == "title_close")
            add(Token("other", token.text) if last == at else _aside(tokens[at : last + 1]))
            at = last
        elif role == BREAK:
            close()
        at += 1
        taken = at
    own += tokens[taken:]
    begins += starts[taken:]
    close()
    return result


def _close(
    result: list[Clause], own: Sequence[Token], begins: Sequence[int], are_kept: bool, is_bracketed: bool
) -> None:
    if own:
        points = [number for number, token in enumerate(own) if SAYING <= token.role <= COUNTED]
        result.append(_new(Clause, (own, begins, is_bracketed, points, {} if are_kept else None)))


def _tells(tokens: Sequence[Token]) -> bool:
    """Tell whether something is counted among these tokens, or said to be zero."""
    return not _TELLING.isdisjoint([token.kind for token in tokens])


def _aside(tokens: Sequence[Token], inner: tuple[Token, ...] = ()) -> Token:
    return Token("aside", "".join([token.text for token in tokens]), inner=inner)


def _set_aside(tokens: list[Token], begin: int, at: int, points: list[int], behind: Token) -> None:
    """Let a figure that counts the things named before it be an aside, if words for all of them stand behind it.

    行政许可、行政处罚、行政强制三项均为零, 行政复议、行政诉讼两项分别为3件、5件. So is one that is spelled out directly
    behind a label, if nothing new stands between both: 予以公开一项全年5件. Their clause begins at `begin`, and
    `behind` is what is said of them, which stands at this index.
    """
    entry = behind.entry
    is_of_all = entry is not None and entry.is_alike
    is_plain = True
    for number in range(at - 1, begin - 1, -1):
        token = tokens[number]
        kind, entry = token.kind, token.entry
        if kind == "figure":
            figure = token.figure
            if figure is None or figure.measure != "count":
                return
            is_apposed = figure.is_spelled and number > begin and tokens[number - 1].kind == "label"
            if is_apposed or (is_of_all and is_plain):
                tokens[number] = _aside((token,))
                # The figure is among the last of many points, and they stand in their order.
                point = bisect_left(points, number - begin)
                if point < len(points) and points[point] == number - begin:
                    del points[point]
            return
        if kind not in _BETWEEN:
            if kind not in GAP:
                return
            is_plain = False
        is_of_all = is_of_all or kind == "each" or (entry is not None and entry.is_alike)


def _count_in(inner: Sequence[Token]) -> int:
    """Return how many tokens at the beginning of a bracket are a count and no more, 0 where something else is there."""
    for number, token in enumerate(inner):
        if token.kind == "figure":
            is_count = token.figure is not None and token.figure.measure == "count"
            is_end = number + 1 == len(inner) or inner[number + 1].role == BREAK
            return number + 1 if is_count and is_end else 0
        if token.kind != "filler":
            return 0
    return 0


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the bracket that closes the one at this index, the length where none does."""
    depth = 0
    for number in range(at, len(tokens)):
        if tokens[number].role == SPECIAL:
            kind = tokens[number].kind
            depth += (kind == "open") - (kind == "close")
            if depth == 0:
                return number
    return len(tokens)
