"""Each figure of a sentence, and each word for zero, with what it means."""

from collections.abc import Mapping
from decimal import Decimal

from govreport.statements.attached import NO_CLAUSE, Attached
from govreport.statements.certainty import Certainty
from govreport.statements.clauses import Clause
from govreport.statements.context import Context
from govreport.statements.headings import table_of_heading
from govreport.statements.heads import Head
from govreport.statements.heeding import heed, leads
from govreport.statements.including import Wholes
from govreport.statements.outlines import Outline
from govreport.statements.readings import read
from govreport.statements.records import StatementKind
from govreport.statements.shares import share
from govreport.statements.sorting import is_sorted, measured
from govreport.statements.strangers import Organ
from govreport.statements.surroundings import Place, denied_in, place_in
from govreport.statements.tables import NO_FACETS
from govreport.statements.tokenizing import decimal_of
from govreport.statements.tokens import Figure, Token
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
        self._context = Context()
        # The clause that is read, and the figures of its sentence so far.
        self._number, self._clause = 0, NO_CLAUSE
        self._found: list[Attached] = []
        self._wholes = Wholes(self._found)
        self._certainty = Certainty((), organ, words)
        self._last: Attached | None = None
        # The digits of each number of the sentence that its outline has put aside, by its place in that.
        self._asides: Mapping[int, str] = {}

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

    def sentence(self, outline: Outline, asides: Mapping[int, str]) -> tuple[list[Attached], Certainty]:
        """Return the figures of a sentence in their order, and what knows which of them are certain.

        Tokens and clauses are those of its outline. `asides` has the digits of each number that was put aside, by its
        place in the outline.
        """
        context = self._context
        context.new_sentence()
        self._last = outer = None
        clauses = outline.clauses
        self._asides = asides
        found: list[Attached] = []
        self._found, self._wholes = found, Wholes(found)
        self._certainty = Certainty(clauses, self._organ, self._words)
        for number, clause in enumerate(clauses):
            if not clause.points:
                # Nothing in it says anything of a figure.
                continue
            self._number, self._clause = number, clause
            if clause.is_bracketed:
                year = context.year
                self._in_clause(clause)
                context.year = year
            else:
                # What was told in brackets is aside: 不予公开9件（执法案卷6件），占16.1%.
                self._last = outer
                self._in_clause(clause)
                outer = self._last
        return found, self._certainty

    def _in_clause(self, clause: Clause) -> None:
        tokens, context = clause.tokens, self._context
        begin = behind = 0
        vain: set[int] = set()
        for at in clause.points:
            if at < behind:
                continue
            token = tokens[at]
            kind = token.kind
            if kind == "figure":
                begin = self._figure(token, begin, at)
                if begin > at + 1:
                    # What was taken in says nothing of the figures to come.
                    behind = begin
            elif kind == "label":
                assert token.entry is not None
                if token.entry.is_echoed:
                    context.echo = token.entry.facets
                if token.entry.is_leading and leads(clause, at):
                    context.lead = token.entry.facets
            elif kind in _ZEROS:
                last = self._zero(begin, at, vain)
                if last > at:
                    begin = behind = last + 1
            else:
                heed(context, tokens, at, self._year, self._area)

    def _figure(self, token: Token, begin: int, at: int) -> int:
        """Read the figure at this index of the clause, the one before it ends at `begin`; return where it ends."""
        figure, certainty = token.figure, self._certainty
        assert figure is not None
        measure = figure.measure
        if measure == "foreign" and not certainty.awaits_topic:
            self._keep(self._foreign(figure, at))
            return at + 1
        place = place_in(self._clause, begin, at, self._context)
        if certainty.awaits_topic:
            certainty.meet_topic(place.left, place.head)
        if measure == "percentage":
            self._keep(*self._percentage(figure, place, at))
        elif measure == "foreign":
            self._keep(self._foreign(figure, at))
        elif measure != "" or place.can_be_bare:
            one = self._counted(figure, place, at)
            if one is not None:
                self._keep(one, place.head)
        return at + 1 + place.used

    def _zero(self, begin: int, at: int, vain: set[int]) -> int:
        """Read the word for zero at this index of the clause; return the index of the last token taken in.

        `vain` are those of the clause that are known to deny nothing.
        """
        clause, certainty = self._clause, self._certainty
        heads, last = denied_in(clause, begin, at, self._words, vain)
        if certainty.awaits_topic:
            certainty.meet_topic(clause.tokens[begin:at], heads[0] if heads else None)
        elsewhere = self._elsewhere() if heads else None
        for head in heads:
            if elsewhere is None:
                one = self._settle("zero", _ZERO, head, at)
            else:
                self._context.turn_away(elsewhere)
                one = self._silent(at, "zero", _ZERO, elsewhere)
            self._keep(one, head)
        return last

    def _keep(self, one: Attached, head: Head | str | None = None, stated: int = -1) -> None:
        """Keep a figure, which from now on is the one before unless it is told by a word."""
        certainty = self._certainty
        if one.kind != "zero":
            self._last = one
        certainty.met.append((self._number, one, head, self._context.is_of_area, stated))
        if one.readings:
            self._wholes.add(one)
        else:
            self._found.append(one)

    def _elsewhere(self) -> str | None:
        """Return the reason for which a figure means no cell whatever stands beside it, None where there is none."""
        context = self._context
        is_of_period, context.is_of_period = context.is_of_period, False
        return context.theme or ("period" if is_of_period else None)

    def _silent(self, at: int, kind: StatementKind, value: Decimal, reason: str) -> Attached:
        told = (self._clause, at, kind, value, (), reason, True, "table", None, NO_FACETS, None, False, -1)
        return _new(Attached, told)

    def _settle(self, kind: StatementKind, value: Decimal, head: Head, at: int) -> Attached:
        """Return what a head says of a figure, and take note of it."""
        context, words = self._context, self._words
        is_part = head.is_part or self._clause.is_bracketed
        meaning = "sub-body" if head.is_foreign_body and self._is_government else read(head, context, words, is_part)
        if not isinstance(meaning, str) and meaning.is_amount != (kind == "amount"):
            kind, meaning = measured(kind, value, meaning)
        if isinstance(meaning, str):
            context.turn_away(meaning)
            return self._silent(at, kind, value, meaning)
        readings, is_clear, facets, _ = meaning
        entry, table = head.entry, words.tables[head.table]
        wider = context.wider_than(facets, table, words) if context.table == table.name else NO_FACETS
        if entry is None:
            group = None
            context.turn_to(table.name, facets, None, is_aside=False, wider=wider)
        else:
            group = entry.group
            context.turn_to(table.name, facets, group, entry.is_aside, wider)
            if entry.is_echoed:
                context.echo = entry.facets
        if context.year is not None and context.year != self._year:
            return self._silent(at, kind, value, "last-year")
        number = len(self._found)
        if table.unknown == "topic" and not head.has_topic:
            self._certainty.lacks_topic(number)
        if head.is_whole or head.is_office:
            context.scope = "whole-area" if head.is_whole else "own-office"
        what = (self._clause, at, kind, value, readings, None, is_clear, context.scope, head.table, facets, group)
        return _new(Attached, (*what, is_part and group is not None, number))

    def _foreign(self, figure: Figure, at: int) -> Attached:
        """Return a figure that counts what no table counts."""
        context = self._context
        context.is_of_period = False
        if figure.unit not in self._words.lasting:
            context.turn_away("measure")
        return self._silent(at, "count", self._value(figure, at), "measure")

    def _value(self, figure: Figure, at: int) -> Decimal:
        digits = self._asides.get(self._clause.starts[at])
        value = figure.value if digits is None else decimal_of(digits)
        return value.scaleb(figure.times) if figure.times else value

    def _counted(self, figure: Figure, place: Place, at: int) -> Attached | None:
        """Return a figure that counts something, or an amount, with what it means, None where there is none."""
        context, head = self._context, place.head
        value = self._value(figure, at)
        kind: StatementKind = "amount" if figure.measure == "amount" else "count"
        if context.theme is not None or context.is_of_period:
            elsewhere = self._elsewhere()
            if elsewhere is not None:
                context.turn_away(elsewhere)
                return self._silent(at, kind, value, elsewhere)
        if place.is_about:
            return self._silent(at, kind, value, "approximate")
        if is_sorted(figure, place, context, self._words):
            context.turn_away("document")
            return self._silent(at, kind, value, "document")
        if not isinstance(head, str):
            return self._settle(kind, value, head, at)
        if head == "unclear" and figure.is_spelled:
            return None
        # Where nothing but words without weight stands before a figure, it leaves open what the text speaks of.
        if head != "unclear" or not place.is_soft:
            context.turn_away(head)
        return self._silent(at, kind, value, head)

    def _percentage(self, figure: Figure, place: Place, at: int) -> tuple[Attached, None, int]:
        """Return a percentage, no head, and the number of the figure of which it is a share, -1 for none."""
        context, value = self._context, self._value(figure, at)
        if context.theme is not None or context.is_of_period:
            elsewhere = self._elsewhere()
            if elsewhere is not None:
                return self._silent(at, "percentage", value, elsewhere), None, -1
        last = self._last
        if last is not None and last.number >= 0:
            # Parts told meanwhile may have given it further readings: 予以公开57件（含部分公开32件），占7.6%.
            last = self._found[last.number]
        found = share(place.left, self._clause.is_bracketed, last, context, self._words, self._wholes.around)
        if not isinstance(found, str) and context.year not in (None, self._year):
            found = "last-year"
        if isinstance(found, str):
            return self._silent(at, "percentage", value, found), None, -1
        one = Attached(
            clause=self._clause,
            at=at,
            kind="percentage",
            value=value,
            readings=found.readings,
            is_clear=found.is_clear and not place.is_about,
            scope=found.scope,
            table=found.table,
            number=len(self._found),
        )
        return one, None, found.number
