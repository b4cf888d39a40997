"""Words character by character: the longest one that stands at a place is found in one way down."""

import string
from collections.abc import Mapping
from itertools import chain
from typing import Any

from govreport.statements.entries import YEAR
from govreport.statements.roles import NOTED
from govreport.statements.tokens import Token

# Stands for four digits in a word that names a year.
_ANY_YEAR = "\ue000"
# For each character that may come next: the token of the word that ends with it, and what may follow.
Tree = Mapping[str, "tuple[Token | None, Tree]"]
# A word that names a year: what it does depends on the year of the report.
NAMES_YEAR = Token("", "", role=NOTED)
# Stands where a number may begin, and no word does.
BEGINS_NUMBER = Token("", "", role=NOTED)


def begin_numbers(numerals: Mapping[str, Mapping[str, int]]) -> frozenset[str]:
    """Return the characters that may begin a number."""
    return frozenset(chain(string.digits, numerals["digits"], numerals["units"]))


def tree_of(words: Mapping[str, Token], begin_numbers: frozenset[str]) -> Tree:
    """Return the words character by character, and what begins a number; any digits do for the year in a word."""
    tree: dict[str, Any] = {c: {"": BEGINS_NUMBER} for c in begin_numbers}
    for word, token in words.items():
        written = YEAR.sub(_ANY_YEAR, word)
        node = tree
        for character in written:
            node = node.setdefault(character, {})
        node[""] = token if written == word else NAMES_YEAR
    return _nodes(tree)


def _nodes(tree: Mapping[str, Any]) -> Tree:
    nodes = {c: (below.get(""), _nodes(below)) for c, below in tree.items() if c not in ("", _ANY_YEAR)}
    if _ANY_YEAR in tree:
        below = tree[_ANY_YEAR]
        step: tuple[Token | None, Tree] = (below.get(""), _nodes(below))
        for _ in range(3):
            step = (None, dict.fromkeys(string.digits, step))
        nodes |= {digit: _merged(nodes[digit], step) if digit in nodes else step for digit in string.digits}
    return nodes


def _merged(one: tuple[Token | None, Tree], other: tuple[Token | None, Tree]) -> tuple[Token | None, Tree]:
    """Return what follows a character in one tree or in another."""
    (token, tree), (more, others) = one, other
    shared = {c: _merged(tree[c], others[c]) for c in tree if c in others}
    return token or more, {**tree, **others, **shared}
