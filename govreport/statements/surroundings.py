"""What stands around a figure, or a word for zero, in its clause."""

from collections.abc import Sequence
from typing import NamedTuple

from govreport.statements.clauses import Clause
from govreport.statements.context import Context
from govreport.statements.heads import GAP, NOUNS, SOFT, Head, before, skip
from govreport.statements.nearest import head_of
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary
from govreport.statements.zeros import zeros

# What may stand between a word for about and its figure.
_BEFORE_FIGURE = GAP | {"share", "base"}
_new = tuple.__new__
_COUNTING = frozenset({"count", "amount"})


class Place(NamedTuple):
    """The place of a figure: the tokens before it, its head or the reason why it has none, and `used` tokens behind.

    `is_soft`: without a head, nothing but words without weight stands before it. `can_be_bare`: it is a figure without
    a measure, too, since it stands behind a label, and before a mark or the end. `depends`: on what was spoken of.
    """

    left: Sequence[Token]
    head: Head | str
    used: int
    is_about: bool
    is_soft: bool
    can_be_bare: bool
    depends: bool


def place_in(clause: Clause, begin: int, at: int, context: Context) -> Place:
    """Return the place of the figure at this index of a clause; the figure before it ends at `begin`."""
    known = clause.known
    if known is None:
        return _place(clause.tokens, begin, at, context)
    place: Place | None = known.get((begin, at))
    if place is None:
        spoken = (begin, at, context.table, context.sink, context.is_by_channel)
        place = known.get(spoken)
        if place is None:
            place = _place(clause.tokens, begin, at, context)
            known[spoken if place.depends else (begin, at)] = place
    return place


def denied_in(clause: Clause, begin: int, at: int, words: Vocabulary, vain: set[int]) -> tuple[list[Head], int]:
    """Return the heads that the word for zero at this index of a clause denies, and the last index taken in.

    `vain` is of this clause, and kept for it, as `zeros` says.
    """
    if clause.known is None:
        return _denied(clause.tokens, begin, at, words, vain)
    known: tuple[list[Head], int] | None = clause.known.get((begin, at))
    if known is None:
        known = clause.known[begin, at] = _denied(clause.tokens, begin, at, words, vain)
    return known


def _place(tokens: Sequence[Token], begin: int, at: int, context: Context) -> Place:
    """Return the place of the figure at this index; the figure before it ends at `begin`."""
    following = end = at + 1
    count = len(tokens)
    is_open = True
    while following < count and (kind := tokens[following].kind) != "figure":
        if is_open and (kind == "filler" or kind == "colons"):
            entry = tokens[following].entry
            # Of those before a word for within, the next figure is one; before a colon, the first of a list.
            is_open = kind == "filler" and (entry is None or not entry.is_within)
        following += 1
        end += is_open
    # Without a next figure, all of what is behind belongs to this one: 5件其他处理中的其他情形.
    left, right = tokens[begin:at], tokens[at + 1 : end if following < count else count]
    figure = tokens[at].figure
    assert figure is not None
    is_soft = can_be_bare = depends = False
    head: Head | str = "unclear"
    used = 0
    measure = figure.measure
    if measure == "":
        noun = skip(left, at - begin - 1, -1, GAP)
        can_be_bare = noun >= 0 and left[noun].kind in NOUNS and skip(right, 0, 1, GAP) >= len(right)
    if can_be_bare or measure in _COUNTING:
        head, used, depends = head_of(left, right, following == count, context)
        is_soft = head == "unclear" and SOFT.issuperset([token.kind for token in left])
    is_about = figure.is_about or _is_about(left, right)
    if not is_about and (tokens[at - 1].kind == "other" or (at + 1 < count and tokens[at + 1].kind == "other")):
        is_about = _is_end_of_range(tokens, at)
    return _new(Place, (left, head, used, is_about, is_soft, can_be_bare, depends))


def _is_about(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether a word before a figure or behind it says that it is not exact."""
    if right and right[0].kind == "about_behind":
        return True
    for number in range(len(left) - 1, -1, -1):
        kind = left[number].kind
        if kind not in _BEFORE_FIGURE:
            return False
        if kind == "about_before":
            return True
    return False


def _is_end_of_range(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a single character that nobody knows stands between this figure and another: 30件至50件, 30-50件."""
    if at > 1 and tokens[at - 1].kind == "other" and tokens[at - 2].kind == "figure" and _is_sign(tokens[at - 1]):
        return True
    if at + 2 >= len(tokens) or tokens[at + 1].kind != "other":
        return False
    return tokens[at + 2].kind == "figure" and _is_sign(tokens[at + 1])


def _is_sign(token: Token) -> bool:
    return len(token.text) == 1


def _denied(tokens: Sequence[Token], begin: int, at: int, words: Vocabulary, vain: set[int]) -> tuple[list[Head], int]:
    """Return the heads that the word for zero at this index denies, and the index of the last token taken in.

    Where nothing stands behind it, it is the figure of the noun before it, which must be behind the figure before.
    """
    if skip(tokens, at + 1, 1, GAP) >= len(tokens):
        noun = skip(tokens, at - 1, -1, GAP)
        is_named = noun >= begin and tokens[noun].kind in NOUNS
        return ([before(tokens[begin : noun + 1], noun - begin)] if is_named else []), at
    return zeros(tokens, at, words, vain) if tokens[at].kind == "zero" else ([], at)
