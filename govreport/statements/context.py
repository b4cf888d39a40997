"""What a sentence has spoken of so far: it says what a figure means that has no label of its own."""

import attrs

from govreport.statements.vocabulary import Facets


@attrs.define(kw_only=True)
class Context:
    """`table` and `facets` of the figure before, None after a figure of something else; `year` where another is told of."""

    table: str | None = None
    facets: Facets = attrs.field(factory=dict)
    verb: str | None = None
    year: int | None = None
    sink: str | None = None
    in_sentence: bool = False

    def turn_to(self, table: str | None, facets: Facets, verb: str | None) -> None:
        """A figure of this table was read."""
        row = facets.get("row", (("",),))[0][0]
        # What was carried is a part of what was received: applicants are told of the latter.
        self.facets = self.facets if row.startswith("carried") and self.table == table else facets
        self.table, self.sink, self.in_sentence = table, None, True
        if verb is not None:
            self.verb = verb

    def turn_away(self, sink: str) -> None:
        """A figure of something else was read. Ways in which requests came are still about requests."""
        if sink in ("unclear", "measure", "paragraph"):
            self.table, self.facets = None, {}
        elif sink not in ("channel", "change", "last-year", "rate", "approximate", "revision"):
            self.table, self.facets, self.sink = None, {}, sink

    def new_sentence(self) -> None:
        """A sentence ended: the year and the verb were its own."""
        self.year = self.verb = self.sink = None
        self.in_sentence = False
