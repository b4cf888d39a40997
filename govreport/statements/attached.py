"""The record of a figure with what it means, before anything is known of the tables."""

from decimal import Decimal
from typing import NamedTuple

from govreport.statements.clauses import Clause
from govreport.statements.records import Reading, Scope, StatementKind
from govreport.statements.tables import NO_FACETS, Facets

NO_CLAUSE = Clause(tokens=(), starts=(), is_bracketed=False, points=(), known={})


class Attached(NamedTuple):
    """A figure, or a word for zero, with what it means, or the reason why it means no cell.

    `at` is the index of its token in its clause, `number` its own among the figures of its sentence, -1 if it means no
    cell. `is_clear`: its words leave no doubt, whatever else the sentence says. A named tuple, since there is one for
    every figure of every text.
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

    @property
    def start(self) -> int:
        """Where it starts in the outline of its sentence."""
        return self.clause.starts[self.at]
