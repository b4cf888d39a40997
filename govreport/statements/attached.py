"""The record of a figure with what it means, before anything is known of the tables."""

from decimal import Decimal
from typing import NamedTuple, Protocol

from govreport.statements.clauses import Clause
from govreport.statements.records import Reading, Scope, StatementKind
from govreport.statements.tables import NO_FACETS, Facets

NO_CLAUSE = Clause(tokens=(), starts=(), is_bracketed=False, points=(), known={})


class Doubtful(Protocol):
    """What knows which figures of a sentence are in doubt, by their number in it."""

    def are_about(self, number: int) -> bool:
        """Tell whether the figure with this number may mean no cell."""


class Attached(NamedTuple):
    """A figure, or a word for zero, with what it means, or the reason why it means no cell.

    `at` is the index of its token in its clause, `number` its own among the figures of its sentence. `is_clear`: its
    words leave no doubt; `doubts` knows whether anything else in the sentence does. A named tuple, since there is one
    for every figure of every text.
    """

    clause: Clause = NO_CLAUSE
    at: int = 0
    kind: StatementKind = "count"
    value: Decimal = Decimal(0)
    readings: tuple[Reading, ...] = ()
    reason: str | None = None
    is_clear: bool = True
    scope: Scope = "table"
    table: str | None = None
    facets: Facets = NO_FACETS
    group: str | None = None
    is_part: bool = False
    number: int = -1
    doubts: Doubtful | None = None

    @property
    def start(self) -> int:
        """Where it starts in the outline of its sentence."""
        return self.clause.starts[self.at]

    @property
    def is_certain(self) -> bool:
        """Whether it can mean nothing but what it is read as.

        It is worked out when it is asked for: only a figure that fits no reading needs it.
        """
        return self.is_clear and not (self.doubts is not None and self.doubts.are_about(self.number))
