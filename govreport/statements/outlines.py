"""A sentence with its numbers put aside: what does not depend on them is worked out once for all that read alike.

Reports repeat each other's sentences with other figures in them, and of a sentence hardly anything depends on which
figures these are: not its words, nor its clauses, nor which label a figure belongs to.
"""

import re
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from govreport.statements.clauses import Clause, clauses
from govreport.statements.passing import is_passing
from govreport.statements.sentences import states_figures
from govreport.statements.tokenizing import tokenize
from govreport.statements.vocabulary import Vocabulary

# A number of which nothing matters but what it is: it is more than one, four digits may be a year, and of a date it
# matters which it is.
_ASIDE = re.compile(
    # A search skips at once to the first digit, and then looks back whether a number begins with it.
    r"([1-9](?<![0-9][0-9])(?<![0-9][.,][0-9])(?![0-9]{3}(?:[^0-9]|$))"
    r"(?:[0-9]+(?:,[0-9]{3})*|(?<!1)(?:,[0-9]{3})*|(?:,[0-9]{3})+)(?:\.[0-9]+)?)(?![.,]?[0-9])(?![年月日号季至到—~-])"
)
# What is written in its place.
_MANY = "9"
_NO_ASIDES: dict[int, str] = {}
# So many outlines are kept in mind.
_KEPT = 1024


@attrs.define(eq=False)
class Outline:
    """A folded sentence with `_MANY` for its numbers, read with the words of a layout in a report of a year.

    `is_kept`: it was met before, and is kept in mind from now on.
    """

    text: str
    words: Vocabulary
    year: int
    is_kept: bool = False
    _clauses: Sequence[Clause] | None = None
    _is_passing: bool | None = None
    _states_figures: bool | None = None
    _names_something: bool | None = None

    @property
    def clauses(self) -> Sequence[Clause]:
        """Its clauses."""
        if self._clauses is None:
            self._clauses = clauses(tokenize(self.text, self.words, self.year), self.is_kept)
        return self._clauses

    @property
    def states_figures(self) -> bool:
        """Whether it holds a figure or a word for zero."""
        if self._states_figures is None:
            self._states_figures = states_figures(self.text)
        return self._states_figures

    @property
    def is_passing(self) -> bool:
        """Whether its figures mean no cell whatever stands beside them."""
        if self._is_passing is None:
            self._is_passing = is_passing(self.text, self.words)
        return self._is_passing

    @property
    def names_something(self) -> bool:
        """Whether a word of the tables may stand in it."""
        if self._names_something is None:
            self._names_something = self.words.noun.search(self.text) is not None
        return self._names_something


def outline(folded: str, words: Vocabulary, year: int) -> tuple[Outline, Mapping[int, str]]:
    """Return the outline of a folded sentence, and of each number put aside its digits, by its place in the outline."""
    pieces = _ASIDE.split(folded)
    text, asides = folded, _NO_ASIDES
    if len(pieces) > 1:
        text, asides = _MANY.join(pieces[::2]), {}
        at = 0
        for number in range(1, len(pieces), 2):
            at += len(pieces[number - 1])
            asides[at] = pieces[number]
            at += len(_MANY)
    known: OrderedDict[tuple[str, int], Outline | None] = words.outlines
    key = (text, year)
    found = known.get(key)
    if found is None:
        # Most sentences are read once: only what comes again is kept.
        is_kept = key in known
        found = Outline(text, words, year, is_kept)
        if len(known) >= _KEPT:
            # One by one: to forget all at once would take as long as to read some thirty sentences.
            known.popitem(last=False)
        known[key] = found if is_kept else None
    return found, asides


def printed_at(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return where in a folded sentence that stands which its outline has from `start` to `end`."""
    places, longer = _asides(folded)
    return start + longer[bisect_left(places, start)], end + longer[bisect_left(places, end)]


@lru_cache(maxsize=16)
def _asides(folded: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where in the outline of a sentence the numbers stand that were put aside.

    And by how much the sentence is longer than its outline before the first of them, behind it, behind the second.
    """
    places, longer = [], [0]
    for match in _ASIDE.finditer(folded):
        places.append(match.start() - longer[-1])
        longer.append(longer[-1] + match.end() - match.start() - len(_MANY))
    return places, longer
