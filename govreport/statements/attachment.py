"""Each figure of a sentence, and each word for zero, with what it means."""

from collections.abc import Sequence
from decimal import Decimal

import attrs

from govreport.statements.attached import Attached
from govreport.statements.clauses import Clause
from govreport.statements.context import Context
from govreport.statements.heads import GAP, NOUNS, SOFT, VERBS, Head, before, skip
from govreport.statements.nearest import head_of
from govreport.statements.readings import Meaning, read
from govreport.statements.records import StatementKind
from govreport.statements.shares import share
from govreport.statements.tokens import Figure, Token
from govreport.statements.vocabulary import NO_FACETS, Vocabulary
from govreport.statements.zeros import zeros

_ZERO = Decimal(0)
_DENYING = frozenset({"zero", "nothing"})
# What says something of the figures to come.
_HEEDED = VERBS | {"year", "year_last", "year_this", "office", "whole", "object"}
_new = tuple.__new__


class Attacher:
    """Reads the sentences of a text in turn and keeps in mind what was spoken of."""

    def __init__(self, words: Vocabulary, year: int, is_government: bool) -> None:
        self._words, self._year, self._is_government = words, year, is_government
        self._context = Context()
        self._clause = Clause(tokens=())
        self._last: Attached | None = None

    @property
    def has_topic(self) -> bool:
        """Whether the text spoke of a table last."""
        return self._context.table is not None

    def paragraph(self) -> None:
        """Take note that other text lies between the sentence before and the next."""
        self._context.turn_away("paragraph")

    def sentence(self, clauses: Sequence[Clause]) -> list[Attached]:
        """Return the figures of a sentence in their order."""
        context = self._context
        context.new_sentence()
        self._last = None
        found: list[Attached] = []
        for clause in clauses:
            self._clause = clause
            year = context.year
            self._in_clause(clause.tokens, found)
            if clause.is_bracketed:
                context.year = year
        return found

    def _in_clause(self, tokens: Sequence[Token], found: list[Attached]) -> None:
        begin = at = 0
        count = len(tokens)
        while at < count:
            token = tokens[at]
            kind = token[0]
            if kind == "figure" and token.figure is not None:
                following = at + 1
                while following < count and tokens[following][0] != "figure":
                    following += 1
                one, used = self._figure(token, token.figure, tokens[begin:at], tokens[at + 1 : following])
                if one is not None:
                    self._last = one
                    _add(found, one)
                begin = at + 1 + used
            elif kind in _HEEDED:
                self._heed(kind, token)
            elif kind in _DENYING:
                if skip(tokens, at + 1, 1, GAP) >= count:
                    noun = skip(tokens, at - 1, -1, GAP)
                    if noun >= begin and tokens[noun][0] in NOUNS:
                        head = before(tokens[begin : noun + 1], noun - begin)
                        _add(found, self._settle(token, "zero", _ZERO, head))
                elif kind == "zero":
                    heads, last = zeros(tokens, at)
                    for head in heads:
                        _add(found, self._settle(token, "zero", _ZERO, head))
                    if heads:
                        begin, at = last + 1, last
            at += 1

    def _heed(self, kind: str, token: Token) -> None:
        """Take note of a word that says something of the figures to come."""
        context = self._context
        if kind in VERBS:
            if kind != "take":
                context.verb = kind
        elif kind == "year" and token.figure is not None:
            context.year = int(token.figure.value)
        elif kind == "year_last":
            context.year = self._year - 1
        elif kind == "year_this":
            context.year = None
        elif kind == "office":
            context.scope = "own-office"
        elif kind == "whole":
            context.scope = "whole-area"
        elif kind == "object" and context.table is None and token.entry is not None and token.entry.table is not None:
            context.turn_to(token.entry.table, NO_FACETS, None, is_aside=False)

    def _silent(self, token: Token, kind: StatementKind, value: Decimal, reason: str) -> Attached:
        told = (token, self._clause, kind, value, (), reason, True, "table", None, NO_FACETS, None, False)
        return _new(Attached, told)

    def _settle(self, token: Token, kind: StatementKind, value: Decimal, head: Head) -> Attached:
        """Return what a head says of a figure, and take note of it."""
        context = self._context
        meaning = "sub-body" if head.is_foreign_body and self._is_government else read(head, context, self._words)
        if not isinstance(meaning, str):
            kind, meaning = _measured(kind, value, meaning)
        if isinstance(meaning, str):
            context.turn_away(meaning)
            return self._silent(token, kind, value, meaning)
        readings, is_certain, facets = meaning
        entry = head.entry
        group = None if entry is None else entry.group
        context.turn_to(head.table, facets, group, entry is not None and entry.is_aside)
        if context.year is not None and context.year != self._year:
            return self._silent(token, kind, value, "last-year")
        if head.is_whole or head.is_office:
            context.scope = "whole-area" if head.is_whole else "own-office"
        is_part = group is not None and (head.is_part or self._clause.is_bracketed)
        told = (
            token,
            self._clause,
            kind,
            value,
            readings,
            None,
            is_certain,
            context.scope,
            head.table,
            facets,
            group,
            is_part,
        )
        return _new(Attached, told)

    def _figure(
        self, token: Token, figure: Figure, left: Sequence[Token], right: Sequence[Token]
    ) -> tuple[Attached | None, int]:
        """Return a figure with what it means, None where there is none, and how many tokens behind it belong to it."""
        value = figure.value.scaleb(figure.times) if figure.times else figure.value
        measure = figure.measure
        if measure == "percentage":
            return self._percentage(token, figure, left), 0
        kind: StatementKind = "amount" if measure == "amount" else "count"
        if measure == "foreign":
            self._context.turn_away("measure")
            return self._silent(token, kind, value, "measure"), 0
        if measure == "":
            # A bare number is a figure only behind a label, and before a mark or the end.
            near = skip(left, len(left) - 1, -1, GAP)
            if skip(right, 0, 1, GAP) < len(right) or near < 0 or left[near].kind not in NOUNS:
                return None, 0
        head, used = head_of(left, right, self._context)
        if figure.is_about or (right and right[0].kind == "about_behind"):
            return self._silent(token, kind, value, "approximate"), used
        if not isinstance(head, str):
            return self._settle(token, kind, value, head), used
        if head == "unclear" and figure.is_spelled:
            return None, used
        # Where nothing but words without weight stands before a figure, it leaves open what the text speaks of.
        if head != "unclear" or not all(t.kind in SOFT for t in left):
            self._context.turn_away(head)
        return self._silent(token, kind, value, head), used

    def _percentage(self, token: Token, figure: Figure, left: Sequence[Token]) -> Attached:
        found = share(left, self._clause.is_bracketed, self._last, self._context, self._words)
        if not isinstance(found, str) and self._context.year not in (None, self._year):
            found = "last-year"
        if isinstance(found, str):
            return self._silent(token, "percentage", figure.value, found)
        return Attached(
            token=token,
            clause=self._clause,
            kind="percentage",
            value=figure.value,
            readings=found.readings,
            is_certain=found.is_certain and not figure.is_about,
            scope=found.scope,
            table=found.table,
        )


def _measured(kind: StatementKind, value: Decimal, meaning: Meaning) -> tuple[StatementKind, Meaning | str]:
    """Return the meaning if its cells hold what the figure is measured in; 0 is 0 in any measure."""
    holds_amounts = meaning.readings[0].cells[0].endswith("/amount")
    if holds_amounts == (kind == "amount"):
        return kind, meaning
    if holds_amounts and not value:
        return "amount" if kind == "count" else kind, meaning
    return kind, "measure"


def _add(found: list[Attached], one: Attached) -> None:
    if one.is_part and found:
        _include(found, one)
    found.append(one)


def _include(found: list[Attached], part: Attached) -> None:
    """Let the figure before a part of its group also mean both together: 予以公开57件（含部分公开32件）."""
    for number in range(len(found) - 1, -1, -1):
        whole = found[number]
        if whole.group != part.group:
            return
        if whole.is_part or whole.kind == "percentage":
            continue
        cells = whole.readings[0].cells
        if set(cells).isdisjoint(part.readings[0].cells):
            both = attrs.evolve(whole.readings[0], cells=cells + part.readings[0].cells)
            found[number] = whole._replace(readings=(*whole.readings, both))
        return
