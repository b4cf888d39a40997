"""Why a figure that has a meaning may still mean no cell: then it can agree with the tables, not contradict them."""

from collections.abc import Sequence
from typing import NamedTuple

from govreport.statements.attached import Attached
from govreport.statements.clauses import Clause
from govreport.statements.context import PASSING
from govreport.statements.heads import GAP, Head, skip
from govreport.statements.strangers import Organ, Strangers
from govreport.statements.vocabulary import Vocabulary

_TELLING = frozenset({"figure", "zero", "nothing"})
# Reasons of figures that are parts of a whole which is not told.
_PARTS = frozenset({"channel", "period"})
_TO_WITHIN = GAP - {"filler"}


class Met(NamedTuple):
    """A figure as it was read, in the clause with this number.

    `head` gave it its meaning, if it has one and is no percentage. `stated` is the number of the figure of which a
    percentage is a share, -1 for none. `is_of_area`: the sentence had turned to another area than the organ's.
    """

    clause: int
    one: Attached
    head: Head | str | None
    is_of_area: bool
    stated: int = -1


class Doubts:
    """What casts doubt upon the figures of a sentence: words nobody knows, and figures that are in doubt themselves."""

    def __init__(self, clauses: Sequence[Clause], organ: Organ, words: Vocabulary) -> None:
        self._clauses, self._words = clauses, words
        self._strangers = Strangers(clauses, organ)
        # Of each figure, whether it is certain.
        self._certain: list[bool] = []
        # The clause that is read now, and the last that does not stand in brackets.
        self._number, self._outside = -1, 0
        # The last figure that is no percentage, and the last before the bracket that is read.
        self._counted: Met | None = None
        self._outer: Met | None = None
        # The table of the last figure of no group, if that is in doubt.
        self._whole: str | None = None
        # Whether no figure of the sentence had a meaning, or turned it to something else.
        self._is_passing = True
        # The tables of labels in clauses in which nothing is counted, in as many clauses as were looked through.
        self._named: set[str | None] = set()
        self._looked_through = 0
        # Whether a percentage of the sentence is a share of what it names itself.
        self._has_other_base = False
        # Whether the sentence tells of some of the requests only.
        self._is_of_some = False

    def certain(self, met: Sequence[Met]) -> list[bool]:
        """Return of each figure whether it is certain."""
        for figure in met:
            clause, one, head, is_of_area, stated = figure
            self._turn_to(clause)
            is_certain = one.is_clear
            if one.kind == "percentage" and one.readings:
                is_certain = is_certain and not self._is_share_in_doubt(stated, one.at)
            elif one.readings and isinstance(head, Head):
                is_certain = not self.are_of(head, is_of_area, one) and is_certain
            self._certain.append(is_certain)
            if one.kind != "zero":
                self._take(figure, is_certain)
        return self._certain

    def _turn_to(self, clause: int) -> None:
        """Take note that the clause with this number is read, and which lie between it and the one before."""
        for number in range(self._number + 1, clause + 1):
            if not self._clauses[number].is_bracketed:
                self._outer, self._outside = None, number
        self._number = clause

    def _take(self, figure: Met, is_certain: bool) -> None:
        """Take note of a figure that was read."""
        one = figure.one
        if one.kind == "percentage":
            told = self._clauses[figure.clause].tokens[: one.at]
            self._has_other_base = self._has_other_base or (
                one.reason == "rate" and any(token.kind == "share" for token in told)
            )
        else:
            self._counted = figure
            if one.readings and one.group is None:
                self._whole = None if is_certain else one.table
        self._is_passing = self._is_passing and one.reason in PASSING
        if not self._clauses[self._number].is_bracketed:
            self._outer = figure

    def _is_sure(self, figure: Met) -> bool:
        """Tell whether a figure that was read means a cell and nothing else."""
        return bool(figure.one.readings) and self._certain[figure.one.number]

    def are_around(self, at: int, is_named: bool = False, is_told: bool = True) -> bool:
        """Tell whether words around the token at this index may narrow it.

        Or the figure before its bracket is in doubt, or no statement at all.
        """
        if self._clauses[self._number].is_bracketed:
            if self._outer is not None:
                if not self._is_sure(self._outer):
                    return True
            elif any(token.kind == "figure" for token in self._clauses[self._outside].tokens):
                return True
        return self._strangers.are_around(self._number, at, is_named, is_told)

    def _is_share_in_doubt(self, stated: int, at: int) -> bool:
        """Tell whether the percentage at this index is one of a figure in doubt, or may be one of something else."""
        if self._has_other_base:
            # 占企业申请的27%，社会组织提出113件，占15%.
            return True
        if stated < 0:
            before = self._counted
            # 公文372件，不予公开的占6%.
            if before is not None and not before.one.readings and before.one.reason not in PASSING:
                return True
        elif not self._certain[stated]:
            return True
        return self.are_around(at)

    def are_of(self, head: Head, is_of_area: bool, one: Attached) -> bool:
        """Tell whether the head of a figure casts doubt upon it, or anything else. Take note of what it tells."""
        at = one.at
        # An organ may tell of an area of which it does not report.
        is_doubtful = is_of_area or self._is_of_some
        entry = head.entry
        if entry is not None and entry.is_aside and self._tells_some(at):
            self._is_of_some = True
        table = self._words.tables[head.table]
        if table.unknown == "topic" and not head.has_topic:
            is_doubtful = is_doubtful or head.verb is not None or head.is_of_kinds
        if head.is_narrowed or (head.verbs and not table.verbs.keys() >= set(head.verbs)):
            return True
        is_named = head.has_object or (table.unknown == "topic" and head.has_topic)
        is_told = is_named or head.has_topic or head.verb is not None
        if table.unknown == "topic" and not head.has_topic and self._is_of_others(head.table):
            return True
        if not is_told and self._is_of_doubtful(head):
            return True
        if self._is_listed_behind_other(head, one) or self._is_of_aside():
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
        for clause in self._clauses[self._looked_through : self._number]:
            if all(token.kind not in _TELLING for token in clause.tokens):
                labels = (token.entry for token in clause.tokens if token.kind == "label")
                self._named.update(entry.table for entry in labels if entry is not None)
        self._looked_through = self._number
        return not self._named <= {table}

    def _leads_on(self, head: Head, is_told: bool, is_told_by_name: bool) -> bool:
        """Tell whether a head goes on about what the figure before counts, and that is in doubt."""
        if self._counted is None or self._is_sure(self._counted):
            return False
        before, entry = self._counted.one, head.entry
        if before.reason in PASSING:
            # 网上收到5件，答复4件: those that came in this way.
            is_part = before.reason in _PARTS and self._is_passing
            return is_part and not head.is_total and not is_told_by_name and (entry is None or entry.is_listed)
        if entry is None:
            return True
        if is_told:
            return False
        inherited = self._words.tables[head.table].inherits
        is_open = any(facet not in head.facets for facet in inherited)
        if not before.readings:
            return entry.is_listed or (is_open and self._names(self._counted, head.table))
        return before.table == head.table and is_open

    def _names(self, figure: Met, table: str) -> bool:
        """Tell whether a label of a table stands behind a figure in its clause: 112件复议、诉讼案件中."""
        behind = self._clauses[figure.clause].tokens[figure.one.at + 1 :]
        return any(t.kind == "label" and t.entry is not None and t.entry.table == table for t in behind)

    def _is_listed_behind_other(self, head: Head, one: Attached) -> bool:
        """Tell whether a figure is joined to one that is said of less: 尚未审结的行政复议1件、行政诉讼2件.

        What makes it less may be meant of both.
        """
        before, tokens = self._counted, self._clauses[self._number].tokens
        if before is None or before.clause != self._number or before.one.table != one.table:
            return False
        behind = before.one.at + 1
        if behind >= one.at or tokens[behind].kind != "connector":
            return False
        facets = before.one.facets
        rest = self._words.tables[head.table].rest
        return any(
            name not in head.facets and one.facets.get(name) == said and facets.get(name, said) != said
            for name, said in rest.items()
        )

    def _is_of_aside(self) -> bool:
        """Tell whether a bracket parts what was told aside only: 上年结转3件（自然人2件）."""
        if self._outer is None or not self._clauses[self._number].is_bracketed:
            return False
        head = self._outer.head
        return isinstance(head, Head) and head.entry is not None and head.entry.is_aside

    def _is_narrow(self) -> bool:
        """Tell whether the figure before means no cell, and words before it narrow it."""
        before = self._counted
        return (
            before is not None and not before.one.readings and self._strangers.are_before(before.clause, before.one.at)
        )

    def _is_of_doubtful(self, head: Head) -> bool:
        """Tell whether a label of a group tells what became of those that a figure before counts, and that in doubt."""
        return head.entry is not None and head.entry.is_listed and self._whole == head.table

    def _tells_some(self, at: int) -> bool:
        """Tell whether what follows in the sentence is only of those that a figure counts: 上年结转的3件中."""
        tokens = self._clauses[self._number].tokens
        behind = skip(tokens, at + 1, 1, _TO_WITHIN)
        entry = tokens[behind].entry if behind < len(tokens) else None
        return entry is not None and entry.is_within
