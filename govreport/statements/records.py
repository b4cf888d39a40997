"""What is known of one figure of a text: where it stands, what it means, and whether the tables agree."""

from decimal import Decimal
from typing import Literal

import attrs

StatementKind = Literal["count", "zero", "percentage", "amount"]
Relation = Literal["=", "<="]
Scope = Literal["table", "own-office", "whole-area"]
Verdict = Literal["agrees", "contradicts", "excused", "open", "silent"]


@attrs.frozen(kw_only=True)
class Reading:
    """One thing that a figure may mean: the sum of `cells` less that of `minus`, or its share of the sum of `base`.

    `relation` is "<=" where the text counts only a part of the cell.
    """

    cells: tuple[str, ...]
    minus: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    relation: Relation = "="


@attrs.frozen(kw_only=True)
class Weighed:
    """A reading held against the tables.

    `sum` is that of its cells less those taken off, None where all are blank; with `blanks` it is a lower bound.
    `base` is the sum of which a percentage is a share. `fits` is None where nobody can say.
    """

    reading: Reading
    sum: Decimal | None
    base: Decimal | None = None
    blanks: tuple[str, ...] = ()
    fits: bool | None = None


@attrs.frozen(kw_only=True)
class Statement:
    """One figure of a text, or a word that says zero, and what it says of the tables.

    `pointer` is the place of the text. The clause is `quote`, from `start` to `end` (in characters of the text);
    the figure is printed from `figure_start` to `figure_end`; `value` is in yuan for an amount. `weighed` has every
    reading; without one, `reason` says why. Where `is_certain` is false the figure may also mean no cell: it can
    agree, but not contradict. `excused` contradicts a cell that the text states rightly elsewhere. `scope` says
    whether the words count the organ's own office or its whole area.
    """

    pointer: str
    start: int
    end: int
    quote: str
    figure_start: int
    figure_end: int
    figure: str
    kind: StatementKind
    value: Decimal
    verdict: Verdict
    weighed: tuple[Weighed, ...] = ()
    is_certain: bool = True
    scope: Scope = "table"
    reason: str | None = None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All that the figure may mean."""
        return tuple(w.reading for w in self.weighed)
