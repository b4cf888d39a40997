"""Each figure of a clause, and each word for zero, with the label to which it belongs."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from govreport.statements.clauses import Clause
from govreport.statements.context import Context
from govreport.statements.heads import GAP, NOUNS, SOFT, VERBS, Head, before, behind, skip
from govreport.statements.readings import Meaning, read
from govreport.statements.records import Reading
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary, cells
from govreport.statements.zeros import zeros


@attrs.frozen(kw_only=True)
class Attached:
    """A figure's token (or that of a word for zero) with what it means, or the reason why it means no cell."""

    token: Token
    kind: str
    value: Decimal
    readings: tuple[Reading, ...] = ()
    is_certain: bool = True
    is_office: bool = False
    is_whole: bool = False
    reason: str | None = None
    table: str | None = None


class Attacher:
    """Reads the clauses of a text in turn and keeps in mind what was spoken of."""

    def __init__(self, words: Vocabulary, year: int) -> None:
        self._words, self._year = words, year
        self.context = Context()
        self._last: Attached | None = None

    def sentence(self, clauses: Sequence[Clause]) -> Iterator[Attached]:
        """Yield the figures of a sentence."""
        self.context.new_sentence()
        self._last = None
        for clause in clauses:
            yield from self._clause(clause)

    def _clause(self, clause: Clause) -> Iterator[Attached]:
        tokens = clause.tokens
        begin = at = 0
        while at < len(tokens):
            token = tokens[at]
            kind = token.kind
            if kind == "year":
                assert token.figure is not None
                self.context.year = int(token.figure.value)
            elif kind == "year_last":
                self.context.year = self._year - 1
            elif kind == "year_this":
                self.context.year = None
            elif kind == "figure":
                following = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind == "figure"), len(tokens))
                found, used = self._figure(token, tokens[begin:at], tokens[at + 1 : following])
                if found is not None:
                    self._last = found
                    yield found
                begin = at + 1 + used
            elif kind in ("zero", "nothing") and skip(tokens, at + 1, 1, GAP) >= len(tokens):
                noun = skip(tokens, at - 1, -1, GAP)
                if noun >= begin and tokens[noun].kind in NOUNS:
                    head = before(tokens[begin : noun + 1], noun - begin)
                    yield self._settle(token, "zero", Decimal(0), head, *read(head, self.context, self._words))
            elif kind == "zero":
                found_zeros, used = zeros(tokens, at, self.context, self._words)
                for head, meaning, reason in found_zeros:
                    yield self._settle(token, "zero", Decimal(0), head, meaning, reason)
                if used:
                    at += used
                    begin = at + 1
            elif kind in VERBS and kind != "take":
                self.context.verb = kind
            elif kind.startswith("sink:"):
                self.context.sink = self.context.sink if kind == "sink:channel" else self.context.sink
            elif kind == "object" and self.context.table is None:
                self.context.table, self.context.facets, self.context.sink = "requests", {}, None
            at += 1

    def _settle(self, token: Token, kind: str, value: Decimal, head: Head | None, meaning: Meaning | None, reason: str) -> Attached:
        if meaning is not None and head is not None and self.context.year not in (None, self._year):
            self.context.turn_to(head.table, meaning[2], None)
            meaning, reason = None, "last-year"
        if meaning is None or head is None:
            self.context.turn_away(reason)
            return Attached(token=token, kind=kind, value=value, reason=reason or "unclear")
        readings, certain, facets = meaning
        self.context.turn_to(head.table, facets, None)
        return Attached(
            token=token,
            kind=kind,
            value=value,
            readings=readings,
            is_certain=certain,
            is_office=head.is_office,
            is_whole=head.is_whole,
            table=head.table,
        )

    def _figure(self, token: Token, left: Sequence[Token], right: Sequence[Token]) -> tuple[Attached | None, int]:
        figure = token.figure
        assert figure is not None
        value = figure.value.scaleb(figure.times)
        if figure.measure == "percentage":
            return self._percentage(token, left), 0
        kind = "amount" if figure.measure == "amount" else "count"
        if figure.measure == "" and skip(right, 0, 1, GAP) < len(right):
            return None, 0
        if figure.measure == "foreign":
            self.context.turn_away("measure")
            return Attached(token=token, kind=kind, value=value, reason="measure"), 0
        head, reason, used = self._head(left, right)
        if figure.is_about or right and right[0].kind == "about_behind":
            head, reason = None, "approximate"
        if figure.measure == "" and (head is None or used):
            return None, 0
        if head is None:
            if reason in ("unclear",) and figure.is_spelled:
                return None, 0
            if reason == "unclear" and all(t.kind in GAP for t in left):
                return Attached(token=token, kind=kind, value=value, reason=reason), used
            return self._settle(token, kind, value, None, None, reason), used
        meaning, reason = read(head, self.context, self._words)
        if meaning is not None:
            amount = self._words.tables[head.table].amount is not None and meaning[0][0].cells[0].endswith("amount")
            if amount != (kind == "amount") and not (amount and value == 0):
                meaning, reason = None, "measure"
            elif amount and value == 0:
                kind = "amount"
        return self._settle(token, kind, value, head, meaning, reason), used

    def _head(self, left: Sequence[Token], right: Sequence[Token]) -> tuple[Head | None, str, int]:
        """Return the head of a figure, or None and the reason; and how many tokens behind it belong to it."""
        near = skip(left, len(left) - 1, -1, GAP)
        if near >= 0 and left[near].kind in NOUNS:
            after = skip(right, 0, 1, GAP - {"aside"})
            if after == 0 and right and right[0].kind.startswith("sink:") and right[0].kind != "sink:change":
                return None, right[after].kind[5:], 0
            head = before(left, near)
            self._asides(left[near + 1 :], head)
            return head, "", 0
        if near >= 0 and left[near].kind in VERBS:
            return self._of_verb(left, near, right)
        if near >= 0 and left[near].kind.startswith("sink:"):
            return None, left[near].kind[5:], 0
        if near >= 0 and left[near].kind not in SOFT and left[near].kind != "year":
            return None, "unclear", 0
        sink = next((t.kind[5:] for t in left if t.kind.startswith("sink:")), None)
        if sink:
            return None, sink, 0
        head, reason = behind(right, 0)
        if head is None:
            return None, reason or "unclear", 0
        if not head.table:
            if self.context.table != "requests":
                return None, "unclear", 0
            head.table = "requests"
        if head.table == "requests" and head.has_object and not head.facets:
            return None, "unclear", 0
        return head, "", len(right)

    def _asides(self, gap: Sequence[Token], head: Head) -> None:
        """Labels in brackets between a label and its figure say the same more exactly."""
        for token in gap:
            for inner in token.inner:
                entry = inner.entry
                if inner.kind == "label" and entry and entry.table == head.table and entry.relation == "=":
                    if entry.facets.keys() == head.facets.keys():
                        head.others.append(entry.facets)

    def _of_verb(self, left: Sequence[Token], near: int, right: Sequence[Token]) -> tuple[Head | None, str, int]:
        verb = left[near].kind
        noun = skip(left, near - 1, -1, GAP)
        if noun >= 0 and left[noun].kind in NOUNS:
            head = before(left, noun)
            if head.table == "requests" and not head.facets or head.verb is None:
                head.verb = verb if head.verb is None or head.verb in ("receive", "take") and verb != "take" else head.verb
                if head.verb in ("receive", "new") and verb == "handle":
                    head.verb = verb
                return head, "", 0
        head_behind, reason = behind(right, 0)
        if head_behind is not None and head_behind.table:
            head_behind.verb = verb
            self._modify(left[:near], head_behind)
            return head_behind, "", len(right)
        if reason is not None:
            return None, reason, 0
        table = self.context.table
        if table is None or verb not in self._words.tables[table].verbs:
            return None, self.context.sink or "unclear", 0
        head = Head(table=table, verb=verb)
        self._modify(left[:near], head)
        return head, "", 0

    def _modify(self, left: Sequence[Token], head: Head) -> None:
        from govreport.statements.heads import _modifier

        unknown = head.has_unknown
        for token in left:
            if token.kind in NOUNS or token.kind in VERBS:
                continue
            _modifier(token, head)
        head.has_unknown = unknown

    def _percentage(self, token: Token, left: Sequence[Token]) -> Attached:
        assert token.figure is not None
        value = token.figure.value
        away = next((t.kind for t in left if t.kind in ("rate", "sink:change")), None)
        if away:
            return Attached(token=token, kind="percentage", value=value, reason="change" if away != "rate" else "rate")
        share = next((n for n, t in enumerate(left) if t.kind == "share"), None)
        near = skip(left, (len(left) if share is None else share) - 1, -1, GAP)
        readings: tuple[Reading, ...] = ()
        if near >= 0 and share is not None and left[near].kind in NOUNS:
            head = before(left, near)
            meaning, _ = read(head, self.context, self._words)
            if meaning is not None and head.table == "requests":
                readings = meaning[0]
        elif near < 0 and self._last is not None and self._last.table == "requests":
            readings = self._last.readings
        if self.context.year not in (None, self._year):
            return Attached(token=token, kind="percentage", value=value, reason="last-year")
        wide = any(t.kind == "base" and ("申请" in t.entry.word or "受理" in t.entry.word) for t in left if t.entry)
        shares = tuple(s for r in readings for s in _shares(r, wide))
        if not shares:
            return Attached(token=token, kind="percentage", value=value, reason="rate")
        return Attached(token=token, kind="percentage", value=value, readings=shares, table="requests")


def _shares(reading: Reading, is_wide: bool) -> Iterator[Reading]:
    total = "/requests/total/"
    if all("/outcomes/" in c for c in reading.cells):
        bases = [(total + "outcomes/total",)]
        if is_wide:
            bases += [(total + "received",), (total + "received", total + "carried_over")]
    elif all(c.endswith("/received") for c in reading.cells):
        bases = [(total + "received",)]
    else:
        return
    for base in bases:
        yield attrs.evolve(reading, base=base)


