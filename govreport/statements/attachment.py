"""Each figure of a sentence, and each word for zero, with what it means."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import attrs

from govreport.statements.clauses import Clause
from govreport.statements.context import Context
from govreport.statements.heads import GAP, NOUNS, SOFT, VERBS, Head, before, behind, modify, skip
from govreport.statements.readings import Meaning, read
from govreport.statements.records import Reading, Scope, StatementKind
from govreport.statements.tokens import Figure, Token
from govreport.statements.vocabulary import Facets, Vocabulary
from govreport.statements.zeros import zeros

_ZERO = Decimal(0)
_TO_NOUN = GAP | VERBS


class Attached(NamedTuple):
    """The token of a figure, or of a word for zero, with what it means, or the reason why it means no cell."""

    token: Token
    clause: Clause
    kind: StatementKind
    value: Decimal
    readings: tuple[Reading, ...] = ()
    reason: str | None = None
    is_certain: bool = True
    scope: Scope = "table"
    table: str | None = None
    facets: Facets = {}  # noqa: RUF012  never changed
    group: str | None = None
    is_part: bool = False


class Attacher:
    """Reads the sentences of a text in turn and keeps in mind what was spoken of."""

    def __init__(self, words: Vocabulary, year: int, is_government: bool) -> None:
        self._words, self._year, self._is_government = words, year, is_government
        self._context = Context()
        self._clause = Clause(tokens=())
        self._last: Attached | None = None

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
            for one in self._in_clause(clause.tokens):
                if one.is_part and found:
                    _include(found, one)
                found.append(one)
            if clause.is_bracketed:
                context.year = year
        return found

    def _in_clause(self, tokens: Sequence[Token]) -> Iterator[Attached]:
        context = self._context
        begin = at = 0
        while at < len(tokens):
            token = tokens[at]
            kind = token.kind
            if kind == "figure":
                following = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind == "figure"), len(tokens))
                found, used = self._figure(token, tokens[begin:at], tokens[at + 1 : following])
                if found is not None:
                    self._last = found
                    yield found
                begin = at + 1 + used
            elif kind == "year" and token.figure is not None:
                context.year = int(token.figure.value)
            elif kind == "year_last":
                context.year = self._year - 1
            elif kind == "year_this":
                context.year = None
            elif kind in ("zero", "nothing") and skip(tokens, at + 1, 1, GAP) >= len(tokens):
                noun = skip(tokens, at - 1, -1, GAP)
                if noun >= begin and tokens[noun].kind in NOUNS:
                    yield self._settle(token, "zero", _ZERO, before(tokens[begin : noun + 1], noun - begin))
            elif kind == "zero":
                heads, last = zeros(tokens, at)
                for head in heads:
                    if head.has_object:
                        head.verb = head.verb if head.verb in ("handle", "new") else "receive"
                    head.sink, head.is_foreign_body = self._others(tokens[:at])
                    yield self._settle(token, "zero", _ZERO, head)
                begin = last + 1 if heads else begin
                at = last
            elif kind in ("office", "whole"):
                context.scope = "own-office" if kind == "office" else "whole-area"
            elif kind in VERBS and kind != "take":
                context.verb = kind
            elif kind == "object" and context.table is None:
                assert token.entry is not None and token.entry.table is not None
                context.turn_to(token.entry.table, {}, None, is_aside=False)
            at += 1

    def _others(self, left: Sequence[Token]) -> tuple[str | None, bool]:
        """Return whether bodies other than the organ stand before a word for zero, as a sink and as a name."""
        if any(t.kind == "figure" or t.kind == "sink:sub-body" for t in left):
            return "sub-body", False
        foreign = any(t.kind == "suffix" and n and left[n - 1].kind == "other" for n, t in enumerate(left))
        return None, foreign

    def _silent(self, token: Token, kind: StatementKind, value: Decimal, reason: str) -> Attached:
        return Attached(token, self._clause, kind, value, (), reason)

    def _settle(self, token: Token, kind: StatementKind, value: Decimal, head: Head) -> Attached:
        """Return what a head says of a figure, and take note of it."""
        context = self._context
        meaning = "sub-body" if head.is_foreign_body and self._is_government else read(head, context, self._words)
        if not isinstance(meaning, str):
            kind, meaning = _measured(kind, value, meaning)
        if isinstance(meaning, str):
            context.turn_away(meaning)
            return self._silent(token, kind, value, meaning)
        entry = head.entry
        group = entry.group if entry is not None else None
        context.turn_to(head.table, meaning.facets, group, entry is not None and entry.is_aside)
        if context.year not in (None, self._year):
            return self._silent(token, kind, value, "last-year")
        if head.is_whole or head.is_office:
            context.scope = "whole-area" if head.is_whole else "own-office"
        return Attached(
            token,
            self._clause,
            kind,
            value,
            meaning.readings,
            None,
            meaning.is_certain,
            context.scope,
            head.table,
            meaning.facets,
            group,
            group is not None and (head.is_part or self._clause.is_bracketed),
        )

    def _figure(self, token: Token, left: Sequence[Token], right: Sequence[Token]) -> tuple[Attached | None, int]:
        """Return a figure with what it means, None where it is none to speak of, and how many tokens behind it belong to it."""
        figure = token.figure
        assert figure is not None
        value = figure.value.scaleb(figure.times) if figure.times else figure.value
        if figure.measure == "percentage":
            return self._percentage(token, figure, left), 0
        kind: StatementKind = "amount" if figure.measure == "amount" else "count"
        if figure.measure == "":
            # A bare number is a figure only behind a label and before a mark.
            near = skip(left, len(left) - 1, -1, GAP)
            if skip(right, 0, 1, GAP) < len(right) or near < 0 or left[near].kind not in NOUNS:
                return None, 0
        if figure.measure == "foreign":
            self._context.turn_away("measure")
            return self._silent(token, kind, value, "measure"), 0
        head, used = self._head(left, right)
        if figure.is_about or (right and right[0].kind == "about_behind"):
            return self._silent(token, kind, value, "approximate"), used
        if not isinstance(head, str):
            return self._settle(token, kind, value, head), used
        if head == "unclear" and figure.is_spelled:
            return None, used
        if head != "unclear" or not all(t.kind in SOFT for t in left):
            self._context.turn_away(head)
        return self._silent(token, kind, value, head), used

    def _head(self, left: Sequence[Token], right: Sequence[Token]) -> tuple[Head | str, int]:
        """Return the head of a figure, or the reason why it has none, and how many tokens behind it belong to it."""
        near = skip(left, len(left) - 1, -1, GAP)
        nearest = left[near].kind if near >= 0 else ""
        if nearest in NOUNS:
            if right and right[0].kind.startswith("sink:") and right[0].kind != "sink:change":
                return right[0].kind[5:], 0
            head = before(left, near)
            _take_asides(left[near + 1 :], head)
            return head, 0
        if nearest in VERBS:
            return self._of_verb(left, near, right)
        sink = next((t.kind[5:] for t in reversed(left) if t.kind.startswith("sink:")), None)
        if sink is not None:
            return sink, 0
        if near >= 0 and nearest not in SOFT:
            return "unclear", 0
        found, reason = behind(right)
        if found is None:
            return reason or "unclear", 0
        if not found.table:
            found.table = self._context.table or ""
            if not found.table:
                return "unclear", 0
        elif found.has_object and not found.facets:
            # 8 requests, without a word of what was done to them.
            return "unclear", 0
        return found, len(right)

    def _of_verb(self, left: Sequence[Token], near: int, right: Sequence[Token]) -> tuple[Head | str, int]:
        """Return the head of a figure before which a verb stands: its noun is before the verb, or behind the figure."""
        verb = left[near].kind
        noun = skip(left, near - 1, -1, _TO_NOUN)
        if noun >= 0 and left[noun].kind in NOUNS:
            head = before(left, noun)
            head.verb = "both" if head.verb in ("receive", "new") and verb in ("handle", "take") else verb
            return head, 0
        found, reason = behind(right)
        used = len(right)
        if found is None:
            if reason is not None:
                return reason, 0
            if self._context.table is None:
                return self._context.sink or "unclear", 0
            found, used = Head(self._context.table, {}), 0
        elif not found.table:
            return "unclear", 0
        found.verb = None
        modify(left, near, found)
        return found, used

    def _percentage(self, token: Token, figure: Figure, left: Sequence[Token]) -> Attached:
        """Return a percentage with the share that it says: of the label before it, or of the figure just before."""
        value = figure.value
        kinds = [t.kind for t in left]
        for reason in ("rate", "sink:change"):
            if reason in kinds:
                return self._silent(token, "percentage", value, reason.removeprefix("sink:"))
        share = kinds.index("share") if "share" in kinds else len(left)
        near = skip(left, share - 1, -1, GAP)
        stated = self._last
        if near >= 0:
            stated = None
            if share < len(left) and left[near].kind in NOUNS:
                head = before(left, near)
                meaning = read(head, self._context, self._words)
                if not isinstance(meaning, str) and head.entry is not None:
                    self._context.turn_to(head.table, meaning.facets, head.entry.group, is_aside=False)
                    stated = Attached(
                        token, self._clause, "percentage", value, meaning.readings, table=head.table, group=head.entry.group
                    )
        elif not (share < len(left) or self._clause.is_bracketed):
            stated = None
        if stated is None or stated.table is None:
            return self._silent(token, "percentage", value, "rate")
        if self._context.year not in (None, self._year):
            return self._silent(token, "percentage", value, "last-year")
        words = "".join(t.entry.word for t in left[share:] if t.kind == "base" and t.entry is not None)
        readings = tuple(_shares(stated, words, self._words))
        if not readings:
            return self._silent(token, "percentage", value, "rate")
        is_certain = stated.is_certain and not figure.is_about
        return Attached(token, self._clause, "percentage", value, readings, None, is_certain, stated.scope, stated.table)


def _include(found: list[Attached], part: Attached) -> None:
    """Let the figure before a part of its group also mean both together: 予以公开57件（含部分公开32件）."""
    for number in range(len(found) - 1, -1, -1):
        whole = found[number]
        if whole.group != part.group:
            return
        if whole.is_part or whole.kind == "percentage":
            continue
        known = {cell for reading in whole.readings for cell in reading.cells}
        if known.isdisjoint(part.readings[0].cells):
            both = attrs.evolve(whole.readings[0], cells=whole.readings[0].cells + part.readings[0].cells)
            found[number] = whole._replace(readings=(*whole.readings, both))
        return


def _measured(kind: StatementKind, value: Decimal, meaning: Meaning) -> tuple[StatementKind, Meaning | str]:
    """Return the meaning if its cells hold what the figure is measured in; 0 is 0 in any measure."""
    holds_amounts = meaning.readings[0].cells[0].endswith("/amount")
    if holds_amounts == (kind == "amount"):
        return kind, meaning
    if holds_amounts and not value:
        return "amount" if kind == "count" else kind, meaning
    return kind, "measure"


def _take_asides(gap: Sequence[Token], head: Head) -> None:
    """Take in the labels in brackets between a label and its figure: they say the same more exactly, or what is included."""
    for token in gap:
        if any(inner.kind == "part" for inner in token.inner):
            head.included += tuple(
                inner.entry.facets
                for inner in token.inner
                if inner.kind == "label" and inner.entry is not None and inner.entry.table == head.table
            )
            continue
        for inner in token.inner:
            entry = inner.entry
            if inner.kind == "label" and entry is not None and entry.table == head.table and entry.relation == "=":
                if entry.facets.keys() == head.facets.keys():
                    head.others += (entry.facets,)


def _shares(stated: Attached, base_words: str, words: Vocabulary) -> Iterator[Reading]:
    table = words.tables[stated.table or ""]
    for group, base, word in table.shares:
        if group == stated.group and (word is None or word in base_words):
            for plus, _ in words.cells(table, {**table.rest, **base}):
                for reading in stated.readings:
                    yield attrs.evolve(reading, base=plus)
