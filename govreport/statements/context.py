"""What a text has spoken of so far: it says what a figure means that has no label of its own."""

import attrs

from govreport.statements.records import Scope
from govreport.statements.tables import NO_FACETS, Facets, Table
from govreport.statements.vocabulary import Vocabulary

# Reasons for which a figure means no cell, and after which the text still speaks of what it spoke of before.
PASSING = frozenset({"period", "channel", "change", "last-year", "rate", "approximate", "revision"})
# Reasons that say nothing of what the text speaks of now.
_VAGUE = frozenset({"unclear", "measure", "paragraph", "verb"})


@attrs.define(kw_only=True)
class Context:
    """`table`, `facets` and `group` are those of the figure before, None and empty after a figure of something else.
    `sink` says what that was. `year` is that of which the sentence tells, None for the report year. `is_by_channel`:
    the figure before counts what came by one channel. `is_of_area`: the sentence tells of another area than the
    organ's. `theme` is what all figures to come in it are about, `is_of_period` whether the next counts only a part
    of the year. `wider` has of each facet what it was before it became a part of that. `sorted_in` is the measure in
    which the sentence counts documents by who may see them. `echo` has the facets of the last label of the sentence
    that may be meant further on, too; `lead` those of a label at the end of a clause in which nothing is told:
    结果维持的，复议5件.
    """

    table: str | None = None
    facets: Facets = NO_FACETS
    group: str | None = None
    verb: str | None = None
    year: int | None = None
    sink: str | None = None
    scope: Scope = "table"
    is_of_area: bool = False
    in_sentence: bool = False
    is_by_channel: bool = False
    theme: str | None = None
    is_of_period: bool = False
    echo: Facets = NO_FACETS
    lead: Facets = NO_FACETS
    wider: Facets = NO_FACETS
    sorted_in: str | None = None

    def turn_to(self, table: str, facets: Facets, group: str | None, is_aside: bool, wider: Facets = NO_FACETS) -> None:
        """Take note that a figure of this table was read; one that tells of a part aside leaves the facets."""
        if not (is_aside and self.table == table):
            self.facets, self.group, self.wider = facets, group, wider
        self.table, self.sink, self.in_sentence = table, None, True
        self.is_by_channel = False

    def wider_than(self, facets: Facets, table: Table, words: Vocabulary) -> Facets:
        """Return of each inherited facet what it was before it became a part of that: the case of its blocks."""
        if self.table != table.name:
            return NO_FACETS
        if facets is self.facets:
            return self.wider
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        for facet in table.inherits:
            for whole in (self.facets.get(facet), self.wider.get(facet)):
                if whole is not None and words.is_part(facets[facet], whole):
                    found[facet] = whole
                    break
        return words.facets.setdefault(tuple(found.items()), found) if found else NO_FACETS

    def turn_away(self, reason: str) -> None:
        """Take note that a figure of something else was read."""
        self.is_by_channel = reason == "channel"
        if reason in PASSING:
            return
        self.table, self.facets, self.group, self.wider = None, NO_FACETS, None, NO_FACETS
        if reason not in _VAGUE:
            self.sink = reason

    def new_sentence(self) -> None:
        """Take note that a sentence ended: year, verb, scope and what was listed in it were its own."""
        self.year = self.verb = self.sink = self.sorted_in = None
        self.scope = "table"
        self.in_sentence = self.is_by_channel = self.is_of_period = self.is_of_area = False
        self.theme, self.echo, self.lead = None, NO_FACETS, NO_FACETS
