"""A sentence with its numbers put aside: what does not depend on them is worked out once for all that read alike.

Reports repeat each other's sentences with other figures in them, and of a sentence hardly anything depends on which
figures these are: not its words, nor its clauses, nor which label a figure belongs to.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import attrs

from govreport.statements.clauses import Clause, clauses
from govreport.statements.heads import VERBS
from govreport.statements.passing import is_passing
from govreport.statements.tokens import tokenize
from govreport.statements.vocabulary import Vocabulary

_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
# A number of which nothing matters but what it is: it is more than one, and four digits may be a year.
_ASIDE = re.compile(
    r"(?<![0-9])(?<![0-9][.,])(?![0-9]{4}(?:[^0-9]|$))"
    r"(?:(?:[2-9]|[1-9][0-9]+)(?:,[0-9]{3})*|1(?:,[0-9]{3})+)(?:\.[0-9]+)?(?![.,]?[0-9])"
)
# What is written in its place.
_MANY = "9"
# So many outlines are kept in mind.
_KEPT = 1024
# What says something of the figures to come.
HEEDED = VERBS | {"year", "year_last", "year_this", "office", "whole", "object"}
DENYING = frozenset({"zero", "nothing"})
_SAYING = HEEDED | DENYING | {"figure"}


@attrs.frozen(kw_only=True, eq=False)
class Part:
    """A clause, the indexes of its tokens that say something, and what was found out of its figures before."""

    clause: Clause
    points: tuple[int, ...]
    known: dict[tuple[Any, ...], Any] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Outline:
    """A folded sentence with `_MANY` for its numbers, read with the words of a layout in a report of a year."""

    text: str
    words: Vocabulary
    year: int

    @cached_property
    def names_something(self) -> bool:
        """Whether a word of the tables may stand in it."""
        return self.words.noun.search(self.text) is not None

    @cached_property
    def is_passing(self) -> bool:
        """Whether its figures mean no cell whatever stands beside them."""
        return is_passing(self.text, self.words)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Its clauses."""
        found = clauses(tokenize(self.text, 0, len(self.text), self.words, self.year))
        return tuple(Part(clause=clause, points=_points(clause)) for clause in found)

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """By the place of each number in digits, how many others stand before it."""
        return {match.start(): number for number, match in enumerate(_NUMBER.finditer(self.text))}


def outline(folded: str, words: Vocabulary, year: int) -> Outline:
    """Return the outline of a folded sentence."""
    text = _ASIDE.sub(_MANY, folded)
    known: dict[Any, Outline] = words.outlines
    found = known.get((text, year))
    if found is None:
        if len(known) >= _KEPT:
            known.clear()
        found = known[text, year] = Outline(text=text, words=words, year=year)
    return found


def numbers_in(folded: str) -> Sequence[str]:
    """Return the numbers in digits of a folded sentence, as many as its outline has."""
    return _NUMBER.findall(folded)


def printed_at(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return where in a folded sentence that stands which its outline has from `start` to `end`."""
    first, last, more = start, end, 0
    for match in _ASIDE.finditer(folded):
        longer = match.end() - match.start() - len(_MANY)
        at = match.start() - more
        more += longer
        if at < start:
            first += longer
        if at < end:
            last += longer
    return first, last


def _points(clause: Clause) -> tuple[int, ...]:
    return tuple(n for n, token in enumerate(clause.tokens) if token.kind in _SAYING)
