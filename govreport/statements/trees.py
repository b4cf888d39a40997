"""Words character by character: the longest one that stands at a place is found in one way down."""

import string
from collections.abc import Mapping
from itertools import chain
from typing import Any

from govreport.statements.entries import NAMES_YEAR, YEAR, Entry

# Stands for four digits in a word that names a year.
_ANY_YEAR = "\ue000"
# For each character that may come next: the entry of the word that ends with it, and what may follow.
Tree = Mapping[str, "tuple[Entry | None, Tree]"]


def tree_of(entries: Mapping[str, Entry], numerals: Mapping[str, Any]) -> Tree:
    """Return the words character by character, and what begins a number; any digits do for the year in a word."""
    tree: dict[str, Any] = {c: {} for c in chain(string.digits, numerals["digits"], numerals["units"])}
    for word, entry in entries.items():
        written = YEAR.sub(_ANY_YEAR, word)
        node = tree
        for character in written:
            node = node.setdefault(character, {})
        node[""] = entry if written == word else NAMES_YEAR
    return _nodes(tree)


def _nodes(tree: Mapping[str, Any]) -> Tree:
    nodes = {c: (below.get(""), _nodes(below)) for c, below in tree.items() if c not in ("", _ANY_YEAR)}
    if _ANY_YEAR in tree:
        below = tree[_ANY_YEAR]
        step: tuple[Entry | None, Tree] = (below.get(""), _nodes(below))
        for _ in range(3):
            step = (None, dict.fromkeys(string.digits, step))
        nodes |= {digit: _merged(nodes[digit], step) if digit in nodes else step for digit in string.digits}
    return nodes


def _merged(one: tuple[Entry | None, Tree], other: tuple[Entry | None, Tree]) -> tuple[Entry | None, Tree]:
    """Return what follows a character in one tree or in another."""
    (entry, tree), (more, others) = one, other
    shared = {c: _merged(tree[c], others[c]) for c in tree if c in others}
    return entry or more, {**tree, **others, **shared}
