"""Why a figure that has a meaning may still mean no cell: then it can agree with the tables, not contradict them."""

from collections.abc import Sequence

from govreport.statements.attached import Attached
from govreport.statements.clauses import Clause
from govreport.statements.context import PASSING, Context
from govreport.statements.heads import GAP, Head, skip
from govreport.statements.strangers import Organ, Strangers
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary

_TO_WITHIN = GAP - {"filler"}


class Doubts:
    """What casts doubt upon the figures of a sentence: words nobody knows, and figures that are in doubt themselves."""

    def __init__(self, organ: Organ, words: Vocabulary) -> None:
        self._organ, self._words = organ, words
        # Where the figure stands that is read now.
        self._clauses: Sequence[Clause] = ()
        self._strangers = Strangers((), "", organ)
        self._number = self._outside = 0
        self._found: list[Attached] = []
        # The last figure that is no percentage, and the last before the bracket that is read.
        self._counted: Attached | None = None
        self._outer: Attached | None = None
        # Figures that may be of more than what the form is about.
        self.topicless: list[int] = []

    def in_sentence(self, clauses: Sequence[Clause], text: str, found: list[Attached]) -> None:
        """Take note that a sentence begins; its figures go to `found`."""
        self._clauses, self._found = clauses, found
        self._strangers = Strangers(clauses, text, self._organ)
        self._counted = self._outer = None
        self.topicless = []

    def in_clause(self, number: int) -> None:
        """Take note that the clause with this number is read."""
        self._number = number
        if not self._clauses[number][1]:
            self._outer, self._outside = None, number

    def meet_topic(self, left: Sequence[Token], head: Head | None) -> None:
        """Take note of what stands before a figure, and of its head.

        One that tells of disclosure lets figures before it be of more, if nothing said so of them:
        行政复议20件，其中政府信息公开类3件.
        """
        if head is not None and self._words.tables[head.table].unknown != "topic":
            return
        if any(token[0] == "disclosure" for token in left):
            for number in self.topicless:
                self._found[number] = self._found[number]._replace(is_certain=False)
            self.topicless = []

    def take(self, one: Attached) -> None:
        """Take note of a figure that was read."""
        if one[2] != "percentage":
            self._counted = one
        if not self._clauses[self._number][1]:
            self._outer = one

    def are_around(self, at: int, is_named: bool = False, is_told: bool = True) -> bool:
        """Tell whether words around the token at this index may narrow it.

        Or the figure before its bracket is in doubt, or no statement at all.
        """
        if self._clauses[self._number][1]:
            outer = self._outer
            if outer is not None:
                if not outer.is_sure:
                    return True
            elif any(token[0] == "figure" for token in self._clauses[self._outside][0]):
                return True
        return self._strangers.are_around(self._number, at, is_named, is_told)

    def are_of(self, head: Head, context: Context, at: int) -> bool:
        """Tell whether the head of the figure at this index casts doubt upon it, or anything else.

        Take note of what it tells.
        """
        # An organ may tell of an area of which it does not report.
        is_doubtful = context.is_of_area or context.is_of_some
        entry = head.entry
        if entry is not None and entry.is_aside and self._tells_some(at):
            context.is_of_some = True
        table = self._words.tables[head.table]
        if table.unknown == "topic" and not head.has_topic:
            self.topicless.append(len(self._found))
            is_doubtful = is_doubtful or head.verb is not None or head.is_of_kinds
        if head.is_narrowed or (head.verbs and not table.verbs.keys() >= set(head.verbs)):
            return True
        is_named = head.has_object or (table.unknown == "topic" and head.has_topic)
        is_told = is_named or head.has_topic or head.verb is not None
        return is_doubtful or self._leads_on(head, is_told) or self.are_around(at, is_named, is_told)

    def _leads_on(self, head: Head, is_told: bool) -> bool:
        """Tell whether a head goes on about what the figure before counts, and that is in doubt."""
        before, entry = self._counted, head.entry
        if before is None or (before.readings and before.is_certain) or before.reason in PASSING:
            return False
        if entry is None:
            return True
        if is_told:
            return False
        if not before.readings:
            return entry.is_listed
        inherited = self._words.tables[head.table].inherits
        return before.table == head.table and any(facet not in head.facets for facet in inherited)

    def _tells_some(self, at: int) -> bool:
        """Tell whether what follows in the sentence is only of those that a figure counts: 上年结转的3件中."""
        tokens = self._clauses[self._number].tokens
        behind = skip(tokens, at + 1, 1, _TO_WITHIN)
        entry = tokens[behind].entry if behind < len(tokens) else None
        return entry is not None and entry.is_within
