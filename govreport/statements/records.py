"""What is known of one figure of a text: where it stands, what it means, and whether the tables agree."""

from decimal import Decimal
from typing import Literal

import attrs

StatementKind = Literal["count", "zero", "percentage", "amount"]
Relation = Literal["=", "<=", ">="]
Verdict = Literal["agrees", "contradicts", "excused", "open", "silent"]
Scope = Literal["table", "own-office"]


@attrs.frozen(kw_only=True)
class Reading:
    """One thing that a figure may mean: the sum of `cells` less the sum of `minus`, or its share of `base`.

    `relation` says how the figure stands to it: "=" as a rule, "<=" where the text counts only a part of the cell.
    """

    cells: tuple[str, ...]
    minus: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    relation: Relation = "="


@attrs.frozen(kw_only=True)
class Weighed:
    """A reading held against the tables: its sum (a fraction of a base as printed), and whether the figure fits.

    With `blanks` the sum is a lower bound. `sum` is None where every cell is blank.
    """

    reading: Reading
    sum: Decimal | None
    base: Decimal | None = None
    blanks: tuple[str, ...] = ()
    fits: bool | None = None


@attrs.frozen(kw_only=True)
class Statement:
    """One figure of a text, or a word that says zero.

    `pointer` is the place of the text, `quote` its clause, from `start` to `end` (in characters of the text);
    `figure` is printed from `figure_start` to `figure_end`. `readings` are all that it may mean; where there are none,
    `reason` says why. `is_certain` is false where the figure may also mean no cell at all: then it can
    agree, but not contradict.
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
    readings: tuple[Reading, ...] = ()
    is_certain: bool = True
    scope: Scope = "table"
    reason: str | None = None
    verdict: Verdict = "silent"
    weighed: tuple[Weighed, ...] = ()
