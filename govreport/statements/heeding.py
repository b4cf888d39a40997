"""What a word says of the figures to come: their verb, year and scope, what they are about."""

from collections.abc import Sequence

from govreport.statements.clauses import Clause
from govreport.statements.context import Context
from govreport.statements.heads import SOFT, skip
from govreport.statements.roles import VERBS
from govreport.statements.strangers import SEVERAL, is_one_of_years
from govreport.statements.tables import NO_FACETS
from govreport.statements.tokens import Token

_TELLING = frozenset({"figure", "zero", "nothing"})


def leads(clause: Clause, at: int) -> bool:
    """Tell whether the label at this index is the last of a clause in which nothing is told, and so of the next ones.

    A word behind it must say so: 结果维持的，复议5件、诉讼3件. Without one it says what became of those before.
    """
    tokens = clause.tokens
    behind = tokens[at + 1 :]
    return (
        any(t.kind == "view" or (t.entry is not None and (t.entry.is_attributive or t.entry.is_within)) for t in behind)
        and skip(behind, 0, 1, SOFT) == len(behind)
        and all(tokens[point].kind not in _TELLING for point in clause.points)
    )


def heed(context: Context, tokens: Sequence[Token], at: int, year: int, area: str | None) -> None:
    """Let a context take note of the word at this index of a clause.

    `year` is that of the report, `area` how the name of the organ's area ends.
    """
    token = tokens[at]
    kind, entry = token.kind, token.entry
    if kind in VERBS:
        if kind != "take":
            context.verb = kind
    elif kind == "year_this":
        # Of 2022年全年 the year is said.
        if not at or tokens[at - 1].kind not in ("year", "year_last"):
            context.year = None
    elif kind == "year":
        # What something is compared with is not what the sentence goes on about.
        if token.figure is not None and not (at and tokens[at - 1].kind == "sink:change"):
            context.year = SEVERAL if is_one_of_years(tokens, at) else int(token.figure.value)
    elif kind == "year_last":
        context.year = year - 1
    elif kind == "period":
        context.is_of_period = True
    elif kind == "office":
        context.scope = "own-office"
    elif entry is None:
        return
    elif kind == "object":
        if not context.facets and entry.table is not None:
            context.turn_to(entry.table, NO_FACETS, None, is_aside=False)
    elif kind == "whole":
        context.scope = "whole-area"
        context.is_of_area = None not in (entry.area, area) and entry.area != area
    elif kind == "theme":
        context.theme = entry.reason
