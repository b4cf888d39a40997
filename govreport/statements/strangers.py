"""Words around a figure that nobody knows: it may count less than the whole cell, unless they name the organ."""

import re
from collections.abc import Sequence

from govreport.statements.clauses import Clause
from govreport.statements.naming import Naming
from govreport.statements.tokens import Figure, Token
from govreport.statements.variants import fold

# 每收到5件, 10日内收到5件, 三年间收到5件.
_NARROWING = frozenset({"ordinal", "time", "period", "plan", "effort"})
# Words that most clauses have, and that narrow nothing.
_HARMLESS = frozenset({"figure", "label", "connector", "disclosure", "part", "object", "receive", "handle", "zero"})
_TELLING = frozenset({"figure", "zero", "nothing"})
# What says that it is all of the year.
_OF_YEAR = frozenset({"year", "year_this"})
# Who does something, and when.
_BEFORE_EFFORT = frozenset({"own", "whole", "office", "suffix", "year", "year_this", "year_last", "filler", "aside"})
_BETWEEN_YEARS = frozenset({"connector", "filler", "other"})
_YEAR = re.compile("(?:19|20)[0-9]{2}")
# No year of a report: what several years have together means none of its cells.
SEVERAL = 0


class Organ:
    """The name of the organ, of which texts use what part they like."""

    def __init__(self, name: str, numerals: frozenset[str], naming: Naming | None = None) -> None:
        self._name, self._numerals = fold(name)[0], numerals
        # What finds the name in a text, where it is to be found.
        self.naming = naming
        self._known: dict[str, bool] = {}

    def is_meant(self, words: str) -> bool:
        """Tell whether words are part of the name, or short for it: their characters stand in it in this order."""
        known = self._known.get(words)
        if known is None:
            at = 0
            for character in words:
                at = self._name.find(character, at) + 1
                if not at:
                    break
            known = self._known[words] = at > 0
        return known

    def is_mark(self, words: str) -> bool:
        """Tell whether there are no letters, or only numerals: what stands before the members of a list."""
        return all(not character.isalpha() or character in self._numerals for character in words)


class Strangers:
    """The clauses of a sentence, and of each the first word that may narrow what is counted beside it."""

    __slots__ = ("_clauses", "_first", "_organ", "_reach", "_years")

    def __init__(self, clauses: Sequence[Clause], organ: Organ) -> None:
        self._clauses, self._organ = clauses, organ
        self._first: dict[int, int] = {}
        self._years: dict[int, int] = {}
        # Of as many clauses as were looked through, whether anything before each narrows what is counted far behind it.
        self._reach = [False]

    def are_around(self, clause: int, at: int, is_named: bool = False, is_told: bool = True) -> bool:
        """Tell whether anything around the token at this index of a clause may narrow what is counted there.

        That is what stands before it in the clause, what stands behind it up to the next figure or to what is said of
        all, and the clauses before in which nothing is counted: back to one in which something is, or all of them
        unless `is_told` by a verb or a name what is counted. What the organ does says nothing of a figure of the year
        with a name of its own, as `is_named` tells: 高度重视依申请公开工作，全年收到政府信息公开申请5件.
        """
        tokens = self._clauses[clause].tokens
        is_named = is_named and self._year_in(clause) < at
        first = self._first_in(clause)
        if first < at or (first < len(tokens) and not _is_cut(tokens, at + 1, first)):
            return True
        if _is_base(tokens, at):
            return True
        for before in range(clause - 1, -1, -1):
            if self._is_turn(before + 1):
                # 更新不够及时，但全年没有发生行政诉讼: what is told behind it is something else.
                return False
            if self._is_telling(before):
                # What was done before that was said of it.
                return not is_told and self._are_before_telling(before)
            if self._is_narrow(before, is_named):
                return True
        return False

    def _is_telling(self, clause: int) -> bool:
        """Tell whether something is counted in a clause."""
        tokens, points = self._clauses[clause].tokens, self._clauses[clause].points
        return any(tokens[point].kind in _TELLING for point in points)

    def _is_narrow(self, clause: int, is_named: bool) -> bool:
        """Tell whether words of a clause in which nothing is counted narrow what is counted behind it."""
        tokens = self._clauses[clause].tokens
        return self._first_in(clause) < len(tokens) and not self._is_aside(tokens, is_named)

    def _is_turn(self, clause: int) -> bool:
        """Tell whether a clause begins with a word behind which something else is told."""
        entry = self._clauses[clause].tokens[0].entry
        return entry is not None and entry.is_turn

    def _are_before_telling(self, clause: int) -> bool:
        """Tell whether any clause before this one, in which something is counted, narrows what is counted behind it."""
        reach = self._reach
        while len(reach) <= clause:
            before = len(reach) - 1
            is_narrow = reach[-1] or (not self._is_telling(before) and self._is_narrow(before, is_named=True))
            reach.append(is_narrow and not self._is_turn(before + 1))
        return reach[clause]

    def _is_aside(self, tokens: Sequence[Token], is_named: bool) -> bool:
        """Tell whether a clause narrows nothing behind it, since it goes on about what was counted before it."""
        entry = tokens[0].entry
        return (entry is not None and entry.is_all) or (is_named and self._is_effort(tokens))

    def _is_effort(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a clause says what the organ did, and nothing before."""
        for token in tokens:
            kind = token.kind
            if kind not in _BEFORE_EFFORT and not (kind == "other" and self._organ.is_meant(token.text)):
                return kind == "effort"
        return False

    def are_before(self, clause: int, at: int) -> bool:
        """Tell whether anything before the token at this index of a clause may narrow what is counted there."""
        return self._first_in(clause) < at

    def _year_in(self, clause: int) -> int:
        """Return the index of the first token of a clause that says that it is of the year, their number for none."""
        first = self._years.get(clause)
        if first is None:
            tokens = self._clauses[clause].tokens
            found = (number for number, token in enumerate(tokens) if token.kind in _OF_YEAR)
            first = self._years[clause] = next(found, len(tokens))
        return first

    def _first_in(self, clause: int) -> int:
        first = self._first.get(clause)
        if first is None:
            first = self._first[clause] = first_strange(self._clauses[clause].tokens, self._organ)
        return first


def _is_cut(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a figure, or a word for all that the figure before counts, stands among these tokens."""
    for number in range(start, end):
        kind, entry = tokens[number].kind, tokens[number].entry
        if kind == "figure" or (kind == "filler" and entry is not None and entry.is_all):
            return True
    return False


def _is_base(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a count stands behind a word for a share: 占全部案件837件的5%."""
    figure = tokens[at].figure
    if figure is None or figure.measure == "percentage":
        return False
    for number in range(at - 1, -1, -1):
        kind = tokens[number].kind
        if kind == "share" or kind == "figure":
            return kind == "share"
    return False


def first_strange(tokens: Sequence[Token], organ: Organ) -> int:
    """Return the index of the first token that narrows a figure beside it, or says that it is of something else.

    The number of tokens if there is none.
    """
    number = 0
    before: Figure | None = None
    for token in tokens:
        kind, entry = token.kind, token.entry
        if kind == "filler":
            if before is not None and before.measure == "foreign" and entry is not None and entry.is_span:
                # 7个工作日内办结5件
                return number
        elif kind == "other":
            words = token.text
            if not organ.is_meant(words) and not (_is_first(tokens, number) and organ.is_mark(words)):
                return number
        elif kind == "about_behind":
            if before is not None and before.measure == "foreign":
                return number
        elif kind not in _HARMLESS and (kind in _NARROWING or (kind[:5] == "sink:" and kind != "sink:change")):
            return number
        before = token.figure
        number += 1
    return number


def _is_first(tokens: Sequence[Token], number: int) -> bool:
    """Tell whether nothing stands before a token but a number without a measure (1.)."""
    first = tokens[0].figure
    return number == 0 or (number == 1 and first is not None and first.measure == "")


def is_one_of_years(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the year at this index is one of several: 2019年、2020年和2021年, 2019年至2021年, 2019—2021年."""
    year = tokens[at].figure
    for number in range(at - 1, -1, -1):
        token = tokens[number]
        kind, figure = token.kind, token.figure
        if figure is not None and year is not None:
            if kind == "year":
                return figure.value != year.value
            return figure.measure == "" and _YEAR.fullmatch(token.text) is not None
        if kind not in _BETWEEN_YEARS or (kind == "other" and len(token.text) > 2):
            return False
    return False
