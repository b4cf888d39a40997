"""The record of a figure with what it means, before anything is known of the tables."""

from decimal import Decimal
from typing import NamedTuple

from govreport.statements.clauses import Clause
from govreport.statements.records import Reading, Scope, StatementKind
from govreport.statements.tables import NO_FACETS, Facets
from govreport.statements.tokens import Token

_NOWHERE = Token("other", 0, 0)
NO_CLAUSE = Clause(tokens=(), is_bracketed=False, points=(), known={})


class Attached(NamedTuple):
    """The token of a figure, or of a word for zero, with what it means, or the reason why it means no cell.

    A named tuple, since there is one for every figure of every text.
    """

    token: Token = _NOWHERE
    clause: Clause = NO_CLAUSE
    kind: StatementKind = "count"
    value: Decimal = Decimal(0)
    readings: tuple[Reading, ...] = ()
    reason: str | None = None
    is_certain: bool = True
    scope: Scope = "table"
    table: str | None = None
    facets: Facets = NO_FACETS
    group: str | None = None
    is_part: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it means a cell and nothing else."""
        return bool(self.readings) and self.is_certain
