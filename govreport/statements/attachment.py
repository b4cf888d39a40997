"""Each figure of a sentence, and each word for zero, with what it means."""

from collections.abc import Sequence
from decimal import Decimal

from govreport.statements.attached import NO_CLAUSE, Attached
from govreport.statements.clauses import Clause
from govreport.statements.context import Context
from govreport.statements.doubts import Doubts
from govreport.statements.headings import table_of_heading
from govreport.statements.heads import Head
from govreport.statements.heeding import heed
from govreport.statements.including import add
from govreport.statements.outlines import Outline, numbers_in
from govreport.statements.readings import read
from govreport.statements.records import StatementKind
from govreport.statements.shares import share
from govreport.statements.sorting import is_sorted, measured
from govreport.statements.strangers import Organ
from govreport.statements.surroundings import Place, denied_in, place_in
from govreport.statements.tables import NO_FACETS
from govreport.statements.tokens import Figure, Token, decimal_of
from govreport.statements.vocabulary import Vocabulary

_ZERO = Decimal(0)
_ZEROS = frozenset({"zero", "nothing"})
_new = tuple.__new__


class Attacher:
    """Reads the sentences of a text in turn and keeps in mind what was spoken of."""

    def __init__(
        self, words: Vocabulary, year: int, organ: Organ, is_government: bool, area: str | None = None
    ) -> None:
        self._words, self._year, self._is_government, self._area = words, year, is_government, area
        self._organ = organ
        self._doubts = Doubts(organ, words)
        self._text = ""
        self._context = Context()
        self._clause = NO_CLAUSE
        self._last: Attached | None = None
        self._numbers: Sequence[str] = ()

    @property
    def has_topic(self) -> bool:
        """Whether the text spoke of a table last."""
        return self._context.table is not None

    def paragraph(self) -> None:
        """Take note that other text lies between the sentence before and the next."""
        self._context.turn_away("paragraph")

    def passed_over(self, text: str, start: int, end: int) -> None:
        """Take note of what stands between two places before the next sentence: it may end with a heading."""
        table = table_of_heading(text, start, end, self._words, self._organ, self._year)
        if table is not None:
            self._context.turn_to(table, NO_FACETS, None, is_aside=False)

    def sentence(self, outline: Outline, folded: str) -> list[Attached]:
        """Return the figures of a folded sentence in their order; tokens and clauses are those of its outline."""
        context = self._context
        context.new_sentence()
        self._last = None
        self._numbers = numbers_in(folded)
        self._text = outline.text
        found: list[Attached] = []
        outer: Attached | None = None
        doubts, clauses = self._doubts, outline.clauses
        doubts.in_sentence(clauses, outline.text, found)
        for number, clause in enumerate(clauses):
            doubts.in_clause(number)
            if not clause[2]:
                # Nothing in it says anything of a figure.
                continue
            self._clause = clause
            if clause[1]:
                year = context.year
                self._in_clause(clause, found)
                context.year = year
            else:
                # What was told in brackets is aside: 不予公开9件（执法案卷6件），占16.1%.
                self._last = outer
                self._in_clause(clause, found)
                outer = self._last
        return found

    def _in_clause(self, clause: Clause, found: list[Attached]) -> None:
        tokens, doubts = clause[0], self._doubts
        begin = behind = 0
        for at in clause.points:
            if at < behind:
                continue
            token = tokens[at]
            kind = token[0]
            if kind == "figure":
                figure = token[4]
                if figure is not None and figure[2] == "foreign" and not doubts.topicless:
                    self._last = silent = self._foreign(token)
                    doubts.take(silent)
                    found.append(silent)
                    begin = at + 1
                    continue
                place = place_in(clause, begin, at, self._context)
                if doubts.topicless:
                    doubts.meet_topic(place[0], None if isinstance(place[1], str) else place[1])
                one = self._figure(token, place, at)
                if one is not None:
                    self._last = one
                    doubts.take(one)
                    add(found, one)
                begin = at + 1
                if place[2]:
                    # What was taken in says nothing of the figures to come.
                    begin = behind = begin + place[2]
            elif kind == "label":
                assert token.entry is not None
                self._context.echo = token.entry.facets
            elif kind not in _ZEROS:
                heed(self._context, tokens, at, self._text, self._year, self._area)
            else:
                heads, last = denied_in(clause, begin, at, self._words)
                if doubts.topicless:
                    doubts.meet_topic(tokens[begin:at], heads[0] if heads else None)
                elsewhere = self._elsewhere() if heads else None
                for head in heads:
                    if elsewhere is None:
                        add(found, self._settle(token, "zero", _ZERO, head, at))
                    else:
                        self._context.turn_away(elsewhere)
                        found.append(self._silent(token, "zero", _ZERO, elsewhere))
                if last > at:
                    begin = behind = last + 1

    def _elsewhere(self) -> str | None:
        """Return the reason for which a figure means no cell whatever stands beside it, None where there is none."""
        context = self._context
        is_of_period, context.is_of_period = context.is_of_period, False
        return context.theme or ("period" if is_of_period else None)

    def _silent(self, token: Token, kind: StatementKind, value: Decimal, reason: str) -> Attached:
        told = (token, self._clause, kind, value, (), reason, True, "table", None, NO_FACETS, None, False)
        return _new(Attached, told)

    def _settle(self, token: Token, kind: StatementKind, value: Decimal, head: Head, at: int) -> Attached:
        """Return what a head says of a figure, and take note of it."""
        context = self._context
        is_part = head.is_part or self._clause.is_bracketed
        meaning = (
            "sub-body" if head.is_foreign_body and self._is_government else read(head, context, self._words, is_part)
        )
        if not isinstance(meaning, str):
            kind, meaning = measured(kind, value, meaning)
        if isinstance(meaning, str):
            context.turn_away(meaning)
            return self._silent(token, kind, value, meaning)
        readings, is_certain, facets = meaning
        entry = head.entry
        group = None if entry is None else entry.group
        wider = context.wider_than(facets, self._words.tables[head.table], self._words)
        context.turn_to(head.table, facets, group, entry is not None and entry.is_aside, wider)
        if entry is not None and entry.is_echoed:
            context.echo = entry.facets
        if context.year is not None and context.year != self._year:
            return self._silent(token, kind, value, "last-year")
        is_certain = not self._doubts.are_of(head, context, at) and is_certain
        if head.is_whole or head.is_office:
            context.scope = "whole-area" if head.is_whole else "own-office"
        is_part = is_part and group is not None
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

    def _foreign(self, token: Token) -> Attached:
        """Return a figure that counts what no table counts."""
        figure, context = token.figure, self._context
        assert figure is not None
        context.is_of_period = False
        if figure.unit not in self._words.lasting:
            context.turn_away("measure")
        return self._silent(token, "count", self._value(token, figure), "measure")

    def _value(self, token: Token, figure: Figure) -> Decimal:
        value = figure.value if figure.is_spelled else decimal_of(self._numbers[token.number])
        return value.scaleb(figure.times) if figure.times else value

    def _figure(self, token: Token, place: Place, at: int) -> Attached | None:
        """Return a figure with what it means, None where there is none."""
        figure = token.figure
        assert figure is not None
        value = self._value(token, figure)
        measure = figure[2]
        kind: StatementKind = "amount" if measure == "amount" else "count"
        if measure == "" and not place.can_be_bare:
            return None
        context = self._context
        elsewhere = self._elsewhere() if context.theme is not None or context.is_of_period else None
        if measure == "percentage":
            if elsewhere is not None:
                return self._silent(token, "percentage", value, elsewhere)
            return self._percentage(token, value, place, at)
        if measure == "foreign":
            return self._foreign(token)
        if elsewhere is not None:
            self._context.turn_away(elsewhere)
            return self._silent(token, kind, value, elsewhere)
        head = place[1]
        if place[3]:
            return self._silent(token, kind, value, "approximate")
        if is_sorted(figure, place, context, self._words):
            self._context.turn_away("document")
            return self._silent(token, kind, value, "document")
        if not isinstance(head, str):
            return self._settle(token, kind, value, head, at)
        if head == "unclear" and figure.is_spelled:
            return None
        # Where nothing but words without weight stands before a figure, it leaves open what the text speaks of.
        if head != "unclear" or not place.is_soft:
            self._context.turn_away(head)
        return self._silent(token, kind, value, head)

    def _percentage(self, token: Token, value: Decimal, place: Place, at: int) -> Attached:
        found = share(place.left, self._clause.is_bracketed, self._last, self._context, self._words)
        if not isinstance(found, str) and self._context.year not in (None, self._year):
            found = "last-year"
        if isinstance(found, str):
            return self._silent(token, "percentage", value, found)
        return Attached(
            token=token,
            clause=self._clause,
            kind="percentage",
            value=value,
            readings=found.readings,
            is_certain=found.is_certain and not place.is_about and not self._doubts.are_around(at),
            scope=found.scope,
            table=found.table,
        )
