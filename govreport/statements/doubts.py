"""Why a figure that has a meaning may still mean no cell: then it can agree with the tables, not contradict them."""

from collections.abc import Sequence

from govreport.statements.attached import Attached
from govreport.statements.clauses import Clause
from govreport.statements.context import PASSING, Context
from govreport.statements.heads import GAP, Head, skip
from govreport.statements.strangers import Organ, Strangers
from govreport.statements.tokens import Token
from govreport.statements.vocabulary import Vocabulary

_TELLING = frozenset({"figure", "zero", "nothing"})
# Reasons of figures that are parts of a whole which is not told.
_PARTS = frozenset({"channel", "period"})
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
        # The table of the last figure of no group, if that is in doubt.
        self._whole: str | None = None
        # The clause of the last figure that is no percentage.
        self._counted_in = 0
        # Whether no figure of the sentence had a meaning, or turned it to something else.
        self._is_passing = True
        # Figures that may be of more than what the form is about.
        self.topicless: list[int] = []

    def in_sentence(self, clauses: Sequence[Clause], text: str, found: list[Attached]) -> None:
        """Take note that a sentence begins; its figures go to `found`."""
        self._clauses, self._found = clauses, found
        self._strangers = Strangers(clauses, text, self._organ)
        self._counted = self._outer = None
        self._outside = 0
        self._is_passing = True
        self._whole = None
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
            if one.readings and one.group is None:
                self._whole = None if one.is_certain else one.table
            self._counted_in = self._number
        self._is_passing = self._is_passing and one[5] in PASSING
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
        if table.unknown == "topic" and not head.has_topic and self._is_of_others(head.table):
            return True
        if not is_told and self._is_of_doubtful(head):
            return True
        if self._leads_on(head, is_told, head.has_object or head.has_topic):
            if entry is not None and entry.is_listed and self._is_narrow():
                # So are those that follow it in its list: 教育领域5件，予以公开3件，部分公开1件.
                self._whole = head.table
            return True
        return is_doubtful or self.are_around(at, is_named, is_told)

    def _is_of_others(self, table: str) -> bool:
        """Tell whether a label of another table stands in a clause before in which nothing is counted.

        因对行政处罚不服，提起行政复议5件.
        """
        return any(
            all(token[0] not in _TELLING for token in clause.tokens)
            and any(token[0] == "label" and token.entry and token.entry.table != table for token in clause.tokens)
            for clause in self._clauses[: self._number]
        )

    def _leads_on(self, head: Head, is_told: bool, is_told_by_name: bool) -> bool:
        """Tell whether a head goes on about what the figure before counts, and that is in doubt."""
        before, entry = self._counted, head.entry
        if before is None or (before.readings and before.is_certain):
            return False
        if before.reason in PASSING:
            # 网上收到5件，答复4件: those that came in this way.
            is_part = before.reason in _PARTS and self._is_passing
            return is_part and not head.is_total and not is_told_by_name and (entry is None or entry.is_listed)
        if entry is None:
            return True
        if is_told:
            return False
        if not before.readings:
            return entry.is_listed
        inherited = self._words.tables[head.table].inherits
        return before.table == head.table and any(facet not in head.facets for facet in inherited)

    def _is_narrow(self) -> bool:
        """Tell whether the figure before means no cell, and words before it narrow it."""
        before = self._counted
        return before is not None and not before.readings and self._strangers.are_before(self._counted_in, before.token)

    def _is_of_doubtful(self, head: Head) -> bool:
        """Tell whether a label of a group tells what became of those that a figure before counts, and that in doubt."""
        return head.entry is not None and head.entry.is_listed and self._whole == head.table

    def _tells_some(self, at: int) -> bool:
        """Tell whether what follows in the sentence is only of those that a figure counts: 上年结转的3件中."""
        tokens = self._clauses[self._number].tokens
        behind = skip(tokens, at + 1, 1, _TO_WITHIN)
        entry = tokens[behind].entry if behind < len(tokens) else None
        return entry is not None and entry.is_within
