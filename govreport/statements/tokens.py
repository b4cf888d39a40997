"""Tokens: words of the vocabulary, figures, and whatever lies between them.

A token does not know where it stands, so that a word is the same token in every sentence.
"""

from decimal import Decimal
from typing import NamedTuple

import attrs

from govreport.statements.entries import Entry


class Figure(NamedTuple):
    """A figure as printed: its value, its power of ten (万 is 4), the kind and word of its measure."""

    value: Decimal
    times: int
    measure: str
    unit: str
    is_about: bool
    is_spelled: bool


@attrs.define(eq=False)
class Token:
    """One token with its folded text; `kind` is the class of its word, or "figure", "other".

    `inner` are the tokens in the brackets that an aside stands for, `role` is what it does in its sentence, as
    `roles.py` says. Nobody changes a token: it is not frozen only since making one would take twice as long, and there
    are many.
    """

    kind: str
    text: str
    entry: Entry | None = None
    figure: Figure | None = None
    inner: "tuple[Token, ...]" = ()
    role: int = 0
