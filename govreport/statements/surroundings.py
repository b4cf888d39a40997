"""What stands around a figure, or a word for zero, in its clause."""

from collections.abc import Sequence
from typing import NamedTuple

from govreport.statements.context import Context
from govreport.statements.heads import GAP, NOUNS, SOFT, Head, before, skip
from govreport.statements.nearest import head_of
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary
from govreport.statements.zeros import zeros

# What may stand between a word for about and its figure.
_BEFORE_FIGURE = GAP | {"share", "base"}


class Place(NamedTuple):
    """The place of a figure: the tokens before it, its head or the reason why it has none, and `used` tokens behind.

    `is_soft`: nothing but words without weight stands before it. `can_be_bare`: it is a figure without a measure, too,
    since it stands behind a label, and before a mark or the end.
    """

    left: Sequence[Token]
    head: Head | str
    used: int
    is_about: bool
    is_soft: bool
    can_be_bare: bool


def place_of(tokens: Sequence[Token], begin: int, at: int, context: Context) -> tuple[Place, bool]:
    """Return the place of the figure at this index, and whether it depends on what the text spoke of.

    The figure before it ends at `begin`.
    """
    following = at + 1
    while following < len(tokens) and tokens[following].kind != "figure":
        following += 1
    left, right = tokens[begin:at], tokens[at + 1 : following]
    figure = tokens[at].figure
    assert figure is not None
    near = skip(left, len(left) - 1, -1, GAP)
    can_be_bare = near >= 0 and left[near].kind in NOUNS and skip(right, 0, 1, GAP) >= len(right)
    takes_none = figure.measure in ("percentage", "foreign") or (figure.measure == "" and not can_be_bare)
    head, used, depends = ("unclear", 0, False) if takes_none else head_of(left, right, context)
    is_about = figure.is_about or _is_about(left, right)
    is_soft = all(token.kind in SOFT for token in left)
    return Place(left, head, used, is_about, is_soft, can_be_bare), depends


def _is_about(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether a word before a figure or behind it says that it is not exact."""
    if right and right[0].kind == "about_behind":
        return True
    at = skip(left, len(left) - 1, -1, _BEFORE_FIGURE)
    return any(token.kind == "about_before" for token in left[at + 1 :])


def denied(tokens: Sequence[Token], begin: int, at: int, words: Vocabulary) -> tuple[list[Head], int]:
    """Return the heads that the word for zero at this index denies, and the index of the last token taken in.

    Where nothing stands behind it, it is the figure of the noun before it, which must be behind the figure before.
    """
    if skip(tokens, at + 1, 1, GAP) >= len(tokens):
        noun = skip(tokens, at - 1, -1, GAP)
        is_named = noun >= begin and tokens[noun].kind in NOUNS
        return ([before(tokens[begin : noun + 1], noun - begin)] if is_named else []), at
    return zeros(tokens, at, words) if tokens[at].kind == "zero" else ([], at)
